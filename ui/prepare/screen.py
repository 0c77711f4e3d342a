"""Prepare: the agenda at the left, what the workshop is about at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.edits.change import Edit
from models.edits.deciding import set_details
from models.language import gettext as _
from models.workshop import Details
from ui.editors import Number
from ui.form import Form
from ui.live_document import LiveDocument
from ui.panes import TwoPanes
from ui.parts import button, card, label, page
from ui.prepare.agenda_editor import AgendaEditor
from ui.prepare.details_form import details_editors, lay_out, shown_values, with_values
from ui.theme import UNIT


class PrepareScreen(QWidget):
    """Everything saves itself. `run_requested` asks for the screen that runs the meeting."""

    run_requested = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        self.agenda = AgendaEditor(live)
        panes = TwoPanes((_("Agenda"), self.agenda), (_("About"), self._about()), shares=(3, 2))
        outer.addWidget(panes, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.run_button = button(_("Go to the meeting"), self.run_requested.emit, "primary")
        row.addWidget(self.run_button)
        outer.addLayout(row)
        live.changed.connect(self._changed)

    def shown(self) -> None:
        """Nothing to do: the screen follows every edit."""

    def _about(self) -> QWidget:
        area, column = page(640, margin=0)
        frame, inside = card()
        inside.addWidget(label(_("About the workshop"), "heading"))
        self.editors = {**details_editors(), "minutes": Number(most=600)}
        lay_out(self.editors, inside)
        column.addWidget(frame)
        column.addStretch(1)
        self.form = Form(self.editors, self)
        self.form.settled.connect(self._save)
        self._show()
        return area

    def _show(self) -> None:
        self.form.show(shown_values(self._live.workshop.details))

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Details):
            self._show()

    def _save(self, continuing: bool) -> None:
        details = with_values(self._live.workshop.details, self.form.values())
        if self._live.apply(set_details(self._live.workshop, details), continuing=continuing):
            self.form.saved()
