"""Ticks in lists, large enough to be seen and hit: the same in every preview."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.board.glyphs import draw, single_line
from ui.theme import BODY, KEY, KEY_TINT, SECOND_TEXT, TEXT, UNIT, WHITE, font

TICK = 20
_ROW = 40

Index = QModelIndex | QPersistentModelIndex


def is_ticked(index: Index) -> bool:
    """Whether a row is ticked, as a whole."""
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def paint_tick(painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
    """A box, filled with a tick or, for some of many, a dash."""
    on = state != Qt.CheckState.Unchecked
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(KEY if on else SECOND_TEXT))
    painter.setBrush(QColor(KEY if on else WHITE))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    painter.setPen(QColor(WHITE))
    painter.setFont(font(BODY, bold=True))
    if on:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓" if state == Qt.CheckState.Checked else "–")


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """What shows that a row is selected, and that it has the focus."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(KEY_TINT))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(TEXT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


class TickDelegate(QStyledItemDelegate):
    """Rows of one line; a click anywhere on a row ticks it, F2 or a double click edits it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        rect = option.rect
        tick = QRect(rect.x() + UNIT, rect.y() + (_ROW - TICK) // 2, TICK, TICK)
        paint_tick(painter, tick, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        painter.setPen(QColor(TEXT if is_ticked(index) else SECOND_TEXT))
        glyphs, _width = single_line(index.data(), font(), rect.width() - TICK - 4 * UNIT)
        draw(painter, QPointF(tick.right() + UNIT, rect.y() + (_ROW - BODY) / 2.0), glyphs)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        clicked = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not (pressed and event.type() == QEvent.Type.KeyPress):
            return False
        wanted = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
        return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)
