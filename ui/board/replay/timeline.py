"""The slider over the moments, with its chapters: a line where each begins, and its title below."""

from bisect import bisect_right
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip

from models.language import gettext as _
from ui.theme import FIELD_LINE, FOCUS, HAIRLINE, KEY, SECOND_TEXT, SMALL, TEXT, WHITE, font

MARGIN = 14
HEIGHT, SLIM = 50, 32
"""With titles below the slider, and without, px."""
_GROOVE = 16.0
_TITLES = 30.0
_LEAST_TITLE = 36.0
_LEAST_APART = 3.0
_LEAST_PART = 64.0

Part = tuple[int, int, str]
"""A chapter: its first position, its last one, its title."""


class Timeline(QSlider):
    """Goes to the place that is pressed, and with the mouse as long as the button is held."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._parts: Sequence[Part] = ()
        self._places: list[int] = [0]
        self._edges = [float(MARGIN)]
        self._titled = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Moment"))

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT if self._titled else SLIM)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT if self._titled else SLIM)

    def show_parts(self, parts: Sequence[Part], count: int) -> None:
        """Show so many moments, in these chapters."""
        self._parts = parts
        self.setRange(0, count)
        self._spread()
        self.update()

    def show_titles(self, titled: bool) -> None:
        """Whether the chapters' titles stand below the slider."""
        self._titled = titled
        self.updateGeometry()
        self.update()

    # places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        """Give the chapters their room: by their moments, but up to half of it in equal shares, for a word in each."""
        room = float(self.width() - 2 * MARGIN)
        least = min(_LEAST_PART, room / 2 / max(len(self._parts), 1))
        each = (room - least * len(self._parts)) / max(self.maximum(), 1)
        self._places, self._edges = [0], [float(MARGIN)]
        for first, last, _title in self._parts:
            self._places.append(last)
            self._edges.append(self._edges[-1] + least + (last - first) * each)

    def x_of(self, position: int) -> float:
        """Where a position is, px."""
        return _between(position, self._places, self._edges)

    def _position(self, x: float) -> int:
        return round(_between(x, self._edges, self._places))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._position(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._position(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._position(event.pos().x())
            title = next((title for first, last, title in self._parts if first <= at <= last), "")
            QToolTip.showText(event.globalPos(), f"<qt>{escape(title)}</qt>" if title else "", self)
            return True
        return super().event(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.x_of(self.value())
        self._paint_groove(painter, here)
        last = -_LEAST_APART
        for part in self._parts:
            x = self.x_of(part[0])
            if x - last >= _LEAST_APART:
                self._paint_part(painter, part, x)
                last = x
        self._paint_handle(painter, QPointF(here, _GROOVE))
        painter.end()

    def _paint_groove(self, painter: QPainter, here: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for right, colour in ((self.width() - MARGIN, HAIRLINE), (here, KEY)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(MARGIN, _GROOVE - 3, right - MARGIN, 6), 3, 3)

    def _paint_part(self, painter: QPainter, part: Part, x: float) -> None:
        first, last, title = part
        painter.setPen(QPen(QColor(FIELD_LINE), 2.0))
        painter.drawLine(QPointF(x, _GROOVE - 8), QPointF(x, self.height() - 3.0))
        room = self.x_of(last) - x - 10
        if self._titled and room >= _LEAST_TITLE:
            here = first < self.value() <= last
            chosen = font(SMALL, bold=here)
            painter.setFont(chosen)
            painter.setPen(QColor(TEXT if here else SECOND_TEXT))
            told = QFontMetricsF(chosen).elidedText(title.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
            box = QRectF(x + 6, _TITLES, room + 4, HEIGHT - _TITLES)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(TEXT), 2.0))
            painter.setBrush(QColor(FOCUS))
            painter.drawEllipse(at, 13.0, 13.0)
        painter.setPen(QPen(QColor(KEY), 3.0))
        painter.setBrush(QColor(WHITE))
        painter.drawEllipse(at, 8.0, 8.0)


def _between(at: float, places: Sequence[float], others: Sequence[float]) -> float:
    """What lies among `others` as `at` lies among `places`; both grow, and have as many entries."""
    index = min(max(bisect_right(places, at), 1), len(places) - 1)
    if index < 1:
        return others[0]
    low, high = places[index - 1], places[index]
    share = min(max((at - low) / (high - low), 0.0), 1.0) if high > low else 0.0
    return others[index - 1] + share * (others[index] - others[index - 1])
