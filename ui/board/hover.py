"""A note the mouse rests on tells why it would be in its group, in a small tip of plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel

from ui.theme import FIELD_LINE, SMALL, TEXT, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.view import BoardView

REST_MS = 400
WIDEST = 360
"""Px of the tip, so that a line is read at a glance."""
_ENDS = (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.Hide)


class HoverTip(QLabel):
    """Lies over `view` while the mouse rests on a note of which `told(note id)` has words ("" for none).

    It does so only while it watches.
    """

    def __init__(self, view: BoardView, told: Callable[[str], str]) -> None:
        super().__init__(view)
        self._view, self._told = view, told
        self._note: str | None = None
        self._at = QPoint()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: {WHITE}; color: {TEXT}; border: 1px solid {FIELD_LINE}; border-radius: 4px;"
            f" padding: {UNIT}px; font-size: {SMALL}px;"
        )
        view.moved.connect(self.leave)
        self.hide()

    def watch(self, on: bool) -> None:
        """Look where the mouse rests, or no more."""
        self._view.viewport().removeEventFilter(self)
        self._view.viewport().setMouseTracking(on)
        if on:
            self._view.viewport().installEventFilter(self)
        else:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif event.type() in _ENDS:
            self.leave()
        return super().eventFilter(watched, event)

    def _move(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        if event.buttons() != Qt.MouseButton.NoButton:
            self.leave()
        elif self.isHidden():
            self._rest.start()
        elif self._under() != self._note:
            self.leave()
            self._rest.start()

    def _under(self) -> str | None:
        note = self._view.board.note_at(self._view.mapToScene(self._at))
        return None if note is None else note.id

    def settle(self) -> None:
        """The mouse rests: say what there is to say of the note below it."""
        self._rest.stop()
        self._note = self._under()
        words = "" if self._note is None else self._told(self._note)
        if not words:
            self.leave()
            return
        self.setText(words)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Below the pointer, or above where there is no room; never out of the window."""
        room = self._view.viewport().rect()
        self.setFixedWidth(min(WIDEST, room.width()))
        self.setFixedHeight(self.heightForWidth(self.width()))
        below = self._at.y() + 3 * UNIT
        y = below if below + self.height() <= room.height() else max(0, self._at.y() - self.height() - UNIT)
        self.move(max(0, min(self._at.x() + UNIT, room.width() - self.width())), y)

    def leave(self) -> None:
        """Say nothing."""
        self._rest.stop()
        self._note = None
        self.hide()
