"""A list that is filled by typing: its entry line above, its rows below, one of them open at most."""

from typing import Any, Generic

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.edits import lists
from models.edits.lists import add_row, delete_row, listed
from models.language import gettext as _
from ui.content.entry import QuickEntry
from ui.content.row import ROW_STYLE, R, Row
from ui.live_document import LiveDocument
from ui.panes import list_page
from ui.parts import card, label
from ui.tab_order import tab_in_reading_order
from ui.theme import UNIT

LOW = 480
"""Below this height, px, what stands above the entry scrolls."""


class ListPane(QWidget, Generic[R]):
    """All entities of kind `kind`. `deleted(name)` tells that one was taken away, so that the screen offers it back.

    A subclass makes the rows and the entry, and may fill the place above the entry (`have_head`) and the one above the
    rows (`top`). In a low window the head scrolls away with the rows.
    """

    deleted = Signal(str)

    kind: type[R]

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.rows: dict[str, Row[R]] = {}
        self.entry = self.made_entry()
        self.head = QWidget()
        self.head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(UNIT)
        self._outer.addWidget(self.entry)
        self._outer.addWidget(self._list(), 1)
        self.setStyleSheet(ROW_STYLE)

    # what a kind of list says of itself

    def made_entry(self) -> QuickEntry:
        """The entry line."""
        raise NotImplementedError

    def made_row(self, row_id: str) -> Row[R]:
        """A row for an entity."""
        raise NotImplementedError

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """The fields of a new entity that the entry line tells of."""
        return values

    def teaching(self) -> str:
        """What an empty list says."""
        raise NotImplementedError

    def keys(self) -> str:
        """The keys of a row, in a line."""
        return _("Keys on a row: ↑↓ choose · Enter change · Alt+↑↓ move · Delete delete")

    opens_after_entry = ""
    """The field of a new row that is written next, empty when the next row is."""

    def have_head(self, layout: QLayout) -> None:
        """Fill the place above the entry."""
        layout.setContentsMargins(0, 0, 0, 0)
        self.head.setLayout(layout)
        self._outer.insertWidget(0, self.head)

    def refresh(self) -> None:
        """Show the workshop as it is now."""
        wanted = [entity.id for entity in listed(self._live.workshop, self.kind)]
        before = [row_id for row_id in self.rows if row_id in wanted]
        for row_id in [row_id for row_id in self.rows if row_id not in wanted]:
            self._drop(row_id)
        for place, row_id in enumerate(wanted):
            row = self.rows.get(row_id) or self._made(row_id)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.refresh(place + 1)
        self.rows = {row_id: self.rows[row_id] for row_id in wanted}
        if wanted[: len(before)] == before:
            for row_id in wanted[len(before) :]:
                tab_in_reading_order(self.rows[row_id])  # a new row comes last by itself
        else:
            tab_in_reading_order(self)
        self.told_empty.setVisible(not self.rows)
        self.told_keys.setVisible(bool(self.rows))

    # doing

    def add(self, values: dict[str, Any], by_key: bool) -> bool:
        """Make a row of what was typed. False when it could not be saved."""
        edit = add_row(self._live.workshop, self.kind, **self.fields(values))
        if not self._live.apply(edit):
            return False
        row = self.rows[edit.changes[0].entity.id]
        if by_key and self.opens_after_entry:
            row.open(self.opens_after_entry)
        elif by_key:
            self.entry.first.setFocus()
            self._reveal(row)
        return True

    def flush(self) -> None:
        """Save what is being typed now."""
        self.entry.flush()
        for row in self.rows.values():
            row.flush()

    def move_row(self, row: Row[R], by: int) -> None:
        """Give a row another place."""
        row.flush()
        place = self.ordered().index(row)
        edit = lists.move_row(self._live.workshop, row.entity, place + by)
        if edit.changes and self._live.apply(edit):
            self._reveal(row)

    def delete(self, row: Row[R]) -> None:
        """Take a row away; the focus goes to the next."""
        row.flush()
        entity = row.entity
        rows = self.ordered()
        place = rows.index(row)
        others = rows[place + 1 :] or rows[:place][-1:]
        name = row.told(entity)[0][0]
        if self._live.apply(delete_row(entity)):
            (others[0] if others else self.entry.first).setFocus()
            self.deleted.emit(name)

    def ordered(self) -> list[Row[R]]:
        """The rows as they are seen."""
        return [self.rows[entity.id] for entity in listed(self._live.workshop, self.kind)]

    # inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little height is left to the rows."""
        super().resizeEvent(event)
        place = self.top if self.height() < LOW else self._outer
        if self.head.layout() is not None and place.indexOf(self.head) < 0:
            place.insertWidget(0, self.head)

    def _list(self) -> QScrollArea:
        self._area, column = list_page()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # every row can be gone to
        self.top = QVBoxLayout()
        self.top.setSpacing(UNIT)
        column.addLayout(self.top)
        self.told_empty, inside = card()
        inside.addWidget(label(self.teaching(), wrap=True))
        column.addWidget(self.told_empty)
        self._column = QVBoxLayout()
        self._column.setSpacing(UNIT)
        column.addLayout(self._column)
        self.told_keys = label(self.keys(), "second", wrap=True)
        column.addWidget(self.told_keys)
        column.addStretch(1)
        return self._area

    def _made(self, row_id: str) -> Row[R]:
        row = self.rows[row_id] = self.made_row(row_id)
        row.setAccessibleDescription(self.keys())
        row.opened.connect(lambda: self._opened(row))
        row.step_wanted.connect(lambda by: self._step(row, by))
        row.move_wanted.connect(lambda by: self.move_row(row, by))
        row.delete_wanted.connect(lambda: self.delete(row))
        return row

    def _drop(self, row_id: str) -> None:
        row = self.rows.pop(row_id)
        focused = QApplication.focusWidget()
        if focused is not None and (focused is row or row.isAncestorOf(focused)):
            self.entry.first.setFocus()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _opened(self, row: Row[R]) -> None:
        for other in list(self.rows.values()):
            if other is not row:
                other.fold()
        tab_in_reading_order(self)
        self._reveal_top(row)

    def _step(self, row: Row[R], by: int) -> None:
        rows = self.ordered()
        place = rows.index(row) + by
        if place < 0:
            self.entry.first.setFocus()
        elif place < len(rows):
            rows[place].setFocus()
            self._area.ensureWidgetVisible(rows[place], 0, UNIT)

    def _reveal(self, row: Row[R]) -> None:
        """Bring a row into sight, once the page has its new height."""

        def show() -> None:
            self._area.ensureWidgetVisible(row, 0, UNIT)

        QTimer.singleShot(0, row, show)

    def _reveal_top(self, row: Row[R]) -> None:
        """Bring the beginning of a row into sight, once the page has its new height."""

        def show() -> None:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + row.mapTo(self._area.viewport(), QPoint(0, 0)).y() - UNIT)

        QTimer.singleShot(0, row, show)
