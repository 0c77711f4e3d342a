"""The agenda editor: its end always in sight, the bar to scale, the items below it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.agenda import AgendaItem, TeamStep
from models.edits import agenda
from models.edits.change import Edit, merged, put
from models.language import gettext as _
from models.workshop import Details, Workshop
from ui.live_document import LiveDocument
from ui.parts import button, label, restyle
from ui.prepare.agenda_bar import AgendaBar
from ui.prepare.agenda_row import AgendaRow
from ui.prepare.agenda_table import AgendaTable
from ui.prepare.empty_agenda import EmptyAgenda
from ui.prepare.floating_notice import FloatingNotice
from ui.prepare.item_fields import edit_of
from ui.prepare.plan import Plan, read_plan
from ui.prepare.plan_told import end_told, fit_told, problems_told
from ui.prepare.save_template import SaveTemplate
from ui.tab_order import tab_in_reading_order
from ui.theme import UNIT


class AgendaEditor(QWidget):
    """Bar and table show one selection; every change is one edit and can be undone. `folder` is where templates go."""

    def __init__(self, live: LiveDocument, folder: Path | None = None) -> None:
        super().__init__()
        self._live = live
        self._counted: str | None = None
        self.selected: str | None = None
        self.bar = AgendaBar(live.workshop)
        self.table = AgendaTable(live)
        self.notice = FloatingNotice(self)
        self._build(folder)
        self._connect()
        live.changed.connect(self._changed)
        self._fill()

    @property
    def rows(self) -> dict[str, AgendaRow]:
        """The rows by the ids of their items."""
        return self.table.rows

    def choose(self, item_id: str | None) -> None:
        """Select an item, in bar and table alike."""
        if item_id != self.selected:
            self.selected, self._counted = item_id, None
            self.bar.select(item_id)
            self.table.choose(item_id)

    # following

    def _changed(self, edit: Edit) -> None:
        if edit.touches(AgendaItem, TeamStep, Details):
            self._fill()

    def _fill(self) -> None:
        plan = read_plan(self._live.workshop)
        self.table.show_plan(plan)
        self.bar.show_workshop(self._live.workshop)
        if self.selected not in self.rows:
            self.choose(None)
        self._pages.setCurrentWidget(self.table if plan.blocks else self.empty)
        self.bar.setVisible(bool(plan.blocks))
        self.fit_button.setEnabled(bool(plan.blocks))
        self._say_end(plan)

    def _say_end(self, plan: Plan) -> None:
        self.end.setText(end_told(plan))
        restyle(self.end, "problem" if plan.over > 0 else "field")
        problems = problems_told(plan)
        self.problems.setText("　".join(problems))

    # doing

    def _resize(self, item_id: str, minutes: int, continuing: bool = False) -> None:
        edit = edit_of(self._live.workshop, item_id, {"minutes": minutes})
        if edit.changes:
            self._live.apply(edit, continuing=continuing)
        self._counted = None

    def _count(self, item_id: str, minutes: int) -> None:
        """One key after another on the same item is one step back."""
        self._resize(item_id, minutes, continuing=self._counted == item_id)
        self._counted = item_id

    def _move(self, item_id: str, index: int) -> None:
        edit = agenda.move_item(self._live.workshop, item_id, index)
        if edit.changes:
            self._live.apply(edit)
        self._counted = None

    def _open(self, item_id: str) -> None:
        self.choose(item_id)
        self.table.open(item_id)
        self.rows[item_id].title.setFocus()

    def _hold(self, told: str) -> None:
        if told:
            self.notice.tell(told, look="warning")
        elif self.notice.text:
            self.notice.clear()

    def _fit(self) -> None:
        edit = agenda.fit_agenda(self._live.workshop)
        if edit.changes and not self._live.apply(edit):
            return
        told, look = fit_told(read_plan(self._live.workshop), self._live.workshop.agenda_items())
        self.notice.tell(told, look=look)

    def _take_template(self) -> None:
        self._live.apply(usual_agenda(self._live.workshop))

    # building

    def _connect(self) -> None:
        self.table.reordered.connect(lambda: tab_in_reading_order(self))
        self.bar.chosen.connect(self.choose)
        self.table.chosen.connect(self.choose)
        self.bar.opened.connect(self._open)
        self.bar.moved.connect(self._move)
        self.bar.resized.connect(self._resize)
        self.bar.counted.connect(self._count)
        self.bar.previewed.connect(self._say_end)
        self.bar.held.connect(self._hold)
        self.empty.add_wanted.connect(lambda: self.table.add_below(None))
        self.empty.template_wanted.connect(self._take_template)

    def _build(self, folder: Path | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._head())
        column.addWidget(self.bar)
        self.empty = EmptyAgenda()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column.addWidget(self._pages, 1)
        if folder is not None:
            self.template = SaveTemplate(self._live, folder)
            self.template.told.connect(lambda told, look: self.notice.tell(told, look=look))
            self.table.add_foot(self.template)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.end = label("", "field", wrap=True)
        self.problems = label("", "problem", wrap=True)
        words.addWidget(self.end)
        words.addWidget(self.problems)
        row.addLayout(words, 1)
        tip = _("Makes items shorter or longer in proportion until the agenda ends as booked.")
        self.fit_button = button(_("Fit to the time"), self._fit, tip=tip)
        self.add_button = button(_("Add an item"), self._add)
        row.addWidget(self.fit_button)
        row.addWidget(self.add_button)
        return row

    def _add(self) -> None:
        self.table.add_below(self.selected)


def usual_agenda(workshop: Workshop) -> Edit:
    """The agenda of the format's template in place of the present one, its steps of group work included."""
    from models.templates import new_workshop

    usual = new_workshop(workshop.details)
    items = agenda.replace_agenda(workshop, usual.agenda_items())
    return merged(items.kind, items, put(workshop, "", *usual.team_steps.values()))
