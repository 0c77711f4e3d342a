"""Edits of relations, and what becomes of all that hangs on a thing on the board when it goes."""

from dataclasses import replace

import pytest

from models.board import DotVote, Payoff, RelationKind
from models.edits import clusters, families, notes, payoff, relations, voting
from models.edits.change import Change, Edit, applied
from models.edits.clusters import Gathering
from models.workshop import Workshop


def _after(workshop: Workshop, *edits: Edit) -> Workshop:
    for edit in edits:
        workshop = applied(workshop, edit.changes)
    return workshop


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Two groups of two notes each, and three lone notes."""
    workshop = _after(fresh, notes.add_notes(fresh, [f"困りごと{number}" for number in range(7)]))
    ids = [note.id for note in workshop.ordered_notes()]
    workshop = _after(workshop, clusters.group_notes(workshop, ids[:2], "会議"))
    return _after(workshop, clusters.group_notes(workshop, ids[2:4], "様式"))


def _groups(workshop: Workshop) -> list[str]:
    return [cluster.id for cluster in workshop.ordered_clusters()]


def _lone(workshop: Workshop) -> list[str]:
    return [note.id for note in workshop.ordered_notes() if note.cluster_id is None]


def _related(workshop: Workshop, *pairs: tuple[str, str]) -> Workshop:
    for pair in pairs:
        workshop = _after(workshop, relations.relate(workshop, *pair))
    return workshop


def _ends(workshop: Workshop) -> list[tuple[str, str]]:
    return [(one.source_id, one.target_id) for one in workshop.ordered_relations()]


def test_kind_and_direction_are_replaced_when_two_things_are_related_again(board: Workshop) -> None:
    first, second = _groups(board)
    after = _related(board, (first, second))
    (relation,) = after.ordered_relations()
    labelled = _after(after, relations.set_relation(after, relation.id, label="だから"))
    again = _after(labelled, relations.relate(labelled, second, first, RelationKind.CAUSE))
    (now,) = again.ordered_relations()
    assert (now.id, now.label, now.kind) == (relation.id, "だから", RelationKind.CAUSE)
    assert _ends(again) == [(second, first)]


def test_nothing_is_drawn_when_an_end_is_the_same_unknown_or_in_a_group(board: Workshop) -> None:
    first = _groups(board)[0]
    for other in (first, "gone", "", board.members(first)[0].id):
        assert relations.relate(board, first, other).changes == ()
        assert relations.relate(board, other, first).changes == ()


def test_groups_families_and_lone_notes_can_be_related(board: Workshop) -> None:
    formed = _after(board, families.form_family(board, _groups(board)[:1]))
    (family,) = formed.families
    pairs = [(family, _groups(board)[1]), (_lone(board)[0], family), (_lone(board)[0], _lone(board)[1])]
    assert _ends(_related(formed, *pairs)) == pairs


def test_relation_is_turned_reworded_and_deleted_when_asked(board: Workshop) -> None:
    first, second = _groups(board)
    after = _related(board, (first, second))
    (relation,) = after.relations
    assert _ends(_after(after, relations.turn_relation(after, relation))) == [(second, first)]
    edit = relations.set_relation(after, relation, kind=RelationKind.CONFLICT, label="長いな\n" * 30)
    changed = _after(after, edit).relations[relation]
    assert (changed.kind, len(changed.label), "\n" in changed.label) == (RelationKind.CONFLICT, 30, False)
    assert _after(after, relations.delete_relation(after, relation)) == board


# heirs


def _weighed(workshop: Workshop, things: dict[str, tuple[float, int]]) -> Workshop:
    for thing, (effect, dots) in things.items():
        workshop = _after(workshop, payoff.place_payoff(workshop, thing, effect, 0.5))
        workshop = _after(workshop, voting.set_dots(workshop, thing, dots))
    return workshop


def _hanging(workshop: Workshop) -> tuple[dict[str, float], dict[str, int]]:
    return {i: one.effect for i, one in workshop.payoffs.items()}, {i: one.dots for i, one in workshop.votes.items()}


@pytest.mark.parametrize("way", ["deleted", "dissolved", "emptied"])
def test_all_that_hangs_on_a_thing_goes_when_it_goes_for_good(board: Workshop, way: str) -> None:
    first, second = _groups(board)
    lone, other, _third = _lone(board)
    full = _weighed(
        _related(board, (first, second), (lone, second), (second, other)), {first: (0.5, 3), lone: (0.1, 2)}
    )
    edit = {
        "deleted": lambda: notes.delete_notes(full, [lone]),
        "dissolved": lambda: clusters.dissolve_cluster(full, first),
        "emptied": lambda: notes.delete_notes(full, [note.id for note in full.members(first)]),
    }[way]()
    after = _after(full, edit)
    gone = lone if way == "deleted" else first
    assert all(gone not in kept for kept in (after.votes, after.payoffs, *_ends(after)))
    assert len(after.relations) == 2
    assert applied(after, edit.inverse().changes) == full


def test_heir_has_all_without_doubles_when_groups_are_merged(board: Workshop) -> None:
    first, second = _groups(board)
    lone, other, third = _lone(board)
    full = _related(board, (first, second), (lone, first), (second, lone), (second, other), (other, third))
    full = _weighed(full, {first: (0.5, 3), second: (0.75, 4)})
    after = _after(full, clusters.merge_clusters(full, [first, second]))
    assert _ends(after) == [(lone, first), (first, other), (other, third)]
    assert _hanging(after) == ({first: 0.5}, {first: 7})


def test_heir_takes_the_first_place_in_the_matrix_when_it_has_none(board: Workshop) -> None:
    first, second = _groups(board)
    full = _weighed(board, {second: (0.75, 4)})
    after = _after(full, clusters.merge_clusters(full, [first, second]))
    assert after.payoffs == {first: Payoff(first, 0.75, 0.5)}
    assert after.votes == {first: DotVote(first, 4)}


def test_group_takes_over_what_hangs_on_lone_notes_when_they_join_it(board: Workshop) -> None:
    first, second = _groups(board)
    lone, other, third = _lone(board)
    full = _related(board, (lone, second), (lone, other), (first, third))
    full = _weighed(full, {lone: (0.25, 2), other: (1.0, 5), first: (0.5, 1)})
    joined = _after(full, clusters.add_to_cluster(full, [lone, other], first))
    assert _ends(joined) == [(first, second), (first, third)]
    assert _hanging(joined) == ({first: 0.5}, {first: 8})
    edit = clusters.group_notes(full, [other, lone])
    grouped = _after(full, edit)
    new = _groups(grouped)[-1]
    assert _ends(grouped) == [(new, second), (first, third)]
    assert _hanging(grouped) == ({first: 0.5, new: 1.0}, {first: 1, new: 7})
    assert applied(grouped, edit.inverse().changes) == full


def test_group_takes_over_what_hangs_on_lone_notes_when_a_suggestion_is_taken(board: Workshop) -> None:
    first, _second = _groups(board)
    lone, other, third = _lone(board)
    full = _weighed(_related(board, (lone, third)), {lone: (0.25, 2), other: (1.0, 5)})
    after = _after(full, clusters.take_suggestion(full, [Gathering((lone, other)), Gathering((third,), "", first)]))
    new = _groups(after)[-1]
    assert _ends(after) == [(new, first)]
    assert _hanging(after) == ({new: 0.25}, {new: 7})


def test_notes_take_nothing_along_when_they_leave_their_group(board: Workshop) -> None:
    first, second = _groups(board)
    full = _weighed(_related(board, (first, second)), {first: (0.5, 3)})
    note = full.members(first)[0].id
    after = _after(full, clusters.free_notes(full, {note: (0.0, 0.0)}))
    assert (after.votes, after.payoffs, after.relations) == (full.votes, full.payoffs, full.relations)
    lone = _lone(board)[0]
    kept = _weighed(board, {lone: (0.5, 3)})
    moved = _after(kept, clusters.free_notes(kept, {lone: (0.0, 0.0)}))
    assert _hanging(moved) == ({lone: 0.5}, {lone: 3})


def test_nothing_is_counted_or_placed_when_a_note_is_in_a_group_or_gone(board: Workshop) -> None:
    inside = board.members(_groups(board)[0])[0].id
    formed = _after(board, families.form_family(board, _groups(board)))
    for thing in (inside, "gone", *formed.families):
        assert voting.set_dots(formed, thing, 3).changes == ()
        assert payoff.place_payoff(formed, thing, 0.5, 0.5).changes == ()
    assert set(_after(board, voting.close_votes(board, [inside, "gone"])).votes) == set()


def test_place_is_kept_within_the_matrix_when_it_is_beyond(board: Workshop) -> None:
    first = _groups(board)[0]
    for wrong, kept in ((-3.0, 0.0), (float("inf"), 1.0), (float("nan"), 0.0)):
        after = _after(board, payoff.place_payoff(board, first, wrong, 0.5))
        assert after.payoffs[first] == Payoff(first, kept, 0.5)


# locked notes


def test_locked_notes_stay_where_they_are_when_others_are_brought_together(board: Workshop) -> None:
    first, second = _groups(board)
    inside, lone, other = board.members(first)[0].id, *_lone(board)[:2]
    for key in (inside, lone):
        board = _after(board, Edit("", tuple(_locked(board, key))))
    for edit in (
        clusters.group_notes(board, [inside, lone, other]),
        clusters.add_to_cluster(board, [inside, lone, other], second),
        clusters.free_notes(board, dict.fromkeys([inside, lone, other], (999.0, 999.0))),
        clusters.take_suggestion(board, [Gathering((lone, other))]),
    ):
        after = _after(board, edit)
        assert after != board
        assert [after.notes[key] for key in (inside, lone)] == [board.notes[key] for key in (inside, lone)]
    assert clusters.group_notes(board, [inside, lone]).changes == ()
    merged = _after(board, clusters.merge_clusters(board, [second, first])).notes[inside]
    assert (merged.x, merged.y, merged.cluster_id) == (board.notes[inside].x, board.notes[inside].y, second)


def _locked(workshop: Workshop, note_id: str) -> list[Change]:
    note = workshop.notes[note_id]
    return [Change(note, replace(note, locked=True))]
