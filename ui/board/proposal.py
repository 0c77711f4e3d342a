"""A suggestion as a tree: groups with their notes, each with its reason, each to be ticked, titled and put right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from models.grouping import SuggestedGroup, SuggestedMember, Sureness
from models.language import gettext as _
from ui.board.draft import Draft
from ui.board.proposal_model import Index, Kind, ProposalModel, Row
from ui.board.proposal_row import RowDelegate

OPEN_UP_TO = 150
"""Groups of so many notes in all are open from the start; of more, one opens what one wants to see."""
LOW_LIST = 320
"""In a list of less height, px, groups are closed from the start: more than one is to be seen."""

_Homes = dict[str, tuple[SuggestedGroup, SuggestedMember]]


class ProposalTree(QTreeView):
    """Ticked is what would be taken. The board is not touched.

    `pointed` when a person went to another row; `pressed_key(key)` for keys that put things right, see `wants`;
    `menu_asked(point)` for the menu of the row, in the window's coordinates of the viewport.
    """

    pointed = Signal()
    pressed_key = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, wants: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._wants = wants
        self._held = self._opens = False
        self._open: dict[str, bool] = {}
        self._homes: _Homes = {}
        self._shown: _Homes = {}
        self._sought: str | None = None
        self.rows = ProposalModel(self)
        self.setModel(self.rows)
        self.delegate = RowDelegate(self)
        self.setItemDelegate(self.delegate)
        self._set_up()

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width of the rows stays as it is
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(_("Suggested groups"))
        self.setAccessibleDescription(
            _("Space ticks or leaves out, F2 changes a title, T takes the next title; K keeps, M moves, F takes out")
        )

    # showing

    def show_draft(self, draft: Draft) -> None:
        """Show another draft, nothing chosen in it."""
        self._open, self._homes, self._sought = {}, {}, None
        self._opens = len(draft.homes) <= OPEN_UP_TO and self.height() >= LOW_LIST
        self.delegate.forget()
        self._reset(draft)
        self.scrollToTop()

    def clear(self) -> None:
        """Show nothing."""
        self._held = True
        self.rows.show_draft(None)
        self._held = False

    def refresh(self, name: str | None = None) -> None:
        """Show the draft as it is now; what was open stays open, and the same row, or that of `name`, is chosen."""
        draft, row = self.rows.draft, self.current_row()
        if draft is None:
            return
        self._remember()
        at = self.verticalScrollBar().value()
        self._reset(draft)
        self._choose_again(name, row)
        self.verticalScrollBar().setValue(at)
        current = self.currentIndex()
        if name is not None and current.isValid():
            self.scrollTo(current)

    def _remember(self) -> None:
        for at in range(self.rows.rowCount()):
            index = self.rows.index(at, 0)
            row = self.rows.row(index)
            if row is not None:
                self._open[row.name] = self.isExpanded(index)
        self._homes = self._shown

    def _reset(self, draft: Draft) -> None:
        self._held = True
        self.rows.show_draft(draft)
        for at in range(self.rows.rowCount()):
            index = self.rows.index(at, 0)
            row = self.rows.row(index)
            if row is not None and self._is_open(row, self._opens):
                self.expand(index)
        self._shown = draft.homes
        self._held = False

    def _is_open(self, row: Row, by_default: bool) -> bool:
        """As it was; a group that is new is as the one that its first note was in."""
        if row.name in self._open:
            return self._open[row.name]
        if row.group is None:
            return False
        before = self._homes.get(row.group.note_ids[0])
        return by_default if before is None else self._open.get(before[0].key, by_default)

    def _choose_again(self, name: str | None, row: Row | None) -> None:
        if name is None and row is None:
            return
        self._held = True
        self._sought = name or self._sought or (row.name if row is not None else "")
        index = self.rows.find(self._sought)
        if not index.isValid() and row is not None and row.group is not None:
            index = self.rows.find(row.group.note_ids[0]).parent()
        if index.parent().isValid() and not self.isExpanded(index.parent()):
            index = index.parent()
        scrolls = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(scrolls)
        self._held = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # another width breaks words elsewhere

    # where one is

    def current_row(self) -> Row | None:
        """What the cursor is on."""
        return self.rows.row(self.currentIndex())

    def current_notes(self) -> list[str]:
        """The ids of the notes of the row the cursor is on: a group's, a family's, or the one."""
        row, draft = self.current_row(), self.rows.draft
        if row is None or draft is None:
            return []
        if row.note_id:
            return [row.note_id]
        if row.kind is Kind.ALONE:
            return list(draft.proposal.alone)
        keys = row.family.group_keys if row.family is not None else ()
        groups = [row.group] if row.group is not None else [draft.group(key) for key in keys]
        return [i for group in groups if group is not None for i in group.note_ids]

    def name_below(self) -> str | None:
        """The name of the note's row below the cursor, or above where there is none below, to go on with."""
        for step in (self.indexBelow, self.indexAbove):
            index = step(self.currentIndex())
            while index.isValid():
                row = self.rows.row(index)
                if row is not None and row.kind is Kind.NOTE:
                    return row.name
                index = step(index)
        return None

    def go_to(self, name: str) -> None:
        """Go to a row, its group opened."""
        index = self.rows.find(name)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def next_weak(self) -> str | None:
        """The name of the next note that is weak, after the cursor and then from the beginning."""
        draft, row = self.rows.draft, self.current_row()
        if draft is None:
            return None
        weak = [i for i, (_group, member) in draft.homes.items() if member.sureness is Sureness.WEAK]
        order = {i: at for at, i in enumerate(draft.homes)}
        start = -1
        if row is not None and row.group is not None:
            start = order.get(row.note_id, order[row.group.note_ids[0]] - 1)
        return min(weak, key=lambda i: (order[i] <= start, order[i]), default=None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._held:
            self._sought = None
            self.pointed.emit()

    # the keyboard and the menu

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Space or self._wants(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # Enter of the editor, which it lets through
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.delegate.toggle(self.currentIndex())
        elif self._wants(event):
            self.pressed_key.emit(event)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        else:
            index = self.indexAt(at)
            if index.isValid():
                self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
