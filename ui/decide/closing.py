"""The foot of an open vote: how far the counting is, blank votes, and its end, with a question where it is odd."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.edits import voting
from models.language import gettext as _
from models.voting import Doubts
from ui.decide.candidate_row import ONE_LINE_FROM
from ui.decide.dots import Stepper
from ui.editors import Number
from ui.parts import button, card, label, restyle
from ui.theme import UNIT, WARNING_TEXT, WARNING_TINT


class Question(QFrame):
    """What is odd about the count, and two ways on."""

    close_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question")
        self.setStyleSheet(
            f"QFrame#question {{ background: {WARNING_TINT}; border: 1px solid {WARNING_TEXT}; border-radius: 8px; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self._text = label("", wrap=True)
        column.addWidget(self._text)
        answers = QHBoxLayout()
        self.back_button = button(_("Back to counting"), self.left.emit)
        self.anyway_button = button(_("Close as it is"), self.close_wanted.emit)
        for answer in (self.back_button, self.anyway_button):
            answers.addWidget(answer)
        answers.addStretch(1)
        column.addLayout(answers)
        self.hide()

    @property
    def text(self) -> str:
        """What is asked now, empty for nothing."""
        return "" if self.isHidden() else self._text.text()

    def ask(self, text: str) -> None:
        """Ask; the careful answer has the focus."""
        self._text.setText(text)
        self.show()
        self.back_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to counting."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ClosingFoot(QWidget):
    """`close_wanted` asks to close the vote as it is counted, `blank_counted` to keep a number of blank votes."""

    close_wanted = Signal()
    blank_counted = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.question = Question()
        self.question.left.connect(self.ask_nothing)
        self.question.close_wanted.connect(self.close_wanted)
        column.addWidget(self.question)
        column.addWidget(self._counted())

    def _counted(self) -> QWidget:
        """The progress, and the row with blank votes and the end; beside each other where there is room."""
        self._usual, inner = card(UNIT // 2, UNIT)
        self._progress = label("", "second", wrap=True)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(UNIT // 2)
        self._box.addWidget(self._progress, 1)
        self._box.addLayout(self._last_row(), 2)
        inner.addLayout(self._box)
        return self._usual

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = _("Blank votes")
        names = (name, _("{name}: one less").format(name=name), _("{name}: one more").format(name=name))
        self.blank = Stepper(Number(most=voting.MAX_VOTERS), names, 52)
        self.blank.field.setAccessibleDescription(_("People who put no dot at all"))
        self.blank.counted.connect(self.blank_counted)
        row.addWidget(label(name, "field"))
        row.addWidget(self.blank)
        row.addStretch(1)
        self.close_button = button(_("Close the vote"), self.close_wanted.emit, "primary")
        row.addWidget(self.close_button)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All in one line, or the progress above the rest."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE_FROM
        middle = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._progress, middle)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @property
    def progress(self) -> str:
        """How far the counting is, as it is told."""
        return self._progress.text()

    def show_state(self, progress: str, blank: int, *, ready: bool) -> None:
        """Show how far the counting is; the button is the screen's first one when everything is counted."""
        self._progress.setText(progress)
        self.blank.show_number(blank)
        restyle(self.close_button, "primary" if ready else "")

    def ask(self, text: str) -> None:
        """Put a question in the place of the button."""
        self._usual.hide()
        self.question.ask(text)

    def ask_nothing(self) -> None:
        """Take the question away, and give the focus back to the button."""
        focused = self.question.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._usual.show()
        self.question.hide()
        if focused:
            self.close_button.setFocus()


def doubts_told(doubts: Doubts, *, by_strokes: bool) -> str:
    """What does not add up, in plain words, and the question."""
    told = []
    if doubts.too_many:
        told.append(
            _("{dots} dots were counted, though all together have {most} at the most.").format(
                dots=f"{doubts.dots:,}", most=f"{doubts.most:,}"
            )
        )
    if doubts.too_blank:
        told.append(
            _("There are {blank} blank votes, though {voters} people vote.").format(
                blank=f"{doubts.blank:,}", voters=f"{doubts.voters:,}"
            )
        )
    if doubts.missing:
        words = (
            _("{count} have no stroke yet; they count as none.") if by_strokes else _("{count} are not counted yet.")
        )
        told.append(words.format(count=f"{doubts.missing:,}"))
    return "".join((*told, _(" Close the vote as it is?")))
