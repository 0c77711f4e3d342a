"""A whole grouping and vote without the mouse, in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.board import Note, RelationKind
from models.workshop import Workshop
from tests.ui.typing import type_text
from ui.background import wait_for_all
from ui.board.editing import TitleBox
from ui.board.entry import EntryLine
from ui.board.screen import BoardScreen
from ui.decide.screen import DecideScreen
from ui.main_window import MainWindow
from ui.rail import RailButton
from ui.screens import BOARD, DECIDE

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 20_000
FURTHEST = 120
"""So many controls are gone through with Tab before one is held to be out of reach."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, fresh: Workshop) -> Iterator[MainWindow]:
    """The window on the empty board of a new workshop."""
    made = MainWindow(tmp_path / "workspace", QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened, timeout=PATIENCE):
        made.resize(1280, 720)
        made.show()
    assert made.workspace is not None
    made.workspace.create(fresh)
    made.open_workshop(fresh.id, BOARD)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.made(BOARD).fitted)
    yield made
    wait_for_all()
    made.close()


def key(key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """A key as it is pressed: for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, keys)
    QApplication.processEvents()


def type_here(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def go_by_tab(target: QWidget, *, back: bool = False) -> None:
    """Tab until a control has the focus; the entry line is left by F6, the rail is gone along with arrows."""
    for _step in range(FURTHEST):
        focused = QApplication.focusWidget()
        if target.hasFocus():
            return
        if isinstance(focused, EntryLine):
            key(Key.Key_F6, SHIFT if back else NONE)
        elif isinstance(focused, RailButton) and isinstance(target, RailButton):
            key(Key.Key_Down)
        else:
            key(Key.Key_Backtab if back else Key.Key_Tab, SHIFT if back else NONE)
    raise AssertionError(f"{target.accessibleName()} is out of reach")


def press_button(button: QAbstractButton, *, back: bool = False) -> None:
    go_by_tab(button, back=back)
    key(Key.Key_Space)


def workshop(window: MainWindow) -> Workshop:
    assert window.live is not None
    return window.live.workshop


def note(window: MainWindow, text: str) -> Note:
    return next(one for one in workshop(window).notes.values() if one.text == text)


def current(board: BoardScreen) -> str:
    assert board.board.current is not None
    return board.board.notes[board.board.current].text


def go_to(board: BoardScreen, text: str) -> None:
    """Search for a note and go to it."""
    key(Key.Key_F, CTRL)
    type_here(text)
    key(Key.Key_Return)
    key(Key.Key_Escape)
    assert board.view.hasFocus()
    assert current(board) == text


def write(board: BoardScreen, *texts: str) -> None:
    assert board.entry.line.hasFocus()
    for text in texts:
        type_here(text)
        key(Key.Key_Return)
    key(Key.Key_Escape)
    assert board.view.hasFocus()


def name_group(board: BoardScreen, title: str) -> None:
    assert isinstance(board.editing.box, TitleBox)
    assert board.editing.box.hasFocus()
    type_here(title)
    key(Key.Key_Return)
    assert board.view.hasFocus()


def titles(window: MainWindow) -> dict[str, set[str]]:
    whole = workshop(window)
    return {one.title: {member.text for member in whole.members(one.id)} for one in whole.ordered_clusters()}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_room_groups_and_votes_when_nobody_has_a_mouse(window: MainWindow) -> None:
    board: BoardScreen = window.made(BOARD)
    write(board, "印刷が多い", "判子が要る", "会議が長い", "議事録が遅い", "照会が重なる")
    key(Key.Key_Home)
    assert current(board) == "印刷が多い"
    key(Key.Key_Right, SHIFT)
    key(Key.Key_G)
    name_group(board, "紙の仕事")
    go_to(board, "会議が長い")
    key(Key.Key_G)
    name_group(board, "会議のやり方")
    go_to(board, "議事録が遅い")
    key(Key.Key_M)
    type_here("会議")
    key(Key.Key_Return)
    assert titles(window) == {
        "紙の仕事": {"印刷が多い", "判子が要る"},
        "会議のやり方": {"会議が長い", "議事録が遅い"},
    }
    _connect(window, board)
    _vote(window)


def _connect(window: MainWindow, board: BoardScreen) -> None:
    """A lone note leads to the group of the note beside it."""
    go_to(board, "照会が重なる")
    for arrow in (Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_Down):
        if len(board.board.chosen) == 1:
            key(arrow, SHIFT)
    key(Key.Key_R)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Return)
    [relation] = workshop(window).relations.values()
    assert relation.kind is next(iter(RelationKind))
    assert note(window, "照会が重なる").id in (relation.source_id, relation.target_id)


def _vote(window: MainWindow) -> None:
    press_button(window.rail.place(DECIDE), back=True)
    screen: DecideScreen = window.made(DECIDE)
    assert screen.isVisible()
    for dots, row in enumerate(screen.votes.rows.values(), start=1):
        assert row.entry is not None
        go_by_tab(row.entry.field)
        QTest.keyClicks(row.entry.field, str(dots))
    press_button(screen.votes.close_button)
    if not workshop(window).details.votes_closed:  # it is asked whether so few dots are all
        press_button(screen.votes.foot.question.anyway_button)
    assert workshop(window).details.votes_closed
    found = [workshop(window).dots(one.id) for one in workshop(window).ordered_clusters()]
    assert sorted(found) == [1, 2]
