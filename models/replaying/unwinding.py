"""The way back from today's board, entry by entry, as far as the journal can be trusted.

The tables are the truth: an entry counts only if what it says came after is what the later entries, or today's rows,
began with. Where that ends, the history begins; what lies before is not guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.edits.change import FIELD_OF, Change, Entity
from models.timing import Timing
from models.workshop import Details, Workshop
from models.workspace.moments import JournalledRow, Written, table_names
from models.workspace.rows import tables_by_name

MOST_CHANGES = 300_000
"""As many changes are kept in memory at the most, about 70 MB; what was before so many is left out."""

BOARD: tuple[type[Entity], ...] = (Note, Cluster, Family, Relation, DotVote, Payoff)
"""What lies on the board."""
_FOLLOWED: tuple[type[Entity], ...] = (*BOARD, Timing, Details)

Key = tuple[type[Entity], str]
State = dict[Key, Entity]


class Beginning(StrEnum):
    """Why a history begins where it does.

    `CREATED`: nothing was before, or it was not kept here (a workshop opened from a package comes as it is). `DAMAGED`:
    an earlier entry is not what was written. `MISSING`: the entry of the creation is not there. `LONG`: there is more
    than is kept in memory.
    """

    CREATED = "created"
    DAMAGED = "damaged"
    MISSING = "missing"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Step:
    """One entry with what it changed of the board, the details and the clock."""

    seq: int
    at: datetime
    kind: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The earliest state that is certain, and the steps from there to today, the oldest first."""

    start: Mapping[Key, Entity]
    steps: Sequence[Step]
    begins: Beginning


def state_of(workshop: Workshop, kinds: Sequence[type[Entity]] = BOARD) -> State:
    """Everything of these kinds in a workshop by what it is and its id."""
    state: State = {}
    for kind in kinds:
        entities = (workshop.details,) if kind is Details else getattr(workshop, FIELD_OF[kind]).values()
        state.update({(kind, entity.id): entity for entity in entities})
    return state


def unwound(workshop: Workshop, entries: Sequence[Written], most: int = MOST_CHANGES) -> History:
    """The history of a workshop as it stands today; `entries` are its standing ones, the oldest first."""
    unwinding = _Unwinding(state_of(workshop, _FOLLOWED))
    steps: list[Step] = []
    begins, count = Beginning.MISSING, 0
    for entry in reversed(entries):
        changes = unwinding.back(entry)
        if changes is None:
            begins = Beginning.DAMAGED
            break
        if (Details, workshop.id) not in unwinding.state:
            unwinding.forward(changes)
            begins = Beginning.CREATED
            break
        count += len(changes)
        if count > most:
            unwinding.forward(changes)
            begins = Beginning.LONG
            break
        if changes:
            steps.append(Step(entry.seq, entry.at, entry.kind, changes))
    return History(unwinding.state, steps[::-1], begins)


class _Unwinding:
    """The state before all entries that were taken back so far."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._names = table_names(_FOLLOWED)
        self._tables = tables_by_name()
        self._rows: dict[Key, list[Any]] = {}
        self._words: dict[str, str] = {}
        """Each id and text once: every state of a note has the same ones."""

    def back(self, entry: Written) -> tuple[Change, ...] | None:
        """Take an entry back. Returns what it had changed, None (and nothing is taken back) when it is not certain."""
        if not entry.sound:
            return None
        before: dict[Key, tuple[Entity | None, list[Any] | None]] = {}
        changes: list[Change] = []
        try:
            for row in reversed(entry.rows(self._names)):
                key, change = self._change(row, before)
                before[key] = change.before, row[1]
                changes.append(change)
        except (ValueError, TypeError, KeyError, IndexError):
            return None
        for key, (entity, kept) in before.items():
            self._put(key, entity, kept)
        return tuple(reversed(changes))

    def forward(self, changes: Sequence[Change]) -> None:
        """Do the entry that was taken back last again."""
        for change in changes:
            self._put(change.key, change.after, None)

    def _put(self, key: Key, entity: Entity | None, row: list[Any] | None) -> None:
        if entity is None:
            self.state.pop(key, None)
        else:
            self.state[key] = entity
        if row is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = row

    def _change(
        self, row: JournalledRow, before: Mapping[Key, tuple[Entity | None, list[Any] | None]]
    ) -> tuple[Key, Change]:
        """One change, its `after` being the very entity that is there now. Raises ValueError when that is another."""
        name, old, new = row
        table = self._tables[name]
        key: Key = (table.entity, (new or old or ())[table.columns.index("id")])
        there, kept = before.get(key) or (self.state.get(key), self._rows.get(key))
        if (new is None) != (there is None) or (new is not None and new != kept and table.read(new) != there):
            raise ValueError("another state came of it")
        return key, Change(None if old is None else table.read(self._sharing(old)), there)

    def _sharing(self, row: list[Any]) -> list[Any]:
        shared = self._words.setdefault
        return [shared(value, value) if type(value) is str else value for value in row]
