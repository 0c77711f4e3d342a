"""Hands on the panel of suggested groups."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.grouping import SuggestedGroup
from tests.ui.board.conftest import Board
from ui.board.draft import Draft
from ui.board.proposal_model import FOOT, Kind

LEFT = Qt.MouseButton.LeftButton
TROUBLES = (
    "印刷と製本に時間がかかる",
    "印刷した資料の差し替えが多い",
    "印刷の部数が直前に変わる",
    "残業が多くて帰れない",
    "残業の申請が面倒",
    "残業しても終わらない",
)


def suggest(board: Board, qtbot: QtBot) -> None:
    """Press the button and wait for the groups, and for all that is said of them."""
    QTest.mouseClick(board.screen.toolbar.tools.suggest, LEFT)
    wait(board, qtbot)


def wait(board: Board, qtbot: QtBot) -> None:
    panel = board.screen.panel
    qtbot.waitUntil(lambda: panel.work is None, timeout=30_000)
    qtbot.waitUntil(lambda: panel.tree.rows.is_settled)


def draft(board: Board) -> Draft:
    found = board.screen.panel.draft
    assert found is not None
    return found


def groups(board: Board) -> tuple[SuggestedGroup, ...]:
    return draft(board).proposal.groups


def with_note(board: Board, text: str) -> set[str]:
    """The texts of the proposed group that a note is in; empty where it stays alone."""
    found = draft(board).homes.get(board.note(text).id)
    return {board.workshop.notes[i].text for i in found[0].note_ids} if found else set()


def group_row(board: Board, number: int) -> QModelIndex:
    return board.screen.panel.tree.rows.find(groups(board)[number - 1].key)


def row_of(board: Board, text: str) -> QModelIndex:
    """The row of a note, wherever it is."""
    return board.screen.panel.tree.rows.find(board.note(text).id)


def heading(board: Board, kind: Kind) -> QModelIndex:
    return board.screen.panel.tree.rows.find(kind.value)


def foot(index: QModelIndex) -> str:
    return str(index.data(FOOT))


def state(index: QModelIndex) -> Qt.CheckState:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))


def go_to(board: Board, index: QModelIndex) -> None:
    """Go to a row with the cursor."""
    tree = board.screen.panel.tree
    if index.parent().isValid():
        tree.expand(index.parent())
    tree.setCurrentIndex(index)
    tree.setFocus()


def click_tick(board: Board, index: QModelIndex) -> None:
    tree = board.screen.panel.tree
    tree.scrollTo(index)
    place = tree.visualRect(index)
    right = 20 if not index.parent().isValid() else 44
    QTest.mouseClick(tree.viewport(), LEFT, pos=QPoint(place.x() + right, place.y() + 18))


def press(board: Board, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.screen.panel.tree, key, modifier)


def members(board: Board) -> list[set[str]]:
    """The texts of the notes of each group on the board."""
    every = [board.workshop.members(cluster.id) for cluster in board.workshop.ordered_clusters()]
    return [{note.text for note in notes} for notes in every]
