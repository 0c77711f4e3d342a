"""What is ticked when many lines come in, of which kind they become, and what is told afterwards."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from tests.ui.board.conftest import Board
from tests.ui.board.test_taking_in import agree, index, opened, pasted, settled, table
from ui.board.intake_list import DOUBLE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_greetings_and_signatures_are_not_ticked_when_a_mail_is_pasted(board: Board, qtbot: QtBot) -> None:
    mail = "各位\nお疲れさまです。\nTELの取次ぎが多い\n特になし\n会議が長い\n以上\n田中太郎\nTEL 03-1234-5678"
    dialog = pasted(board, qtbot, mail)
    assert dialog.lines.chosen() == ["TELの取次ぎが多い", "会議が長い"]
    assert dialog.heading.text() == "2枚の付箋になります"
    assert index(dialog, 0).data(DOUBLE) == "あいさつ・署名のようです"
    assert index(dialog, 3).data(DOUBLE) == "「なし」という答えです"
    assert "6行は、チェックを外してあります" in dialog.remarks.text()
    dialog.lines.setData(index(dialog, 3), "特に会議が多い")
    assert index(dialog, 3).data(DOUBLE) == ""
    dialog.lines.tick_all(True)
    assert len(dialog.lines.chosen()) == 8


def test_the_first_line_is_ticked_away_when_space_is_the_first_key(board: Board, qtbot: QtBot) -> None:
    dialog = pasted(board, qtbot, "印刷\n照会")
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.lines.chosen() == ["照会"]


def test_notes_are_troubles_when_a_file_is_read_in_while_another_kind_is_typed(
    board: Board, qtbot: QtBot, tmp_path: Path
) -> None:
    board.screen.entry.kinds.choose(NoteKind.PARKED)
    path = tmp_path / "声.txt"
    path.write_text("印刷\n特になし\n照会\n", encoding="utf-8")
    board.screen.taking_in.read_file(path)
    agree(opened(board, qtbot))
    assert {note.text: note.kind for note in board.workshop.notes.values()} == dict.fromkeys(
        ("印刷", "照会"), NoteKind.TROUBLE
    )


def test_it_is_told_with_a_way_back_when_notes_were_added(board: Board, qtbot: QtBot) -> None:
    agree(pasted(board, qtbot, "印刷\n照会"))
    notice = board.screen.notice
    assert notice.text == "2枚加えました。"
    undo = next(one for one in notice.findChildren(QPushButton) if one.text() == "元に戻す")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert board.workshop.notes == {}
    assert notice.text == ""


def test_the_way_back_goes_when_something_else_is_done(board: Board, qtbot: QtBot) -> None:
    agree(pasted(board, qtbot, "印刷\n照会"))
    board.add("会議")
    assert board.screen.notice.text == ""


def test_it_is_told_that_nothing_is_projected_when_new_notes_are_hidden(board: Board, qtbot: QtBot) -> None:
    board.screen.switch_silence()
    agree(pasted(board, qtbot, "印刷\n照会"))
    assert board.screen.notice.text == "2枚加えました。投影していません。"


def test_each_question_has_its_kind_when_forms_wrote_the_file(board: Board, qtbot: QtBot, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ID", "開始時刻", "完了時刻", "困っていること", "改善の案", "その他"])
    sheet.append([1, "2026-06-04", "2026-06-04", "印刷が多くて困る", "電子化", "空調"])
    book.save(tmp_path / "回答.xlsx")
    dialog = table(board, qtbot, tmp_path / "回答.xlsx")
    first, second, third = dialog.questions
    assert [row.kinds.kind for row in dialog.questions] == [NoteKind.TROUBLE, NoteKind.IDEA, NoteKind.TROUBLE]
    assert [row.kinds.isVisible() for row in dialog.questions] == [True, False, False]
    assert not dialog.kinds.isVisible()
    for row in (second, third):
        QTest.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    QTest.mouseClick(third.kinds.buttons[NoteKind.PARKED], Qt.MouseButton.LeftButton)
    assert third.kind_words.text() == "種類：駐車場"
    assert third.value()
    settled(dialog, qtbot)
    dialog.lines.tick_all(False)
    QTest.mouseClick(second.kinds.buttons[NoteKind.TIP], Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert dialog.lines.count() == 0  # another kind takes no tick back
    dialog.lines.tick_all(True)
    agree(dialog)
    assert board.kinds == ["notes_added"]
    told = {note.text: note.kind for note in board.workshop.notes.values()}
    assert told == {"印刷が多くて困る": NoteKind.TROUBLE, "電子化": NoteKind.TIP, "空調": NoteKind.PARKED}
    assert first.value()
