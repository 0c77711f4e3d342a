"""Two lines that say where one is: what happened at this moment, and in small what is not shown."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import LEAD, SECOND_TEXT, SMALL, TEXT, UNIT, WHITE, font

_FIRST, _SECOND = 26, 22


class Told(QWidget):
    """Of one height whatever it says, so that the board above stays where it is; what is too long ends in …"""

    def __init__(self) -> None:
        super().__init__()
        self._title = self._deed = self._clock = self._beside = ""
        self._past = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, _FIRST + _SECOND)

    @property
    def text(self) -> str:
        """All that is said."""
        return "\n".join(part for part in (self._title, self._deed, self._clock, self._beside) if part)

    def tell(self, title: str, deed: str = "", clock: str = "", beside: str = "") -> None:
        """Say where one is: the item first, what was done, the clock, and below what else there is to know."""
        self._title, self._deed, self._clock, self._beside = title, deed, clock, beside
        self.setAccessibleName(self.text)
        self.setToolTip(f"<qt>{escape(self.text).replace(chr(10), '<br>')}</qt>")
        self.update()

    def lie_on_dark(self, past: str) -> None:
        """Stand in the banner, and say `past` where there is nothing else to know; on white for an empty one."""
        self._past = past
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bold = font(LEAD, bold=True)
        first, second = (WHITE, WHITE) if self._past else (TEXT, SECOND_TEXT)
        clock = QFontMetrics(font(SMALL, figures=True)).horizontalAdvance(self._clock)
        room = self.width() - clock - 2 * UNIT
        x = self._line(painter, 0, 0, room if not self._deed else room * 2 // 3, self._title, bold, first)
        x = self._line(painter, x + 2 * UNIT, 0, room - x - 2 * UNIT, self._deed, font(), first)
        self._line(painter, x + 2 * UNIT, 0, clock + 4, self._clock, font(SMALL, figures=True), second)
        self._line(painter, 0, _FIRST, self.width(), self._beside or self._past, font(SMALL), second)
        painter.end()

    def _line(self, painter: QPainter, x: int, y: int, room: int, text: str, chosen: QFont, colour: str) -> int:
        """Paint words in one line. Returns where they end, px."""
        metrics = QFontMetrics(chosen)
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setFont(chosen)
        painter.setPen(QColor(colour))
        painter.drawText(x, y, room + 4, _SECOND + 4, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return x + metrics.horizontalAdvance(shown)
