"""The board's keys: single letters and arrows, while the board itself has the focus."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from models.board import NoteKind
from ui.board.arrows import KINDS
from ui.board.commands import BoardCommands

_Key = Qt.Key
DIGITS = (_Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4, _Key.Key_5)
"""The keys of the kinds of notes, in their order."""
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}

Act = Callable[[], object]


class BoardKeys:
    """Which command a key asks for; `paste(text)` and `write()` lead to other parts of the screen.

    `over` has the keys of what lies over the board for a while; they come first.
    """

    def __init__(self, commands: BoardCommands) -> None:
        self._commands = commands
        self.paste: Callable[[str], object] = lambda _text: None
        self.write: Act = lambda: None
        self.over: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {}
        self._table = self._plain() | self._with_arrows() | self._for_things()
        self._arrow_table = self._on_arrow()

    def _plain(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Act]:
        do = self._commands
        table: dict[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {
            (_NONE, _Key.Key_Return): do.edit,
            (_NONE, _Key.Key_Enter): do.edit,
            (_NONE, _Key.Key_F2): do.edit,
            (_NONE, _Key.Key_Delete): do.delete,
            (_NONE, _Key.Key_Backspace): do.delete,
            (_NONE, _Key.Key_G): do.group,
            (_SHIFT, _Key.Key_G): do.free,
            (_NONE, _Key.Key_M): do.ask_group,
            (_SHIFT, _Key.Key_M): do.unite,
            (_CTRL, _Key.Key_M): do.merge,
            (_CTRL | _SHIFT, _Key.Key_Return): do.split,
            (_CTRL | _SHIFT, _Key.Key_Enter): do.split,
            (_CTRL, _Key.Key_D): do.duplicate,
            (_NONE, _Key.Key_L): do.switch_lock,
            (_NONE, _Key.Key_A): do.ask_edge,
            (_NONE, _Key.Key_T): do.edit_title,
            (_NONE, _Key.Key_X): do.dissolve,
            (_NONE, _Key.Key_N): lambda: self.write(),
            (_NONE, _Key.Key_Escape): do.clear,
            (_NONE, _Key.Key_Home): partial(do.go_to_end, last=False),
            (_NONE, _Key.Key_End): partial(do.go_to_end, last=True),
        }
        for number, kind in zip(DIGITS, NoteKind, strict=True):
            table[_NONE, number] = partial(do.recolour, kind)
        return table

    def _with_arrows(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Act]:
        do = self._commands
        table: dict[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {}
        for key, (dx, dy) in _ARROWS.items():
            table[_NONE, key] = partial(do.step, dx, dy)
            table[_SHIFT, key] = partial(do.step, dx, dy, add=True)
            table[_CTRL, key] = partial(do.nudge, dx, dy)
        return table

    def _for_things(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Act]:
        groups, links, arrows = self._commands.groups, self._commands.links, self._commands.arrows
        return {
            (_NONE, _Key.Key_B): groups.grow,
            (_SHIFT, _Key.Key_B): groups.leave,
            (_NONE, _Key.Key_F): groups.widen,
            (_NONE, _Key.Key_S): groups.switch_piles,
            (_NONE, _Key.Key_O): self._commands.ask_outline,
            (_NONE, _Key.Key_W): self._commands.ask_why,
            (_NONE, _Key.Key_C): self._commands.ask_alike,
            (_NONE, _Key.Key_R): links.ask,
            (_CTRL, _Key.Key_R): arrows.step,
            (_CTRL | _SHIFT, _Key.Key_R): partial(arrows.step, -1),
        }

    def _on_arrow(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Act]:
        """What keys do while an arrow is chosen."""
        do = self._commands.arrows
        table: dict[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {
            (_NONE, _Key.Key_R): do.turn,
            (_NONE, _Key.Key_Return): do.edit,
            (_NONE, _Key.Key_Enter): do.edit,
            (_NONE, _Key.Key_F2): do.edit,
            (_NONE, _Key.Key_T): do.edit,
            (_NONE, _Key.Key_Delete): do.delete,
            (_NONE, _Key.Key_Backspace): do.delete,
            (_NONE, _Key.Key_Escape): do.leave,
        }
        for number, kind in zip(DIGITS, KINDS, strict=False):
            table[_NONE, number] = partial(do.become, kind)
        return table

    def _act(self, event: QKeyEvent) -> Act | None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self._commands.select_all
        if event.matches(QKeySequence.StandardKey.Paste):
            return lambda: self.paste(QGuiApplication.clipboard().text())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = modifiers, Qt.Key(event.key())
        on_arrow = self._arrow_table.get(key) if self._commands.arrows.chosen is not None else None
        return self.over.get(key) or on_arrow or self._table.get(key)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is the board's, not a shortcut of the window."""
        return event.key() == _Key.Key_Space or self._act(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for. False when it is none of the board's."""
        act = self._act(event)
        if act is None:
            return False
        act()
        return True
