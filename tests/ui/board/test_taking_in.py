"""Many lines at once: from the clipboard, from files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from tests.ui.board.conftest import Board
from ui.board.intake_dialog import IntakeDialog, TableDialog
from ui.board.taking_in import ASK_FROM_CHARS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton


def pasted(board: Board, qtbot: QtBot, text: str) -> IntakeDialog:
    """What is shown for a text that is pasted into the entry line."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(board.screen.entry.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return opened(board, qtbot)


def opened(board: Board, qtbot: QtBot) -> IntakeDialog:
    taking_in = board.screen.taking_in
    qtbot.waitUntil(lambda: taking_in.dialog is not None, timeout=30_000)
    assert taking_in.dialog is not None
    return taking_in.dialog


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
    assert dialog.lines.rowCount() == ASK_FROM_CHARS // 10
    assert board.kinds == []


def test_nothing_is_read_when_the_question_is_answered_with_no(board: Board, qtbot: QtBot) -> None:
    board.screen.taking_in.paste("あ\n" * ASK_FROM_CHARS)
    question = board.screen.taking_in.question
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: board.screen.taking_in.question is None)
    assert board.screen.taking_in.work is None


def test_the_column_can_be_chosen_when_a_cp932_table_is_read(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "声.csv"
    path.write_bytes("番号,困りごと,課室\r\n1,印刷が多くて帰れない,総務\r\n2,照会の締切が短い,会計\r\n".encode("cp932"))
    board.screen.taking_in.read_file(path)
    dialog = opened(board, qtbot)
    assert isinstance(dialog, TableDialog)
    assert dialog.header.isChecked()
    assert dialog.columns.currentText() == "2列目: 困りごと"
    assert dialog.lines.chosen() == ["印刷が多くて帰れない", "照会の締切が短い"]
    dialog.columns.setCurrentIndex(2)
    assert dialog.lines.chosen() == ["総務", "会計"]
    QTest.mouseClick(dialog.header, LEFT, pos=QPoint(12, dialog.header.height() // 2))
    assert dialog.lines.chosen() == ["課室", "総務", "会計"]
    agree(dialog)
    assert texts(board) == ["課室", "総務", "会計"]


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
