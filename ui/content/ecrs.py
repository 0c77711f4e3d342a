"""The four ways to review a piece of work, as four buttons, and their tally."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.cases import ReviewKind
from models.formats import OwnWork
from models.language import gettext as _
from ui.content.bars import ShareBar
from ui.content.wording import LETTERS, hours_told, review_word, share, tame
from ui.parts import label
from ui.theme import KEY, TARGET, UNIT, WHITE


class ReviewButtons(QWidget):
    """やめる・まとめる・入れ替える・簡単にする: one of them or none. `chosen` carries what a person chose.

    They leave the focus where it is: with the keyboard the row's own keys E C R S do the same.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        self.buttons = {kind: self._button(kind) for kind in ReviewKind}
        for made in self.buttons.values():
            row.addWidget(made)
        row.addStretch(1)

    def show_value(self, value: ReviewKind | None) -> None:
        """Show what is chosen."""
        for kind, made in self.buttons.items():
            made.setChecked(kind is value)

    def _button(self, kind: ReviewKind) -> QPushButton:
        made = QPushButton(f"{LETTERS[kind]} {review_word(kind)}")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setMinimumSize(TARGET, TARGET)
        made.setStyleSheet(
            "QPushButton { padding: 0 8px; font-weight: normal; }"
            f"QPushButton:checked {{ background: {KEY}; color: {WHITE}; border: 1px solid {KEY}; }}"
        )
        made.setAccessibleName(review_word(kind))
        made.setAccessibleDescription(_("Key {key} on the row").format(key=LETTERS[kind]))
        made.clicked.connect(lambda on: self.chosen.emit(kind if on else None))
        return made


class Tally(QWidget):
    """For each way, and for what is undecided: how many pieces of work, and hours a year as a bar."""

    KINDS = (*ReviewKind, None)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, UNIT)
        row.setSpacing(2 * UNIT)
        self.cells = {kind: TallyCell(review_word(kind) if kind else _("Not marked yet")) for kind in self.KINDS}
        for cell in self.cells.values():
            row.addWidget(cell, 1)

    def tell(self, works: list[OwnWork]) -> None:
        """Show the counts and hours of these."""
        hours = {kind: tame(sum(hours_of(work) for work in works if work.review is kind)) for kind in self.KINDS}
        most = max(hours.values())
        for kind, cell in self.cells.items():
            cell.tell(sum(work.review is kind for work in works), hours[kind], share(hours[kind], most))


class TallyCell(QWidget):
    """One way: its name, its figures, its bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(label(name, "field"))
        self.told = label("", "second")
        column.addWidget(self.told)
        self._bar = ShareBar()
        column.addWidget(self._bar)

    def tell(self, count: int, hours: float, part: float) -> None:
        """Show these figures; `part` is the bar's length from 0 to 1."""
        words = _("Items: {count}").format(count=f"{count:,}")
        self.told.setText(_(" · ").join((words, hours_told(hours))) if hours else words)
        self._bar.show_share(part)
        self.setAccessibleName(f"{self._name} {self.told.text()}")


def hours_of(work: OwnWork) -> float:
    """Hours a year a piece of work takes."""
    return tame(tame(work.minutes) * tame(work.times_per_year) / 60)
