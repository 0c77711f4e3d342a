"""Choosing the group that notes move to: a short list that is searched by typing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from models.board import Cluster
from models.language import gettext as _
from models.text import search_key
from ui.decide.wording import group_name
from ui.parts import label
from ui.theme import FIELD_LINE, RADIUS, TARGET, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.view import BoardView

WIDTH, HEIGHT = 440, 420
"""Px, where the board has so much room."""
_GROUP = Qt.ItemDataRole.UserRole + 1
"""Of a row: the title of its group, and how many notes are in it."""
_EDGE = 2
"""Px above and below the rows."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)

_key = lru_cache(maxsize=4_096)(search_key)


class _Line(QLineEdit):
    """Where one types; the keys that choose are the list's. While something is composed all are the input method's."""

    moved = Signal(QKeyEvent)
    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            pass
        elif event.key() in _MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # none of them is the board's

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()


class _Rows(QStyledItemDelegate):
    """Rows whose title is cut where it is too long, never the number of notes behind it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        group = index.data(_GROUP)
        if group is not None:
            option.text = _cut(group, option.fontMetrics, option.rect.width() - 4 * UNIT)


def _told(title: str, count: int) -> str:
    return _("{title} ({count} notes)").format(title=title, count=count)


def _cut(group: tuple[str, int], metrics: QFontMetrics, room: int) -> str:
    title, count = group
    left = room - metrics.horizontalAdvance(_told("", count))
    return _told(metrics.elidedText(title, Qt.TextElideMode.ElideRight, left), count)


class GroupPicker(QFrame):
    """Lies over the board until a group is taken or Escape is pressed; the first entry is a new group.

    What is typed is found whatever its width, case or kana.
    """

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._most = 1
        self.setObjectName("picker")
        self.setStyleSheet(
            f"QFrame#picker {{ background: {WHITE}; border: 1px solid {FIELD_LINE}; border-radius: {RADIUS}px; }}"
            f"QListWidget {{ padding: {_EDGE - 1}px 0; }}"
            f"QListWidget::item {{ min-height: {TARGET}px; padding: 0 8px; }}"
        )
        self.title = label("", "field")
        self.line, self.list = self._make_line(), self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        for one in (self.title, self.line, self.list, label(_("Enter: take, Esc: leave"), "second")):
            column.addWidget(one)
        view.group_asked.connect(self.ask)
        view.moved.connect(self._place)
        self.hide()

    def _make_line(self) -> _Line:
        made = _Line()
        made.setPlaceholderText(_("Search groups"))
        made.setAccessibleName(_("Search groups"))
        made.setAccessibleDescription(_("Arrow keys choose, Enter takes, Escape leaves"))
        made.setMinimumHeight(TARGET)
        made.textChanged.connect(self._look)
        made.moved.connect(lambda event: self.list.keyPressEvent(event))
        made.taken.connect(self._take)
        made.left.connect(self.leave)
        return made

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(_("Groups"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setUniformItemSizes(True)
        made.setItemDelegate(_Rows(made))
        made.itemClicked.connect(lambda _item: self._take())
        made.currentItemChanged.connect(lambda item, _was: self._tell(item))
        return made

    def ask(self) -> None:
        """Have a group chosen for what is selected on the board."""
        self.title.setText(_("Move {count} notes to a group").format(count=self._view.commands.count()))
        self.line.clear()
        self._look()
        self._most = self.list.count()
        self.show()
        self.raise_()
        self._place()
        self.line.setFocus()

    def leave(self) -> None:
        """Go, nothing moved."""
        if self.isVisible():
            had_focus = self.line.hasFocus()
            self.hide()
            if had_focus:
                self._view.setFocus()

    def _groups(self) -> list[Cluster]:
        """All groups but the one that has every one of the notes already."""
        commands = self._view.commands
        homes = {self._view.board.notes[i].cluster_id for i in commands.chosen()}
        own = homes if len(homes) == 1 else set()
        return [one for one in self._view.edits.workshop.ordered_clusters() if one.id not in own]

    def _look(self) -> None:
        """Show the groups that hold what is typed; the first of them is chosen, or else the new group."""
        wanted = search_key(self.line.text())
        self.list.clear()
        self._add(None, _("A new group"))
        for cluster in self._groups():
            name = group_name(self._view.edits.workshop, cluster)
            if wanted in _key(name):
                group = name, len(self._view.board.members(cluster.id))
                self._add(cluster.id, _told(*group), group)
        self.list.setCurrentRow(1 if wanted and self.list.count() > 1 else 0)

    def _add(self, cluster_id: str | None, words: str, group: tuple[str, int] | None = None) -> None:
        item = QListWidgetItem(words)
        item.setData(_GROUP, group)
        item.setData(Qt.ItemDataRole.UserRole, cluster_id)
        item.setSizeHint(QSize(0, TARGET))
        self.list.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        """The line has the focus: it tells what is chosen in the list."""
        if item is not None:
            self.line.setAccessibleDescription(
                _("{chosen}. Arrow keys choose, Enter takes, Escape leaves").format(chosen=item.text())
            )

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.leave()
            self._view.commands.join(item.data(Qt.ItemDataRole.UserRole))

    def _place(self) -> None:
        """In the middle of the board, as high as whole rows need."""
        if self.isVisible():
            room = self._view.viewport().geometry()
            above = self.sizeHint().height() - self.list.height()
            rows = (min(HEIGHT, room.height() - 2 * UNIT) - above - 2 * _EDGE) // TARGET
            self.list.setFixedHeight(max(1, min(rows, self._most)) * TARGET + 2 * _EDGE)
            self.resize(min(WIDTH, room.width() - 2 * UNIT), above + self.list.height())
            self.move(room.center() - self.rect().center())
