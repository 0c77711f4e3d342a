"""What the run screen and the projector say of time, in words.

Seconds are rounded up everywhere, and less than a minute late is in time.
"""

import math
from datetime import datetime, timedelta

from models.language import gettext as _
from models.meeting import SAME_MEETING, Alert, Meeting, Row, Stage

A_MINUTE = 60.0
"""Seconds; less than this behind the plan or beyond the end is as planned."""
NO_NEWS = 0.5
"""Seconds beyond a whole minute that are not counted: clocks are no more exact."""


def minutes_late(seconds: float) -> int:
    """Whole minutes late, a minute begun counted; less than one is in time."""
    return 0 if seconds < A_MINUTE else math.ceil((seconds - NO_NEWS) / 60)


def to_the_minute(at: datetime) -> datetime:
    """A time to come, rounded up to the minute."""
    whole = at.replace(second=0, microsecond=0)
    return whole if at - whole <= timedelta(seconds=NO_NEWS) else whole + timedelta(minutes=1)


def end_shown(end: datetime, booked: datetime) -> datetime:
    """The end as it is said beside the booked one, to the minute, and as late as `minutes_late` says."""
    late = end - booked
    return booked if timedelta(0) < late < timedelta(seconds=A_MINUTE) else to_the_minute(end)


def start_missed_by(meeting: Meeting) -> float:
    """Seconds by which the worst kept of the locked starts to come will be missed; 0 where all are kept."""
    locked = [row for row in meeting.rows if row.expected is not None and row.item.starts_at is not None]
    late = [row.expected.start - row.planned.start for row in locked if row.expected is not None]
    most = max(late, default=timedelta(0))
    return max(0.0, most.total_seconds()) if most <= SAME_MEETING else 0.0


def judged(meeting: Meeting) -> float:
    """Seconds behind the plan, the one judgement all go by: of the end, or of a locked start that is missed by more."""
    missed = start_missed_by(meeting)
    return max(meeting.behind, missed) if missed >= A_MINUTE else meeting.behind


def alert_words(meeting: Meeting) -> str:
    """What stands beside the clock: how urgent it is, and on a line before it that the clock stands still."""
    words = {
        Alert.NONE: _("left"),
        Alert.SOON: _("Nearly time"),
        Alert.LAST: _("Ending now"),
        Alert.OVER: _("over time"),
    }[meeting.alert]
    return _("Stopped") + "\n" + words if meeting.stage is Stage.PAUSED else words


def drift_words(behind: float) -> str:
    """Ahead of or behind the plan, in whole minutes."""
    minutes = minutes_late(behind) if behind > 0 else int(-behind // 60)
    if minutes == 0:
        return _("As planned")
    text = _("{minutes} min behind the plan") if behind > 0 else _("{minutes} min ahead of the plan")
    return text.format(minutes=minutes)


def _hours(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def end_words(meeting: Meeting) -> str:
    """When the meeting will end as it goes, against the time that is booked."""
    late = meeting.expected_end - meeting.booked_end
    over = minutes_late(late.total_seconds())
    text = _("Expected end {end} (booked until {booked})")
    if abs(late) > SAME_MEETING:
        text = _("Expected end {end}")
    elif meeting.stage is Stage.ENDED:
        text = _("Ended {end} (booked until {booked})")
    elif over > 0:
        text = _("Expected end {end} ({over} min past the booked {booked})")
    end = meeting.expected_end if meeting.stage is Stage.ENDED else end_shown(meeting.expected_end, meeting.booked_end)
    return text.format(end=_hours(end), booked=_hours(meeting.booked_end), over=over)


def ends_late(meeting: Meeting) -> bool:
    """Whether the meeting will end a minute or more after the booked time."""
    return timedelta(minutes=1) <= meeting.expected_end - meeting.booked_end <= SAME_MEETING


def allotted(row: Row) -> int:
    """The minutes a line of the agenda has today: as agreed on, with what was added or taken while it ran."""
    if row.item.skipped:
        return 0
    return max(0, row.item.timebox + (row.timing.extension if row.timing else 0))


def planned_words(row: Row) -> str:
    """The planned times and minutes of a line of the agenda, and the minutes agreed on since."""
    planned, today = row.item.minutes, allotted(row)
    if not planned:
        return _("not planned, {minutes} min").format(minutes=today)
    text = _("{start}–{end}, {minutes} min")
    if today != planned and not row.item.skipped:
        text = _("{start}–{end}, {minutes}→{today} min")
    return text.format(start=_hours(row.planned.start), end=_hours(row.planned.end), minutes=planned, today=today)


def actual_words(row: Row) -> str:
    """How a line of the agenda ran, or will run where that is not as planned; empty when there is nothing to say."""
    if row.started is None:
        return _expected_words(row)
    minutes = round(row.seconds / 60)
    if row.current:
        return _("since {start}").format(start=_hours(row.started))
    return _("took {minutes} min (from {start})").format(minutes=minutes, start=_hours(row.started))


def _expected_words(row: Row) -> str:
    if row.expected is None:
        return ""
    moved = (row.expected.start - row.planned.start, row.expected.end - row.planned.end)
    if all(abs(by) < timedelta(minutes=1) for by in moved):
        return ""
    start, end = to_the_minute(row.expected.start), to_the_minute(row.expected.end)
    return _("expected {start}–{end}").format(start=_hours(start), end=_hours(end))


def state_words(row: Row) -> str:
    """How far a line of the agenda is: here, done, left out, left for a while; empty for what is to come."""
    if row.current:
        return _("here")
    if row.item.skipped:
        return _("left out")
    if row.ended and row.expected is not None:
        return _("to be gone on with")
    return _("done") if row.ended else ""
