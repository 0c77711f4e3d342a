"""Many lines at once: from the clipboard, from files."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.board import MAX_NOTES, NoteKind
from models.intake import Cut
from tests.ui.board.conftest import Board
from ui.board.intake_dialog import IntakeDialog
from ui.board.intake_list import DOUBLE
from ui.board.paste_dialog import PasteDialog, TextDialog
from ui.board.table_dialog import TableDialog
from ui.board.taking_in import ASK_FROM_CHARS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton


def pasted(board: Board, qtbot: QtBot, text: str) -> PasteDialog:
    """What is shown for a text that is pasted into the entry line."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(board.screen.entry.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(board, qtbot)
    assert isinstance(dialog, PasteDialog)
    return dialog


def opened(board: Board, qtbot: QtBot) -> IntakeDialog:
    """The dialog, with its list as it is to be."""
    taking_in = board.screen.taking_in
    qtbot.waitUntil(lambda: taking_in.dialog is not None, timeout=60_000)
    dialog = taking_in.dialog
    assert dialog is not None
    settled(dialog, qtbot)
    return dialog


def settled(dialog: IntakeDialog, qtbot: QtBot) -> None:
    """Nothing is read any more."""
    qtbot.waitUntil(lambda: dialog.work is None, timeout=60_000)


def table(board: Board, qtbot: QtBot, path: Path) -> TableDialog:
    """What is shown for a file with a table."""
    board.screen.taking_in.read_file(path)
    dialog = opened(board, qtbot)
    assert isinstance(dialog, TableDialog)
    return dialog


def forms(path: Path) -> Path:
    """What Microsoft Forms writes."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ID", "開始時刻", "完了時刻", "メール", "名前", "困っていること", "当てはまるもの"])
    for number in range(1, 13):
        person = f"総務 {number}郎"
        sheet.append(
            [number, "2026-06-04", "2026-06-04", "a@example.jp", person, f"困りごとの{number}番", "会議;照会;"]
        )
    book.save(path)
    return path


def index(dialog: IntakeDialog, row: int) -> QModelIndex:
    return dialog.lines.index(row)


def agree(dialog: IntakeDialog) -> None:
    QTest.mouseClick(dialog.add, LEFT)


def texts(board: Board) -> list[str]:
    return [note.text for note in board.workshop.ordered_notes()]


def test_each_line_becomes_a_note_in_one_edit_when_many_are_pasted(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "・印刷が多い\r\n\r\n・照会が遅い\r\n会議が長い")
    assert dialog.heading.text() == "3枚の付箋になります"
    assert board.kinds == []
    agree(dialog)
    assert board.kinds == ["notes_added"]
    assert texts(board) == ["印刷が多い", "照会が遅い", "会議が長い"]


def test_a_line_is_left_out_when_its_tick_is_clicked_away(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "印刷\n照会\n会議")
    box = dialog.list.visualRect(index(dialog, 1))
    QTest.mouseClick(dialog.list.viewport(), LEFT, pos=QPoint(box.x() + 12, box.center().y()))
    assert dialog.heading.text() == "2枚の付箋になります"
    agree(dialog)
    assert texts(board) == ["印刷", "会議"]


def test_a_line_is_mended_first_when_it_is_edited(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "印刷\n照会")
    dialog.lines.setData(index(dialog, 0), "印刷が多い")
    dialog.lines.setData(index(dialog, 1), "  ")
    assert dialog.heading.text() == "1枚の付箋になります"
    agree(dialog)
    assert texts(board) == ["印刷が多い"]


def test_notes_are_of_the_chosen_kind_when_lines_are_pasted(board: Board, qtbot: QtBot) -> None:
    board.screen.entry.kinds.choose(NoteKind.IDEA)
    dialog = pasted(board, qtbot, "自動化\n共有")
    assert dialog.kinds.kind is NoteKind.IDEA
    QTest.mouseClick(dialog.kinds.buttons[NoteKind.TIP], LEFT)
    agree(dialog)
    assert {note.kind for note in board.workshop.notes.values()} == {NoteKind.TIP}


def test_nothing_is_added_when_the_look_is_cancelled(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "印刷\n照会")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: board.screen.taking_in.dialog is None)
    assert board.kinds == []


def test_it_is_said_when_lines_were_shortened_or_left_out(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "長" * 5_001 + "\n---\n照会")
    assert "5,000字を超える1行は、終わりを省きました。" in dialog.remarks.text()
    assert "記号や番号だけの1行は除きました。" in dialog.remarks.text()
    assert not dialog.remarks.isHidden()
    agree(dialog)
    assert len(texts(board)[0]) == 5_000


def test_only_a_sensible_number_is_ticked_when_there_are_too_many(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "\n".join(f"困りごと{number}" for number in range(2_100)))
    assert dialog.heading.text() == "2,000枚の付箋になります"
    assert "2,100行" in dialog.remarks.text()


def test_it_is_said_when_nothing_in_the_paste_is_a_note(board: Board, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("---\n***\n")
    QTest.keyClick(board.screen.entry.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: board.screen.notice.text.startswith("付箋にできる言葉が"))
    assert board.kinds == []


def test_ten_megabytes_are_asked_about_first_when_they_are_pasted(board: Board, qtbot: QtBot) -> None:
    text = "あいうえおかきくけこ\n" * (ASK_FROM_CHARS // 10)
    board.screen.taking_in.paste(text)
    question = board.screen.taking_in.question
    assert question is not None
    assert question.textFormat() == Qt.TextFormat.PlainText
    assert board.screen.taking_in.work is None
    read = next(one for one in question.buttons() if one.text() == "読み込む")
    QTest.mouseClick(read, LEFT)
    dialog = opened(board, qtbot)
    assert dialog.lines.rowCount() == MAX_NOTES
    told = dialog.remarks.text().split("\n")
    assert [line.partition("、")[2] for line in told] == [
        "はじめの20,000枚分だけを表示しています。取り込めるのもこの分だけで、その先は読んでいません。残りは分けて取り込んでください。",
        "はじめの2,000枚分だけを選んでいます。",
    ]
    assert board.kinds == []


def test_nothing_is_read_when_the_question_is_answered_with_no(board: Board, qtbot: QtBot) -> None:
    board.screen.taking_in.paste("あ\n" * ASK_FROM_CHARS)
    question = board.screen.taking_in.question
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: board.screen.taking_in.question is None)
    assert board.screen.taking_in.work is None


def test_the_window_lives_when_ten_megabytes_are_read(board: Board, qtbot: QtBot) -> None:
    board.screen.taking_in._read_text(("---\n" * 40 + "会議室の空きを探す\n") * 24_000)
    turns = Turns()
    dialog = opened(board, qtbot)
    assert turns.count > 20
    assert dialog.lines.rowCount() == MAX_NOTES


class Turns:
    """How often the window got its turn."""

    def __init__(self) -> None:
        self.count = 0
        self.timer = QTimer()
        self.timer.timeout.connect(self._turn)
        self.timer.start(1)

    def _turn(self) -> None:
        self.count += 1


def test_nothing_is_shown_when_ten_megabytes_are_called_off(board: Board, qtbot: QtBot) -> None:
    board.screen.taking_in._read_text("あいうえおかきくけこ\n" * 300_000)
    work = board.screen.taking_in.work
    assert work is not None
    cancel = next(one for one in board.screen.notice.findChildren(QPushButton) if one.text() == "やめる")
    with qtbot.waitSignal(work.ended, timeout=30_000):
        QTest.mouseClick(cancel, LEFT)
    assert board.screen.taking_in.dialog is None
    assert board.kinds == []


def test_the_way_of_cutting_is_asked_only_when_it_matters(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "会議が長い\nなぜか\n\n印刷が多い")
    assert dialog.ways.isVisible()
    assert dialog.heading.text() == "3枚の付箋になります"
    QTest.mouseClick(dialog.ways.option(Cut.PARAGRAPHS), LEFT)
    settled(dialog, qtbot)
    assert dialog.lines.chosen() == ["会議が長い\nなぜか", "印刷が多い"]
    dialog.reject()
    qtbot.waitUntil(lambda: board.screen.taking_in.dialog is None)
    assert not pasted(board, qtbot, "会議が長い\n印刷が多い").ways.isVisible()


def test_doubles_are_marked_and_stay_when_they_are_pasted(board: Board, qtbot: QtBot) -> None:
    board.add("印刷が多い")
    dialog = pasted(board, qtbot, "印刷が多い\n照会\nしょうかい\n会議\n照 会")
    said = [index(dialog, row).data(DOUBLE) for row in range(5)]
    assert said == ["すでにある付箋と同じ", "同じ文が2枚", "", "", "同じ文が2枚"]
    assert dialog.heading.text() == "5枚の付箋になります"
    assert dialog.spare.text() == "重なる2枚を外す"
    QTest.mouseClick(dialog.spare, LEFT)
    assert dialog.lines.chosen() == ["照会", "しょうかい", "会議"]
    assert not dialog.spare.isVisible()
    dialog.lines.tick_all(True)
    agree(dialog)
    assert len(texts(board)) == 6


def test_what_is_said_twice_is_counted_as_ticks_and_words_change(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "会議\n照会\n会議\n会議")
    lines = dialog.lines
    assert lines.spare() == 2
    lines.setData(index(dialog, 2), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert lines.spare() == 1
    lines.setData(index(dialog, 3), "会議が長い")
    assert lines.spare() == 0
    assert not dialog.spare.isVisible()
    assert index(dialog, 3).data(DOUBLE) == ""
    lines.tick_all(False)
    assert (lines.count(), lines.spare()) == (0, 0)
    lines.tick_all(True)
    assert (lines.count(), lines.spare()) == (4, 1)
    lines.untick_spare()
    assert lines.chosen() == ["会議", "照会", "会議が長い"]


def test_the_answers_are_chosen_by_question_when_forms_wrote_the_file(
    board: Board, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = table(board, qtbot, forms(tmp_path / "回答.xlsx"))
    assert [row.question.title for row in dialog.questions] == ["困っていること", "当てはまるもの"]
    assert [row.value() for row in dialog.questions] == [True, False]
    assert "名前" in dialog.withheld.text()
    assert dialog.shuffled.value()
    assert not dialog.header.isVisible()
    assert sorted(dialog.lines.chosen()) == sorted(f"困りごとの{number}番" for number in range(1, 13))
    QTest.mouseClick(dialog.questions[0].tick, LEFT)
    QTest.mouseClick(dialog.questions[1], LEFT)
    settled(dialog, qtbot)
    assert sorted(dialog.lines.chosen()) == ["会議"] * 12 + ["照会"] * 12
    QTest.mouseClick(dialog.by_pick, LEFT)
    settled(dialog, qtbot)
    assert dialog.lines.chosen() == ["会議;照会;"] * 12
    agree(dialog)
    assert board.kinds == ["notes_added"]


def test_nothing_can_be_added_when_no_question_is_ticked(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = table(board, qtbot, forms(tmp_path / "回答.xlsx"))
    QTest.mouseClick(dialog.questions[0].tick, LEFT)
    settled(dialog, qtbot)
    assert not dialog.add.isEnabled()
    assert "質問を1つ以上" in dialog.remarks.text()


def test_notes_are_of_their_own_kinds_when_a_column_tells_them(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "付箋.csv"
    path.write_text("付箋,種類,グループ\n自動化,アイデア,会議\n印刷,,\n人員,駐車場,会議\n", encoding="utf-8-sig")
    dialog = table(board, qtbot, path)
    assert "グループの列は読みません" in dialog.withheld.text()
    assert dialog.questions[0].kind_words.text() == "種類のない行は：困りごと"
    agree(dialog)
    assert board.kinds == ["notes_added"]
    told = {note.text: note.kind for note in board.workshop.notes.values()}
    assert told == {"自動化": NoteKind.IDEA, "印刷": NoteKind.TROUBLE, "人員": NoteKind.PARKED}


def test_the_first_row_is_a_note_when_it_holds_no_names(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    path.write_bytes("番号,困りごと\r\n1,印刷が多くて帰れない\r\n2,照会の締切が短い\r\n".encode("cp932"))
    dialog = table(board, qtbot, path)
    assert dialog.header.isChecked()
    assert dialog.lines.chosen() == ["印刷が多くて帰れない", "照会の締切が短い"]
    QTest.mouseClick(dialog.header, LEFT, pos=QPoint(12, dialog.header.height() // 2))
    settled(dialog, qtbot)
    assert dialog.lines.chosen() == ["困りごと", "印刷が多くて帰れない", "照会の締切が短い"]


@pytest.mark.parametrize("suffix", [".csv", ".txt"])
def test_the_file_is_read_anew_when_another_encoding_is_chosen(
    board: Board, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"声{suffix}"
    path.write_text("困りごと\n" + "印刷が多くて帰れない\n" * 9, encoding="utf-8")
    board.screen.taking_in.read_file(path)
    choose_encoding(opened(board, qtbot), "cp932")
    qtbot.waitUntil(lambda: garbled(board))
    assert "印刷" not in "".join(opened(board, qtbot).lines.chosen())
    assert board.kinds == []
    choose_encoding(opened(board, qtbot), "utf-8")
    qtbot.waitUntil(lambda: not garbled(board))
    dialog = opened(board, qtbot)
    assert isinstance(dialog, TableDialog if suffix == ".csv" else TextDialog)
    assert dialog.reading is not None
    assert "印刷が多くて" in dialog.reading.beginning.text()
    agree(dialog)
    assert texts(board)[-9:] == ["印刷が多くて帰れない"] * 9


def choose_encoding(dialog: IntakeDialog, encoding: str) -> None:
    assert dialog.reading is not None
    dialog.reading.encodings.show_value(encoding)
    dialog.reading.encodings.edited.emit()


def garbled(board: Board) -> bool:
    dialog = board.screen.taking_in.dialog
    return dialog is not None and dialog.reading is not None and dialog.reading.warning.isVisible()


def test_it_is_said_in_the_look_when_the_file_is_gone_meanwhile(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    path.write_text("困りごと\n印刷が多い\n", encoding="utf-8")
    dialog = table(board, qtbot, path)
    path.unlink()
    choose_encoding(dialog, "cp932")
    qtbot.waitUntil(lambda: "見つかりません" in dialog.remarks.text())
    assert dialog.lines.chosen() == ["印刷が多い"]


def test_one_sentence_is_said_when_a_file_is_no_table(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "<b>壊れた.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    board.screen.taking_in.read_file(path)
    qtbot.waitUntil(lambda: "壊れた.xlsx" in board.screen.notice.text)
    assert board.screen.taking_in.work is None
    assert board.kinds == []


def test_nothing_comes_when_reading_is_cancelled(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    path.write_text("困りごと\n印刷が多い\n", encoding="utf-8")
    board.screen.taking_in.read_file(path)
    work = board.screen.taking_in.work
    assert work is not None
    board.screen.taking_in.cancel()
    with qtbot.waitSignal(work.ended):
        pass
    assert board.screen.taking_in.dialog is None
    assert board.screen.notice.text == ""
