"""Where notes lie."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.board import Note
from models.layout import (
    ISLAND_HEAD,
    ISLAND_PADDING,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    arranged,
    bottom,
    island_size,
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


@given(st.lists(st.integers(1, 30), max_size=12), st.integers(0, 30), st.sampled_from([0.0, 1_234.5]))
def test_islands_do_not_touch_when_the_board_is_arranged(sizes: list[int], loose: int, top: float) -> None:
    groups = [[Note(f"{i}-{j}", j, "x") for j in range(size)] for i, size in enumerate(sizes)]
    alone = [Note(f"loose-{index}", index, "x") for index in range(loose)]
    places = arranged(groups, alone, top)
    assert len(places) == sum(sizes) + loose
    rectangles = []
    for group in groups:
        x = min(places[note.id][0] for note in group) - ISLAND_PADDING
        y = min(places[note.id][1] for note in group) - ISLAND_PADDING - ISLAND_HEAD
        width, height = island_size(len(group))
        assert all(x <= places[n.id][0] and places[n.id][0] + NOTE_WIDTH <= x + width for n in group)
        assert all(y <= places[n.id][1] and places[n.id][1] + NOTE_HEIGHT <= y + height for n in group)
        assert not any(_overlap(places[a.id], places[b.id]) for a, b in combinations(group, 2))
        rectangles.append((x, y, x + width, y + height))
    rectangles += [(x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT) for x, y in (places[note.id] for note in alone)]
    for (x1, y1, r1, b1), (x2, y2, r2, b2) in combinations(rectangles, 2):
        assert r1 <= x2 or r2 <= x1 or b1 <= y2 or b2 <= y1
    assert all(y >= top for _, y in places.values())


def test_bottom_is_zero_when_there_is_no_note() -> None:
    assert bottom([]) == 0.0
