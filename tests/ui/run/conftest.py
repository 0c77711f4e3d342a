"""An open meeting on a clock that the tests hold."""

import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.document import Document
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.screen import RunScreen
from ui.theme import STYLE_SHEET


@pytest.fixture(autouse=True)
def _tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The room is in Tokyo: the tests' clock begins at 10:00 there."""
    with monkeypatch.context() as context:
        context.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def live(document: Document, clock: FakeClock) -> LiveDocument:
    return LiveDocument(document, clock)


@pytest.fixture
def screen(qtbot: QtBot, live: LiveDocument) -> RunScreen:
    """The run screen in front, with the keys."""
    return shown(qtbot, live)


def shown(qtbot: QtBot, live: LiveDocument) -> RunScreen:
    """A run screen on the document, shown and active."""
    made = RunScreen(live)
    qtbot.addWidget(made)
    made.setStyleSheet(STYLE_SHEET)
    made.resize(1168, 672)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.shown()
    return made


def let_pass(screen: RunScreen, clock: FakeClock, seconds: float) -> None:
    """Let time pass, and the screen look."""
    clock.advance(seconds)
    screen.shown()


def title_of(live: LiveDocument) -> str:
    """The title of the item the room is at, empty for none."""
    item = live.workshop.current_item()
    return "" if item is None else item.title
