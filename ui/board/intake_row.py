"""How a line that is about to become a note is drawn: its tick, its kind, its words, and what it repeats."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.board.intake_list import DOUBLE, KIND
from ui.board.ticks import TICK, TickDelegate, is_ticked, paint_ground, paint_tick
from ui.theme import NOTE_FILL, NOTE_LINE, NOTE_MARK, SECOND_TEXT, SMALL, TEXT, UNIT, WARNING_TEXT, font

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class IntakeDelegate(TickDelegate):
    """A row of one line; ticked and edited as in every preview."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        rect = option.rect
        tick = QRect(rect.x() + UNIT, rect.y() + (rect.height() - TICK) // 2, TICK, TICK)
        paint_tick(painter, tick, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        room = rect.adjusted(2 * UNIT + TICK, 0, -UNIT, 0)
        room = _paint_double(painter, room, str(index.data(DOUBLE)))
        room = _paint_kind(painter, room, index)
        _write(painter, room, str(index.data()), TEXT if is_ticked(index) else SECOND_TEXT)
        painter.restore()


def _paint_double(painter: QPainter, room: QRect, said: str) -> QRect:
    """What is said of a line, at its end. Returns the room that is left."""
    if not said:
        return room
    painter.setFont(font(SMALL))
    width = QFontMetrics(painter.font()).horizontalAdvance(said)
    painter.setPen(QColor(WARNING_TEXT))
    painter.drawText(room.adjusted(room.width() - width, 0, 0, 0), _MIDDLE, said)
    return room.adjusted(0, 0, -width - 2 * UNIT, 0)


def _paint_kind(painter: QPainter, room: QRect, index: Index) -> QRect:
    """The colour and the mark of a line's own kind. Returns the room that is left."""
    kind = index.data(KIND)
    if kind is None:
        return room
    box = QRectF(room.x(), room.y() + (room.height() - TICK) / 2, TICK, TICK)
    painter.setPen(QColor(NOTE_LINE[kind]))
    painter.setBrush(QColor(NOTE_FILL[kind]))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(TEXT))
    painter.setFont(font(SMALL))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, NOTE_MARK[kind])
    return room.adjusted(TICK + UNIT, 0, 0, 0)


def _write(painter: QPainter, room: QRect, text: str, colour: str) -> None:
    painter.setFont(font())
    painter.setPen(QColor(colour))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, shown)
