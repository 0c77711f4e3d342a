"""Pictures of time: the agenda to scale with the present position, and how far the meeting is from its plan."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from models.language import gettext as _
from models.meeting import Meeting, Row, Stage
from ui.run.words import allotted, drift_words, judged
from ui.theme import ERROR, FIELD_LINE, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, SMALL, SUCCESS, TEXT, WHITE, font

DONE = "#d9e0ee"
GAP = 2.0
SLIT = 10.0
"""The width of an item that is left out, px."""
POINTER = 8.0
WIDEST_DRIFT = 15 * 60.0
"""Seconds at which the drift bar is full."""


def _share_run(row: Row, meeting: Meeting) -> float:
    """How much of a row's timebox is behind the room, 0..1."""
    if row.current:
        return max(0.0, min(1.0, 1 - meeting.left / meeting.allowed)) if meeting.allowed else 1.0
    index = len(meeting.rows) if meeting.stage is Stage.ENDED else (meeting.index or 0)
    return 1.0 if row in meeting.rows[:index] else 0.0


class AgendaBar(QWidget):
    """All items side by side, as wide as they are long, a pointer where the room is, what is left out hatched."""

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
        self.setFixedHeight(52)

    def show_meeting(self, meeting: Meeting) -> None:
        """Paint the agenda as it stands."""
        self._meeting = meeting
        place = "" if meeting.index is None else str(meeting.index + 1)
        self.setAccessibleName(
            _("The agenda to scale: item {number} of {count}").format(number=place or "–", count=len(meeting.rows))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._meeting is None or not self._meeting.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = list(self._places(self._meeting))
        for row, place in places:
            self._paint_row(painter, row, place, _share_run(row, self._meeting))
        for row, place in places:
            if row.current:
                self._paint_pointer(painter, place.left() + place.width() * _share_run(row, self._meeting))
        for row, place in places:
            self._paint_words(painter, row, place.adjusted(4, 0, -4, 0))

    def _places(self, meeting: Meeting) -> Iterator[tuple[Row, QRectF]]:
        minutes = [allotted(row) for row in meeting.rows]
        slits = SLIT * minutes.count(0)
        room = max(0.0, self.width() - POINTER - GAP * (len(minutes) - 1) - slits)
        left = POINTER / 2
        for row, of_it in zip(meeting.rows, minutes, strict=True):
            width = room * of_it / sum(minutes) if of_it else SLIT
            yield row, QRectF(left, POINTER + 2, width, self.height() - POINTER - 4)
            left += width + GAP

    def _paint_row(self, painter: QPainter, row: Row, place: QRectF, share: float) -> None:
        painter.setPen(QPen(QColor(KEY if row.current else HAIRLINE), 2 if row.current else 1))
        painter.setBrush(QColor(WHITE))
        painter.drawRoundedRect(place, 4, 4)
        if row.item.skipped:
            painter.fillRect(place, QBrush(QColor(FIELD_LINE), Qt.BrushStyle.BDiagPattern))
            return
        run = place.adjusted(1, 1, -1, -1)
        run.setWidth(run.width() * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#b8cdf8" if row.current else DONE))
        painter.drawRoundedRect(run, 3, 3)

    def _paint_words(self, painter: QPainter, row: Row, place: QRectF) -> None:
        if row.item.skipped or place.width() < SMALL / 2:
            return
        chosen = font(SMALL, bold=row.current)
        metrics = QFontMetricsF(chosen)
        minutes = _("{minutes} min").format(minutes=allotted(row))
        title = metrics.elidedText(row.item.title, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(chosen)
        painter.setPen(QColor(TEXT))
        if len(title) >= 3 or title == row.item.title:
            half = place.height() / 2
            painter.drawText(place.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignCenter, title)
            place = place.adjusted(0, half, 0, 0)
        short = minutes if metrics.horizontalAdvance(minutes) <= place.width() else str(allotted(row))
        painter.setPen(QColor(TEXT if row.current else SECOND_TEXT))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short)

    def _paint_pointer(self, painter: QPainter, x: float) -> None:
        painter.setPen(QPen(QColor(KEY), 2))
        painter.drawLine(QPointF(x, POINTER), QPointF(x, self.height() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TEXT))
        half = POINTER / 2 + 1
        painter.drawPolygon(QPolygonF([QPointF(x - half, 0), QPointF(x + half, 0), QPointF(x, POINTER + 2)]))


class DriftBar(QWidget):
    """Ahead to the left, behind to the right, the plan in the middle; full at a quarter of an hour."""

    def __init__(self) -> None:
        super().__init__()
        self._behind = 0.0
        self.setFixedHeight(16)
        self.setMinimumWidth(120)

    def show_meeting(self, meeting: Meeting) -> None:
        """Paint how far the meeting is from its plan."""
        self._behind = judged(meeting)
        self.setAccessibleName(drift_words(self._behind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(KEY_TINT))
        painter.drawRoundedRect(QRectF(0, 4, self.width(), 8), 4, 4)
        middle = self.width() / 2
        reach = middle * max(-1.0, min(1.0, self._behind / WIDEST_DRIFT))
        painter.setBrush(QColor(ERROR if self._behind > 0 else SUCCESS))
        painter.drawRect(QRectF(min(middle, middle + reach), 4, abs(reach), 8))
        painter.setBrush(QColor(FIELD_LINE))
        painter.drawRect(QRectF(middle - 1, 0, 2, 16))
