"""Searching the board: notes that hold the words stand out, the others step back; groups are found by their titles,
and ringed when they are gone to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.board import Cluster, Note
from models.language import gettext as _
from models.text import search_key
from models.workshop import Workshop
from ui.parts import label
from ui.theme import TARGET, UNIT


@dataclass(frozen=True, slots=True)
class Found:
    """What holds the words looked for: ids of groups (by their titles) and of notes, each in their order."""

    groups: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The groups before the notes."""
        return self.groups + self.notes


class Keys:
    """What texts are found by, reckoned once: a board of ten thousand notes is looked through at every key."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str]] = {}

    def of(self, thing_id: str, text: str) -> str:
        """What is compared for a text, whatever its width, case or kana."""
        known = self._known.get(thing_id)
        if known is None or known[0] is not text:
            known = self._known[thing_id] = text, search_key(text)
        return known[1]


def found(workshop: Workshop, words: str, keys: Keys) -> Found:
    """What holds `words`, whatever their width, case or kana."""
    wanted = search_key(words)
    if not wanted:
        return Found()
    groups = [one for one in workshop.clusters.values() if wanted in keys.of(one.id, one.title)]
    notes = [one for one in workshop.notes.values() if wanted in keys.of(one.id, one.text)]
    return Found(_ids(groups), _ids(notes))


def _ids(things: Sequence[Cluster | Note]) -> tuple[str, ...]:
    return tuple(one.id for one in sorted(things, key=lambda one: (one.order, one.id)))


class SearchLine(QLineEdit):
    """Enter and Shift+Enter go on and back, Escape leaves."""

    onward = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            event.accept()  # the key is the input method's
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Search(QWidget):
    """The field and how many were found. `highlighted(ids or None)` and `gone_to(id)` tell the board what to show.

    `gone_to` is told the id of a note or of a group.
    """

    highlighted = Signal(object)
    gone_to = Signal(str)

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self._keys = Keys()
        self._found = Found()
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.line = self._make_line()
        self.count = label("", "second")
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.count.hide()

    def _make_line(self) -> SearchLine:
        made = SearchLine()
        made.setPlaceholderText(_("Search notes and groups"))
        made.setAccessibleName(_("Search notes and groups"))
        made.setAccessibleDescription(
            _("Enter goes to the next find, Shift+Enter to the one before, Escape ends the search")
        )
        made.setMinimumSize(120, TARGET)
        made.setMaxLength(200)
        made.setClearButtonEnabled(True)
        made.setStyleSheet("QLineEdit QToolButton { min-height: 0; padding: 0; border: none; background: none; }")
        made.textChanged.connect(self._look)
        made.onward.connect(self.go_on)
        return made

    def follow(self, workshop: Workshop) -> None:
        """The notes changed."""
        self._workshop = workshop
        if self.line.text():
            self._look()

    def _look(self) -> None:
        """Look again; who has gone to a find stays there while it is one."""
        words = self.line.text()
        here = self._found.all[self._at] if self._at >= 0 else ""
        self._found = found(self._workshop, words, self._keys)
        self._at = self._found.all.index(here) if here in self._found.all else -1
        searching = bool(search_key(words))
        self.count.setVisible(searching)
        self._say()
        self.highlighted.emit(set(self._found.notes) if searching else None)

    def go_on(self, by: int) -> None:
        """To the next find (1) or the one before (-1); behind the last comes the first."""
        hits = self._found.all
        if hits:
            self._at = (self._at + by if self._at >= 0 or by > 0 else -1) % len(hits)
            self._say()
            self.gone_to.emit(hits[self._at])

    def _say(self) -> None:
        """How many there are, and where one is among them."""
        count, at = len(self._found.all), self._at
        if not count:
            words = _("None")
        elif at < 0:
            words = _("{count} found").format(count=count)
        else:
            words = f"{at + 1} / {count}"
        self.count.setText(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.count, QAccessible.Event.NameChanged))
