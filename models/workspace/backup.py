"""Backups: whole copies of the workspace beside it, each verified before it counts, and the way back."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from models.language import gettext as _
from models.problems import Problem
from models.workspace.lock import WorkspaceLock

KEEP_LATEST = 24
"""Two hours at one in five minutes; of older ones the last of each day is kept."""
KEEP_DAYS = 30


def backups(folder: Path) -> list[Path]:
    """The verified backups of the workspace in `folder`, newest first."""
    return sorted((folder / "backups").glob("workspace-*.sqlite3"), reverse=True)


def back_up(connection: sqlite3.Connection, folder: Path) -> Path:
    """Copy the open workspace, verify the copy, and thin out the old ones. Raises Problem, the workspace untouched."""
    place = folder / "backups"
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    part, target = place / f"{stamp}.part", place / f"workspace-{stamp}.sqlite3"
    try:
        if connection.in_transaction:  # copying would wait for its end, and so for ever
            raise sqlite3.OperationalError("a transaction is open")
        place.mkdir(exist_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the copy does not check")
        _sync(part)
        part.replace(target)
        _sync(place)
    except (OSError, sqlite3.Error) as error:
        _sweep(place)
        raise Problem(_("A backup could not be made. Your work itself is saved.")) from error
    _sweep(place)
    with suppress(OSError):  # an old backup too many harms nobody
        _thin_out(folder)
    return target


def _sweep(place: Path) -> None:
    """Clear away what unfinished backups left."""
    with suppress(OSError):
        for part in place.glob("*.part*"):
            part.unlink(missing_ok=True)


def _thin_out(folder: Path) -> None:
    days: set[str] = set()
    for index, path in enumerate(backups(folder)):
        day = path.name[len("workspace-") :][:8]
        if index >= KEEP_LATEST and (day in days or len(days) >= KEEP_DAYS):
            path.unlink(missing_ok=True)
        days.add(day)


def restore(folder: Path, backup: Path) -> Path:
    """Put a backup in the place of a damaged workspace, which is kept under another name. Returns that name.

    Raises `InUse` while a window has the workspace open, and a Problem when the backup cannot be copied.
    """
    lock = WorkspaceLock(folder)
    try:
        return _restored(folder, backup)
    except OSError as error:
        raise Problem(
            _("The backup could not be put back. All files are still there. Free some space, then try again.")
        ) from error
    finally:
        lock.release()


def _restored(folder: Path, backup: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    workspace, damaged = folder / "workspace.sqlite3", folder / f"damaged-{stamp}.sqlite3"
    part = folder / "workspace.part"
    shutil.copyfile(backup, part)
    _sync(part)
    for suffix in ("", "-wal", "-shm", "-journal"):
        old = workspace.with_name(workspace.name + suffix)
        if old.exists():
            old.replace(damaged.with_name(damaged.name + suffix))
    part.replace(workspace)
    _sync(folder)
    return damaged


def _sync(path: Path) -> None:
    """Have a file, or a folder's names where the system can, on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
