"""The demonstrations: complete, whole, and themselves a run through every edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from models.board import NoteKind, Reach, RelationKind
from models.cases import missing_fields
from models.decisions import ActionStatus
from models.demonstration import add_demonstration
from models.document import Document
from models.formats import process_hours
from models.ground import Ground
from models.layout import overlap, paper
from models.meeting import Stage, read_meeting
from models.replaying import Replay
from models.teams import team_sizes
from models.timing import Moment
from models.workshop import Workshop, WorkshopFormat
from models.workspace.check import faults
from models.workspace.moments import written
from models.workspace.workspace import Workspace
from tests.golden import golden, minutes_of

FORMATS = pytest.mark.parametrize("meant", list(WorkshopFormat))
Demonstrated = Callable[[WorkshopFormat], Workshop]


@pytest.fixture
def demonstrated(workspace: Workspace) -> Demonstrated:
    """The demonstration of a format, as it is kept."""
    return lambda meant: workspace.load(add_demonstration(workspace, meant))


@FORMATS
def test_demonstration_is_whole_when_it_was_added(workspace: Workspace, meant: WorkshopFormat) -> None:
    workshop = workspace.load(add_demonstration(workspace, meant))
    assert workshop.details.format is meant
    assert workshop.details.marking is not None
    assert all(cluster.title for cluster in workshop.clusters.values())
    assert not any(note.hidden for note in workshop.notes.values())
    assert all(timing.ended_at is not None for timing in workshop.timings.values())
    assert len(workshop.timings) == len(workshop.agenda)
    assert read_meeting(workshop, Moment(datetime(2027, 1, 1, tzinfo=UTC), 0.0, "later")).stage is Stage.ENDED
    assert faults(workspace) == []


@FORMATS
def test_minutes_are_the_golden_ones_when_the_demonstration_is_written_up(
    demonstrated: Demonstrated, meant: WorkshopFormat
) -> None:
    assert minutes_of(demonstrated(meant)) == golden(meant).read_text(encoding="utf-8")


@FORMATS
def test_minutes_hold_no_note_as_it_was_written(demonstrated: Demonstrated, meant: WorkshopFormat) -> None:
    workshop = demonstrated(meant)
    text = minutes_of(workshop)
    assert not [note.text for note in workshop.notes.values() if note.text in text]


def test_kaigi_has_all_that_its_screens_show(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    assert len(workshop.clusters) == 7
    assert workshop.details.votes_closed
    assert len(workshop.decisions) == 3
    assert all(action.owner and action.due and action.first_step for action in workshop.actions.values())
    assert [missing_fields(case) for case in workshop.cases.values()] == [()]


def test_kaigi_has_a_picture_of_bigger_groups_and_arrows_of_every_kind(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    assert all(family.title for family in workshop.families.values())
    assert {cluster.family_id for cluster in workshop.clusters.values()} == set(workshop.families)
    assert len(workshop.families) == 3
    assert {one.kind for one in workshop.relations.values()} == set(RelationKind)
    assert any(one.label for one in workshop.relations.values())
    ends = {end for one in workshop.relations.values() for end in (one.source_id, one.target_id)}
    assert all(ends & set(things) for things in (workshop.families, workshop.clusters, workshop.notes))


def test_kaigi_is_weighed_in_every_column_and_its_first_homework_is_within_reach(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    assert {one.reach for one in workshop.payoffs.values()} == set(Reach)
    assert set(workshop.clusters) < set(workshop.payoffs)
    solved = [action.cluster_id for action in workshop.ordered_actions() if action.cluster_id is not None]
    assert solved
    assert all(workshop.payoffs[one].reach is Reach.OWN for one in solved)


def test_kaigi_voted_with_all_its_dots_on_groups_and_a_lone_note(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    assert sum(vote.dots for vote in workshop.votes.values()) == workshop.details.headcount * workshop.details.dots_each
    assert set(workshop.votes) & set(workshop.notes)
    assert any("長" in one.post for one in workshop.participants.values())  # those who voted after the staff


def test_kaigi_has_a_pile_and_a_locked_note(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    assert [cluster.title for cluster in workshop.clusters.values() if cluster.stacked] == [
        "出張の精算に、書類が何枚も要る"
    ]
    assert [note.kind for note in workshop.notes.values() if note.locked] == [NoteKind.PARKED]


@FORMATS
def test_nothing_lies_on_anything_when_the_demonstration_is_over(
    demonstrated: Demonstrated, meant: WorkshopFormat
) -> None:
    workshop = demonstrated(meant)
    ground = Ground(workshop.notes.values())
    lone = [paper(note) for note in workshop.notes.values() if note.cluster_id is None]
    boxes = [*filter(None, map(ground.island, workshop.clusters)), *lone]
    assert not [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]


def test_kaigi_tells_its_story_in_the_order_of_the_room(workspace: Workspace) -> None:
    workshop = workspace.load(add_demonstration(workspace))
    replay = Replay(workshop, written(workspace.connection, workshop.id))
    kinds = [moment.kind for moment in replay.moments]
    story = ["notes_revealed", "notes_added", "notes_grouped", "suggestion_taken", "cluster_named", "family_formed",
             "family_named", "relation_drawn", "votes_closed", "payoff_placed", "cluster_stacked",
             "notes_locked"]  # fmt: skip
    assert [kind for kind in dict.fromkeys(kinds) if kind in story] == story
    assert kinds.count("notes_grouped") == len(workshop.clusters)
    assert kinds.count("notes_added") >= 5


@FORMATS
def test_journal_has_the_rooms_time_and_is_the_same_when_a_demonstration_is_added_again(
    workspace: Workspace, meant: WorkshopFormat
) -> None:
    first, again = (workspace.load(add_demonstration(workspace, meant)) for _time in range(2))
    told, told_again = (written(workspace.connection, one.id) for one in (first, again))
    assert [(entry.at, entry.kind) for entry in told] == [(entry.at, entry.kind) for entry in told_again]
    times = [entry.at for entry in told]
    assert times == sorted(times)
    assert times[0] == first.details.created_at
    replay = Replay(first, told)
    assert all(first.timings[one.item_id].first_started_at <= one.begins for one in replay.chapters if one.item_id)
    assert {moment.at.astimezone().date() for moment in replay.moments} <= {first.details.held_on}
    lying, lying_again = ({note.text: (note.order, note.x, note.y) for note in one.notes.values()}
                          for one in (first, again))  # fmt: skip
    assert lying == lying_again


def test_kaigi_looks_back_has_teams_and_was_replanned(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    states = {one.status for one in workshop.carried.values()}
    assert states == {ActionStatus.DONE, ActionStatus.DOING, ActionStatus.STOPPED}
    assert all(one.remark for one in workshop.carried.values())
    sizes = team_sizes(workshop.seats.values(), workshop.details.teams)
    assert sorted(sizes.values()) == [4, 5, 5]
    agreed = [item for item in workshop.agenda.values() if item.agreed is not None]
    assert agreed
    assert all(item.agreed is not None and item.least <= item.agreed < item.minutes for item in agreed)


def test_study_has_knacks_worded_questions_and_pledges(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.STUDY)
    assert all(knack.steps and knack.before and knack.after and knack.material for knack in workshop.knacks.values())
    assert sum(note.kind is NoteKind.QUESTION for note in workshop.notes.values()) == 5
    assert all(cluster.opinions and cluster.measures for cluster in workshop.clusters.values())
    assert len(workshop.pledges) == 5


def test_training_has_cases_reviewed_work_and_pledges(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.TRAINING)
    assert len(workshop.shown_cases) == 2
    assert len({work.review for work in workshop.own_works.values()}) == 5
    assert all(work.minutes and work.times_per_year and work.change for work in workshop.own_works.values())
    assert len(workshop.pledges) == 5


def test_dx_has_steps_that_take_less_and_ended_later_as_agreed(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.DX)
    now, then = process_hours(workshop.process_steps.values())
    assert now > 2 * then > 0
    assert workshop.details.subject
    assert workshop.details.extension > 0
    assert workshop.decisions
    assert workshop.actions


def test_groups_are_what_the_script_says_whatever_was_suggested(demonstrated: Demonstrated) -> None:
    workshop = demonstrated(WorkshopFormat.KAIGI)
    by_title = {c.title: {note.text for note in workshop.members(c.id)} for c in workshop.clusters.values()}
    assert by_title["出張の精算に、書類が何枚も要る"] == {
        "出張の精算で同じ経路を二度入力する",
        "精算の書類を出張のたびに三枚書く",
    }
    assert sum(note.cluster_id is None for note in workshop.notes.values()) == 4


@FORMATS
def test_demonstration_can_be_undone_to_its_empty_board(workspace: Workspace, meant: WorkshopFormat) -> None:
    document = Document(workspace, add_demonstration(workspace, meant))
    planned = {key: replace(item, agreed=None) for key, item in document.workshop.agenda.items()}
    while document.undo() is not None:
        pass
    workshop = document.workshop
    for left in (workshop.notes, workshop.clusters, workshop.knacks, workshop.pledges, workshop.shown_cases,
                 workshop.own_works, workshop.process_steps, workshop.carried, workshop.seats, workshop.families,
                 workshop.relations, workshop.payoffs, workshop.votes):  # fmt: skip
        assert not left
    assert workshop.agenda == planned
    assert workshop.details.extension == 0
    assert faults(workspace) == []
