"""How a row of a suggestion looks: a tick, the words, and below them, smaller, the reason."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

from models.edits.clusters import MAX_TITLE_CHARS
from models.language import gettext as _
from ui.board.glyphs import draw, line_count, paragraph
from ui.theme import BODY, KEY, KEY_TINT, SECOND_TEXT, SMALL, TEXT, UNIT, WHITE, font

NOTE_ID = int(Qt.ItemDataRole.UserRole)
FOOT = NOTE_ID + 1

_TICK = 20
_MOST_LINES = 2
_STEP, _FOOT_STEP = 21, 19

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws rows of two or three lines; words are never markup."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._note, self._title, self._foot = font(BODY), font(BODY, bold=True), font(SMALL)

    def _font(self, index: Index) -> QFont:
        return self._note if index.data(NOTE_ID) else self._title

    def _room(self, index: Index) -> int:
        """The width of a row's words, px."""
        depth = 2 if index.data(NOTE_ID) else 1
        return self._tree.viewport().width() - depth * self._tree.indentation() - _TICK - 3 * UNIT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = self._room(index)
        lines = _lines(self._font(index), index.data(), room), _lines(self._foot, index.data(FOOT), room)
        return QSize(room, max(44, lines[0] * _STEP + lines[1] * _FOOT_STEP + UNIT + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(KEY_TINT))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(TEXT))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        self._paint_tick(painter, rect, index)
        at = QPointF(rect.x() + _TICK + 2 * UNIT, rect.y() + UNIT - 2)
        room, words = self._room(index), self._font(index)
        painter.setPen(QColor(TEXT))
        draw(painter, at, paragraph(index.data(), words, room, _MOST_LINES, _STEP))
        at.setY(at.y() + _lines(words, index.data(), room) * _STEP + 2)
        painter.setPen(QColor(SECOND_TEXT))
        draw(painter, at, paragraph(index.data(FOOT), self._foot, room, _MOST_LINES, _FOOT_STEP))
        painter.restore()

    def _tick(self, rect: QRect) -> QRect:
        return QRect(rect.x() + UNIT // 2, rect.y() + UNIT, _TICK, _TICK)

    def _paint_tick(self, painter: QPainter, rect: QRect, index: Index) -> None:
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        box = self._tick(rect)
        on = state != Qt.CheckState.Unchecked
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(KEY if on else SECOND_TEXT))
        painter.setBrush(QColor(KEY if on else WHITE))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        painter.setPen(QColor(WHITE))
        painter.setFont(self._title)
        if on:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓" if state == Qt.CheckState.Checked else "–")

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._tick_zone(option.rect).contains(event.position().toPoint())  # type: ignore[attr-defined]
        if event.type() == QEvent.Type.MouseButtonRelease:
            if not self._tick_zone(option.rect).contains(event.position().toPoint()):  # type: ignore[attr-defined]
                return False
            self._toggle(index)
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            self._toggle(index)
            return True
        return False

    def _tick_zone(self, rect: QRect) -> QRect:
        return QRect(rect.x() - 12, rect.y(), _TICK + 24, rect.height())

    def _toggle(self, index: Index) -> None:
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self._tree.model().setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_TITLE_CHARS)
        editor.setAccessibleName(_("Title of the group"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        editor.setGeometry(rect.x() + _TICK + UNIT, rect.y(), rect.width() - _TICK - UNIT, 44)


def _lines(chosen: QFont, text: str, room: int) -> int:
    return min(_MOST_LINES, line_count(text, chosen, room))
