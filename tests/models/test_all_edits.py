"""Every kind of edit: done, taken back, done again, and kept."""

import shutil
from pathlib import Path
from random import Random

import pytest

from models.document import Document
from models.edits.change import Edit, applied, merged
from models.workspace.check import faults
from models.workspace.workspace import Workspace
from tests.random_edits import ALWAYS, WITH, Maker, lived_in, undoable_edit

MAKERS: dict[str, Maker] = {**ALWAYS, **{name: maker for name, (_, maker) in WITH.items()}}


def _with_content(document: Document) -> Document:
    for edit in lived_in(document.workshop, Random(1)):
        document.apply(edit)
    return document


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_edit_returns_each_state_when_undone_and_redone(name: str, document: Document, workspace: Workspace) -> None:
    _with_content(document)
    before = document.workshop
    rng = Random(name)
    edits = 0
    while edits < 3:
        edit = MAKERS[name](before, rng)
        edits += 1
        document.apply(edit)
        after = document.workshop
        if after == before:
            continue
        assert workspace.load(document.workshop.id) == after
        undone = document.undo()
        assert undone is not None
        assert document.workshop == before == workspace.load(before.id)
        redone = document.redo()
        assert redone is not None
        assert redone.changes == edit.changes
        assert document.workshop == after == workspace.load(before.id)
        document.undo()
    assert faults(workspace) == []


def test_nothing_hangs_in_the_air_when_anything_was_done(document: Document) -> None:
    _with_content(document)
    rng = Random(5)
    for _ in range(240):
        document.apply(undoable_edit(document.workshop, rng))
        workshop = document.workshop
        peopled = {note.cluster_id for note in workshop.notes.values()} - {None}
        assert peopled == set(workshop.clusters)
        lone = {note.id for note in workshop.notes.values() if note.cluster_id is None}
        things = set(workshop.clusters) | lone
        assert set(workshop.votes) | set(workshop.payoffs) <= things
        assert {cluster.family_id for cluster in workshop.clusters.values()} - {None} == set(workshop.families)
        pairs = [frozenset((one.source_id, one.target_id)) for one in workshop.relations.values()]
        assert len(set(pairs)) == len(pairs)
        assert all(len(pair) == 2 and pair <= things | set(workshop.families) for pair in pairs)
        linked = {decision.cluster_id for decision in workshop.decisions.values()}
        linked |= {action.cluster_id for action in workshop.actions.values()}
        assert linked - {None} <= set(workshop.clusters)


def test_merged_edit_equals_the_edits_when_it_is_applied_alone(document: Document) -> None:
    start = _with_content(document).workshop
    rng = Random(7)
    for _ in range(20):
        state, edits = start, list[Edit]()
        for _ in range(4):
            edits.append(undoable_edit(state, rng))
            state = applied(state, edits[-1].changes)
        whole = merged("all", *edits)
        assert applied(start, whole.changes) == state
        assert applied(state, whole.inverse().changes) == start


def test_history_goes_on_when_the_workspace_was_closed(tmp_path: Path, document: Document) -> None:
    start = document.workshop
    states = [start]
    for edit in lived_in(start, Random(3)):
        document.apply(edit)
        states.append(document.workshop)
    folder = tmp_path / "workspace"
    # The fixture's workspace is still open; its file is read by a second one after a plain copy.
    shutil.copytree(folder, tmp_path / "copy", ignore=shutil.ignore_patterns("workspace.lock"))
    other = Workspace(tmp_path / "copy")
    again = Document(other, start.id)
    for state in reversed(states[:-1]):
        again.undo()
        assert again.workshop == state
    assert again.undo() is None
    for state in states[1:]:
        again.redo()
        assert again.workshop == state
    assert again.redo() is None
    other.close()
