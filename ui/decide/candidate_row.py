"""One candidate of the vote as a card: its words, its dots, and what can be made of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from models.language import gettext as _
from models.voting import Candidate, Ranked
from models.workshop import Workshop
from ui.decide.dots import Bar, DotsEntry
from ui.decide.wording import candidate_name, dots_told, notes_told, rank_told
from ui.parts import label
from ui.theme import UNIT


class CandidateRow(QFrame):
    """A group or a lone note. Its signals carry the group a decision or an action is to belong to, None for a note."""

    decision_wanted = Signal(object)
    action_wanted = Signal(object)

    def __init__(self, workshop: Workshop, candidate: Candidate) -> None:
        super().__init__()
        self.candidate_id = candidate.id
        self.entry: DotsEntry | None = None
        self._group = None if candidate.is_note else candidate.id
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        self._title = label(candidate_name(workshop, candidate), "field", wrap=True)
        column.addWidget(self._title)
        self._foot = QHBoxLayout()
        column.addLayout(self._foot)
        self._size = _("a note on its own") if candidate.is_note else notes_told(candidate.size)

    def for_entry(self, workshop: Workshop) -> "CandidateRow":
        """With the field for its dots."""
        vote = workshop.votes.get(self.candidate_id)
        self.entry = DotsEntry(self._title.text(), None if vote is None else vote.dots)
        self._foot.addWidget(label(self._size, "second"))
        self._foot.addStretch(1)
        self._foot.addWidget(self.entry)
        self._foot.addWidget(self._use())
        return self

    def for_result(self, ranked: Ranked, most: int) -> "CandidateRow":
        """With its rank and its dots as a bar to the scale of the most."""
        rank = rank_told(ranked)
        self._title.setText(f"{rank}　{self._title.text()}" if rank else self._title.text())
        self._foot.addWidget(Bar(ranked.dots / most if ranked.dots else 0.0), 1)
        self._foot.addWidget(label(_("not counted") if ranked.dots is None else dots_told(ranked.dots), "field"))
        self._foot.addWidget(label(_("({notes})").format(notes=self._size), "second"))
        self._foot.addWidget(self._use())
        return self

    def show_dots(self, workshop: Workshop) -> None:
        """Show what was counted, where it is being entered."""
        if self.entry is not None:
            vote = workshop.votes.get(self.candidate_id)
            self.entry.show_number(None if vote is None else vote.dots)

    def _use(self) -> QPushButton:
        made = QPushButton(_("Use this group") if self._group else _("Use this note"))
        made.setAccessibleName(_("Make a decision or an action of {group}").format(group=self._title.text()))
        menu = QMenu(made)
        menu.addAction(_("Add a decision"), lambda: self.decision_wanted.emit(self._group))
        menu.addAction(_("Add an action"), lambda: self.action_wanted.emit(self._group))
        made.setMenu(menu)
        return made
