"""Where the meeting stands, on its day and on another."""

import datetime as dt
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.agenda import AgendaItem
from models.document import Document
from models.edits import agenda, deciding, running
from models.edits.change import applied
from models.meeting import Stage, local, read_meeting
from models.timing import Moment
from models.workshop import Details, Workshop
from tests.bench.meetings import meetings_worst_error_s


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


@contextmanager
def _zone(name: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def _meeting_of(start: datetime, *minutes: int, locks: Mapping[int, dt.time] | None = None) -> Workshop:
    items = [
        AgendaItem(f"{n:032x}", float(n), f"項目{n}", length, starts_at=(locks or {}).get(n))
        for n, length in enumerate(minutes)
    ]
    details = Details("f" * 32, "会", start.date(), start.time(), minutes=sum(minutes))
    return Workshop(details, agenda={item.id: item for item in items})


def _started(workshop: Workshop) -> Workshop:
    return applied(workshop, running.start(workshop, _at(workshop.starts)).changes)


def _later(moment: Moment, minutes: float) -> Moment:
    return Moment(moment.utc + timedelta(minutes=minutes), moment.steady + minutes * 60, moment.boot)


def test_times_go_on_when_the_meeting_lasts_over_midnight() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 23, 30), 20, 20, 20, locks={2: dt.time(0, 15)}))
    meeting = read_meeting(workshop, _later(_at(workshop.starts), 25))
    assert [row.planned.start for row in meeting.rows] == [
        datetime(2026, 6, 4, 23, 30),
        datetime(2026, 6, 4, 23, 50),
        datetime(2026, 6, 5, 0, 15),
    ]
    assert meeting.expected_end == datetime(2026, 6, 5, 0, 35)
    assert meeting.behind == 0


def test_meeting_is_the_same_one_when_it_begins_just_after_midnight() -> None:
    workshop = _meeting_of(datetime(2026, 6, 4, 23, 55), 20)
    late = _at(datetime(2026, 6, 5, 0, 5))
    meeting = read_meeting(applied(workshop, running.start(workshop, late).changes), late)
    assert meeting.behind == 600


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 30)),
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 2, 30)),
    ],
)
def test_end_is_right_when_the_clocks_change_during_the_meeting(start: datetime, end: datetime) -> None:
    with _zone("Europe/Berlin"):
        workshop = _started(_meeting_of(start, 20, 40))
        now = _at(workshop.starts)
        for minutes in (0, 10, 20):
            meeting = read_meeting(workshop, _later(now, minutes))
            assert meeting.expected_end == end
            assert meeting.booked_end == end
            assert meeting.behind == 0


def test_end_moves_with_the_wall_clock_when_the_zone_is_put_right() -> None:
    workshop = _meeting_of(datetime(2026, 6, 4, 10), 30, 30)
    with _zone("UTC"):
        wrong = _at(datetime(2026, 6, 4, 1))
        workshop = applied(workshop, running.start(workshop, wrong).changes)
    with _zone("Asia/Tokyo"):
        meeting = read_meeting(workshop, _later(wrong, 10))
        assert meeting.left == 20 * 60
        assert meeting.expected_end == datetime(2026, 6, 4, 11)
        assert meeting.behind == 0


def test_locked_start_is_waited_for_when_the_room_is_early() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10, 20, locks={1: dt.time(10, 30)}))
    now = _later(_at(workshop.starts), 5)
    assert read_meeting(workshop, now).expected_end == datetime(2026, 6, 4, 10, 50)
    assert read_meeting(workshop, now).behind == 0
    assert read_meeting(workshop, _later(now, 27)).behind == 120


def test_locks_move_along_when_the_meeting_is_rehearsed_on_another_day() -> None:
    workshop = _meeting_of(datetime(2026, 6, 4, 10), 10, 20, locks={1: dt.time(10, 30)})
    evening = _at(datetime(2026, 6, 2, 20))
    meeting = read_meeting(applied(workshop, running.start(workshop, evening).changes), evening)
    assert meeting.rows[1].planned.start == datetime(2026, 6, 2, 20, 30)


def test_plan_is_the_appointed_one_when_the_meeting_was_rehearsed_before() -> None:
    workshop = _meeting_of(datetime(2026, 6, 4, 10), 10, 20)
    evening = _at(datetime(2026, 6, 2, 20))
    for edit in (running.start, running.next_item, running.next_item):
        workshop = applied(workshop, edit(workshop, evening).changes)
    now = _at(workshop.starts)
    workshop = applied(workshop, running.go_to(workshop, workshop.agenda_items()[0], now).changes)
    ended = applied(workshop, running.next_item(workshop, _later(now, 12)).changes)
    for when, known in ((now, workshop), (_later(now, 12), ended)):
        meeting = read_meeting(known, when)
        assert meeting.booked_end == datetime(2026, 6, 4, 10, 30)
        assert meeting.rows[0].planned.start == workshop.starts
    assert read_meeting(ended, _later(now, 12)).behind == 120


def test_meeting_has_not_begun_when_only_what_was_taken_out_of_the_agenda_ran() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10))
    workshop = applied(workshop, running.next_item(workshop, _later(_at(workshop.starts), 5)).changes)
    anew = [AgendaItem("e" * 32, 1.0, "別の項目", 30)]
    workshop = applied(workshop, agenda.replace_agenda(workshop, anew).changes)
    meeting = read_meeting(workshop, _later(_at(workshop.starts), 6))
    assert meeting.stage is Stage.BEFORE
    assert meeting.following == anew[0]
    assert meeting.expected_end == datetime(2026, 6, 4, 10, 36)


def test_end_is_that_of_the_rest_when_the_present_item_is_taken_out() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10, 20, 30))
    now = _later(_at(workshop.starts), 10)
    workshop = applied(workshop, running.next_item(workshop, now).changes)
    workshop = applied(workshop, agenda.delete_item(workshop, workshop.agenda_items()[1].id).changes)
    meeting = read_meeting(workshop, _later(now, 2))
    assert meeting.stage is Stage.BETWEEN
    assert meeting.expected_end == datetime(2026, 6, 4, 10, 42)
    assert meeting.behind == 120


def test_item_takes_only_what_is_left_of_it_when_the_room_comes_back() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10, 20))
    first, second = workshop.agenda_items()
    now = _later(_at(workshop.starts), 10)
    workshop = applied(workshop, running.go_to(workshop, second, now).changes)
    now = _later(now, 5)
    workshop = applied(workshop, running.go_to(workshop, first, now).changes)
    assert read_meeting(workshop, now).expected_end == local(now.utc) + timedelta(minutes=15)


def test_left_out_item_takes_no_time_and_is_passed_over() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10, 20, 30))
    _first, second, third = workshop.agenda_items()
    workshop = applied(workshop, agenda.skip_item(workshop, second.id).changes)
    meeting = read_meeting(workshop, _at(workshop.starts))
    assert meeting.following == third
    assert meeting.behind == -20 * 60
    workshop = applied(workshop, running.next_item(workshop, _later(_at(workshop.starts), 10)).changes)
    assert workshop.current_item() == third


def test_break_put_in_counts_as_behind_the_plan() -> None:
    workshop = _started(_meeting_of(datetime(2026, 6, 4, 10), 10, 20))
    first = workshop.agenda_items()[0]
    workshop = applied(workshop, agenda.add_break(workshop, "休憩", 5, first.id).changes)
    assert read_meeting(workshop, _at(workshop.starts)).behind == 300
    assert [item.title for item in workshop.agenda_items()] == ["項目0", "休憩", "項目1"]


def test_shown_end_is_right_to_a_second_whatever_happens_to_the_clocks() -> None:
    assert meetings_worst_error_s(300) < 1.0
