"""Ticks with words of several lines; one for each question of a survey, with some of the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.intake import Question
from models.language import gettext as _
from models.text import cut
from ui.editors import Tick
from ui.parts import label, restyle
from ui.theme import TARGET, UNIT

_TITLE_CHARS = 160
_SAMPLE_CHARS = 48


class TickRow(QFrame):
    """A tick beside words that may take several lines; `edited` comes when a person ticks it or takes the tick away.

    A click anywhere in it does that.
    """

    edited = Signal()

    def __init__(self, words: str, description: str = "") -> None:
        super().__init__()
        self.tick = Tick("")
        self.tick.setFixedSize(32, TARGET)
        self.tick.setAccessibleName(words)
        self.tick.setAccessibleDescription(description)
        self.tick.edited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.setContentsMargins(0, UNIT, 0, UNIT)
        self.words = label(words, wrap=True)
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.tick.value()

    def show_value(self, value: bool) -> None:
        """Show it ticked or not, without telling that somebody did."""
        self.tick.show_value(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.click()


class QuestionRow(TickRow):
    """A question, how many answered it, and some of the answers."""

    def __init__(self, question: Question) -> None:
        title = question.title or _("Column {number}").format(number=question.column + 1)
        count = _("Answers: {count}").format(count=f"{question.answers:,}")
        samples = [cut(" ".join(sample.split()), _SAMPLE_CHARS) for sample in question.samples]
        super().__init__(cut(title, _TITLE_CHARS), "\n".join((count, *samples)))
        self.question = question
        restyle(self.words, "field")
        self.column.addWidget(label(count, "second"))
        for sample in samples:
            self.column.addWidget(label(_("“{answer}”").format(answer=sample), "second", wrap=True))
