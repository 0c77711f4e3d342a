"""How a tidy board is packed."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.board import Note
from models.layout import (
    FAMILY_HEAD,
    FAMILY_PADDING,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    Rectangle,
    family_around,
    island_around,
    overlap,
)
from models.packing import Block, Frame, Group, arranged

SIZES = st.lists(st.integers(1, 30), max_size=8)
BOXES = st.tuples(st.integers(-500, 3_000), st.integers(-500, 3_000), st.integers(1, 900), st.integers(1, 900)).map(
    lambda box: (float(box[0]), float(box[1]), float(box[0] + box[2]), float(box[1] + box[3]))
)


def group(name: str, size: int, *, stacked: bool = False) -> Group:
    return Group([Note(f"{name}-{number}", number, "x") for number in range(size)], stacked)


def lying(place: Place) -> Rectangle:
    return place[0], place[1], place[0] + NOTE_WIDTH, place[1] + NOTE_HEIGHT


def island(one: Group, places: dict[str, Place]) -> Rectangle:
    left, top, right, bottom = zip(*(lying(places[note.id]) for note in one.notes), strict=True)
    return island_around((min(left), min(top), max(right), max(bottom)))


@st.composite
def boards(draw: st.DrawFn) -> list[Block]:
    blocks: list[Block] = [
        group(f"alone-{number}", size, stacked=draw(st.booleans())) for number, size in enumerate(draw(SIZES))
    ]
    for number, sizes in enumerate(draw(st.lists(SIZES.filter(bool), max_size=3))):
        blocks.append(Frame([group(f"{number}-{index}", size) for index, size in enumerate(sizes)]))
    return blocks


@given(boards(), st.integers(0, 30), st.sampled_from([0.0, 1_234.5]), st.lists(BOXES, max_size=4))
def test_nothing_covers_anything_when_the_board_is_packed(
    blocks: list[Block], loose: int, top: float, avoiding: list[Rectangle]
) -> None:
    alone = [Note(f"loose-{number}", number, "x") for number in range(loose)]
    places = dict(arranged(blocks, alone, top, avoiding))
    rectangles = [lying(places[note.id]) for note in alone]
    for block in blocks:
        inner = [island(one, places) for one in (block.groups if isinstance(block, Frame) else [block])]
        assert not any(overlap(*pair) for pair in combinations(inner, 2))
        outer = family_around(inner) if isinstance(block, Frame) else inner[0]
        width, height = block.size
        assert outer[2] - outer[0] <= width
        assert outer[3] - outer[1] <= height
        rectangles.append(outer)
    assert not any(overlap(*pair) for pair in combinations(rectangles, 2))
    assert not any(overlap(one, box) for one in rectangles for box in avoiding)
    assert all(y >= top for _, y in places.values())
    assert len(places) == loose + sum(
        len(one.notes) for block in blocks for one in (block.groups if isinstance(block, Frame) else [block])
    )


def test_a_frame_has_room_for_its_title_when_it_is_the_first() -> None:
    places = dict(arranged([Frame([group("a", 3)])], []))
    assert island(group("a", 3), places)[:2] == (FAMILY_PADDING, FAMILY_PADDING + FAMILY_HEAD)


def test_board_is_packed_when_something_out_of_sight_has_to_stay() -> None:
    world = (-1e6, -1e6, 1e6, 1e6)
    assert len(arranged([group("a", 3)], [Note("b", 1, "x")], avoiding=[(0.0, 9e5, 1e6, 1e6), world])) == 4
