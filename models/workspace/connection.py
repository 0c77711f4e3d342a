"""The one connection to the workspace file, and what its errors mean to a person.

Measured with power cuts: `synchronous=NORMAL` lost acknowledged commits, FULL lost none. So FULL is set and read back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.language import gettext as _
from models.problems import Problem

APPLICATION_ID = 0x4D4E4F53  # "MNOS"
PATIENCE = 1.0
"""Seconds to wait for another program (a backup, a virus scanner) to let go of the file."""

_PRAGMAS = (("foreign_keys", 1), ("synchronous", 2), ("trusted_schema", 0), ("fullfsync", 1))

_DEFECTS = (
    sqlite3.IntegrityError,
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.DataError,
    sqlite3.NotSupportedError,
)


class NotSaved(Problem):
    """An edit did not reach the disk; what was saved before is untouched, and it can be tried again."""


class Damaged(Problem):
    """The workspace file cannot be read as one."""


def connect(path: Path) -> sqlite3.Connection:
    """The connection: WAL, every commit on the disk before it is acknowledged. Raises Problem where that is refused."""
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, cached_statements=256)
    try:
        # Alone with the file: SQLite then needs no shared memory beside it, and nobody else can write it.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        kept = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
        for name, value in _PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}")
            kept = kept and connection.execute(f"PRAGMA {name}").fetchone()[0] == value
        if not kept:
            raise Problem(
                _(
                    "Nothing can be kept safely in this place: {folder}. Choose a folder on this computer's disk."
                ).format(folder=path.parent)
            )
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One durable transaction; whatever goes wrong, the file is as before. Raises `NotSaved`.

    A broken constraint is a defect of the program, not of the disk, and stays what it is.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        _roll_back(connection)
        if isinstance(error, sqlite3.Error) and not isinstance(error, _DEFECTS):
            raise NotSaved(why_not_saved(error)) from error
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except sqlite3.Error:
            # SQLite rolls back by itself after some I/O errors; the next BEGIN tells if it did not.
            return


def why_not_saved(error: sqlite3.Error) -> str:
    """The sentence for a failed commit."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return _("Not saved: the disk is full. What was saved before is safe. Free some space, then try again.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _("Not saved: this place can only be read. What was saved before is safe.")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _("Not saved: another program holds the file. What was saved before is safe. Please try again.")
    return _("Not saved: the disk could not be written. What was saved before is safe. Please try again.")
