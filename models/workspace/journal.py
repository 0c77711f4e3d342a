"""The journal: every edit as rows before and after. It is the undo stack, and it feeds the replay.

`commit`, `undo` and `redo` change the entities' rows and the journal in one transaction.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from models.edits.change import Change, Edit, Entity
from models.language import gettext as _
from models.workspace.connection import Damaged, transaction
from models.workspace.rows import tables, tables_by_name

SUMMED = "workshop_id, at, kind, undoable, changes"
"""The columns of the journal over which a row's digest goes."""
_ENTRY = f"SELECT seq, digest, {SUMMED} FROM journal WHERE workshop_id = ? AND undoable = 1"
_NEXT_UNDO = f"{_ENTRY} AND undone = 0 ORDER BY seq DESC LIMIT 1"
_NEXT_REDO = f"{_ENTRY} AND undone = 1 ORDER BY seq LIMIT 1"
_KIND = "SELECT kind FROM journal WHERE workshop_id = ? AND undoable = 1 AND undone = ? ORDER BY seq"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
MOST_RECENT = 30_000
"""So many changes of recent entries are remembered."""
_DROP_UNDONE = "DELETE FROM journal WHERE workshop_id = ? AND undoable = 1 AND undone = 1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One journalled edit; `seq` is its number in the file, `digest` the sum over its row."""

    seq: int
    edit: Edit
    digest: str = ""


class Recent:
    """The entries written last: what a row says need not be read again while its sum is the one that was written."""

    def __init__(self) -> None:
        self._entries: dict[int, Entry] = {}
        self._changes = 0

    def keep(self, entry: Entry) -> None:
        """Remember an entry; the oldest are forgotten when there is too much of them."""
        self.forget(entry.seq)
        self._entries[entry.seq] = entry
        self._changes += len(entry.edit.changes)
        while self._changes > MOST_RECENT:
            self.forget(next(iter(self._entries)))

    def forget(self, seq: int) -> None:
        """The entry is gone, or another now."""
        entry = self._entries.pop(seq, None)
        if entry is not None:
            self._changes -= len(entry.edit.changes)

    def get(self, seq: int, kept: str) -> Entry | None:
        """The entry of a row whose sum is `kept`, and was verified."""
        entry = self._entries.get(seq)
        return entry if entry is not None and entry.digest == kept else None


def encode(changes: Iterable[Change]) -> str:
    """Changes as JSON: [table, row before or null, row after or null] each."""
    known = tables()
    rows = []
    for change in changes:
        table = known[type(change.entity)]
        before = None if change.before is None else table.row(change.before)
        after = None if change.after is None else table.row(change.after)
        rows.append((table.name, before, after))
    return _JSON.encode(rows)


def decode(raw: str) -> tuple[Change, ...]:
    """The changes of a journal row."""
    known = tables_by_name()

    def entity(name: str, row: list[Any] | None) -> Entity | None:
        return None if row is None else known[name].read(row)

    return tuple(Change(entity(name, before), entity(name, after)) for name, before, after in json.loads(raw))


def digest(*summed: str | int) -> str:
    """A sum over the columns in `SUMMED`, since a damaged file may well pass SQLite's own check."""
    return hashlib.sha256("\n".join(map(str, summed)).encode()).hexdigest()[:32]


def write_rows(connection: sqlite3.Connection, workshop_id: str, changes: Iterable[Change]) -> None:
    """Make the entities' rows what `after` says. What is new must not be there yet."""
    for statement, rows in groupby((_written(workshop_id, change) for change in changes), key=itemgetter(0)):
        connection.executemany(statement, (row for _statement, row in rows))


def _written(workshop_id: str, change: Change) -> tuple[str, tuple[Any, ...]]:
    """The statement for a change, and what it is about."""
    after, entity = change.after, change.entity
    table = tables()[type(entity)]
    if after is None:
        return table.delete, (entity.id,)
    return table.insert if change.before is None else table.upsert, (workshop_id, *table.row(after))


def utc_now() -> datetime:
    """What the machine's clock says, aware UTC."""
    return datetime.now(UTC)


def commit(connection: sqlite3.Connection, workshop_id: str, edit: Edit, at: datetime | None = None) -> Entry:
    """Apply and journal an edit; a new edit takes the place of what was undone. Returns its entry.

    `at` is when it was made, aware; now when not given. Raises ValueError for a time of nowhere.
    """
    stamp = _stamp(at)
    with transaction(connection):
        if edit.undoable:
            connection.execute(_DROP_UNDONE, (workshop_id,))
        write_rows(connection, workshop_id, edit.changes)
        return append(connection, workshop_id, edit, stamp)


def append(connection: sqlite3.Connection, workshop_id: str, edit: Edit, stamp: str | None = None) -> Entry:
    """Add the edit to the journal, inside a transaction that is open, stamped now if with nothing. Returns its
    entry."""
    summed = (workshop_id, stamp or _stamp(), edit.kind, int(edit.undoable), encode(edit.changes))
    kept = digest(*summed)
    cursor = connection.execute(f"INSERT INTO journal ({SUMMED}, digest) VALUES (?, ?, ?, ?, ?, ?)", (*summed, kept))
    assert cursor.lastrowid is not None
    return Entry(cursor.lastrowid, edit, kept)


def recommit(
    connection: sqlite3.Connection, workshop_id: str, seq: int, edit: Edit, whole: Edit, at: datetime | None = None
) -> Entry:
    """Apply `edit` as the continuation of entry `seq`, which then says `whole`: what is being typed. Returns it.

    When the whole comes to nothing, the entry goes. `at` as for `commit`.
    """
    stamp, changes = _stamp(at), encode(whole.changes)
    entry = Entry(seq, whole, digest(workshop_id, stamp, whole.kind, int(whole.undoable), changes))
    with transaction(connection):
        connection.execute(_DROP_UNDONE, (workshop_id,))
        write_rows(connection, workshop_id, edit.changes)
        if not whole.changes:
            connection.execute("DELETE FROM journal WHERE seq = ?", (seq,))
            return entry
        connection.execute(
            "UPDATE journal SET at = ?, changes = ?, digest = ? WHERE seq = ?",
            (stamp, changes, entry.digest, seq),
        )
    return entry


def next_undo(connection: sqlite3.Connection, workshop_id: str, recent: Recent | None = None) -> Entry | None:
    """The entry that undo would take back. Raises `Damaged` when it is not what was written."""
    return _entry(connection.execute(_NEXT_UNDO, (workshop_id,)).fetchone(), recent)


def next_redo(connection: sqlite3.Connection, workshop_id: str, recent: Recent | None = None) -> Entry | None:
    """The entry that redo would do again. Raises `Damaged` when it is not what was written."""
    return _entry(connection.execute(_NEXT_REDO, (workshop_id,)).fetchone(), recent)


def next_kind(connection: sqlite3.Connection, workshop_id: str, *, undone: bool) -> str | None:
    """The kind of the entry that undo would take back or, with `undone`, redo would do again; nothing is decoded."""
    order = "ASC" if undone else "DESC"
    row = connection.execute(f"{_KIND} {order} LIMIT 1", (workshop_id, undone)).fetchone()
    return None if row is None else str(row[0])


def _entry(row: tuple[Any, ...] | None, recent: Recent | None) -> Entry | None:
    if row is None:
        return None
    seq, kept, *summed = row
    if digest(*summed) != kept:
        raise Damaged(_("The history is damaged, so this cannot be undone or redone. Nothing was changed."))
    known = None if recent is None else recent.get(seq, kept)
    return Entry(seq, Edit(summed[2], decode(summed[4])), kept) if known is None else known


def replay(connection: sqlite3.Connection, workshop_id: str, seq: int, edit: Edit, *, undone: bool) -> None:
    """Carry out the edit that takes an entry back, or does it again; `undone` says which."""
    with transaction(connection):
        write_rows(connection, workshop_id, edit.changes)
        connection.execute("UPDATE journal SET undone = ? WHERE seq = ?", (undone, seq))


def _stamp(at: datetime | None = None) -> str:
    """A time as the journal keeps it, in UTC; now when none is given."""
    at = utc_now() if at is None else at
    if at.utcoffset() is None:
        raise ValueError("the journal keeps no time without its zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
