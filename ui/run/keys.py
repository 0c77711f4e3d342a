"""The room's single keys, on the run screen and on the projector alike."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QGridLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, label
from ui.theme import UNIT

SPACE, NEXT, BACK, MORE, LESS = "Space", "Right", "Left", "+", "-"
PROJECTOR, SOUND, BOARD, PAGE_DOWN, PAGE_UP, HELP = "P", "M", "B", "PgDown", "PgUp", "?"


def meanings() -> dict[str, tuple[str, str]]:
    """For each key its name as it stands on the keyboard, and what it does."""
    return {
        SPACE: (_("Space"), _("Start or stop the clock")),
        NEXT: ("→", _("Go to the next item")),
        BACK: ("←", _("Go back to the previous item")),
        MORE: ("＋", _("One minute more")),
        LESS: ("−", _("One minute less")),
        PROJECTOR: ("P", _("Open or close the projector window")),
        PAGE_DOWN: ("Page Down", _("Projector: next notes")),
        PAGE_UP: ("Page Up", _("Projector: previous notes")),
        BOARD: ("B", _("Go to the notes")),
        SOUND: ("M", _("Sound on or off")),
        HELP: ("?", _("Show these keys")),
    }


def bind_keys(widget: QWidget, commands: Mapping[str, Callable[[], object]]) -> None:
    """Have the keys work while the widget, or something in it, has the focus.

    The space bar presses a button that was reached with Tab, as everywhere.
    """
    for key, command in commands.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(key in (MORE, LESS))
        shortcut.activated.connect(_unless_on_button(command) if key == SPACE else command)


def _unless_on_button(command: Callable[[], object]) -> Callable[[], None]:
    def act() -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            command()

    return act


class KeyList(QDialog):
    """The keys and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys of this screen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(label(_("Keys of this screen"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        for row, (name, meaning) in enumerate(meanings().values()):
            grid.addWidget(label(name, "field"), row, 0)
            grid.addWidget(label(meaning), row, 1)
        column.addLayout(grid)
        column.addWidget(button(_("Close"), self.accept, "primary"))
