"""What each format of meeting works on beside its notes: knacks, cases on show, own work, steps of a process, pledges.

A study session (勉強会) has knacks, a training (研修) cases and the participants' own work, a DX workshop the steps of
one piece of work; pledges close a study session or a training. Nothing here has an author: `presenter`, `by` and `who`
are 課室・職.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.cases import ReviewKind


@dataclass(frozen=True, slots=True)
class Knack:
    """The knack of something (コツ), taught by a presenter: its steps, one a line, and the work before and after."""

    id: str
    order: float
    title: str
    presenter: str = ""
    steps: str = ""
    before: str = ""
    after: str = ""
    material: str = ""


@dataclass(frozen=True, slots=True)
class Pledge:
    """What will be done from tomorrow on (明日からやること, 行動宣言); `by` is a 課室・職, never a name."""

    id: str
    order: float
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case on show in a training: what the room needs of it, copied, so that the minutes stand alone.

    `case_id` is the case it was taken from, empty when it was written here.
    """

    id: str
    order: float
    title: str
    bureau: str = ""
    summary: str = ""
    problem: str = ""
    before: str = ""
    after: str = ""
    effect: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A piece of somebody's own work, listed in a training: minutes a time, times a year, how it could be reviewed."""

    id: str
    order: float
    what: str
    minutes: float = 0.0
    times_per_year: float = 0.0
    review: ReviewKind | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """A step of the piece of work a DX workshop looks at (手順の見える化).

    `minutes` a time, `times_per_year`, `who` does it (課室・職), what hurts (`pain`), what a `tool` would change, and
    the minutes it would then take (None: not thought about; 0: the step falls away).
    """

    id: str
    order: float
    what: str
    minutes: float = 0.0
    times_per_year: float = 0.0
    who: str = ""
    pain: str = ""
    tool: str = ""
    minutes_after: float | None = None

    @property
    def hours(self) -> float:
        """Hours a year it takes now."""
        return self.minutes * self.times_per_year / 60

    @property
    def hours_after(self) -> float:
        """Hours a year it would take with the tool; as now while nobody has thought about it."""
        after = self.minutes if self.minutes_after is None else self.minutes_after
        return after * self.times_per_year / 60


class CheckKind(StrEnum):
    """What an entry of the checklist is about: the room, things to bring, what was announced."""

    ROOM = "room"
    THINGS = "things"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class RoomCheck:
    """One entry of the checklist for the room."""

    id: str
    order: float
    text: str
    kind: CheckKind = CheckKind.ROOM
    done: bool = False


def process_hours(steps: Iterable[ProcessStep]) -> tuple[float, float]:
    """Hours a year the whole process takes now, and would take with the tools."""
    kept = list(steps)
    return sum(step.hours for step in kept), sum(step.hours_after for step in kept)
