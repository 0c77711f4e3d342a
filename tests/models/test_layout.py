"""Where notes lie."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.board import Note
from models.layout import (
    EDGE,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    bottom,
    columns_of,
    group_places,
    places_beside,
)

COORDINATES = st.integers(-2_000, 4_000).map(lambda number: number / 2)


@st.composite
def boards(draw: st.DrawFn) -> list[Note]:
    places = draw(st.lists(st.tuples(COORDINATES, COORDINATES), max_size=25))
    group = st.sampled_from([None, None, "a", "b"])
    return [Note(str(index), index, "x", x=x, y=y, cluster_id=draw(group)) for index, (x, y) in enumerate(places)]


def _overlap(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) < NOTE_WIDTH and abs(one[1] - other[1]) < NOTE_HEIGHT


@given(boards().filter(bool), st.integers(0, 12))
def test_notes_that_join_cover_no_member_when_members_lie_anywhere(members: list[Note], count: int) -> None:
    places = places_beside(members, count)
    assert len(places) == count
    assert not any(_overlap(one, other) for one, other in combinations(places, 2))
    assert not any(_overlap(place, (note.x, note.y)) for place in places for note in members)


def test_places_are_the_first_free_ones_when_notes_join_a_group_as_great_as_a_board() -> None:
    columns = columns_of(5_001)
    taken = group_places(5_000, -500.0, 250.0, columns)
    members = [Note(str(index), index, "x", x=x, y=y) for index, (x, y) in enumerate(taken) if index != 4_321]
    assert places_beside(members, 2) == [taken[4_321], group_places(5_001, -500.0, 250.0, columns)[-1]]


def test_places_are_found_when_a_group_reaches_from_edge_to_edge() -> None:
    corners = [Note(str(sign), 1.0, "x", x=sign * EDGE, y=sign * EDGE) for sign in (-1, 1)]
    line = [Note(f"n{index}", 1.0, "x", x=-EDGE + index * 300.0, y=-EDGE) for index in range(1, 500)]
    places = places_beside([*corners, *line], 3)
    assert {y for _x, y in places} == {-EDGE}
    assert not any(_overlap(place, (note.x, note.y)) for place in places for note in line)


def test_bottom_is_zero_when_there_is_no_note() -> None:
    assert bottom([]) == 0.0
