"""A workshop of each format, open in the screen."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.cases import CaseStudy
from models.document import Document
from models.edits.change import new_id
from models.workshop import Details, Workshop, WorkshopFormat
from models.workspace.workspace import Workspace
from tests.clock import FakeClock
from ui.content.screen import ContentScreen
from ui.live_document import LiveDocument
from ui.theme import STYLE_SHEET, font, load_fonts

Make = Callable[..., ContentScreen]


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def click(qtbot: QtBot, button: QPushButton) -> None:
    """A click with the mouse."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def deed(screen: ContentScreen, words: str) -> QPushButton:
    """The button of the notice that says this."""
    return next(made for made in screen.notice.findChildren(QPushButton) if made.text() == words)


def kept(screen: ContentScreen) -> Workshop:
    """The workshop as the disk has it."""
    return Document(screen._workspace, screen._live.workshop.id).workshop


@pytest.fixture
def make(qtbot: QtBot, workspace: Workspace, clock: FakeClock) -> Make:
    """Opens a workshop of a format and shows its screen."""

    def made(format: WorkshopFormat, *cases: CaseStudy) -> ContentScreen:
        details = Details(new_id(), "業務見直し", date(2026, 6, 4), time(10), format=format)
        workspace.create(Workshop(details, cases={case.id: case for case in cases}))
        screen = ContentScreen(LiveDocument(Document(workspace, details.id), clock), workspace)
        qtbot.addWidget(screen)
        load_fonts()
        screen.setFont(font())
        screen.setStyleSheet(STYLE_SHEET)
        screen.resize(1168, 672)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.shown()
        return screen

    return made
