"""Searching the board: notes that hold the words stand out, the others step back."""

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.language import gettext as _
from models.text import search_key
from models.workshop import Workshop
from ui.parts import label
from ui.theme import TARGET, UNIT

_key = lru_cache(maxsize=4_096)(search_key)


def found(workshop: Workshop, words: str) -> list[str]:
    """The ids of the notes that hold `words`, whatever their width, case or kana, in the notes' order."""
    wanted = search_key(words)
    return [note.id for note in workshop.ordered_notes() if wanted and wanted in _key(note.text)]


class SearchLine(QLineEdit):
    """Enter and Shift+Enter go on and back, Escape leaves."""

    onward = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Search(QWidget):
    """The field and how many were found. `highlighted(ids or None)` and `gone_to(id)` tell the board what to show."""

    highlighted = Signal(object)
    gone_to = Signal(str)

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self._hits: list[str] = []
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.line = SearchLine()
        self.line.setPlaceholderText(_("Search notes"))
        self.line.setAccessibleName(_("Search notes"))
        self.line.setAccessibleDescription(_("Enter goes to the next note, Escape ends the search"))
        self.line.setMinimumSize(120, TARGET)
        self.line.setMaxLength(200)
        self.line.setClearButtonEnabled(True)
        self.line.setStyleSheet("QLineEdit QToolButton { min-height: 0; padding: 0; border: none; background: none; }")
        self.count = label("", "second")
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.count.hide()
        self.line.textChanged.connect(self._look)
        self.line.onward.connect(self._go_on)

    def follow(self, workshop: Workshop) -> None:
        """The notes changed."""
        self._workshop = workshop
        if self.line.text():
            self._look()

    def _look(self) -> None:
        words = self.line.text()
        self._hits, self._at = found(self._workshop, words), -1
        searching = bool(search_key(words))
        self.count.setVisible(searching)
        self._say()
        self.highlighted.emit(self._hits if searching else None)

    def _go_on(self, by: int) -> None:
        if self._hits:
            self._at = (max(self._at, 0) + by if self._at >= 0 else (0 if by > 0 else -1)) % len(self._hits)
            self._say()
            self.gone_to.emit(self._hits[self._at])

    def _say(self) -> None:
        if not self._hits:
            self.count.setText(_("None"))
        elif self._at < 0:
            self.count.setText(_("{count} found").format(count=len(self._hits)))
        else:
            self.count.setText(f"{self._at + 1} / {len(self._hits)}")
