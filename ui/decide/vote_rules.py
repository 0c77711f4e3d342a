"""The first two steps of a vote: how many dots a person has, and staff before managers."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from models.edits import voting
from models.language import gettext as _
from models.voting import Candidate, candidates, dots_by_rule, dots_of, voters_of
from models.workshop import VoteTurn, Workshop
from ui.decide.dots import Stepper
from ui.decide.step import Step
from ui.editors import Number
from ui.live_document import LiveDocument
from ui.parts import button, label


class BudgetStep(Step):
    """① How many dots a person has, by the rule unless it was agreed otherwise, and how many people vote."""

    def __init__(self, live: LiveDocument) -> None:
        self._live = live
        self.change = button(_("Agree otherwise"), self._toggle)
        self.change.setCheckable(True)
        super().__init__("①", _("How many dots"), self.change)
        self.each = _stepper(_("Dots a person has"), voting.MAX_DOTS_EACH)
        self.voters = _stepper(_("People who vote"), voting.MAX_VOTERS)
        self.each.counted.connect(partial(self._agree, "dots_each"))
        self.voters.counted.connect(partial(self._agree, "voters"))
        self._fields = QWidget()
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (name, field) in enumerate(((_("Dots a person has"), self.each), (_("People who vote"), self.voters))):
            grid.addWidget(label(name), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(2, 1)
        self._fields.hide()
        self.column.addWidget(self._fields)

    @property
    def brief(self) -> str:
        """The dots a person has."""
        return _("{dots} dots a person").format(dots=int(self.each.field.value() or 0))

    def refresh(self, workshop: Workshop) -> None:
        """Show what is agreed now."""
        lone = self._live.wall.lone_voted
        rows, each, voters = candidates(workshop, lone), dots_of(workshop, lone), voters_of(workshop)
        self.told.setText(_budget_told(rows, each, voters))
        self.each.show_number(each)
        self.voters.show_number(voters or None)

    def flush(self) -> None:
        """Save what is being typed."""
        self.each.form.flush()
        self.voters.form.flush()

    def _toggle(self) -> None:
        self._fields.setVisible(self.change.isChecked())

    def _agree(self, field: str, number: int, continuing: bool) -> None:
        edit = voting.set_vote_rules(self._live.workshop, **{field: number})
        if self._live.apply(edit, continuing=continuing):
            (self.each if field == "dots_each" else self.voters).form.saved()
            self.refresh(self._live.workshop)


def _stepper(name: str, most: int) -> Stepper:
    names = (name, _("{name}: one less").format(name=name), _("{name}: one more").format(name=name))
    return Stepper(Number(most=most), names)


def _budget_told(rows: list[Candidate], each: int, voters: int) -> str:
    if not rows:
        return _people_told(each, voters)
    rule = dots_by_rule(len(rows))
    notes = sum(row.is_note for row in rows)
    what = _("{count} groups").format(count=len(rows) - notes) if len(rows) > notes else ""
    lone = _("{count} lone notes").format(count=notes) if notes else ""
    of = _(" and ").join(filter(None, (what, lone)))
    if each == rule:
        told = _("About a third of {candidates} → {dots} dots a person").format(candidates=of, dots=each)
    else:
        told = _("{dots} dots a person (by the rule {rule}: about a third of {candidates})").format(
            dots=each, rule=rule, candidates=of
        )
    return told + "\n" + _people_told(each, voters)


def _people_told(each: int, voters: int) -> str:
    if not voters:
        return _("How many people vote was not said yet.")
    return _("{people} people vote: {dots} dots together at the most").format(people=voters, dots=voters * each)


class TurnStep(Step):
    """② Staff first, then managers: nobody follows the boss."""

    def __init__(self, live: LiveDocument) -> None:
        self._live = live
        self.turn_button = button("", self._pass)
        super().__init__("②", _("Staff first, managers after them"), self.turn_button)

    @property
    def brief(self) -> str:
        """Whose turn it is."""
        staff = self._live.workshop.details.vote_turn is VoteTurn.STAFF
        return _("Staff's turn") if staff else _("Managers' turn")

    def refresh(self, workshop: Workshop) -> None:
        """Show whose turn it is."""
        staff = workshop.details.vote_turn is VoteTurn.STAFF
        words = _("On to the managers") if staff else _("Back to the staff")
        self.turn_button.setText(words)
        self.turn_button.setAccessibleName(words)
        self.told.setText(_("It is the staff's turn.") if staff else _managers_told())

    def _pass(self) -> None:
        self._live.apply(voting.next_turn(self._live.workshop))


def _managers_told() -> str:
    return _("It is the managers' turn. Count their dots alone; they are added to the staff's, which stay covered.")
