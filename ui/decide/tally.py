"""Counting by strokes: a big row for each candidate, every press one stroke of 正 more.

A row shows its strokes only while it is the one being counted, or while the counter has uncovered all: a projector
shows nothing by accident.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.language import gettext as _
from ui.decide.dots import COVER
from ui.decide.strokes import paint_tally
from ui.projector.pieces import wrapped
from ui.theme import BODY, FOCUS, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, TARGET, TEXT, UNIT, WHITE, font

DIGITS = "1234567890"
"""The keys of the first ten rows."""
NARROW, WIDE, WIDE_FROM = 104, 72, 600
"""Heights of a row that has its strokes below its title or beside it, and the width from which it has both, px."""
BADGE = 28
_CANDIDATE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ADD = (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE = (Qt.Key.Key_Backspace, Qt.Key.Key_Minus, Qt.Key.Key_Delete)


@dataclass(frozen=True, slots=True)
class Tallied:
    """A row: the id and the words of a candidate, and the dots counted for it so far."""

    id: str
    title: str
    dots: int


class _RowPainter(QStyledItemDelegate):
    """Paints a row: its key, its title, its strokes, − and ＋; never as markup."""

    def __init__(self, tally: "TallyList") -> None:
        super().__init__(tally)
        self._tally = tally

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._tally.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Tallied = index.data(_CANDIDATE)
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect
        painter.save()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(KEY_TINT))
        painter.setPen(QColor(HAIRLINE))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        _paint_key(painter, place, index.row())
        title, strokes = _rooms(place)
        _paint_title(painter, row.title, title)
        _paint_count(painter, strokes, row.dots, seen=self._tally.shows(index.row()))
        for sign, box in zip("−＋", buttons_of(place), strict=True):
            _paint_button(painter, sign, box)
        if focused:
            _paint_focus(painter, place)
        painter.restore()


def buttons_of(place: QRect) -> tuple[QRect, QRect]:
    """Where − and ＋ stand in a row."""
    top = place.top() + (place.height() - TARGET) // 2 if place.height() < NARROW else place.top() + UNIT
    more = QRect(place.right() - UNIT - TARGET, top, TARGET, TARGET)
    return more.translated(-TARGET - UNIT // 2, 0), more


def _rooms(place: QRect) -> tuple[QRect, QRect]:
    """Where the title and the strokes of a row stand."""
    left = place.left() + UNIT + BADGE + UNIT
    right = buttons_of(place)[0].left() - UNIT
    if place.height() < NARROW:
        middle = left + (right - left) // 2
        return QRect(left, place.top(), middle - left - UNIT, place.height()), QRect(
            middle, place.top() + 6, right - middle, place.height() - 12
        )
    upper = QRect(left, place.top() + 4, right - left, 52)
    return upper, QRect(left, upper.bottom() + 4, place.right() - 2 * UNIT - left, place.bottom() - upper.bottom() - 10)


def _paint_key(painter: QPainter, place: QRect, row: int) -> None:
    """The digit that counts for this row, as a key of the keyboard."""
    if row >= len(DIGITS):
        return
    top = place.top() + (place.height() - BADGE) // 2 if place.height() < NARROW else place.top() + 16
    box = QRect(place.left() + UNIT, top, BADGE, BADGE)
    painter.setPen(QPen(QColor(SECOND_TEXT), 1))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font(BODY, bold=True, figures=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, DIGITS[row])


def _paint_title(painter: QPainter, title: str, place: QRect) -> None:
    painter.setFont(font(BODY, bold=True))
    painter.setPen(QColor(TEXT))
    lines = wrapped(title.replace("\n", " "), BODY, place.width(), 2, True)
    pitch = 24
    top = place.top() + (place.height() - pitch * len(lines)) // 2
    for number, line in enumerate(lines):
        row = QRect(place.left(), top + number * pitch, place.width(), pitch)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


def _paint_count(painter: QPainter, place: QRect, dots: int, *, seen: bool) -> None:
    """The strokes and their number, or a sign that something was counted."""
    if not dots:
        return
    middle = Qt.AlignmentFlag.AlignVCenter
    if not seen:
        painter.setFont(font(BODY))
        painter.setPen(QColor(SECOND_TEXT))
        painter.drawText(place, middle, COVER)
        return
    figures = place.adjusted(place.width() - 52, 0, 0, 0)
    painter.setFont(font(20, bold=True, figures=True))
    painter.setPen(QColor(KEY))
    painter.drawText(figures, middle | Qt.AlignmentFlag.AlignRight, f"{dots:,}")
    paint_tally(painter, QRectF(place.adjusted(0, 0, -60, 0)), dots)


def _paint_button(painter: QPainter, sign: str, box: QRect) -> None:
    painter.setPen(QPen(QColor(KEY), 1))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(box, UNIT, UNIT)
    painter.setFont(font(20, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _paint_focus(painter: QPainter, place: QRect) -> None:
    """A black ring around a yellow one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(TEXT), 4))
    painter.drawRect(place.adjusted(2, 2, -2, -2))
    painter.setPen(QPen(QColor(FOCUS), 2))
    painter.drawRect(place.adjusted(4, 4, -4, -4))


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
