"""What the workshop is about: the form that was filled in when it was made, still open to change."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.edits.change import Edit
from models.edits.deciding import set_details
from models.language import gettext as _
from models.workshop import Details
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import card, label, page
from ui.prepare.details_form import details_editors, lay_out, shown_values, with_values
from ui.prepare.minutes_field import Minutes


class AboutPane(QWidget):
    """Everything saves itself."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.editors = {**details_editors(live.workshop.details.format), "minutes": Minutes()}
        self.editors["minutes"].setFixedWidth(96)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.word = label("", "problem", wrap=True)
        outer.addWidget(self.word)
        area, column = page(720, margin=0)
        frame, inside = card()
        inside.addWidget(label(_("About the workshop"), "heading"))
        lay_out(self.editors, inside)
        column.addWidget(frame)
        column.addStretch(1)
        outer.addWidget(area, 1)
        self.editors["minutes"].editingFinished.connect(self._show)  # what was emptied is not
        self.editors["minutes"].bounded.connect(self._say)
        self.form = Form(self.editors, self)
        self.form.settled.connect(self._save)
        self._show()
        live.changed.connect(self._changed)

    def _say(self, told: str) -> None:
        self.word.setText(told)

    def _show(self) -> None:
        self.form.show(shown_values(self._live.workshop.details))

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Details):
            self._show()

    def _save(self, continuing: bool) -> None:
        details = with_values(self._live.workshop.details, self.form.values())
        if self._live.apply(set_details(self._live.workshop, details), continuing=continuing):
            self.form.saved()
