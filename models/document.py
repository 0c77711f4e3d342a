"""The document: one workshop that is open. The only writer of a workshop.

`apply`, `undo` and `redo` return when the disk has it; only then is the state in memory another one, and only then are
subscribers told. What fails leaves everything as it was and raises `NotSaved`.
"""

from collections.abc import Callable
from datetime import datetime

from models.edits.change import Edit, applied, merged
from models.workshop import Workshop
from models.workspace import journal
from models.workspace.moments import Written, written
from models.workspace.workspace import Workspace

Subscriber = Callable[[Edit], None]


class Document:
    """An open workshop; `workshop` is its present state, frozen.

    What is done is journalled with the time of the `clock`, which tells aware times.
    """

    def __init__(self, workspace: Workspace, workshop_id: str, clock: Callable[[], datetime] = journal.utc_now) -> None:
        self._clock = clock
        self._connection = workspace.connection
        self.workshop: Workshop = workspace.load(workshop_id)
        self._subscribers: list[Subscriber] = []
        self._last: journal.Entry | None = None
        self._recent = journal.Recent()

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have every edit told after it was carried out. Returns what ends the subscription."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def apply(self, edit: Edit, *, continuing: bool = False) -> None:
        """Carry out an edit; one that changes nothing is passed over. Raises `NotSaved`, all as before.

        With `continuing`, an edit of the same kind and the same things as the last one becomes one with it in the
        history: what is being typed.
        """
        if not edit.changes:
            return
        after = applied(self.workshop, edit.changes)
        if continuing and self._last is not None and _same_things(self._last.edit, edit):
            whole = merged(edit.kind, self._last.edit, edit)
            seq = self._last.seq
            self._last = journal.recommit(self._connection, self.workshop.id, seq, edit, whole, self._clock())
        else:
            self._last = journal.commit(self._connection, self.workshop.id, edit, self._clock())
        self._recent.keep(self._last)
        self._become(after, edit)

    def undo(self) -> Edit | None:
        """Take the last undoable edit back. Returns what was carried out, None when there is nothing to undo."""
        return self._replay(journal.next_undo(self._connection, self.workshop.id, self._recent), undone=True)

    def redo(self) -> Edit | None:
        """Do again what was undone last. Returns what was carried out, None when there is nothing to redo."""
        return self._replay(journal.next_redo(self._connection, self.workshop.id, self._recent), undone=False)

    def undo_kind(self) -> str | None:
        """The kind of the edit that `undo` would take back."""
        return journal.next_kind(self._connection, self.workshop.id, undone=False)

    def redo_kind(self) -> str | None:
        """The kind of the edit that `redo` would do again."""
        return journal.next_kind(self._connection, self.workshop.id, undone=True)

    def history(self) -> list[Written]:
        """What was written of the workshop and stands, the oldest first. Raises `Damaged` when it cannot be read."""
        return written(self._connection, self.workshop.id)

    def _replay(self, entry: journal.Entry | None, *, undone: bool) -> Edit | None:
        if entry is None:
            return None
        edit = entry.edit.inverse() if undone else entry.edit
        after = applied(self.workshop, edit.changes)
        journal.replay(self._connection, self.workshop.id, entry.seq, edit, undone=undone)
        self._last = None
        self._become(after, edit)
        return edit

    def _become(self, workshop: Workshop, edit: Edit) -> None:
        self.workshop = workshop
        for subscriber in tuple(self._subscribers):
            subscriber(edit)


def _same_things(last: Edit, edit: Edit) -> bool:
    return last.kind == edit.kind and {c.key for c in last.changes} == {c.key for c in edit.changes}
