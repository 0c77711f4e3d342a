"""While a note is typed: whether the board says it already, in the same words or in others. Nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from models.text import clean
from ui.board.cancellable import Cancellable

if TYPE_CHECKING:
    from models.grouping.near import Near, Neighbourhood
    from ui.board.doubles import BoardTexts
    from ui.board.entry import EntryBar
    from ui.board.scene import BoardScene

REST_MS = 300
"""So long nothing was typed before the board is looked through."""
LEAST = 4
"""Fewer characters say too little to be like anything."""
MOST = 3


class Typed(QObject):
    """Follows the line of `entry`, and tells in the line above it what the board says already.

    The board is looked through beside the window, one text at a time; what is found for a text that is no longer the
    one is dropped.
    """

    def __init__(
        self, entry: EntryBar, board: BoardScene, texts: BoardTexts, neighbourhood: Callable[[], Neighbourhood]
    ) -> None:
        super().__init__(entry)
        self._entry, self._board, self._texts, self._neighbourhood = entry, board, texts, neighbourhood
        self.work: Cancellable | None = None
        self._text = self._new = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.look)
        entry.line.textChanged.connect(self._follow)

    def _follow(self, typed: str) -> None:
        """Typing goes on: what was told before is told as long as nothing else is typed."""
        if not typed:
            return  # the note was just added, or there is none
        self._text, self._new = "", ""
        self._entry.double.clear()
        self._rest.start()

    def look(self) -> None:
        """Look for what is typed now."""
        self._rest.stop()
        self._ask(clean(self._entry.line.text()), "")

    def added(self, text: str, new: str, same: list[str]) -> None:
        """The `new` note was added, and `same` say what it says: this is told, or what was told of its text goes on."""
        self._rest.stop()
        if same:
            self._text = ""
            self._entry.double.tell(new, same)
        elif self._entry.double.other and self._text == clean(text):
            self._entry.double.name(new)
            self._new = new
        else:
            self._entry.double.clear()
            self._ask(clean(text), new)

    def _ask(self, text: str, new: str) -> None:
        self._text, self._new = text, new
        if len(text) < LEAST or not self._board.notes.keys() - {new}:
            return
        same = [i for i in self._texts.same(text) if i != new]
        if same:
            self._entry.double.tell(new, same)
        elif self.work is None:
            self._begin(text)

    def _begin(self, text: str) -> None:
        near = self._neighbourhood()
        self.work = Cancellable(lambda _stopped: near.close_to(text, MOST + 1), self)
        self.work.done.connect(lambda found: self._tell(text, found))
        self.work.ended.connect(lambda: self._over(text))
        self.work.begin()

    def _tell(self, text: str, found: tuple[Near, ...]) -> None:
        notes = self._board.notes
        doubles = [near.id for near in found if near.is_double and near.id in notes and near.id != self._new][:MOST]
        if text == self._text and doubles:
            self._entry.double.tell_near(self._new, doubles, notes[doubles[0]].text)

    def _over(self, text: str) -> None:
        """Something else may be asked for by now."""
        self.work = None
        if self._text and self._text != text:
            self._ask(self._text, self._new)
