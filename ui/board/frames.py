"""The frame around a group of groups, with its title above them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from models.board import Family
from models.language import gettext as _
from models.layout import FAMILY_HEAD
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import Looks

LEAST_SEEN = 16.0
"""Px on the screen that a title does not fall below, as far as its head has room."""
_SIZES = (22, 28, 36, 45)


class Frame:
    """Shows a `Family` around the islands of its groups."""

    def __init__(self, family: Family, looks: Looks) -> None:
        self.family = family
        self.rect = QRectF()
        self._looks = looks
        self._count = 0
        self._words: tuple[int, Glyphs] | None = None

    def become(self, family: Family, rect: QRectF, count: int) -> None:
        """Show the family as it is now, around `count` groups."""
        if (family, rect.width(), count) != (self.family, self.rect.width(), self._count):
            self._words = None
        self.family, self.rect, self._count = family, rect, count

    def head(self) -> QRectF:
        """The bar with the title, which one drags the frame by."""
        return QRectF(self.rect.x(), self.rect.y(), self.rect.width(), FAMILY_HEAD)

    def title_rect(self) -> QRectF:
        """Where the title stands and is edited."""
        return self.head().adjusted(12.0, 6.0, -12.0, -6.0)

    def words(self) -> str:
        """The title, and how many groups there are."""
        return _("{title} ({count} groups)").format(title=self._looks.title(self.family.title), count=self._count)

    def paint(self, painter: QPainter, zoom: float, *, chosen: bool = False) -> None:
        """Paint the ground and the title."""
        looks = self._looks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(looks.target if chosen else looks.family)
        painter.setBrush(looks.family_fill)
        painter.drawRoundedRect(self.rect, 2.0 * theme.RADIUS, 2.0 * theme.RADIUS)
        size = next((size for size in _SIZES if size * zoom >= LEAST_SEEN), _SIZES[-1])
        if self._words is None or self._words[0] != size:
            font = theme.font(size, bold=True)
            self._words = size, single_line(self.words(), font, self.rect.width() - 40.0)[0]
        painter.setPen(looks.title_pen(self.family.title))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw(painter, self.rect.topLeft() + QPointF(20.0, (FAMILY_HEAD - size) / 2.0), self._words[1])
