"""The left side: how the vote goes, in three steps; every candidate with its dots, covered until the vote is closed."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.edits import voting
from models.language import gettext as _
from models.voting import Candidate, candidates, dots_of, doubts, lone_notes, ranking
from models.workshop import Workshop
from ui.decide.candidate_row import CandidateRow, align_bars
from ui.decide.closing import ClosingFoot, doubts_told
from ui.decide.counting import CountingStep
from ui.decide.dots import DotsEntry
from ui.decide.followed_turns import FollowedTurns
from ui.decide.step import Steps
from ui.decide.tally import TallyList
from ui.decide.tally_row import Tallied
from ui.decide.vote_rules import BudgetStep, TurnStep
from ui.decide.wording import candidate_name, nothing_to_vote_told, progress_told, result_told, strokes_told
from ui.live_document import LiveDocument
from ui.panes import list_page
from ui.parts import button, card, emptied, label
from ui.theme import UNIT

PAGE = 30
"""Cards that are made at once; a button brings as many more."""
LOW = 480
"""The height, px, below which the steps are folded from the start."""
FAST = 2.0
"""Seconds within which presses on one row are one step back."""


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
        self._closed = live.workshop.details.votes_closed
        self._begun = bool(live.workshop.votes)
        self._turns = FollowedTurns(live)
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
        page.addWidget(self.counting.cover_line)
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
        self._begun = self._begun or bool(self._live.workshop.votes)  # not under somebody's hands
        if self._behind:
            self._behind = False
            self.refresh()
        self._fold()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low there is no room for the steps."""
        super().resizeEvent(event)
        self._fold()

    def refresh(self) -> None:
        """Show candidates and dots as they are now; cards are made anew only when what they tell of has changed."""
        workshop = self._live.workshop
        shown = self._candidates(workshop)
        just_closed, self._closed = workshop.details.votes_closed and not self._closed, workshop.details.votes_closed
        shape = (self.counting.strokes, self._most, _shape(workshop, shown))
        if shape != self._shape:
            self._shape = shape
            self._fill(workshop, shown)
        self._tell(workshop, shown)
        turns = self._turns.now()
        for row in self.rows.values():
            row.show_dots(workshop, turns)
        if self.tally.isVisibleTo(self):
            self.tally.show_rows([_tallied(workshop, one) for one in shown])
        if just_closed:
            QTimer.singleShot(0, self, self._go_to_the_first)  # once the focus has left the buttons of the open vote

    def _go_to_the_first(self) -> None:
        """Those with the most dots are in sight."""
        self.area.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Save what is being counted."""
        for row in self.rows.values():
            if row.entry is not None:
                row.entry.form.flush()
        self.budget.flush()
        self.foot.blank.form.flush()

    # what it is made of

    def _head(self) -> QWidget:
        head, self._inner = card(UNIT)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._heading = label(_("Vote"), "heading")
        words.addWidget(self._heading)
        words.addWidget(self._told)
        row.addLayout(words, 1)
        row.addWidget(self.reopen_button)
        self._inner.addLayout(row)
        self.steps = Steps((self.budget, self.turn, self.counting))
        self._inner.addWidget(self.steps)
        return head

    def _fold(self) -> None:
        """Leave the room to what is counted, once somebody counts or where there is little of it."""
        low = self.height() < LOW
        closed = self._live.workshop.details.votes_closed
        self.steps.fold(low or self._begun)
        self._heading.setHidden(low or (self._begun and not closed))
        edge = UNIT if self.steps.folded and not closed else 2 * UNIT
        self._inner.setContentsMargins(edge, edge, edge, edge)

    def _connect(self) -> None:
        self.turn.turn_button.pressed.connect(self.flush)  # what is typed belongs to the turn that ends
        self.counting.chosen.connect(self._begin_counting)
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
        if closed:
            align_bars(made)
        for part in (self.counting.cover_line, self.tally):
            part.setVisible(strokes and bool(shown))
        rest = 0 if strokes else len(shown) - len(made)
        self.more_button.setText(_("Show {count} more").format(count=f"{rest:,}"))
        self.more_button.setVisible(rest > 0)

    def _entries(self, workshop: Workshop, shown: list[Candidate]) -> list[CandidateRow]:
        made = [CandidateRow(workshop, one).for_entry() for one in shown[: self._most]]
        for row in made:
            assert row.entry is not None
            row.entry.counted.connect(partial(self._count, row.candidate_id, row.entry))
        return made

    def _results(self, workshop: Workshop) -> list[CandidateRow]:
        rows = ranking(workshop, lone=False)
        most = max((row.dots or 0 for row in rows), default=0)
        return [CandidateRow(workshop, row.candidate).for_result(row, most) for row in rows[: self._most]]

    def _tell(self, workshop: Workshop, shown: list[Candidate]) -> None:
        closed, counted = workshop.details.votes_closed, sum(one.id in workshop.votes for one in shown)
        self._told.setText(nothing_to_vote_told() if not shown else result_told(workshop) if closed else "")
        self._told.setVisible(bool(self._told.text()))
        self.steps.setVisible(bool(shown or lone_notes(workshop)) and not closed)
        self.reopen_button.setVisible(closed)
        self.foot.setVisible(bool(shown) and not closed)
        if closed or self.foot.question.isVisible():
            self.foot.ask_nothing()  # what it asks about has changed
        self.budget.refresh(workshop)
        self.turn.refresh(workshop)
        self.counting.refresh(workshop, self._live.wall.lone_voted)
        self.steps.tell()
        self._begun = self._begun or closed
        self._fold()
        doubt = doubts(workshop, self._live.wall.lone_voted)
        progress = strokes_told(doubt.dots, doubt.most) if self.counting.strokes else progress_told(shown, counted)
        self.foot.show_state(progress, workshop.details.blank_votes, ready=counted == len(shown))

    # what is done

    def _begin_counting(self) -> None:
        """One way or the other: the steps make room, and the first key counts."""
        self.flush()
        self._begun = True
        self.steps.fold(False)  # one that was open closes too
        self.refresh()
        if (page := self.area.widget()) is not None and (laid := page.layout()) is not None:
            laid.activate()
        self.area.verticalScrollBar().setValue(0)
        if self.counting.strokes:
            self.tally.setFocus()
        elif (first := next(iter(self.rows.values()), None)) is not None and first.entry is not None:
            first.entry.field.setFocus()

    def _show_more(self) -> None:
        self._most += PAGE
        self.refresh()

    def _count(self, candidate_id: str, entry: DotsEntry, _dots: int, continuing: bool) -> None:
        edit = voting.set_dots(self._live.workshop, candidate_id, entry.total)
        if self._live.apply(edit, continuing=continuing):
            entry.form.saved()

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
