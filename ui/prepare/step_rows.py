"""The steps of group work within one agenda item: which 班 does what for how long."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.agenda import TeamStep, steps_of
from models.edits import lists
from models.language import gettext as _
from models.workshop import Workshop
from ui.editors import Choice, Line
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label, small_button
from ui.prepare.item_fields import shown_minutes
from ui.prepare.minutes_field import Minutes
from ui.team_names import all_teams, team_name
from ui.theme import UNIT

MOST_TEAMS = 6
USUAL_MINUTES = 5


class StepRows(QWidget):
    """Every change is an edit; what exceeds the item's minutes is said below the rows."""

    def __init__(self, live: LiveDocument, item_id: str) -> None:
        super().__init__()
        self._live, self._item_id = live, item_id
        self.rows: dict[str, StepRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(label(_("Steps of group work (班)"), "field"))
        self._hint = label(
            _("Where the room splits into 班, each step has its own time on the projector."), "second", wrap=True
        )
        column.addWidget(self._hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(UNIT)
        column.addLayout(self._rows)
        self.word = label("", "problem", wrap=True)
        column.addWidget(self.word)
        row = QHBoxLayout()
        self.add_button = button(_("Add a step"), self._add)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show the steps as they are now; of an item that is gone, nothing more."""
        if self._item_id not in self._live.workshop.agenda:
            return
        steps = self._steps()
        for step_id in [one for one in self.rows if one not in {step.id for step in steps}]:
            gone = self.rows.pop(step_id)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        teams = team_choices(self._live.workshop)
        for index, step in enumerate(steps):
            if step.id not in self.rows:
                self.rows[step.id] = self._row(step)
            row = self.rows[step.id]
            if self._rows.indexOf(row) != index:
                self._rows.insertWidget(index, row)
            row.show_step(step, teams)
        self._hint.setVisible(not steps)
        self.word.setText(too_long_told(self._live.workshop, self._item_id))
        self.word.setVisible(bool(self.word.text()))

    def _steps(self) -> list[TeamStep]:
        return [step for step in lists.listed(self._live.workshop, TeamStep) if step.item_id == self._item_id]

    def _row(self, step: TeamStep) -> "StepRow":
        row = StepRow()
        row.form.settled.connect(partial(self._save, step.id))
        row.minutes.bounded.connect(self._say_bounded)
        for editor in (row.title, row.minutes):
            editor.editingFinished.connect(self.refresh)  # what was emptied is not, and is shown again
        row.shift = partial(self._move, step.id)
        row.delete = partial(self._delete, step.id)
        return row

    def _say_bounded(self, told: str) -> None:
        self.word.setText(told or too_long_told(self._live.workshop, self._item_id))
        self.word.setVisible(bool(self.word.text()))

    def _save(self, step_id: str, continuing: bool) -> None:
        step = self._live.workshop.team_steps.get(step_id)
        if step is None:
            return
        values = self.rows[step_id].form.values()
        minutes = step.minutes if values["minutes"] is None else int(values["minutes"])
        title = values["title"].strip() or step.title
        new = replace(step, team=values["team"], title=title, minutes=minutes, task=values["task"])
        if self._live.apply(lists.set_row(self._live.workshop, new), continuing=continuing):
            self.rows[step_id].form.saved()

    def _move(self, step_id: str, by: int) -> None:
        """Change places with the neighbour within this item; other items' steps may lie between them in the list."""
        here, everywhere = self._steps(), lists.listed(self._live.workshop, TeamStep)
        place = next(n for n, step in enumerate(here) if step.id == step_id)
        if 0 <= place + by < len(here):
            target = everywhere.index(here[place + by])
            self._live.apply(lists.move_row(self._live.workshop, here[place], target))

    def _delete(self, step_id: str) -> None:
        self._live.apply(lists.delete_row(self._live.workshop.team_steps[step_id]))

    def _add(self) -> None:
        workshop, steps = self._live.workshop, self._steps()
        left = shown_minutes(workshop.agenda[self._item_id]) - sum(step.minutes for step in steps if not step.team)
        minutes = left if 0 < left < USUAL_MINUTES else USUAL_MINUTES
        team = steps[-1].team if steps else 0
        edit = lists.add_row(workshop, TeamStep, item_id=self._item_id, title=_("New step"), minutes=minutes, team=team)
        if self._live.apply(edit):
            row = self.rows[edit.changes[0].entity.id]
            row.title.setFocus()
            row.title.selectAll()


class StepRow(QFrame):
    """One step. `shift` (-1 up, 1 down) and `delete` are what its buttons do."""

    shift: Callable[[int], object]
    delete: Callable[[], object]

    def __init__(self) -> None:
        super().__init__()
        self.team, self.title, self.minutes = Choice(), Line(60), Minutes()
        self.task = Line(200, _("What the projector asks of them (may stay empty)"))
        self.form = Form({"team": self.team, "title": self.title, "minutes": self.minutes, "task": self.task}, self)
        self.team.setFixedWidth(112)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(self._first_line())
        below = QHBoxLayout()
        below.setContentsMargins(112 + UNIT, 0, 0, 0)
        below.addWidget(self.task)
        column.addLayout(below)

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.team.setAccessibleName(_("Which 班"))
        self.title.setAccessibleName(_("Title of the step"))
        self.title.setMinimumWidth(80)
        self.minutes.setAccessibleName(_("Minutes of the step"))
        self.task.setAccessibleName(_("What the projector asks of them"))
        row.addWidget(self.team)
        row.addWidget(self.title, 1)
        row.addWidget(self.minutes)
        row.addWidget(label(_("min")))
        row.addWidget(small_button("↑", _("Move the step up"), lambda: self.shift(-1)))
        row.addWidget(small_button("↓", _("Move the step down"), lambda: self.shift(1)))
        row.addWidget(small_button("×", _("Delete this step"), lambda: self.delete()))
        return row

    def show_step(self, step: TeamStep, teams: list[tuple[int, str]]) -> None:
        """Show a step, and the 班 it can be for."""
        self.team.offer(teams)
        self.form.show({"team": step.team, "title": step.title, "minutes": step.minutes, "task": step.task})


def team_choices(workshop: Workshop) -> list[tuple[int, str]]:
    """Every 班 a step can be for, all of them first."""
    used = max((step.team for step in workshop.team_steps.values()), default=0)
    most = max(workshop.details.teams or MOST_TEAMS, used)
    return [(0, all_teams()), *((team, team_name(team)) for team in range(1, most + 1))]


def too_long_told(workshop: Workshop, item_id: str) -> str:
    """Which 班 has more to do than the item has minutes; empty when none has."""
    allowed = shown_minutes(workshop.agenda[item_id])
    steps = workshop.team_steps.values()
    teams = sorted({step.team for step in steps if step.item_id == item_id})
    sums = [(team, sum(step.minutes for step in steps_of(steps, item_id, team))) for team in teams]
    names = dict(team_choices(workshop))
    over = _(", ").join(
        f"{names[team]} {_('{minutes} min').format(minutes=total)}" for team, total in sums if total > allowed
    )
    if not over:
        return ""
    return _("The item has {minutes} min, but its steps take longer: {over}").format(minutes=allowed, over=over)
