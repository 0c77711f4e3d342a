"""Bars to scale: a share of the most, and before above after."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.language import gettext as _
from ui.content.wording import hours_told
from ui.theme import GROUND, KEY, SMALL, TEXT, UNIT, font

BEFORE = "#b3b3b3"
AFTER = KEY
FIGURE_ROOM = 96


class ShareBar(QWidget):
    """A share from 0 to 1 of the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Be this long."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole as ground, the share in the key colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), QColor(KEY))
        painter.end()


class BeforeAfter(QWidget):
    """Hours a year now above those afterwards, to the scale of the longest step."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[float, str, str]] = []
        self.setFixedHeight(5 * UNIT)
        self.setMinimumWidth(240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough to compare."""
        return QSize(320, 5 * UNIT)

    def tell(self, before: float, after: float | None, most: float) -> None:
        """Show these hours; `after` None while nobody has thought about it."""
        part = (lambda hours: min(hours / most, 1.0)) if most > 0 else (lambda hours: 0.0)
        self._rows = [(part(before), hours_told(before), BEFORE)]
        if after is not None:
            self._rows.append((part(after), hours_told(after), AFTER))
        then = "" if after is None else _("then {hours}").format(hours=hours_told(after))
        self.setAccessibleName(_("Now {hours}").format(hours=hours_told(before)) + (" " + then if then else ""))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One bar or two, with their hours."""
        painter = QPainter(self)
        painter.setFont(font(SMALL, figures=True))
        height = self.height() / 2
        for place, (part, told, colour) in enumerate(self._rows):
            top = place * height if len(self._rows) > 1 else height / 2
            length = (self.width() - FIGURE_ROOM) * part
            painter.fillRect(QRectF(0, top + 4, length, height - 8), QColor(colour))
            painter.setPen(QColor(TEXT))
            painter.drawText(QRectF(length + UNIT, top, FIGURE_ROOM, height), 0x0080 | 0x0001, told)
        painter.end()
