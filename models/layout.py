"""Where notes lie on the board: a note's size, free places, and a group's rows. Arithmetic only."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import count as counting
from itertools import islice

from models.board import Note

NOTE_WIDTH = 208.0
NOTE_HEIGHT = 112.0
GAP = 16.0
COLUMNS = 8
FEW_ROWS = 13
"""So many rows of lone notes are filled before the rows become longer."""
ISLAND_PADDING = 16.0
ISLAND_HEAD = 48.0
"""The room above a group's notes for its title."""
ISLAND_GAP = 48.0
ARROW_GAP = 120.0
"""Between the islands of a board on which arrows run: room for them, and for their words."""
FAMILY_PADDING = 24.0
FAMILY_HEAD = 64.0
"""The room above the groups of a family for its title."""
LANE_COLUMNS = 3
LANE_HEAD = 64.0
"""The room above the notes of a 班's lane for its number."""
LANE_GAP = 24.0
LANE_ROWS = 3
"""So many rows of notes has a lane at the least."""
SHAPE = 2.2
"""Width over height of a tidy board: that of the screen's part where it is seen."""
PILE_STEP = 6.0
PILE_DEPTH = 5
"""So many notes of a pile show an edge; the rest lie under the last."""
EDGE = 1_000_000.0
"""The board ends here, in all four directions."""
FAR = EDGE / 2
"""What lies further down is out of everybody's sight, and nothing is laid out below it."""
LANE_WIDTH = LANE_COLUMNS * (NOTE_WIDTH + GAP) - GAP + 2 * ISLAND_PADDING

Place = tuple[float, float]
Rectangle = tuple[float, float, float, float]


def on_board(x: float, y: float) -> Place:
    """The place, or the nearest to it on the board. Raises ValueError for NaN and the infinite."""
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError
    return max(-EDGE, min(EDGE, x)), max(-EDGE, min(EDGE, y))


def paper(note: Note) -> Rectangle:
    """Left, top, right and bottom of a note."""
    return note.x, note.y, note.x + NOTE_WIDTH, note.y + NOTE_HEIGHT


def paper_of_all(notes: Iterable[Note]) -> Rectangle:
    """Left, top, right and bottom of some notes, one at the least."""
    left, top, right, lower = zip(*map(paper, notes), strict=True)
    return min(left), min(top), max(right), max(lower)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def island_around(paper: Rectangle) -> Rectangle:
    """The island of a group whose notes' paper is this rectangle: with its padding, and room above for its title."""
    left, top, right, lower = paper
    return left - ISLAND_PADDING, top - ISLAND_PADDING - ISLAND_HEAD, right + ISLAND_PADDING, lower + ISLAND_PADDING


def family_around(islands: Iterable[Rectangle]) -> Rectangle:
    """The frame around the islands of a group of groups: with its padding, and room above for its title."""
    left, top, right, lower = zip(*islands, strict=True)
    pad = FAMILY_PADDING
    return min(left) - pad, min(top) - pad - FAMILY_HEAD, max(right) + pad, max(lower) + pad


def columns_of_board(loose: int) -> int:
    """How many places stand side by side on a board of so many lone notes: of many, so that they fill the `SHAPE`."""
    if loose <= COLUMNS * FEW_ROWS:
        return COLUMNS
    return math.ceil(math.sqrt(loose * SHAPE * (NOTE_HEIGHT + GAP) / (NOTE_WIDTH + GAP)))


def lane_left(team: int, teams: int) -> float:
    """The left edge of a 班's lane. The lanes lie at the board's left, the first 班's at the outside: what is laid out
    for everybody grows to the right and downwards, and never comes into them."""
    return -(max(teams, team) - team + 1) * (LANE_WIDTH + LANE_GAP) - (ISLAND_GAP - LANE_GAP)


def lane_box(notes: Iterable[Note], team: int, teams: int) -> Rectangle:
    """Left, top, right and bottom of a 班's lane around those of its notes that lie in it, its head included."""
    left = lane_left(team, teams)
    lowest = LANE_ROWS * (NOTE_HEIGHT + GAP) - GAP
    for note in notes:
        if note.team == team and left <= note.x < left + LANE_WIDTH:
            lowest = max(lowest, note.y + NOTE_HEIGHT)
    return left, -LANE_HEAD - ISLAND_PADDING, left + LANE_WIDTH, lowest + ISLAND_PADDING


def columns_of(count: int) -> int:
    """How many notes stand side by side in a group of `count`: about as wide as high, three at the most in a row
    for small groups."""
    return max(1, min(count, 2 if count <= 4 else 3 if count <= 9 else math.ceil(math.sqrt(count * 0.9))))


def group_places(count: int, x: float, y: float, columns: int | None = None) -> list[Place]:
    """The places of a group's notes, row by row, when its first note lies at (x, y)."""
    columns = columns or columns_of(count)
    return [
        (x + index % columns * (NOTE_WIDTH + GAP), y + index // columns * (NOTE_HEIGHT + GAP)) for index in range(count)
    ]


def pile_places(count: int, x: float, y: float) -> list[Place]:
    """The places of a stacked group's notes, the first at (x, y)."""
    steps = (min(index, PILE_DEPTH) * PILE_STEP for index in range(count))
    return [(x + step, y + step) for step in steps]


def places_beside(members: Sequence[Note], count: int) -> list[Place]:
    """Places for `count` notes that join `members`, none of whom has to move for them."""
    x, y = min(note.x for note in members), min(note.y for note in members)
    widest = max(note.x for note in members) - x
    columns = max(columns_of(len(members) + count), 1 + math.floor(widest / (NOTE_WIDTH + GAP)))
    taken = {cell for note in members for cell in _cells_under(note.x - x, note.y - y)}
    free = (cell for cell in counting() if (cell % columns, cell // columns) not in taken)
    return [
        (x + cell % columns * (NOTE_WIDTH + GAP), y + cell // columns * (NOTE_HEIGHT + GAP))
        for cell in islice(free, count)
    ]


def _cells_under(right: float, down: float) -> Iterator[tuple[int, int]]:
    """The columns and rows of a grid of notes which a note covers that lies so far from its first place."""
    rows = list(_covered(down, NOTE_HEIGHT))
    return ((column, row) for column in _covered(right, NOTE_WIDTH) for row in rows)


def _covered(at: float, size: float) -> range:
    """Which of the stretches of a `size`, a gap between them, a stretch from `at` on shares ground with."""
    return range(math.floor((at - size) / (size + GAP)) + 1, math.ceil((at + size) / (size + GAP)))


def island_size(count: int, *, stacked: bool = False) -> Place:
    """Width and height of the island around `count` notes, title and padding included."""
    places = pile_places(count, 0.0, 0.0) if stacked else group_places(count, 0.0, 0.0)
    left, top, right, lower = island_around(
        (0.0, 0.0, max(x for x, _ in places) + NOTE_WIDTH, max(y for _, y in places) + NOTE_HEIGHT)
    )
    return right - left, lower - top


def bottom(notes: Iterable[Note]) -> float:
    """The y below which no note lies that is in anybody's sight; 0 for none."""
    return max((note.y + NOTE_HEIGHT + ISLAND_GAP for note in notes if note.y < FAR), default=0.0)
