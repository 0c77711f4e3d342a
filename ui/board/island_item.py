"""The island around a group's notes, with its title above them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from models.board import Cluster
from models.language import gettext as _
from models.layout import ISLAND_HEAD, ISLAND_PADDING
from ui import theme
from ui.board.glyphs import Glyphs, draw, single_line
from ui.board.looks import PAPER, Looks

ISLAND_LAYER = 0.0
LEAST_SEEN = 13.0
"""Px on the screen that a title does not fall below, as far as its head has room."""


def island_around(corners: list[QPointF]) -> QRectF:
    """The island of notes whose top left corners these are, its head included."""
    left, right = min(at.x() for at in corners), max(at.x() for at in corners)
    top, bottom = min(at.y() for at in corners), max(at.y() for at in corners)
    rect = QRectF(left, top, right - left + PAPER.width(), bottom - top + PAPER.height())
    pad = ISLAND_PADDING
    return rect.adjusted(-pad, -pad - ISLAND_HEAD, pad, pad)


def _head_shape(head: QRectF) -> QPainterPath:
    """A bar that is rounded at its upper corners only."""
    across = 2.0 * theme.RADIUS
    shape = QPainterPath(head.bottomLeft())
    shape.arcTo(head.x(), head.y(), across, across, 180.0, -90.0)
    shape.arcTo(head.right() - across, head.y(), across, across, 90.0, -90.0)
    shape.lineTo(head.bottomRight())
    shape.closeSubpath()
    return shape


class IslandItem(QGraphicsItem):
    """Shows a `Cluster` around its members; `dots` is None while the vote is open or there was none."""

    def __init__(self, cluster: Cluster, looks: Looks) -> None:
        super().__init__()
        self.cluster = cluster
        self.rect = QRectF()
        self._head_shape = QPainterPath()
        self._looks = looks
        self._count = 0
        self._dots: int | None = None
        self._target = False
        self._title: tuple[Glyphs, float] | None = None
        self._tail: tuple[Glyphs, float] = ((), 0.0)
        self._size = 0
        self.setZValue(ISLAND_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def become(self, cluster: Cluster, count: int, dots: int | None) -> None:
        """Show the group as it is now."""
        self.cluster, self._count, self._dots = cluster, count, dots
        self._title = None
        self.update()

    def set_rect(self, rect: QRectF) -> None:
        """Lie around the members, wherever they are now (scene coordinates)."""
        if rect != self.rect:
            self.prepareGeometryChange()
            if rect.width() != self.rect.width():
                self._title = None
            self.rect = rect
            self._head_shape = _head_shape(self.head())

    def set_target(self, on: bool) -> None:
        """Show that what is dragged would join this group."""
        self._target = on
        self.update()

    def head(self) -> QRectF:
        """The bar with the title, which one drags the island by."""
        return QRectF(self.rect.x(), self.rect.y(), self.rect.width(), ISLAND_HEAD)

    def title_rect(self) -> QRectF:
        """The part of the head where the title stands and is edited."""
        return self.head().adjusted(8.0, 4.0, -self._tail[1] - 24.0, -4.0)

    def tail_words(self) -> str:
        """The count of notes, and the dots once the vote is closed."""
        notes = _("{count} notes").format(count=self._count)
        if self._dots is None:
            return notes
        dots = _("Dots: {count}").format(count=self._dots)
        return _("{dots}, {notes}").format(dots=dots, notes=notes)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-3.0, -3.0, 3.0, 3.0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        looks = self._looks
        painter.setPen(looks.target if self._target else looks.island)
        painter.setBrush(looks.target_fill if self._target else looks.island_fill)
        painter.drawRoundedRect(self.rect, theme.RADIUS, theme.RADIUS)
        painter.setBrush(looks.head_fill)
        painter.drawPath(self._head_shape)
        size = self._seen_size()
        if self._title is None or size != self._size:
            self._lay_out(size)
        assert self._title is not None
        drop = (ISLAND_HEAD - size) / 2.0
        painter.setPen(looks.text if self.cluster.title else looks.key)
        draw(painter, QPointF(self.rect.x() + 16.0, self.rect.y() + drop), self._title[0])
        painter.setPen(looks.second)
        right = self.rect.right() - 16.0 - self._tail[1]
        draw(painter, QPointF(right, self.rect.y() + (ISLAND_HEAD - self._tail_size()) / 2.0), self._tail[0])

    def _seen_size(self) -> int:
        """The title's size, px of the board: greater from afar."""
        wanted = max(theme.LEAD, LEAST_SEEN / self._looks.zoom)
        return next((size for size in (18, 22, 28, 36) if size >= wanted), 40)

    def _tail_size(self) -> int:
        return max(theme.SMALL + 2, self._size * 3 // 4)

    def _lay_out(self, size: int) -> None:
        self._size = size
        room = self.rect.width() - 32.0
        self._tail = single_line(self.tail_words(), theme.font(self._tail_size()), room / 2.0)
        title = self.cluster.title or _("Give it a title")
        self._title = single_line(title, theme.font(size, bold=True), room - self._tail[1] - 12.0)
