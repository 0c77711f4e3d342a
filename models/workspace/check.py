"""The integrity of a workspace: SQLite's own checks, and ours, since one in eight damaged files passes those.

The journal's rows carry sums, and applied in their order they must give the very rows of the tables.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from models.language import gettext as _
from models.workspace.journal import digest
from models.workspace.rows import Table, tables
from models.workspace.workspace import Workspace


def faults(workspace: Workspace) -> list[str]:
    """What is wrong with the workspace, a sentence each; none for a whole one."""
    found = [*_sqlite_faults(workspace.connection), *_journal_faults(workspace.connection)]
    return found or [*_table_faults(workspace.connection)]


def _sqlite_faults(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        yield _("The file's structure is damaged.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield _("Something refers to what is not there.")


def _journal_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for seq, kind, changes, kept in connection.execute("SELECT seq, kind, changes, digest FROM journal"):
        if digest(kind, changes) != kept:
            yield _("The history's entry {number} is damaged.").format(number=seq)


def _table_faults(connection: sqlite3.Connection) -> Iterator[str]:
    expected = _rows_by_journal(connection)
    for table in tables().values():
        if expected.get(table.name, {}) != _rows_as_kept(connection, table):
            yield _("The table {name} differs from the history.").format(name=table.name)


def _rows_by_journal(connection: sqlite3.Connection) -> dict[str, dict[str, tuple[Any, ...]]]:
    import json

    ids = {table.name: table.columns.index("id") for table in tables().values()}
    rows: dict[str, dict[str, tuple[Any, ...]]] = {}
    for (changes,) in connection.execute("SELECT changes FROM journal WHERE undone = 0 ORDER BY seq"):
        for name, before, after in json.loads(changes):
            entity_id = (after or before)[ids[name]]
            if after is None:
                rows[name].pop(entity_id, None)
            else:
                rows.setdefault(name, {})[entity_id] = tuple(after)
    return rows


def _rows_as_kept(connection: sqlite3.Connection, table: Table[Any]) -> dict[str, tuple[Any, ...]]:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    index = table.columns.index("id")
    return {row[index]: row for row in connection.execute(f"SELECT {columns} FROM {table.name}")}
