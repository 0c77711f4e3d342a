"""What the bars of the board share: where the lower ones lie, buttons that open a menu, giving up what has no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from ui.parts import MENU_SIGN, button
from ui.theme import FIELD_LINE, RADIUS, TARGET, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.view import BoardView

LOW = 400
"""A board of less height than this, px, gives up as little as it can to a bar over it."""
TIGHT = 2
"""Px above and below its buttons then."""


class LowerBar(QFrame):
    """Lies over the lower edge of `view`, beside the map, while there is something to be done to what is chosen."""

    def __init__(self, view: BoardView, words: str) -> None:
        super().__init__(view)
        self._view = view
        self._placed: object = None
        self._buttons: list[QAbstractButton] = []
        self.setObjectName("lower")
        self.setAccessibleName(words)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(UNIT // 2)
        self._lie_low(low=False)
        self.hide()
        view.painted.connect(self.place)  # after the map has come or gone

    def buttons(self) -> list[QAbstractButton]:
        """All of them, from left to right."""
        return list(self._buttons)

    def add_buttons(self, buttons: Iterable[QAbstractButton]) -> None:
        """Put buttons into the bar, from left to right."""
        for one in buttons:
            leave_keys(one)
            self._row.addWidget(one)
            self._buttons.append(one)

    def state(self) -> object:
        """On what, besides the room, it depends what there is room for."""
        return None

    def fill(self, room: int) -> None:
        """Show what there is room for (px across)."""
        fit(room, (), self._buttons, self._row.spacing())

    def looks(self) -> str:
        """The style sheet of what is in the bar."""
        return ""

    def leave(self) -> None:
        """Go; the keys are the board's again."""
        if not self.isHidden():
            had_focus = any(one.hasFocus() for one in self.buttons())
            self.hide()
            if had_focus:
                self._view.setFocus()

    def place(self) -> None:
        """In the middle of the lower edge; where the board is low, in one line upon it."""
        room, map_ = self._view.viewport().geometry(), self._view.map
        low = room.height() < LOW
        self._view.foot = TARGET + (2 * TIGHT + UNIT if low else 5 * UNIT)
        right = map_.x() if map_.isVisible() else room.right()
        if self.isHidden() or self._placed == (room, right, self.state()):
            return
        self._placed = room, right, self.state()
        self._lie_low(low=low)
        width = right - room.left() - 2 * UNIT
        self.fill(width - 3 * UNIT)
        self.adjustSize()
        x = room.left() + max(0, (width + 2 * UNIT - self.width()) // 2)
        self.move(x, room.bottom() + 1 - self.height() - (0 if low else UNIT))
        self.raise_()

    def _lie_low(self, *, low: bool) -> None:
        above = TIGHT if low else UNIT
        self._row.setContentsMargins(2 * UNIT, above, UNIT, above)
        lower = 0 if low else RADIUS
        self.setStyleSheet(
            f"QFrame#lower {{ background: {WHITE}; border: 1px solid {FIELD_LINE}; border-radius: {RADIUS}px;"
            f" border-bottom-left-radius: {lower}px; border-bottom-right-radius: {lower}px; }}"
            f"{self.looks()}"
        )


def leave_keys(one: QWidget) -> None:
    """A click on it leaves the keys to whoever has them, the board or a line; Tab still leads to it."""
    one.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def menu_button(words: str, make: Callable[[], QMenu], *, above: bool = False) -> QPushButton:
    """A button that opens a menu below itself, or above; the menu is made when it is asked for."""
    made = button(f"{words} {MENU_SIGN}", lambda: open_menu(made, make(), above=above))
    made.setAccessibleName(words)
    made.setStyleSheet("padding: 0 12px;")
    return made


def open_menu(at: QWidget, menu: QMenu, *, above: bool = False) -> None:
    """Open a menu at a widget; it goes when it is closed."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at.mapToGlobal(QPoint(0, -menu.sizeHint().height() if above else at.height())))


def fit(room: int, always: Iterable[QWidget], optional: Iterable[QWidget], spacing: int) -> None:
    """Of `optional`, what matters most first, show what there is room for (px) beside what is always there."""
    left = room - sum(one.sizeHint().width() + spacing for one in always)
    for one in optional:
        left -= one.sizeHint().width() + spacing
        one.setVisible(left >= 0)
