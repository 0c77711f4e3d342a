"""What people bring: pasted text, CSV in any usual encoding, Excel workbooks whole, odd and hostile."""

import io
import struct
import tracemalloc
import zipfile
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from models.intake import Table, column_notes, guess_note_column, has_header, note_lines, pasted_notes, read_table
from models.problems import Problem
from models.text import clean

NAMES = "①㈱髙﨑の決裁"


# --- pasted text ---


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("・会議が長い", "会議が長い"),
        ("- 会議が長い", "会議が長い"),
        ("* [ ] 会議が長い", "会議が長い"),
        ("•\t会議が長い", "会議が長い"),
        ("● 会議が長い", "会議が長い"),
        ("◯会議が長い", "会議が長い"),
        ("○とりまとめが大変", "とりまとめが大変"),
        ("①会議が長い", "会議が長い"),
        ("⑳　会議が長い", "会議が長い"),
        ("1. 会議が長い", "会議が長い"),
        ("１．会議が長い", "会議が長い"),
        ("(1) 会議が長い", "会議が長い"),
        ("（１２）会議が長い", "会議が長い"),
        ("・(3) 会議が長い", "会議が長い"),
        ("1.\t会議が長い", "会議が長い"),
    ],
)
def test_the_bullet_goes_when_a_line_begins_with_one(line: str, note: str) -> None:
    assert note_lines(line) == [note]


@pytest.mark.parametrize(
    "line",
    [
        "1.5倍の時間がかかる",
        "2、3人で回している",
        "10時の打合せが続く",
        "-5度の書庫",
        "・・・もう無理",
        "○○課から返事がない",
        "○×で答えさせてほしい",
        "■■さんの印",
        "①と②の違いが分からない",
        "*印の意味が不明",
        "「早く」と言われる",
        '"至急"が口ぐせ',
        "👨‍👩‍👧の時間がない",
        "葛󠄀城様の﨑",
        "🎉",
    ],
)
def test_a_line_stays_whole_when_its_beginning_means_something(line: str) -> None:
    assert note_lines(line) == [line]


def test_lines_become_notes_when_text_is_pasted() -> None:
    intake = pasted_notes("\ufeff一つ目\r\n\r\n　\r\n二つ目\x0b三つ目\n-----\n・\n\u200b\n四つ目\ud800\x00")
    assert intake.notes == ("一つ目", "二つ目", "三つ目", "四つ目")
    assert (intake.shortened, intake.skipped) == (0, 2)


def test_cells_become_notes_when_a_spreadsheet_is_pasted() -> None:
    text = '1\t会議が長い\t\n2\t"二行の\n付箋"\t"いわゆる""残業"""\n3\t\t"閉じない\n'
    assert note_lines(text) == ["会議が長い", "二行の\n付箋", 'いわゆる"残業"', '"閉じない']


def test_a_shortened_note_is_counted_when_it_is_too_long() -> None:
    intake = pasted_notes("短い\n" + "長" * 5_001 + "\n" + "丁" * 5_000)
    assert [len(note) for note in intake.notes] == [2, 5_000, 5_000]
    assert intake.shortened == 1


@given(st.text(st.characters(exclude_categories=[]), max_size=200) | st.text('"\t\n・1. あa', max_size=60))
def test_notes_are_clean_when_anything_is_pasted(text: str) -> None:
    for note in pasted_notes(text).notes:
        assert note
        assert note == clean(note)


@given(st.lists(st.text('あいう"\n\tab', min_size=1).map(str.strip).filter(lambda cell: "あ" in cell), max_size=8))
def test_cells_come_back_when_a_spreadsheet_quoted_them(cells: list[str]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if set('"\n\t') & set(cell) else cell

    assert note_lines("\t".join(map(quoted, cells))) == cells


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("・会議室の空きを探すだけで半日つぶれる\n", 180_000),
        ("a\t", 600_000),
        ('"a""b\n', 200_000),
        ('"a\n', 900_000),
        ('""', 5_000_000),
    ],
)
def test_every_piece_is_read_when_megabytes_are_pasted(line: str, count: int) -> None:
    assert len(pasted_notes(line * count).notes) == (count if line != '""' else 1)


# --- text files ---

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
    assert column_notes(table, 1, True).notes[0] == "㈱髙﨑の決裁"


def test_lines_are_one_column_when_a_text_file_has_no_tabs(tmp_path: Path) -> None:
    path = tmp_path / "付箋.txt"
    path.write_text("・会議が長い, とても\n\n・印刷が多い\n", encoding="utf-8")
    table = read_table(path)
    assert not has_header(table)
    assert column_notes(table, 0, False).notes == ("会議が長い, とても", "印刷が多い")


def test_rows_are_evened_when_they_are_ragged(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\nc\nd,e,f\n", encoding="utf-8")
    assert read_table(path) == Table(("a", "b", ""), (("c", "", ""), ("d", "e", "f")), "utf-8")


def test_long_cells_are_counted_when_a_column_is_taken() -> None:
    intake = column_notes(Table(("x",), (("長" * 6_000,), ("",), ("12",)), "utf-8"), 0, True)
    assert (len(intake.notes), intake.shortened, intake.skipped) == (1, 1, 1)


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


# --- workbooks ---


def workbook_file(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def rewritten(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with one piece of one part replaced."""
    whole = zipfile.ZipFile(path).read(part).decode()
    assert old in whole
    return with_part(path, part, whole.replace(old, new))


def with_part(path: Path, part: str, content: str) -> Path:
    """The workbook with one part replaced."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert part in parts
    parts[part] = content.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_cells_read_as_they_are_shown_when_a_workbook_is_opened(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["番号", "困りごと", "日付", "率"],
        [1, NAMES + "葛󠄀👨‍👩‍👧", datetime(2026, 6, 4), 0.1 + 0.2],
        [None, None, None, None],
        [2.5, "二行の\n付箋", datetime(2026, 6, 4, 17, 30), True],
        [12345678, "<b>&amp;", "=1+1", -3],
    ]
    table = read_table(workbook_file(tmp_path / "a.xlsx", rows))
    assert table.encoding == "xlsx"
    assert table.header == ("番号", "困りごと", "日付", "率")
    assert table.rows == (
        ("1", NAMES + "葛󠄀👨‍👩‍👧", "2026-06-04", "0.3"),
        ("2.5", "二行の\n付箋", "2026-06-04 17:30", "TRUE"),
        ("12345678", "<b>&amp;", "", "-3"),
    )


def test_the_last_value_is_read_when_a_cell_is_a_formula(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["=A9&B9"]])
    rewritten(path, SHEET, "<v/>" if b"<v/>" in zipfile.ZipFile(path).read(SHEET) else "<v></v>", "<v>計算の結果</v>")
    rewritten(path, SHEET, '<c r="A1"', '<c r="A1" t="str"')
    assert read_table(path).header == ("計算の結果",)


def test_a_merged_note_appears_once_when_values_hide_under_it(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["班", "困りごと"], ["一班", "会議が長い"], ["隠れた値", "印刷が多い"]])
    rewritten(path, SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    assert read_table(path).rows == (("一班", "会議が長い"), ("", "印刷が多い"))


def test_merged_cells_read_once_when_excel_merged_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "困りごと"
    sheet["A2"] = "会議が長い"
    sheet.merge_cells("A2:C4")
    sheet["A5"] = "印刷が多い"
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert column_notes(table, guess_note_column(table), True).notes == ("会議が長い", "印刷が多い")


def raw_workbook(path: Path, sheet: str, strings: str) -> Path:
    """The least workbook that Excel would open, with strings kept apart from the sheet as Excel does it."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    typed = '<Override PartName="{}" ContentType="' + types + '{}+xml"/>'
    listed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    related = '<Relationship Id="{0}" Type="' + kinds + '/{0}" Target="{1}"/>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + typed.format("/xl/workbook.xml", "sheet.main")
        + typed.format("/xl/strings.xml", "sharedStrings")
        + "</Types>",
        "_rels/.rels": listed.format(related.format("officeDocument", "/xl/workbook.xml")),
        BOOK: f'<workbook {MAIN} xmlns:r="{kinds}"><sheets>'
        '<sheet name="付箋" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": listed.format(
            related.format("worksheet", "worksheets/sheet1.xml") + related.format("sharedStrings", "strings.xml")
        ),
        SHEET: f"<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>",
        "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_readings_are_passed_over_when_excel_kept_furigana(tmp_path: Path) -> None:
    strings = (
        "<si><t>使わない</t></si>"
        '<si><r><t>決</t></r><r><t>裁_x000D_\n二行目</t></r><rPh sb="0" eb="2"><t>ケッサイ</t></rPh>'
        '<phoneticPr fontId="0"/></si>'
    )
    path = raw_workbook(tmp_path / "a.xlsx", '<row><c t="s"><v>1</v></c></row>', strings)
    assert read_table(path).header == ("決裁\n二行目",)


def test_each_cell_is_itself_when_strings_are_shared(tmp_path: Path) -> None:
    strings = "".join(f"<si><t>付箋{number}</t></si>" for number in range(3)) + "<si/>"
    cells = "".join(f'<row><c t="s"><v>{number}</v></c></row>' for number in (2, 0, 3, 1, 2))
    table = read_table(raw_workbook(tmp_path / "a.xlsx", cells, strings))
    assert (table.header, table.rows) == (("付箋2",), (("付箋0",), ("付箋1",), ("付箋2",)))


def test_hidden_and_empty_sheets_are_passed_over_when_a_workbook_has_several(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first["A1"] = "隠れた表"
    first.sheet_state = "hidden"
    book.create_sheet("空")
    book.create_sheet("付箋")["B3"] = "見える付箋"
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx").header == ("", "見える付箋")


def test_times_and_errors_read_as_shown_when_cells_hold_them(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [[time(9, 5), timedelta(hours=26, minutes=30), "=1/0", "付箋"]])
    rewritten(path, SHEET, '<c r="C1"', '<c r="C1" t="e"')
    rewritten(path, SHEET, "<v/>" if b"<v/>" in zipfile.ZipFile(path).read(SHEET) else "<v></v>", "<v>#DIV/0!</v>")
    assert read_table(path).header == ("09:05", "26:30", "", "付箋")


def test_dates_are_right_when_a_workbook_counts_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active["A1"] = datetime(2026, 6, 4)
    book.save(tmp_path / "a.xlsx")
    assert "date1904" in zipfile.ZipFile(tmp_path / "a.xlsx").read(BOOK).decode()
    assert read_table(tmp_path / "a.xlsx").header == ("2026-06-04",)


def test_the_size_a_sheet_declares_is_not_believed_when_it_is_wrong(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["困りごと", "誰が"], ["会議が長い", "係長"]])
    rewritten(path, SHEET, 'ref="A1:B2"', 'ref="A1:A1"')
    assert read_table(path).rows == (("会議が長い", "係長"),)


def test_nothing_is_warned_of_when_a_workbook_holds_what_is_left_out(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "a.xlsx", [["会議が長い"]])
    rewritten(path, SHEET, "</worksheet>", '<extLst><ext uri="{x}"/></extLst></worksheet>')
    assert read_table(path).header == ("会議が長い",)


# --- what cannot be read ---

PIECES = (
    "<row>", "<c>", '">', "9", "A1", "-1", "nan", "1e999", "&lt;", "<f>1</f>", '<c s="99" r="B2"><v>45000.5</v></c>',
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>7</v></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>', '<c t="d"><v>x</v></c>',
    '<row r="0"><c r="XFD1"><v>1</v></c></row>',
)  # fmt: skip


def told(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        read_table(path)
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
