"""What is ticked when many lines come in, of which kind they become, and what is told afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.board import NoteKind
from tests.ui.board.conftest import Board
from tests.ui.board.test_taking_in import agree, index, opened, pasted
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
