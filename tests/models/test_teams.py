"""班: everybody sits once, every 課 is spread, the sizes are as equal as can be, whatever the attendance is."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.teams import assigned, most_teams, sensible_teams
from models.workshop import Participant

DIVISIONS, POSTS = ("総務課", "会計課", "企画課", "人事課", ""), ("係長", "係員", "主査")

attendance = st.lists(
    st.tuples(st.sampled_from(DIVISIONS), st.sampled_from(POSTS), st.integers(0, 9)), min_size=0, max_size=12
).map(lambda rows: [Participant(f"p{n}", float(n), *row) for n, row in enumerate(rows)])


def uneven(counts: Counter[int], teams: int) -> int:
    """The most less the fewest in any 班."""
    here = [counts[team] for team in range(1, teams + 1)]
    return max(here) - min(here)


@given(attendance, st.integers(2, 6), st.integers(0, 10**9))
def test_everybody_sits_once_and_each_division_is_spread_when_teams_are_made(
    rows: list[Participant], teams: int, seed: int
) -> None:
    dealt = assigned(rows, teams, seed)
    division = {row.id: row.division for row in rows}
    seated, sizes = Counter[str](), Counter[int]()
    spread: dict[str, Counter[int]] = {name: Counter() for name in DIVISIONS}
    for team, row_id, count in dealt:
        assert 1 <= team <= teams
        assert count > 0
        seated[row_id] += count
        sizes[team] += count
        spread[division[row_id]][team] += count
    assert seated == Counter({row.id: row.count for row in rows if row.count})
    assert len({(team, row_id) for team, row_id, _count in dealt}) == len(dealt)
    assert uneven(sizes, teams) <= 1
    assert all(uneven(counts, teams) <= 1 for counts in spread.values())


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3), st.integers(2, 6), st.integers(0, 99))
def test_each_post_is_spread_when_all_are_of_one_division(counts: list[int], teams: int, seed: int) -> None:
    rows = [Participant(post, 1.0, "総務課", post, count) for post, count in zip(POSTS, counts, strict=True)]
    dealt = assigned(rows, teams, seed)
    for post in POSTS:
        assert uneven(Counter({team: n for team, row, n in dealt if row == post}), teams) <= 1


def test_posts_change_places_when_that_mixes_them_better() -> None:
    rows = [
        Participant("a", 1.0, "企画課", "係員", 3),
        Participant("b", 2.0, "総務課", "係長", 4),
        Participant("c", 3.0, "企画課", "係長", 1),
    ]
    for seed in range(40):
        dealt = assigned(rows, 5, seed)
        assert sorted(team for team, row, _n in dealt if row in "bc") == [1, 2, 3, 4, 5]


@given(attendance, st.integers(2, 6), st.integers(0, 99))
def test_teams_are_the_same_when_the_seed_is(rows: list[Participant], teams: int, seed: int) -> None:
    assert assigned(rows, teams, seed) == assigned(rows, teams, seed)


def test_teams_are_others_when_the_seed_is_another() -> None:
    rows = [Participant(f"p{n}", float(n), f"{n % 5}課", POSTS[n % 3]) for n in range(20)]
    assert len({tuple(assigned(rows, 4, seed)) for seed in range(10)}) > 5


def test_thousands_are_dealt_when_an_attendance_is_out_of_all_measure() -> None:
    rows = [Participant(f"p{n}", float(n), f"{n % 7}課", f"職{n}", 9_999) for n in range(1_000)]
    sizes = Counter[int]()
    for team, _row, count in assigned(rows, 6, 1):
        sizes[team] += count
    assert sizes.total() == 9_999_000
    assert uneven(sizes, 6) <= 1


@pytest.mark.parametrize(
    ("people", "teams"),
    [(0, 0), (3, 0), (5, 0), (6, 2), (8, 2), (10, 2), (11, 3), (15, 3), (16, 4), (20, 4), (24, 5), (30, 6), (40, 6)],
)
def test_teams_have_four_to_five_people_when_that_can_be(people: int, teams: int) -> None:
    assert sensible_teams(people) == teams


@pytest.mark.parametrize(("people", "teams"), [(0, 0), (3, 0), (4, 2), (7, 3), (12, 6), (40, 6)])
def test_nobody_sits_alone_when_as_many_teams_as_can_be_are_made(people: int, teams: int) -> None:
    assert most_teams(people) == teams
