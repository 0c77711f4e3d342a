"""Where notes lie on the board: a note's size, free places, and a group's rows. Arithmetic only."""

import math
from collections.abc import Iterable, Mapping, Sequence

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
LANE_WIDTH = LANE_COLUMNS * (NOTE_WIDTH + GAP) - GAP + 2 * ISLAND_PADDING

Place = tuple[float, float]
Rectangle = tuple[float, float, float, float]


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


def _overlap(place: Place, note: Note) -> bool:
    return abs(place[0] - note.x) < NOTE_WIDTH and abs(place[1] - note.y) < NOTE_HEIGHT


def places_beside(members: Sequence[Note], count: int) -> list[Place]:
    """Places for `count` notes that join `members`, none of whom has to move for them."""
    x, y = min(note.x for note in members), min(note.y for note in members)
    widest = max(note.x for note in members) - x
    columns = max(columns_of(len(members) + count), 1 + math.floor(widest / (NOTE_WIDTH + GAP)))
    cells = group_places((len(members) * 4 + count) * columns, x, y, columns)
    free = [place for place in cells if not any(_overlap(place, note) for note in members)]
    return free[:count]


def island_size(count: int) -> tuple[float, float]:
    """Width and height of the island around `count` notes, title and padding included."""
    columns = columns_of(count)
    rows = math.ceil(count / columns)
    width = columns * (NOTE_WIDTH + GAP) - GAP + 2 * ISLAND_PADDING
    return width, rows * (NOTE_HEIGHT + GAP) - GAP + 2 * ISLAND_PADDING + ISLAND_HEAD


def bottom(notes: Iterable[Note]) -> float:
    """The y below which no note lies; 0 for none."""
    return max((note.y + NOTE_HEIGHT + ISLAND_GAP for note in notes), default=0.0)


def _packed(sizes: Sequence[Place], wide: float) -> tuple[list[Place], float, float]:
    """Islands of these sizes in rows of at most `wide`: their corners, and the width and height they take."""
    corners: list[Place] = []
    x = y = row_height = widest = 0.0
    for width, height in sizes:
        if x and x + width > wide:
            x, y, row_height = 0.0, y + row_height + ISLAND_GAP, 0.0
        corners.append((x, y))
        widest = max(widest, x + width)
        x += width + ISLAND_GAP
        row_height = max(row_height, height)
    return corners, widest, y + row_height


def _board_width(sizes: Sequence[Place], loose: int) -> float:
    """The width of rows at which the whole board is seen largest on a screen of the `SHAPE`."""
    grid = COLUMNS * (NOTE_WIDTH + GAP) - GAP
    area = sum(width * height for width, height in sizes) + loose * (NOTE_WIDTH + GAP) * (NOTE_HEIGHT + GAP)

    def seen(wide: float) -> float:
        _corners, width, height = _packed(sizes, wide)
        height += math.ceil(loose / _columns(wide)) * (NOTE_HEIGHT + GAP)
        return min(SHAPE / max(width, grid), 1 / max(height, 1))

    side = max(math.sqrt(area * SHAPE), grid)
    return max((side * step / 8 for step in range(8, 17)), key=seen)


def _columns(wide: float) -> int:
    return max(COLUMNS, int((wide + GAP) // (NOTE_WIDTH + GAP)))


def arranged(groups: Sequence[Sequence[Note]], loose: Sequence[Note], top: float = 0.0) -> Mapping[str, Place]:
    """A tidy board: islands in rows from `top`, lone notes in a grid below them. Note id -> top left corner."""
    sizes = [island_size(len(members)) for members in groups]
    wide = _board_width(sizes, len(loose))
    corners, _width, height = _packed(sizes, wide)
    places: dict[str, Place] = {}
    for members, (x, y) in zip(groups, corners, strict=True):
        within = group_places(len(members), x + ISLAND_PADDING, top + y + ISLAND_HEAD + ISLAND_PADDING)
        places.update(zip((note.id for note in members), within, strict=True))
    below = top + height + ISLAND_GAP if groups else top
    for index, note in enumerate(loose):
        row, column = divmod(index, _columns(wide))
        places[note.id] = (column * (NOTE_WIDTH + GAP), below + row * (NOTE_HEIGHT + GAP))
    return places
