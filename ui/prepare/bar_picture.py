"""How the bar is drawn: blocks to scale, waits hatched, lanes of group work, and the moments that bound the meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from models.agenda import TeamStep
from models.language import gettext as _
from ui.prepare.kinds import look_of
from ui.prepare.plan import Block, Plan
from ui.theme import ERROR, ERROR_TINT, FOCUS, HAIRLINE, KEY, SECOND_TEXT, SMALL, TEXT, WHITE, font

MARKS, BLOCK, LANE, AXIS = 18, 48, 8, 26
"""Heights in px of the strip of marks, the blocks, one lane of group work and the line of times."""
SIDE, GAP = 6.0, 2.0
RADIUS = 4.0
LEAST_FOR_NUMBER, LEAST_FOR_TITLE = 16.0, 52.0
TICKS = (5, 10, 15, 30, 60, 120, 240)
TICK_ROOM = 64.0


@dataclass(frozen=True)
class Geometry:
    """Where the things of a plan lie in a bar of `width` px."""

    plan: Plan
    width: float

    @property
    def scale(self) -> float:
        """Pixels to a minute."""
        return (self.width - 2 * SIDE) / self.plan.span

    @property
    def height(self) -> int:
        """The height the whole bar needs."""
        return MARKS + BLOCK + self.plan.lanes * LANE + AXIS

    def x(self, at: float) -> float:
        """Where a place on the line lies."""
        return SIDE + at * self.scale

    def box(self, block: Block) -> QRectF:
        """The rectangle of a block; one without minutes is still to be seen."""
        wide = max(block.item.timebox * self.scale - GAP, 3.0)
        return QRectF(self.x(block.at) + GAP / 2, MARKS, wide, BLOCK)


@dataclass(frozen=True)
class _Moment:
    at: datetime
    text: str
    colour: str
    bold: bool = False


def paint_bar(painter: QPainter, geometry: Geometry, selected: str | None, focused: bool) -> None:
    """Draw the whole bar; the selected block has a strong edge, and the focus ring while the bar has the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_over(painter, geometry)
    for block in geometry.plan.blocks:
        _paint_wait(painter, geometry, block)
        _paint_block(painter, geometry, block)
        _paint_lanes(painter, geometry, block)
    chosen = geometry.plan.index(selected) if selected else None
    if chosen is not None:
        _paint_edge(painter, geometry.box(geometry.plan.blocks[chosen]), focused)
    for block in geometry.plan.blocks:
        _paint_marks(painter, geometry.box(block), block)
    _paint_axis(painter, geometry)


def _paint_over(painter: QPainter, geometry: Geometry) -> None:
    plan = geometry.plan
    if plan.over > 0:
        left = geometry.x(plan.place(plan.booked_end))
        painter.fillRect(
            QRectF(left, MARKS - 4, geometry.x(plan.place(plan.end)) - left, BLOCK + 8), QColor(ERROR_TINT)
        )


def _paint_block(painter: QPainter, geometry: Geometry, block: Block) -> None:
    look, box = look_of(block.item.phase), geometry.box(block)
    late = block.end > geometry.plan.booked_end
    pen = QPen(QColor(ERROR if late else look.line), 1.5 if late or block.item.optional else 1.0)
    if block.item.optional:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(WHITE if block.item.skipped else look.fill))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if block.item.is_buffer:
        _hatch(painter, box)
    _paint_words(painter, box, block)


def _hatch(painter: QPainter, box: QRectF) -> None:
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.setClipPath(clip)
    painter.setPen(QPen(QColor(HAIRLINE), 1.0))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 7
    painter.restore()


def _paint_words(painter: QPainter, box: QRectF, block: Block) -> None:
    if box.width() < LEAST_FOR_NUMBER:
        return
    painter.setPen(QColor(TEXT))
    painter.setFont(font(SMALL, figures=True))
    if box.width() < LEAST_FOR_TITLE:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(block.number))
        return
    middle = box.center().y()
    told = f"{block.number}  {_('{minutes} min').format(minutes=block.item.timebox)}"
    if QFontMetricsF(painter.font()).horizontalAdvance(told) > box.width() - 6:
        told = str(block.number)
    _paint_line(painter, QRectF(box.left(), middle, box.width(), BLOCK / 2 - 3), told, box, block.item.is_buffer)
    painter.setFont(font(SMALL))
    title = QFontMetricsF(painter.font()).elidedText(block.item.title, Qt.TextElideMode.ElideRight, box.width() - 8)
    _paint_line(
        painter, QRectF(box.left(), box.top() + 3, box.width(), BLOCK / 2 - 3), title, box, block.item.is_buffer
    )


def _paint_line(painter: QPainter, where: QRectF, text: str, box: QRectF, grounded: bool) -> None:
    """A line of words; on hatching it stands on white, so that it can be read."""
    if grounded:
        wide = min(QFontMetricsF(painter.font()).horizontalAdvance(text) + 6, box.width() - 4)
        painter.fillRect(
            QRectF(where.center().x() - wide / 2, where.top() + 1, wide, where.height() - 2), QColor(WHITE)
        )
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)


def _paint_wait(painter: QPainter, geometry: Geometry, block: Block) -> None:
    if not block.wait:
        return
    left = geometry.x(block.at - block.shown_wait)
    gap = QRectF(left + GAP, MARKS + 12, block.shown_wait * geometry.scale - 2 * GAP, BLOCK - 24)
    painter.setPen(QPen(QColor(SECOND_TEXT), 1.0, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(gap, RADIUS, RADIUS)
    painter.setFont(font(SMALL))
    for told in (_("wait {minutes} min").format(minutes=block.wait), str(block.wait)):
        if QFontMetricsF(painter.font()).horizontalAdvance(told) < gap.width() - 4:
            painter.setPen(QColor(SECOND_TEXT))
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, told)
            return


def _paint_lanes(painter: QPainter, geometry: Geometry, block: Block) -> None:
    for row, (_team, steps) in enumerate(block.lanes):
        at = block.at
        for step in steps:
            _paint_step(painter, geometry, block, step, at, MARKS + BLOCK + 2 + row * LANE)
            at += step.minutes


def _paint_step(painter: QPainter, geometry: Geometry, block: Block, step: TeamStep, at: float, y: float) -> None:
    end = min(at + step.minutes, geometry.plan.span)
    over = at + step.minutes > block.at + block.item.timebox
    box = QRectF(geometry.x(at) + 1, y, max((end - at) * geometry.scale - 2, 1.0), LANE - 3)
    painter.fillRect(box, QColor(ERROR if over else KEY))


def _paint_edge(painter: QPainter, box: QRectF, focused: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if focused:
        for colour, wide in ((TEXT, 6.0), (FOCUS, 3.0)):
            painter.setPen(QPen(QColor(colour), wide))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        return
    painter.setPen(QPen(QColor(KEY), 3.0))
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def _paint_marks(painter: QPainter, box: QRectF, block: Block) -> None:
    """A lock over the start that is locked, a shield over what is protected; red where a lock cannot be kept."""
    at = box.left() + 1
    if block.item.starts_at is not None:
        _lock(painter, at, 2, ERROR if block.late else TEXT)
        at += 16
    if block.item.protected:
        at = max(at, box.center().x() - 6) if block.item.starts_at is None else at
        _shield(painter, at, 2, TEXT)


def _lock(painter: QPainter, x: float, y: float, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.drawArc(QRectF(x + 2.5, y, 7, 9), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(x, y + 5, 12, 8), 1.5, 1.5)


def _shield(painter: QPainter, x: float, y: float, colour: str) -> None:
    path = QPainterPath(QPointF(x + 6, y))
    path.lineTo(x + 12, y + 2)
    path.cubicTo(x + 12, y + 8, x + 9, y + 11, x + 6, y + 13)
    path.cubicTo(x + 3, y + 11, x, y + 8, x, y + 2)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(path)


# times


def _paint_axis(painter: QPainter, geometry: Geometry) -> None:
    top = MARKS + BLOCK + geometry.plan.lanes * LANE + 3
    taken: list[QRectF] = []
    for moment in _moments(geometry):
        at = geometry.x(geometry.plan.place(moment.at))
        box = _label_box(geometry, moment, at, top + 5)
        if any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            continue
        taken.append(box)
        painter.setPen(QPen(QColor(moment.colour), 2.0 if moment.bold else 1.0))
        painter.drawLine(QPointF(at, top), QPointF(at, top + 5))
        painter.setFont(font(SMALL, bold=moment.bold, figures=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, moment.text)
        if moment.bold:
            _paint_flag(painter, at, moment.colour, top)


def _paint_flag(painter: QPainter, at: float, colour: str, foot: float) -> None:
    """A moment that binds: a line above and below the blocks, which leaves their words alone."""
    painter.drawLine(QPointF(at, 2), QPointF(at, MARKS - 2))
    painter.drawLine(QPointF(at, MARKS + BLOCK + 2), QPointF(at, foot))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon([QPointF(at - 5, 2), QPointF(at + 5, 2), QPointF(at, 9)])


def _label_box(geometry: Geometry, moment: _Moment, at: float, top: float) -> QRectF:
    wide = QFontMetricsF(font(SMALL, bold=moment.bold, figures=True)).horizontalAdvance(moment.text) + 2
    left = min(max(at - wide / 2, 0.0), geometry.width - wide)
    return QRectF(left, top, wide, 18)


def _moments(geometry: Geometry) -> Iterator[_Moment]:
    """The times to be told, the most telling first: what has no room beside them is left out."""
    plan = geometry.plan
    yield _Moment(plan.booked_end, _("booked until {end}").format(end=f"{plan.booked_end:%H:%M}"), TEXT, bold=True)
    if plan.room_end is not None and plan.room_end != plan.booked_end and plan.room_end <= _last(plan):
        yield _Moment(plan.room_end, _("room until {end}").format(end=f"{plan.room_end:%H:%M}"), ERROR, bold=True)
    if plan.blocks and plan.end != plan.booked_end:
        yield _Moment(plan.end, f"{plan.end:%H:%M}", ERROR if plan.over > 0 else SECOND_TEXT)
    yield _Moment(plan.starts, f"{plan.starts:%H:%M}", SECOND_TEXT)
    for moment in ticks(plan.starts, _last(plan), geometry.scale):
        yield _Moment(moment, f"{moment:%H:%M}", SECOND_TEXT)


def _last(plan: Plan) -> datetime:
    return max(plan.end, plan.booked_end)


def ticks(starts: datetime, end: datetime, scale: float, steps: Sequence[int] = TICKS) -> Iterator[datetime]:
    """Round times of day between two moments, so far apart that each can be read at `scale` px a minute."""
    step = next((step for step in steps if step * scale >= TICK_ROOM), steps[-1])
    minutes = (starts.hour * 60 + starts.minute) // step * step
    moment = starts.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=minutes + step)
    while moment < end:
        yield moment
        moment += timedelta(minutes=step)
