"""Arrows between groups: → comes before, ⇔ belong together, cause → effect, and >< against each other."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.figures.figure import Box, Mark, Point, Rectangle, Stroke
from exports.figures.papers import STEP, set_lines
from exports.palette import TEXT, WHITE
from exports.typesetting.fitting import Fitted, fitted
from exports.typesetting.text_lines import advance
from models.board import Relation, RelationKind

THICKNESS, CASING = 3.0, 8.0
"""Of an arrow, and of the white under it that parts it from what it crosses."""
HEAD_LENGTH, HEAD_WIDTH = 16.0, 14.0
AIR = 4.0
"""Between an arrow's end and what it points to."""
LABEL_WIDTH, LABEL_PAD = 168.0, 8.0
CONFLICT = "対立する"

Segment = tuple[Point, Point]


def _middle(rectangle: Rectangle) -> Point:
    return (rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2


def _shared(low: float, high: float, other_low: float, other_high: float) -> float | None:
    """The middle of what two stretches have in common."""
    first, last = max(low, other_low), min(high, other_high)
    return (first + last) / 2 if first < last else None


def between(source: Rectangle, target: Rectangle) -> Segment:
    """From border to border: straight across where the two face each other, else from middle to middle.

    Things that lie over one another are joined at their middles.
    """
    across = _shared(source[1], source[3], target[1], target[3])
    down = _shared(source[0], source[2], target[0], target[2])
    if across is not None and down is not None:
        return _middle(source), _middle(target)
    if across is not None:
        right = source[0] < target[0]
        return (source[2] + AIR if right else source[0] - AIR, across), (
            target[0] - AIR if right else target[2] + AIR,
            across,
        )
    if down is not None:
        below = source[1] < target[1]
        return (down, source[3] + AIR if below else source[1] - AIR), (
            down,
            target[1] - AIR if below else target[3] + AIR,
        )
    return _leaving(source, _middle(target)), _leaving(target, _middle(source))


def _leaving(rectangle: Rectangle, towards: Point) -> Point:
    """Where a line from the rectangle's middle crosses its border."""
    (x, y), (to_x, to_y) = _middle(rectangle), towards
    half_x, half_y = (rectangle[2] - rectangle[0]) / 2 + AIR, (rectangle[3] - rectangle[1]) / 2 + AIR
    share = min(
        half_x / abs(to_x - x) if to_x != x else math.inf,
        half_y / abs(to_y - y) if to_y != y else math.inf,
    )
    return x + (to_x - x) * share, y + (to_y - y) * share


def _along(segment: Segment, share: float) -> Point:
    (x, y), (to_x, to_y) = segment
    return x + (to_x - x) * share, y + (to_y - y) * share


def _direction(segment: Segment) -> Point:
    """One unit from the segment's start to its end; to the right where it has no length."""
    (x, y), (to_x, to_y) = segment
    length = math.dist(*segment)
    return ((to_x - x) / length, (to_y - y) / length) if length else (1.0, 0.0)


def _head(tip: Point, direction: Point, size: float) -> Stroke:
    """A solid arrowhead that points along `direction`."""
    (x, y), (right, down) = tip, direction
    back_x, back_y = x - right * HEAD_LENGTH * size, y - down * HEAD_LENGTH * size
    half = HEAD_WIDTH * size / 2
    corners = (tip, (back_x - down * half, back_y + right * half), (back_x + down * half, back_y - right * half))
    return Stroke(corners, TEXT, filled=True)


def _heads(segment: Segment, kind: RelationKind) -> list[tuple[Point, Point]]:
    """The tips of an arrow's heads, each with its direction."""
    right, down = forth = _direction(segment)
    back = (-right, -down)
    if kind is RelationKind.MUTUAL:
        return [(segment[1], forth), (segment[0], back)]
    if kind is RelationKind.CONFLICT:
        x, y = _along(segment, 0.5)
        return [((x - right, y - down), forth), ((x + right, y + down), back)]
    return [(segment[1], forth)]


def arrow_marks(segment: Segment, kind: RelationKind, scale: float = 1.0) -> Iterator[Mark]:
    """An arrow of one kind; `scale` makes it bolder in a large picture. A short one has smaller heads."""
    size = min(scale, math.dist(*segment) / (3 * HEAD_LENGTH))
    heads = _heads(segment, kind)
    yield Stroke(segment, WHITE, CASING * scale)
    yield from (Stroke(line, TEXT, THICKNESS * scale) for line in _lines(segment, heads, kind, size))
    yield from (_head(tip, direction, size) for tip, direction in heads)


def _lines(
    segment: Segment, heads: Sequence[tuple[Point, Point]], kind: RelationKind, size: float
) -> Iterator[Segment]:
    """The shafts, which end inside the heads and not at their tips."""
    necks = [
        (x - right * HEAD_LENGTH * size * 0.7, y - down * HEAD_LENGTH * size * 0.7) for (x, y), (right, down) in heads
    ]
    if kind is RelationKind.CONFLICT:
        yield segment[0], necks[0]
        yield segment[1], necks[1]
    else:
        yield necks[1] if len(necks) > 1 else segment[0], necks[0]


# what stands beside an arrow


def _word(segment: Segment, kind: RelationKind) -> str:
    """The kind in words; cause and effect are named in the arrow's own direction."""
    if kind is RelationKind.CONFLICT:
        return CONFLICT
    if kind is not RelationKind.CAUSE:
        return ""
    right, down = _direction(segment)
    if abs(right) >= abs(down):
        return "原因→結果" if right > 0 else "結果←原因"
    return "原因↓結果" if down > 0 else "結果↑原因"


@dataclass(frozen=True, slots=True)
class Label:
    """The words at an arrow, with their place."""

    box: Rectangle
    words: Fitted

    def marks(self) -> Iterator[Mark]:
        """The words in a white box."""
        left, top, right, bottom = self.box
        yield Box(left, top, right - left, bottom - top, WHITE, TEXT, radius=4.0)
        yield from set_lines(self.words, left + LABEL_PAD, top + LABEL_PAD / 2, TEXT)


def label(relation: Relation, segment: Segment, size: int, taken: Sequence[Rectangle]) -> Label | None:
    """The label of an arrow where it covers nothing of what is `taken`, if there is such a place; None for no words."""
    told = "\n".join(filter(None, (_word(segment, relation.kind), relation.label)))
    if not told:
        return None
    words = fitted(told, LABEL_WIDTH * size / 14, ((size, 3), (size * 3 // 4, 5)))
    width = max(advance(line) for line in words.lines) * words.size + 2 * LABEL_PAD
    height = len(words.lines) * words.size * STEP + LABEL_PAD
    places = [_box(middle, width, height) for middle in _places(segment, relation.kind, width, height)]
    return Label(next((one for one in places if not any(_meet(one, other) for other in taken)), places[0]), words)


def _places(segment: Segment, kind: RelationKind, width: float, height: float) -> Iterator[Point]:
    """Where the middle of a label may be, best first: on the arrow where that stays seen, else beside it."""
    right, down = _direction(segment)
    along = abs(right) * width + abs(down) * height
    if kind is not RelationKind.CONFLICT and along < 0.5 * math.dist(*segment):
        yield from (_along(segment, share) for share in (0.5, 0.4, 0.6, 0.3, 0.7))
    aside = (abs(down) * width + abs(right) * height) / 2 + HEAD_WIDTH
    for share in (0.5, 0.35, 0.65):
        x, y = _along(segment, share)
        yield x + down * aside, y - right * aside
        yield x - down * aside, y + right * aside


def _box(middle: Point, width: float, height: float) -> Rectangle:
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
