"""The integrity of a workspace: SQLite's own checks, and ours, since one in eight damaged files passes those.

The journal's rows carry sums, and applied in their order they must give the very rows of the tables.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from models.language import gettext as _
from models.workspace.journal import SUMMED, digest
from models.workspace.rows import Table, tables, tables_by_name
from models.workspace.workspace import Workspace


def faults(workspace: Workspace) -> list[str]:
    """What is wrong with the workspace, a sentence each; none for a whole one."""
    try:
        found = [*_sqlite_faults(workspace.connection), *_sum_faults(workspace.connection)]
        return found or [*_table_faults(workspace.connection)]
    except (sqlite3.DatabaseError, ValueError):
        return [_("The file's structure is damaged.")]


def _sqlite_faults(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        yield _("The file's structure is damaged.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield _("Something refers to what is not there.")


def _sum_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for seq, kept, *summed in connection.execute(f"SELECT seq, digest, {SUMMED} FROM journal"):
        if digest(*summed) != kept:
            yield _("The history's entry {number} is damaged.").format(number=seq)
    for title, kept, file in connection.execute("SELECT title, sha256, file FROM received_case"):
        if hashlib.sha256(file).hexdigest() != kept:
            yield _("The received case {title} is damaged.").format(title=title)


def _table_faults(connection: sqlite3.Connection) -> Iterator[str]:
    expected = _rows_by_journal(connection)
    for table in tables().values():
        if expected.get(table.name, {}) != _rows_as_kept(connection, table):
            yield _("The table {name} differs from the history.").format(name=table.name)


def _rows_by_journal(connection: sqlite3.Connection) -> dict[str, dict[str, tuple[Any, ...]]]:
    known = tables_by_name()
    ids = {name: table.columns.index("id") for name, table in known.items()}
    rows: dict[str, dict[str, tuple[Any, ...]]] = {}
    for (changes,) in connection.execute("SELECT changes FROM journal WHERE undone = 0 ORDER BY seq"):
        for name, before, after in json.loads(changes):
            entity_id = (after or before)[ids[name]]
            if after is None:
                rows.setdefault(name, {}).pop(entity_id, None)
            else:
                rows.setdefault(name, {})[entity_id] = known[name].whole(after)
    return rows


def _rows_as_kept(connection: sqlite3.Connection, table: Table[Any]) -> dict[str, tuple[Any, ...]]:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    index = table.columns.index("id")
    return {row[index]: row for row in connection.execute(f"SELECT {columns} FROM {table.name}")}
