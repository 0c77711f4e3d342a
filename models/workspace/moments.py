"""The journal of one workshop as it lies in the file, for the replay. Only read, and only what stands: no undone entry.

Fetching is quick and belongs to the thread that has the connection; judging and decoding need no connection any more.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.edits.change import Entity
from models.language import gettext as _
from models.workspace.connection import Damaged
from models.workspace.journal import SUMMED, digest
from models.workspace.rows import tables

_STANDING = f"SELECT seq, digest, {SUMMED} FROM journal WHERE workshop_id = ? AND undone = 0"

JournalledRow = tuple[str, list[Any] | None, list[Any] | None]
"""The table, and the row before and after; None for its absence."""


@dataclass(frozen=True, slots=True)
class Written:
    """One journal row: its number, the sum kept with it, and the columns that were summed."""

    seq: int
    kept: str
    summed: tuple[Any, ...]

    @property
    def sound(self) -> bool:
        """Whether it is what was written."""
        return digest(*self.summed) == self.kept

    @property
    def at(self) -> datetime:
        """When it was written, aware UTC; of what was typed, when the last of it was."""
        return datetime.fromisoformat(self.summed[1])

    @property
    def kind(self) -> str:
        """The kind of the edit."""
        return str(self.summed[2])

    def rows(self, names: Iterable[str]) -> list[JournalledRow]:
        """What it changed in the tables with these names. Raises ValueError for what is no journal row."""
        raw: str = self.summed[4]
        if not any(f'["{name}",' in raw for name in names):
            return []
        known = frozenset(names)
        return [(name, before, after) for name, before, after in json.loads(raw) if name in known]


def written(connection: sqlite3.Connection, workshop_id: str) -> list[Written]:
    """The standing entries of a workshop, the oldest first. Raises `Damaged` when the file cannot be read."""
    try:
        rows = connection.execute(_STANDING, (workshop_id,)).fetchall()
    except sqlite3.DatabaseError as error:
        raise Damaged(_("The history cannot be read. Nothing was changed.")) from error
    return sorted((Written(row[0], row[1], row[2:]) for row in rows), key=lambda entry: entry.seq)


def table_names(kinds: Iterable[type[Entity]]) -> tuple[str, ...]:
    """The tables in which these entities are kept."""
    known = tables()
    return tuple(known[kind].name for kind in kinds)
