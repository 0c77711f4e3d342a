"""The steps of a process as a chain of boxes, as wide as their hours a year: now, and below to the same scale, then."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.formats import ProcessStep
from models.language import gettext as _
from ui.content.wording import hours_told, tame
from ui.theme import BODY, FIELD_LINE, KEY, KEY_TINT, SMALL, TEXT, UNIT, WHITE, font

NAME_ROOM = 88
HOURS_ROOM = 104
BOX_HEIGHT = 44
TIP = 8
"""How far a box points to the next, px."""

NOW_FILL, THEN_FILL, SAME_FILL = "#d9d9d9", KEY, KEY_TINT


@dataclass(frozen=True, slots=True)
class Box:
    """One step in the chain: its number (from 1), its name, its hours; `thought` says that a tool was thought about."""

    number: int
    name: str
    hours: float
    thought: bool = True


def boxes(steps: Sequence[ProcessStep]) -> tuple[list[Box], list[Box]]:
    """The chain now, and then, where steps that fall away are left out."""
    now = [Box(number, step.what, tame(step.hours)) for number, step in enumerate(steps, 1)]
    then = [
        Box(number, step.what, tame(step.hours_after), step.minutes_after is not None)
        for number, step in enumerate(steps, 1)
        if step.minutes_after != 0
    ]
    return now, then


def widths(hours: Sequence[float], whole: float, room: float, least: float = 4.0) -> list[float]:
    """How wide boxes of these hours are where `whole` hours fill `room` px; none narrower than `least`.

    With no hours known at all the boxes share the room alike. The sum is never more than `room`.
    """
    if not hours:
        return []
    least = min(least, room / len(hours))
    if whole <= 0:
        return [min(room / len(hours), 160.0)] * len(hours)
    free = max(0.0, room - least * len(hours))
    return [least + free * min(one / whole, 1.0) for one in hours]


class Chain(QWidget):
    """The chain, painted. What it shows is read aloud as one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._now: list[Box] = []
        self._then: list[Box] = []
        self.setFixedHeight(2 * BOX_HEIGHT + 3 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as may be."""
        return QSize(600, self.height())

    def tell(self, steps: Sequence[ProcessStep]) -> None:
        """Show these steps."""
        self._now, self._then = boxes(steps)
        told = _("The chain of {count} steps: now {before} a year, then {after}")
        before, after = (hours_told(_sum(row)) for row in (self._now, self._then))
        self.setAccessibleName(told.format(count=len(self._now), before=before, after=after))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two rows to one scale, their hours at the end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max(_sum(self._now), _sum(self._then))
        rows = ((_("Now"), self._now, NOW_FILL, TEXT), (_("After review"), self._then, THEN_FILL, WHITE))
        for place, (name, row, fill, ink) in enumerate(rows):
            top = UNIT + place * (BOX_HEIGHT + UNIT)
            self._paint_row(painter, top, name, row, whole, fill, ink)
        painter.end()

    def _paint_row(
        self, painter: QPainter, top: float, name: str, row: list[Box], whole: float, fill: str, ink: str
    ) -> None:
        painter.setPen(QColor(TEXT))
        painter.setFont(font(BODY, bold=True))
        painter.drawText(QRectF(0, top, NAME_ROOM, BOX_HEIGHT), Qt.AlignmentFlag.AlignVCenter, name)
        room = self.width() - NAME_ROOM - HOURS_ROOM
        x = float(NAME_ROOM)
        for box, width in zip(row, widths([box.hours for box in row], whole, room), strict=True):
            _paint_box(
                painter, QRectF(x, top, width, BOX_HEIGHT), box, (fill, ink) if box.thought else (SAME_FILL, TEXT)
            )
            x += width
        painter.setPen(QColor(TEXT))
        painter.setFont(font(BODY, bold=True))
        end = QRectF(x + 2 * UNIT, top, HOURS_ROOM, BOX_HEIGHT)
        painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hours_told(_sum(row)))


def _paint_box(painter: QPainter, place: QRectF, box: Box, colours: tuple[str, str]) -> None:
    """A box that points to the next; what has no hours yet is only outlined, and named where there is room."""
    fill, ink = colours if box.hours > 0 else (WHITE, TEXT)
    tip = min(float(TIP), place.width() / 2)
    left, right, top, bottom = place.left(), place.right() - 1, place.top(), place.bottom()
    middle = place.center().y()
    edges = [(left, top), (right, top), (right, bottom), (left, bottom)]
    if place.width() >= 2 * TIP:
        edges = [(left, top), (right - tip, top), (right, middle), (right - tip, bottom), (left, bottom)]
        edges.append((left + tip, middle))
    pen = QPen(QColor(WHITE if box.hours > 0 else FIELD_LINE), 1)
    if not box.hours:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in edges]))
    _paint_words(painter, place.adjusted(tip + 4, 0, -tip - 2, 0), box, ink)


def _paint_words(painter: QPainter, place: QRectF, box: Box, ink: str) -> None:
    chosen = font(SMALL)
    metrics = QFontMetrics(chosen)
    painter.setFont(chosen)
    painter.setPen(QColor(ink))
    number = f"{box.number}"
    if metrics.horizontalAdvance(number) > place.width():
        return
    words = number
    if place.width() >= 4 * SMALL:
        whole = f"{number} {box.name}".replace("\n", " ")[:200]
        words = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _sum(row: list[Box]) -> float:
    return tame(sum(box.hours for box in row))
