"""The workspace: opened by one window at a time, it knows all workshops and received cases."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from models.edits.change import FIELD_OF, Change, Edit, new_id
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Details, Workshop
from models.workspace import journal
from models.workspace.backup import back_up, backups
from models.workspace.connection import APPLICATION_ID, Damaged, connect, transaction
from models.workspace.lock import WorkspaceLock
from models.workspace.migrations import SCHEMA_VERSION, migrate, version
from models.workspace.rows import tables

FILE_NAME = "workspace.sqlite3"


@dataclass(frozen=True, slots=True)
class ReceivedCase:
    """A case file from elsewhere, as it is listed."""

    id: str
    received_at: datetime
    title: str
    bureau: str


class Workspace:
    """Everything a facilitator has, in one SQLite file in `folder`.

    Raises a Problem when the place cannot be written, the file is in use, damaged, or of a newer version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._lock = _locked(folder)
        try:
            self.connection = _opened(self.path)
        except BaseException:
            self._lock.release()
            raise
        self._backed_up_at = self._changes()

    def close(self) -> None:
        """Let go of the file. A backup is made of what changed since the last one."""
        try:
            self.back_up_if_changed()
        finally:
            self.connection.close()
            self._lock.release()

    # workshops

    def workshops(self) -> list[Details]:
        """The details of all workshops, the latest first."""
        table = tables()[Details]
        columns = ", ".join(f'"{column}"' for column in table.columns)
        rows = self.connection.execute(
            f"SELECT {columns} FROM workshop ORDER BY held_on DESC, starts_at DESC, created_at DESC"
        )
        return [table.read(row) for row in rows]

    def load(self, workshop_id: str) -> Workshop:
        """A workshop with everything in it. Raises a Problem for an unknown id."""
        known = tables()
        details = self.connection.execute(known[Details].select, (workshop_id,)).fetchone()
        if details is None:
            raise Problem(_("There is no workshop with the number {id}.").format(id=workshop_id[:40]))
        fields = {}
        for kind, name in FIELD_OF.items():
            rows = map(known[kind].read, self.connection.execute(known[kind].select, (workshop_id,)))
            fields[name] = MappingProxyType({entity.id: entity for entity in rows})
        return Workshop(known[Details].read(details), **fields)

    def create(self, workshop: Workshop) -> None:
        """Keep a new workshop, with all it brings. Raises `NotSaved`."""
        entities = [workshop.details]
        entities += [entity for name in FIELD_OF.values() for entity in getattr(workshop, name).values()]
        edit = Edit("workshop_created", tuple(Change(None, entity) for entity in entities), undoable=False)
        journal.commit(self.connection, workshop.id, edit)

    # cases from elsewhere

    def receive_case(self, title: str, bureau: str, file: bytes) -> str:
        """Keep a case file that was read and found good; the same file again is the same case. Returns its id."""
        sha256 = hashlib.sha256(file).hexdigest()
        known = self.connection.execute("SELECT id FROM received_case WHERE sha256 = ?", (sha256,)).fetchone()
        if known is not None:
            return str(known[0])
        case_id = new_id()
        row = (case_id, datetime.now(UTC).isoformat(), title, bureau, sha256, file)
        with transaction(self.connection):
            self.connection.execute("INSERT INTO received_case VALUES (?, ?, ?, ?, ?, ?)", row)
        return case_id

    def received_cases(self) -> list[ReceivedCase]:
        """The received cases, the latest first."""
        rows = self.connection.execute(
            "SELECT id, received_at, title, bureau FROM received_case ORDER BY received_at DESC, rowid DESC"
        )
        return [ReceivedCase(id, datetime.fromisoformat(at), title, bureau) for id, at, title, bureau in rows]

    def received_case_file(self, case_id: str) -> bytes:
        """The case file as it was received."""
        return bytes(self.connection.execute("SELECT file FROM received_case WHERE id = ?", (case_id,)).fetchone()[0])

    # safety

    def back_up(self) -> Path:
        """Make a verified backup now. Raises a Problem; the workspace is untouched."""
        path = back_up(self.connection, self.folder)
        self._backed_up_at = self._changes()
        return path

    def back_up_if_changed(self) -> Path | None:
        """Make a backup when something changed since the last one."""
        return self.back_up() if self._changes() != self._backed_up_at else None

    def _changes(self) -> int:
        return self.connection.total_changes


def _locked(folder: Path) -> WorkspaceLock:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return WorkspaceLock(folder)
    except OSError as error:
        raise Problem(
            _("This place cannot be written: {folder}. Nothing can be saved there. Choose another folder.").format(
                folder=folder
            )
        ) from error


def _opened(path: Path) -> sqlite3.Connection:
    known = backups(path.parent)
    if known and not path.exists():
        raise Damaged(_missing(known[0]))
    try:
        connection = connect(path)
    except sqlite3.DatabaseError as error:
        raise _cannot_open(error, path) from error
    try:
        _checked(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _cannot_open(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _checked(connection: sqlite3.Connection, path: Path) -> None:
    found = version(connection)
    if found > SCHEMA_VERSION:
        raise Problem(
            _("This workspace was made by a newer Minaoshi. It was not changed. Please use the newer version.")
        )
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check failed")
    if found < SCHEMA_VERSION:
        _migrated(connection, path, found)
    with transaction(connection):  # a place that can only be read is told before anybody types
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _migrated(connection: sqlite3.Connection, path: Path, found: int) -> None:
    backup = back_up(connection, path.parent) if found else None
    try:
        migrate(connection, APPLICATION_ID)
    except sqlite3.DatabaseError as error:
        if backup is None:
            raise
        raise Problem(
            _("The workspace could not be brought to this version and is as before. A backup is here: {backup}").format(
                backup=backup
            )
        ) from error


def _cannot_open(error: sqlite3.DatabaseError, path: Path) -> Problem:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return Problem(
            _("This place cannot be written: {folder}. Nothing can be saved there. Choose another folder.").format(
                folder=path.parent
            )
        )
    if code is not None and code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return Problem(_("The disk is full or cannot be read. Nothing was changed. Free some space, then try again."))
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


def _missing(backup: Path) -> str:
    return _("The workspace file is missing, but there is a backup: {backup}. Nothing was changed.").format(
        backup=backup
    )
