"""Arrows between groups along the ways they have on the board.

→ comes before, ⇔ belong together, ●→ from a cause to its effect, and >< against each other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import dist
from unicodedata import east_asian_width

from exports.figures.figure import Box, Mark, Point, Rectangle, Stroke
from exports.figures.papers import STEP, set_lines
from exports.palette import SECOND_TEXT, TEXT, WHITE
from exports.typesetting.fitting import Fitted, Glyphs, fitted
from exports.typesetting.text_lines import advance
from models.board import Relation, RelationKind
from models.routing import Way, along, is_straight, length

THICKNESS, CASING = 3.0, 8.0
"""Of an arrow, and of the white under it that parts it from what it crosses."""
HEAD_LENGTH, HEAD_WIDTH = 16.0, 14.0
NECK = 0.7
"""A shaft ends so far inside its head, and not at the tip."""
LABEL_WIDTH, LABEL_PAD = 200.0, 8.0
CONFLICT = "対立する"
_STEPS = 32

Covers = Callable[[Rectangle], bool]
"""Whether words in a rectangle would cover something that is to be read."""


def _direction(begin: Point, end: Point) -> Point:
    """One unit from one point to another; to the right where they are one."""
    far = dist(begin, end)
    return ((end[0] - begin[0]) / far, (end[1] - begin[1]) / far) if far else (1.0, 0.0)


# what is drawn


def reach(way: Way, scale: float = 1.0) -> Rectangle:
    """All that an arrow may cover."""
    xs, ys = zip(*_points(way, 0.0, 1.0), strict=True)
    aside = max(CASING, HEAD_WIDTH) * scale / 2
    return min(xs) - aside, min(ys) - aside, max(xs) + aside, max(ys) + aside


def arrow_marks(way: Way, kind: RelationKind, scale: float = 1.0) -> Iterator[Mark]:
    """An arrow of one kind; `scale` makes it bolder in a large picture. A short one has smaller heads."""
    whole = length(way)
    head = min(HEAD_LENGTH * scale, whole / 3.0)
    yield Stroke(_points(way, 0.0, 1.0), WHITE, CASING * scale)
    yield from (Stroke(_points(way, *part), TEXT, THICKNESS * scale) for part in _parts(way, kind, head))
    yield from (_head(back, tip, head) for back, tip in _heads(way, kind))
    if kind is RelationKind.CAUSE:
        x, y = along(way, _share(way[0], way[1], head / 3))
        yield Box(x - head / 3, y - head / 3, head * 2 / 3, head * 2 / 3, TEXT, radius=head / 3)


def _parts(way: Way, kind: RelationKind, head: float) -> list[tuple[float, float]]:
    """The shafts, from share to share of the way."""
    neck = NECK * head
    if kind is RelationKind.CONFLICT:
        half = 0.5 - neck / max(length(way), 1.0)
        return [(0.0, half), (1.0 - half, 1.0)]
    first = _share(way[0], way[1], neck) if kind is RelationKind.MUTUAL else 0.0
    return [(first, 1.0 - _share(way[2], way[1], neck))]


def _heads(way: Way, kind: RelationKind) -> list[tuple[Point, Point]]:
    """For each head where it comes from, and its tip."""
    begin, drawn, end = way
    if kind is RelationKind.CONFLICT:
        middle = along(way, 0.5)
        return [(along(way, 0.45), middle), (along(way, 0.55), middle)]
    return [(drawn, end), (drawn, begin)] if kind is RelationKind.MUTUAL else [(drawn, end)]


def _share(end: Point, drawn: Point, far: float) -> float:
    """What share of a way lies within so many units of one of its ends."""
    return min(0.4, far / max(2.0 * dist(end, drawn), 1.0))


def _points(way: Way, first: float, last: float) -> tuple[Point, ...]:
    """The part of a way between two shares of it."""
    steps = 1 if is_straight(way) else _STEPS
    return tuple(along(way, first + (last - first) * step / steps) for step in range(steps + 1))


def _head(back: Point, tip: Point, size: float) -> Stroke:
    """A solid arrowhead at `tip`, coming from `back`."""
    (x, y), (right, down) = tip, _direction(back, tip)
    back_x, back_y = x - right * size, y - down * size
    half = HEAD_WIDTH / HEAD_LENGTH * size / 2
    corners = (tip, (back_x - down * half, back_y + right * half), (back_x + down * half, back_y - right * half))
    return Stroke(corners, TEXT, filled=True)


# what stands beside an arrow


def _word(way: Way, kind: RelationKind) -> str:
    """The kind in words; cause and effect are named in the arrow's own direction."""
    if kind is RelationKind.CONFLICT:
        return CONFLICT
    if kind is not RelationKind.CAUSE:
        return ""
    right, down = _direction(way[0], way[2])
    if abs(right) >= abs(down):
        return "原因→結果" if right > 0 else "結果←原因"
    return "原因↓結果" if down > 0 else "結果↑原因"


@dataclass(frozen=True, slots=True)
class Label:
    """The words at an arrow, with their place, and a line that leads from the arrow to them where they stand apart."""

    box: Rectangle
    words: Fitted
    leader: tuple[Point, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """The words in a white box."""
        left, top, right, bottom = self.box
        if self.leader:
            yield Stroke(self.leader, SECOND_TEXT)
        yield Box(left, top, right - left, bottom - top, WHITE, TEXT, radius=4.0)
        yield from set_lines(self.words, left + LABEL_PAD, top + LABEL_PAD / 2, TEXT)


def label(relation: Relation, way: Way, size: int, covers: Covers) -> Label | None:
    """The label of an arrow where it `covers` nothing, if there is such a place.

    None for no words, and where those of its kind alone would cover something: the sign tells it too.
    """
    told = "\n".join(filter(None, (_word(way, relation.kind), relation.label)))
    if not told:
        return None
    words = fitted(told, LABEL_WIDTH * size / 14, ((size, 3), (size * 3 // 4, 5)))
    width = max(map(_room, words.lines)) * words.size + 2 * LABEL_PAD
    height = len(words.lines) * words.size * STEP + LABEL_PAD
    head = HEAD_WIDTH * size / 14
    places = [_box(middle, width, height) for middle in _places(way, relation.kind, (width, height), head)]
    free = next((one for one in places if not covers(one)), places[0] if relation.label else None)
    return None if free is None else Label(free, words, _leader(way, free))


def _room(line: Glyphs) -> float:
    """How wide a line may come out, in ems: where our fonts are not there, punctuation is not set closer."""
    closer = (1.0 - one.width for one in line if one.width < 1.0 and east_asian_width(one.source[0]) in "WF")
    return advance(line) + sum(closer)


def _places(way: Way, kind: RelationKind, box: tuple[float, float], head: float) -> Iterator[Point]:
    """Where the middle of a label may be, best first: on the arrow where that stays seen, else beside it, then further
    away. `box` is the label's width and height, `head` the width of an arrowhead."""
    (width, height), (right, down) = box, _direction(way[0], way[2])
    taken = abs(right) * width + abs(down) * height
    if kind is not RelationKind.CONFLICT and taken < 0.5 * dist(way[0], way[2]):
        yield from (along(way, share) for share in (0.5, 0.4, 0.6, 0.3, 0.7))
    aside = (abs(down) * width + abs(right) * height) / 2 + head
    for further in (0.0, 24.0, 56.0, 96.0, 144.0, 200.0, 264.0):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            x, y = along(way, share)
            off = aside + further
            yield x + down * off, y - right * off
            yield x - down * off, y + right * off


def _leader(way: Way, box: Rectangle) -> tuple[Point, ...]:
    """From the nearest point of the way to the box, unless that is at hand."""
    pairs = [(at, _nearest(box, at)) for at in (along(way, step / _STEPS) for step in range(_STEPS + 1))]
    begin, end = min(pairs, key=lambda pair: dist(*pair))
    return (begin, end) if dist(begin, end) > 2 * HEAD_WIDTH else ()


def _nearest(box: Rectangle, to: Point) -> Point:
    """The point of a box that is nearest to another."""
    return min(max(to[0], box[0]), box[2]), min(max(to[1], box[1]), box[3])


def _box(middle: Point, width: float, height: float) -> Rectangle:
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
