"""The map in the corner of the board: everything in small, and what part of it is in sight. A click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from models.language import gettext as _
from ui.theme import FIELD_LINE, GROUND, KEY, UNIT

if TYPE_CHECKING:
    from ui.board.view import BoardView

SIZE = QSize(208, 120)
ROOMY = QSize(760, 420)
"""A board of at least this size, px, has room for the map."""
_MARGIN = 3.0


class Minimap(QWidget):
    """Lies over the lower right corner of `view`, while not everything is in sight."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Map of the board: press where you want to go"))
        self.setAccessibleName(_("Map of the board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.painted.connect(self._follow)
        view.drawn_ahead.connect(self._follow)
        self._picture = QPixmap()
        self._drawn: object = None
        self._shown: object = None
        self.hide()

    def _content(self) -> QRectF:
        return self._view.board.content()

    def _follow(self) -> None:
        """The board was painted: be there or not, and show what is in sight now."""
        view, content = self._view, self._content()
        sight = view.mapToScene(view.viewport().rect()).boundingRect()
        room = view.viewport().size()
        roomy = room.width() >= ROOMY.width() and room.height() >= ROOMY.height()
        wanted = roomy and not content.isEmpty() and not sight.contains(content)
        if wanted != self.isVisible():
            self.setVisible(wanted)
        self.move(room.width() - self.width() - UNIT, room.height() - self.height() - UNIT)
        if wanted and (drawn := (content, view.tiles.whole_state)) != self._drawn:
            self._drawn, self._picture = drawn, self._painted()
        if wanted and (shown := (sight, self._drawn)) != self._shown:
            self._shown = shown
            self.update()

    def _zoom(self) -> float:
        content = self._content()
        across = (self.width() - 2 * _MARGIN) / max(content.width(), 1.0)
        return min(across, (self.height() - 2 * _MARGIN) / max(content.height(), 1.0))

    def _shift(self) -> QPointF:
        """From the board's px at the map's zoom to the map's own: everything in the middle."""
        content, zoom = self._content(), self._zoom()
        return QPointF(self.width() / 2.0, self.height() / 2.0) - content.center() * zoom

    def _painted(self) -> QPixmap:
        """Everything in small, as far as it is painted."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(QColor(GROUND))
        painter = QPainter(picture)
        painter.translate(self._shift())
        self._view.tiles.show_whole(painter, self._zoom())
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        zoom, shift = self._zoom(), self._shift()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(FIELD_LINE), 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        sight = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        seen = QRectF(sight.topLeft() * zoom + shift, sight.size() * zoom) & QRectF(self.rect()).adjusted(1, 1, -2, -2)
        painter.setPen(QPen(QColor(KEY), 2.0))
        painter.drawRect(seen)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, event: QMouseEvent) -> None:
        self._view.centerOn((event.position() - self._shift()) / self._zoom())
