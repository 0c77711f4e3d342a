"""The journal: when a function returns the disk has it, and when it raises the disk has nothing of it."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from models.document import Document
from models.edits import notes
from models.edits.change import Change, Edit, merged
from models.workshop import Workshop
from models.workspace import journal
from models.workspace.check import faults
from models.workspace.connection import Damaged, transaction
from models.workspace.moments import written
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
    seq = journal.commit(connection, fresh.id, added).seq
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
    journal.replay(connection, fresh.id, entry.seq, entry.edit.inverse(), undone=True)
    assert not connection.in_transaction
    assert _as_after_a_kill(workspace, copy, fresh.id).notes == {}
    entry = journal.next_redo(connection, fresh.id)
    assert entry is not None
    journal.replay(connection, fresh.id, entry.seq, entry.edit, undone=False)
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


def test_recent_entry_is_told_by_its_sum_when_it_is_asked_for() -> None:
    recent = journal.Recent()
    entry = journal.Entry(7, Edit("notes_added", ()), "sum")
    recent.keep(entry)
    assert recent.get(7, "sum") is entry
    assert recent.get(7, "another") is None
    assert recent.get(8, "sum") is None
    recent.forget(7)
    assert recent.get(7, "sum") is None


def test_oldest_entries_are_forgotten_when_there_is_too_much(fresh: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST_RECENT", 5)
    recent = journal.Recent()
    edit = notes.add_notes(fresh, ["一", "二"])
    for seq in (1, 2, 3, 3):
        recent.keep(journal.Entry(seq, edit, "sum"))
    assert [seq for seq in (1, 2, 3) if recent.get(seq, "sum")] == [2, 3]
    recent.keep(journal.Entry(4, replace(edit, changes=edit.changes * 3), "sum"))
    assert not any(recent.get(seq, "sum") for seq in (2, 3, 4))


def test_undo_is_refused_when_the_row_of_a_recent_edit_was_damaged(document: Document, workspace: Workspace) -> None:
    document.apply(notes.add_notes(document.workshop, ["一"]))
    after = document.workshop
    workspace.connection.execute("UPDATE journal SET changes = replace(changes, '一', '二') WHERE undoable")
    with pytest.raises(Damaged):
        document.undo()
    assert document.workshop is after


def test_journal_has_the_time_of_the_clock_when_one_is_given(workspace: Workspace, fresh: Workshop) -> None:
    tokyo = datetime(2026, 6, 4, 14, 0, tzinfo=timezone(timedelta(hours=9)))
    workspace.create(fresh, tokyo)
    told = iter(tokyo + timedelta(minutes=minute) for minute in (1, 2, 3))
    document = Document(workspace, fresh.id, lambda: next(told))
    document.apply(notes.add_notes(document.workshop, ["一"]))
    (note_id,) = document.workshop.notes
    document.apply(notes.set_note_text(document.workshop, note_id, "一二"), continuing=True)
    document.apply(notes.set_note_text(document.workshop, note_id, "一二三"), continuing=True)
    created, added, typed = [entry.at for entry in document.history()]
    assert (created, added, typed) == tuple(datetime(2026, 6, 4, 5, minute, tzinfo=UTC) for minute in (0, 1, 3))
    assert created.utcoffset() == timedelta()
    assert faults(workspace) == []


def test_journal_has_the_machines_time_when_no_clock_is_given(workspace: Workspace, fresh: Workshop) -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    workspace.create(fresh)
    document = Document(workspace, fresh.id)
    document.apply(notes.add_notes(document.workshop, ["一"]))
    assert all(before <= entry.at <= datetime.now(UTC) for entry in document.history())


def test_nothing_is_kept_when_the_clock_tells_a_time_of_nowhere(workspace: Workspace, document: Document) -> None:
    before = document.workshop
    lost = Document(workspace, before.id, lambda: datetime(2026, 6, 4, 14, 0))
    with pytest.raises(ValueError, match="zone"):
        lost.apply(notes.add_notes(before, ["一"]))
    assert lost.workshop == workspace.load(before.id) == before
    assert not written(workspace.connection, before.id)[1:]
