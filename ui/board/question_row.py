"""Ticks with words of several lines; one for each question of a survey, with some of the answers and their kind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.intake import Question
from models.language import gettext as _
from models.text import cut
from ui.board.entry import KindPicker
from ui.board.kinds import kind_word
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
    """A question, how many answered it, some of the answers, and while it is ticked the kind of notes they become.

    `told` says that some rows tell their own kind.
    """

    def __init__(self, question: Question, *, told: bool = False) -> None:
        title = question.title or _("Column {number}").format(number=question.column + 1)
        count = _("Answers: {count}").format(count=f"{question.answers:,}")
        samples = [cut(" ".join(sample.split()), _SAMPLE_CHARS) for sample in question.samples]
        super().__init__(cut(title, _TITLE_CHARS), "\n".join((count, *samples)))
        self.question, self._told = question, told
        restyle(self.words, "field")
        self.column.addWidget(label(count, "second"))
        for sample in samples:
            self.column.addWidget(label(_("“{answer}”").format(answer=sample), "second", wrap=True))
        self.kind_words = label("", "second")
        self.kinds = KindPicker()
        self.kinds.set_words(False)
        self.kinds.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # a click beside a kind ticks nothing
        self.column.addWidget(self.kind_words)
        self.column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        self.kinds.choose(question.kind)
        self.kinds.chosen.connect(lambda _kind: self._change_kind())
        self.edited.connect(self._show_kind)
        self._show_kind()

    def show_value(self, value: bool) -> None:
        super().show_value(value)
        self._show_kind()

    def _change_kind(self) -> None:
        self._show_kind()
        self.edited.emit()

    def _show_kind(self) -> None:
        words = _("Kind where none is told: {kind}") if self._told else _("Kind: {kind}")
        self.kind_words.setText(words.format(kind=kind_word(self.kinds.kind)))
        self.kind_words.setVisible(self.value())
        self.kinds.setVisible(self.value())
