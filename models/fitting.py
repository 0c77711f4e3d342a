"""Fitting a plan to its time, locked starts included: each is a deadline for what comes before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from models.agenda import AgendaItem, locked_start
from models.timeboxes import Box, lengthened, shortened
from models.workshop import Workshop


def fitted(items: Sequence[AgendaItem], booked: int) -> dict[str, int]:
    """Planned minutes by item id so that all together take `booked` minutes, as near as it goes.

    Too long: in proportion, down to each item's least. Too short: what is left goes to the buffer; where there is
    none, to all in proportion. Protected items keep their minutes.
    """
    kept = [one for one in items if not one.protected]
    boxes = [Box(one.id, one.minutes, 1 if one.is_buffer else one.least, one.is_buffer) for one in kept]
    over = sum(one.minutes for one in items) - booked
    longer = [box for box in boxes if box.buffer][:1] or boxes
    new = shortened(boxes, over) if over >= 0 else lengthened(longer, -over)
    return {key: minutes for key, minutes in new.items() if minutes is not None}


def fitted_agenda(workshop: Workshop) -> list[AgendaItem]:
    """The items with minutes fitted stretch by stretch: up to each locked start, and from the last to the booked end.

    Least minutes and protected items are kept, and so is what the room has begun already; what does not fit runs on
    into the next stretch. Items that keep their minutes are left out.
    """
    booked_end = workshop.starts + timedelta(minutes=workshop.details.minutes)
    new: list[AgendaItem] = []
    at = workshop.starts
    for items, deadline in _stretches(workshop, booked_end):
        locked = locked_start(items[0], workshop.starts)
        at = at if locked is None else max(at, locked)
        minutes = fitted(items, max(0, round((min(deadline, booked_end) - at).total_seconds() / 60)))
        new += [_planned(workshop.agenda[key], one) for key, one in minutes.items()]
        at += timedelta(minutes=sum(minutes.get(item.id, item.minutes) for item in items))
    return new


def _planned(item: AgendaItem, minutes: int) -> AgendaItem:
    return replace(item, minutes=minutes, agreed=None)


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
        begun = item.id in workshop.timings
        row.append(replace(item, minutes=item.timebox, protected=item.protected or begun))
    if row:
        yield row, booked_end
