"""What to do when time runs short: at most three re-plans of what is still to come.

The choices are a facilitator's: use the buffer, make what is left shorter in proportion (each item down to its least),
leave out optional items, or stay longer. A locked start is a deadline for what comes before it. Nothing here changes
anything: a proposal is arithmetic on a frozen workshop, and `edits.agenda.take_proposal` takes it.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from models.agenda import MAX_MINUTES, AgendaItem, next_at
from models.meeting import SAME_MEETING, agreed_end, begins, free_from, local, lock_of, remaining, to_come, utc
from models.timeboxes import Box, Minutes, fewest, shortened
from models.timing import Moment
from models.workshop import Workshop

MOST = 3
"""More choices than this help nobody who stands before a room."""
WORTH_IT = 60.0
"""Seconds of overrun below which nothing is proposed."""


class ProposalKind(StrEnum):
    """What a re-plan does to make up for lost time."""

    BUFFER = "buffer"
    SHRINK = "shrink"
    DROP = "drop"
    EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A re-plan: for the id of every item to come its timebox in minutes, None where it is left out.

    `end` (naive local) is when the meeting would end, `late` the seconds by which that is after the agreed end, which
    `extension` may have moved. `missed` are the ids of items whose locked start nothing can keep any more.
    """

    kind: ProposalKind
    minutes: Mapping[str, int | None]
    extension: int
    end: datetime
    late: float
    missed: tuple[str, ...]

    @property
    def dropped(self) -> tuple[str, ...]:
        """The ids of the items that it leaves out."""
        return tuple(key for key, minutes in self.minutes.items() if minutes is None)


_Strategy = Callable[[Sequence[Box], int], Minutes]
"""From timeboxes and the minutes to save to the new minutes of those it changes."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Timeboxes in a row and when (seconds from now) they must be over; `lock` is the item that starts then."""

    boxes: tuple[Box, ...]
    deadline: float
    lock: str | None


def _box(item: AgendaItem, workshop: Workshop, now: Moment, *, locked: bool) -> Box:
    """The timebox of an item; one with a locked start was arranged with somebody, and is not dropped."""
    minutes = item.timebox
    passed = minutes * 60.0 - remaining(item, workshop, now)
    least = 0 if item.is_buffer else min(item.least, minutes)
    fixed = item.protected or item.id in workshop.timings
    return Box(item.id, minutes, least, item.is_buffer, item.optional and not fixed and not locked, fixed, passed)


def proposals(workshop: Workshop, now: Moment) -> tuple[Proposal, ...]:
    """At most three re-plans for a meeting under way that will end late or miss a locked start by a minute; else none.

    No timebox falls below its least, no locked start that can be kept at all is missed, a protected item and one that
    has begun stay as they are, and the timeboxes add up to the end that is stated.
    """
    if workshop.current_item() is None:
        return ()
    start, items = begins(workshop, now), to_come(workshop)
    base = (free_from(workshop, now) - now.utc).total_seconds()
    agreed = (agreed_end(workshop, start) - now.utc).total_seconds()
    most = _longest_extension(workshop, start)
    locks = {item.id: lock for item in items if (lock := _lock(item, workshop, start, now)) is not None}
    boxes = [_box(item, workshop, now, locked=item.id in locks) for item in items]

    def lay(kind: ProposalKind, strategy: _Strategy, last: _Strategy | None = None, end: float = agreed) -> Proposal:
        stretches = _stretches(boxes, locks, end)
        minutes, ends, missed = _laid(stretches, base, strategy, last or strategy)
        over = max(0.0, ends - agreed)
        extension = workshop.details.extension
        if kind is ProposalKind.EXTEND:
            longer = max(0, min(math.ceil(over / 60), most - extension))
            extension += longer
            over = max(0.0, over - longer * 60.0)
        stated = local(now.utc + timedelta(seconds=ends))
        return Proposal(kind, minutes, extension, stated, over, missed)

    if not WORTH_IT <= _late(_stretches(boxes, locks, agreed), base) <= SAME_MEETING.total_seconds():
        return ()
    present = lay(ProposalKind.EXTEND, _unchanged)
    best = lay(ProposalKind.DROP, _dropped_and_shrunk)
    hardest = lay(ProposalKind.DROP, _all_that_goes)
    found = [
        lay(ProposalKind.BUFFER, _buffer_used),
        lay(ProposalKind.SHRINK, _shrunk),
        best,
        *_extended(lay, workshop, agreed, most),
    ]
    return _chosen(found, present, frozenset(hardest.missed))


def _lock(item: AgendaItem, workshop: Workshop, start: datetime, now: Moment) -> float | None:
    """Seconds until an item's locked start; None for none, and for one that is past and binds nobody any more."""
    lock = lock_of(item, workshop, start)
    seconds = None if lock is None else (lock - now.utc).total_seconds()
    return seconds if seconds is not None and seconds > 0 else None


def _stretches(boxes: Sequence[Box], locks: Mapping[str, float], end: float) -> list[_Stretch]:
    found: list[_Stretch] = []
    row: list[Box] = []
    for box in boxes:
        if box.id in locks:
            found.append(_Stretch(tuple(row), locks[box.id], box.id))
            row = []
        row.append(box)
    return [*found, _Stretch(tuple(row), end, None)]


def _laid(
    stretches: Sequence[_Stretch], at: float, strategy: _Strategy, last: _Strategy
) -> tuple[Minutes, float, tuple[str, ...]]:
    """The minutes of all, when the last is over (seconds from now), and the locks that are missed."""
    minutes: Minutes = {}
    missed: list[str] = []
    for stretch in stretches:
        whole = at + sum(box.seconds for box in stretch.boxes)
        short = max(0, math.ceil((whole - stretch.deadline) / 60))
        use = last if stretch.lock is None else strategy
        new = use(stretch.boxes, short) if short else {}
        minutes |= {box.id: new.get(box.id, box.minutes) for box in stretch.boxes}
        at += sum(_seconds(box, minutes[box.id]) for box in stretch.boxes)
        if stretch.lock is not None:
            if at > stretch.deadline:
                missed.append(stretch.lock)
            at = max(at, stretch.deadline)
    return minutes, at, tuple(missed)


def _late(stretches: Sequence[_Stretch], at: float) -> float:
    """The seconds by which the agreed end or a locked start is missed most when all goes on as it is."""
    late = 0.0
    for stretch in stretches:
        at += sum(box.seconds for box in stretch.boxes)
        late = max(late, at - stretch.deadline)
        at = max(at, stretch.deadline)
    return late


def _seconds(box: Box, minutes: int | None) -> float:
    return 0.0 if minutes is None else max(0.0, minutes * 60.0 - box.passed)


# what can be done about one stretch


def _unchanged(boxes: Sequence[Box], short: int) -> Minutes:
    return {}


def _buffer_used(boxes: Sequence[Box], short: int) -> Minutes:
    return shortened([box for box in boxes if box.buffer and not box.fixed], short)


def _shrunk(boxes: Sequence[Box], short: int) -> Minutes:
    return shortened([box for box in boxes if not box.fixed], short)


def _dropped_and_shrunk(boxes: Sequence[Box], short: int) -> Minutes:
    """The fewest optional items that make up for what is short; with all of them too few, the rest is made shorter.

    What is saved beyond need goes to the buffer, where there is one.
    """
    optional = [box for box in boxes if box.optional]
    dropped = fewest(optional, short)
    saved = sum(box.minutes for box in dropped)
    new: Minutes = {box.id: None for box in dropped}
    rest = [box for box in boxes if box.id not in new and not box.fixed]
    if saved < short:
        return new | shortened(rest, short - saved)
    buffer = next((box for box in rest if box.buffer), None)
    if buffer is not None and saved > short:
        new[buffer.id] = buffer.minutes + saved - short
    return new


def _all_that_goes(boxes: Sequence[Box], short: int) -> Minutes:
    """As short as the stretch can be: what shows which locks nothing can keep."""
    new: Minutes = {box.id: None for box in boxes if box.optional}
    return {box.id: box.least for box in boxes if not box.fixed} | new


def _extended(lay: Callable[..., Proposal], workshop: Workshop, agreed: float, most: int) -> Iterable[Proposal]:
    """Staying longer, as far as the room is free; what comes before a locked start is made shorter all the same."""
    more = most - workshop.details.extension
    if workshop.details.room_until is None:
        return [lay(ProposalKind.EXTEND, _shrunk, _unchanged)]
    return [lay(ProposalKind.EXTEND, _shrunk, _shrunk, agreed + more * 60.0)] if more > 0 else []


def _longest_extension(workshop: Workshop, start: datetime) -> int:
    """The most minutes the end can move in all: until the room is needed by others, where that is known."""
    until = workshop.details.room_until
    if until is None:
        return MAX_MINUTES
    free = utc(next_at(until, workshop.starts) + (start - workshop.starts)) - utc(start)
    return int(free.total_seconds() // 60) - workshop.details.minutes


def _chosen(found: Sequence[Proposal], present: Proposal, unkeepable: frozenset[str]) -> tuple[Proposal, ...]:
    """At most three: those that keep every lock that can be kept, help at all, and differ; the most helpful of them."""
    helpful: list[Proposal] = []
    for one in found:
        keeps = frozenset(one.missed) <= unkeepable
        helps = one.minutes != present.minutes or one.kind is ProposalKind.EXTEND
        if keeps and helps and not any(_same(one, other) for other in helpful):
            helpful.append(one)
    rank = (ProposalKind.BUFFER, ProposalKind.SHRINK, ProposalKind.EXTEND, ProposalKind.DROP)
    best = sorted(helpful, key=lambda one: (one.late > 0, rank.index(one.kind)))[:MOST]
    return tuple(one for one in helpful if one in best)


def _same(one: Proposal, other: Proposal) -> bool:
    return (one.minutes, one.extension) == (other.minutes, other.extension)
