"""The parking lot (駐車場), one key away from every screen: a line at the window's foot that takes what must wait."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from models.board import NoteKind
from models.edits.notes import add_notes
from models.language import gettext as _
from models.text import is_blank
from ui.editors import Line
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.theme import HAIRLINE, NOTE_FILL, NOTE_LINE, UNIT


class ParkingLine(QFrame):
    """Hidden until it is asked for. Enter parks what was typed, Escape goes back to where one was; `closed` tells."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("parking")
        fill, line = NOTE_FILL[NoteKind.PARKED], NOTE_LINE[NoteKind.PARKED]
        self.setStyleSheet(f"QFrame#parking {{ background: {fill}; border-top: 2px solid {line}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(label(_("Parking lot"), "field"))
        self.line = Line(hint=_("What the room comes back to later; Enter sets it aside, Esc closes"))
        self.line.setAccessibleName(_("Parking lot"))
        self.line.setStyleSheet(f"border: 1px solid {HAIRLINE};")
        self.line.returnPressed.connect(self.park)
        row.addWidget(self.line, 1)
        self.count = label("", "second")
        row.addWidget(self.count)
        row.addWidget(button(_("Set aside"), self.park))
        row.addWidget(button(_("Close"), self.leave, "quiet"))
        self._live: LiveDocument | None = None
        self._came_from: QWidget | None = None
        self.hide()

    def follow(self, live: LiveDocument) -> None:
        """Park for this workshop from now on; nothing of another one stays in the line."""
        self._live = live
        self.line.clear()
        live.changed.connect(self._say_count)
        self._say_count()

    def ask(self) -> None:
        """Come up and take what is typed."""
        if self._live is None:
            return
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.show()
        self.line.setFocus()

    def park(self) -> None:
        """Keep what was typed as a note in the parking lot. What could not be saved stays in the line."""
        if self._live is None or is_blank(self.line.text()):
            return
        if self._live.apply(add_notes(self._live.workshop, [self.line.text()], NoteKind.PARKED)):
            self.line.clear()

    def leave(self) -> None:
        """Go; what is half typed stays in the line until it is asked for again."""
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()
        self._came_from = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _say_count(self) -> None:
        assert self._live is not None
        parked = self._live.workshop.noted.of_kind(NoteKind.PARKED)
        self.count.setText(_("{count} set aside").format(count=parked) if parked else "")
