"""One question of a survey: a tick, its words, how many answered, and some of the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.intake import Question
from models.language import gettext as _
from models.text import cut
from ui.editors import Tick
from ui.parts import label
from ui.theme import TARGET, UNIT

_TITLE_CHARS = 160
_SAMPLE_CHARS = 48


class QuestionRow(QFrame):
    """`edited` comes when it is ticked or not any more; a click anywhere in it does that."""

    edited = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        title = question.title or _("Column {number}").format(number=question.column + 1)
        count = _("Answers: {count}").format(count=f"{question.answers:,}")
        samples = [cut(" ".join(sample.split()), _SAMPLE_CHARS) for sample in question.samples]
        self.tick = Tick("")
        self.tick.setFixedSize(32, TARGET)
        self.tick.setAccessibleName(title)
        self.tick.setAccessibleDescription("\n".join((count, *samples)))
        self.tick.edited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(UNIT)
        column.addWidget(label(cut(title, _TITLE_CHARS), "field", wrap=True))
        column.addWidget(label(count, "second"))
        for sample in samples:
            column.addWidget(label(_("“{answer}”").format(answer=sample), "second", wrap=True))
        row.addLayout(column, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.click()
