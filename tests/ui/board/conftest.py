"""A board screen on an open workshop."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.board import Note
from models.document import Document
from models.edits.change import Edit
from models.edits.clusters import group_notes
from models.edits.notes import add_notes
from models.layout import NOTE_HEIGHT, NOTE_WIDTH
from models.workshop import Workshop
from tests.clock import FakeClock
from ui.background import wait_for_all
from ui.board.screen import BoardScreen
from ui.live_document import LiveDocument
from ui.theme import STYLE_SHEET

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Board:
    """A screen and what a hand does to it, in the board's own coordinates at 100 %."""

    def __init__(self, screen: BoardScreen, live: LiveDocument) -> None:
        self.screen, self.live, self.view = screen, live, screen.view
        self.edits: list[Edit] = []
        live.changed.connect(self.edits.append)

    @property
    def workshop(self) -> Workshop:
        return self.live.workshop

    @property
    def kinds(self) -> list[str]:
        """The kinds of the edits so far."""
        return [edit.kind for edit in self.edits]

    def note(self, text: str) -> Note:
        """The note that says `text`."""
        return next(note for note in self.workshop.notes.values() if note.text == text)

    def middle(self, text: str) -> QPointF:
        note = self.note(text)
        return QPointF(note.x + NOTE_WIDTH / 2, note.y + NOTE_HEIGHT / 2)

    def seen(self, at: QPointF) -> QPoint:
        """A point of the board in the viewport, scrolled into it if need be."""
        self.view.ensureVisible(at.x(), at.y(), 1.0, 1.0, 100, 60)
        return self.view.mapFromScene(at)

    def send(
        self,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = PLAIN,
        held: Qt.MouseButton = LEFT,
    ) -> None:
        """One mouse event at a point of the viewport."""
        place = QPointF(at)
        event = QMouseEvent(kind, place, self.view.viewport().mapToGlobal(place), button, held, keys)
        QApplication.sendEvent(self.view.viewport(), event)

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        place = self.seen(at)
        self.send(QEvent.Type.MouseButtonPress, place, keys=keys)
        self.send(QEvent.Type.MouseButtonRelease, place, keys=keys, held=NONE)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self.send(QEvent.Type.MouseButtonDblClick, self.seen(at))
        self.send(QEvent.Type.MouseButtonRelease, self.seen(at), held=NONE)

    def lift(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press at `start` and drag to `end`, the button still down."""
        self.view.centerOn((start + end) / 2)  # no scrolling on the way
        self.send(QEvent.Type.MouseButtonPress, self.view.mapFromScene(start), keys=keys)
        for share in (0.2, 0.6, 1.0):
            at = self.view.mapFromScene(start + (end - start) * share)
            self.send(QEvent.Type.MouseMove, at, NONE, keys)

    def drop(self, end: QPointF) -> None:
        self.send(QEvent.Type.MouseButtonRelease, self.view.mapFromScene(end), held=NONE)

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.lift(start, end, keys)
        self.drop(end)

    def add(self, *texts: str) -> list[str]:
        """Notes without the help of the screen. Returns their ids."""
        edit = add_notes(self.workshop, texts)
        assert self.live.apply(edit)
        self.edits.clear()
        return [change.entity.id for change in edit.changes]

    def group(self, *texts: str, title: str = "") -> str:
        """A group without the help of the screen. Returns its id."""
        assert self.live.apply(group_notes(self.workshop, [self.note(text).id for text in texts], title))
        self.edits.clear()
        return self.workshop.ordered_clusters()[-1].id

    def settle(self) -> None:
        """Whatever still moves is there at once."""
        self.screen.board.resync(self.workshop)


@pytest.fixture
def live(document: Document, clock: FakeClock) -> LiveDocument:
    return LiveDocument(document, clock)


@pytest.fixture
def board(qtbot: QtBot, live: LiveDocument) -> Board:
    """An empty board in front, at 100 %."""
    screen = BoardScreen(live)
    qtbot.addWidget(screen, before_close_func=lambda _screen: wait_for_all())
    screen.setStyleSheet(STYLE_SHEET)
    screen.resize(1168, 672)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.waitUntil(lambda: screen.fitted)
    screen.shown()
    screen.view.zoom_to(1.0)
    return Board(screen, live)
