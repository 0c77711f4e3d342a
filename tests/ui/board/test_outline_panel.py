"""The board as text at its side."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.edits.clusters import rename_cluster
from models.edits.relations import relate
from tests.ui.board.conftest import Board
from tests.ui.board.groups import group, with_groups
from ui.board import outline_panel

Key = Qt.Key


@pytest.fixture
def read(board: Board) -> Board:
    """会議 leads to 紙, and the board is read as text."""
    with_groups(board, "紙", "会議")
    board.live.apply(relate(board.workshop, group(board, "会議"), group(board, "紙")))
    QTest.keyClick(board.view, Key.Key_O)
    return board


def said(board: Board) -> list[str]:
    return board.screen.outline.text.toPlainText().split("\n")


def test_the_text_follows_the_arrows_when_it_is_asked_for(read: Board) -> None:
    assert read.screen.outline.isVisible()
    assert said(read) == [
        "１　会議（付箋２件）",
        "これが次につながる　→　２「紙」",
        "２　紙（付箋２件）",
    ]


def test_the_notes_words_are_told_when_that_is_switched_on(read: Board) -> None:
    read.screen.outline.words.click()
    assert "・会議1" in said(read)
    read.screen.outline.titles.click()
    assert "・会議1" not in said(read)


def test_the_text_changes_when_a_group_is_renamed(read: Board, qtbot: QtBot) -> None:
    read.live.apply(rename_cluster(read.workshop, group(read, "会議"), "集まり"))
    qtbot.waitUntil(lambda: "１　集まり（付箋２件）" in said(read))


def test_the_group_is_chosen_when_its_line_is_clicked(read: Board) -> None:
    text = read.screen.outline.text
    block = text.document().findBlockByNumber(2)
    at = text.cursorRect(QTextCursor(block)).center() + QPoint(20, 0)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert read.screen.board.chosen == read.screen.board.members(group(read, "紙"))


def test_the_group_is_chosen_when_enter_is_pressed_on_its_line(read: Board) -> None:
    QTest.keyClick(read.screen.outline.text, Key.Key_Return)
    assert read.screen.board.chosen == read.screen.board.members(group(read, "会議"))


def test_the_text_with_its_indents_is_on_the_clipboard_when_it_is_copied(read: Board) -> None:
    read.screen.outline.copy.click()
    assert QApplication.clipboard().text().split("\n")[1] == "　これが次につながる　→　２「紙」"


def test_a_file_holds_the_text_when_it_is_saved(read: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "付箋.txt"
    monkeypatch.setattr(outline_panel, "ask_save", lambda *_asked: path)
    read.screen.outline.save.click()
    assert path.read_bytes().decode("utf-8-sig").split("\r\n")[0] == "１　会議（付箋２件）"
    assert path.name in read.screen.notice.text


def test_it_is_said_that_nothing_was_lost_when_the_file_cannot_be_written(
    read: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_panel, "ask_save", lambda *_asked: tmp_path / "ない" / "付箋.txt")
    read.screen.outline.save.click()
    assert "付箋.txt" in read.screen.notice.text
    assert not (tmp_path / "ない").exists()


def test_the_board_has_the_focus_again_when_escape_is_pressed_in_the_text(read: Board) -> None:
    QTest.keyClick(read.screen.outline.text, Key.Key_Escape)
    assert read.screen.outline.isHidden()
    assert read.view.hasFocus()


def test_the_text_has_the_suggestions_place_when_both_are_asked_for(read: Board) -> None:
    read.screen.suggest()
    assert read.screen.outline.isHidden()
    assert read.screen.panel.isVisible()
    read.screen.read()
    assert read.screen.panel.isHidden()
    assert read.screen.outline.isVisible()
