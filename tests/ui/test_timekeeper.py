"""The clock of the open workshop is looked after on every screen."""

from pytestqt.qtbot import QtBot

from models.document import Document
from models.edits import running
from models.timing import seconds_left
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.timekeeper import Timekeeper


def test_time_is_right_when_the_clock_was_put_right_and_the_machine_restarted(
    qtbot: QtBot, document: Document, clock: FakeClock
) -> None:
    live = LiveDocument(document, clock)
    keeper = Timekeeper(live, live)
    live.apply(running.start(live.workshop, clock()))
    clock.advance(60)
    clock.set_wall(3_000)
    keeper.look()
    clock.reboot(30)
    keeper.look()
    clock.set_wall(-3_000)
    keeper.look()
    clock.reboot(30)
    keeper.look()
    item = live.workshop.current_item()
    assert item is not None
    assert seconds_left(item, live.workshop.timings[item.id], clock()) == item.minutes * 60 - 120


def test_nothing_is_written_when_the_clocks_agree(qtbot: QtBot, document: Document, clock: FakeClock) -> None:
    live = LiveDocument(document, clock)
    live.apply(running.start(live.workshop, clock()))
    keeper = Timekeeper(live, live)
    with qtbot.assertNotEmitted(live.changed):
        clock.advance(4_000)
        keeper.look()
