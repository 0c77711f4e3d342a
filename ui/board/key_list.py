"""The keys of the board, for whoever asks for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, label
from ui.theme import UNIT

ROOMY = 960
"""From this width on, px, there is room for two columns."""
HIGHEST = 600
"""Px: however high the window is, what lies below shows that it is only covered."""
LINE = 22
"""Px of a line, whatever scripts are in it."""


def meanings() -> list[tuple[str, list[tuple[str, str]]]]:
    """Headings, and below each the keys as they stand on the keyboard, and what they do."""
    return [
        (_("Choose"), _choosing()),
        (_("Change notes"), _changing()),
        (_("Groups"), _grouping()),
        (_("Look"), _looking()),
    ]


def _choosing() -> list[tuple[str, str]]:
    return [
        (_("← → ↑ ↓"), _("To the next note in this direction")),
        (_("Shift+arrows"), _("The same, and keep what is selected")),
        ("Home / End", _("To the first or the last note")),
        ("Ctrl+A", _("Select all")),
        ("Esc", _("Select nothing")),
        ("Ctrl+F", _("Search")),
        ("F3 / Shift+F3", _("To the next or the previous find")),
        ("N", _("Write a new note")),
    ]


def _changing() -> list[tuple[str, str]]:
    return [
        ("Enter", _("Edit the words")),
        ("Ctrl+Shift+Enter", _("Split in two where one types")),
        ("Shift+M", _("Merge into one note")),
        ("Ctrl+D", _("Copy beside it")),
        ("1 – 5", _("Change the kind (4: into the parking lot)")),
        ("L", _("Lock or unlock")),
        (_("Ctrl+arrows"), _("Move a little")),
        ("A", _("Line up")),
        ("Delete", _("Delete")),
        ("Ctrl+Z / Ctrl+Y", _("Undo or redo")),
    ]


def _grouping() -> list[tuple[str, str]]:
    return [
        ("G", _("Make a group")),
        ("M", _("Move to a group…")),
        ("Shift+G", _("Take out of the group")),
        ("T", _("Change the title")),
        ("Ctrl+M", _("Merge groups")),
        ("X", _("Dissolve the group")),
        ("F", _("Choose the whole group, then the bigger group")),
        ("B / Shift+B", _("Make a bigger group, or leave it")),
        ("S", _("Make a pile, or lay it out again")),
        ("R", _("Connect the two that are chosen")),
        ("Ctrl+R", _("Choose the next arrow")),
        ("1 – 4 / R / Enter", _("Of an arrow: its kind, turn it round, its word")),
        ("O", _("Read as text")),
        ("W", _("Why this group?")),
        ("C", _("Notes like this one")),
    ]


def _looking() -> list[tuple[str, str]]:
    return [
        ("Ctrl+9", _("See all")),
        ("Ctrl+8", _("Zoom to what is selected")),
        ("Ctrl+0", _("Show at 100 %")),
        ("Ctrl+＋ / Ctrl+−", _("Zoom in or out")),
        (_("Space and drag"), _("Pull the board along")),
        (_("Menu key"), _("Everything that can be done to it")),
        ("?", _("Show these keys")),
    ]


class BoardKeyList(QDialog):
    """The keys in two columns, or in one where there is no room; in a low window they are scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys of this screen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(_("Keys of this screen"), "heading"))
        area, page = QScrollArea(), self._page(parent.window().width() >= ROOMY)
        area.setWidgetResizable(True)
        area.setWidget(page)
        column.addWidget(area, 1)
        close = button(_("Close"), self.accept, "primary")
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        wanted = page.sizeHint()
        room = parent.window().size()
        self.resize(
            min(wanted.width() + 10 * UNIT, room.width()), min(wanted.height() + 18 * UNIT, room.height(), HIGHEST)
        )

    def _page(self, roomy: bool) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, UNIT, 0)
        row.setSpacing(4 * UNIT)
        parts = meanings()
        for column in (parts[::2], parts[1::2]) if roomy else (parts,):
            grid = QGridLayout()
            grid.setHorizontalSpacing(2 * UNIT)
            grid.setVerticalSpacing(UNIT // 2)
            for heading, keys in column:
                _fill(grid, heading, keys)
            grid.setRowStretch(grid.rowCount(), 1)
            row.addLayout(grid)
        return page


def _fill(grid: QGridLayout, heading: str, keys: list[tuple[str, str]]) -> None:
    """Put a part below what is in the column already."""
    down = grid.rowCount()
    title = label(heading, "field")
    title.setContentsMargins(0, UNIT, 0, 0)
    grid.addWidget(title, down, 0, 1, 2)
    for row, (key, meaning) in enumerate(keys, start=down + 1):
        for across, words in enumerate((key, meaning)):
            told = label(words, "" if across else "second")
            told.setFixedHeight(LINE)
            grid.addWidget(told, row, across)
