"""The items of the agenda below each other: edited in place, unfolded one at a time, dragged by their numbers."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from models.agenda import AgendaItem
from models.edits import agenda
from models.edits.change import Edit
from models.language import gettext as _
from ui.form import Form
from ui.live_document import LiveDocument
from ui.prepare.agenda_row import ROW_STYLE, AgendaRow
from ui.prepare.item_fields import edit_of
from ui.prepare.plan import Plan
from ui.theme import KEY, WHITE

NEAR_EDGE = 24


class AgendaTable(QScrollArea):
    """`chosen(id)` says that a person came to an item, `reordered` that there is another order to go through."""

    chosen = Signal(str)
    reordered = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.rows: dict[str, AgendaRow] = {}
        self._chained: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setObjectName("items")
        self._inside.setStyleSheet(f"QWidget#items {{ background: {WHITE}; border-radius: 8px; }} {ROW_STYLE}")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._drop = QFrame(self._inside)
        self._drop.setStyleSheet(f"background: {KEY};")
        self._drop.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def add_foot(self, foot: QWidget) -> None:
        """Put a widget below the rows."""
        self._column.addWidget(foot)

    def show_plan(self, plan: Plan) -> None:
        """Make, drop and order rows as the plan has them, and have each show its item."""
        wanted = {block.item.id for block in plan.blocks}
        for item_id in [item_id for item_id in self.rows if item_id not in wanted]:
            gone = self.rows.pop(item_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, block in enumerate(plan.blocks):
            if block.item.id not in self.rows:
                self.rows[block.item.id] = self._row(block.item)
            row = self.rows[block.item.id]
            if self._column.indexOf(row) != index:
                self._column.insertWidget(index, row)
            row.show_block(block)
        self._chain(plan)

    def _chain(self, plan: Plan) -> None:
        """Tab goes through the rows and their details as they stand."""
        order: list[object] = [(block.item.id, block.lanes) for block in plan.blocks]
        if order != self._chained:
            self._chained = order
            self.reordered.emit()

    def choose(self, item_id: str | None) -> None:
        """Show an item as the selected one."""
        for row in self.rows.values():
            row.choose(row.item_id == item_id)
        entered = QApplication.focusWidget()
        if entered is None or not self.isAncestorOf(entered):  # the keyboard's own way keeps its place in sight
            self._bring(item_id)

    def open(self, item_id: str | None) -> None:
        """Unfold one item's detail and fold the others; None folds all."""
        for row in self.rows.values():
            row.open(row.item_id == item_id)
        self.reordered.emit()
        self._bring(item_id)

    def _bring(self, item_id: str | None) -> None:
        """Have the row seen, once the layout knows where it is; its head first where it is taller than the view."""
        if item_id in self.rows:
            QTimer.singleShot(0, self, lambda: self._see(item_id))

    def _see(self, item_id: str) -> None:
        row = self.rows.get(item_id)
        if row is None:
            return
        bar, top, bottom = self.verticalScrollBar(), row.y(), row.y() + row.height()
        if bottom > bar.value() + self.viewport().height():
            bar.setValue(min(top, bottom - self.viewport().height()))
        if top < bar.value():
            bar.setValue(top)

    # what rows ask for

    def _row(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(self._live, item)
        row.settled.connect(partial(self._save, item.id))
        row.pressed.connect(lambda: self.chosen.emit(item.id))
        row.handle.pressed.connect(row.pressed)
        row.moved.connect(partial(self._move, item.id))
        row.deleted.connect(partial(self._delete, item.id))
        row.doubled.connect(partial(self._double, item.id))
        row.toggled.connect(lambda on: self._toggled(item.id, on))
        row.handle.dragged.connect(partial(self._dragged, row))
        row.handle.dropped.connect(partial(self._dropped, row))
        row.handle.cancelled.connect(self._drop.hide)
        return row

    def _toggled(self, item_id: str, on: bool) -> None:
        self.chosen.emit(item_id)
        self.open(item_id if on else None)

    def _save(self, item_id: str, form: Form, continuing: bool) -> None:
        if item_id not in self._live.workshop.agenda:
            return
        edit = edit_of(self._live.workshop, item_id, form.values())
        if not edit.changes or self._live.apply(edit, continuing=continuing):
            form.saved()

    def _move(self, item_id: str, by: int) -> None:
        items = [item.id for item in self._live.workshop.agenda_items()]
        index = items.index(item_id) + by
        self.chosen.emit(item_id)
        if 0 <= index < len(items):
            self._live.apply(agenda.move_item(self._live.workshop, item_id, index))
            self._bring(item_id)

    def _delete(self, item_id: str) -> None:
        self._live.apply(agenda.delete_item(self._live.workshop, item_id))

    def _double(self, item_id: str) -> None:
        self.begin_title(agenda.duplicate_item(self._live.workshop, item_id))

    def begin_title(self, edit: Edit) -> None:
        """Apply the edit that brings a new item, and have its title typed next."""
        if not self._live.apply(edit):
            return
        old = self._live.workshop.agenda_items()
        new_ids = [change.entity.id for change in edit.changes if change.before is None]
        item_id = next(item.id for item in old if item.id in new_ids)
        self.open(None)
        self.chosen.emit(item_id)
        row = self.rows[item_id]
        self._bring(item_id)
        row.title.setFocus()
        row.title.selectAll()

    def _focus_moved(self, _left: QWidget | None, entered: QWidget | None) -> None:
        """The keyboard came into a row: that is the selected one."""
        widget = entered
        while widget is not None and widget is not self:
            if isinstance(widget, AgendaRow) and widget.item_id in self.rows:
                self.chosen.emit(widget.item_id)
                return
            widget = widget.parentWidget()

    # dragging

    def _target(self, row: AgendaRow, height: int) -> int:
        """The place the row would have, let go at this height on the screen."""
        y = self._inside.mapFromGlobal(QPoint(0, height)).y()
        others = [other for other in self._ordered() if other is not row]
        return sum(other.geometry().center().y() < y for other in others)

    def _ordered(self) -> list[AgendaRow]:
        return [self.rows[item.id] for item in self._live.workshop.agenda_items()]

    def _dragged(self, row: AgendaRow, height: int) -> None:
        self._index = self._target(row, height)
        others = [other for other in self._ordered() if other is not row]
        edge = others[self._index].y() if self._index < len(others) else others[-1].geometry().bottom() if others else 0
        self._drop.setGeometry(0, max(0, edge - 2), self._inside.width(), 4)
        self._drop.raise_()
        self._drop.show()
        self.ensureVisible(0, self._inside.mapFromGlobal(QPoint(0, height)).y(), 0, NEAR_EDGE)

    def _dropped(self, row: AgendaRow) -> None:
        self._drop.hide()
        self.chosen.emit(row.item_id)
        self._live.apply(agenda.move_item(self._live.workshop, row.item_id, self._index))

    def add_below(self, item_id: str | None) -> None:
        """A new item behind the given one, or at the end, ready to be named."""
        known = item_id if item_id in self.rows else None
        self.begin_title(agenda.add_item(self._live.workshop, _("New item"), after=known))
