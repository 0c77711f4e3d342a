"""Relations between groups as arrows: where they begin and end, and how each kind is drawn."""

from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from models.board import Relation, RelationKind
from models.language import gettext as _
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import Looks

LEAST_SEEN = 12.0
"""Px on the screen that an arrow's word does not fall below; where it would be longer than the arrow it is left out."""
HEAD = 16.0
"""Length of an arrow's head, board units at 100 %; greater from afar."""
NEAR_LINE = 10.0
"""Px within which a click is a click on the arrow."""


def relation_word(kind: RelationKind) -> str:
    """What a relation says."""
    words = {
        RelationKind.LEADS: _("leads to"),
        RelationKind.MUTUAL: _("each bears on the other"),
        RelationKind.CAUSE: _("is the cause of"),
        RelationKind.CONFLICT: _("is in conflict with"),
    }
    return words[kind]


def between(source: QRectF, target: QRectF) -> QLineF:
    """The straight line from the edge of one box to the edge of the other, along that between their middles."""
    whole = QLineF(source.center(), target.center())
    return QLineF(_edge(source, whole.p2()), _edge(target, whole.p1()))


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    """Where the line from the middle of a box to a point leaves the box; the middle, if it never does."""
    middle = box.center()
    across, down = towards.x() - middle.x(), towards.y() - middle.y()
    shares = [box.width() / 2.0 / abs(across)] if across else []
    shares += [box.height() / 2.0 / abs(down)] if down else []
    share = min([1.0, *shares])
    return QPointF(middle.x() + across * share, middle.y() + down * share)


class Arrow:
    """Shows a `Relation` between the boxes of what it connects."""

    def __init__(self, relation: Relation, looks: Looks) -> None:
        self.relation = relation
        self.line = QLineF()
        self._looks = looks
        self._words: tuple[tuple[str, int], Glyphs, float] | None = None

    def become(self, relation: Relation, line: QLineF) -> None:
        """Show the relation as it is now, along this line."""
        self.relation, self.line = relation, line

    def words(self) -> str:
        """What is written on it: its own word, or that of a cause."""
        cause = _("cause") if self.relation.kind is RelationKind.CAUSE else ""
        return self.relation.label or cause

    def reach(self) -> QRectF:
        """All that it may paint at 100 %."""
        box = QRectF(self.line.p1(), self.line.p2()).normalized()
        return box.adjusted(-120.0, -60.0, 120.0, 60.0)

    def is_at(self, at: QPointF, zoom: float) -> bool:
        """Whether a point (board units) is on the line, as near as a hand can tell."""
        length = self.line.length()
        if not length:
            return False
        offset, along = at - self.line.p1(), self.line.p2() - self.line.p1()
        share = min(1.0, max(0.0, QPointF.dotProduct(offset, along) / length**2))
        nearest = self.line.p1() + along * share
        return hypot(at.x() - nearest.x(), at.y() - nearest.y()) * zoom <= NEAR_LINE

    def paint(self, painter: QPainter, zoom: float, *, chosen: bool = False) -> None:
        """Paint the line, its heads and its word."""
        if self.line.length() * zoom < 4.0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._looks.target if chosen else self._looks.arrow
        grown = max(1.0, 0.6 / zoom)
        pen = type(pen)(pen)
        pen.setWidthF(pen.widthF() * grown)
        if self.relation.kind is RelationKind.CONFLICT:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(self.line)
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        self._paint_ends(painter, HEAD * grown)
        self._paint_words(painter, zoom)

    def _paint_ends(self, painter: QPainter, head: float) -> None:
        back = QLineF(self.line.p2(), self.line.p1())
        painter.setBrush(painter.pen().color())
        if self.relation.kind is RelationKind.CONFLICT:
            self._paint_cross(painter, head)
            return
        painter.drawPolygon(_head(self.line, head))
        if self.relation.kind is RelationKind.MUTUAL:
            painter.drawPolygon(_head(back, head))

    def _paint_cross(self, painter: QPainter, head: float) -> None:
        """Two bars across the middle: what is in conflict does not come together."""
        for share in (0.47, 0.53):
            at = self.line.pointAt(share)
            bar = QLineF(self.line)
            bar.translate(at - bar.p1())
            bar = bar.normalVector()
            bar.setLength(head)
            painter.drawLine(bar)
            bar.setAngle(bar.angle() + 180.0)
            painter.drawLine(bar)

    def _paint_words(self, painter: QPainter, zoom: float) -> None:
        words = self.words()
        px = max(theme.BODY, round(LEAST_SEEN / zoom))
        if not words or self.line.length() < 3 * px:
            return
        if self._words is None or self._words[0] != (words, px):
            glyphs, width = single_line(words, theme.font(px, bold=True), max(self.line.length(), 160.0))
            self._words = (words, px), glyphs, width
        _key, glyphs, width = self._words
        middle = self.line.pointAt(0.5)
        box = QRectF(middle.x() - width / 2.0, middle.y() - px * 0.65, width, px * 1.3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.island_fill)
        painter.drawRoundedRect(box.adjusted(-px * 0.4, -px * 0.1, px * 0.4, px * 0.1), px * 0.3, px * 0.3)
        painter.setPen(self._looks.text)
        draw(painter, box.topLeft() + QPointF(0.0, px * 0.12), glyphs)


def _head(line: QLineF, length: float) -> QPolygonF:
    """A filled head at the end of a line."""
    unit = line.unitVector()
    along = QPointF(unit.dx(), unit.dy()) * length
    aside = QPointF(-along.y(), along.x()) * 0.5
    tip = line.p2()
    return QPolygonF([tip, tip - along + aside, tip - along - aside])
