"""The open workshop as Qt sees it: one signal for every edit, and a sentence when one could not be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.document import Document
from models.edits.change import Edit, StaleEditError
from models.problems import Problem
from models.timing import Clock, system_clock
from models.workshop import Workshop
from models.workspace.moments import Written
from ui.wall import Wall

if TYPE_CHECKING:
    from models.grouping.vector_file import VectorFile


class LiveDocument(QObject):
    """Screens read `workshop`, ask for edits with `apply`, and follow `changed`.

    `changed(Edit)` comes after the disk has it; `not_saved(str, retry)` carries the sentence and what tries again.
    `wall` is what the facilitator does to the projector's picture by hand. `vectors` is where what the notes mean is
    kept, if anywhere; `closed` comes when the workshop is let go, while it can still be read.
    """

    changed = Signal(object)
    not_saved = Signal(str, object)
    closed = Signal()

    def __init__(self, document: Document, clock: Clock = system_clock, vectors: VectorFile | None = None) -> None:
        super().__init__()
        self._document = document
        self.clock = clock
        self.vectors = vectors
        self.wall = Wall()
        self.wall.follow(document.workshop)
        document.subscribe(lambda _edit: self.wall.follow(document.workshop))
        document.subscribe(self.changed.emit)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._document.workshop

    def apply(self, edit: Edit, *, continuing: bool = False) -> bool:
        """Carry out an edit. False when it could not be saved: everything is as before, and `not_saved` was emitted."""
        return self._try(lambda: self._document.apply(edit, continuing=continuing))

    def undo(self) -> bool:
        """Take the last edit back; see `apply`."""
        return self._try(self._document.undo)

    def redo(self) -> bool:
        """Do again what was undone; see `apply`."""
        return self._try(self._document.redo)

    def undo_kind(self) -> str | None:
        """What `undo` would take back."""
        return self._document.undo_kind()

    def redo_kind(self) -> str | None:
        """What `redo` would do again."""
        return self._document.redo_kind()

    def journal(self) -> list[Written]:
        """What was written of the workshop and stands, the oldest first; see `Document.history`."""
        return self._document.history()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self.not_saved.emit(str(problem), lambda: self._try_again(act))
            return False
        return True

    def _try_again(self, act: Callable[[], object]) -> bool:
        """Try once more; what was changed by another edit since then stays as it is."""
        try:
            return self._try(act)
        except StaleEditError:
            return True
