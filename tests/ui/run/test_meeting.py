"""Where the meeting stands, on its day and on another."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from models.document import Document
from models.edits import deciding, running
from models.meeting import local, read_meeting
from models.timing import Moment


def _at(moment: datetime) -> Moment:
    return Moment(moment.astimezone(UTC), 1_000.0, "boot")


def _held_on(document: Document, days: int) -> None:
    details = document.workshop.details
    moved = replace(details, held_on=details.held_on + timedelta(days=days))
    document.apply(deciding.set_details(document.workshop, moved))


def test_times_are_those_of_the_plan_when_the_meeting_is_held_on_its_day(document: Document) -> None:
    now = _at(document.workshop.starts + timedelta(minutes=4))
    document.apply(running.start(document.workshop, now))
    meeting = read_meeting(document.workshop, now)
    assert meeting.rows[0].planned.start == document.workshop.starts
    assert meeting.booked_end == document.workshop.starts + timedelta(minutes=90)
    assert meeting.expected_end - meeting.booked_end == timedelta(minutes=4)


def test_times_begin_with_the_real_start_when_it_is_rehearsed_on_another_day(document: Document) -> None:
    now = _at(document.workshop.starts + timedelta(minutes=4))
    _held_on(document, days=30)
    document.apply(running.start(document.workshop, now))
    meeting = read_meeting(document.workshop, now)
    assert meeting.rows[0].planned.start == local(now.utc)
    assert meeting.booked_end == local(now.utc) + timedelta(minutes=90)
    assert meeting.expected_end == meeting.booked_end


def test_end_is_the_planned_one_when_a_past_meeting_was_never_run(document: Document) -> None:
    meeting = read_meeting(document.workshop, _at(document.workshop.starts + timedelta(days=200)))
    assert meeting.expected_end == meeting.booked_end == document.workshop.starts + timedelta(minutes=90)


def test_pause_and_late_start_count_as_being_behind(document: Document) -> None:
    started = _at(document.workshop.starts + timedelta(minutes=2))
    document.apply(running.start(document.workshop, started))
    assert read_meeting(document.workshop, started).behind == 120
    document.apply(running.pause(document.workshop, started))
    later = Moment(started.utc + timedelta(minutes=5), started.steady + 300, started.boot)
    assert read_meeting(document.workshop, later).behind == 420
    document.apply(running.next_item(document.workshop, later))
    assert read_meeting(document.workshop, later).behind == 420 - 300
