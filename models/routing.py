"""The ways of arrows: from border to border, straight where that is free, else in one bend around what lies between."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from math import dist, hypot, inf

from models.layout import Rectangle, overlap

AIR = 4.0
"""Between an arrow's end and the border it begins or ends at."""
CLEAR = 10.0
"""An arrow keeps so far from what lies between its ends."""
REACH = 480.0
"""An arrow bends no further aside; where even that is not free, it runs straight across."""
_BENDS = (70.0, 140.0, 220.0, 320.0, REACH)
_STEPS = 40
_SHARES = [
    ((1 - at / _STEPS) ** 2, 2 * at / _STEPS * (1 - at / _STEPS), (at / _STEPS) ** 2) for at in range(_STEPS + 1)
]

Point = tuple[float, float]
Way = tuple[Point, Point, Point]
"""Where an arrow begins, the point it is drawn towards (halfway where it is straight), and where it ends."""


def straight(source: Rectangle, target: Rectangle) -> Way:
    """Straight across where two boxes face each other, else from middle to middle; boxes that lie over one another
    are joined at their middles."""
    across = _shared(source[1], source[3], target[1], target[3])
    down = _shared(source[0], source[2], target[0], target[2])
    if across is not None and down is not None:
        return _way(middle(source), middle(target))
    if across is not None:
        right = source[0] < target[0]
        begin, end = (source[2] + AIR, target[0] - AIR) if right else (source[0] - AIR, target[2] + AIR)
        return _way((begin, across), (end, across))
    if down is not None:
        below = source[1] < target[1]
        begin, end = (source[3] + AIR, target[1] - AIR) if below else (source[1] - AIR, target[3] + AIR)
        return _way((down, begin), (down, end))
    return _way(leaving(source, middle(target)), leaving(target, middle(source)))


def way(source: Rectangle, target: Rectangle, others: Collection[Rectangle] = ()) -> Way:
    """The way from one box to another past the `others`: the least bent one that is free, else the straight one."""
    direct = straight(source, target)
    blocking = [_wider(one) for one in others]
    if not blocking or _is_free(direct, blocking):
        return direct
    bent = (one for one in _bent(source, target) if _is_free(one, blocking))
    return next(bent, direct)


def past(source: Rectangle, target: Rectangle, islands: Collection[Rectangle]) -> Way:
    """The way past islands; what is one of the ends, or part of one, or lies over one, cannot be gone around."""
    near = zone(source, target)
    others = (one for one in islands if overlap(one, near))
    return way(source, target, [one for one in others if not overlap(one, source) and not overlap(one, target)])


def is_straight(one: Way) -> bool:
    """Whether a way has no bend."""
    begin, drawn, end = one
    return dist(drawn, middle((*begin, *end))) < 1e-6


def zone(source: Rectangle, target: Rectangle) -> Rectangle:
    """All that can have a say in the way from one box to another."""
    left, top = min(source[0], target[0]), min(source[1], target[1])
    right, bottom = max(source[2], target[2]), max(source[3], target[3])
    return left - REACH, top - REACH, right + REACH, bottom + REACH


def along(one: Way, share: float) -> Point:
    """The point after a share of a way."""
    (x, y), (by_x, by_y), (to_x, to_y) = one
    first, second, third = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return x * first + by_x * second + to_x * third, y * first + by_y * second + to_y * third


def middle(box: Rectangle) -> Point:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def leaving(box: Rectangle, towards: Point) -> Point:
    """Where the line from the middle of a box to a point crosses its border; the point, if that is inside."""
    (x, y), (to_x, to_y) = middle(box), towards
    half_x, half_y = (box[2] - box[0]) / 2 + AIR, (box[3] - box[1]) / 2 + AIR
    shares = half_x / abs(to_x - x) if to_x != x else inf, half_y / abs(to_y - y) if to_y != y else inf
    share = min(1.0, *shares)
    return x + (to_x - x) * share, y + (to_y - y) * share


def _shared(low: float, high: float, other_low: float, other_high: float) -> float | None:
    """The middle of what two stretches have in common."""
    first, last = max(low, other_low), min(high, other_high)
    return (first + last) / 2 if first < last else None


def _way(begin: Point, end: Point) -> Way:
    return begin, ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2), end


def _wider(box: Rectangle) -> Rectangle:
    return box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR


def _bent(source: Rectangle, target: Rectangle) -> Iterator[Way]:
    """Ways that bend further and further aside, to either side in turn."""
    (x, y), (to_x, to_y) = middle(source), middle(target)
    length = hypot(to_x - x, to_y - y)
    if not length:
        return
    aside_x, aside_y = (to_y - y) / length, (x - to_x) / length
    for bend in _BENDS:
        for sign in (1.0, -1.0):
            drawn = (x + to_x) / 2 + aside_x * bend * 2 * sign, (y + to_y) / 2 + aside_y * bend * 2 * sign
            yield leaving(source, drawn), drawn, leaving(target, drawn)


def _is_free(one: Way, boxes: Collection[Rectangle]) -> bool:
    """Whether a way meets none of the boxes."""
    xs, ys = zip(*one, strict=True)
    around = min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1
    near = [box for box in boxes if overlap(box, around)]
    if not near:
        return True
    points = _points(one)
    return not any(left < x < right and top < y < bottom for left, top, right, bottom in near for x, y in points)


def _points(one: Way) -> list[Point]:
    """Points along a way, so near to each other that a line through them cuts no more than a corner."""
    (x, y), (by_x, by_y), (to_x, to_y) = one
    return [(x * a + by_x * b + to_x * c, y * a + by_y * b + to_y * c) for a, b, c in _SHARES]


def length(one: Way) -> float:
    """How long a way is, about."""
    points = [along(one, step / 8) for step in range(9)]
    return sum(dist(a, b) for a, b in pairwise(points))
