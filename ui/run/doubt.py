"""The question after a restart whose clock cannot be believed: how long did the item run?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.agenda import MAX_MINUTES
from models.language import gettext as _
from ui.editors import Number
from ui.parts import button, label
from ui.run.paragraph import Paragraph
from ui.theme import LEAD, UNIT, WARNING_TEXT, WARNING_TINT


class DoubtPanel(QFrame):
    """Asks until it is answered. `ran(int)` brings minutes; `resumed` and `stood_still` take what was recorded."""

    ran = Signal(int)
    resumed = Signal()
    stood_still = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doubt")
        self.setStyleSheet(
            f"QFrame#doubt {{ background: {WARNING_TINT}; border: 1px solid {WARNING_TEXT}; border-radius: 8px; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        self.question = Paragraph(LEAD)
        column.addWidget(self.question)
        self.minutes = Number(most=MAX_MINUTES)
        self.minutes.setAccessibleName(_("Minutes this item ran"))
        answer = QHBoxLayout()
        answer.addWidget(self.minutes)
        answer.addWidget(label(_("min")))
        answer.addWidget(button(_("It ran this long; go on"), self._ran))
        answer.addStretch(1)
        column.addLayout(answer)
        others = QHBoxLayout()
        others.addWidget(button(_("Go on from here"), self.resumed.emit))
        others.addWidget(button(_("It stood still; keep it stopped"), self.stood_still.emit))
        others.addStretch(1)
        column.addLayout(others)

    def ask(self, title: str, counted: float, believable: float) -> None:
        """Ask about the item: `counted` seconds are certain, `believable` is a fair guess to begin with."""
        self.question.say(
            _(
                "The app was closed while “{title}” ran, and the computer's clock cannot tell for how long."
                " {minutes} min are recorded. How long did the item run? Nothing else was lost."
            ).format(title=title, minutes=round(counted / 60))
        )
        self.minutes.show_value(round(believable / 60))
        self.show()

    def _ran(self) -> None:
        minutes = self.minutes.value()
        if minutes is None:
            self.minutes.setFocus()
        else:
            self.ran.emit(int(minutes))
