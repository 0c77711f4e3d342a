"""The agenda as it will run, laid along a line of minutes: what the bar draws and what the head says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.agenda import AgendaItem, TeamStep, locked_start, schedule, total_minutes
from models.workshop import Workshop, in_order

LONGEST_WAIT = 30
"""Minutes of waiting that are drawn at most: a lock on the next morning would leave the agenda a hair wide."""


@dataclass(frozen=True, slots=True)
class Block:
    """One item: `number` from 1 as in the table, `at` its place on the line in minutes.

    `wait` are the minutes the room waits for its locked start, `late` those by which that cannot be kept.
    """

    number: int
    item: AgendaItem
    start: datetime
    end: datetime
    at: float
    wait: int
    late: int
    lanes: tuple[tuple[int, tuple[TeamStep, ...]], ...]

    @property
    def shown_wait(self) -> int:
        """The minutes of waiting as they are drawn."""
        return min(self.wait, LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class Plan:
    """All blocks and the moments that bound them (naive local time); `total` is the sum of all timeboxes."""

    blocks: tuple[Block, ...]
    starts: datetime
    end: datetime
    booked_end: datetime
    room_end: datetime | None
    total: int

    @property
    def span(self) -> float:
        """The length of the line in minutes."""
        return max(1.0, self.place(self.end), self.place(self.booked_end))

    @property
    def lanes(self) -> int:
        """The most lanes of group work that one item has."""
        return max((len(block.lanes) for block in self.blocks), default=0)

    @property
    def over(self) -> int:
        """Minutes by which it ends after what is booked, negative for what is left."""
        return _minutes(self.end - self.booked_end)

    def place(self, moment: datetime) -> float:
        """Where a moment lies on the line, in minutes."""
        for block in self.blocks:
            if moment < block.start:
                return block.at - min(block.shown_wait, _minutes(block.start - moment))
            if moment <= block.end:
                return block.at + _minutes(moment - block.start)
        last = self.blocks[-1] if self.blocks else None
        return _minutes(moment - self.starts) if last is None else _after(last) + _minutes(moment - last.end)

    def index(self, item_id: str) -> int | None:
        """The place of an item among the blocks, from 0; None for one that is gone."""
        return next((n for n, block in enumerate(self.blocks) if block.item.id == item_id), None)


def read_plan(workshop: Workshop) -> Plan:
    """The plan of a workshop as it is now."""
    items, starts = workshop.agenda_items(), workshop.starts
    blocks = tuple(_blocks(workshop))
    end = blocks[-1].end if blocks else starts
    booked = starts + timedelta(minutes=workshop.details.minutes)
    return Plan(blocks, starts, end, booked, _room_end(workshop), total_minutes(items))


def _blocks(workshop: Workshop) -> Iterator[Block]:
    at, free = 0.0, workshop.starts
    for number, planned in enumerate(schedule(workshop.agenda_items(), workshop.starts), start=1):
        locked = locked_start(planned.item, workshop.starts)
        wait = _minutes(planned.start - free)
        late = 0 if locked is None else max(0, _minutes(planned.start - locked))
        at += min(wait, LONGEST_WAIT)
        lanes = tuple(_lanes(workshop, planned.item.id))
        yield Block(number, planned.item, planned.start, planned.end, at, wait, late, lanes)
        at, free = at + planned.item.timebox, planned.end


def _lanes(workshop: Workshop, item_id: str) -> Iterator[tuple[int, tuple[TeamStep, ...]]]:
    here = [step for step in in_order(workshop.team_steps) if step.item_id == item_id]
    for team in sorted({step.team for step in here}):
        yield team, tuple(step for step in here if step.team == team)


def _room_end(workshop: Workshop) -> datetime | None:
    until = workshop.details.room_until
    if until is None:
        return None
    at = datetime.combine(workshop.starts.date(), until)
    return at if at >= workshop.starts else at + timedelta(days=1)


def _after(block: Block) -> float:
    return block.at + block.item.timebox


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
