"""How a row of a suggestion looks: a tick, the words, and below them, smaller, the reason."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

from models.edits.clusters import MAX_TITLE_CHARS
from models.language import gettext as _
from ui.board.glyphs import draw, line_count, paragraph
from ui.board.ticks import TICK, Index, is_ticked, paint_ground, paint_tick
from ui.theme import BODY, SECOND_TEXT, SMALL, TEXT, UNIT, font

NOTE_ID = int(Qt.ItemDataRole.UserRole)
FOOT = NOTE_ID + 1

_MOST_LINES = 2
_STEP, _FOOT_STEP = 21, 19


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
        return self._tree.viewport().width() - depth * self._tree.indentation() - TICK - 3 * UNIT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = self._room(index)
        lines = _lines(self._font(index), index.data(), room), _lines(self._foot, index.data(FOOT), room)
        return QSize(room, max(44, lines[0] * _STEP + lines[1] * _FOOT_STEP + UNIT + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        painter.save()
        paint_ground(painter, option)
        paint_tick(painter, self._tick(rect), Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        at = QPointF(rect.x() + TICK + 2 * UNIT, rect.y() + UNIT - 2)
        room, words = self._room(index), self._font(index)
        painter.setPen(QColor(TEXT))
        draw(painter, at, paragraph(index.data(), words, room, _MOST_LINES, _STEP))
        at.setY(at.y() + _lines(words, index.data(), room) * _STEP + 2)
        painter.setPen(QColor(SECOND_TEXT))
        draw(painter, at, paragraph(index.data(FOOT), self._foot, room, _MOST_LINES, _FOOT_STEP))
        painter.restore()

    def _tick(self, rect: QRect) -> QRect:
        return QRect(rect.x() + UNIT // 2, rect.y() + UNIT, TICK, TICK)

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
        return QRect(rect.x() - 12, rect.y(), TICK + 24, rect.height())

    def _toggle(self, index: Index) -> None:
        wanted = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
        self._tree.model().setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_TITLE_CHARS)
        editor.setAccessibleName(_("Title of the group"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        editor.setGeometry(rect.x() + TICK + UNIT, rect.y(), rect.width() - TICK - UNIT, 44)


def _lines(chosen: QFont, text: str, room: int) -> int:
    return min(_MOST_LINES, line_count(text, chosen, room))
