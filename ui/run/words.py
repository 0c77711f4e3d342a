"""What the run screen and the projector say of time, in words."""

from datetime import datetime, timedelta

from models.language import gettext as _
from models.meeting import SAME_MEETING, Alert, Meeting, Row, Stage


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
    minutes = int(abs(behind) // 60)
    if minutes == 0:
        return _("As planned")
    text = _("{minutes} min behind the plan") if behind > 0 else _("{minutes} min ahead of the plan")
    return text.format(minutes=minutes)


def _hours(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def end_words(meeting: Meeting) -> str:
    """When the meeting will end as it goes, against the time that is booked."""
    late = meeting.expected_end - meeting.booked_end
    over = int(late.total_seconds() // 60)
    text = _("Expected end {end} (booked until {booked})")
    if abs(late) > SAME_MEETING:
        text = _("Expected end {end}")
    elif meeting.stage is Stage.ENDED:
        text = _("Ended {end} (booked until {booked})")
    elif over > 0:
        text = _("Expected end {end} ({over} min past the booked {booked})")
    return text.format(end=_hours(meeting.expected_end), booked=_hours(meeting.booked_end), over=over)


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
    return _("expected {start}–{end}").format(start=_hours(row.expected.start), end=_hours(row.expected.end))


def state_words(row: Row) -> str:
    """How far a line of the agenda is: here, done, left out; empty for what is to come."""
    if row.current:
        return _("here")
    if row.item.skipped:
        return _("left out")
    return _("done") if row.ended else ""
