"""The journal: every edit as rows before and after. It is the undo stack, and it feeds the replay.

`commit`, `undo` and `redo` change the entities' rows and the journal in one transaction.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from models.edits.change import Change, Edit, Entity
from models.workspace.connection import transaction
from models.workspace.rows import tables, tables_by_name

_NEXT_UNDO = (
    "SELECT seq, kind, changes FROM journal WHERE workshop_id = ? AND undoable = 1 AND undone = 0"
    " ORDER BY seq DESC LIMIT 1"
)
_NEXT_REDO = (
    "SELECT seq, kind, changes FROM journal WHERE workshop_id = ? AND undoable = 1 AND undone = 1 ORDER BY seq LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One journalled edit; `seq` is its number in the file."""

    seq: int
    edit: Edit


def encode(changes: Iterable[Change]) -> str:
    """Changes as JSON: [table, row before or null, row after or null] each."""
    known = tables()
    rows = []
    for change in changes:
        table = known[type(change.entity)]
        before = None if change.before is None else table.row(change.before)
        after = None if change.after is None else table.row(change.after)
        rows.append((table.name, before, after))
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decode(raw: str) -> tuple[Change, ...]:
    """The changes of a journal row."""
    known = tables_by_name()

    def entity(name: str, row: list[Any] | None) -> Entity | None:
        return None if row is None else known[name].read(row)

    return tuple(Change(entity(name, before), entity(name, after)) for name, before, after in json.loads(raw))


def digest(kind: str, changes: str) -> str:
    """A sum over a journal row, since a damaged file may well pass SQLite's own check."""
    return hashlib.sha256(f"{kind}\n{changes}".encode()).hexdigest()[:32]


def write_rows(connection: sqlite3.Connection, workshop_id: str, changes: Iterable[Change]) -> None:
    """Make the entities' rows what `after` says."""
    known = tables()
    for change in changes:
        table = known[type(change.entity)]
        if change.after is None:
            connection.execute(table.delete, (change.entity.id,))
        else:
            connection.execute(table.upsert, (workshop_id, *table.row(change.after)))


def commit(connection: sqlite3.Connection, workshop_id: str, edit: Edit) -> int:
    """Apply and journal an edit; a new edit takes the place of what was undone. Returns its number."""
    with transaction(connection):
        if edit.undoable:
            connection.execute("DELETE FROM journal WHERE workshop_id = ? AND undone = 1", (workshop_id,))
        write_rows(connection, workshop_id, edit.changes)
        return append(connection, workshop_id, edit)


def append(connection: sqlite3.Connection, workshop_id: str, edit: Edit) -> int:
    """Add the edit to the journal, inside a transaction that is open. Returns its number."""
    changes = encode(edit.changes)
    row = (workshop_id, _now(), edit.kind, edit.undoable, changes, digest(edit.kind, changes))
    cursor = connection.execute(
        "INSERT INTO journal (workshop_id, at, kind, undoable, changes, digest) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def recommit(connection: sqlite3.Connection, workshop_id: str, seq: int, edit: Edit, whole: Edit) -> None:
    """Apply `edit` as the continuation of entry `seq`, which then says `whole`: what is being typed."""
    changes = encode(whole.changes)
    with transaction(connection):
        connection.execute("DELETE FROM journal WHERE workshop_id = ? AND undone = 1", (workshop_id,))
        write_rows(connection, workshop_id, edit.changes)
        connection.execute(
            "UPDATE journal SET at = ?, changes = ?, digest = ? WHERE seq = ?",
            (_now(), changes, digest(whole.kind, changes), seq),
        )


def next_undo(connection: sqlite3.Connection, workshop_id: str) -> Entry | None:
    """The entry that undo would take back."""
    return _entry(connection.execute(_NEXT_UNDO, (workshop_id,)).fetchone())


def next_redo(connection: sqlite3.Connection, workshop_id: str) -> Entry | None:
    """The entry that redo would do again."""
    return _entry(connection.execute(_NEXT_REDO, (workshop_id,)).fetchone())


def _entry(row: tuple[int, str, str] | None) -> Entry | None:
    return None if row is None else Entry(row[0], Edit(row[1], decode(row[2])))


def replay(connection: sqlite3.Connection, workshop_id: str, entry: Entry, *, undone: bool) -> Edit:
    """Take an entry back, or do it again. Returns the edit that was carried out."""
    edit = entry.edit.inverse() if undone else entry.edit
    with transaction(connection):
        write_rows(connection, workshop_id, edit.changes)
        connection.execute("UPDATE journal SET undone = ? WHERE seq = ?", (undone, entry.seq))
    return edit


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
