"""Whole groups dropped on another group: a small menu asks what is meant; Escape puts everything back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from models.language import gettext as _
from models.layout import Place

if TYPE_CHECKING:
    from ui.board.view import BoardView

Choice = tuple[str, Callable[[], object]]


class GroupDrop:
    """Asks, each time groups are dropped on a group or a bigger group on another, while they are still lifted."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._open: QMenu | None = None
        view.groups_dropped.connect(self.ask)

    def ask(self, group_ids: list[str], target_id: str, places: Mapping[str, Place]) -> None:
        """Open the menu at the pointer. `target_id` is a group's or a bigger group's."""
        menu = QMenu(self._view)
        for words, act in self._choices(group_ids, target_id, places):
            menu.addAction(words).triggered.connect(lambda _checked=False, act=act: self._take(act))
        self._open = menu
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, lambda: self._left(menu)))
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def _choices(self, group_ids: list[str], target_id: str, places: Mapping[str, Place]) -> list[Choice]:
        view, things = self._view, self._view.edits.things
        if target_id in view.board.frames:
            return [
                (_("Make one bigger group"), lambda: self._enter(group_ids, target_id)),
                (_("Only put it here"), lambda: view.edits.move(places)),
            ]
        choices: list[Choice] = [(_("Make one group"), lambda: self._unite([target_id, *group_ids]))]
        families = view.board.lifted_families
        home = view.board.islands[target_id].cluster.family_id
        if families:
            family_id = sorted(families)[0]
            choices = [(_("Take it into the bigger group"), lambda: self._enter([target_id, *group_ids], family_id))]
        elif home is not None and self._are_all_in(group_ids, home):
            pass  # they are in a bigger group together already
        elif home is not None:
            choices.append((_("Put into the bigger group (each stays)"), lambda: self._enter(group_ids, home)))
        else:
            choices.append((_("Make a bigger group (each stays)"), lambda: self._grow([target_id, *group_ids])))
        leaving = [] if families or home is not None else self._strays(group_ids)
        put = (lambda: things.leave(leaving, places)) if leaving else (lambda: view.edits.move(places))
        return [*choices, (_("Only put it here"), put)]

    def _are_all_in(self, group_ids: list[str], family_id: str) -> bool:
        islands = self._view.board.islands
        return all(islands[i].cluster.family_id == family_id for i in group_ids if i in islands)

    def _strays(self, group_ids: list[str]) -> list[str]:
        """The groups that were dragged out of their bigger group."""
        board = self._view.board
        found = []
        for group_id in group_ids:
            island = board.islands.get(group_id)
            frame = board.frames.get(island.cluster.family_id or "") if island is not None else None
            if island is not None and frame is not None and not frame.rect.contains(island.rect.center()):
                found.append(group_id)
        return found

    def _take(self, act: Callable[[], object]) -> None:
        self._open = None
        act()

    def _left(self, menu: QMenu) -> None:
        """The menu was closed: unless something was chosen, everything goes back."""
        if self._open is menu:
            self._open = None
            self._view.board.put_down()
        menu.deleteLater()

    def _unite(self, group_ids: list[str]) -> None:
        if self._view.edits.things.unite(group_ids):
            self._view.board.select(self._view.board.members(group_ids[0]))
            if not self._view.edits.workshop.clusters[group_ids[0]].title:
                self._view.edit_title.emit(group_ids[0])

    def _grow(self, group_ids: list[str]) -> None:
        made = self._view.edits.things.bigger(group_ids)
        if made is not None:
            self._view.commands.groups.show(made)
            self._view.edit_family.emit(made)

    def _enter(self, group_ids: list[str], family_id: str) -> None:
        if self._view.edits.things.enter(group_ids, family_id):
            self._view.commands.groups.show(family_id)
