"""Re-plans: never below a minimum, never over a lock, always summing exactly; and fitting a plan to its time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agenda import AgendaItem, AgendaPhase, next_at, total_minutes
from models.edits import agenda, running
from models.edits.change import applied
from models.fitting import fitted
from models.meeting import read_meeting
from models.replanning import MOST, Proposal, ProposalKind, proposals
from models.timing import Moment
from models.workshop import Details, Workshop

DAY = date(2026, 6, 4)
NAMES = [f"{number:032x}" for number in range(1, 60)]


def _workshop(items: Iterable[AgendaItem], minutes: int, **details: object) -> Workshop:
    about = Details("f" * 32, "会", DAY, time(10), minutes=minutes, **details)  # type: ignore[arg-type]
    return Workshop(about, agenda={item.id: item for item in items})


def _at(minutes: float) -> Moment:
    """So many minutes after ten o'clock."""
    begin = datetime.combine(DAY, time(10)).astimezone(UTC)
    return Moment(begin + timedelta(minutes=minutes), 1_000 + minutes * 60, "boot")


def _items(*minutes: int, **fields: object) -> list[AgendaItem]:
    return [AgendaItem(NAMES[n], float(n), f"項目{n}", m, **fields) for n, m in enumerate(minutes)]  # type: ignore[arg-type]


def _begun(workshop: Workshop, overrun: float) -> tuple[Workshop, Moment]:
    """The first item began on time and runs `overrun` minutes over."""
    workshop = applied(workshop, running.start(workshop, _at(0)).changes)
    return workshop, _at(workshop.agenda_items()[0].timebox + overrun)


def _kinds(found: Iterable[Proposal]) -> list[ProposalKind]:
    return [one.kind for one in found]


# what is offered


def test_nothing_is_offered_when_the_meeting_is_on_time() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30), 60), 0)
    assert proposals(workshop, now) == ()


def test_nothing_is_offered_when_a_gap_before_a_lock_takes_the_overrun() -> None:
    first, second = _items(10, 20)
    workshop, now = _begun(_workshop([first, replace(second, starts_at=time(10, 20))], 40), 8)
    assert proposals(workshop, now) == ()


def test_nothing_is_offered_when_the_meeting_is_over() -> None:
    workshop, now = _begun(_workshop(_items(10), 10), 5)
    workshop = applied(workshop, running.next_item(workshop, now).changes)
    assert proposals(workshop, _at(60)) == ()


def test_buffer_alone_is_used_when_it_is_enough() -> None:
    first, second, buffer = _items(10, 20, 7)
    workshop, now = _begun(_workshop([first, second, replace(buffer, phase=AgendaPhase.BUFFER)], 37), 5)
    buffered, shrunk, extended = proposals(workshop, now)
    assert _kinds([buffered, shrunk, extended]) == [ProposalKind.BUFFER, ProposalKind.SHRINK, ProposalKind.EXTEND]
    assert buffered.minutes == {second.id: 20, buffer.id: 2}
    assert shrunk.minutes == {second.id: 16, buffer.id: 6}
    assert extended.minutes == {second.id: 20, buffer.id: 7}
    assert extended.extension == 5
    assert [one.end for one in (buffered, shrunk, extended)] == [
        datetime(2026, 6, 4, 10, 37),
        datetime(2026, 6, 4, 10, 37),
        datetime(2026, 6, 4, 10, 42),
    ]


def test_room_does_not_go_to_a_buffer_of_which_nothing_is_left() -> None:
    first, second, buffer, last = _items(10, 20, 7, 5)
    items = [first, second, replace(buffer, phase=AgendaPhase.BUFFER), last]
    workshop, now = _begun(_workshop(items, 42), 7)
    used = next(one for one in proposals(workshop, now) if one.kind is ProposalKind.BUFFER)
    workshop = applied(workshop, agenda.take_proposal(workshop, used).changes)
    workshop = applied(workshop, running.next_item(workshop, now).changes)
    assert workshop.agenda[buffer.id].timebox == 0
    assert read_meeting(workshop, now).following == last
    workshop = applied(workshop, running.next_item(workshop, _at(37)).changes)
    assert workshop.current_item() == last


def test_fewest_optional_items_go_when_time_is_short() -> None:
    first, *rest = _items(10, 4, 9, 6, 20)
    rest = [replace(one, optional=one.minutes < 20, least=one.minutes) for one in rest]
    workshop, now = _begun(_workshop([first, *rest], 49), 6)
    dropped = next(one for one in proposals(workshop, now) if one.kind is ProposalKind.DROP)
    assert [workshop.agenda[key].minutes for key in dropped.dropped] == [6]
    assert dropped.late == 0


def test_surplus_goes_to_the_buffer_when_a_long_item_is_dropped() -> None:
    first, long, rest, buffer = _items(10, 15, 20, 2)
    items = [first, replace(long, optional=True), rest, replace(buffer, phase=AgendaPhase.BUFFER)]
    workshop, now = _begun(_workshop(items, 47), 5)
    dropped = next(one for one in proposals(workshop, now) if one.kind is ProposalKind.DROP)
    assert dropped.minutes == {long.id: None, rest.id: 20, buffer.id: 12}
    assert dropped.end == datetime(2026, 6, 4, 10, 47)


def test_only_staying_longer_is_offered_when_every_item_is_protected() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30, protected=True), 60), 4)
    assert _kinds(proposals(workshop, now)) == [ProposalKind.EXTEND]


def test_staying_longer_is_not_offered_when_the_room_is_taken() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30), 60, room_until=time(11)), 4)
    assert _kinds(proposals(workshop, now)) == [ProposalKind.SHRINK]


def test_staying_longer_ends_with_the_room_when_it_is_free_only_so_long() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30), 60, room_until=time(11, 5)), 9)
    extended = next(one for one in proposals(workshop, now) if one.kind is ProposalKind.EXTEND)
    assert extended.extension == 5
    assert extended.end == datetime(2026, 6, 4, 11, 5)


def test_end_never_moves_beyond_the_room_when_nothing_can_be_made_shorter() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30, protected=True), 60, room_until=time(11, 5)), 25)
    (extended,) = proposals(workshop, now)
    assert extended.extension == 5
    assert extended.late == 20 * 60
    assert extended.end == datetime(2026, 6, 4, 11, 25)


@pytest.mark.parametrize(("late", "offered"), [(20, False), (90, True)])
def test_seconds_of_being_late_for_a_lock_are_no_reason_to_replan(late: float, offered: bool) -> None:
    first, second, third = _items(10, 20, 30)
    workshop = _workshop([first, second, replace(third, starts_at=time(10, 30))], 60)
    workshop = applied(workshop, running.start(workshop, _at(late / 60)).changes)
    assert bool(proposals(workshop, _at(5))) is offered


def test_nothing_is_offered_when_the_meeting_is_gone_on_with_on_another_day() -> None:
    workshop, now = _begun(_workshop(_items(10, 20, 30), 60), -5)
    workshop = applied(workshop, running.pause(workshop, now).changes)
    days_later = _at(3 * 24 * 60)
    workshop = applied(workshop, running.start(workshop, days_later).changes)
    assert proposals(workshop, days_later) == ()


def test_nothing_is_offered_when_a_lock_lies_on_the_next_day_by_mistake() -> None:
    first, second = _items(10, 20)
    workshop, now = _begun(_workshop([first, replace(second, starts_at=time(9, 50))], 30), 5)
    assert proposals(workshop, now) == ()


def test_lock_is_kept_when_what_comes_before_it_can_be_shorter() -> None:
    first, second, third = _items(10, 20, 30)
    items = [first, replace(second, least=8), replace(third, starts_at=time(10, 30), protected=True)]
    workshop, now = _begun(_workshop(items, 60), 6)
    (shrunk,) = proposals(workshop, now)
    assert shrunk.minutes == {second.id: 14, third.id: 30}
    assert shrunk.missed == ()
    assert shrunk.end == datetime(2026, 6, 4, 11)


def test_lock_nothing_can_keep_is_told_when_time_is_too_short() -> None:
    first, second, third = _items(10, 20, 30)
    items = [first, replace(second, protected=True), replace(third, starts_at=time(10, 30))]
    workshop, now = _begun(_workshop(items, 60), 6)
    found = proposals(workshop, now)
    assert found
    assert all(one.missed == (third.id,) for one in found)


def test_lock_that_is_past_binds_nobody_when_it_was_overrun() -> None:
    first, second = _items(10, 20)
    workshop, now = _begun(_workshop([first, replace(second, starts_at=time(10, 10), least=10)], 30), 5)
    assert all(one.missed == () for one in proposals(workshop, now))


def test_item_that_has_begun_stays_when_the_room_comes_back_to_an_earlier_one() -> None:
    first, second, third = _items(10, 20, 30)
    workshop, now = _begun(_workshop([first, second, third], 60), 0)
    workshop = applied(workshop, running.next_item(workshop, now).changes)
    workshop = applied(workshop, running.go_to(workshop, first, _at(15)).changes)
    found = proposals(workshop, _at(25))
    assert found
    assert all(one.minutes[second.id] == 20 for one in found)


def test_item_that_has_begun_stays_when_it_was_given_more_time_than_it_ran() -> None:
    first, second, third = _items(10, 20, 30, optional=True)
    workshop, now = _begun(_workshop([first, second, third], 60), 0)
    workshop = applied(workshop, running.next_item(workshop, now).changes)
    workshop = applied(workshop, running.extend(workshop, 8).changes)
    workshop = applied(workshop, running.go_to(workshop, first, _at(12)).changes)
    found = proposals(workshop, _at(22))
    assert found
    assert all(one.minutes[second.id] == 20 for one in found)


def test_meeting_ends_as_stated_when_a_proposal_is_taken_and_kept_to() -> None:
    first, *rest = _items(10, 20, 30, 12)
    workshop, now = _begun(_workshop([first, *rest], 72), 7)
    for one in proposals(workshop, now):
        taken = applied(workshop, agenda.take_proposal(workshop, one).changes)
        assert read_meeting(taken, now).expected_end == one.end
        assert read_meeting(taken, now).booked_end == one.end
        assert proposals(taken, now) == ()
        back = applied(taken, agenda.take_proposal(workshop, one).inverse().changes)
        assert back == workshop


# whatever the agenda

_fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "minutes": st.integers(1, 60),
        "share": st.floats(0, 1),
        "optional": st.booleans(),
        "protected": st.booleans(),
        "phase": st.sampled_from([AgendaPhase.OTHER] * 4 + [AgendaPhase.BUFFER, AgendaPhase.BREAK]),
        "lock": st.none() | st.integers(0, 60),
    }
)


@st.composite
def _overrun(draw: st.DrawFn) -> tuple[Workshop, Moment]:
    """Any agenda of 2 to 40 items, its room, and any overrun of its first item."""
    raw = draw(st.lists(_fields, min_size=2, max_size=40))
    items, at = [], 0
    for number, one in enumerate(raw):
        lock = None
        if number and one["lock"] is not None:
            at += one["lock"] // 4  # a gap before it, of up to a quarter of an hour
            lock = (datetime.combine(DAY, time(10)) + timedelta(minutes=at)).time()
        least = max(1, round(one["minutes"] * one["share"]))
        made = AgendaItem(
            NAMES[number],
            float(number),
            "項目",
            one["minutes"],
            one["phase"],
            least=least,
            optional=one["optional"],
            protected=one["protected"],
            starts_at=lock,
        )
        items.append(made)
        at += one["minutes"]
    booked = max(1, at + draw(st.integers(-20, 20)))
    until = draw(st.none() | st.integers(0, 40))
    room = None if until is None else (datetime.combine(DAY, time(10)) + timedelta(minutes=booked + until)).time()
    workshop = _workshop(items, booked, room_until=room)
    return _begun(workshop, draw(st.floats(-items[0].minutes, 90)))


def _starts(workshop: Workshop, proposal: Proposal, now: Moment) -> Mapping[str, datetime]:
    taken = applied(workshop, agenda.take_proposal(workshop, proposal).changes)
    return {row.item.id: row.expected.start for row in read_meeting(taken, now).rows if row.expected is not None}


@given(_overrun())
def test_no_timebox_is_below_its_least_and_at_most_three_are_offered(case: tuple[Workshop, Moment]) -> None:
    workshop, now = case
    found = proposals(workshop, now)
    assert len(found) <= MOST
    assert len({one.kind for one in found}) == len(found)
    for one in found:
        for key, minutes in one.minutes.items():
            item = workshop.agenda[key]
            if minutes is None:
                assert item.optional
                assert not item.protected
            elif item.protected:
                assert minutes == item.minutes
            elif not item.is_buffer:
                assert min(item.least, item.minutes) <= minutes <= item.minutes


@given(_overrun())
def test_stated_end_is_the_sum_of_all_timeboxes_and_waits(case: tuple[Workshop, Moment]) -> None:
    workshop, now = case
    for one in proposals(workshop, now):
        taken = applied(workshop, agenda.take_proposal(workshop, one).changes)
        meeting = read_meeting(taken, now)
        assert meeting.expected_end == one.end
        late = max(0.0, (one.end - meeting.booked_end).total_seconds())
        assert late == pytest.approx(one.late, abs=1e-3)
        until = workshop.details.room_until
        if until is not None and one.kind is ProposalKind.EXTEND:
            assert meeting.booked_end <= next_at(until, workshop.starts)


@given(_overrun())
def test_no_lock_is_missed_that_could_be_kept(case: tuple[Workshop, Moment]) -> None:
    workshop, now = case
    found = proposals(workshop, now)
    shortest = {
        item.id: replace(
            item,
            agreed=0 if item.is_buffer else min(item.least, item.minutes),
            skipped=item.optional and item.starts_at is None,
        )
        for item in workshop.agenda_items()[1:]
        if not item.protected
    }
    at_best = read_meeting(replace(workshop, agenda={**workshop.agenda, **shortest}), now)
    begin = datetime.combine(DAY, time(10))
    for row in at_best.rows[1:]:
        if row.item.starts_at is None or row.expected is None:
            continue
        lock = datetime.combine(DAY, row.item.starts_at)
        lock += timedelta(days=1) * (lock < begin)
        ahead = lock > at_best.rows[0].started + timedelta(seconds=at_best.rows[0].seconds)  # type: ignore[operator]
        if ahead and row.expected.start <= lock:
            for one in found:
                start = _starts(workshop, one, now).get(row.item.id)
                assert start is None or start <= lock


@given(_overrun())
def test_proposals_are_the_same_when_asked_again(case: tuple[Workshop, Moment]) -> None:
    assert proposals(*case) == proposals(*case)


# a plan and its time

_plans = st.lists(_fields, min_size=1, max_size=40).map(
    lambda raw: [
        AgendaItem(
            NAMES[n],
            float(n),
            "項目",
            one["minutes"],
            one["phase"],
            least=max(1, round(one["minutes"] * one["share"])),
            protected=one["protected"],
        )
        for n, one in enumerate(raw)
    ]
)


@given(_plans, st.integers(1, 600))
def test_plan_takes_the_booked_time_exactly_when_it_can(items: list[AgendaItem], booked: int) -> None:
    new = fitted(items, booked)
    after = [replace(item, minutes=new.get(item.id, item.minutes)) for item in items]
    for before, now in zip(items, after, strict=True):
        if before.protected:
            assert now.minutes == before.minutes
        elif now.minutes < before.minutes:
            assert now.minutes >= (1 if before.is_buffer else before.least)
    shortest = sum(one.minutes if one.protected else 1 if one.is_buffer else one.least for one in items)
    stretchable = any(not one.protected for one in items)
    if shortest <= booked and (stretchable or total_minutes(items) == booked):
        assert total_minutes(after) == booked
    elif shortest > booked:
        assert total_minutes(after) == shortest


def test_spare_time_goes_to_the_buffer_when_there_is_one() -> None:
    first, second, buffer = _items(10, 20, 5)
    items = [first, second, replace(buffer, phase=AgendaPhase.BUFFER)]
    assert fitted(items, 45) == {first.id: 10, second.id: 20, buffer.id: 15} or fitted(items, 45) == {buffer.id: 15}


@pytest.mark.parametrize("booked", [0, 10_000])
def test_nothing_breaks_when_there_is_no_item(booked: int) -> None:
    assert fitted([], booked) == {}
    assert proposals(_workshop([], booked), _at(5)) == ()
