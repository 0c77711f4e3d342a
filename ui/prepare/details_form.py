"""What a workshop is asked for: when it is new, and while it is prepared."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from models.workshop import Details, Marking, WorkshopFormat
from ui.day import Day
from ui.editors import Area, Line, Number, OneOf, Tick, titled
from ui.prepare.time_of_day import TimeOfDay, TimeOrNone, titled_time
from ui.theme import UNIT

MAX_TITLE_CHARS = 60
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
    "room_until",
    "subject",
)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def details_editors(workshop_format: WorkshopFormat | None = None) -> dict[str, Any]:
    """The editors by the names of the fields they hold, of what a format is asked for (None: any format)."""
    editors = {
        "title": Line(MAX_TITLE_CHARS),
        "number": Number(most=999),
        "held_on": Day(today, [(_("Today"), 0), (_("In a week"), 7), (_("In two weeks"), 14)]),
        "starts_at": TimeOfDay(),
        "place": Line(100, _("Meeting room 2")),
        "online": Tick(_("Some take part online")),
        "bureau": Line(100, _("General Affairs Division")),
        "question": Area(2, 400),
        "headcount": Number(most=999),
        "marking": OneOf([(Marking(level), _("Level {level}").format(level=level)) for level in "123"]),
        "restricted": Tick(_("For those concerned only")),
        "room_until": TimeOrNone(),
    }
    if workshop_format in (None, WorkshopFormat.DX):
        editors["subject"] = Line(100, _("e.g. compiling the monthly report"))
    return editors


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    for widget in widgets[:-1]:
        row.addWidget(widget)
    row.addWidget(widgets[-1], 1)
    return row


def lay_out(editors: Mapping[str, Any], column: QVBoxLayout, about_length: str = "") -> None:
    """Put the editors into a column, each under its name, in the order in which people think of them."""
    column.addWidget(titled(_("Name of the workshop"), editors["title"]))
    if "subject" in editors:
        column.addWidget(titled(_("Piece of work to look at"), editors["subject"]))
    column.addLayout(_row(titled(_("Date"), editors["held_on"]), titled_time(_("Start"), editors["starts_at"])))
    column.addWidget(titled(_("Booked length (minutes)"), editors["minutes"], about_length))
    column.addWidget(titled(_("Place"), editors["place"]))
    free = _("If it is known: the app then offers to stay longer only as far as that.")
    column.addWidget(titled_time(_("The room is free until"), editors["room_until"], free))
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
    asked = (name for name in FIELDS if name != "subject" or details.format is WorkshopFormat.DX)
    return {name: getattr(details, name) for name in asked}


def with_values(details: Details, values: dict[str, Any]) -> Details:
    """The details with what the editors hold; a name or a day cannot be emptied."""
    kept = {
        name: value for name, value in values.items() if name in FIELDS and (value is not None or name == "room_until")
    }
    kept["title"] = kept["title"].strip() or details.title
    kept["number"] = max(1, int(kept.get("number", details.number)))
    kept["minutes"] = int(kept.get("minutes") or details.minutes)
    kept["headcount"] = int(kept.get("headcount", 0))
    return replace(details, **kept)
