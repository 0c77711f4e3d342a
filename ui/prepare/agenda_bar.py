"""The agenda as a bar to scale: each item as long as its minutes, the booked end marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.agenda import AgendaItem, AgendaPhase, total_minutes
from models.language import gettext as _
from ui.theme import ERROR, HAIRLINE, KEY, KEY_TINT, SMALL, TEXT, WHITE, font

_WORK = (AgendaPhase.WRITE, AgendaPhase.SHARE, AgendaPhase.GROUP, AgendaPhase.VOTE, AgendaPhase.IDEAS)


class AgendaBar(QWidget):
    """Shows the items and `booked` minutes; what is over the booked time is red, and the words beside it say so."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[AgendaItem] = ()
        self._booked = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(56)
        self.setAccessibleName(_("The agenda to scale"))

    def sizeHint(self) -> QSize:
        return QSize(400, 56)

    def show_items(self, items: Sequence[AgendaItem], booked: int) -> None:
        """Show these items against so many booked minutes."""
        self._items, self._booked = items, booked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL, figures=True))
        scale = (self.width() - 2) / max(total_minutes(self._items), self._booked, 1)
        at = 0
        for item in self._items:
            box = QRectF(1 + at * scale, 4, item.minutes * scale - 2, 34)
            at += item.minutes
            over = at > self._booked
            painter.setPen(QColor(ERROR if over else KEY if item.phase in _WORK else HAIRLINE))
            painter.setBrush(QColor(KEY_TINT if item.phase in _WORK else WHITE))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(TEXT))
            if box.width() >= 18:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(item.minutes))
        end = 1 + self._booked * scale
        painter.setPen(QColor(TEXT))
        painter.drawLine(int(end) - 1, 0, int(end) - 1, 44)
        painter.setFont(font(SMALL))
        words = QRectF(0, 40, end, 16)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, _("{minutes} min booked").format(minutes=self._booked))
