"""手順の見える化: the steps of one piece of work, and what a tool would change."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.edits import deciding
from models.edits.lists import listed
from models.formats import ProcessStep, process_hours
from models.language import gettext as _
from ui.content.bars import BeforeAfter
from ui.content.chain import Chain
from ui.content.entry import EntryField, QuickEntry
from ui.content.figures import Frequency, frequency_of, minutes_field, times_field
from ui.content.layout import beside, in_line, stacked
from ui.content.list_pane import ListPane
from ui.content.on_wall import WallButton
from ui.content.own_works import figures_said
from ui.content.row import Row
from ui.content.wording import figures_told, hours_told, tame
from ui.editors import Area, Editor, Line, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, card, label
from ui.theme import UNIT
from ui.wall import OnShow, Show


class StepRow(Row[ProcessStep]):
    """One step. `homework_wanted` asks for homework of it; `most` tells the hours that fill its bars."""

    kind = ProcessStep
    homework_wanted = Signal()

    def __init__(self, live: LiveDocument, row_id: str, most: Callable[[], float]) -> None:
        self._most = most
        super().__init__(live, row_id)

    def editors(self) -> dict[str, Editor]:
        """See `Row`."""
        after = minutes_field(_("Minutes a time, with the tool"))
        return {
            "what": Line(),
            "who": Line(hint=_("Division and post, no name")),
            "minutes": minutes_field(_("Minutes a time")),
            "times_per_year": times_field(),
            "pain": Area(2),
            "tool": Area(2),
            "minutes_after": after,
        }

    def arranged(self, editors: Mapping[str, Editor]) -> QWidget:
        """See `Row`."""
        after = in_line((label(_("With the tool, each takes")), 0), (editors["minutes_after"], 0), (label(_("min")), 0))
        after.addWidget(label(_("(0 when the step falls away)"), "second"), 1)
        whole = QWidget()
        whole.setLayout(after)
        after.setContentsMargins(0, 0, 0, 0)
        return stacked(
            beside(titled(_("The step"), editors["what"]), titled(_("Who does it"), editors["who"])),
            frequency_of(editors),
            beside(titled(_("What hurts"), editors["pain"]), titled(_("What a tool would change"), editors["tool"])),
            whole,
        )

    def values(self, entity: ProcessStep) -> dict[str, Any]:
        """See `Row`; nought minutes afterwards are said."""
        return super().values(entity) | {"minutes_after": entity.minutes_after}

    def said(self, values: dict[str, Any]) -> dict[str, Any]:
        """See `Row`."""
        return figures_said(values)

    def told(self, entity: ProcessStep) -> list[tuple[str, str]]:
        """See `Row`."""
        known = (entity.who, figures_told(entity.minutes, entity.times_per_year))
        then = {None: "", 0.0: _("The step falls away")}.get(entity.minutes_after, _("then {minutes} min"))
        then = then.format(minutes=f"{tame(entity.minutes_after or 0.0):,g}")
        return [
            (entity.what or _("(nothing written yet)"), "field"),
            (_(" · ").join(part for part in (*known, then) if part), "second"),
            (_("Hurts: {text}").format(text=entity.pain) if entity.pain else "", ""),
            (_("With a tool: {text}").format(text=entity.tool) if entity.tool else "", ""),
        ]

    def beside(self) -> QWidget | None:
        """See `Row`."""
        self.bars = BeforeAfter()
        return self.bars

    def refresh_beside(self, entity: ProcessStep) -> None:
        """See `Row`."""
        after = None if entity.minutes_after is None else tame(entity.hours_after)
        self.bars.tell(tame(entity.hours), after, self._most())

    def act(self, key: Qt.Key) -> bool:
        """See `Row`."""
        if key != Qt.Key.Key_H:
            return False
        self.homework_wanted.emit()
        return True

    def _foot(self) -> QHBoxLayout:
        foot = super()._foot()
        self.homework_button = button(_("Make homework of this step"), self.homework_wanted.emit, "quiet")
        foot.insertWidget(1, self.homework_button)
        return foot


class StepPane(ListPane[ProcessStep]):
    """All steps, their chain above. `homework_wanted(id)` asks for homework of a step, of all where it is empty."""

    kind = ProcessStep
    homework_wanted = Signal(str)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__(live)
        self._most = 0.0
        self.subject = Line(hint=_("e.g. Answering inquiries from other bureaus"))
        self.subject.setAccessibleName(_("The work to be reviewed"))
        self.form = Form({"subject": self.subject}, self)
        self.form.settled.connect(self._save_subject)
        self.wall_button = WallButton(live.wall, OnShow(Show.STEPS), _("the steps of the work"))
        name = label(_("The work to be reviewed"), "field")
        name.setBuddy(self.subject)
        self.have_head(in_line((name, 0), (self.subject, 1), (self.wall_button, 0)))
        self.told_hours = label("", "lead", wrap=True)
        self.told_hours.setStyleSheet("font-weight: bold;")
        self.homework_button = button(_("Make homework of this review"), lambda: self.homework_wanted.emit(""))
        self.chain = Chain()
        self._picture, inside = card(UNIT)
        inside.addLayout(in_line((self.told_hours, 1), (self.homework_button, 0)))
        inside.addWidget(self.chain)
        self.top.addWidget(self._picture)

    def made_entry(self) -> QuickEntry:
        """See `ListPane`; the steps of one piece of work mostly come equally often, so the times stay."""
        what = EntryField(_("A step, e.g. Copying the figures into the form"))
        what.setAccessibleName(_("The step"))
        who = EntryField(_("Who (division and post)"))
        who.setAccessibleName(_("Who does it"))
        minutes, times = minutes_field(_("Minutes a time")), times_field()
        editors: dict[str, Editor] = {"what": what, "who": who, "minutes": minutes, "times_per_year": times}
        made = QuickEntry(editors, _("Add"), self.add, kept=("times_per_year",))
        made.column.addLayout(in_line((what, 3), (who, 2)))
        made.column.addLayout(in_line((Frequency(minutes, times), 1), (made.add_button, 0)))
        return made

    def made_row(self, row_id: str) -> StepRow:
        """See `ListPane`."""
        row = StepRow(self._live, row_id, lambda: self._most)
        row.homework_wanted.connect(lambda: self._ask_homework(row))
        return row

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """See `ListPane`."""
        return figures_said(values)

    def refresh(self) -> None:
        """See `ListPane`; the chain and the work's name as well."""
        workshop = self._live.workshop
        steps = listed(workshop, ProcessStep)
        self._most = max((tame(max(step.hours, step.hours_after)) for step in steps), default=0.0)
        super().refresh()
        self.form.show({"subject": workshop.details.subject})
        self.told_hours.setText(hours_change(steps))
        self.chain.tell(steps)
        self._picture.setVisible(bool(steps))

    def flush(self) -> None:
        """See `ListPane`; the work's name as well."""
        self.form.flush()
        super().flush()

    def keys(self) -> str:
        """See `ListPane`."""
        return _("Keys on a row: ↑↓ choose · Enter change · H make homework · Alt+↑↓ move · Delete delete")

    def teaching(self) -> str:
        """See `ListPane`."""
        return _(
            "Take one piece of work and put down its steps in order, with the minutes each takes. Who does it, what"
            " hurts, and what a tool would change come afterwards: choose a step and press Enter.\nThe steps appear as"
            " a chain of boxes, as wide as their hours a year."
        )

    def _ask_homework(self, row: StepRow) -> None:
        row.flush()
        self.homework_wanted.emit(row.row_id)

    def _save_subject(self, continuing: bool) -> None:
        workshop = self._live.workshop
        edit = deciding.set_details(workshop, replace(workshop.details, subject=self.subject.value()))
        if not edit.changes or self._live.apply(edit, continuing=continuing):
            self.form.saved()


def hours_change(steps: list[ProcessStep]) -> str:
    """The hours a year of all steps, now and then, and what is saved."""
    before, after = map(tame, process_hours(steps))
    if not before and not after:
        return _("With minutes and times a year, the hours are computed.")
    if all(step.minutes_after is None for step in steps):
        return _("Now about {before} a year").format(before=hours_told(before))
    words = (
        _("About {before} a year → {after} ({saved} more)")
        if after > before
        else _("About {before} a year → {after} ({saved} less)")
    )
    return words.format(before=hours_told(before), after=hours_told(after), saved=hours_told(abs(before - after)))
