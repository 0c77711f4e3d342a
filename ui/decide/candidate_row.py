"""One candidate of the vote as a card: its words, its dots, and what can be made of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from models.edits.turns import Turns
from models.language import gettext as _
from models.voting import Candidate, Ranked
from models.workshop import Workshop
from ui.decide.dots import Bar, DotsEntry
from ui.decide.wording import candidate_name, dots_told, notes_told, rank_told
from ui.parts import MENU_SIGN, label
from ui.theme import UNIT

ONE_LINE_FROM = 600
"""The width, px, from which a row has its words and its dots beside each other."""


class CandidateRow(QFrame):
    """A group or a lone note. Its signals carry the group a decision or an action is to belong to, None for a note."""

    decision_wanted = Signal(object)
    action_wanted = Signal(object)

    def __init__(self, workshop: Workshop, candidate: Candidate) -> None:
        super().__init__()
        self.candidate_id = candidate.id
        self.entry: DotsEntry | None = None
        self.bar: Bar | None = None
        self._beside: tuple[QWidget, ...] = ()
        self._group = None if candidate.is_note else candidate.id
        self.setProperty("role", "card")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        self._box.setSpacing(UNIT // 2)
        self._title = label(candidate_name(workshop, candidate), "field", wrap=True)
        self._box.addWidget(self._title, 1)
        self._foot = QHBoxLayout()
        self._box.addLayout(self._foot, 1)
        self._size = _("a note on its own") if candidate.is_note else notes_told(candidate.size)

    def for_entry(self) -> "CandidateRow":
        """With the field for its dots."""
        self.entry = DotsEntry(self._title.text())
        self._notes = label(self._size, "second")
        self._foot.addWidget(self._notes)
        self._foot.addStretch(1)
        self._foot.addWidget(self.entry)
        self._foot.addWidget(self._use())
        return self

    def for_result(self, ranked: Ranked, most: int) -> "CandidateRow":
        """With its rank and its dots as a bar to the scale of the most."""
        rank = rank_told(ranked)
        self._title.setText(f"{rank}　{self._title.text()}" if rank else self._title.text())
        self.bar = Bar(ranked.dots / most if ranked.dots else 0.0)
        dots = label(_("not counted") if ranked.dots is None else dots_told(ranked.dots), "field")
        self._beside = (dots, label(_("({notes})").format(notes=self._size), "second"), self._use())
        self._foot.addWidget(self.bar, 1)
        for part in self._beside:
            self._foot.addWidget(part)
        return self

    def leave_room(self, widths: Sequence[int]) -> None:
        """Have what stands beside the bar take so much room, px, in the order in which it stands there."""
        for part, width in zip(self._beside, widths, strict=True):
            part.setMinimumWidth(width)

    @property
    def widths(self) -> list[int]:
        """How wide each part beside the bar would be by itself, px."""
        return [part.sizeHint().width() for part in self._beside]

    def show_dots(self, workshop: Workshop, turns: Turns) -> None:
        """Show what was counted, where it is being entered; the words about both turns take the room of others."""
        if self.entry is not None:
            vote = workshop.votes.get(self.candidate_id)
            self.entry.show_dots(None if vote is None else vote.dots, turns, self.candidate_id)
            self._notes.setVisible(self.entry.caption.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words and dots in one line, or one below the other."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE_FROM
        middle = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._title, middle)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _use(self) -> QPushButton:
        words = _("Use this group") if self._group else _("Use this note")
        made = QPushButton(f"{words} {MENU_SIGN}")
        made.setAccessibleName(_("Make a decision or an action of {group}").format(group=self._title.text()))
        menu = QMenu(made)
        menu.addAction(_("Add a decision"), lambda: self.decision_wanted.emit(self._group))
        menu.addAction(_("Add an action"), lambda: self.action_wanted.emit(self._group))
        made.setMenu(menu)
        return made


def align_bars(rows: Sequence[CandidateRow]) -> None:
    """Make the tracks of all bars alike: equal dots are equally long, whatever stands beside them."""
    widest = [max(widths) for widths in zip(*(row.widths for row in rows), strict=True)]
    for row in rows:
        row.leave_room(widest)
