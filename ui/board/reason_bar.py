"""A calm bar over the lower edge of the board: words about the note that has the cursor, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.board.bars import leave_keys
from ui.parts import button, label
from ui.theme import FIELD_LINE, RADIUS, UNIT, WHITE

if TYPE_CHECKING:
    from ui.board.view import BoardView

WIDEST = 880
LEAST_WORDS = 360
"""With less room for words, px, the buttons stand below them."""
LOW = 440
"""A board of less height than this, px, has no air below the bar."""

Key = tuple[Qt.KeyboardModifier, Qt.Key]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done: a button's words, the key as it stands on the keyboard, the keys, what they do."""

    words: str
    shown_key: str
    keys: tuple[Key, ...]
    act: Callable[[], object]


def _nothing() -> None:
    return None


class ReasonBar(QFrame):
    """Unseen until something is told about a note, `about` (its id); goes when the cursor does, or the board changes.

    While it is there the keys of its deeds are the board's. `switched` comes when it is there and when it has gone.
    """

    switched = Signal()

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._placed: object = None
        self._buttons: list[QPushButton] = []
        self._over: Callable[[], object] = _nothing
        self.about: str | None = None
        self.setObjectName("reasons")
        self.setAccessibleName(_("About this note"))
        self.setStyleSheet(
            f"QFrame#reasons {{ background: {WHITE}; border: 1px solid {FIELD_LINE}; border-radius: {RADIUS}px; }}"
        )
        self.heading, self.words = label("", "field", wrap=True), label("", wrap=True)
        self._said, self._deeds = QWidget(), QWidget()
        column = QVBoxLayout(self._said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        self._row = QHBoxLayout(self._deeds)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT // 2)
        self._row.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._both.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        self._both.setSpacing(UNIT // 2)
        self._both.addWidget(self._said, 1)
        self._both.addWidget(self._deeds)
        self.hide()
        view.painted.connect(self.place)  # after the other bars, and after the map has come or gone
        view.board.went_to.connect(self._follow)
        view.board.followed.connect(self.leave)

    @property
    def text(self) -> str:
        """What is told now, empty for nothing."""
        return "" if self.isHidden() else f"{self.heading.text()}\n{self.words.text()}"

    def buttons(self) -> list[QPushButton]:
        """The deeds' buttons, from left to right."""
        return list(self._buttons)

    def tell(
        self,
        about: str,
        heading: str,
        words: Iterable[str],
        deeds: Iterable[Deed] = (),
        over: Callable[[], object] = _nothing,
    ) -> None:
        """Say something about a note, in place of what was said; it is plain text, whatever is in it.

        `over` is called once it is gone, or something else is said than this caller's.
        """
        if over != self._over:
            self._end()
        self._over = over
        self.about = about
        self.heading.setText(heading)
        self.words.setText("\n".join(words))
        self.setAccessibleDescription(f"{heading}\n{self.words.text()}")
        self._offer(tuple(deeds))
        self._placed = None
        self.show()
        self.place()
        self.switched.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _offer(self, deeds: tuple[Deed, ...]) -> None:
        had_focus = self._has_focus()
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for deed in deeds:
            words = _("{words} ({key})").format(words=deed.words, key=deed.shown_key)
            made = button(words, deed.act, tip=_("Key: {key}").format(key=deed.shown_key))
            made.setAccessibleName(deed.words)
            made.setStyleSheet("padding: 0 12px;")
            leave_keys(made)
            self._row.addWidget(made)
            made.show()  # else Qt shows it a turn later, and there is no room for it yet
            self._buttons.append(made)
        self._deeds.setVisible(bool(deeds))
        self._view.keys.over = {key: deed.act for deed in deeds for key in deed.keys}
        if had_focus:
            self._view.setFocus()

    def _has_focus(self) -> bool:
        return any(one.hasFocus() for one in self._buttons)

    def _end(self) -> None:
        over, self._over = self._over, _nothing
        over()

    def _follow(self, current: str | None) -> None:
        if current != self.about:
            self.leave()

    def leave(self) -> None:
        """Say nothing; all keys are the board's own again."""
        if self.about is None:
            return
        self.about = None
        self._offer(())
        self.hide()
        self._end()
        self.switched.emit()

    def place(self) -> None:
        """Over the middle of the lower edge, beside the map; what lies there is scrolled to above it."""
        if self.isHidden():
            return
        room, map_ = self._view.viewport().geometry(), self._view.map
        right = map_.x() if map_.isVisible() else room.right()
        across = right - room.left() - 2 * UNIT
        if self._placed != (room, right):
            self._placed = room, right
            width = min(across, WIDEST)
            beside = width - self._deeds_size().width() >= LEAST_WORDS
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._both.setDirection(way)
            self.setFixedWidth(width)
            self.setFixedHeight(self._height(width, beside=beside))
            self._both.activate()
            below = 0 if room.height() < LOW else UNIT
            self.move(room.left() + UNIT + (across - width) // 2, room.bottom() + 1 - self.height() - below)
            self.raise_()
        self._view.foot = self.height() + 2 * UNIT

    def _height(self, width: int, *, beside: bool) -> int:
        """Of what is said and what can be done, side by side or one below the other."""
        deeds = self._deeds_size()
        inner = width - 3 * UNIT - 2 - (deeds.width() + UNIT // 2 if beside and self._buttons else 0)
        said = self.heading.heightForWidth(inner) + 2 + self.words.heightForWidth(inner)
        both = max(said, deeds.height()) if beside or not self._buttons else said + UNIT // 2 + deeds.height()
        return both + 2 * UNIT + 4

    def _deeds_size(self) -> QSize:
        """Of the buttons side by side, as they are once the style sheet has come to them."""
        for one in self._buttons:
            one.ensurePolished()
        sizes = [one.sizeHint() for one in self._buttons]
        across = sum(size.width() + self._row.spacing() for size in sizes)
        return QSize(across, max((size.height() for size in sizes), default=0))
