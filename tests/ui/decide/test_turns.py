"""In the managers' turn the field holds the managers' dots alone: what a 係長 has in hand is what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import voting
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.decide.dots import DotsEntry
from ui.decide.screen import DecideScreen
from ui.live_document import LiveDocument


@pytest.fixture
def in_turns(screen: DecideScreen, live: LiveDocument) -> DecideScreen:
    """The staff put 5, 4 and nothing counted; now it is the managers' turn."""
    for cluster, dots in zip(live.workshop.ordered_clusters(), (5, 4), strict=False):
        live.apply(voting.set_dots(live.workshop, cluster.id, dots))
    live.apply(voting.next_turn(live.workshop))
    return screen


def _entries(screen: DecideScreen) -> list[DotsEntry]:
    return [row.entry for row in screen.votes.rows.values() if row.entry is not None]


def _type(qtbot: QtBot, screen: DecideScreen, row: int, dots: str) -> None:
    field = _entries(screen)[row].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, dots)
    screen.votes.foot.close_button.setFocus()


def _dots(live: LiveDocument) -> list[int]:
    return [live.workshop.dots(cluster.id) for cluster in live.workshop.ordered_clusters()]


def _beside(entry: DotsEntry) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in entry.findChildren(QLabel) if shown.isVisible())


def test_typed_dots_are_added_to_the_staffs_when_it_is_the_managers_turn(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument
) -> None:
    _type(qtbot, in_turns, 0, "2")
    _type(qtbot, in_turns, 2, "1")
    assert _dots(live) == [7, 4, 1]


def test_managers_dots_are_corrected_and_not_added_twice_when_typed_again(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument
) -> None:
    _type(qtbot, in_turns, 0, "2")
    field = _entries(in_turns)[0].field
    field.setFocus()
    assert field.text() == "2"
    _type(qtbot, in_turns, 0, "3")
    assert _dots(live)[0] == 8


def test_field_is_empty_and_says_whose_it_is_when_the_turn_has_passed(in_turns: DecideScreen) -> None:
    for entry in _entries(in_turns):
        assert entry.field.text() == ""
        assert _beside(entry) == "係員 ●\n＋管理職"
        assert entry.field.accessibleName().startswith("管理職のシール")


def test_staffs_dots_are_seen_while_the_managers_are_counted_for_it_only(in_turns: DecideScreen) -> None:
    first, second, _third = _entries(in_turns)
    first.field.setFocus()
    assert _beside(first) == "係員 5\n＋管理職"
    second.field.setFocus()
    assert _beside(first) == "係員 ●\n＋管理職"


def test_each_turn_has_its_own_dots_when_it_goes_back_to_the_staff(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument
) -> None:
    _type(qtbot, in_turns, 0, "2")
    live.apply(voting.next_turn(live.workshop))
    first = _entries(in_turns)[0]
    first.field.setFocus()
    assert first.field.text() == "5"
    assert _beside(first) == "管理職 2\n＋係員"
    _type(qtbot, in_turns, 0, "6")
    assert _dots(live)[0] == 8


def test_managers_dots_are_still_theirs_when_the_app_was_killed(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument, workspace: Workspace, clock: FakeClock
) -> None:
    _type(qtbot, in_turns, 0, "2")
    again = LiveDocument(Document(workspace, live.workshop.id), clock)
    screen = DecideScreen(again)
    qtbot.addWidget(screen)
    in_turns.hide()
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    _type(qtbot, screen, 0, "3")
    assert _dots(again)[0] == 8


def test_field_is_what_it_was_when_the_managers_dots_are_undone(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument
) -> None:
    _type(qtbot, in_turns, 0, "2")
    live.undo()
    assert _dots(live)[0] == 5
    assert _entries(in_turns)[0].field.text() == ""
    live.redo()
    assert _entries(in_turns)[0].field.text() == "●"


def test_what_is_half_typed_belongs_to_the_turn_that_ends(
    qtbot: QtBot, screen: DecideScreen, live: LiveDocument
) -> None:
    field = _entries(screen)[0].field
    field.setFocus()
    qtbot.keyClicks(field, "5")
    qtbot.mouseClick(screen.votes.turn.turn_button, Qt.MouseButton.LeftButton)
    assert _dots(live)[0] == 5
    assert _entries(screen)[0].field.text() == ""


def test_strokes_and_numbers_of_the_managers_are_the_same(
    qtbot: QtBot, in_turns: DecideScreen, live: LiveDocument
) -> None:
    in_turns.votes.counting.by_strokes.click()
    qtbot.keyClicks(in_turns.votes.tally, "11")
    in_turns.votes.counting.by_number.click()
    assert _entries(in_turns)[0].field.value() == 2
    assert _dots(live)[0] == 7
