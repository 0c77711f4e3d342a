"""The lines of the board's menus: words, and after some air the key that does the same."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

_AIR = "\N{EM SPACE}"


def with_key(words: str, key: str) -> str:
    """What a line of a menu says, its key at the right. Qt leaves little room between the two."""
    return words.replace("&", "&&") + (f"\t{_AIR}{key}" if key else "")


def add(menu: QMenu, words: str, key: str, act: Callable[[], object], *, usable: bool = True) -> None:
    """One line of a menu."""
    action = menu.addAction(with_key(words, key))
    action.triggered.connect(lambda: act())
    action.setEnabled(usable)
