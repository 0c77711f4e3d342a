"""What the room decided, and who does what until when with which effect."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionStatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with its reason; `cluster_id` is the group it solves."""

    id: str
    order: float
    text: str
    reason: str = ""
    cluster_id: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """The hours a year an action is expected to save.

    `minutes_before` and `minutes_after` are per case, `times_per_year` the cases a year (of one person, or of the
    whole office when `office_wide`), `new_hours` what is newly needed a year.
    """

    minutes_before: float = 0.0
    minutes_after: float = 0.0
    times_per_year: float = 0.0
    people: int = 1
    office_wide: bool = False
    new_hours: float = 0.0
    quality: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether enough was said to compute hours."""
        return self.times_per_year > 0 and self.minutes_before != self.minutes_after


def hours_a_year(effect: Effect) -> float:
    """Hours saved a year: Σ{(before - after) min x cases x people} / 60 - new hours; the house's formula.

    Where the cases are counted for the whole office, people are not multiplied.
    """
    people = 1 if effect.office_wide else effect.people
    saved = (effect.minutes_before - effect.minutes_after) * effect.times_per_year * people / 60
    return saved - effect.new_hours


TIMES_PER_YEAR = {"daily": 240, "weekly": 48, "monthly": 12, "yearly": 1}
"""Cases a year for a frequency; the house's figures."""


@dataclass(frozen=True, slots=True)
class ActionItem:
    """A piece of homework (宿題事項): what, by which 課室・職, until when, with which first step.

    `done_when` is how one sees that it is done; `cluster_id` is the group it solves.
    """

    id: str
    order: float
    what: str
    owner: str = ""
    due: date | None = None
    first_step: str = ""
    done_when: str = ""
    effect: Effect = Effect()
    status: ActionStatus = ActionStatus.OPEN
    cluster_id: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """Homework of an earlier meeting that this one opens with: what became of it, and a word on it (`remark`).

    `action_id` is the action it was taken from, in the workshop this one follows.
    """

    id: str
    order: float
    what: str
    owner: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    remark: str = ""
    action_id: str = ""
