"""The bar over the lower edge of the board while an arrow is chosen: what can be done to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from models.board import RelationKind
from models.language import gettext as _
from ui.board.arrows import KINDS, relation_sign, relation_word
from ui.board.bars import LowerBar, fit
from ui.parts import button
from ui.theme import KEY, KEY_TINT, TARGET, UNIT

if TYPE_CHECKING:
    from ui.board.view import BoardView


class ArrowBar(LowerBar):
    """Lies over `view` while an arrow is chosen. The menu of the arrow and the keys do the same."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, _("What can be done to the arrow"))
        do = view.commands.arrows
        self.kinds = {kind: self._kind(number, kind) for number, kind in enumerate(KINDS, start=1)}
        self.turn = button(_("Turn round"), do.turn, tip=_("Key: {key}").format(key="R"))
        self.word = button(_("Word on the arrow"), do.edit, tip=_("Key: {key}").format(key="Enter"))
        self.delete = button(_("Delete"), do.delete, "danger", tip=_("Key: {key}").format(key="Delete"))
        self.add_buttons((*self.kinds.values(), self.turn, self.word, self.delete))
        view.board.selectionChanged.connect(self.follow)

    def looks(self) -> str:
        return (
            "QPushButton { padding: 0 10px; }"
            f"QPushButton:checked {{ background: {KEY_TINT}; border: 3px solid {KEY}; }}"
        )

    def _kind(self, number: int, kind: RelationKind) -> QPushButton:
        made = button(relation_sign(kind), partial(self._view.commands.arrows.become, kind))
        made.setAccessibleName(relation_word(kind))
        made.setAccessibleDescription(_("Key: {key}").format(key=number))
        made.setCheckable(True)
        made.setMinimumWidth(TARGET)
        return made

    def follow(self) -> None:
        """An arrow was chosen, or changed, or none is."""
        chosen = self._view.commands.arrows.chosen
        if chosen is None:
            self.leave()
            return
        for kind, made in self.kinds.items():
            made.setChecked(kind is chosen.kind)
        self.turn.setEnabled(chosen.kind in (RelationKind.LEADS, RelationKind.CAUSE))
        self.show()
        self.place()

    def fill(self, room: int) -> None:
        """In a narrow window the kinds show their signs alone."""
        self._shorten(signs=False)
        if sum(one.sizeHint().width() + UNIT // 2 for one in self.buttons()) > room:
            self._shorten(signs=True)
        fit(room, self.kinds.values(), (self.word, self.turn, self.delete), UNIT // 2)

    def _shorten(self, *, signs: bool) -> None:
        for kind, made in self.kinds.items():
            sign, word = relation_sign(kind), relation_word(kind)
            made.setText(sign if signs else f"{sign} {word}")
