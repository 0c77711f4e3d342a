"""Counting by strokes: a big row for each candidate, every press one stroke of 正 more.

A row shows its strokes only while it is the one being counted, or while the counter has uncovered all: a projector
shows nothing by accident.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.language import gettext as _
from ui.decide.tally_row import DIGITS, NARROW, WIDE, WIDE_FROM, Seen, Tallied, buttons_of, paint_row
from ui.theme import UNIT

_CANDIDATE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ADD = (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE = (Qt.Key.Key_Backspace, Qt.Key.Key_Minus, Qt.Key.Key_Delete)


class _RowPainter(QStyledItemDelegate):
    """Has each row painted as it is looked at."""

    def __init__(self, tally: "TallyList") -> None:
        super().__init__(tally)
        self._tally = tally

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._tally.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        seen = Seen(
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            uncovered=self._tally.shows(index.row()),
        )
        painter.save()
        paint_row(painter, option.rect, index.row(), index.data(_CANDIDATE), seen)
        painter.restore()


class TallyList(QListWidget):
    """The candidates, as high as all of them. `stroked(id, by)` asks for one dot more (1) or less (-1)."""

    stroked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Tallied, ...] = ()
        self._uncovered = False
        self.setItemDelegate(_RowPainter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Count by strokes"))
        self.setAccessibleDescription(
            _("↑↓ choose a row, Space adds one, Backspace takes one back, 1 to 0 add to a row.")
        )
        self.currentRowChanged.connect(self._bring_into_view)

    @property
    def row_height(self) -> int:
        """A row is low where its strokes have room beside the title."""
        return WIDE if self.viewport().width() >= WIDE_FROM else NARROW

    def shows(self, row: int) -> bool:
        """Whether the strokes of a row are seen."""
        return self._uncovered or (self.hasFocus() and row == self.currentRow())

    def uncover(self, uncovered: bool) -> None:
        """Show the strokes of every row, or of the one being counted only."""
        self._uncovered = uncovered
        self._speak()
        self.viewport().update()

    def show_rows(self, rows: Sequence[Tallied]) -> None:
        """Show the candidates and what was counted; the chosen row stays the chosen one."""
        chosen = self.chosen()
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        self.addItems([""] * (len(rows) - self.count()))
        for place, row in enumerate(rows):
            if place >= len(self._rows) or self._rows[place] != row:
                self.item(place).setData(_CANDIDATE, row)
        self._rows = tuple(rows)
        places = {row.id: place for place, row in enumerate(rows)}
        if rows and self.currentRow() != (place := places.get(chosen, max(0, self.currentRow()))):
            self.setCurrentRow(min(place, len(rows) - 1))
        self._speak()
        self._fit()

    def chosen(self) -> str:
        """The id of the row that Space counts for, empty while there is none."""
        return self._rows[self.currentRow()].id if 0 <= self.currentRow() < len(self._rows) else ""

    # pressing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, ＋ and a digit add a stroke, Backspace and − take one; a key that is held down counts once."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        row = DIGITS.find(event.text()) if event.text() else -1
        if plain and (key in _ADD or key in _TAKE or row >= 0):
            if not event.isAutoRepeat():
                self._press(self.currentRow() if row < 0 else row, -1 if key in _TAKE else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere in a row adds a stroke; one on its − takes one back."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._press(index.row(), -1 if self._on_minus(index.row(), at) else 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two fast presses are two strokes."""
        self.mousePressEvent(event)

    def _on_minus(self, row: int, at: QPoint) -> bool:
        return buttons_of(self.visualItemRect(self.item(row)))[0].contains(at)

    def _press(self, row: int, by: int) -> None:
        if 0 <= row < len(self._rows):
            self.setCurrentRow(row)
            self.stroked.emit(self._rows[row].id, by)

    # looks

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody counts: the chosen row is uncovered."""
        super().focusInEvent(event)
        self._speak()
        self.viewport().update()
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # nothing moves under the mouse
            QTimer.singleShot(0, self, lambda: self._bring_into_view(self.currentRow()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody counts: everything is covered."""
        super().focusOutEvent(event)
        self._speak()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are low or high after the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.row_height * len(self._rows) + 2 * self.frameWidth()
        if height != self.height():
            self.scheduleDelayedItemsLayout()
            self.setFixedHeight(height)

    def _speak(self) -> None:
        """What is read aloud of a row is what is seen of it."""
        for place, row in enumerate(self._rows):
            spoken = _spoken(row, seen=self.shows(place))
            if self.item(place).data(Qt.ItemDataRole.AccessibleTextRole) != spoken:
                self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _bring_into_view(self, row: int) -> None:
        self._speak()
        area = _area_around(self)
        content = None if area is None else area.widget()
        if area is not None and content is not None and row >= 0:
            self.doItemsLayout()
            place = self.visualItemRect(self.item(row))
            middle = self.viewport().mapTo(content, place.center())
            area.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + UNIT)


def _spoken(row: Tallied, *, seen: bool) -> str:
    if not row.dots:
        return row.title
    told = _("Dots: {count}").format(count=f"{row.dots:,}") if seen else _("counted, covered")
    return _("{title}, {told}").format(title=row.title, told=told)


def _area_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
