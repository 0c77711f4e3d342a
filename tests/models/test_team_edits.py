"""Edits of the 班: their seats stay in step with the attendance, and their notes are brought together safely."""

from collections import Counter
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import Note
from models.document import Document
from models.edits.arranging import arrange
from models.edits.change import Edit, applied
from models.edits.clusters import Gathering, group_notes, take_suggestion
from models.edits.deciding import add_participant, delete_participant, set_participant
from models.edits.notes import add_notes, bring_together, move_notes, reveal_notes, start_silence
from models.edits.teams import clear_teams, make_teams, move_seat
from models.layout import NOTE_HEIGHT, NOTE_WIDTH, lane_box
from models.library.workshop_package import read_package, write_package
from models.teams import team_sizes
from models.templates import new_workshop
from models.workshop import Details, Workshop
from models.workspace.check import faults
from models.workspace.workspace import Workspace


def done(workshop: Workshop, *edits: Edit) -> Workshop:
    for edit in edits:
        workshop = applied(workshop, edit.changes)
    return workshop


def attended(workshop: Workshop, *counts: int) -> Workshop:
    """The workshop with a row of attendance for each count."""
    for number, count in enumerate(counts):
        workshop = done(workshop, add_participant(workshop, f"{number}課", "係員", count))
    return workshop


def seated(workshop: Workshop) -> dict[str, int]:
    """How many people of each row have a seat."""
    counts = Counter[str]()
    for seat in workshop.seats.values():
        counts[seat.participant_id] += seat.count
    return dict(counts)


def in_step(workshop: Workshop) -> bool:
    return seated(workshop) == {one.id: one.count for one in workshop.participants.values()}


@pytest.fixture
def dealt(fresh: Workshop) -> Workshop:
    """12 people of three 課 in three 班."""
    workshop = attended(fresh, 5, 4, 3)
    return done(workshop, make_teams(workshop, 3, seed=1))


def test_everybody_has_a_seat_when_teams_are_made(dealt: Workshop) -> None:
    assert dealt.details.teams == 3
    assert in_step(dealt)
    assert team_sizes(dealt.seats.values(), 3) == {1: 4, 2: 4, 3: 4}


def test_seats_are_others_when_teams_are_made_anew(dealt: Workshop) -> None:
    again = done(dealt, make_teams(dealt, 2, seed=2))
    assert not set(again.seats) & set(dealt.seats)
    assert in_step(again)
    assert {seat.team for seat in again.seats.values()} == {1, 2}


@pytest.mark.parametrize(("asked", "made"), [(-1, 2), (1, 2), (6, 6), (99, 6)])
def test_there_are_two_to_six_teams_when_others_are_asked_for(fresh: Workshop, asked: int, made: int) -> None:
    workshop = attended(fresh, 20)
    assert done(workshop, make_teams(workshop, asked, 1)).details.teams == made


def test_no_seat_is_left_when_teams_are_cleared(dealt: Workshop) -> None:
    cleared = done(dealt, clear_teams(dealt))
    assert cleared.details.teams == 0
    assert not cleared.seats


def test_one_person_changes_the_team_when_a_seat_is_moved(dealt: Workshop) -> None:
    seat = next(seat for seat in dealt.seats.values() if seat.team == 1)
    moved = done(dealt, move_seat(dealt, seat.id, 3))
    assert team_sizes(moved.seats.values(), 3) == {1: 3, 2: 4, 3: 5}
    assert in_step(moved)
    places = Counter((one.team, one.participant_id) for one in moved.seats.values())
    assert set(places.values()) == {1}


@pytest.mark.parametrize("team", [0, 1, 4])
def test_nothing_changes_when_the_other_team_is_none(dealt: Workshop, team: int) -> None:
    seat = next(seat for seat in dealt.seats.values() if seat.team == 1)
    assert move_seat(dealt, seat.id, team).changes == ()


def test_seats_go_when_their_row_of_attendance_is_deleted(dealt: Workshop) -> None:
    gone = dealt.ordered_participants()[0].id
    left = done(dealt, delete_participant(dealt, gone))
    assert gone not in seated(left)
    assert in_step(left)


def test_new_people_sit_in_the_smallest_team_when_a_row_grows(dealt: Workshop) -> None:
    row = dealt.ordered_participants()[0]
    grown = done(dealt, set_participant(dealt, replace(row, count=row.count + 2)))
    assert sorted(team_sizes(grown.seats.values(), 3).values()) == [4, 5, 5]
    assert in_step(grown)
    kept = {one.id: one for one in grown.seats.values()}
    assert all(kept[one.id] == one for one in dealt.seats.values() if one.participant_id != row.id)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 15)), max_size=8), st.integers(2, 6))
def test_seats_stay_in_step_when_attendance_changes(changes: list[tuple[int, int]], teams: int) -> None:
    workshop = attended(new_workshop(Details("w" * 32, "会", date(2026, 6, 4), time(10))), 5, 4, 3)
    workshop = done(workshop, make_teams(workshop, teams, 1))
    for index, count in changes:
        row = workshop.ordered_participants()[index]
        edit = set_participant(workshop, replace(row, count=count))
        after = done(workshop, edit)
        assert in_step(after)
        assert done(after, edit.inverse()) == workshop
        workshop = after
    workshop = done(workshop, add_participant(workshop, "新しい課", count=2))
    assert in_step(workshop)


def test_all_is_kept_and_taken_back_when_a_seated_row_is_deleted(document: Document, workspace: Workspace) -> None:
    document.apply(add_participant(document.workshop, "総務課", "係長", 6))
    document.apply(make_teams(document.workshop, 2, 1))
    before = document.workshop
    document.apply(delete_participant(before, before.ordered_participants()[0].id))
    assert document.workshop.seats == {}
    document.undo()
    assert document.workshop == before == workspace.load(before.id)
    assert faults(workspace) == []


# notes of the 班


def entered(workshop: Workshop) -> Workshop:
    """Two notes for everybody, four of each of three 班, one after another."""
    workshop = done(workshop, add_notes(workshop, ["全体の一", "全体の二"]))
    for team in (1, 2, 3):
        workshop = done(workshop, add_notes(workshop, [f"{team}班の{n}" for n in range(4)], team=team))
    return workshop


def lies_in_lane(note: Note, workshop: Workshop) -> bool:
    left, top, right, bottom = lane_box(workshop.notes.values(), note.team, workshop.details.teams)
    return left <= note.x <= right - NOTE_WIDTH and top <= note.y <= bottom - NOTE_HEIGHT


def test_notes_lie_in_their_lane_and_off_the_wall_when_a_team_enters_them(dealt: Workshop) -> None:
    workshop = entered(dealt)
    own = [note for note in workshop.notes.values() if note.team]
    assert Counter(note.team for note in own) == {1: 4, 2: 4, 3: 4}
    assert all(lies_in_lane(note, workshop) and note.hidden for note in own)
    assert all(not note.hidden and note.x >= 0 for note in workshop.notes.values() if not note.team)
    assert len({(note.x, note.y) for note in own}) == len(own)


def test_lanes_stand_side_by_side_when_there_are_several(dealt: Workshop) -> None:
    boxes = [lane_box((), team, 3) for team in (1, 2, 3)]
    assert all(one[2] < other[0] for one, other in pairwise(boxes))
    assert boxes[-1][2] < 0


def test_nothing_tells_the_team_when_notes_are_brought_together(dealt: Workshop) -> None:
    before = entered(dealt)
    after = done(before, bring_together(before))
    notes = after.ordered_notes()
    assert {note.team for note in notes} == {0}
    assert not any(note.hidden for note in notes)
    assert all(note.x >= 0 for note in notes)
    assert len({(note.x, note.y) for note in notes}) == len(notes)
    assert sorted(note.order for note in notes) == sorted(note.order for note in before.notes.values())
    own = [note for note in before.ordered_notes() if note.team]
    assert [note.id for note in notes if note.id in {one.id for one in own}] == sorted(note.id for note in own)
    by_place = sorted(notes, key=lambda note: (note.y, note.x))
    assert by_place == notes


def test_notes_are_where_they_were_when_bringing_together_is_taken_back(dealt: Workshop) -> None:
    before = entered(dealt)
    edit = bring_together(before)
    assert edit.kind == "teams_brought_together"
    assert done(before, edit, edit.inverse()) == before


def test_notes_stay_off_the_wall_when_they_are_brought_together_in_silence(dealt: Workshop) -> None:
    before = entered(dealt)
    before = done(before, start_silence(before))
    after = done(before, bring_together(before))
    assert {note.hidden for note in after.notes.values() if note.text[0] != "全"} == {True}


def test_teams_notes_are_mixed_first_when_all_notes_are_revealed(dealt: Workshop) -> None:
    before = entered(dealt)
    edit = reveal_notes(before)
    after = done(before, edit)
    assert edit.kind == "notes_revealed"
    assert not any(note.hidden or note.team for note in after.notes.values())
    assert done(after, edit.inverse()) == before


def test_what_a_person_placed_stays_when_notes_are_brought_together(dealt: Workshop) -> None:
    before = entered(dealt)
    by_text = {note.text: note for note in before.notes.values()}
    before = done(before, move_notes(before, {by_text["全体の一"].id: (5_000.0, 40.0)}))
    before = done(before, group_notes(before, [by_text["1班の0"].id, by_text["2班の0"].id]))
    before = done(before, group_notes(before, [by_text["3班の0"].id, by_text["3班の1"].id]))
    after = done(before, bring_together(before))
    kept, mixed, single = (by_text[text].id for text in ("全体の一", "1班の0", "3班の0"))
    assert (after.notes[kept].x, after.notes[kept].y) == (5_000.0, 40.0)
    assert (after.notes[mixed].x, after.notes[mixed].y) == (before.notes[mixed].x, before.notes[mixed].y)
    assert after.notes[single].x >= 0 > before.notes[single].x  # its lane would tell
    assert after.notes[single].cluster_id == before.notes[single].cluster_id


def test_nothing_is_done_when_no_team_has_notes(dealt: Workshop) -> None:
    assert bring_together(dealt).changes == ()


def test_teams_notes_are_brought_together_when_the_teams_are_others(dealt: Workshop) -> None:
    before = entered(dealt)
    for edit in (make_teams(before, 3, 2), clear_teams(before)):
        after = done(before, edit)
        assert {note.team for note in after.notes.values()} == {0}
        assert {key for key, note in before.notes.items() if note.hidden} == {
            key for key, note in after.notes.items() if note.hidden
        }  # nobody asked to show them


def test_no_team_is_told_when_a_workshop_is_handed_over(dealt: Workshop) -> None:
    before = entered(dealt)
    read = read_package(write_package(before))
    assert {note.team for note in read.notes.values()} == {0}
    assert all(note.x >= 0 for note in read.notes.values())
    assert write_package(before) == write_package(before)
    assert len(read.seats) == len(before.seats)
    assert all(seat.team for seat in read.seats.values())


def test_lanes_stay_as_they_are_when_the_board_is_laid_out_or_a_suggestion_is_taken(dealt: Workshop) -> None:
    shared = done(dealt, add_notes(dealt, [f"困りごと{number}" for number in range(6)]))
    ids = [note.id for note in shared.ordered_notes()]
    apart = done(shared, group_notes(shared, ids[:2]), move_notes(shared, {ids[5]: (2_000.0, 3_000.0)}))
    for team in (1, 2):
        apart = done(apart, add_notes(apart, [f"{team}班の{number}" for number in range(3)], team=team))
    own = [note.id for note in apart.ordered_notes() if note.team]
    grouped = done(apart, group_notes(apart, own[:2]))
    for workshop in (apart, grouped):
        (first, *_others) = (cluster.id for cluster in workshop.ordered_clusters())
        for edit in (
            arrange(workshop),
            take_suggestion(workshop, [Gathering((ids[3], *own), "案")]),
            take_suggestion(workshop, [Gathering((ids[3], *own), cluster_id=first)]),
        ):
            after = done(workshop, edit)
            assert after != workshop
            assert {i: after.notes[i] for i in own} == {i: workshop.notes[i] for i in own}
