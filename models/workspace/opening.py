"""Opening the workspace file: it is looked at first, without a byte of it being changed, and refused or trusted."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from models.language import gettext as _
from models.problems import Problem
from models.workspace.backup import back_up, backups
from models.workspace.connection import APPLICATION_ID, PATIENCE, Damaged, connect, transaction, why_not_saved
from models.workspace.lock import WorkspaceLock
from models.workspace.migrations import SCHEMA_VERSION, migrate, version

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100


def locked(folder: Path) -> WorkspaceLock:
    """The lock of the workspace in `folder`, which is made where it is missing. Raises a Problem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return WorkspaceLock(folder)
    except OSError as error:
        raise _refused(error, folder) from error


def ended_abruptly(path: Path) -> bool:
    """Whether the file was not closed when it was last open, so that no backup has its last edits."""
    return _size(_beside(path, "-wal")) > 0


UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What sqlite3 raises over a damaged file; the second when its own message quotes damaged bytes."""


def opened(path: Path) -> sqlite3.Connection:
    """The durable connection to a file that is found good, or new. Raises a Problem; what is refused is untouched.

    A file that lies within reach of a backup and is gone or empty is not taken for a new one.
    """
    known = backups(path.parent)
    if known and not _size(path):
        raise Damaged(_missing(known[0]))
    try:
        _look(path)
        connection = connect(path)
    except UNREADABLE as error:
        raise cannot_open(error, path) from error
    except OSError as error:
        raise _refused(error, path.parent) from error
    try:
        _made_ready(connection, path)
    except UNREADABLE as error:
        connection.close()
        raise cannot_open(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _look(path: Path) -> None:
    """Check the file through a connection that cannot write. Raises DatabaseError, or a Problem for a newer one.

    A write-ahead log that was left behind has to be read too; SQLite then makes a `-shm`, which goes again. A half
    done first commit (`-journal`) has to be rolled back by a writer before anything can be read.
    """
    log = _beside(path, "-wal")
    if not _size(path):
        if _size(log):
            raise sqlite3.DatabaseError("a log without its file")
        return
    if _size(_beside(path, "-journal")):
        return
    _check_header(path, is_alone=not _size(log))
    index = _beside(path, "-shm")
    is_indexed = index.exists()
    try:
        query = "mode=ro" if _size(log) else "immutable=1"
        with closing(sqlite3.connect(_uri(path, query), uri=True, timeout=PATIENCE)) as connection:
            _check(connection)
    finally:
        if not is_indexed:
            index.unlink(missing_ok=True)


def _check_header(path: Path, *, is_alone: bool) -> None:
    """What SQLite itself lets pass: it takes a file shorter than a page for a new one, and misses a lost end."""
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise sqlite3.DatabaseError("no header")
    page_size, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    if is_alone and _size(path) < pages * (65_536 if page_size == 1 else page_size):
        raise sqlite3.DatabaseError("cut off")


def _check(connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    is_bare = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not (application == 0 and is_bare):
        raise sqlite3.DatabaseError("not a workspace")
    if version(connection) > SCHEMA_VERSION:
        raise Problem(
            _("This workspace was made by a newer Minaoshi. It was not changed. Please use the newer version.")
        )
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check failed")


def _made_ready(connection: sqlite3.Connection, path: Path) -> None:
    found = version(connection)
    if found < SCHEMA_VERSION:
        _migrated(connection, path, found)
    with transaction(connection):  # a place that can only be read is told before anybody types
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _migrated(connection: sqlite3.Connection, path: Path, found: int) -> None:
    backup = back_up(connection, path.parent) if found else None
    try:
        migrate(connection, APPLICATION_ID)
    except Exception as error:
        if backup is None:
            raise
        raise Problem(
            _("The workspace could not be brought to this version and is as before. A backup is here: {backup}").format(
                backup=backup
            )
        ) from error


def cannot_open(error: Exception, path: Path) -> Problem:
    """What an error in opening or reading the file at `path` means to a person."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _read_only(path.parent)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return _no_room()
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and isinstance(error, sqlite3.Error):
        return Problem(why_not_saved(error))
    known = backups(path.parent)
    if known:
        return Damaged(
            _("The workspace file is damaged. It was not changed. The latest good backup is: {backup}").format(
                backup=known[0]
            )
        )
    return Damaged(
        _("The workspace file is damaged and there is no backup. It was not changed: {file}").format(file=path)
    )


def _refused(error: OSError, folder: Path) -> Problem:
    return _no_room() if error.errno in (errno.ENOSPC, errno.EDQUOT) else _read_only(folder)


def _read_only(folder: Path) -> Problem:
    return Problem(
        _("This place cannot be written: {folder}. Nothing can be saved there. Choose another folder.").format(
            folder=folder
        )
    )


def _no_room() -> Problem:
    return Problem(_("The disk is full or cannot be read. Nothing was changed. Free some space, then try again."))


def _missing(backup: Path) -> str:
    return _("The workspace file is missing, but there is a backup: {backup}. Nothing was changed.").format(
        backup=backup
    )


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _uri(path: Path, query: str) -> str:
    """A file address as SQLite reads it, where `Path.as_uri` writes a share's name into a part SQLite refuses."""
    full = path.absolute().as_posix()
    return f"file://{'' if full.startswith('/') else '/'}{quote(os.fsencode(full))}?{query}"
