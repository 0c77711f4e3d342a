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
PRESENT, FREEZE, BLACK, PARK, CONTENT = "Shift+P", "F", ".", "K", "T"
REPLAN, METHOD, AWAY = "R", "H", "Esc"
NUMBERS = ("1", "2", "3")
UP, DOWN = "Up", "Down"


def meanings(content: str = "") -> dict[str, tuple[str, str]]:
    """For each key its name as it stands on the keyboard, and what it does; `content` names what T goes to."""
    return _of_the_clock() | _of_the_wall() | _of_the_screens(content)


def _of_the_clock() -> dict[str, tuple[str, str]]:
    return {
        SPACE: (_("Space"), _("Start or stop the clock")),
        NEXT: ("→", _("Go to the next item")),
        BACK: ("←", _("Go back to the previous item")),
        MORE: ("＋", _("One minute more")),
        LESS: ("−", _("One minute less")),
        REPLAN: ("R", _("Open the re-plans, or put them away")),
        NUMBERS[0]: ("1 2 3", _("Choose a re-plan, or the answer to homework")),
        UP: ("↑ ↓", _("Choose a piece of last time's homework")),
        AWAY: ("Esc", _("Go on as it is; back from a line of text")),
    }


def _of_the_wall() -> dict[str, tuple[str, str]]:
    return {
        PROJECTOR: ("P", _("Open or close the projector window")),
        PRESENT: ("Shift+P", _("Give the room this screen")),
        FREEZE: ("F", _("Projector: hold the picture, or go on")),
        BLACK: (".", _("Projector: black, or the picture again")),
        PAGE_DOWN: ("Page Down", _("Projector: next notes")),
        PAGE_UP: ("Page Up", _("Projector: previous notes")),
    }


def _of_the_screens(content: str) -> dict[str, tuple[str, str]]:
    to_content = {CONTENT: ("T", _("Go to “{place}”").format(place=content))} if content else {}
    return {
        METHOD: ("H", _("How the item is done, or what you may say")),
        PARK: ("K", _("Set something aside in the parking lot")),
        BOARD: ("B", _("Go to the notes")),
        **to_content,
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
    """The keys and what they do, in two columns."""

    def __init__(self, parent: QWidget, content: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys of this screen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(_("Keys of this screen"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        known = list(meanings(content).values())
        half = (len(known) + 1) // 2
        for place, (name, meaning) in enumerate(known):
            across, down = divmod(place, half)
            grid.addWidget(label(name, "field"), down, 2 * across)
            grid.addWidget(label(meaning), down, 2 * across + 1)
        column.addLayout(grid)
        column.addWidget(button(_("Close"), self.accept, "primary"))
