"""The notes of the 班: entered one 班 after another, each in its lane, then brought together."""

from collections import Counter

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.board import Note, NoteKind
from models.edits.deciding import add_participant
from models.edits.notes import move_notes
from models.edits.teams import clear_teams, make_teams
from tests.ui.board.conftest import Board
from tests.ui.typing import type_text
from ui.board.menu import board_menu

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(board: Board) -> Board:
    """A board for twelve people in three 班."""
    assert board.live.apply(add_participant(board.workshop, "総務課", "係員", 12))
    assert board.live.apply(make_teams(board.workshop, 3, 1))
    board.edits.clear()
    return board


def next_team(board: Board) -> None:
    QTest.keyClick(board.screen.entry.line, Key.Key_Down, Mod.ControlModifier)


def write(board: Board, *texts: str) -> None:
    for text in texts:
        type_text(board.screen.entry.line, text)
        QTest.keyClick(board.screen.entry.line, Key.Key_Return)


def enter_all(board: Board) -> None:
    """Three notes of each 班, one 班 after another."""
    for team in (1, 2, 3):
        next_team(board)
        write(board, *(f"{team}班の{number}" for number in range(3)))


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def lane_of(board: Board, note: Note) -> int:
    """The number of the lane that a note is seen in, 0 for none."""
    lanes = board.screen.board.lanes.lanes.values()
    middle = QPointF(note.x + 10.0, note.y + 10.0)
    return next((lane.team for lane in lanes if lane.rect.contains(middle)), 0)


def test_there_is_no_choice_of_a_team_when_there_are_none(board: Board) -> None:
    assert not board.screen.entry.teams.isVisible()
    assert not board.screen.entry.whose.isVisible()
    next_team(board)
    write(board, "印刷が多い")
    assert board.note("印刷が多い").team == 0
    assert not board.screen.board.lanes.lanes


def test_notes_land_in_each_teams_lane_when_they_are_entered_one_after_another(room: Board) -> None:
    assert room.screen.entry.teams.isVisible()
    write(room, "みんなの一枚")
    enter_all(room)
    assert Counter(note.team for note in room.workshop.notes.values()) == {0: 1, 1: 3, 2: 3, 3: 3}
    assert all(lane_of(room, note) == note.team for note in room.workshop.notes.values())
    assert room.screen.board.lanes.lanes[2].words() == "2班　3枚"


def test_the_lane_is_seen_and_named_when_its_team_is_chosen(room: Board) -> None:
    next_team(room)
    next_team(room)
    entry, lane = room.screen.entry, room.screen.board.lanes.lanes[2]
    assert entry.teams.currentText() == "2班"
    assert entry.line.placeholderText().startswith("2班：困りごと")
    assert entry.line.hasFocus()
    assert lane.chosen
    assert [one.team for one in room.screen.board.lanes.lanes.values() if one.chosen] == [2]
    sight = room.view.mapToScene(room.view.viewport().rect()).boundingRect()
    assert sight.contains(lane.rect.topLeft())


def test_everybody_comes_round_again_when_the_last_team_is_done(room: Board) -> None:
    entry = room.screen.entry
    for team in (1, 2, 3, 0):
        next_team(room)
        assert entry.team == team
    QTest.keyClick(entry.line, Key.Key_Up, Mod.ControlModifier)
    assert entry.team == 3


def test_a_team_is_chosen_when_it_is_picked_from_the_list(room: Board) -> None:
    picker = room.screen.entry.teams
    picker.setFocus()
    QTest.keyClick(picker, Key.Key_Down)
    assert room.screen.entry.team == 1
    write(room, "選んで書く")
    assert room.note("選んで書く").team == 1


def test_pasted_lines_land_in_the_lane_when_a_team_is_chosen(qtbot: QtBot, room: Board) -> None:
    next_team(room)
    QGuiApplication.clipboard().setText("ひとつめ\nふたつめ")
    QTest.keyClick(room.screen.entry.line, Key.Key_V, Mod.ControlModifier)
    qtbot.waitUntil(lambda: room.screen.taking_in.dialog is not None)
    dialog = room.screen.taking_in.dialog
    assert dialog is not None
    press(dialog.add)
    assert {note.team for note in room.workshop.notes.values()} == {1}


def test_nobody_can_tell_the_team_when_the_notes_are_brought_together(room: Board) -> None:
    tools = room.screen.toolbar.tools
    assert tools.together.isHidden()
    enter_all(room)
    assert tools.together.isVisible()
    assert tools.suggest.isHidden()
    assert not tools.tidy.isEnabled()
    assert all(note.hidden for note in room.workshop.notes.values())
    press(tools.together)
    assert room.kinds[-1] == "teams_brought_together"
    assert all(not note.hidden and not note.team for note in room.workshop.notes.values())
    assert room.screen.board.lanes.lanes == {}
    assert room.screen.entry.team == 0
    assert tools.together.isHidden()
    assert tools.suggest.isVisible()
    assert "混ぜて" in room.screen.notice.text
    scene = room.screen.board  # none is seen on its way: that would tell
    assert all(scene.place(note.id) == (note.x, note.y) for note in room.workshop.notes.values())


def test_each_teams_notes_are_in_its_lane_again_when_bringing_together_is_undone(room: Board) -> None:
    enter_all(room)
    before = room.workshop
    press(room.screen.toolbar.tools.together)
    room.live.undo()
    assert room.workshop == before
    assert all(lane_of(room, note) == note.team for note in room.workshop.notes.values())
    assert room.screen.toolbar.tools.together.isVisible()


def test_a_lane_grows_when_its_notes_fill_it(room: Board) -> None:
    next_team(room)
    lane = room.screen.board.lanes.lanes[1]
    height = lane.rect.height()
    write(room, *(f"一枚{number}" for number in range(10)))
    assert lane.rect.height() > height
    assert all(lane_of(room, note) == 1 for note in room.workshop.notes.values())


def test_a_lane_leaves_a_note_behind_when_it_was_carried_out(room: Board) -> None:
    enter_all(room)
    note = room.note("1班の0")
    assert room.live.apply(move_notes(room.workshop, {note.id: (900.0, 2_000.0)}))
    assert lane_of(room, room.note("1班の0")) == 0
    assert room.screen.board.lanes.lanes[1].rect.bottom() < 1_000.0


def test_no_team_is_chosen_when_the_teams_are_cleared(room: Board) -> None:
    enter_all(room)
    assert room.live.apply(clear_teams(room.workshop))
    assert not room.screen.entry.teams.isVisible()
    assert room.screen.entry.team == 0
    assert room.screen.board.lanes.lanes == {}


def test_typing_goes_on_elsewhere_when_the_teams_are_cleared_from_another_screen(qtbot: QtBot, room: Board) -> None:
    next_team(room)
    window, editor = QWidget(), QLineEdit()
    column, pages = QVBoxLayout(window), QStackedWidget()
    column.addWidget(pages)
    pages.addWidget(editor)
    pages.addWidget(room.screen)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    assert room.live.apply(clear_teams(room.workshop))
    assert room.screen.entry.team == 0
    assert editor.hasFocus()
    room.screen.setParent(None)
    window.close()


def test_the_board_is_not_tidied_from_the_menu_when_lanes_are_there(room: Board) -> None:
    enter_all(room)
    menu = board_menu(room.view)
    assert not next(action for action in menu.actions() if action.text() == "整える").isEnabled()


def test_silence_is_not_told_when_only_the_teams_notes_are_hidden(room: Board) -> None:
    enter_all(room)
    assert room.screen.toolbar.tools.silence.text() == "書いている間は投影しない"


def test_a_note_is_a_question_when_its_kind_is_chosen_by_key(board: Board) -> None:
    QTest.keyClick(board.screen.entry.line, Key.Key_5, Mod.AltModifier)
    assert board.screen.entry.line.placeholderText().startswith("質問を一つ書いて Enter")
    write(board, "様式はどこにありますか")
    assert board.note("様式はどこにありますか").kind is NoteKind.QUESTION
    assert board.view.told(board.note("様式はどこにありますか").id).startswith("質問")


def test_a_note_becomes_a_question_when_its_button_is_pressed(board: Board) -> None:
    board.add("様式はどこですか")
    board.click(board.middle("様式はどこですか"))
    QTest.mouseClick(board.screen.selection.kinds[NoteKind.QUESTION], LEFT)
    assert board.note("様式はどこですか").kind is NoteKind.QUESTION


@pytest.mark.parametrize(("width", "words"), [(1168, True), (741, False)])
def test_kinds_say_their_names_when_there_is_room(qtbot: QtBot, room: Board, width: int, words: bool) -> None:
    room.screen.resize(width, 432)
    assert room.screen.width() == width
    made = room.screen.entry.kinds.buttons[NoteKind.QUESTION]
    assert ("質問" in made.text()) is words
    qtbot.waitUntil(lambda: room.screen.entry.line.width() >= 240)


def test_it_is_said_what_is_chosen_when_there_are_teams(room: Board) -> None:
    entry = room.screen.entry
    assert entry.whose.isVisible()
    assert entry.whose.text() == "書く班"
    assert entry.whose.geometry().right() < entry.teams.geometry().left()
    assert room.live.apply(clear_teams(room.workshop))
    assert not entry.whose.isVisible()
