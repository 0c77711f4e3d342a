"""The buttons above the page: the vote and what was decided (one or two of them, as there is room), the matrix, the
list of what can be done now."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from models.language import gettext as _


class Tab(IntEnum):
    """What can be brought to the front."""

    VOTE = 0
    DECIDED = 1
    MATRIX = 2
    DOABLE = 3


class Tabs(QWidget):
    """`chosen(Tab)` when one is pressed."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        self.buttons = {tab: QPushButton() for tab in Tab}
        for tab, made in self.buttons.items():
            made.setCheckable(True)
            made.clicked.connect(lambda _on, tab=tab: self.chosen.emit(tab))
            group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        self.arrange(both=True)

    def arrange(self, *, both: bool) -> None:
        """Whether the vote and what was decided stand side by side, under one button."""
        words = {
            Tab.VOTE: _("Vote and decisions") if both else _("Vote"),
            Tab.DECIDED: _("Decisions and actions"),
            Tab.MATRIX: _("Effect and feasibility"),
            Tab.DOABLE: _("What can be done now"),
        }
        for tab, text in words.items():
            self.buttons[tab].setText(text)
            self.buttons[tab].setAccessibleName(text)
        self.buttons[Tab.DECIDED].setVisible(not both)
        if both and self.buttons[Tab.DECIDED].isChecked():
            self.buttons[Tab.VOTE].setChecked(True)

    def show_tab(self, tab: Tab) -> None:
        """Mark what is in front."""
        hidden = self.buttons[tab].isHidden()
        self.buttons[Tab.VOTE if hidden else tab].setChecked(True)
