"""The agenda: items with a timebox, their starts and ends. Arithmetic only; what is running is in `timing`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
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


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda.

    `minutes` is its timebox, `position` its place in the order, `task` what the projector asks of the room and
    `script` what the facilitator may say (声かけ例).
    """

    id: str
    position: float
    title: str
    minutes: int
    phase: AgendaPhase = AgendaPhase.OTHER
    task: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class ScheduledItem:
    """An agenda item with the local times at which it starts and ends."""

    item: AgendaItem
    start: datetime
    end: datetime


def total_minutes(items: Iterable[AgendaItem]) -> int:
    """The sum of all timeboxes."""
    return sum(item.minutes for item in items)


def schedule(items: Iterable[AgendaItem], start: datetime) -> list[ScheduledItem]:
    """Every item, in the given order, with its start and end when the meeting begins at `start`."""
    scheduled: list[ScheduledItem] = []
    for item in items:
        end = start + timedelta(minutes=item.minutes)
        scheduled.append(ScheduledItem(item, start, end))
        start = end
    return scheduled


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
