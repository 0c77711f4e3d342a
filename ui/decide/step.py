"""A step of the vote, and the steps together: written out while there is room, else folded into a line of buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.parts import button, label, line
from ui.theme import UNIT


class Step(QWidget):
    """A numbered step: its name, a line that says how it stands, and a button at its right."""

    def __init__(self, number: str, title: str, pressed: QPushButton | None = None) -> None:
        super().__init__()
        self.number = number
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT // 2)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(f"{number}　{title}", "field", wrap=True))
        self.told = label("", "second", wrap=True)
        words.addWidget(self.told)
        head.addLayout(words, 1)
        if pressed is not None:
            head.addWidget(pressed)
        self.column.addLayout(head)

    @property
    def brief(self) -> str:
        """How it stands, in a word or two."""
        return ""


class Steps(QWidget):
    """All steps of a vote; folded, each is a button that opens it, one at a time."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._lines = [line() for _step in self._steps[1:]]
        self.folded = False
        self.chips = [self._chip(place) for place in range(len(self._steps))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar())
        for place, step in enumerate(self._steps):
            if place:
                column.addWidget(self._lines[place - 1])
            column.addWidget(step)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Fold all into one line, or write them out."""
        if folded and not self.folded:
            for chip in self.chips:
                chip.setChecked(False)
        self.folded = folded
        self._arrange()

    def tell(self) -> None:
        """Say on the buttons how each step stands now."""
        for chip, step in zip(self.chips, self._steps, strict=True):
            chip.setText(f"{step.number} {step.brief}".replace("&", "&&"))
            chip.setAccessibleName(step.brief)
            chip.setAccessibleDescription(step.told.text())

    def _bar(self) -> QWidget:
        self._chips = QWidget()
        row = QHBoxLayout(self._chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for chip in self.chips:
            row.addWidget(chip)
        row.addStretch(1)
        return self._chips

    def _chip(self, place: int) -> QPushButton:
        made = button("", lambda: self._open(place))
        made.setCheckable(True)
        made.setStyleSheet(f"padding: 0 {UNIT}px;")
        return made

    def _open(self, place: int) -> None:
        """One step at a time: a press on another button closes this one."""
        for other, chip in enumerate(self.chips):
            if other != place:
                chip.setChecked(False)
        self._arrange()

    def _arrange(self) -> None:
        self._chips.setVisible(self.folded)
        for step, chip in zip(self._steps, self.chips, strict=True):
            step.setVisible(not self.folded or chip.isChecked())
        for made in self._lines:
            made.setVisible(not self.folded)
