"""What stands where the agenda has no item: what an agenda is, and two ways to begin one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, card, label, page
from ui.theme import UNIT


class EmptyAgenda(QWidget):
    """`add_wanted` asks for a first item, `template_wanted` for the agenda of the format's template."""

    add_wanted = Signal()
    template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area, middle = page(720, margin=0)
        outer.addWidget(area)
        frame, column = card(margin=4 * UNIT)
        middle.addWidget(frame)
        middle.addStretch(1)
        column.addWidget(label(_("The agenda is empty"), "heading"))
        words = _(
            "It says what the room does, and for how long. Take the usual one and change it, or begin on your own."
        )
        column.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.template_button = button(_("Take the usual agenda"), self.template_wanted.emit)
        self.add_button = button(_("Add an item"), self.add_wanted.emit)
        row.addWidget(self.template_button)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
