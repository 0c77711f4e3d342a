"""The cards that do not stand in the matrix yet: a list of which only what is in sight is laid out."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.language import gettext as _
from models.payoff import Weighed
from ui.decide.matrix.face import paint_card
from ui.decide.matrix.field import CardSize
from ui.decide.matrix.wording import spoken

HEIGHT = 72
GAP = 6
PX = 16

AnyIndex = QModelIndex | QPersistentModelIndex


class Waiting(QAbstractListModel):
    """The cards in the tray, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.ones: list[Weighed] = []

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ones)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.ones[index.row()])
        return None

    def show_all(self, ones: list[Weighed]) -> None:
        """Show these."""
        self.beginResetModel()
        self.ones = ones
        self.endResetModel()

    def row_of(self, card_id: str) -> int | None:
        """The row of a card, None when it is not here."""
        return next((row for row, one in enumerate(self.ones) if one.id == card_id), None)


class _Delegate(QStyledItemDelegate):
    def __init__(self, tray: "Tray") -> None:
        super().__init__(tray)
        self._tray = tray

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        one = self._tray.waiting.ones[index.row()]
        place: Any = option
        chosen = bool(place.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.rect.topLeft())
        painter.setOpacity(0.35 if one.id == self._tray.lifted else 1.0)
        paint_card(painter, one, self._tray.card, ringed=chosen and self._tray.hasFocus(), chosen=chosen)
        painter.restore()


class Tray(QListView):
    """Signals as those of a `Card`; the list itself moves by arrows."""

    grabbed = Signal(str, QPoint, QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    keyed = Signal(str, object)
    focused = Signal(str)
    left = Signal()
    menu = Signal(str, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.waiting = Waiting()
        self.lifted = ""
        self._pressed: tuple[str, QPoint, QPoint] | None = None
        self._held = False
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self.waiting)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { border: none; background: transparent; }")
        self.setAccessibleName(_("Not placed yet"))
        self.setAccessibleDescription(_("Enter takes a card up, arrows move it in the matrix, Enter puts it down."))
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def card(self) -> CardSize:
        """How large a card is here."""
        return CardSize(QSizeF(self.viewport().width() - 2, HEIGHT), PX, 2)

    @property
    def current(self) -> str | None:
        """The card chosen here."""
        row = self.currentIndex().row()
        return self.waiting.ones[row].id if 0 <= row < len(self.waiting.ones) else None

    def show_all(self, ones: list[Weighed]) -> None:
        """Show these, the same one chosen as before or the one that came into its place."""
        if ones == self.waiting.ones:
            return
        chosen, row, scrolled = self.current, self.currentIndex().row(), self.verticalScrollBar().value()
        self.waiting.show_all(ones)
        here = None if chosen is None else self.waiting.row_of(chosen)
        self.choose(here if here is not None else min(max(row, 0), len(ones) - 1))
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, row: int) -> None:
        """Make a row the chosen one."""
        if 0 <= row < len(self.waiting.ones):
            mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.waiting.index(row), mode)

    def corner_of(self, card_id: str) -> QPoint:
        """Where a card is drawn, in the viewport's px."""
        row = self.waiting.row_of(card_id)
        return QPoint() if row is None else self.visualRect(self.waiting.index(row)).topLeft()

    def lift(self, card_id: str) -> None:
        """Which card is in the hand, and only faint here; none for an empty id."""
        self.lifted = card_id
        self.viewport().update()

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if self.hasFocus() and self.current is not None:
            self.focused.emit(self.current)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        here = event.position().toPoint()
        row = self.indexAt(here).row()
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            one = self.waiting.ones[row]
            self._pressed = (one.id, here, here - self.corner_of(one.id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here, where = event.position().toPoint(), event.globalPosition().toPoint()
        if self._held:
            self.dragged.emit(where)
        elif self._pressed is not None:
            card_id, at, grip = self._pressed
            if (here - at).manhattanLength() >= QApplication.startDragDistance():
                self._held = True
                self.grabbed.emit(card_id, grip, where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held, self._pressed = self._held, False, None
        super().mouseReleaseEvent(event)
        if held:
            self.dropped.emit(event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.menu.emit(self.waiting.ones[index.row()].id, event.globalPos())

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.current is not None:
            self.keyed.emit(self.current, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None:
            self.choose(0)
        if self.current is not None:
            self.focused.emit(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
