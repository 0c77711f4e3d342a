"""Backups: made, verified, restored and compared; old ones thinned; what is damaged is kept."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from models.document import Document
from models.edits import notes
from models.problems import Problem
from models.workspace import backup as backup_module
from models.workspace.backup import KEEP_DAYS, KEEP_LATEST, backups, restore
from models.workspace.check import faults
from models.workspace.connection import Damaged
from models.workspace.lock import InUse
from models.workspace.workspace import FILE_NAME, Workspace
from tests.random_edits import lived_in


@pytest.fixture
def lived(document: Document) -> Document:
    """A workshop with some of everything."""
    for edit in lived_in(document.workshop, Random(1)):
        document.apply(edit)
    return document


def _dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_backup_has_everything_when_it_is_restored(tmp_path: Path, workspace: Workspace, lived: Document) -> None:
    backup = workspace.back_up()
    content = list(workspace.connection.iterdump())
    other = tmp_path / "other"
    (other / "backups").mkdir(parents=True)
    shutil.copy(backup, other / "backups")
    restore(other, other / "backups" / backup.name)
    restored = Workspace(other)
    assert restored.load(lived.workshop.id) == lived.workshop
    assert list(restored.connection.iterdump()) == content
    assert faults(restored) == []
    again = Document(restored, lived.workshop.id)
    assert again.undo() is not None
    restored.close()


def test_backup_is_one_whole_file_when_it_was_made(workspace: Workspace, lived: Document) -> None:
    backup = workspace.back_up()
    assert {path.name for path in backup.parent.iterdir()} == {backup.name}
    before = hashlib.sha256(backup.read_bytes()).digest()
    assert _dump(backup)
    assert hashlib.sha256(backup.read_bytes()).digest() == before


def test_backup_is_made_only_when_something_changed(workspace: Workspace, document: Document) -> None:
    assert workspace.back_up_if_changed() is not None
    assert workspace.back_up_if_changed() is None
    document.apply(notes.add_notes(document.workshop, ["一"]))
    assert workspace.back_up_if_changed() is not None
    document.undo()
    assert workspace.back_up_if_changed() is not None
    assert workspace.back_up_if_changed() is None


def test_backup_is_made_when_closing_after_edits_only(tmp_path: Path, workspace: Workspace, lived: Document) -> None:
    shutil.copytree(workspace.folder, tmp_path / "copy")
    Workspace(tmp_path / "copy").close()
    made = backups(tmp_path / "copy")
    assert len(made) == 1, "the copy is what a kill leaves: its last edits are in no backup yet"
    Workspace(tmp_path / "copy").close()
    assert backups(tmp_path / "copy") == made


def test_damaged_file_is_kept_when_a_backup_takes_its_place(
    tmp_path: Path, workspace: Workspace, lived: Document
) -> None:
    workspace.back_up()
    folder = tmp_path / "copy"
    shutil.copytree(workspace.folder, folder)
    for suffix in ("", "-wal"):
        (folder / f"{FILE_NAME}{suffix}").write_bytes(b"damaged" + suffix.encode())
    with pytest.raises(Damaged):
        Workspace(folder)
    first = restore(folder, backups(folder)[0])
    assert first.read_bytes() == b"damaged"
    assert first.with_name(f"{first.name}-wal").read_bytes() == b"damaged-wal"
    restored = Workspace(folder)
    assert restored.load(lived.workshop.id) == lived.workshop
    restored.close()
    (folder / FILE_NAME).write_bytes(b"again")
    second = restore(folder, backups(folder)[0])
    assert (first.read_bytes(), second.read_bytes()) == (b"damaged", b"again")


def test_restoring_is_refused_when_a_window_is_open(workspace: Workspace, lived: Document) -> None:
    backup = workspace.back_up()
    before = workspace.path.read_bytes()
    with pytest.raises(InUse):
        restore(workspace.folder, backup)
    assert workspace.path.read_bytes() == before


def test_nothing_is_moved_when_the_backup_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"damaged")
    with pytest.raises(Problem):
        restore(tmp_path, tmp_path / "backups" / "gone.sqlite3")
    assert (tmp_path / FILE_NAME).read_bytes() == b"damaged"


def test_work_goes_on_when_a_backup_cannot_be_made(workspace: Workspace, document: Document) -> None:
    (workspace.folder / "backups").write_text("in the way")
    with pytest.raises(Problem):
        workspace.back_up()
    document.apply(notes.add_notes(document.workshop, ["一"]))
    assert workspace.load(document.workshop.id) == document.workshop
    (workspace.folder / "backups").unlink()
    assert workspace.back_up_if_changed() is not None


def test_backup_is_refused_and_does_not_wait_when_a_transaction_is_open(workspace: Workspace) -> None:
    workspace.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(Problem):
        workspace.back_up()
    workspace.connection.execute("ROLLBACK")
    assert workspace.back_up().exists()


def test_leavings_are_cleared_when_a_backup_was_cut_off(workspace: Workspace, document: Document) -> None:
    place = workspace.folder / "backups"
    place.mkdir()
    for name in ("20260604T000000000000Z.part", "20260604T000000000000Z.part-journal"):
        (place / name).write_bytes(b"x")
    backup = workspace.back_up()
    assert [path.name for path in place.iterdir()] == [backup.name]


def test_latest_and_one_a_day_are_kept_when_backups_grow_many(tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    last = datetime(2026, 6, 4, 17, 0, tzinfo=UTC)
    stamps = [last - timedelta(minutes=5 * number) for number in range(40)]
    stamps += [last - timedelta(days=day, hours=hour) for day in range(1, 60) for hour in (0, 3)]
    for stamp in stamps:
        (place / f"workspace-{stamp:%Y%m%dT%H%M%S%fZ}.sqlite3").touch()
    backup_module._thin_out(tmp_path)
    kept = [datetime.strptime(path.name[10:25], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) for path in backups(tmp_path)]
    assert kept[:KEEP_LATEST] == stamps[:KEEP_LATEST]
    older = kept[KEEP_LATEST:]
    assert older == [last - timedelta(days=day) for day in range(1, KEEP_DAYS)]
