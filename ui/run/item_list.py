"""The agenda as a list: what was planned, how it ran and will run; a click to go there, a menu to leave out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.language import gettext as _
from models.meeting import Meeting, Row
from ui.run.words import actual_words, planned_words, state_words
from ui.theme import BODY, FOCUS, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, SMALL, SUCCESS, TARGET, TEXT, font

ROW_HEIGHT = 52
DOTS = TARGET
"""The width of the place at a row's right that opens its menu, px."""
_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


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
        self._paint_words(painter, row, index.row() + 1, place.adjusted(10, 4, -DOTS, -4))
        dots = QRect(place.right() - DOTS, place.top(), DOTS, place.height())
        _paint(painter, "⋯", dots, font(BODY, bold=True), KEY, Qt.AlignmentFlag.AlignHCenter)
        if state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, place)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: Row, number: int, place: QRect) -> None:
        state = state_words(row)
        bold, small = font(SMALL, bold=True), font(SMALL)
        upper = place.adjusted(0, 0, 0, -place.height() // 2)
        lower = place.adjusted(0, place.height() // 2, 0, 0)
        title = font(BODY, bold=row.current)
        title.setStrikeOut(row.item.skipped)
        colours = {True: KEY, False: SECOND_TEXT if row.item.skipped else SUCCESS}
        _paint_pair(painter, upper, (f"{number}  {row.item.title}", title), (state, bold), (TEXT, colours[row.current]))
        _paint_pair(painter, lower, (planned_words(row), small), (actual_words(row), small), (SECOND_TEXT, TEXT))


def _paint_pair(
    painter: QPainter, place: QRect, left: tuple[str, QFont], right: tuple[str, QFont], colours: tuple[str, str]
) -> None:
    """A text at each side; the right one is whole, the left one shortened where both have no room."""
    beside = QFontMetrics(right[1]).horizontalAdvance(right[0]) + 4 if right[0] else 0
    _paint(painter, left[0], place.adjusted(0, 0, -beside, 0), left[1], colours[0])
    _paint(painter, right[0], place, right[1], colours[1], Qt.AlignmentFlag.AlignRight)


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
    """The items in their order. `chosen(str)` brings the id of the one that was clicked or entered; `skip_asked(str,
    bool)` asks to leave one out, or to take it in again."""

    chosen = Signal(str)
    skip_asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("All items"))
        self.setAccessibleDescription(
            _("Click an item, or press Enter on it, to go there. The menu key offers to leave it out.")
        )
        self.itemClicked.connect(self._click)
        self.itemActivated.connect(self._choose)
        self._on_dots = False
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
        spoken = "  ".join(filter(None, (row.item.title, planned_words(row), actual_words(row), state_words(row))))
        known: Row | None = item.data(_ROW)
        if item.text() != spoken or known is None or known.item != row.item:  # all that is painted is spoken, too
            item.setText(spoken)
            item.setData(_ROW, row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_dots = event.position().x() >= self.viewport().width() - DOTS
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if by_mouse else self.currentItem()
        if item is not None:
            self.open_menu(item)

    def open_menu(self, item: QListWidgetItem) -> QMenu:
        """Offer what can be done with an item, beneath its row."""
        row: Row = item.data(_ROW)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Go there"), lambda: self.chosen.emit(row.item.id)).setEnabled(not row.current)
        if row.item.skipped:
            menu.addAction(_("Take it in again"), lambda: self.skip_asked.emit(row.item.id, False))
        else:
            leave = menu.addAction(_("Leave it out today"), lambda: self.skip_asked.emit(row.item.id, True))
            leave.setEnabled(row.timing is None)
        corner = self.visualItemRect(item).bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.viewport().mapToGlobal(corner))
        return menu

    def _click(self, item: QListWidgetItem) -> None:
        if self._on_dots:
            self.open_menu(item)
        else:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        row: Row = item.data(_ROW)
        self.chosen.emit(row.item.id)
