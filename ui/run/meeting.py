"""Where the meeting stands at a moment: read from a frozen workshop, never counted. No Qt."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from models.agenda import AgendaItem, ScheduledItem, schedule, total_minutes
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
    """One line of the agenda as it was planned and as it ran; times are the room's (naive) local times."""

    planned: ScheduledItem
    timing: Timing | None
    seconds: float
    current: bool

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
    """The meeting at a moment. `left` and `behind` are seconds; negative `left` is overrun, negative `behind` early."""

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
        return self.rows[index].item if index < len(self.rows) else None

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
    return Stage.ENDED if workshop.timings else Stage.BEFORE


def _row(workshop: Workshop, planned: ScheduledItem, now: Moment, current: AgendaItem | None) -> Row:
    timing = workshop.timings.get(planned.item.id)
    return Row(planned, timing, elapsed(timing, now) if timing else 0.0, planned.item is current)


def _start(workshop: Workshop, now: Moment) -> datetime:
    """When the meeting starts: as appointed or, when it is run on another day (a rehearsal), when it really did."""
    at = local(min((t.first_started_at for t in workshop.timings.values()), default=now.utc))
    if not workshop.timings or at.date() == workshop.details.held_on:
        return workshop.starts
    return at.replace(second=0, microsecond=0)


def _expected_end(workshop: Workshop, stage: Stage, remaining: float, now: Moment) -> datetime:
    """Now and what is left; before the meeting, not sooner than its appointed start; after it, when it ended."""
    at = local(now.utc)
    if stage is Stage.BEFORE:
        at = max(at, workshop.starts) if at.date() == workshop.details.held_on else workshop.starts
    elif stage is Stage.ENDED:
        return max((local(t.ended_at) for t in workshop.timings.values() if t.ended_at), default=at)
    return at + timedelta(seconds=remaining)


def _behind(expected_end: datetime, planned_end: datetime) -> float:
    """Seconds by which the meeting will end later than planned: a late start and pauses count as overruns do."""
    late = expected_end - planned_end
    return late.total_seconds() if abs(late) <= SAME_MEETING else 0.0


def read_meeting(workshop: Workshop, now: Moment) -> Meeting:
    """How the meeting stands at `now`."""
    items = workshop.agenda_items()
    item = workshop.current_item()
    index = None if item is None else items.index(item)
    timing = None if item is None else workshop.timings[item.id]
    stage = _stage(workshop, item)
    left = 0.0 if item is None else seconds_left(item, timing, now)
    to_come = items if index is None else items[index + 1 :]
    start = _start(workshop, now)
    remaining = max(left, 0.0) + total_minutes(to_come) * 60.0
    expected_end = _expected_end(workshop, stage, remaining, now)
    return Meeting(
        stage=stage,
        rows=tuple(_row(workshop, planned, now, item) for planned in schedule(items, start)),
        index=index,
        left=left,
        allowed=0.0 if item is None or timing is None else (item.minutes + timing.extension) * 60.0,
        behind=_behind(expected_end, start + timedelta(minutes=total_minutes(items))),
        expected_end=expected_end,
        booked_end=start + timedelta(minutes=workshop.details.minutes),
        doubtful=timing is not None and is_doubtful(timing, now),
    )
