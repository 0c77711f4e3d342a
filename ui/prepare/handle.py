"""The number of a row, which is also its handle: the mouse takes it to another place."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from models.agenda import AgendaPhase
from models.language import gettext as _
from ui.prepare.kinds import look_of
from ui.theme import DISABLED_TEXT, SMALL, TARGET, TEXT, font


class Handle(QWidget):
    """`dragged(int)` carries the height on the screen while the mouse is down; then `dropped` or `cancelled`."""

    pressed = Signal()
    dragged = Signal(int)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number, self._phase = 0, AgendaPhase.OTHER
        self._from: int | None = None
        self._moving = False
        self.setFixedSize(TARGET, TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that Escape reaches it
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to another place"))

    def show_number(self, number: int, phase: AgendaPhase) -> None:
        """Show the number in the colour of the item's kind."""
        self._number, self._phase = number, phase
        self.setAccessibleName(_("No. {number}").format(number=number))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DISABLED_TEXT))
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(QRectF(2 + column * 5, 15.5 + row * 5, 2.6, 2.6))
        look = look_of(self._phase)
        badge = QRectF(14.5, 8.5, 28, 27)
        painter.setPen(QColor(look.line))
        painter.setBrush(QColor(look.fill))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(QColor(TEXT))
        painter.setFont(font(SMALL, figures=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = round(event.globalPosition().y())
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take it along."""
        at = round(event.globalPosition().y())
        if self._from is None or (not self._moving and abs(at - self._from) < QApplication.startDragDistance()):
            return
        if not self._moving:
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._let_go():
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape and self._let_go():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> bool:
        moved, self._moving, self._from = self._moving, False, None
        if moved:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        return moved
