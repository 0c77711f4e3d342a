"""What the notes on the board say already, so that the same is pointed out when it comes in again."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from models.board import Note
from models.edits.change import Edit
from models.sameness import KnownTexts
from ui.live_document import LiveDocument

_AT_ONCE = 400
"""Notes that are looked at before the window gets its turn."""


class BoardTexts(QObject):
    """The texts of a workshop's notes, gathered while nothing else is to be done, and followed from then on."""

    def __init__(self, live: LiveDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._known = KnownTexts()
        self._rest: Iterator[Note] = iter(tuple(live.workshop.notes.values()))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._gather_some)
        self._timer.start()
        live.changed.connect(self._follow)

    def same(self, text: str) -> list[str]:
        """The ids of the notes that say the same as `text`."""
        return self._whole().same(text)

    def keys(self) -> frozenset[str]:
        """What is said, by `sameness`; it can be read beside the window."""
        return self._whole().keys()

    def _gather_some(self) -> None:
        for _turn in range(_AT_ONCE):
            note = next(self._rest, None)
            if note is None:
                self._timer.stop()
                return
            self._put(note)

    def _put(self, note: Note) -> None:
        """As it is by now: it may have been reworded or deleted meanwhile."""
        now = self._live.workshop.notes.get(note.id)
        if now is not None:
            self._known.put(now.id, now.text)

    def _whole(self) -> KnownTexts:
        for note in self._rest:
            self._put(note)
        return self._known

    def _follow(self, edit: Edit) -> None:
        for before, after in ((change.before, change.after) for change in edit.changes):
            if isinstance(after, Note):
                if not isinstance(before, Note) or before.text != after.text:
                    self._known.put(after.id, after.text)
            elif isinstance(before, Note):
                self._known.drop(before.id)
