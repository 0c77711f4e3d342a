"""Time that is running: stored facts, and arithmetic on an injected clock.

What is left of an item is never counted down: it is computed from when the item was started, on a clock that a
change of the wall clock or of the time zone does not move (`Moment.steady`), and after a restart of the machine on
the wall clock, the only one that then remains.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from models.agenda import AgendaItem

WALL_DRIFT = 2.0
"""Seconds by which the wall clock and the steady one may part before the wall clock counts as put right."""
LONGEST_BELIEVABLE = timedelta(hours=6)
"""An item that seems to have run longer than this over a restart is asked about, not believed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A reading of the clocks: aware UTC, seconds of a clock that goes on in sleep, and the boot it belongs to."""

    utc: datetime
    steady: float
    boot: str


Clock = Callable[[], Moment]
"""Where the time comes from; tests give their own."""


@cache
def _boot() -> str:
    """A name for this boot where the system has one, else for this process."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return uuid.uuid4().hex


def system_clock() -> Moment:
    """The machine's clocks. On Linux CLOCK_MONOTONIC stops in sleep, on macOS and Windows the one used goes on."""
    going_on: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    steady = time.monotonic() if going_on is None else time.clock_gettime(going_on)
    return Moment(datetime.now(UTC), steady, _boot())


@dataclass(frozen=True, slots=True)
class Timing:
    """How one agenda item ran: `id` is the item's.

    `elapsed` are the seconds before the present stretch; `since` is when that stretch began (None: standing still);
    `extension` are the minutes added or taken while it ran, apart from the plan; `current` says that the room is
    at this item.
    """

    id: str
    first_started_at: datetime
    elapsed: float = 0.0
    extension: int = 0
    since: Moment | None = None
    ended_at: datetime | None = None
    current: bool = False

    @property
    def running(self) -> bool:
        """Whether the item's clock goes at present."""
        return self.since is not None


def stretch(since: Moment, now: Moment) -> tuple[float, bool]:
    """Seconds between two readings, and whether they can be believed.

    Within one boot the steady clock tells; over a restart the wall clock does, and a negative or very long
    stretch is doubtful.
    """
    if since.boot == now.boot and now.steady >= since.steady:
        return now.steady - since.steady, True
    wall = (now.utc - since.utc).total_seconds()
    believable = 0 <= wall <= LONGEST_BELIEVABLE.total_seconds()
    return max(wall, 0.0), believable


def elapsed(timing: Timing, now: Moment) -> float:
    """Seconds the item has run until `now`."""
    if timing.since is None:
        return timing.elapsed
    return timing.elapsed + stretch(timing.since, now)[0]


def is_astray(timing: Timing, now: Moment) -> bool:
    """Whether the present stretch had better be measured on from now.

    That is so after a restart that can be believed, and after the wall clock was put forward or back by more than it
    drifts: over the next restart it alone would tell, and be misleading.
    """
    since = timing.since
    if since is None:
        return False
    if since.boot != now.boot:
        return not is_doubtful(timing, now)
    wall = (now.utc - since.utc).total_seconds()
    return abs(wall - (now.steady - since.steady)) > WALL_DRIFT


def is_doubtful(timing: Timing, now: Moment) -> bool:
    """Whether the time after a restart is so odd that the facilitator should be asked."""
    return timing.since is not None and not stretch(timing.since, now)[1]


def seconds_left(item: AgendaItem, timing: Timing | None, now: Moment) -> float:
    """What is left of the timebox, negative when it is overrun."""
    if timing is None:
        return item.timebox * 60.0
    return (item.timebox + timing.extension) * 60.0 - elapsed(timing, now)


def started(timing: Timing | None, item_id: str, now: Moment) -> Timing:
    """The timing with its clock going."""
    if timing is None:
        return Timing(item_id, first_started_at=now.utc, since=now, current=True)
    if timing.running and timing.current:
        return timing
    return replace(paused(timing, now), since=now, ended_at=None, current=True)


def paused(timing: Timing, now: Moment) -> Timing:
    """The timing standing still, its present stretch counted."""
    return replace(timing, elapsed=elapsed(timing, now), since=None)


def ended(timing: Timing, now: Moment) -> Timing:
    """The timing of an item that is left for the next."""
    return replace(paused(timing, now), ended_at=now.utc, current=False)


def restarted_from(timing: Timing, seconds: float, now: Moment) -> Timing:
    """The timing with `seconds` elapsed, as the facilitator says, and its clock going from `now`."""
    return replace(timing, elapsed=seconds, since=now)
