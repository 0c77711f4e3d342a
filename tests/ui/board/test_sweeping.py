"""What would undo much of a board's order at one stroke is asked about once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.board.conftest import Board
from tests.ui.board.groups import group, with_groups
from ui.board.editing import TitleBox

PLAIN, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def three(board: Board) -> Board:
    return with_groups(board, "紙", "会議", "照会")


def press(board: Board, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(board.view, key, modifiers)


def question(board: Board) -> QMessageBox:
    asked = board.view.commands.sweeping.question
    assert asked is not None
    return asked


def answer(qtbot: QtBot, board: Board, words: str) -> None:
    asked = question(board)
    qtbot.waitUntil(asked.isVisible)
    next(one for one in asked.buttons() if one.text() == words).click()
    assert board.view.commands.sweeping.question is None


def test_groups_stay_when_g_is_pressed_on_all_and_the_question_is_answered_by_no(qtbot: QtBot, three: Board) -> None:
    press(three, Qt.Key.Key_A, CTRL)
    press(three, Qt.Key.Key_G)
    assert question(three).text() == "3つのグループをばらして、6枚を1つのグループにしますか。"
    assert three.kinds == []
    answer(qtbot, three, "やめる")
    assert three.kinds == []
    assert len(three.workshop.clusters) == 3


def test_nothing_is_done_when_enter_is_pressed_at_the_question(qtbot: QtBot, three: Board) -> None:
    press(three, Qt.Key.Key_A, CTRL)
    press(three, Qt.Key.Key_G)
    qtbot.waitUntil(question(three).isVisible)
    QTest.keyClick(question(three), Qt.Key.Key_Return)
    assert three.view.commands.sweeping.question is None
    assert three.kinds == []


def test_one_group_is_made_when_the_question_is_answered_by_yes(qtbot: QtBot, three: Board) -> None:
    press(three, Qt.Key.Key_A, CTRL)
    press(three, Qt.Key.Key_G)
    answer(qtbot, three, "まとめる")
    assert three.kinds == ["notes_grouped"]
    assert len(three.workshop.clusters) == 1
    assert isinstance(three.screen.editing.box, TitleBox)


@pytest.mark.parametrize(
    ("key", "modifiers", "verb", "kind"),
    [
        (Qt.Key.Key_X, PLAIN, "ほどく", "cluster_dissolved"),
        (Qt.Key.Key_G, SHIFT, "ほどく", "notes_freed"),
        (Qt.Key.Key_M, CTRL, "まとめる", "clusters_merged"),
    ],
)
def test_it_is_done_only_after_a_yes_when_it_takes_three_groups_apart(
    qtbot: QtBot, three: Board, key: Qt.Key, modifiers: Qt.KeyboardModifier, verb: str, kind: str
) -> None:
    press(three, Qt.Key.Key_A, CTRL)
    press(three, key, modifiers)
    assert three.kinds == []
    answer(qtbot, three, verb)
    assert three.kinds == [kind]


def test_nothing_is_asked_when_one_group_with_a_title_is_taken_in(three: Board) -> None:
    members = three.screen.board.members(group(three, "紙"))
    three.screen.board.select(members | {three.note("会議1").id})
    press(three, Qt.Key.Key_G)
    assert three.view.commands.sweeping.question is None
    assert three.kinds == ["notes_grouped"]


def test_it_is_asked_once_when_more_than_thirty_notes_are_deleted(qtbot: QtBot, board: Board) -> None:
    board.add(*(f"付箋{number}" for number in range(31)))
    board.settle()
    board.view.setFocus()
    press(board, Qt.Key.Key_A, CTRL)
    press(board, Qt.Key.Key_Delete)
    assert question(board).text() == "31枚の付箋を消しますか。"
    answer(qtbot, board, "消す")
    assert board.workshop.notes == {}
