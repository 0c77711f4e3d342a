"""When the room hears something: once at an item's end the gong, softly at the end of a step of group work."""

from collections.abc import Sequence

from models.meeting import Meeting, Stage
from ui.run.lanes import Lane, step_ended

LONGEST_LOOK = 5.0
"""Seconds between two looks beyond which what ended in between is no news any more: the machine slept."""


def time_is_up(before: Meeting, now: Meeting) -> bool:
    """Whether the current item's time ran out between two looks at it: once for each agreed end, never in hindsight."""
    if not _same_run(before, now) or before.allowed != now.allowed:
        return False
    return before.left > 0 >= now.left


def step_is_over(before: Meeting, then: Sequence[Lane], now: Meeting, lanes: Sequence[Lane]) -> bool:
    """Whether a 班 came to the end of a step between two looks at the same item, both of them while it ran."""
    forward = 0 < _ran(now) - _ran(before) <= LONGEST_LOOK
    return _same_run(before, now) and forward and step_ended(then, lanes)


def _same_run(before: Meeting, now: Meeting) -> bool:
    if before.item is None or now.item is None or before.item.id != now.item.id:
        return False
    return not before.doubtful and now.stage is Stage.RUNNING


def _ran(meeting: Meeting) -> float:
    return 0.0 if meeting.index is None else meeting.rows[meeting.index].seconds
