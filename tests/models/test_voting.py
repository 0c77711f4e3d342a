"""What is voted on, with how many dots, who leads, and what does not add up."""

from dataclasses import replace

import pytest

from models.board import Cluster, DotVote, Note, NoteKind
from models.edits import voting
from models.edits.change import applied
from models.voting import (
    FEW,
    Doubts,
    candidates,
    dots_by_rule,
    dots_of,
    doubts,
    most_dots,
    ranking,
    voted,
    voters_of,
)
from models.workshop import Participant, VoteTurn, Workshop


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Four groups of two notes each, and two troubles, an idea, a tip and a hidden note on their own."""
    groups = {f"g{n}": Cluster(f"g{n}", float(n), f"表札{n}") for n in range(4)}
    kept = [Note(f"m{g}{n}", float(n), "困りごと", cluster_id=g) for g in groups for n in range(2)]
    kinds = (NoteKind.TROUBLE, NoteKind.TROUBLE, NoteKind.IDEA, NoteKind.TIP)
    lone = [Note(f"l{n}", 10.0 + n, "ひとり", kind) for n, kind in enumerate(kinds)]
    notes = [*kept, *lone, Note("hidden", 20.0, "まだ見せない", hidden=True)]
    return replace(fresh, clusters=groups, notes={note.id: note for note in notes})


def _counted(workshop: Workshop, **dots: int) -> Workshop:
    return replace(workshop, votes={i: DotVote(i, number) for i, number in dots.items()})


def _details(workshop: Workshop, **said: object) -> Workshop:
    return replace(workshop, details=replace(workshop.details, **said))  # type: ignore[arg-type]


def test_groups_come_before_the_lone_troubles_and_ideas_the_room_has_seen(board: Workshop) -> None:
    assert [one.id for one in candidates(board)] == ["g0", "g1", "g2", "g3", "l0", "l1", "l2"]
    assert [one.size for one in candidates(board)] == [2, 2, 2, 2, 1, 1, 1]


def test_lone_notes_with_dots_stay_when_lone_notes_are_left_out(board: Workshop) -> None:
    assert [one.id for one in candidates(_counted(board, l1=2), lone=False)][-1] == "l1"


def test_many_lone_notes_are_left_out_unless_asked_for(board: Workshop) -> None:
    more = {f"x{n}": Note(f"x{n}", 30.0 + n, "ひとり") for n in range(FEW)}
    crowded = replace(board, notes={**board.notes, **more})
    assert len(candidates(crowded)) == 4
    assert len(candidates(crowded, lone=True)) == 4 + 3 + FEW


@pytest.mark.parametrize(("groups", "dots"), [(0, 1), (1, 1), (4, 1), (5, 2), (9, 3), (12, 4), (30, 9)])
def test_rule_gives_a_third_but_one_to_nine(groups: int, dots: int) -> None:
    assert dots_by_rule(groups) == dots


def test_what_was_agreed_goes_before_the_rule(board: Workshop) -> None:
    assert dots_of(board, lone=False) == 1
    assert dots_of(_details(board, dots_each=5)) == 5


def test_voters_are_those_counted_then_those_here_then_those_expected(board: Workshop) -> None:
    expected = _details(board, headcount=12)
    here = replace(expected, participants={"p": Participant("p", 1.0, "総務課", count=9)})
    assert [voters_of(one) for one in (board, expected, here, _details(here, voters=7))] == [0, 12, 9, 7]
    assert [voted(one) for one in (expected, here)] == [0, 9]


def test_who_put_nothing_has_no_dots_to_find(board: Workshop) -> None:
    assert most_dots(_details(board, voters=10, dots_each=3, blank_votes=2)) == 24


def test_places_are_shared_and_the_next_one_is_left_out_when_dots_are_equal(board: Workshop) -> None:
    told = [(row.candidate.id, row.place, row.tied) for row in ranking(_counted(board, g0=2, g1=5, g2=5, l0=1))]
    assert told[:4] == [("g1", 1, True), ("g2", 1, True), ("g0", 3, False), ("l0", 4, False)]
    assert told[4:] == [("g3", None, False), ("l1", None, False), ("l2", None, False)]


def test_nothing_is_odd_when_all_is_counted(board: Workshop) -> None:
    whole = _counted(_details(board, voters=5, dots_each=2), g0=4, g1=3, g2=2, g3=0)
    assert not doubts(whole, lone=False)


def test_uncounted_ones_are_no_doubt_when_every_dot_was_found(board: Workshop) -> None:
    some = _counted(_details(board, voters=5, dots_each=2), g0=10)
    assert not doubts(some, lone=False)
    assert doubts(_counted(some, g0=9), lone=False).missing == 3


def test_more_dots_than_there_can_be_are_a_doubt_only_when_the_voters_are_known(board: Workshop) -> None:
    counted = _counted(_details(board, dots_each=2), g0=4, g1=3, g2=2, g3=2)
    assert not doubts(counted, lone=False).too_many
    assert doubts(_details(counted, voters=5), lone=False).too_many


def test_more_blank_votes_than_voters_are_a_doubt() -> None:
    assert Doubts(blank=6, voters=5).too_blank
    assert not Doubts(blank=5, voters=5)


def test_closing_keeps_the_budget_and_counts_none_for_the_rest(board: Workshop) -> None:
    closed = applied(_counted(board, g0=3), voting.close_votes(_counted(board, g0=3), ["g0", "g1"], 2).changes)
    assert closed.details.votes_closed
    assert closed.details.dots_each == 2
    assert {i: vote.dots for i, vote in closed.votes.items()} == {"g0": 3, "g1": 0}


def test_numbers_stay_within_bounds_whatever_is_entered(board: Workshop) -> None:
    ruled = applied(board, voting.set_vote_rules(board, dots_each=10**9, voters=-5).changes).details
    assert (ruled.dots_each, ruled.voters) == (voting.MAX_DOTS_EACH, 0)
    assert applied(board, voting.count_blank(board, -1).changes).details.blank_votes == 0


def test_the_turn_goes_to_and_fro(board: Workshop) -> None:
    managers = applied(board, voting.next_turn(board).changes)
    assert managers.details.vote_turn is VoteTurn.MANAGERS
    assert applied(managers, voting.next_turn(managers).changes).details.vote_turn is VoteTurn.STAFF
