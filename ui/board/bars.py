"""What the bars of the board share: buttons that open a menu, and giving up what there is no room for."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.parts import button


def menu_button(words: str, make: Callable[[], QMenu], *, above: bool = False) -> QPushButton:
    """A button that opens a menu below itself, or above; the menu is made when it is asked for."""
    made = button(f"{words} ▼", lambda: open_menu(made, make(), above=above))
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
