"""Files that cannot be read: each is one sentence, and a hostile one costs little."""

import io
import struct
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake import read_brought
from models.problems import Problem
from tests.intake.workbooks import BOOK, MAIN, SHEET, STYLES, read_table, rewritten, with_part, workbook_file

PIECES = (
    "<row>", "<c>", '">', "9", "A1", "-1", "nan", "1e999", "&lt;", "<f>1</f>", '<c s="99" r="B2"><v>45000.5</v></c>',
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>7</v></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>', '<c t="d"><v>x</v></c>',
    '<row r="0"><c r="XFD1"><v>1</v></c></row>',
)  # fmt: skip


def told(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        read_brought(path)
    sentence = str(problem.value)
    assert path.name in sentence
    return sentence


def said_or_read(path: Path) -> bool:
    """Whether the file gave a table or one sentence about itself; anything else is raised."""
    try:
        return bool(read_table(path).header)
    except Problem as problem:
        return path.name in str(problem)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\r\n ,,\n", "　\n".encode("utf-16")])
def test_it_is_said_when_a_file_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "空.csv"
    path.write_bytes(content)
    assert "空です" in told(path)


def test_it_is_said_when_a_workbook_is_empty(tmp_path: Path) -> None:
    assert "空です" in told(workbook_file(tmp_path / "空.xlsx", []))


def test_it_is_said_when_there_is_no_file(tmp_path: Path) -> None:
    assert "見つかりません" in told(tmp_path / "無い.csv")


def test_it_is_said_when_the_path_is_a_folder(tmp_path: Path) -> None:
    assert "フォルダー" in told(tmp_path)


def test_it_is_said_when_the_bytes_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "写真.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x81\xff\xfe\xa0\xfd" * 9)
    assert "壊れている" in told(path)


def test_it_is_said_when_a_quotation_swallows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "引用.csv"
    path.write_text('a,"b\n' + "長い行\n" * 60_000, encoding="utf-8")
    assert "壊れている" in told(path)


def test_it_is_said_when_a_workbook_is_old_or_locked(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    assert "古い形式" in told(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert "パスワード" in told(path)


def test_it_is_said_when_a_workbook_is_cut_off_anywhere(tmp_path: Path) -> None:
    whole = workbook_file(tmp_path / "a.xlsx", [["困りごと"], ["会議が長い"]]).read_bytes()
    path = tmp_path / "途中.xlsx"
    for length in {4, 30, len(whole) // 3, len(whole) // 2, len(whole) - 22, len(whole) - 1}:
        path.write_bytes(whole[:length])
        assert "壊れている" in told(path)


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_it_is_read_or_said_when_bytes_of_a_workbook_change(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    source = folder / "whole.xlsx"
    if not source.exists():
        workbook_file(source, [["困りごと", "日付"], ["会議が長い", datetime(2026, 6, 4)]])
    damaged = bytearray(source.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = folder / "damaged.xlsx"
    path.write_bytes(damaged)
    assert said_or_read(path)


@settings(deadline=None, max_examples=100)
@given(
    inside=st.lists(
        st.sampled_from([*PIECES, '<row r="', '<c r="', ' t="s"', "<v>", "</v>", "</c>", "</row>"]), max_size=30
    )
)
def test_it_is_read_or_said_when_a_sheet_holds_anything(
    tmp_path_factory: pytest.TempPathFactory, inside: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    workbook_file(path, [["会議"]])
    rewritten(path, SHEET, "<sheetData>", "<sheetData>" + "".join(inside))
    assert said_or_read(path)


CELL = '<c t="inlineStr"><is><t>x</t></is></c>'
ROW = f'<row r="1">{CELL}</row>'
HEAD, TAIL = f"<worksheet {MAIN}><sheetData>", "</sheetData></worksheet>"
HOSTILE = {
    "entities": (SHEET, '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>' + HEAD + TAIL),
    "spaces": (SHEET, HEAD + " " * 300_000_000 + TAIL),
    "one token": (SHEET, '<worksheet a="' + "x" * 60_000_000 + '"/>'),
    "elements": (SHEET, f"<worksheet {MAIN}>" + "<a/>" * 3_000_000 + "</worksheet>"),
    "nested": (SHEET, HEAD + "<a>" * 50_000 + "</a>" * 50_000 + f'<row r="1"><c r="A1"><v>?</v></c></row>{TAIL}'),
    "rows": (SHEET, HEAD + f"<row>{CELL}</row>" * 100_000 + TAIL),
    "far rows": (SHEET, f'{HEAD}<row r="999999999999">{CELL}</row>{TAIL}'),
    "wide": (SHEET, f"{HEAD}<row>{CELL * 20_000}</row>{TAIL}"),
    "wide and empty": (SHEET, HEAD + "".join(f'<row><c r="XFD{row}"/></row>' for row in range(1, 20_001)) + TAIL),
    "merges": (SHEET, f"{HEAD}{ROW}</sheetData><mergeCells>"
        + '<mergeCell ref="A1:XFD1048576"/>' * 200_000 + "</mergeCells></worksheet>"),
    "near merges": (SHEET, HEAD + ROW + "".join(f'<row r="{row}">{CELL}</row>' for row in range(2, 5_000))
        + "</sheetData><mergeCells>" + '<mergeCell ref="B1:C4900"/>' * 20_000 + "</mergeCells></worksheet>"),
    "numbers": (SHEET, HEAD + '<row r="' + "9" * 6_000 + '"><c r="A1"><v>1</v></c></row>' + TAIL),
    "string": (SHEET, HEAD + '<row><c t="s"><v>7</v></c></row>' + TAIL),
    "styles": (STYLES, f"<styleSheet {MAIN}><cellXfs>" + '<xf numFmtId="0"/>' * 90_000 + "</cellXfs></styleSheet>"),
    "format": (STYLES, f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="200" formatCode="' + "[" * 200_000
        + '"/></numFmts></styleSheet>'),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_memory_is_bounded_when_a_workbook_is_hostile(tmp_path: Path, name: str) -> None:
    part, content = HOSTILE[name]
    path = with_part(workbook_file(tmp_path / "罠.xlsx", [["x"]]), part, content)
    tracemalloc.start()
    try:
        assert any(word in told(path) for word in ("大きすぎ", "壊れている"))
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()


def test_it_is_said_when_a_workbook_lists_a_sheet_many_times(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "罠.xlsx", [["x"]])
    content = zipfile.ZipFile(path).read(BOOK).decode()
    listed = content[content.index("<sheet ") : content.index("</sheets>")]
    assert "壊れている" in told(rewritten(path, BOOK, listed, listed * 500))


def test_it_is_said_when_every_sheet_is_hidden(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["隠れた表"]])
    assert "壊れている" in told(rewritten(path, BOOK, 'state="visible"', 'state="hidden"'))


def test_it_is_said_when_a_part_of_the_zip_is_locked(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["会議が長い"]])
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "壊れている" in told(path)


def test_it_is_said_when_a_workbook_is_in_the_strict_dialect(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["会議が長い"]])
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert "壊れている" in told(
        rewritten(path, BOOK, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict)
    )


def test_it_is_said_when_a_zip_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "別物.xlsx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    path.write_bytes(stream.getvalue())
    assert "壊れている" in told(path)


def test_it_is_said_when_the_directory_of_a_zip_is_endless(tmp_path: Path) -> None:
    path = tmp_path / "罠.xlsx"
    path.write_bytes(
        b"PK\x03\x04" + bytes(3_000_000) + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 3_000_000, 4, 0)
    )
    assert "大きすぎ" in told(path)


@pytest.mark.parametrize("content", [b"a\n" * 30_000, b"," * 500, b"x" * 20_000_001])
def test_it_is_said_when_a_text_file_is_too_large(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "大.csv"
    path.write_bytes(content)
    assert "大きすぎ" in told(path)
