"""The workspace: opened by one window at a time, it knows all workshops and received cases."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from models.edits.change import FIELD_OF, Change, Edit, new_id
from models.language import gettext as _
from models.problems import Problem
from models.workshop import Details, Workshop
from models.workspace import journal
from models.workspace.backup import back_up
from models.workspace.connection import transaction
from models.workspace.opening import cannot_open, ended_abruptly, locked, opened
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
        self._lock = locked(folder)
        try:
            abruptly = ended_abruptly(self.path)
            self.connection = opened(self.path)
        except BaseException:
            self._lock.release()
            raise
        self._backed_up_at = -1 if abruptly else self._changes()

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
        order = "held_on DESC, starts_at DESC, created_at DESC"
        with self._reading():
            return [
                table.read(row) for row in self.connection.execute(f"SELECT {columns} FROM workshop ORDER BY {order}")
            ]

    def running(self) -> frozenset[str]:
        """The ids of the workshops whose meeting is under way: the room is at an item of the agenda."""
        with self._reading():
            return frozenset(
                row[0] for row in self.connection.execute("SELECT DISTINCT workshop_id FROM timing WHERE current")
            )

    def load(self, workshop_id: str) -> Workshop:
        """A workshop with everything in it. Raises a Problem for an unknown id, `Damaged` for what cannot be read."""
        known = tables()
        with self._reading():
            details = self.connection.execute(known[Details].select, (workshop_id,)).fetchone()
            if details is None:
                raise Problem(_("There is no workshop with the number {id}.").format(id=workshop_id[:40]))
            fields = {}
            for kind, name in FIELD_OF.items():
                rows = map(known[kind].read, self.connection.execute(known[kind].select, (workshop_id,)))
                fields[name] = MappingProxyType({entity.id: entity for entity in rows})
            return Workshop(known[Details].read(details), **fields)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
            raise cannot_open(error, self.path) from error

    def create(self, workshop: Workshop, at: datetime | None = None) -> None:
        """Keep a new workshop, with all it brings; its ids must be new. The journal says it was `at` a time (aware),
        now when not given. Raises `NotSaved`."""
        entities = [workshop.details]
        entities += [entity for name in FIELD_OF.values() for entity in getattr(workshop, name).values()]
        edit = Edit("workshop_created", tuple(Change(None, entity) for entity in entities), undoable=False)
        journal.commit(self.connection, workshop.id, edit, at)

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
        """The case file as it was received. Raises a Problem for an unknown id."""
        row = self.connection.execute("SELECT file FROM received_case WHERE id = ?", (case_id,)).fetchone()
        if row is None:
            raise Problem(_("There is no case with the number {id}.").format(id=case_id[:40]))
        return bytes(row[0])

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
