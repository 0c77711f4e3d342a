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

_PRAGMAS = (("foreign_keys", 1), ("synchronous", 2), ("trusted_schema", 0), ("fullfsync", 1))


class NotSaved(Problem):
    """An edit did not reach the disk; what was saved before is untouched, and it can be tried again."""


class Damaged(Problem):
    """The workspace file cannot be read as one."""


def connect(path: Path) -> sqlite3.Connection:
    """The durable connection: WAL, every commit on the disk before it is acknowledged."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=True, cached_statements=256)
    try:
        journal = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if journal != "wal":
            raise sqlite3.OperationalError("WAL is refused here")
        for name, value in _PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise sqlite3.OperationalError(f"{name} is refused here")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One durable transaction; whatever goes wrong, the file is as before. Raises `NotSaved`."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        _roll_back(connection)
        raise NotSaved(why_not_saved(error)) from error
    except BaseException:
        _roll_back(connection)
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
