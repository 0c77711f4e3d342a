"""Turning through a list that is too long to be in sight at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, label
from ui.theme import UNIT


class Turner(QWidget):
    """Which groups are in sight, with a button to those before and one to those after. `turned(-1 or 1)` asks."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.told = label("", "field")
        self.back_button = button(_("Groups before"), lambda: self.turned.emit(-1))
        self.on_button = button(_("Groups after"), lambda: self.turned.emit(1))
        row.addWidget(self.told, 1)
        row.addWidget(self.back_button)
        row.addWidget(self.on_button)

    def tell(self, first: int, last: int, count: int) -> None:
        """Tell which are in sight, counted from 1; nothing is said where all are."""
        words = _("Groups {first} to {last} of {count}").format(first=first, last=last, count=f"{count:,}")
        self.told.setText(words)
        self.back_button.setEnabled(first > 1)
        self.on_button.setEnabled(last < count)
        self.setVisible(first > 1 or last < count)
