"""What the run screen and the projector say of time, in words."""

from datetime import datetime, timedelta

from models.agenda import AgendaPhase
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


def planned_words(row: Row) -> str:
    """The planned times and minutes of a line of the agenda."""
    return _("{start}–{end}, {minutes} min").format(
        start=_hours(row.planned.start), end=_hours(row.planned.end), minutes=row.item.minutes
    )


def actual_words(row: Row) -> str:
    """How a line of the agenda ran; empty when it has not begun."""
    if row.started is None:
        return ""
    minutes = round(row.seconds / 60)
    if row.current:
        return _("since {start}").format(start=_hours(row.started))
    return _("took {minutes} min (from {start})").format(minutes=minutes, start=_hours(row.started))


def phase_hint(phase: AgendaPhase, silent: bool, hidden: int) -> str:
    """What the app can do for the room in this phase; empty when there is nothing to say."""
    if hidden and not silent:
        return _("{count} notes are hidden from the projector.").format(count=hidden)
    if phase is AgendaPhase.WRITE and not silent:
        return _("The room writes in silence. You can keep new notes off the projector until all are ready.")
    if silent:
        return _("New notes stay off the projector until you show them ({count} now).").format(count=hidden)
    return {
        AgendaPhase.SHARE: _("Press B for the notes and add what is read aloud."),
        AgendaPhase.GROUP: _("Press B for the notes and bring together what is close."),
        AgendaPhase.IDEAS: _("Press B for the notes and add the ideas."),
    }.get(phase, "")
