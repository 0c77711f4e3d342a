"""What a workshop is asked for: when it is new, and while it is prepared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.edits.change import cleaned, new_id
from models.language import gettext as _
from models.templates import agenda_template
from models.workshop import Details, Marking, WorkshopFormat
from ui.day import Day
from ui.editors import Area, Line, Number, OneOf, Tick, titled
from ui.parts import button, card, label, page
from ui.prepare.time_of_day import TimeOfDay
from ui.theme import UNIT

MAX_TITLE_CHARS = 60
DEMONSTRATION = "（見本）"
"""What the demonstration's name ends with: a fictitious place and bureau are no defaults for a real meeting."""
FIELDS = (
    "title",
    "number",
    "held_on",
    "starts_at",
    "place",
    "online",
    "bureau",
    "question",
    "minutes",
    "headcount",
    "marking",
    "restricted",
)


def _today() -> date:
    return datetime.now().astimezone().date()


def details_editors() -> dict[str, Any]:
    return {
        "title": Line(MAX_TITLE_CHARS),
        "number": Number(most=999),
        "held_on": Day(_today, [(_("Today"), 0), (_("In a week"), 7), (_("In two weeks"), 14)]),
        "starts_at": TimeOfDay(),
        "place": Line(100, _("Meeting room 2")),
        "online": Tick(_("Some take part online")),
        "bureau": Line(100, _("General Affairs Division")),
        "question": Area(2, 400),
        "headcount": Number(most=999),
        "marking": OneOf([(Marking(level), _("Level {level}").format(level=level)) for level in "123"]),
        "restricted": Tick(_("For those concerned only")),
    }


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def lay_out(editors: Mapping[str, Any], column: QVBoxLayout, about_length: str = "") -> None:
    """Put the editors into a column, each under its name, in the order in which people think of them."""
    column.addWidget(titled(_("Name of the workshop"), editors["title"]))
    column.addLayout(_row(titled(_("Date"), editors["held_on"]), titled(_("Start"), editors["starts_at"])))
    column.addWidget(titled(_("Booked length (minutes)"), editors["minutes"], about_length))
    column.addWidget(titled(_("Place"), editors["place"]))
    column.addWidget(editors["online"])
    column.addWidget(titled(_("Bureau and division"), editors["bureau"]))
    advice = _("One question that everybody can answer from their own work.")
    column.addWidget(titled(_("Question"), editors["question"], advice))
    number, people = titled(_("Number"), editors["number"]), titled(_("Number of people"), editors["headcount"])
    column.addLayout(_row(number, people))
    marking = _("Stands on every page of the minutes. It must be chosen before they are made.")
    column.addWidget(titled(_("Confidentiality marking"), editors["marking"], marking))
    column.addWidget(editors["restricted"])


def shown_values(details: Details) -> dict[str, Any]:
    """What the editors show of the details, by the names of the fields."""
    return {name: getattr(details, name) for name in FIELDS}


def with_values(details: Details, values: dict[str, Any]) -> Details:
    """The details with what the editors hold; a name or a day cannot be emptied."""
    kept = {name: value for name, value in values.items() if name in FIELDS and value is not None}
    kept["title"] = kept["title"].strip() or details.title
    kept["number"] = max(1, int(kept.get("number", details.number)))
    kept["minutes"] = int(kept.get("minutes") or details.minutes)
    kept["headcount"] = int(kept.get("headcount", 0))
    return replace(details, **kept)


def suggested(known: Sequence[Details], today: date) -> Details:
    """Good defaults for a new workshop: the next number, and place and bureau of the last real one."""
    template = agenda_template(WorkshopFormat.KAIGI)
    known = [one for one in known if not one.title.endswith(DEMONSTRATION)]
    last = known[0] if known else None
    return Details(
        new_id(),
        title=template.title,
        held_on=today,
        starts_at=last.starts_at if last else time(14, 0),
        created_at=datetime.now(UTC),
        number=max((one.number for one in known), default=0) + 1,
        minutes=90,
        place=last.place if last else "",
        bureau=last.bureau if last else "",
        question=template.question,
        headcount=last.headcount if last else 12,
    )


class NewWorkshopForm(QWidget):
    """A new 皆議: everything has a default but the marking. `submitted` brings the details."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, known: Sequence[Details]) -> None:
        super().__init__()
        self._suggested = suggested(known, _today())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area, column = page(720)
        outer.addWidget(area)
        column.addWidget(label(_("A new 皆議"), "title"))
        column.addWidget(label(_("You can change all of this later."), "second"))
        frame, inside = card(margin=3 * UNIT)
        lengths = agenda_template(WorkshopFormat.KAIGI).lengths
        self.length = OneOf([(length, _("{minutes} min").format(minutes=length)) for length in lengths])
        self.editors = {**details_editors(), "minutes": self.length}
        lay_out(self.editors, inside, _("The agenda is made for this length."))
        column.addWidget(frame)
        self.problem = label("", "problem", wrap=True)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.cancelled.emit))
        self.create_button = button(_("Make the agenda"), self._submit, "primary")
        row.addWidget(self.create_button)
        column.addLayout(row)
        for name, value in shown_values(self._suggested).items():
            self.editors[name].show_value(value)
        self.editors["title"].setFocus()

    def _submit(self) -> None:
        values = {name: editor.value() for name, editor in self.editors.items()}
        if not values["title"].strip() or values["held_on"] is None:
            self.problem.setText(_("Please give the workshop a name and a date."))
            return
        self.submitted.emit(cleaned(with_values(self._suggested, values)))
