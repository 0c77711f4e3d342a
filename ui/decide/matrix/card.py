"""One card in the matrix: seen, focused, said by screen readers, and grabbed with the mouse."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from models.payoff import Weighed
from ui.decide.matrix.face import paint_card
from ui.decide.matrix.field import CardSize
from ui.decide.matrix.wording import spoken, title_of

LIFTED = 0.35
"""How much is seen of a card that is in the hand."""


class Card(QAbstractButton):
    """`grabbed(id, where in the card, where on the screen)` when the mouse takes it along, then `dragged` and
    `dropped` with where on the screen; `keyed(id, QKeyEvent)` for each key, `focused(id)`, and `menu(id, where)`."""

    grabbed = Signal(str, QPoint, QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    keyed = Signal(str, object)
    focused = Signal(str)
    left = Signal()
    menu = Signal(str, QPoint)

    def __init__(self, one: Weighed, size: CardSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.one = one
        self._size = size
        self._pressed_at: QPoint | None = None
        self._held = False
        self._lifted = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_one(one, size)

    def show_one(self, one: Weighed, size: CardSize) -> None:
        """Show what is newly known of it, at a size."""
        self.one, self._size = one, size
        self.setText(title_of(one).replace("&", "&&"))
        self.setAccessibleName(spoken(one))
        self.resize(size.size.toSize())
        self.update()

    def lift(self, lifted: bool) -> None:
        """Whether it is in the hand, and only faint here."""
        self._lifted = lifted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(LIFTED if self._lifted else 1.0)
        paint_card(painter, self.one, self._size, ringed=self.hasFocus())
        painter.end()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here, where = event.position().toPoint(), event.globalPosition().toPoint()
        if self._held:
            self.dragged.emit(where)
        elif self._pressed_at is not None and _is_drag(here - self._pressed_at):
            self._held = True
            self.grabbed.emit(self.one.id, self._pressed_at, where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held, self._pressed_at = self._held, False, None
        if held:
            self.dropped.emit(event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.emit(self.one.id, event.globalPos())

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(self.one.id, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.focused.emit(self.one.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _is_drag(moved: QPoint) -> bool:
    return moved.manhattanLength() >= QApplication.startDragDistance()
