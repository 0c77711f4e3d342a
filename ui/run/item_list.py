"""The agenda as a list: what was planned, how it ran, and a click to go there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.language import gettext as _
from models.meeting import Meeting, Row
from ui.run.words import actual_words, planned_words
from ui.theme import BODY, FOCUS, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, SMALL, SUCCESS, TEXT, font

ROW_HEIGHT = 52
_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


def _state(row: Row) -> str:
    if row.current:
        return _("here")
    return _("done") if row.ended else ""


class _RowPainter(QStyledItemDelegate):
    """Paints a row: number, title, times; never as markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if row.current or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(KEY_TINT))
        if row.current:
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), QColor(KEY))
        painter.setPen(QColor(HAIRLINE))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        self._paint_words(painter, row, index.row() + 1, place.adjusted(12, 4, -12, -4))
        if state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, place)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: Row, number: int, place: QRect) -> None:
        state = _state(row)
        small = font(SMALL)
        beside = QFontMetrics(font(SMALL, bold=True)).horizontalAdvance(state) + 8 if state else 0
        upper = place.adjusted(0, 0, -beside, -place.height() // 2)
        lower = place.adjusted(0, place.height() // 2, 0, 0)
        _paint(painter, f"{number}  {row.item.title}", upper, font(BODY, bold=row.current), TEXT)
        mark = place.adjusted(0, 0, 0, -place.height() // 2)
        _paint(
            painter, state, mark, font(SMALL, bold=True), KEY if row.current else SUCCESS, Qt.AlignmentFlag.AlignRight
        )
        _paint(painter, planned_words(row), lower, small, SECOND_TEXT)
        _paint(painter, actual_words(row), lower, small, TEXT, Qt.AlignmentFlag.AlignRight)


def _paint(
    painter: QPainter,
    text: str,
    place: QRect,
    chosen: QFont,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(chosen)
    painter.setPen(QColor(colour))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_focus(painter: QPainter, place: QRect) -> None:
    """A black ring around a yellow one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(TEXT), 4))
    painter.drawRect(place.adjusted(2, 2, -2, -2))
    painter.setPen(QPen(QColor(FOCUS), 2))
    painter.drawRect(place.adjusted(4, 4, -4, -4))


class ItemList(QListWidget):
    """The items in their order; `chosen(str)` brings the id of the one that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("All items"))
        self.setAccessibleDescription(_("Click an item, or press Enter on it, to go there."))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self._rows: tuple[Row, ...] = ()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the items as they stand; the current one is brought into view when it became so."""
        moved = [row.current for row in meeting.rows] != [row.current for row in self._rows]
        self._rows = meeting.rows
        while self.count() > len(meeting.rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(meeting.rows):
            self.addItem(QListWidgetItem())
        for index, row in enumerate(meeting.rows):
            self._show_row(self.item(index), row)
        if moved and meeting.index is not None:
            self.setCurrentRow(meeting.index)
            self.scrollToItem(self.item(meeting.index))

    def _show_row(self, item: QListWidgetItem, row: Row) -> None:
        spoken = "  ".join(filter(None, (row.item.title, planned_words(row), actual_words(row), _state(row))))
        if item.text() != spoken:  # all that is painted is spoken, too
            item.setText(spoken)
            item.setData(_ROW, row)

    def _choose(self, item: QListWidgetItem) -> None:
        row: Row = item.data(_ROW)
        self.chosen.emit(row.item.id)
