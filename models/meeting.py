"""Where the meeting stands at a moment: read from a frozen workshop, never counted.

Moments are kept in UTC while they are added to, and turned into the room's local time at the end: an hour that the
clocks leave out or repeat, and midnight, do not matter then.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from models.agenda import AgendaItem, AgendaPhase, ScheduledItem, locked_start
from models.timing import Moment, Timing, elapsed, is_doubtful, seconds_left
from models.workshop import Workshop

SOON_SHARE = 0.20
LAST_SHARE = 0.05
SAME_MEETING = timedelta(hours=12)
"""Further from its plan than this, a meeting is gone on with on another day, and the plan says nothing of it."""


class Stage(StrEnum):
    """How far the meeting is; `BETWEEN` when the item the room was at was taken out of the agenda."""

    BEFORE = "before"
    RUNNING = "running"
    PAUSED = "paused"
    BETWEEN = "between"
    ENDED = "ended"


class Alert(StrEnum):
    """How urgent the time left is; each has a colour and words."""

    NONE = "none"
    SOON = "soon"
    LAST = "last"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the agenda as it was planned, as it ran and as it will run; times are the room's (naive) local times.

    `expected` is where it will lie as things stand, None for what the room has left behind or leaves out.
    """

    planned: ScheduledItem
    timing: Timing | None
    seconds: float
    current: bool
    expected: ScheduledItem | None = None

    @property
    def item(self) -> AgendaItem:
        """The agenda item."""
        return self.planned.item

    @property
    def started(self) -> datetime | None:
        """When it began, None when it has not."""
        return None if self.timing is None else local(self.timing.first_started_at)

    @property
    def ended(self) -> datetime | None:
        """When the room left it, None when it has not."""
        if self.timing is None or self.timing.ended_at is None:
            return None
        return local(self.timing.ended_at)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting at a moment. `left` and `behind` are seconds; negative `left` is overrun, negative `behind` early.

    `behind` counts against the plan and the extension agreed on; `booked_end` is the booked end with that extension.
    """

    stage: Stage
    rows: tuple[Row, ...]
    index: int | None
    left: float
    allowed: float
    behind: float
    expected_end: datetime
    booked_end: datetime
    doubtful: bool

    @property
    def item(self) -> AgendaItem | None:
        """The item the room is at."""
        return None if self.index is None else self.rows[self.index].item

    @property
    def following(self) -> AgendaItem | None:
        """The item that comes next: the first one before the meeting, None behind the last one."""
        if self.stage in (Stage.ENDED, Stage.BETWEEN):
            return None
        index = 0 if self.index is None else self.index + 1
        coming = (row for row in self.rows[index:] if not had_its_break(row.item, row.timing))
        return next((row.item for row in coming if not row.item.is_passed_over), None)

    @property
    def alert(self) -> Alert:
        """The urgency of what is left of the current item."""
        return Alert.NONE if self.index is None else alert(self.left, self.allowed)


def local(moment: datetime) -> datetime:
    """An aware time as the naive local time of the room."""
    return moment.astimezone().replace(tzinfo=None)


def alert(left: float, allowed: float) -> Alert:
    """The urgency of `left` seconds out of `allowed`."""
    if math.ceil(left) < 0:
        return Alert.OVER
    if left <= allowed * LAST_SHARE:
        return Alert.LAST
    return Alert.SOON if left <= allowed * SOON_SHARE else Alert.NONE


def clock_text(left: float) -> str:
    """The figures of the clock: 07:42 while time is left, ＋1:20 once it is overrun."""
    seconds = math.ceil(left)
    minutes, rest = divmod(abs(seconds), 60)
    return f"＋{minutes}:{rest:02}" if seconds < 0 else f"{minutes:02}:{rest:02}"


def _stage(workshop: Workshop, item: AgendaItem | None) -> Stage:
    if item is not None:
        return Stage.RUNNING if workshop.timings[item.id].running else Stage.PAUSED
    if any(timing.current for timing in workshop.timings.values()):
        return Stage.BETWEEN
    return Stage.ENDED if _ran(workshop) else Stage.BEFORE


def _ran(workshop: Workshop) -> list[Timing]:
    """How the items of the agenda ran; what was taken out of it tells no more."""
    return [timing for timing in workshop.timings.values() if timing.id in workshop.agenda]


def reached(workshop: Workshop) -> int:
    """The index of the item the room is at, or else left last; -1 before the meeting."""
    ids = [item.id for item in workshop.agenda_items()]
    item = workshop.current_item()
    if item is not None:
        return ids.index(item.id)
    left = {timing.id: timing.ended_at for timing in _ran(workshop) if timing.ended_at is not None}
    return ids.index(max(left, key=lambda i: (left[i], ids.index(i)))) if left else -1


def begins(workshop: Workshop, now: Moment) -> datetime:
    """When the meeting starts, naive local: as appointed or, run on another day (a rehearsal), when it really did.

    Once it is the appointed day, or was while an item ran, a rehearsal before it says nothing any more.
    """
    ran = _ran(workshop)
    known = [now.utc, *(timing.first_started_at for timing in ran), *(t.ended_at for t in ran if t.ended_at)]
    if not ran or any(_is_as_appointed(workshop, local(at)) for at in known):
        return workshop.starts
    return local(min(timing.first_started_at for timing in ran)).replace(second=0, microsecond=0)


def _is_as_appointed(workshop: Workshop, at: datetime) -> bool:
    """Whether a (naive local) time is one of the appointed meeting: of its day, or just beyond midnight."""
    return at.date() == workshop.details.held_on or abs(at - workshop.starts) <= SAME_MEETING


def lock_of(item: AgendaItem, workshop: Workshop, start: datetime) -> datetime | None:
    """The moment (UTC) to which an item's start is locked in a meeting that begins at `start`; it moves with it."""
    locked = locked_start(item, workshop.starts)
    return None if locked is None else utc(locked + (start - workshop.starts))


def utc(at: datetime) -> datetime:
    """A naive local time as a moment in UTC; one that the clocks leave out is taken as the one right after."""
    return at.astimezone(UTC)


def had_its_break(item: AgendaItem, timing: Timing | None) -> bool:
    """Whether an item is a break the room has had: one put in on the way and left, or one of which all time is used."""
    if item.phase is not AgendaPhase.BREAK or timing is None or timing.current or timing.ended_at is None:
        return False
    return not item.minutes or timing.elapsed >= (item.timebox + timing.extension) * 60.0


def to_come(workshop: Workshop) -> list[AgendaItem]:
    """The items the room has yet to go to: behind the present one, or all before the meeting; none after it.

    A break the room has had does not come again.
    """
    if _stage(workshop, workshop.current_item()) is Stage.ENDED:
        return []
    ahead = workshop.agenda_items()[reached(workshop) + 1 :]
    return [one for one in ahead if not one.skipped and not had_its_break(one, workshop.timings.get(one.id))]


def remaining(item: AgendaItem, workshop: Workshop, now: Moment) -> float:
    """Seconds an item will still take: its timebox less what it already ran, when the room comes back to it."""
    return max(0.0, seconds_left(item, workshop.timings.get(item.id), now))


def free_from(workshop: Workshop, now: Moment) -> datetime:
    """The moment (UTC) at which what is to come begins: when the present item's time is up, or the meeting starts."""
    item = workshop.current_item()
    if item is not None:
        return now.utc + timedelta(seconds=remaining(item, workshop, now))
    if _stage(workshop, item) is Stage.BETWEEN:
        return now.utc
    appointed = utc(workshop.starts)
    same_day = local(now.utc).date() == workshop.details.held_on
    return max(now.utc, appointed) if same_day else appointed


def _expected(workshop: Workshop, now: Moment, start: datetime) -> Iterator[tuple[str, datetime, datetime]]:
    """Id, start and end (UTC) of what is to come, as things stand; a locked start is waited for."""
    at = free_from(workshop, now)
    for item in to_come(workshop):
        locked = lock_of(item, workshop, start)
        at = at if locked is None else max(at, locked)
        end = at + timedelta(seconds=remaining(item, workshop, now))
        yield item.id, at, end
        at = end


def _planned(items: Sequence[AgendaItem], workshop: Workshop, start: datetime) -> list[ScheduledItem]:
    """The plan, in UTC: planned minutes, whatever was agreed since."""
    planned: list[ScheduledItem] = []
    at = utc(start)
    for item in items:
        locked = lock_of(item, workshop, start)
        at = at if locked is None else max(at, locked)
        end = at + timedelta(minutes=item.minutes)
        planned.append(ScheduledItem(item, at, end))
        at = end
    return planned


def _expected_end(
    workshop: Workshop, stage: Stage, now: Moment, coming: Sequence[tuple[str, datetime, datetime]]
) -> datetime:
    if coming:
        return coming[-1][2]
    if stage is Stage.ENDED:
        return max((t.ended_at for t in workshop.timings.values() if t.ended_at), default=now.utc)
    return free_from(workshop, now)


def _behind(expected_end: datetime, planned_end: datetime) -> float:
    """Seconds by which the meeting will end later than planned: a late start and pauses count as overruns do."""
    late = expected_end - planned_end
    return late.total_seconds() if abs(late) <= SAME_MEETING else 0.0


def agreed_end(workshop: Workshop, start: datetime) -> datetime:
    """The booked end with the extension the room agreed on, UTC."""
    return utc(start) + timedelta(minutes=workshop.details.minutes + workshop.details.extension)


def read_meeting(workshop: Workshop, now: Moment) -> Meeting:
    """How the meeting stands at `now`."""
    items = workshop.agenda_items()
    item = workshop.current_item()
    timing = None if item is None else workshop.timings[item.id]
    stage, start = _stage(workshop, item), begins(workshop, now)
    planned, coming = _planned(items, workshop, start), list(_expected(workshop, now, start))
    ahead = {key: (local(begin), local(end)) for key, begin, end in coming}
    expected_end = _expected_end(workshop, stage, now, coming)
    planned_end = (planned[-1].end if planned else utc(start)) + timedelta(minutes=workshop.details.extension)

    def row(one: ScheduledItem) -> Row:
        ran = workshop.timings.get(one.item.id)
        seconds = elapsed(ran, now) if ran else 0.0
        expected = ScheduledItem(one.item, *ahead[one.item.id]) if one.item.id in ahead else None
        shown = ScheduledItem(one.item, local(one.start), local(one.end))
        return Row(shown, ran, seconds, one.item is item, expected)

    return Meeting(
        stage=stage,
        rows=tuple(map(row, planned)),
        index=None if item is None else items.index(item),
        left=0.0 if item is None else seconds_left(item, timing, now),
        allowed=0.0 if item is None or timing is None else (item.timebox + timing.extension) * 60.0,
        behind=_behind(expected_end, planned_end),
        expected_end=local(expected_end),
        booked_end=local(agreed_end(workshop, start)),
        doubtful=timing is not None and is_doubtful(timing, now),
    )
