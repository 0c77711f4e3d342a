"""What the notes on the board mean: read while nothing else is to be done, so that the first suggestion is there soon.

Importing this module loads neither numpy nor the encoder; the reading does, beside the window.
"""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.board import Note
from models.edits.change import Edit
from models.grouping.memory import Memory
from models.grouping.reading_ahead import forget, read_ahead
from ui.background import Work
from ui.live_document import LiveDocument

if TYPE_CHECKING:
    from models.grouping.near import Neighbourhood

MANY = 2_000
"""Of more notes nothing is read ahead: for half a minute whoever moves the board would feel it."""

IDLE_MS = 1_500
"""So long nothing was changed before the reading begins."""

FEW = 5
"""A board of fewer notes is not read ahead: nobody asks how they group."""


class BoardMeaning(QObject):
    """What is known of the meaning of the open workshop's notes.

    `memory` is for suggestions, `neighbourhood()` for what is close to a note; both are asked beside the window. `read`
    comes when all notes there are have been read ahead.
    """

    read = Signal()

    def __init__(self, live: LiveDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.memory = Memory(live.vectors)
        self._stop = threading.Event()
        self._work: Work | None = None
        self._wanted = False
        self._known: frozenset[str] = frozenset()
        self._asked, self._asked_known = 0, self._known
        self._neighbourhood: Neighbourhood | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._read_ahead)
        live.changed.connect(self._follow)
        live.closed.connect(self.close)
        self.destroyed.connect(self._stop.set)

    def warm(self) -> None:
        """Read the notes ahead once the board has rested, and those that come later; call it when the board is seen."""
        self._wanted = True
        if not self._stop.is_set():
            self._idle.start()

    def neighbourhood(self) -> "Neighbourhood":
        """What is close to what on the board, in step with every edit. Made at once, read when it is asked."""
        if self._neighbourhood is None:
            from models.grouping.near import Neighbourhood

            notes = self._live.workshop.notes.values()
            self._neighbourhood = Neighbourhood(((note.id, note.text) for note in notes), self.memory)
        return self._neighbourhood

    def close(self) -> None:
        """Stop reading at once and keep what is known in the file alone; it is called when the workshop is let go."""
        if self._stop.is_set():
            return
        self._stop.set()
        self._idle.stop()
        self.memory.save(self._texts())
        forget()

    def _texts(self) -> list[str]:
        return list(dict.fromkeys(note.text for note in self._live.workshop.ordered_notes() if note.text.strip()))

    def _read_ahead(self) -> None:
        if self._work is not None:
            self._idle.start()
            return
        texts = self._texts()
        unread = [text for text in texts if text not in self._known]
        if FEW <= len(texts) <= MANY and unread:
            self._begin(unread, frozenset(texts))

    def _begin(self, unread: Sequence[str], known: frozenset[str]) -> None:
        memory, stopped = self.memory, self._stop.is_set
        self._work = Work(lambda: read_ahead(unread, memory, stopped))
        self._asked, self._asked_known = len(unread), known
        self._work.done.connect(self._over)  # a method: it is let go with the board, which may close meanwhile
        self._work.begin()

    def _over(self, read: int) -> None:
        self._work = None
        if read == self._asked:
            self._known = self._asked_known
            self.read.emit()

    def _follow(self, edit: Edit) -> None:
        for change in edit.changes:
            if isinstance(change.after or change.before, Note):
                self._follow_note(change.before, change.after)
        if self._wanted and edit.touches(Note) and not self._stop.is_set():
            self._idle.start()

    def _follow_note(self, before: object, after: object) -> None:
        if self._neighbourhood is None:
            return
        if not isinstance(after, Note):
            assert isinstance(before, Note)
            self._neighbourhood.drop(before.id)
        elif not isinstance(before, Note) or before.text != after.text:
            self._neighbourhood.put(after.id, after.text)
