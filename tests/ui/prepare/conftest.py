"""What the tests of preparing share: the screen on an open workshop, as large as at 1280×720."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.document import Document
from ui.live_document import LiveDocument
from ui.prepare.screen import PrepareScreen


@pytest.fixture
def screen(qtbot: QtBot, document: Document, tmp_path: Path) -> PrepareScreen:
    """The screen, shown."""
    made = PrepareScreen(LiveDocument(document), tmp_path)
    qtbot.addWidget(made)
    made.resize(1168, 672)
    made.show()
    qtbot.waitExposed(made)
    return made
