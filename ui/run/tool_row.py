"""The row of tools under the clock: the projector, the sound, the list of keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.language import gettext as _
from ui.parts import button
from ui.theme import UNIT


class ToolRow(QWidget):
    """Signals say what was asked for: `projector`, `turned(int)`, `sound`, `help`."""

    projector = Signal()
    turned = Signal(int)
    sound = Signal()
    help = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.projector_button = button("", self.projector.emit)
        self.page_up = button(_("Previous notes"), lambda: self.turned.emit(-1), "quiet")
        self.page_down = button(_("Next notes"), lambda: self.turned.emit(1), "quiet")
        self.sound_button = button("", self.sound.emit, "quiet")
        self.keys_button = button(_("Keys (?)"), self.help.emit, "quiet")
        for one in (self.projector_button, self.page_up, self.page_down):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.sound_button)
        row.addWidget(self.keys_button)

    def say(self, *, projector_open: bool, pages: int, sound_on: bool) -> None:
        """Let the buttons say how things are."""
        _name(
            self.projector_button, _("Close the projector window") if projector_open else _("Open the projector window")
        )
        _name(self.sound_button, _("Sound: on") if sound_on else _("Sound: off"))
        for turner in (self.page_up, self.page_down):
            turner.setVisible(projector_open and pages > 1)


def _name(widget: QPushButton, words: str) -> None:
    if widget.text() != words:
        widget.setText(words)
        widget.setAccessibleName(words)
