"""The demonstration workshop: complete, whole, and itself a run through every edit."""

from models.cases import missing_fields
from models.demonstration import add_demonstration
from models.document import Document
from models.workspace.check import faults
from models.workspace.workspace import Workspace


def test_demonstration_is_complete_when_it_was_added(workspace: Workspace) -> None:
    workshop = workspace.load(add_demonstration(workspace))
    assert len(workshop.clusters) == 7
    assert all(cluster.title for cluster in workshop.clusters.values())
    assert not any(note.hidden for note in workshop.notes.values())
    assert workshop.details.votes_closed
    assert len(workshop.decisions) == 3
    assert all(action.owner and action.due and action.first_step for action in workshop.actions.values())
    assert [missing_fields(case) for case in workshop.cases.values()] == [()]
    assert all(timing.ended_at is not None for timing in workshop.timings.values())
    assert len(workshop.timings) == len(workshop.agenda)
    assert faults(workspace) == []


def test_groups_are_what_the_script_says_whatever_was_suggested(workspace: Workspace) -> None:
    workshop = workspace.load(add_demonstration(workspace))
    by_title = {c.title: {note.text for note in workshop.members(c.id)} for c in workshop.clusters.values()}
    assert by_title["出張の精算に、書類が何枚も要る"] == {
        "出張の精算で同じ経路を二度入力する",
        "精算の書類を出張のたびに三枚書く",
    }
    assert sum(note.cluster_id is None for note in workshop.notes.values()) == 4


def test_demonstration_can_be_undone_to_its_empty_board(workspace: Workspace) -> None:
    document = Document(workspace, add_demonstration(workspace))
    while document.undo() is not None:
        pass
    assert not document.workshop.notes
    assert not document.workshop.clusters
    assert len(document.workshop.agenda) == 11
    assert faults(workspace) == []
