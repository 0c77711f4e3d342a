"""Excel workbooks: what a person sees on the first sheet."""

import zipfile
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.intake.workbooks import BOOK, SHEET, raw_workbook, read_table, rewritten, workbook_file

NAMES = "①㈱髙﨑の決裁"


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
    assert [row[0] for row in read_table(tmp_path / "a.xlsx").rows] == ["会議が長い", "印刷が多い"]


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
