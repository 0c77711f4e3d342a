"""The document: what typing becomes in the history, who is told, and that a clock is no part of undo."""

from dataclasses import replace

from models.document import Document
from models.edits import notes, running
from models.edits.change import Edit, new_id
from models.templates import new_workshop
from models.workspace.check import faults
from models.workspace.workspace import Workspace
from tests.clock import FakeClock


def _note(document: Document, text: str = "はじめ") -> str:
    document.apply(notes.add_notes(document.workshop, [text]))
    return document.workshop.ordered_notes()[-1].id


def _type(document: Document, note_id: str, text: str) -> None:
    document.apply(notes.set_note_text(document.workshop, note_id, text), continuing=True)


def test_typing_is_one_step_when_it_goes_on(document: Document, workspace: Workspace) -> None:
    note_id = _note(document)
    for text in ("会", "会議", "会議が多い"):
        _type(document, note_id, text)
    assert workspace.load(document.workshop.id).notes[note_id].text == "会議が多い"
    document.undo()
    assert document.workshop.notes[note_id].text == "はじめ"
    document.redo()
    assert document.workshop.notes[note_id].text == "会議が多い"
    assert faults(workspace) == []


def test_typing_begins_anew_when_something_else_was_done(document: Document) -> None:
    first, second = _note(document), _note(document)
    _type(document, first, "一")
    _type(document, second, "二")
    _type(document, first, "一一")
    document.undo()
    assert document.workshop.notes[first].text == "一"
    document.undo()
    assert document.workshop.notes[second].text == "はじめ"


def test_typing_begins_anew_when_it_was_undone(document: Document) -> None:
    note_id = _note(document)
    _type(document, note_id, "一")
    document.undo()
    _type(document, note_id, "二")
    assert document.redo_kind() is None
    document.undo()
    assert document.workshop.notes[note_id].text == "はじめ"


def test_nothing_is_left_to_undo_when_typing_came_back_to_its_start(document: Document, workspace: Workspace) -> None:
    note_id = _note(document)
    _type(document, note_id, "はじめまして")
    _type(document, note_id, "はじめ")
    assert document.undo_kind() == "notes_added"
    _type(document, note_id, "また")
    document.undo()
    assert document.workshop.notes[note_id].text == "はじめ"
    assert faults(workspace) == []


def test_clock_is_passed_over_when_undoing(document: Document, clock: FakeClock, workspace: Workspace) -> None:
    _note(document)
    document.apply(running.start(document.workshop, clock()))
    assert document.undo_kind() == "notes_added"
    document.undo()
    document.apply(running.next_item(document.workshop, clock.advance(60)))
    assert document.redo_kind() == "notes_added"
    timings = document.workshop.timings
    assert document.redo() is not None
    assert document.workshop.timings == timings
    assert workspace.load(document.workshop.id) == document.workshop
    assert faults(workspace) == []


def test_what_was_undone_is_gone_when_a_new_edit_comes(document: Document) -> None:
    _note(document)
    document.undo()
    _note(document, "別の")
    assert document.redo() is None
    assert document.redo_kind() is None


def test_nothing_happens_when_there_is_nothing_to_undo(document: Document) -> None:
    assert document.undo() is None
    assert document.redo() is None
    assert document.undo_kind() is None


def test_subscribers_are_told_what_was_carried_out_until_they_leave(document: Document) -> None:
    told: list[Edit] = []
    leave = document.subscribe(told.append)
    _note(document)
    document.undo()
    document.redo()
    document.apply(Edit("nothing", ()))
    leave()
    _note(document)
    assert [edit.kind for edit in told] == ["notes_added"] * 3
    assert told[1] == told[0].inverse()
    assert told[2] == told[0]


def test_histories_are_apart_when_two_workshops_are_open(workspace: Workspace, document: Document) -> None:
    other = new_workshop(replace(document.workshop.details, id=new_id()))
    workspace.create(other)
    second = Document(workspace, other.id)
    _note(document)
    assert second.undo_kind() is None
    _note(second)
    document.undo()
    assert document.workshop.notes == {}
    assert len(second.workshop.notes) == 1
    assert faults(workspace) == []
