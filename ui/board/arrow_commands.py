"""What is done to an arrow: going to it, its kind, its direction, the word on it, taking it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QMenu

from models.board import RelationKind
from models.language import gettext as _
from ui.board.arrows import KINDS, relation_sign, relation_word
from ui.board.menu_lines import add, with_key
from ui.board.things import told

if TYPE_CHECKING:
    from models.board import Relation
    from ui.board.view import BoardView


class ArrowCommands:
    """Commands on the arrow that is chosen in a view, if any."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    @property
    def chosen(self) -> Relation | None:
        """The arrow the commands are for."""
        board = self._view.board
        arrow = board.arrows.get(board.chosen_arrow or "")
        return None if arrow is None else arrow.relation

    def choose(self, relation_id: str | None) -> None:
        """Select an arrow, bring it into sight and tell it to screen readers."""
        board = self._view.board
        if relation_id is not None and relation_id not in board.arrows:
            return
        board.choose_arrow(relation_id)
        if relation_id is not None:
            begin, _drawn, end = board.arrows[relation_id].way
            self._view.ensureVisible(QRectF(*begin, 1.0, 1.0), 60, 60)
            self._view.ensureVisible(QRectF(*end, 1.0, 1.0), 60, 60)
            self._view.setAccessibleDescription(self.told(relation_id))
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))

    def told(self, relation_id: str) -> str:
        """An arrow in words: from what to what, its kind, the word on it."""
        workshop = self._view.edits.workshop
        one = workshop.relations[relation_id]
        words = _("Arrow from “{source}” to “{target}”: {kind}").format(
            source=told(workshop, one.source_id),
            target=told(workshop, one.target_id),
            kind=relation_word(one.kind),
        )
        return f"{words}\n{one.label}" if one.label else words

    def step(self, by: int = 1) -> None:
        """The next arrow of what is selected, or of all when nothing is."""
        arrows = self._reachable()
        if not arrows:
            self._view.noticed.emit(_("There is no arrow here yet. Choose two things and press R."), "success")
            return
        chosen = self._view.board.chosen_arrow
        at = arrows.index(chosen) if chosen in arrows else (-1 if by > 0 else 0)
        self.choose(arrows[(at + by) % len(arrows)])

    def _reachable(self) -> list[str]:
        things = set(self._view.commands.links.things.all)
        relations = self._view.board.arrows
        near = [i for i, one in relations.items() if things & {one.relation.source_id, one.relation.target_id}]
        return near or list(relations)

    def become(self, kind: RelationKind, *_checked: object) -> None:
        """The arrow is of another kind."""
        if self.chosen is not None:
            self._view.edits.things.change(self.chosen.id, kind=kind)
            self._tell_again()

    def turn(self) -> None:
        """The arrow goes the other way."""
        if self.chosen is not None:
            self._view.edits.things.turn(self.chosen.id)
            self._tell_again()

    def _tell_again(self) -> None:
        if self.chosen is not None:
            self.choose(self.chosen.id)

    def edit(self) -> None:
        """Edit the word on the arrow in place."""
        if self.chosen is not None:
            self._view.edit_arrow.emit(self.chosen.id)

    def delete(self) -> None:
        """The arrow goes."""
        if self.chosen is not None:
            self._view.edits.things.unrelate(self.chosen.id)

    def leave(self) -> None:
        """No arrow is chosen."""
        self.choose(None)

    def menu(self) -> QMenu:
        """All of it, for the arrow that is chosen."""
        menu = QMenu(self._view)
        chosen = self.chosen
        for number, kind in enumerate(KINDS, start=1):
            action = menu.addAction(with_key(f"{relation_sign(kind)}　{relation_word(kind)}", str(number)))
            action.setCheckable(True)
            action.setChecked(chosen is not None and chosen.kind is kind)
            action.triggered.connect(partial(self.become, kind))
        menu.addSeparator()
        add(menu, _("Turn round"), "R", self.turn)
        add(menu, _("Word on the arrow"), "Enter", self.edit)
        menu.addSeparator()
        add(menu, _("Delete"), "Delete", self.delete)
        return menu
