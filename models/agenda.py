"""The agenda: items with a timebox, their starts and ends. Arithmetic only; what is running is in `timing`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

MIN_MINUTES = 1
MAX_MINUTES = 600


class AgendaPhase(StrEnum):
    """What the room does in an item, so that the app can open the screen it needs."""

    OPENING = "opening"
    LAST_TIME = "last_time"
    WRITE = "write"
    SHARE = "share"
    GROUP = "group"
    VOTE = "vote"
    IDEAS = "ideas"
    PAYOFF = "payoff"
    OWNERS = "owners"
    REFLECT = "reflect"
    BUFFER = "buffer"
    OTHER = "other"
    BREAK = "break"
    PRESENT = "present"
    PRACTICE = "practice"
    QUESTIONS = "questions"
    CASES = "cases"
    OWN_WORK = "own_work"
    STEPS = "steps"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda.

    `minutes` is its planned timebox, `position` its place in the order, `task` what the projector asks of the room and
    `script` what the facilitator may say (声かけ例).

    `least` is the shortest it can be made when time runs short; an `optional` item may be dropped then, a `protected`
    one stays as it is. `starts_at` locks its start to a time of day. `agreed` is the timebox the room agreed on since
    (None: as planned), and a `skipped` item is left out today. An item with no planned minutes was put in on the way.
    """

    id: str
    position: float
    title: str
    minutes: int
    phase: AgendaPhase = AgendaPhase.OTHER
    task: str = ""
    script: str = ""
    least: int = MIN_MINUTES
    optional: bool = False
    protected: bool = False
    starts_at: time | None = None
    materials: str = ""
    method: str = ""
    agreed: int | None = None
    skipped: bool = False

    @property
    def timebox(self) -> int:
        """The minutes it has today: as agreed on the way, or else as planned."""
        if self.skipped:
            return 0
        return self.minutes if self.agreed is None else self.agreed

    @property
    def is_passed_over(self) -> bool:
        """Whether the room goes on without it: it is left out, or a re-plan took all its time (予備)."""
        return self.timebox == 0

    @property
    def is_buffer(self) -> bool:
        """Whether it is time kept in reserve (予備)."""
        return self.phase is AgendaPhase.BUFFER


@dataclass(frozen=True, slots=True)
class ScheduledItem:
    """An agenda item with the times at which it starts and ends."""

    item: AgendaItem
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class TeamStep:
    """A step of group work (班) within the agenda item `item_id`, with its own timebox in `minutes`.

    `team` is the number of the 班 that takes it; 0 says that every 班 does. The steps of one 班 follow each other from
    the item's start, beside those of the others.
    """

    id: str
    order: float
    item_id: str
    title: str
    minutes: int
    team: int = 0
    task: str = ""


def total_minutes(items: Iterable[AgendaItem]) -> int:
    """The sum of all timeboxes."""
    return sum(item.timebox for item in items)


def locked_start(item: AgendaItem, begins: datetime) -> datetime | None:
    """The moment to which the item's start is locked in a meeting that begins at `begins`, over midnight if need be.

    `begins` is naive local time, and so is what is returned.
    """
    return None if item.starts_at is None else next_at(item.starts_at, begins)


def next_at(time_of_day: time, begins: datetime) -> datetime:
    """The moment with this time of day that comes first from `begins` on; both are naive local times."""
    at = datetime.combine(begins.date(), time_of_day)
    return at if at >= begins else at + timedelta(days=1)


def schedule(items: Iterable[AgendaItem], start: datetime) -> list[ScheduledItem]:
    """Every item, in the given order, with its start and end when the meeting begins at `start` (naive local time).

    An item with a locked start waits for it; when what comes before is too long, it starts late.
    """
    scheduled: list[ScheduledItem] = []
    at = start
    for item in items:
        locked = locked_start(item, start)
        at = at if locked is None else max(at, locked)
        end = at + timedelta(minutes=item.timebox)
        scheduled.append(ScheduledItem(item, at, end))
        at = end
    return scheduled


def steps_of(steps: Iterable[TeamStep], item_id: str, team: int) -> list[TeamStep]:
    """What one 班 does in an agenda item, in order: its own steps, or else those of every 班."""
    here = sorted((step for step in steps if step.item_id == item_id), key=lambda step: (step.order, step.id))
    return [step for step in here if step.team == team] or [step for step in here if step.team == 0]


def in_shares(steps: Iterable[TeamStep], planned: int, minutes: int) -> list[TeamStep]:
    """One 班's steps of an item of so many `planned` minutes with their shares of other `minutes`, each at least one.

    What is rounded off one step goes to the next.
    """
    shared: list[TeamStep] = []
    before = given = 0
    for step in steps:
        before += step.minutes
        share = max(1, round(before * minutes / planned) - given)
        given += share
        shared.append(replace(step, minutes=share))
    return shared


def item_in_shares(steps: Iterable[TeamStep], item: AgendaItem, minutes: int) -> list[TeamStep]:
    """Every step of an item, each 班's with their shares when the item is planned with other `minutes`."""
    here = sorted((step for step in steps if step.item_id == item.id), key=lambda step: (step.order, step.id))
    if not item.minutes or item.minutes == minutes:
        return here
    teams = sorted({step.team for step in here})
    return [
        step for team in teams for step in in_shares([one for one in here if one.team == team], item.minutes, minutes)
    ]


def steps_today(steps: Iterable[TeamStep], item: AgendaItem, team: int) -> list[TeamStep]:
    """What one 班 does in an agenda item today: its steps, with their shares of the minutes agreed on the way."""
    planned = steps_of(steps, item.id, team)
    if item.agreed is None or not item.minutes:
        return planned
    return in_shares(planned, item.minutes, item.agreed)


def step_at(steps: Sequence[TeamStep], seconds: float) -> tuple[TeamStep, float] | None:
    """The step of one 班 that goes on `seconds` after the item's start, and the seconds left of it.

    None where there are no steps; behind the last one it is the last, with a negative rest.
    """
    if not steps:
        return None
    ends = 0.0
    for step in steps:
        ends += step.minutes * 60.0
        if seconds < ends:
            return step, ends - seconds
    return steps[-1], ends - seconds


def position_between(before: float | None, after: float | None) -> float:
    """A place in an order between two neighbours; None is the respective end of the list."""
    if before is None and after is None:
        return 1.0
    if before is None:
        assert after is not None
        return after - 1.0
    if after is None:
        return before + 1.0
    return (before + after) / 2
