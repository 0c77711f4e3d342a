"""The agenda editor: the bar to scale, the items, and always the end of the meeting."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.agenda import MIN_MINUTES, AgendaItem, schedule, total_minutes
from models.edits import agenda
from models.edits.change import Edit
from models.language import gettext as _
from models.workshop import Details
from ui.live_document import LiveDocument
from ui.parts import button, label, restyle
from ui.prepare.agenda_bar import AgendaBar
from ui.prepare.agenda_row import AgendaRow
from ui.theme import UNIT, WHITE


class AgendaEditor(QWidget):
    """Rename, minutes, order, add, delete; every change is an edit and can be undone."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.rows: dict[str, AgendaRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._head())
        self.bar = AgendaBar()
        column.addWidget(self.bar)
        column.addWidget(self._scroll(), 1)
        live.changed.connect(self._changed)
        self._fill()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(_("Agenda"), "heading"))
        self.end = label("", "lead", wrap=True)
        words.addWidget(self.end)
        row.addLayout(words, 1)
        self.add_button = button(_("Add an item"), self._add)
        row.addWidget(self.add_button)
        return row

    def _scroll(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("items")
        inside.setStyleSheet(f"QWidget#items {{ background: {WHITE}; border-radius: 8px; }}")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area.setWidget(inside)
        return self._area

    def _changed(self, edit: Edit) -> None:
        if edit.touches(AgendaItem, Details):
            self._fill()

    def _fill(self) -> None:
        workshop = self._live.workshop
        items = workshop.agenda_items()
        self._match_rows(items)
        for planned in schedule(items, workshop.starts):
            self.rows[planned.item.id].show_item(planned.item, planned.start, planned.end)
        self.bar.show_items(items, workshop.details.minutes)
        self._say_end()

    def _match_rows(self, items: list[AgendaItem]) -> None:
        """Make and drop rows as needed, and bring them into the agenda's order."""
        wanted = {item.id for item in items}
        for item_id in [item_id for item_id in self.rows if item_id not in wanted]:
            gone = self.rows.pop(item_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, item in enumerate(items):
            if item.id not in self.rows:
                self.rows[item.id] = self._row(item)
            if self._column.indexOf(self.rows[item.id]) != index:
                self._column.insertWidget(index, self.rows[item.id])

    def _row(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(item)
        row.settled.connect(partial(self._save, row))
        row.moved.connect(partial(self._move, item.id))
        row.deleted.connect(lambda: self._live.apply(agenda.delete_item(self._live.workshop, item.id)))
        return row

    def _save(self, row: AgendaRow, continuing: bool) -> None:
        if row.item_id not in self._live.workshop.agenda:
            return
        values = row.form.values()
        minutes = values["minutes"]
        edit = agenda.set_item(
            self._live.workshop,
            row.item_id,
            title=values["title"],
            minutes=None if minutes is None else max(MIN_MINUTES, int(minutes)),
            task=values["task"],
            script=values["script"],
        )
        if self._live.apply(edit, continuing=continuing):
            row.form.saved()

    def _move(self, item_id: str, by: int) -> None:
        items = [item.id for item in self._live.workshop.agenda_items()]
        index = items.index(item_id) + by
        if 0 <= index < len(items):
            self._live.apply(agenda.move_item(self._live.workshop, item_id, index))

    def _add(self) -> None:
        edit = agenda.add_item(self._live.workshop, _("New item"))
        if self._live.apply(edit):
            row = self.rows[edit.changes[0].entity.id]
            self._area.ensureWidgetVisible(row)
            row.title.setFocus()
            row.title.selectAll()

    def _say_end(self) -> None:
        workshop = self._live.workshop
        items = workshop.agenda_items()
        planned = schedule(items, workshop.starts)
        end = planned[-1].end if planned else workshop.starts
        over = total_minutes(items) - workshop.details.minutes
        told = _("Ends at {end} (total {total} min)").format(end=f"{end:%H:%M}", total=total_minutes(items))
        if over > 0:
            told += "　" + _("{minutes} min longer than booked").format(minutes=over)
        elif over < 0:
            told += "　" + _("{minutes} min to spare").format(minutes=-over)
        self.end.setText(told)
        restyle(self.end, "problem" if over > 0 else "lead")
