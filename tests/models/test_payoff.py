"""The matrix of effect and feasibility: what stands in it, and in which order it can be done."""

from dataclasses import replace

import pytest

from models.board import Cluster, DotVote, Note, NoteKind, Payoff, Reach
from models.edits.change import applied
from models.edits.payoff import place_payoff, put_aside
from models.payoff import Level, doable_first, level, placed, to_begin_with, unplaced, weighable
from models.workshop import Workshop


@pytest.fixture
def board(fresh: Workshop) -> Workshop:
    """Three groups, one of them without a title, and a lone note of every kind."""
    groups = (Cluster("g1", 1, "会議"), Cluster("g2", 2, ""), Cluster("g3", 3, "様式"))
    members = (Note("n1", 1, "長い", cluster_id="g1"), Note("n2", 2, "探す", cluster_id="g2"))
    rest = (Note("n3", 3, "あとの", cluster_id="g2"), Note("n4", 4, "転記", cluster_id="g3"))
    lone = tuple(Note(f"l{kind}", 10 + place, f"{kind}の", kind) for place, kind in enumerate(NoteKind))
    notes = {note.id: note for note in (*members, *rest, *lone)}
    return replace(fresh, clusters={group.id: group for group in groups}, notes=notes)


def _placed(board: Workshop, **places: tuple[float, float]) -> Workshop:
    return replace(board, payoffs={key: Payoff(key, *place) for key, place in places.items()})


def _voted(board: Workshop, *, closed: bool, **dots: int) -> Workshop:
    votes = {key: DotVote(key, number) for key, number in dots.items()}
    return replace(board, votes=votes, details=replace(board.details, votes_closed=closed))


def test_effect_has_three_levels_when_it_goes_from_nothing_to_all() -> None:
    assert [level(effect) for effect in (0, 0.3, 0.34, 0.66, 0.67, 1)] == [
        Level.LOW, Level.LOW, Level.MIDDLE, Level.MIDDLE, Level.HIGH, Level.HIGH,
    ]  # fmt: skip


def test_groups_and_lone_troubles_and_ideas_are_weighed_when_the_board_has_every_kind(board: Workshop) -> None:
    assert [one.id for one in weighable(board)] == ["g1", "g2", "g3", "ltrouble", "lidea"]


def test_first_note_speaks_for_a_group_when_it_has_no_title(board: Workshop) -> None:
    untitled = weighable(board)[1]
    assert (untitled.title, untitled.words, untitled.notes) == ("", "探す", 2)


def test_note_stays_in_the_matrix_when_it_became_a_tip(board: Workshop) -> None:
    tip = _placed(board, ltip=(0.5, 0.5))
    assert [one.id for one in placed(tip)] == ["ltip"]


def test_note_is_weighed_no_more_when_it_is_in_a_group(board: Workshop) -> None:
    joined = replace(board.notes["lidea"], cluster_id="g1")
    weighed = _placed(replace(board, notes={**board.notes, "lidea": joined}), lidea=(0.5, 0.5))
    assert placed(weighed) == []


def test_dots_are_not_known_when_the_vote_is_open(board: Workshop) -> None:
    assert {one.dots for one in weighable(_voted(board, closed=False, g1=3))} == {None}


def test_tray_goes_by_dots_when_the_vote_is_closed(board: Workshop) -> None:
    voted = _voted(board, closed=True, g3=5, lidea=2)
    assert [one.id for one in unplaced(weighable(voted))] == ["g3", "lidea", "g1", "g2", "ltrouble"]
    assert unplaced(weighable(_voted(board, closed=False, g3=5)))[0].id == "g1"


def test_tray_and_matrix_have_everything_once_when_some_is_placed(board: Workshop) -> None:
    some = _placed(board, g2=(0.1, 0.9), lidea=(0.4, 0.4))
    assert [one.id for one in placed(some)] == ["g2", "lidea"]
    assert [one.id for one in unplaced(weighable(some))] == ["g1", "g3", "ltrouble"]


def test_own_division_comes_first_when_others_would_have_more_effect(board: Workshop) -> None:
    some = _placed(board, g1=(1.0, 0.1), g2=(0.9, 0.5), g3=(0.1, 0.9))
    assert [one.id for one in doable_first(some)] == ["g3", "g2", "g1"]


def test_effect_then_dots_decide_when_all_is_in_one_column(board: Workshop) -> None:
    some = _placed(board, g1=(0.8, 0.9), g2=(0.7, 0.8), g3=(0.2, 1.0), lidea=(0.75, 0.7))
    assert [one.id for one in doable_first(some)] == ["g1", "lidea", "g2", "g3"]
    voted = _voted(some, closed=True, g2=4, g3=9)
    assert [one.id for one in doable_first(voted)] == ["g2", "g1", "lidea", "g3"]


def test_only_what_the_section_can_do_itself_is_to_begin_with_when_more_is_among_the_first(board: Workshop) -> None:
    some = doable_first(_placed(board, g1=(1.0, 0.1), g2=(0.9, 0.5), g3=(0.1, 0.9)))
    assert to_begin_with(some) == 1
    own = doable_first(_placed(board, g1=(1, 1), g2=(1, 1), g3=(1, 1), lidea=(1, 1)))
    assert to_begin_with(own) == 3


def test_columns_are_thirds_when_feasibility_goes_from_nothing_to_all() -> None:
    reaches = [Payoff("x", 0, feasibility).reach for feasibility in (0, 0.33, 1 / 3, 0.66, 2 / 3, 0.999, 1)]
    assert reaches == [Reach.RULES] * 2 + [Reach.OTHERS] * 2 + [Reach.OWN] * 3


def test_measures_stay_within_the_matrix_when_they_are_dropped_outside(board: Workshop) -> None:
    edit = place_payoff(board, "g1", 7.5, -0.2)
    assert applied(board, edit.changes).payoffs["g1"] == Payoff("g1", 1.0, 0.0)


def test_nothing_is_edited_when_a_card_is_put_where_it_stands_or_was_never_placed(board: Workshop) -> None:
    some = _placed(board, g1=(0.5, 0.5))
    assert place_payoff(some, "g1", 0.5, 0.5).changes == ()
    assert put_aside(some, "g2").changes == ()
    assert applied(some, put_aside(some, "g1").changes).payoffs == {}
