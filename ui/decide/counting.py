"""The third step of a vote: by number or by strokes, whether all is uncovered, and what is voted on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from models.language import gettext as _
from models.voting import lone_by_rule, lone_notes
from models.workshop import Workshop
from ui.decide.step import Step
from ui.editors import Tick
from ui.parts import button, label
from ui.theme import UNIT


class CountingStep(Step):
    """③ How dots are entered. `chosen` when somebody begins to count one way or the other."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__("③", _("Count"))
        row = QHBoxLayout()
        self._ways = QButtonGroup(self)
        self.by_number = self._way(_("By number"))
        self.by_strokes = self._way(_("By strokes of 正"))
        self.by_number.setChecked(True)
        row.addWidget(self.by_number)
        row.addWidget(self.by_strokes)
        row.addStretch(1)
        self.column.addLayout(row)
        self.uncovered = Tick(_("Show all numbers"))
        self.uncovered.setToolTip(_("Only while the room does not see this screen"))
        self.uncovered.setAccessibleDescription(self.uncovered.toolTip())
        self.lone = Tick(_("Vote on notes on their own as well"))
        self.column.addWidget(self.lone)
        self.cover_line = self._cover_line()

    @property
    def strokes(self) -> bool:
        """Whether dots are counted by strokes."""
        return self.by_strokes.isChecked()

    @property
    def brief(self) -> str:
        """The way that is chosen."""
        return _("Strokes of 正") if self.strokes else _("By number")

    def refresh(self, workshop: Workshop, voted: bool | None) -> None:
        """Show what is chosen."""
        self.told.setText(_stroke_advice() if self.strokes else _cover_advice())
        self.lone.setVisible(bool(lone_notes(workshop)))
        self.lone.show_value(lone_by_rule(workshop) if voted is None else voted)

    def _cover_line(self) -> QWidget:
        """What ● means, and the switch: to stand over the rows, so that it is there when the steps are folded."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(UNIT, 0, 0, 0)
        self.covering = label("", "second", wrap=True)
        row.addWidget(self.covering, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.uncovered)
        self.uncovered.edited.connect(self._tell_covering)
        self._tell_covering()
        return made

    def _tell_covering(self) -> None:
        covered, shown = _("● : the numbers of other rows are hidden."), _("All numbers are shown.")
        self.covering.setText(shown if self.uncovered.value() else covered)

    def _way(self, words: str) -> QPushButton:
        made = button(words, self.chosen.emit)
        made.setCheckable(True)
        self._ways.addButton(made)
        return made


def _cover_advice() -> str:
    return _("Numbers stay covered until the vote is closed, so this screen may be seen by the room.")


def _stroke_advice() -> str:
    return _("Each press on a row is one stroke. Keys: 1 to 0 or Space add, Backspace takes back, ↑↓ choose.")
