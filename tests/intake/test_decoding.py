"""Text files in the encodings that offices meet, found or chosen."""

from pathlib import Path

import pytest

from models.intake import Cut, PlainText, Table, read_brought
from models.intake.decoding import looks_garbled
from models.intake.table import guess_note_column, has_header
from tests.intake.workbooks import read_table

NAMES = "①㈱髙﨑の決裁"

CSV = f'番号,困りごと\r\n1,{NAMES}\r\n2,"二行の\r\n付箋、,です"\r\n,\r\n3,会議が長くて残業になる\r\n'
ROWS = (("1", NAMES), ("2", "二行の\n付箋、,です"), ("3", "会議が長くて残業になる"))


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("cp932", b"", "cp932"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
@pytest.mark.parametrize(
    ("suffix", "separator"), [(".csv", ","), (".csv", "\t"), (".csv", ";"), (".tsv", "\t"), (".txt", "\t")]
)
def test_the_table_is_the_same_when_its_encoding_and_separator_differ(
    tmp_path: Path, encoding: str, mark: bytes, found: str, suffix: str, separator: str
) -> None:
    path = tmp_path / f"付箋{suffix}"
    text = CSV if separator == "," else CSV.replace("、,です", "、です").replace(",", separator)
    path.write_bytes(mark + text.encode(encoding))
    table = read_table(path)
    rows = tuple(tuple(cell.replace("、,です", "、です") for cell in row) for row in table.rows)
    assert table.header == ("番号", "困りごと")
    assert rows == tuple(tuple(cell.replace("、,です", "、です") for cell in row) for row in ROWS)
    assert table.encoding == found
    assert has_header(table)
    assert guess_note_column(table) == 1


def test_lines_and_paragraphs_are_kept_when_a_text_file_has_no_tabs(tmp_path: Path) -> None:
    path = tmp_path / "付箋.txt"
    path.write_text("・会議が長い, とても\nなぜか\n\n・印刷が多い\n", encoding="cp932")
    brought = read_brought(path)
    assert isinstance(brought, PlainText)
    assert brought.encoding == "cp932"
    assert brought.paste.likely.notes == ("会議が長い, とても", "なぜか", "印刷が多い")
    assert brought.paste.ways[Cut.PARAGRAPHS].notes == ("会議が長い, とても\nなぜか", "印刷が多い")


def test_rows_are_evened_when_they_are_ragged(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\nc\nd,e,f\n", encoding="utf-8")
    assert read_table(path) == Table(("a", "b", ""), (("c", "", ""), ("d", "e", "f")), "utf-8")


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (("番号", "ご意見"), (("1", "会議が長い"),), True),
        (("部局", "誰が"), (("総務課", "係員"),), True),
        (("組", "書いたもの"), (("一", "会議室の空きを探すだけで半日つぶれる"),), True),
        (("会議室の空きを探すだけで半日つぶれる",), (("会議が長い",),), False),
        (("会議が長い",), (("印刷が多い",),), False),
        (("1", "会議が長い"), (("2", "印刷が多い"),), False),
        (("付箋",), (), False),
    ],
)
def test_the_first_row_is_a_header_when_it_names_columns(
    header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], expected: bool
) -> None:
    assert has_header(Table(header, rows, "utf-8")) is expected


JAPANESE = "番号,困りごと\n" + "1,会議室の空きを探すだけで半日つぶれる\n" * 20


@pytest.mark.parametrize("chosen", ["utf-8", "cp932", "utf-16"])
@pytest.mark.parametrize("real", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_it_is_pointed_out_when_the_chosen_encoding_is_wrong(tmp_path: Path, real: str, chosen: str) -> None:
    path = tmp_path / "声.csv"
    path.write_bytes(JAPANESE.encode(real))
    table = read_brought(path, chosen)
    right = real.startswith(chosen)
    assert isinstance(table, Table)
    assert table.garbled is not right
    assert (table.beginning == JAPANESE[:300]) is right
    assert (table.header == ("番号", "困りごと")) is right


def test_nothing_looks_garbled_when_the_encoding_is_found(tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    for encoding in ("utf-8", "cp932", "utf-16", "utf-16-le"):
        path.write_bytes(JAPANESE.encode(encoding))
        assert not read_table(path).garbled


@pytest.mark.parametrize("text", ["", "ascii only", "ｶｲｷﾞ室がない", "👨‍👩‍👧の﨑、葛󠄀", "繰り返しの多い照会", "한국어"])
def test_nothing_looks_garbled_when_it_is_not(text: str) -> None:
    assert not looks_garbled(text)


def test_one_bad_byte_is_shown_as_one_when_the_encoding_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    path.write_bytes(JAPANESE.encode() + b"\xff")
    table = read_brought(path, "utf-8")
    assert isinstance(table, Table)
    assert table.rows[-1] == ("\ufffd", "")
    assert table.rows[0] == ("1", "会議室の空きを探すだけで半日つぶれる")
