"""The bar over the lower edge of the board while an arrow is chosen: what can be done to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from models.board import RelationKind
from models.language import gettext as _
from ui.board.arrows import KINDS, relation_sign, relation_word
from ui.board.bars import fit
from ui.parts import button
from ui.theme import FIELD_LINE, KEY, KEY_TINT, RADIUS, TARGET, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.view import BoardView


class ArrowBar(QFrame):
    """Lies over `view` while an arrow is chosen. The menu of the arrow and the keys do the same."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._placed: object = None
        self.setObjectName("arrow")
        self.setAccessibleName(_("What can be done to the arrow"))
        self.setStyleSheet(
            f"QFrame#arrow {{ background: {WHITE}; border: 1px solid {FIELD_LINE}; border-radius: {RADIUS}px; }}"
            f"QPushButton {{ padding: 0 10px; }}"
            f"QPushButton:checked {{ background: {KEY_TINT}; border: 3px solid {KEY}; }}"
        )
        do = view.commands.arrows
        self.kinds = {kind: self._kind(number, kind) for number, kind in enumerate(KINDS, start=1)}
        self.turn = button(_("Turn round"), do.turn, tip=_("Key: {key}").format(key="R"))
        self.word = button(_("Word on the arrow"), do.edit, tip=_("Key: {key}").format(key="Enter"))
        self.delete = button(_("Delete"), do.delete, "danger", tip=_("Key: {key}").format(key="Delete"))
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT // 2)
        for one in self.buttons():
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the board
            row.addWidget(one)
        self.hide()
        view.painted.connect(self._place)  # after the map has come or gone
        view.board.selectionChanged.connect(self.follow)

    def _kind(self, number: int, kind: RelationKind) -> QPushButton:
        made = button(relation_sign(kind), partial(self._view.commands.arrows.become, kind))
        made.setAccessibleName(relation_word(kind))
        made.setAccessibleDescription(_("Key: {key}").format(key=number))
        made.setCheckable(True)
        made.setMinimumWidth(TARGET)
        return made

    def buttons(self) -> list[QPushButton]:
        """All of them, from left to right."""
        return [*self.kinds.values(), self.turn, self.word, self.delete]

    def follow(self) -> None:
        """An arrow was chosen, or changed, or none is."""
        chosen = self._view.commands.arrows.chosen
        if chosen is None:
            self._leave()
            return
        for kind, made in self.kinds.items():
            made.setChecked(kind is chosen.kind)
        directed = chosen.kind in (RelationKind.LEADS, RelationKind.CAUSE)
        self.turn.setEnabled(directed)
        self.show()
        self._place()

    def _leave(self) -> None:
        if not self.isHidden():
            had_focus = any(one.hasFocus() for one in self.buttons())
            self.hide()
            if had_focus:
                self._view.setFocus()

    def _place(self) -> None:
        """In the middle of the lower edge, beside the map; in a narrow window the kinds show their signs alone."""
        room, map_ = self._view.viewport().geometry(), self._view.map
        right = map_.x() if map_.isVisible() else room.right()
        if self.isHidden() or self._placed == (room, right):
            return
        self._placed = room, right
        width = right - room.left() - 2 * UNIT
        self._shorten(signs=False)
        if sum(one.sizeHint().width() + UNIT // 2 for one in self.buttons()) > width - 2 * UNIT:
            self._shorten(signs=True)
        fit(width - 2 * UNIT, self.kinds.values(), (self.word, self.turn, self.delete), UNIT // 2)
        self.adjustSize()
        self.move(room.left() + max(0, (width + 2 * UNIT - self.width()) // 2), room.bottom() - self.height() - UNIT)
        self.raise_()

    def _shorten(self, *, signs: bool) -> None:
        for kind, made in self.kinds.items():
            sign, word = relation_sign(kind), relation_word(kind)
            made.setText(sign if signs else f"{sign} {word}")
