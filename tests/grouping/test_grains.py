"""The slider: the same suggestion, coarser and finer."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from models.grouping import Hand, suggest_groups
from models.grouping.grains import MOST_GROUPS
from models.grouping.memory import Memory
from models.grouping.proposal import Sureness
from models.grouping.suggestion import Suggestion
from tests.grouping.boards import board, developed

NAMES = developed()[::3]


@pytest.fixture(params=NAMES)
def suggestion(request: pytest.FixtureRequest, memory: Memory) -> Suggestion:
    """A board, grouped."""
    return suggest_groups(board(request.param).notes, memory=memory)


def refines(finer: Sequence[int], coarser: Sequence[int]) -> bool:
    """Whether what is together in the finer labels is together in the coarser ones."""
    return len(set(zip(finer, coarser, strict=True))) == len(set(finer))


def test_each_step_splits_one_group_when_the_slider_moves(suggestion: Suggestion) -> None:
    levels = [suggestion.grains.level(step) for step in range(len(suggestion.steps))]
    assert all(refines(finer, coarser) for coarser, finer in pairwise(levels))
    assert all(finer - coarser == 1 for coarser, finer in pairwise(suggestion.steps))


def test_the_slider_goes_both_ways_when_a_board_is_of_usual_size(suggestion: Suggestion) -> None:
    assert suggestion.steps[0] == 2
    assert suggestion.steps[-1] > suggestion.steps[suggestion.best] > suggestion.steps[0]
    assert len(suggestion.at().groups) <= MOST_GROUPS


def test_a_group_keeps_its_key_when_it_is_the_same_at_another_grain(suggestion: Suggestion) -> None:
    seen: dict[str, frozenset[str]] = {}
    for step in range(len(suggestion.steps)):
        keys = [group.key for group in suggestion.at(step).groups]
        assert len(keys) == len(set(keys))
    for step in (suggestion.best, suggestion.best + 1):
        for group in suggestion.at(step).groups:
            assert seen.setdefault(group.key, frozenset(group.note_ids)) == frozenset(group.note_ids)


def test_the_next_best_group_is_another_one_when_it_is_named(suggestion: Suggestion) -> None:
    proposal = suggestion.at()
    for group in proposal.groups:
        assert all(member.next_best and member.next_best != group.key for member in group.members)


def test_families_hold_groups_of_the_same_grain_once_when_they_are_named(suggestion: Suggestion) -> None:
    for step in (suggestion.best, min(suggestion.best + 3, len(suggestion.steps) - 1)):
        keys = [key for family in suggestion.families(step) for key in family.group_keys]
        assert len(keys) == len(set(keys))
        assert set(keys) <= {group.key for group in suggestion.at(step).groups}
        assert all(len(family.group_keys) > 1 and family.reason for family in suggestion.families(step))


def test_what_a_hand_put_right_holds_at_every_grain(suggestion: Suggestion) -> None:
    one, other = suggestion.at().groups[:2]
    moved, freed, kept = one.note_ids[-1], one.note_ids[0], other.note_ids[-1]
    hand = Hand(moved={moved: other.note_ids[0]}, freed=frozenset({freed}), kept={kept: other.note_ids[0]})
    for step in range(len(suggestion.steps)):
        proposal = suggestion.at(step, hand)
        assert freed in proposal.alone
        for home in (group for group in proposal.groups if other.note_ids[0] in group.note_ids):
            assert {moved, kept} <= set(home.note_ids)
            assert all(member.sureness is Sureness.PLAIN for member in home.members if member.note_id in {moved, kept})


def test_a_hand_changes_nothing_when_it_names_notes_that_are_not_there(suggestion: Suggestion) -> None:
    hand = Hand(moved={"gone": "n0", "n1": "gone"}, freed=frozenset({"gone"}), kept={"gone": "n0"})
    assert suggestion.at(None, hand) == suggestion.at()
