"""Relations between groups as arrows: how each kind is drawn along its way, and where its words stand."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import dist, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from models.board import Relation, RelationKind
from models.language import gettext as _
from models.routing import Point, Way, along, length
from ui import theme
from ui.board.glyphs import Glyphs, draw, paragraph
from ui.board.looks import Looks

HEAD = 18.0
"""Length of an arrow's head, board units at 100 %; greater from afar."""
CASING = 4.0
"""Of white at either side of an arrow, which parts it from what it crosses."""
MOST_GROWN = 9.0
NEAR_LINE = 10.0
"""Px within which a click is a click on the arrow."""
REACH = 260.0
"""So far from its way an arrow paints at the most: its head and words from afar."""
WORDS = 360.0
"""Board units that the words on an arrow take at the most."""
LEAST_SEEN, LARGEST = 12.0, 36
"""Px on the screen that words do not fall below while they need no more than so many board units."""
PLANNED = 20
"""The size for which the place of words is looked for: that of a board a little further away than at 100 %."""
_SAMPLES = 24

Free = Callable[[QRectF], bool]
"""Whether words in a rectangle would cover nothing that is to be read."""


def anywhere(_box: QRectF) -> bool:
    """Where there is nothing to cover."""
    return True


KINDS = (RelationKind.LEADS, RelationKind.CAUSE, RelationKind.MUTUAL, RelationKind.CONFLICT)
"""In the order in which they are offered, by the keys 1-4."""


def relation_sign(kind: RelationKind) -> str:
    """The sign of a relation, as it is drawn."""
    signs = {RelationKind.LEADS: "→", RelationKind.CAUSE: "●→", RelationKind.MUTUAL: "⇔", RelationKind.CONFLICT: "><"}
    return signs[kind]


def relation_word(kind: RelationKind) -> str:
    """What a relation says."""
    words = {
        RelationKind.LEADS: _("leads to"),
        RelationKind.CAUSE: _("cause → effect"),
        RelationKind.MUTUAL: _("each bears on the other"),
        RelationKind.CONFLICT: _("is in conflict with"),
    }
    return words[kind]


class Arrow:
    """Shows a `Relation` along a way between what it connects."""

    def __init__(self, relation: Relation, looks: Looks) -> None:
        self.relation = relation
        self.way: Way = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
        self.box = QRectF()
        """Where the words stand at 100 %; empty where none do."""
        self._looks = looks
        self._words: tuple[tuple[str, int], Glyphs] | None = None

    def become(self, relation: Relation, way: Way, free: Free = anywhere) -> None:
        """Show the relation as it is now, along this way, its words where they are `free` to stand."""
        self.relation, self.way, self._words = relation, way, None
        self.box = self._place(free)

    def reach(self) -> QRectF:
        """All that it may paint."""
        begin, drawn, end = (QPointF(*point) for point in self.way)
        box = QPolygonF([begin, (begin + drawn * 2.0 + end) / 4.0, end]).boundingRect()
        wide, high = self.box.width(), self.box.height()  # words are greater from afar
        return box.adjusted(-REACH, -REACH, REACH, REACH) | self.box.adjusted(-wide, -high, wide, high)

    def is_at(self, at: QPointF, zoom: float) -> bool:
        """Whether a point (board units) is on the line or the words, as near as a hand can tell."""
        if not self.reach().contains(at):
            return False
        if self.box.contains(at):
            return True
        points = [along(self.way, step / _SAMPLES) for step in range(_SAMPLES + 1)]
        return any(_away(at, a, b) * zoom <= NEAR_LINE for a, b in pairwise(points))

    # painting

    def paint(self, painter: QPainter, zoom: float, *, chosen: bool = False) -> None:
        """Paint the line, its heads and its words."""
        whole = length(self.way)
        if whole * zoom < 4.0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grown = min(MOST_GROWN, max(1.0, 0.6 / zoom))
        head = min(HEAD * grown, whole / 3.0)
        lines = list(self._lines(head))
        pen = QPen(self._looks.target if chosen else self._looks.arrow)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        width = pen.widthF() * grown
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((QColor(theme.WHITE), width + 2.0 * CASING * grown), (pen.color(), width)):
            pen.setColor(colour)
            pen.setWidthF(wide)
            painter.setPen(pen)
            for line in lines:
                painter.drawPath(line)
        self._paint_ends(painter, pen.color(), head)
        self._paint_words(painter, zoom)

    def _lines(self, head: float) -> Iterator[QPainterPath]:
        """The shafts, which end inside the heads and not at their tips."""
        kind, neck = self.relation.kind, 0.7 * head
        if kind is RelationKind.CONFLICT:
            half = 0.5 - neck / max(length(self.way), 1.0)
            yield _drawn(self.way, 0.0, half)
            yield _drawn(self.way, 1.0 - half, 1.0)
            return
        first = _share(self.way[0], self.way[1], neck) if kind is RelationKind.MUTUAL else 0.0
        yield _drawn(self.way, first, 1.0 - _share(self.way[2], self.way[1], neck))

    def _paint_ends(self, painter: QPainter, colour: QColor, head: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        begin, drawn, end = self.way
        kind = self.relation.kind
        if kind is RelationKind.CONFLICT:
            middle, before, after = (along(self.way, share) for share in (0.5, 0.45, 0.55))
            painter.drawPolygon(_head(before, middle, head))
            painter.drawPolygon(_head(after, middle, head))
            return
        painter.drawPolygon(_head(drawn, end, head))
        if kind is RelationKind.MUTUAL:
            painter.drawPolygon(_head(drawn, begin, head))
        elif kind is RelationKind.CAUSE:
            painter.drawEllipse(QPointF(*along(self.way, _share(begin, drawn, head / 3.0))), head / 3.0, head / 3.0)

    # words

    def words(self) -> str:
        """What is written on it: what kind it is where heads do not tell, and its own words."""
        return "\n".join(filter(None, (self._kind_word(), self.relation.label)))

    def _kind_word(self) -> str:
        kind = self.relation.kind
        if kind is RelationKind.CONFLICT:
            return _("in conflict")
        if kind is not RelationKind.CAUSE:
            return ""
        (x, y), _drawn, (to_x, to_y) = self.way
        if abs(to_x - x) >= abs(to_y - y):
            return _("cause → effect") if to_x >= x else _("effect ← cause")
        return _("cause ↓ effect") if to_y >= y else _("effect ↑ cause")

    def _place(self, free: Free) -> QRectF:
        """Where the words may stand without covering any; those of its kind alone are left out where they may not."""
        words = self.words()
        if not words:
            return QRectF()
        size = _size(_laid_out(words, PLANNED))
        boxes = [_around(at, *size) for at in self._places(*size)]
        box = next(filter(free, boxes), None)
        return box or (boxes[0] if self.relation.label else QRectF())

    def _places(self, width: float, height: float) -> Iterator[QPointF]:
        """Where the middle of the words may be, best first: on the line where that stays seen, else beside it."""
        (x, y), _drawn, (to_x, to_y) = self.way
        whole = max(dist((x, y), (to_x, to_y)), 1.0)
        right, down = (to_x - x) / whole, (to_y - y) / whole
        taken = abs(right) * width + abs(down) * height
        if self.relation.kind is not RelationKind.CONFLICT and taken < 0.6 * whole:
            yield from (QPointF(*along(self.way, share)) for share in (0.5, 0.4, 0.6, 0.3, 0.7))
        aside = (abs(down) * width + abs(right) * height) / 2.0 + HEAD
        for further in (0.0, 24.0, 56.0, 96.0, 144.0):
            for share in (0.5, 0.35, 0.65):
                at = QPointF(*along(self.way, share))
                yield at + QPointF(down, -right) * (aside + further)
                yield at - QPointF(down, -right) * (aside + further)

    def _paint_words(self, painter: QPainter, zoom: float) -> None:
        px = max(theme.BODY, round(LEAST_SEEN / zoom))
        if self.box.isEmpty() or px > LARGEST:
            return
        words = self.words()
        if self._words is None or self._words[0] != (words, px):
            self._words = (words, px), _laid_out(words, px)
        glyphs = self._words[1]
        middle = QPointF(*along(self.way, 0.5))
        box = _grown(self.box, middle, *_size(glyphs))
        painter.setPen(self._looks.leader)
        if not box.adjusted(-HEAD, -HEAD, HEAD, HEAD).contains(middle):
            painter.drawLine(middle, _nearest(box, middle))
        painter.setBrush(self._looks.island_fill)
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setPen(self._looks.text)
        draw(painter, box.topLeft() + QPointF(8.0, 4.0), glyphs)


def _laid_out(words: str, px: int) -> Glyphs:
    return paragraph(words, theme.font(px, bold=True), WORDS, 3, px * 1.3)


def _size(glyphs: Glyphs) -> tuple[float, float]:
    """Width and height of a box around words."""
    box = QRectF()
    for run in glyphs:
        box |= run.boundingRect()
    return box.right() + 16.0, box.bottom() + 8.0


def _nearest(box: QRectF, to: QPointF) -> QPointF:
    """The point of a box that is nearest to another."""
    return QPointF(min(max(to.x(), box.left()), box.right()), min(max(to.y(), box.top()), box.bottom()))


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2.0, middle.y() - height / 2.0, width, height)


def _grown(planned: QRectF, arrow: QPointF, width: float, height: float) -> QRectF:
    """A place for words of another size than planned: beside the arrow they grow away from it."""
    box = _around(planned.center(), width, height)
    if planned.left() > arrow.x():
        box.moveLeft(planned.left())
    elif planned.right() < arrow.x():
        box.moveRight(planned.right())
    elif planned.top() > arrow.y():
        box.moveTop(planned.top())
    elif planned.bottom() < arrow.y():
        box.moveBottom(planned.bottom())
    return box


def _away(at: QPointF, a: Point, b: Point) -> float:
    """How far a point is from the straight line from a to b."""
    across, down = b[0] - a[0], b[1] - a[1]
    square = across * across + down * down
    share = ((at.x() - a[0]) * across + (at.y() - a[1]) * down) / square if square else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(at.x() - a[0] - share * across, at.y() - a[1] - share * down)


def _share(end: Point, drawn: Point, far: float) -> float:
    """What share of a way lies within so many units of one of its ends."""
    return min(0.4, far / max(2.0 * dist(end, drawn), 1.0))


def _drawn(way: Way, first: float, last: float) -> QPainterPath:
    """The part of a way between two shares of it."""
    begin, end = along(way, first), along(way, last)
    middle = along(way, (first + last) / 2.0)
    path = QPainterPath(QPointF(*begin))
    path.quadTo(QPointF(*middle) * 2.0 - (QPointF(*begin) + QPointF(*end)) / 2.0, QPointF(*end))
    return path


def _head(back: Point, tip: Point, size: float) -> QPolygonF:
    """A filled head at `tip`, coming from `back`."""
    whole = max(dist(back, tip), 1e-6)
    ahead = QPointF(tip[0] - back[0], tip[1] - back[1]) / whole * size
    aside = QPointF(-ahead.y(), ahead.x()) * 0.45
    end = QPointF(*tip)
    return QPolygonF([end, end - ahead + aside, end - ahead - aside])
