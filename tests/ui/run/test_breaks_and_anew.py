"""A meeting that does not go straight on: breaks put in on the way, and a start over after a rehearsal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.edits import agenda
from models.edits.notes import add_notes
from tests.clock import FakeClock
from tests.ui.run.conftest import let_pass, title_of
from ui.live_document import LiveDocument
from ui.run.screen import RunScreen

KEY = Qt.Key


def test_meeting_starts_anew_when_it_was_rehearsed(qtbot: QtBot, screen: RunScreen, clock: FakeClock) -> None:
    live = screen.live
    before = live.workshop
    live.apply(add_notes(live.workshop, ["会議が多い"]))
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.conduct.put_in_break(5, True)
    live.apply(agenda.skip_item(live.workshop, live.workshop.agenda_items()[4].id))
    while live.workshop.current_item() is not None:
        clock.advance(60)
        qtbot.keyClick(screen, KEY.Key_Right)
    qtbot.mouseClick(screen.card.over_button, Qt.MouseButton.LeftButton)
    assert live.workshop.timings  # it is asked first
    yes = next(one for one in screen.notice.findChildren(QPushButton) if one.text() == "はじめからにする")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert live.workshop.timings == {}
    assert live.workshop.agenda == before.agenda
    assert len(live.workshop.notes) == 1
    assert screen.card.start_button.text() == "会を始める"
    assert live.undo()
    assert live.undo()


def test_room_comes_back_to_the_item_when_an_immediate_break_is_over(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    let_pass(screen, clock, 4 * 60 + 30)
    screen.conduct.put_in_break(5, True)
    assert title_of(live) == "休憩"
    assert screen.side.coming.text() == "次は「趣旨・約束」 1分"
    let_pass(screen, clock, 5 * 60)
    qtbot.keyClick(screen, KEY.Key_Right)
    assert title_of(live) == "趣旨・約束"
    assert screen.card.clock.figures == "00:30"
    assert screen.side.coming.text() == "次は「前回の宿題」 3分"


def test_break_is_not_announced_again_when_the_room_goes_back_from_it(
    qtbot: QtBot, screen: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    qtbot.keyClick(screen, KEY.Key_Right)
    screen.conduct.put_in_break(5, True)
    let_pass(screen, clock, 60)
    qtbot.keyClick(screen, KEY.Key_Left)
    assert title_of(live) == "前回の宿題"
    qtbot.keyClick(screen, KEY.Key_Left)
    assert title_of(live) == "趣旨・約束"
    assert screen.side.coming.text() == "次は「前回の宿題」 3分"
    qtbot.keyClick(screen, KEY.Key_Right)
    assert title_of(live) == "前回の宿題"


def test_break_behind_the_item_is_next(qtbot: QtBot, screen: RunScreen, live: LiveDocument) -> None:
    qtbot.keyClick(screen, KEY.Key_Space)
    screen.conduct.put_in_break(5, False)
    assert screen.side.coming.text() == "次は「休憩」 5分"
    qtbot.keyClick(screen, KEY.Key_Right)
    assert title_of(live) == "休憩"
