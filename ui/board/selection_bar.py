"""The bar over the lower edge of the board: how many notes are selected, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QToolButton

from models.board import NoteKind
from models.language import gettext as _
from ui.board.bars import LowerBar, fit, menu_button, open_menu
from ui.board.entry import kind_button
from ui.board.menu import aligning_menu, board_menu
from ui.parts import button, label
from ui.theme import UNIT

if TYPE_CHECKING:
    from ui.board.view import BoardView

SOON_MS = 60
"""The bar follows so long after the selection: a rubber band does not wait for it."""


class SelectionBar(LowerBar):
    """Lies over `view` while notes are selected, but for when it would be in the way: while `is_in_the_way()`.

    The tools above the board stay where they are. What there is no room for is in the last button's menu, which has
    everything.
    """

    def __init__(self, view: BoardView, is_in_the_way: Callable[[], bool]) -> None:
        super().__init__(view, _("What can be done to the selected notes"))
        self._is_in_the_way = is_in_the_way
        self._offered: list[QPushButton] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.settle)
        self._make()
        view.cue.connect(lambda _words: self.follow())
        view.board.selectionChanged.connect(self.follow)
        view.edge_asked.connect(self._ask_edge)

    def _make(self) -> None:
        view, do = self._view, self._view.commands
        self.count = label("", "field")
        self.count.setText(_("Selected: {count}").format(count=8888))
        self.count.setMinimumWidth(self.count.sizeHint().width())
        self.kinds = {kind: self._kind(kind) for kind in NoteKind}
        self.group = button(_("Make a group"), do.group, tip=_("Key: {key}").format(key="G"))
        self.title = button(_("Change the title"), do.edit_title, tip=_("Key: {key}").format(key="T"))
        self.move_to = button(_("Move to a group…"), do.ask_group, tip=_("Key: {key}").format(key="M"))
        self.grow = button(_("Make a bigger group"), do.groups.grow, tip=_("Key: {key}").format(key="B"))
        self.connect_ = menu_button(_("Connect"), lambda: do.links.menu(self), above=True)
        self.connect_.setAccessibleDescription(_("Key: {key}").format(key="R"))
        self.line_up = menu_button(_("Line up"), lambda: aligning_menu(view, self), above=True)
        self.delete = button(_("Delete"), do.delete, "danger", tip=_("Key: {key}").format(key="Delete"))
        self.more = menu_button(_("More"), lambda: board_menu(view), above=True)
        self._row.addWidget(self.count)
        things = (self.group, self.title, self.grow, self.connect_, self.move_to, self.line_up, self.delete)
        self.add_buttons((*self.kinds.values(), *things, self.more))

    def _kind(self, kind: NoteKind) -> QToolButton:
        made = kind_button(kind, words=False)
        made.setAccessibleName(_("Make it: {kind}").format(kind=made.accessibleName()))
        made.clicked.connect(lambda: self._view.commands.recolour(kind))
        return made

    def follow(self) -> None:
        """The selection may have changed, or what would be in the way: the bar follows soon; it makes room at once."""
        if self._is_in_the_way():
            self.leave()
        if not self._soon.isActive():
            self._soon.start()

    def settle(self) -> None:
        """Show what can be done now, or nothing."""
        self._soon.stop()
        count = len(self._view.board.chosen)
        if not count or self._is_in_the_way():
            self.leave()
            return
        can_group = self._view.commands.can_group()
        words = _("Selected: {count}") if can_group else _("One group: {count} notes")
        self.count.setText(words.format(count=count))
        self.group.setVisible(can_group)
        self.title.setVisible(not can_group)
        self.line_up.setEnabled(count > 1)
        self._offer()
        self.show()
        self.place()

    def _offer(self) -> None:
        """What is offered only where it can be done; reckoned here and not at each frame."""
        do = self._view.commands
        wanted = (do.groups.can_grow(), self.grow), (do.links.can_ask(), self.connect_)
        self._offered = [one for can, one in wanted if can]
        for can, one in wanted:
            if not can:
                one.hide()

    def state(self) -> object:
        return *self._offered, self.title.isHidden(), len(self.count.text())

    def fill(self, room: int) -> None:
        always = [self.count, *self.kinds.values(), self.group if self.title.isHidden() else self.title, self.more]
        fit(room, always, (*self._offered, self.move_to, self.delete, self.line_up), UNIT // 2)

    def _ask_edge(self) -> None:
        at = self.line_up if self.line_up.isVisible() else self._view
        open_menu(at, aligning_menu(self._view, self), above=at is self.line_up)
