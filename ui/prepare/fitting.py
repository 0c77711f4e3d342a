"""Fitting the agenda to its time, locked starts included: each is a deadline for what comes before it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from models.agenda import AgendaItem, locked_start
from models.edits.change import Edit, put
from models.replanning import fitted
from models.workshop import Workshop


def fit_edit(workshop: Workshop) -> Edit:
    """The planned minutes fitted stretch by stretch: up to each locked start, and from the last one to the booked end.

    Least minutes and protected items are kept, and so is what the room has begun already; what does not fit runs on
    into the next stretch.
    """
    booked_end = workshop.starts + timedelta(minutes=workshop.details.minutes)
    new: list[AgendaItem] = []
    at = workshop.starts
    for items, deadline in _stretches(workshop, booked_end):
        locked = locked_start(items[0], workshop.starts)
        at = at if locked is None else max(at, locked)
        minutes = fitted(items, max(0, round((min(deadline, booked_end) - at).total_seconds() / 60)))
        made = [replace(item, minutes=minutes.get(item.id, item.timebox), agreed=None) for item in items]
        new += [item for item in made if item.id in minutes]
        at += timedelta(minutes=sum(item.minutes for item in made))
    return put(workshop, "agenda_fitted", *new)


def _stretches(workshop: Workshop, booked_end: datetime) -> Iterator[tuple[list[AgendaItem], datetime]]:
    """Items in a row with the moment at which they must be over; what is left out today takes no time."""
    row: list[AgendaItem] = []
    for item in workshop.agenda_items():
        if item.skipped:
            continue
        locked = locked_start(item, workshop.starts)
        if locked is not None and row:
            yield row, locked
            row = []
        minutes = item.minutes if item.agreed is None else item.agreed
        begun = item.id in workshop.timings
        row.append(replace(item, minutes=minutes, protected=item.protected or begun))
    if row:
        yield row, booked_end
