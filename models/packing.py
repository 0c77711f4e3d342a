"""A tidy board: groups in rows, groups of groups in frames, lone notes below, and nothing on what has to stay."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.board import Note
from models.layout import (
    COLUMNS,
    FAMILY_HEAD,
    FAMILY_PADDING,
    FAR,
    GAP,
    ISLAND_GAP,
    ISLAND_HEAD,
    ISLAND_PADDING,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    SHAPE,
    Place,
    Rectangle,
    group_places,
    island_size,
    overlap,
    pile_places,
)

STEP_X, STEP_Y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one group in their order."""

    notes: Sequence[Note]
    stacked: bool = False

    @property
    def size(self) -> Place:
        """Width and height of its island."""
        return island_size(len(self.notes), stacked=self.stacked)

    def laid(self, x: float, y: float) -> Iterator[tuple[str, Place]]:
        """Where its notes lie when its island's top left corner is (x, y)."""
        lay = pile_places if self.stacked else group_places
        places = lay(len(self.notes), x + ISLAND_PADDING, y + ISLAND_HEAD + ISLAND_PADDING)
        return zip((note.id for note in self.notes), places, strict=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """Groups that belong together: a group of groups within its frame."""

    groups: Sequence[Group]

    @property
    def size(self) -> Place:
        """Width and height of the frame, its title and padding included."""
        _corners, width, height = self._packed()
        return width + 2 * FAMILY_PADDING, height + 2 * FAMILY_PADDING + FAMILY_HEAD

    def laid(self, x: float, y: float) -> Iterator[tuple[str, Place]]:
        """Where its notes lie when its top left corner is (x, y)."""
        corners, _width, _height = self._packed()
        for group, (left, top) in zip(self.groups, corners, strict=True):
            yield from group.laid(x + FAMILY_PADDING + left, y + FAMILY_PADDING + FAMILY_HEAD + top)

    def _packed(self) -> tuple[list[Place], float, float]:
        sizes = [group.size for group in self.groups]
        return _packed(sizes, _best_width(sizes, max(width for width, _ in sizes), lambda _wide: 0.0))


Block = Group | Frame


def arranged(
    blocks: Sequence[Block],
    loose: Sequence[Note],
    top: float = 0.0,
    avoiding: Iterable[Rectangle] = (),
    gap: float = ISLAND_GAP,
) -> Mapping[str, Place]:
    """Blocks in rows from `top`, `gap` apart, lone notes in a grid below them. Note id -> top left corner.

    Nothing lies on the rectangles in `avoiding`, unless these are out of everybody's sight.
    """
    stays = [box for box in avoiding if box[3] > top and box[1] < FAR]
    sizes = [block.size for block in blocks]
    wide = _board_width(sizes, len(loose), gap)
    corners, _width, height = _packed(sizes, wide, top, stays, gap)
    places: dict[str, Place] = {}
    for block, (x, y) in zip(blocks, corners, strict=True):
        places.update(block.laid(x, y))
    below = top + height + gap if blocks else top
    grid = _grid(below, _columns(wide), stays)
    places.update((note.id, next(grid)) for note in loose)
    return places


def _packed(
    sizes: Sequence[Place],
    wide: float,
    top: float = 0.0,
    avoiding: Sequence[Rectangle] = (),
    gap: float = ISLAND_GAP,
) -> tuple[list[Place], float, float]:
    """Blocks of these sizes in rows of at most `wide` from `top`: their corners, and the width and height they take."""
    corners: list[Place] = []
    x, y, row_height, widest = 0.0, top, 0.0, 0.0
    for width, height in sizes:
        blocked = math.inf
        while True:
            if x and x + width > wide:
                x, y = 0.0, y + row_height + gap if row_height else blocked
                row_height, blocked = 0.0, math.inf
            hit = _hit((x, y, x + width, y + height), avoiding)
            if hit is None:
                break
            x, blocked = max(hit[2] + ISLAND_GAP, x), min(blocked, hit[3] + ISLAND_GAP)
        corners.append((x, y))
        widest = max(widest, x + width)
        x += width + gap
        row_height = max(row_height, height)
    return corners, widest, y + row_height - top


def _hit(box: Rectangle, avoiding: Sequence[Rectangle]) -> Rectangle | None:
    """The first rectangle that comes nearer to a box than the gap between islands."""
    left, top, right, lower = box
    wider = left - ISLAND_GAP, top - ISLAND_GAP, right + ISLAND_GAP, lower + ISLAND_GAP
    return next((other for other in avoiding if overlap(wider, other)), None)


def _grid(top: float, columns: int, avoiding: Sequence[Rectangle]) -> Iterator[Place]:
    """Places for lone notes, row by row, without end."""
    y = top
    while True:
        near = [box for box in avoiding if box[1] < y + STEP_Y and y - GAP < box[3]]
        for column in range(columns):
            x = column * STEP_X
            if not any(overlap((x - GAP, y - GAP, x + STEP_X, y + STEP_Y), box) for box in near):
                yield x, y
        y += STEP_Y


def _board_width(sizes: Sequence[Place], loose: int, gap: float) -> float:
    """The width of rows at which the whole board is seen largest on a screen of the `SHAPE`."""
    area = loose * STEP_X * STEP_Y
    least = COLUMNS * STEP_X - GAP
    return _best_width(sizes, least, lambda wide: math.ceil(loose / _columns(wide)) * STEP_Y, area, gap)


def _best_width(
    sizes: Sequence[Place],
    least: float,
    below: Callable[[float], float],
    area: float = 0.0,
    gap: float = ISLAND_GAP,
) -> float:
    """The same for blocks with something of the height `below` under them, whose area is `area`."""
    area += sum(width * height for width, height in sizes)

    def seen(wide: float) -> float:
        _corners, width, height = _packed(sizes, wide, gap=gap)
        return min(SHAPE / max(width, least), 1 / max(height + below(wide), 1))

    side = max(math.sqrt(area * SHAPE), least)
    return max((side * step / 8 for step in range(8, 17)), key=seen)


def _columns(wide: float) -> int:
    return max(COLUMNS, int((wide + GAP) // STEP_X))
