"""A projector window on an open meeting."""

import pytest
from pytestqt.qtbot import QtBot

from models.document import Document
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.theme import load_fonts


@pytest.fixture
def live(document: Document, clock: FakeClock) -> LiveDocument:
    return LiveDocument(document, clock)


@pytest.fixture
def projector(qtbot: QtBot, live: LiveDocument) -> ProjectorWindow:
    """The window, open, at the size of a small projector."""
    load_fonts()
    made = ProjectorWindow(live)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    return made
