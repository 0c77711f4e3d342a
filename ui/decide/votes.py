"""The left side: how the vote goes, in three steps; every candidate with its dots, covered until the vote is closed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.edits import voting
from models.language import gettext as _
from models.voting import Candidate, candidates, dots_of, doubts, lone_by_rule, lone_notes, ranking
from models.workshop import Workshop
from ui.decide.candidate_row import CandidateRow
from ui.decide.closing import ClosingFoot, doubts_told
from ui.decide.tally import Tallied, TallyList
from ui.decide.vote_rules import BudgetStep, Step, TurnStep
from ui.decide.wording import candidate_name, result_told
from ui.editors import Tick
from ui.live_document import LiveDocument
from ui.panes import list_page
from ui.parts import button, card, emptied, label, line
from ui.theme import UNIT

PAGE = 30
"""Cards that are made at once; a button brings as many more."""
FAST = 2.0
"""Seconds within which presses on one row are one step back."""


class CountingStep(Step):
    """③ Whether dots are entered by number or by strokes, whether all is uncovered, and what is voted on."""

    chosen = Signal(bool)

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
        self.column.addWidget(self.uncovered)

    @property
    def strokes(self) -> bool:
        """Whether dots are counted by strokes."""
        return self.by_strokes.isChecked()

    def refresh(self, workshop: Workshop, voted: bool | None) -> None:
        """Show what is chosen."""
        self.told.setText(_stroke_advice() if self.strokes else _cover_advice())
        self.uncovered.setVisible(self.strokes)
        self.lone.setVisible(bool(lone_notes(workshop)))
        self.lone.show_value(lone_by_rule(workshop) if voted is None else voted)

    def _way(self, words: str) -> QPushButton:
        made = button(words, lambda: self.chosen.emit(self.strokes))
        made.setCheckable(True)
        self._ways.addButton(made)
        return made


class VotesPane(QWidget):
    """The steps, all candidates, and the end of the vote; then the result."""

    decision_wanted = Signal(object)
    action_wanted = Signal(object)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._shape: object = None
        self._behind = False
        self._most = PAGE
        self._pressed: tuple[str, float] | None = None
        self.rows: dict[str, CandidateRow] = {}
        self.budget, self.turn, self.counting = BudgetStep(live), TurnStep(live), CountingStep()
        self.foot = ClosingFoot()
        self.tally = TallyList()
        self.reopen_button = button(_("Go on voting"), self._reopen)
        self.more_button = button("", self._show_more)
        self._told = label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area, page = list_page()
        page.addWidget(self._head())
        self._list = QVBoxLayout()
        self._list.setSpacing(UNIT)
        page.addLayout(self._list)
        page.addWidget(self.tally)
        page.addWidget(self.more_button)
        page.addStretch(1)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self._connect()
        self.refresh()

    @property
    def close_button(self) -> QPushButton:
        """The button that closes the vote."""
        return self.foot.close_button

    def follow(self) -> None:
        """Something changed: it is shown now, or as soon as somebody looks."""
        self._behind = not self.isVisible()
        if not self._behind:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: what was changed elsewhere is there."""
        if self._behind:
            self._behind = False
            self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show candidates and dots as they are now; cards are made anew only when what they tell of has changed."""
        workshop = self._live.workshop
        shown = self._candidates(workshop)
        shape = (self.counting.strokes, self._most, _shape(workshop, shown))
        if shape != self._shape:
            self._shape = shape
            self._fill(workshop, shown)
        self._tell(workshop, shown)
        for row in self.rows.values():
            row.show_dots(workshop)
        if self.tally.isVisibleTo(self):
            self.tally.show_rows([_tallied(workshop, one) for one in shown])

    def flush(self) -> None:
        """Save what is being counted."""
        for row in self.rows.values():
            if row.entry is not None:
                row.entry.form.flush()
        self.budget.flush()
        self.foot.blank.form.flush()

    # what it is made of

    def _head(self) -> QWidget:
        head, column = card(UNIT)
        column.addWidget(label(_("Vote"), "heading"))
        column.addWidget(self._told)
        column.addWidget(self.reopen_button)
        self._steps = QWidget()
        steps = QVBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        for place, step in enumerate((self.budget, self.turn, self.counting)):
            if place:
                steps.addWidget(line())
            steps.addWidget(step)
        column.addWidget(self._steps)
        return head

    def _connect(self) -> None:
        self.counting.chosen.connect(lambda _strokes: self._change_way())
        self.counting.uncovered.edited.connect(lambda: self.tally.uncover(self.counting.uncovered.value()))
        self.counting.lone.edited.connect(lambda: self._live.wall.vote_on_lone(self.counting.lone.value()))
        self._live.wall.changed.connect(self.follow)
        self.tally.stroked.connect(self._stroke)
        self.foot.close_wanted.connect(self._close)
        self.foot.blank_counted.connect(self._count_blank)

    def _candidates(self, workshop: Workshop) -> list[Candidate]:
        if workshop.details.votes_closed:
            return [row.candidate for row in ranking(workshop, lone=False)]
        return candidates(workshop, self._live.wall.lone_voted)

    def _fill(self, workshop: Workshop, shown: list[Candidate]) -> None:
        emptied(self._list)
        closed = workshop.details.votes_closed
        strokes = self.counting.strokes and not closed
        made = [] if strokes else self._results(workshop) if closed else self._entries(workshop, shown)
        self.rows = {row.candidate_id: row for row in made}
        for row in made:
            row.decision_wanted.connect(self.decision_wanted)
            row.action_wanted.connect(self.action_wanted)
            self._list.addWidget(row)
        self.tally.setVisible(strokes and bool(shown))
        rest = 0 if strokes else len(shown) - len(made)
        self.more_button.setText(_("Show {count} more").format(count=f"{rest:,}"))
        self.more_button.setVisible(rest > 0)

    def _entries(self, workshop: Workshop, shown: list[Candidate]) -> list[CandidateRow]:
        made = [CandidateRow(workshop, one).for_entry(workshop) for one in shown[: self._most]]
        for row in made:
            assert row.entry is not None
            row.entry.counted.connect(partial(self._count, row))
        return made

    def _results(self, workshop: Workshop) -> list[CandidateRow]:
        rows = ranking(workshop, lone=False)
        most = max((row.dots or 0 for row in rows), default=0)
        return [CandidateRow(workshop, row.candidate).for_result(row, most) for row in rows[: self._most]]

    def _tell(self, workshop: Workshop, shown: list[Candidate]) -> None:
        closed, counted = workshop.details.votes_closed, sum(one.id in workshop.votes for one in shown)
        self._told.setText(_empty() if not shown else result_told(workshop) if closed else "")
        self._told.setVisible(bool(self._told.text()))
        self._steps.setVisible(bool(shown or lone_notes(workshop)) and not closed)
        self.reopen_button.setVisible(closed)
        self.foot.setVisible(bool(shown) and not closed)
        if closed or self.foot.question.isVisible():
            self.foot.ask_nothing()  # what it asks about has changed
        self.budget.refresh(workshop)
        self.turn.refresh(workshop)
        self.counting.refresh(workshop, self._live.wall.lone_voted)
        doubt = doubts(workshop, self._live.wall.lone_voted)
        progress = _strokes_told(doubt.dots, doubt.most) if self.counting.strokes else _progress(shown, counted)
        self.foot.show_state(progress, workshop.details.blank_votes, ready=counted == len(shown))

    # what is done

    def _change_way(self) -> None:
        self.flush()
        self.refresh()
        if self.counting.strokes:
            self.tally.setFocus()

    def _show_more(self) -> None:
        self._most += PAGE
        self.refresh()

    def _count(self, row: CandidateRow, dots: int, continuing: bool) -> None:
        edit = voting.set_dots(self._live.workshop, row.candidate_id, dots)
        if self._live.apply(edit, continuing=continuing) and row.entry is not None:
            row.entry.form.saved()

    def _stroke(self, candidate_id: str, by: int) -> None:
        """One dot more or less, on the disk at once; fast presses on one row are one step back."""
        workshop, now = self._live.workshop, self._live.clock().steady
        before, self._pressed = self._pressed, (candidate_id, now)
        fast = before is not None and before[0] == candidate_id and now - before[1] <= FAST
        dots = workshop.dots(candidate_id) + by
        if dots >= 0:
            self._live.apply(voting.set_dots(workshop, candidate_id, dots), continuing=fast)

    def _count_blank(self, blank: int, continuing: bool) -> None:
        if self._live.apply(voting.count_blank(self._live.workshop, blank), continuing=continuing):
            self.foot.blank.form.saved()

    def _close(self) -> None:
        """Close the vote; what does not add up is asked about once."""
        self.flush()
        workshop, lone = self._live.workshop, self._live.wall.lone_voted
        doubt = doubts(workshop, lone)
        if doubt and not self.foot.question.text:
            self.foot.ask(doubts_told(doubt, by_strokes=self.counting.strokes))
            return
        all_there = self.counting.strokes or not doubt.missing
        without = workshop.clusters if all_there else ()  # a lone note without a dot is no result
        self._live.apply(voting.close_votes(workshop, without, dots_of(workshop, lone)))

    def _reopen(self) -> None:
        self._live.apply(voting.reopen_votes(self._live.workshop))


def _shape(workshop: Workshop, shown: list[Candidate]) -> object:
    """What the cards are made from, but for the dots that a card shows by itself."""
    closed = workshop.details.votes_closed
    return closed, tuple(
        (one.id, candidate_name(workshop, one), one.size, workshop.votes.get(one.id) if closed else None)
        for one in shown
    )


def _tallied(workshop: Workshop, candidate: Candidate) -> Tallied:
    return Tallied(candidate.id, candidate_name(workshop, candidate), workshop.dots(candidate.id))


def _empty() -> str:
    return _("There are no groups yet. Bring notes together on the notes screen; each group is then voted on here.")


def _progress(shown: list[Candidate], counted: int) -> str:
    lone = any(one.is_note for one in shown)
    words = _("Counted: {counted} of {groups}") if lone else _("Counted: {counted} of {groups} groups")
    return words.format(counted=counted, groups=len(shown))


def _strokes_told(dots: int, most: int) -> str:
    """The sum, which tells a counter that a press was taken, and nobody who leads."""
    if most:
        return _("{dots} dots so far (at the most {most})").format(dots=f"{dots:,}", most=f"{most:,}")
    return _("{dots} dots so far").format(dots=f"{dots:,}")


def _cover_advice() -> str:
    return _("Numbers stay covered until the vote is closed, so this screen may be seen by the room.")


def _stroke_advice() -> str:
    return _("Each press on a row is one stroke. Keys: 1 to 0 or Space add, Backspace takes back, ↑↓ choose.")
