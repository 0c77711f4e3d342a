"""Where cards stand in the matrix: from effect and feasibility to px and back, and apart where they would hide one
another. What is kept is never changed by this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from models.board import Payoff, Reach

EDGE = 6.0
"""Px between a card and the edge of its column."""
NEVER_THE_NEXT = 0.999
"""The furthest right in a column, as a share of it: 1 would be the next column."""
GAP = 4.0
STRIPS = (0.55, 0.35, 0.2, 0.1)
"""How much of a card's height stays in sight under the next one, where there is no room for all of it."""


@dataclass(frozen=True, slots=True)
class CardSize:
    """A card's size in px, that of its words, and how many lines they may take."""

    size: QSizeF
    px: int
    lines: int


def card_size(crowd: int, area: QRectF) -> CardSize:
    """The largest cards of which so many stand one below the other in a column, else those of which two stand beside
    each other, of a single line where there are too many even of these. A card leaves its column some room aside."""
    column = area.width() / 3 - 2 * EDGE
    wide = max(min(column, LEAST_WIDTH), column * 0.72)
    enough = [size for size in _SIZES if size[2] * CHARS <= wide] or _SIZES[-1:]
    sizes = (CardSize(QSizeF(min(wide, width), height), px, lines) for width, height, px, lines in enough)
    pair = max(min(column, LEAST_WIDTH), min(170.0, (column - GAP) / 2))
    beside = max(1, int((column + GAP) / (pair + GAP)))
    room = (area.height() - 2 * EDGE) * beside
    least = QSizeF(pair, 48.0 if (48.0 + GAP) * crowd <= room else ONE_LINE)
    fitting = (one for one in sizes if (one.size.height() + GAP) * crowd <= area.height() - 2 * EDGE)
    return next(fitting, CardSize(least, 14, 1))


_SIZES = ((300, 104, 22, 2), (250, 88, 18, 2), (210, 76, 16, 2), (170, 66, 14, 2))
LEAST_WIDTH = 120.0
ONE_LINE = 26.0
"""The height of a card that shows the beginning of its words and nothing else."""
CHARS = 10
"""So many characters have room in a line of a card, where its column is wide enough."""


@dataclass(frozen=True, slots=True)
class Field:
    """The matrix in px: `area` holds the three columns, a card is `card` large and never lies across two of them."""

    area: QRectF
    card: QSizeF

    def column(self, reach: Reach) -> QRectF:
        """A column."""
        width = self.area.width() / 3
        left = self.area.left() + list(Reach).index(reach) * width
        return QRectF(left, self.area.top(), width, self.area.height())

    def corner(self, effect: float, feasibility: float) -> QPointF:
        """The top left corner of a card that stands there."""
        index = max(0, min(2, int(feasibility * 3)))
        room = self._room(list(Reach)[index])
        across = max(0.0, min(1.0, feasibility * 3 - index))
        return QPointF(room.left() + across * room.width(), room.top() + (1 - effect) * room.height())

    def between(self, effect: float) -> float:
        """The height at which the middle of a card of this effect stands."""
        return self.corner(effect, 0.0).y() + self.card.height() / 2

    def place(self, corner: QPointF) -> tuple[float, float]:
        """Effect and feasibility of a card with its corner there: in the column that its middle is in."""
        middle = corner.x() + self.card.width() / 2 - self.area.left()
        index = max(0, min(2, int(middle / self.area.width() * 3))) if self.area.width() else 0
        room = self._room(list(Reach)[index])
        across = _share(corner.x() - room.left(), room.width())
        return 1 - _share(corner.y() - room.top(), room.height()), (index + min(across, NEVER_THE_NEXT)) / 3

    def _room(self, reach: Reach) -> QRectF:
        """Where in a column a card's corner may be."""
        inner = self.column(reach).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width, height = inner.width() - self.card.width(), inner.height() - self.card.height()
        return QRectF(inner.left(), inner.top(), max(0.0, width), max(0.0, height))

    def corners(self, payoffs: Sequence[Payoff]) -> Mapping[str, QPointF]:
        """Where each card is drawn: at its place, or as near to it in its column as it goes without hiding another.

        In the order of the answer a card may lie on those before it; of each its upper edge stays in sight.
        """
        drawn: dict[str, QPointF] = {}
        for reach in Reach:
            ones = sorted((p for p in payoffs if p.reach is reach), key=lambda p: (-p.effect, p.feasibility, p.id))
            drawn |= self._apart(ones, self._room(reach))
        return dict(sorted(drawn.items(), key=lambda item: (item[1].y(), item[1].x(), item[0])))

    def _apart(self, ones: Sequence[Payoff], room: QRectF) -> dict[str, QPointF]:
        height = self.card.height()
        wanted = [self.corner(one.effect, one.feasibility) for one in ones]
        lanes = _lanes(room, self.card)
        for pitch in (height + GAP, *(height * share for share in STRIPS), 2.0):
            in_lanes = [_in_lane(corner, lanes) for corner in wanted]
            drawn = _set_out(wanted, room, self.card, pitch) or _stacked(wanted, room, pitch)
            drawn = drawn or _set_out(in_lanes, room, self.card, pitch)
            if drawn is not None:
                return {one.id: corner for one, corner in zip(ones, drawn, strict=True)}
        return {one.id: corner for one, corner in zip(ones, wanted, strict=True)}


def _stacked(wanted: Sequence[QPointF], room: QRectF, pitch: float) -> list[QPointF] | None:
    """All a `pitch` below the one before it: pushed down first, then up from the lower edge; None for no room."""
    heights: list[float] = []
    for corner in wanted:
        heights.append(max(corner.y(), heights[-1] + pitch if heights else room.top()))
    below = room.bottom() + pitch
    for place in reversed(range(len(heights))):
        below = heights[place] = min(heights[place], below - pitch)
    if heights and heights[0] < room.top() - 0.01:
        return None
    return [QPointF(corner.x(), y) for corner, y in zip(wanted, heights, strict=True)]


def _lanes(room: QRectF, card: QSizeF) -> Sequence[float]:
    """Left edges of as many cards as stand beside each other."""
    most = int(room.width() / (card.width() + GAP)) if card.width() else 0
    return [room.left() + lane * room.width() / max(1, most) for lane in range(most + 1)]


def _in_lane(corner: QPointF, lanes: Sequence[float]) -> QPointF:
    return QPointF(min(lanes, key=lambda x: abs(x - corner.x())), corner.y())


def _set_out(wanted: Sequence[QPointF], room: QRectF, card: QSizeF, pitch: float) -> list[QPointF] | None:
    """Each as near as it goes to where it is wanted, None when there is no room for all."""
    drawn: list[QPointF] = []
    for corner in wanted:
        found = _nearest(corner, drawn, room, card, pitch)
        if found is None:
            return None
        drawn.append(found)
    return drawn


def _share(length: float, whole: float) -> float:
    return max(0.0, min(1.0, length / whole)) if whole else 0.0


def _nearest(wanted: QPointF, taken: Sequence[QPointF], room: QRectF, card: QSizeF, pitch: float) -> QPointF | None:
    """The nearest corner in `room` at which a card is a `pitch` above or below, or beside, all others."""
    beside = card.width() + GAP
    across = {wanted.x(), room.left(), room.right(), *(p.x() + side for p in taken for side in (-beside, beside))}
    best: tuple[float, float, float] | None = None
    for x in sorted((x for x in across if room.left() <= x <= room.right()), key=lambda x: abs(x - wanted.x())):
        away = abs(x - wanted.x())
        if best is not None and away >= best[0]:
            break
        y = _free(wanted.y(), [p.y() for p in taken if abs(p.x() - x) < beside - 0.01], room, pitch)
        if y is not None and (best is None or away + abs(y - wanted.y()) < best[0]):
            best = (away + abs(y - wanted.y()), x, y)
    return None if best is None else QPointF(best[1], best[2])


def _free(wanted: float, taken: Sequence[float], room: QRectF, pitch: float) -> float | None:
    """The nearest height that is at least a `pitch` from all that are taken."""
    edges = (wanted, *(y + side for y in taken for side in (-pitch, pitch)))
    free = (
        y for y in edges if room.top() <= y <= room.bottom() and all(abs(y - other) >= pitch - 0.01 for other in taken)
    )
    return min(free, key=lambda y: (abs(y - wanted), y), default=None)
