"""The journal: when a function returns the disk has it, and when it raises the disk has nothing of it."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from models.document import Document
from models.edits import notes
from models.edits.change import Change, Edit, merged
from models.workshop import Workshop
from models.workspace import journal
from models.workspace.check import faults
from models.workspace.connection import transaction
from models.workspace.workspace import Workspace


def _as_after_a_kill(workspace: Workspace, folder: Path, workshop_id: str) -> Workshop:
    """What is on the disk now, as the next opening would find it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(workspace.folder, folder)
    again = Workspace(folder)
    try:
        assert faults(again) == []
        return again.load(workshop_id)
    finally:
        again.close()


def test_disk_has_it_when_each_function_returns(tmp_path: Path, workspace: Workspace, fresh: Workshop) -> None:
    connection, copy = workspace.connection, tmp_path / "copy"
    workspace.create(fresh)
    assert not connection.in_transaction
    added = notes.add_notes(fresh, ["一"])
    seq = journal.commit(connection, fresh.id, added)
    assert not connection.in_transaction
    one = _as_after_a_kill(workspace, copy, fresh.id)
    assert [note.text for note in one.notes.values()] == ["一"]
    note = next(iter(one.notes.values()))
    longer = Edit("notes_added", (Change(note, replace(note, text="一二")),))
    journal.recommit(connection, fresh.id, seq, longer, merged("notes_added", added, longer))
    assert not connection.in_transaction
    assert [note.text for note in _as_after_a_kill(workspace, copy, fresh.id).notes.values()] == ["一二"]
    entry = journal.next_undo(connection, fresh.id)
    assert entry is not None
    assert entry.seq == seq
    journal.replay(connection, fresh.id, entry, undone=True)
    assert not connection.in_transaction
    assert _as_after_a_kill(workspace, copy, fresh.id).notes == {}
    entry = journal.next_redo(connection, fresh.id)
    assert entry is not None
    journal.replay(connection, fresh.id, entry, undone=False)
    journal.recommit(connection, fresh.id, seq, Edit("", (Change(entry.edit.changes[0].after, None),)), Edit("", ()))
    assert not connection.in_transaction
    assert _as_after_a_kill(workspace, copy, fresh.id) == fresh
    assert journal.next_undo(connection, fresh.id) is None


def test_nothing_is_kept_when_the_commit_itself_fails(document: Document, workspace: Workspace) -> None:
    before = document.workshop
    edit = notes.add_notes(before, ["一"])
    orphan = Edit("", tuple(replace(c, after=replace(c.after, cluster_id="no such")) for c in edit.changes))  # type: ignore[type-var]
    with pytest.raises(sqlite3.IntegrityError):
        document.apply(orphan)
    assert document.workshop is before
    assert workspace.load(before.id) == before
    assert faults(workspace) == []
    document.apply(edit)
    assert faults(workspace) == []


def test_nothing_is_kept_when_a_text_cannot_be_written(document: Document, workspace: Workspace) -> None:
    before = document.workshop
    edit = notes.add_notes(before, ["一", "二"])
    last = edit.changes[-1]
    bad = replace(last, after=replace(last.after, text="\ud800"))  # type: ignore[type-var]
    with pytest.raises(UnicodeEncodeError):
        document.apply(replace(edit, changes=(*edit.changes[:-1], bad)))
    assert workspace.load(before.id) == before == document.workshop
    document.apply(edit)
    assert faults(workspace) == []


def test_nothing_is_kept_when_the_work_is_interrupted(document: Document, workspace: Workspace) -> None:
    with pytest.raises(KeyboardInterrupt):
        _interrupted(workspace)
    assert workspace.load(document.workshop.id) == document.workshop


def _interrupted(workspace: Workspace) -> None:
    with transaction(workspace.connection):
        workspace.connection.execute("DELETE FROM agenda_item")
        raise KeyboardInterrupt


def test_no_other_program_gets_in_when_the_workspace_is_open(document: Document, workspace: Workspace) -> None:
    with (
        closing(sqlite3.connect(workspace.path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("SELECT count(*) FROM note")
