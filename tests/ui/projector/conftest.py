"""A projector window on an open meeting."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
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
def projector(qtbot: QtBot, live: LiveDocument) -> Iterator[ProjectorWindow]:
    """The window, open, at the size of a small projector."""
    load_fonts()
    made = ProjectorWindow(live)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()  # gives the screen back when a test left it presenting


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    """The facilitator's own window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made
