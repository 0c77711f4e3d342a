"""「大きく ── 細かく」: how coarse the groups are, on a slider that is drawn large enough to be hit."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QWidget

from models.language import gettext as _
from ui.parts import label
from ui.theme import FIELD_LINE, FOCUS, KEY, SECOND_TEXT, TARGET, TEXT, UNIT, WHITE

_RADIUS = 11.0
_OWN = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class GrainSlider(QAbstractSlider):
    """Steps from coarse to fine; a small mark shows the proposed one, where it begins."""

    def __init__(self) -> None:
        super().__init__()
        self._best = 0
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Coarser or finer groups"))

    def sizeHint(self) -> QSize:
        return QSize(160, TARGET)

    def offer(self, count: int, best: int) -> None:
        """`count` steps, from `best`; nothing is told of it."""
        self.blockSignals(True)
        self._best = best
        self.setRange(0, max(0, count - 1))
        self.setPageStep(max(1, count // 8))
        self.setValue(best)
        self.blockSignals(False)
        self.setEnabled(count > 1)
        self.update()

    def tell(self, words: str) -> None:
        """What is at this step, for who does not see it."""
        self.setAccessibleDescription(words)

    def _x(self, value: int) -> float:
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return _RADIUS + 2.0 + share * (self.width() - 2.0 * (_RADIUS + 2.0))

    def _go_to(self, x: float) -> None:
        span = self.width() - 2.0 * (_RADIUS + 2.0)
        share = min(1.0, max(0.0, (x - _RADIUS - 2.0) / max(1.0, span)))
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN and not _has_modifiers(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, at = self.height() / 2.0, self._x(self.sliderPosition())
        on = self.isEnabled()
        painter.setPen(QPen(QColor(FIELD_LINE), 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(self.minimum()), y), QPointF(self._x(self.maximum()), y))
        if on:
            best = self._x(self._best)
            painter.setPen(QPen(QColor(SECOND_TEXT), 2.0))
            painter.drawLine(QPointF(best, y + 8.0), QPointF(best, y + 15.0))
        if self.hasFocus():
            painter.setPen(QPen(QColor(TEXT), 2.0))
            painter.setBrush(QColor(FOCUS))
            painter.drawEllipse(QRectF(at - _RADIUS - 4, y - _RADIUS - 4, 2 * _RADIUS + 8, 2 * _RADIUS + 8))
        painter.setPen(QPen(QColor(WHITE), 2.0))
        painter.setBrush(QColor(KEY if on else FIELD_LINE))
        painter.drawEllipse(QPointF(at, y), _RADIUS, _RADIUS)


def _has_modifiers(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


class GrainRow(QWidget):
    """The slider between its words; `moved(step)` when a person goes to another step."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.slider = GrainSlider()
        self.slider.valueChanged.connect(self.moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, UNIT, 0)
        row.setSpacing(UNIT)
        row.addWidget(label(_("coarse")))
        row.addWidget(self.slider, 1)
        row.addWidget(label(_("fine")))
