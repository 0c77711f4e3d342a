"""What many ask of all notes at once: how many there are of each kind, how many are hidden, which are in which group.

Counted once, then carried from edit to edit: with ten thousand notes nobody can count them anew after each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.board import Note, NoteKind

_NONE: Mapping[str, Note] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes of one state of a workshop. `hidden` counts those kept off the wall, `apart` those in a lane of a 班.

    `hushed` are hidden without being in a lane; `groups` holds the notes of each group, under None those of no group.
    `last` is the greatest order there is, at least 0.
    """

    kinds: Mapping[NoteKind, int]
    hidden: int
    hushed: int
    apart: int
    last: float
    groups: Mapping[str | None, Mapping[str, Note]]

    @classmethod
    def of(cls, notes: Iterable[Note]) -> "Noted":
        """Count all of them."""
        return _EMPTY.after((None, note) for note in notes)

    def of_kind(self, kind: NoteKind) -> int:
        """How many notes of a kind there are."""
        return self.kinds.get(kind, 0)

    def inside(self, cluster_id: str | None) -> Mapping[str, Note]:
        """The notes of a group by their ids, in no order; None for those in no group."""
        return self.groups.get(cluster_id, _NONE)

    def after(self, changes: Iterable[tuple[Note | None, Note | None]]) -> "Noted":
        """The same with some notes, each before and after; None stands for a note's absence."""
        count = _Count(self)
        for before, after in changes:
            if before is not None:
                count.take_out(before)
            if after is not None:
                count.take_in(after)
        return count.result()


_EMPTY = Noted({}, 0, 0, 0, 0.0, {})


class _Count:
    """Counting on from what was known; of the groups only those that change are made anew."""

    def __init__(self, known: Noted) -> None:
        self._kinds = Counter(known.kinds)
        self._hidden, self._hushed, self._apart = known.hidden, known.hushed, known.apart
        self._last: float | None = known.last
        self._groups = dict(known.groups)
        self._own: dict[str | None, dict[str, Note]] = {}

    def take_out(self, note: Note) -> None:
        """Count a note no more."""
        self._add(note, -1)
        del self._group(note.cluster_id)[note.id]
        if self._last is not None and note.order >= self._last:
            self._last = None  # another may be the last now

    def take_in(self, note: Note) -> None:
        """Count a note as well."""
        self._add(note, 1)
        self._group(note.cluster_id)[note.id] = note
        if self._last is not None and note.order > self._last:
            self._last = note.order

    def result(self) -> Noted:
        """What was counted."""
        last = self._last
        if last is None:
            last = max((note.order for group in self._groups.values() for note in group.values()), default=0.0)
            last = max(0.0, last)
        groups = {key: group for key, group in self._groups.items() if group}
        return Noted(self._kinds, self._hidden, self._hushed, self._apart, last, groups)

    def _add(self, note: Note, by: int) -> None:
        self._kinds[note.kind] += by
        if note.hidden:
            self._hidden += by
            if not note.team:
                self._hushed += by
        if note.team:
            self._apart += by

    def _group(self, cluster_id: str | None) -> dict[str, Note]:
        """A group that may be changed: its own copy, once for all changes."""
        group = self._own.get(cluster_id)
        if group is None:
            group = self._own[cluster_id] = dict(self._groups.get(cluster_id, _NONE))
            self._groups[cluster_id] = group
        return group
