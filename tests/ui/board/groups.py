"""Boards with groups on them, and the menus that open there."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from models.edits.notes import move_notes
from models.layout import ISLAND_HEAD
from tests.ui.board.conftest import Board

STEP = 224.0


def with_groups(board: Board, *titles: str, across: float = 700.0) -> Board:
    """A group of two notes for each title, `across` apart in rows of two, the board with the focus."""
    for number, title in enumerate(titles):
        texts = [f"{title}1", f"{title}2"]
        board.add(*texts)
        board.group(*texts, title=title)
        x, y = number % 2 * across, number // 2 * 400.0
        places = {board.note(text).id: (x + STEP * at, y) for at, text in enumerate(texts)}
        board.live.apply(move_notes(board.workshop, places))
    board.edits.clear()
    board.settle()
    board.view.setFocus()
    return board


def group(board: Board, title: str) -> str:
    """The id of the group with a title."""
    return next(one.id for one in board.workshop.ordered_clusters() if one.title == title)


def handle(board: Board, title: str) -> QPointF:
    """Where one takes hold of a group without meeting its title."""
    head = board.screen.board.islands[group(board, title)].head()
    return QPointF(head.right() - 16.0, head.y() + ISLAND_HEAD / 2)


def open_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(words: str) -> None:
    """Take an entry of the menu that is open, by its words."""
    menu = open_menu()
    menu.setActiveAction(next(one for one in menu.actions() if words in one.text()))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
