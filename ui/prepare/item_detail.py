"""All that can be said of one agenda item beside its title and minutes: how firm it is, what is said, group work."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.agenda import MIN_MINUTES, AgendaItem
from models.language import gettext as _
from ui.editors import Area, Choice, Editor, Tick, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.prepare.columns import Columns
from ui.prepare.item_fields import detail_values, shown_minutes
from ui.prepare.kinds import kind_names
from ui.prepare.minutes_field import Minutes
from ui.prepare.step_rows import StepRows
from ui.prepare.time_of_day import TimeOfDay, with_word
from ui.theme import UNIT

FROM_BOTH = 700


class ItemDetail(QWidget):
    """`settled(form, bool)` asks for the form to be saved, `doubled` for a copy of the item."""

    settled = Signal(object, bool)
    doubled = Signal()

    def __init__(self, live: LiveDocument, item_id: str) -> None:
        super().__init__()
        self.phase, self.least, self.lock_at = Choice(kind_names()), Minutes(), TimeOfDay()
        self.optional = Tick(_("Optional: may be left out when time runs short"))
        self.protected = Tick(_("Keep: is never made shorter"))
        self.locked = Tick(_("Lock its start to a time"))
        self.task, self.script = Area(2, 400), Area(3, 1_000)
        self.materials, self.method = Area(1, 400), Area(2, 1_000)
        self.form = Form(self._editors(), self)
        self.form.settled.connect(lambda continuing: self.settled.emit(self.form, continuing))
        self.steps = StepRows(live, item_id)
        self.double_button = button(_("Duplicate this item"), self.doubled.emit, "quiet")
        self.least.bounded.connect(self._say_bounded)
        self.least.editingFinished.connect(lambda: self.form.show({"least": self._least}))
        self.locked.edited.connect(lambda: self.lock_at.setEnabled(self.locked.value()))
        self._build()

    def show_item(self, item: AgendaItem, start: time) -> None:
        """Show what is said of the item; `start` is offered as the time to lock it to."""
        self.least.reach(MIN_MINUTES, max(MIN_MINUTES, shown_minutes(item)))
        self._least = item.least
        self.form.show(detail_values(item, start))
        self.lock_at.setEnabled(self.locked.value())
        self.steps.refresh()

    def _say_bounded(self, told: str) -> None:
        self._word.setText(told)

    # building

    def _editors(self) -> dict[str, Editor]:
        return {
            "phase": self.phase,
            "least": self.least,
            "optional": self.optional,
            "protected": self.protected,
            "locked": self.locked,
            "starts_at": self.lock_at,
            "task": self.task,
            "script": self.script,
            "materials": self.materials,
            "method": self.method,
        }

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(52, UNIT, UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(Columns(self._words(), self._time(), from_width=FROM_BOTH))
        column.addWidget(self.steps)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.double_button)
        column.addLayout(foot)

    def _words(self) -> QWidget:
        whole, column = _part()
        column.addWidget(titled(_("What the projector shows"), self.task))
        column.addWidget(titled(_("What you may say (only you see it)"), self.script))
        column.addWidget(titled(_("How it is done (only you see it)"), self.method))
        return whole

    def _time(self) -> QWidget:
        whole, column = _part()
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(titled(_("Kind"), self.phase), 1)
        row.addWidget(titled(_("Least (min)"), self.least))
        column.addLayout(row)
        self._word = label("", "problem", wrap=True)
        column.addWidget(self._word)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        ticks.addWidget(self.optional)
        ticks.addWidget(self.protected)
        ticks.addLayout(self._lock())
        column.addLayout(ticks)
        column.addWidget(titled(_("What to have at hand"), self.materials))
        return whole

    def _lock(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.locked)
        self.lock_at.setAccessibleName(_("The time its start is locked to"))
        row.addLayout(with_word(self.lock_at), 1)
        return row


def _part() -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    return whole, column
