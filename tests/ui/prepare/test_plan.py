"""The plan as arithmetic: waits, locks that cannot be kept, the line it is drawn on, and fitting it to its time."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.agenda import AgendaItem, AgendaPhase
from models.edits.agenda import fit_agenda
from models.edits.change import applied
from models.workshop import Details, Workshop
from ui.prepare.bar_picture import ticks
from ui.prepare.item_fields import edit_of
from ui.prepare.plan import LONGEST_WAIT, read_plan
from ui.prepare.plan_told import end_told, fit_told, problems_told, start_told

BEGINS = time(10, 0)


def _at(hour: int, minute: int) -> datetime:
    return datetime.combine(date(2026, 6, 4), time(hour, minute))


def _workshop(*items: AgendaItem, booked: int = 60, room_until: time | None = None) -> Workshop:
    details = Details("w", "会", date(2026, 6, 4), BEGINS, minutes=booked, room_until=room_until)
    return Workshop(details, agenda={item.id: item for item in items})


def _item(number: int, minutes: int, **more: object) -> AgendaItem:
    return AgendaItem(f"i{number}", float(number), f"段取り{number}", minutes, **more)  # type: ignore[arg-type]


def test_block_waits_when_its_locked_start_is_later() -> None:
    plan = read_plan(_workshop(_item(1, 10), _item(2, 10, starts_at=time(10, 25))))
    assert [block.wait for block in plan.blocks] == [0, 15]
    assert plan.blocks[1].at == 25.0
    assert start_told(plan.blocks[1], "10:00") == ("10:25の開始まで15分待ちます。", False)
    assert "待ち 15分" in end_told(plan)


def test_block_is_late_when_what_comes_before_is_too_long() -> None:
    plan = read_plan(_workshop(_item(1, 30), _item(2, 10, starts_at=time(10, 25))))
    told, wrong = start_told(plan.blocks[1], "10:00")
    assert plan.blocks[1].late == 5
    assert wrong
    assert "5分短く" in told
    assert problems_told(plan) == ["固定した開始時刻に間に合わない段取り：2番"]


def test_lock_before_the_beginning_is_called_in_question_when_it_means_the_next_day() -> None:
    plan = read_plan(_workshop(_item(1, 10), _item(2, 10, starts_at=time(9, 30))))
    told, wrong = start_told(plan.blocks[1], "10:00")
    assert wrong
    assert "固定した時刻を確かめてください" in told
    assert plan.blocks[1].at == 10 + LONGEST_WAIT


def test_agenda_says_so_when_it_is_longer_than_the_room_is_free() -> None:
    plan = read_plan(_workshop(_item(1, 60), booked=60, room_until=time(10, 45)))
    assert problems_told(plan) == ["会場は10:45までです。15分はみ出します。"]


def test_room_over_midnight_is_free_when_the_meeting_ends_before() -> None:
    workshop = _workshop(_item(1, 60), booked=60, room_until=time(0, 30))
    late = replace(workshop, details=replace(workshop.details, starts_at=time(23, 0)))
    assert problems_told(read_plan(late)) == []


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(1, 300))
def test_every_moment_has_its_place_in_order_when_the_line_is_drawn(minutes: list[int], booked: int) -> None:
    plan = read_plan(_workshop(*(_item(n, m) for n, m in enumerate(minutes)), booked=booked))
    moments = [_at(10, 0) + timedelta(minutes=n) for n in range(0, 900, 7)]
    places = [plan.place(moment) for moment in moments]
    assert places == sorted(places)
    assert plan.span >= plan.place(plan.end)


def test_ticks_are_round_and_far_enough_apart_when_the_meeting_begins_at_odd_minutes() -> None:
    shown = list(ticks(_at(23, 47), _at(1, 17) + timedelta(days=1), scale=7.0))
    assert [f"{moment:%H:%M}" for moment in shown] == [
        "23:50",
        "00:00",
        "00:10",
        "00:20",
        "00:30",
        "00:40",
        "00:50",
        "01:00",
        "01:10",
    ]


_ITEMS = st.builds(
    lambda number, minutes, least, protected, buffer: _item(
        number,
        minutes,
        least=min(least, minutes),
        protected=protected,
        phase=AgendaPhase.BUFFER if buffer else AgendaPhase.OTHER,
    ),
    st.integers(1, 10_000),
    st.integers(1, 60),
    st.integers(1, 60),
    st.booleans(),
    st.booleans(),
)


@given(
    st.lists(_ITEMS, max_size=12, unique_by=lambda item: item.id),
    st.integers(1, 300),
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 200)), max_size=3),
)
def test_fitting_keeps_least_and_protected_minutes_and_never_ends_later_when_there_are_locks(
    items: list[AgendaItem], booked: int, locks: list[tuple[int, int]]
) -> None:
    ordered = [replace(item, position=float(n)) for n, item in enumerate(items)]
    for index, minute in locks:
        if index < len(ordered):
            at = (_at(10, 0) + timedelta(minutes=minute)).time()
            ordered[index] = replace(ordered[index], starts_at=at)
    workshop = _workshop(*ordered, booked=booked)
    new = applied(workshop, fit_agenda(workshop).changes)
    for item in ordered:
        after = new.agenda[item.id]
        assert after.minutes >= (1 if item.is_buffer else item.least)
        if item.protected:
            assert after.minutes == item.minutes
    before, plan = read_plan(workshop), read_plan(new)
    if not locks and ordered and not any(item.protected for item in ordered):
        assert plan.over >= 0
    assert plan.over <= max(before.over, 0)


def test_items_before_a_lock_are_shortened_for_it_when_the_agenda_is_fitted() -> None:
    workshop = _workshop(_item(1, 30), _item(2, 20, starts_at=time(10, 20)), booked=60)
    plan = read_plan(applied(workshop, fit_agenda(workshop).changes))
    assert [block.item.minutes for block in plan.blocks] == [20, 40]
    assert (plan.over, plan.blocks[1].late) == (0, 0)
    assert fit_told(plan, workshop.agenda_items())[1] == "success"


def test_what_could_be_left_out_is_named_when_fitting_does_not_reach() -> None:
    items = (_item(1, 40, least=40), _item(2, 30, least=30, optional=True))
    workshop = _workshop(*items, booked=60)
    plan = read_plan(applied(workshop, fit_agenda(workshop).changes))
    told, look = fit_told(plan, workshop.agenda_items())
    assert look == "warning"
    assert "10分長い" in told
    assert "「段取り2」（30分）" in told


def test_typed_minutes_hold_when_others_had_been_agreed_on() -> None:
    workshop = _workshop(_item(1, 15, agreed=10))
    [item] = applied(workshop, edit_of(workshop, "i1", {"title": "段取り1", "minutes": 15.0}).changes).agenda_items()
    assert item.timebox == 15
    assert edit_of(workshop, "i1", {"title": "段取り1", "minutes": 10.0}).changes == ()


def test_end_is_on_the_next_day_when_the_meeting_goes_over_midnight() -> None:
    workshop = _workshop(_item(1, 60))
    late = replace(workshop, details=replace(workshop.details, starts_at=time(23, 30)))
    assert end_told(read_plan(late)).startswith("終わりは 翌日 00:30")


def test_optional_item_with_a_locked_start_is_named_when_nothing_else_could_be_left_out() -> None:
    locked = _item(2, 10, least=10, optional=True, starts_at=time(10, 20))
    late = _workshop(_item(1, 30, least=30), locked)
    over = _workshop(_item(1, 60, least=60), replace(locked, starts_at=time(11, 0)))
    for workshop in (late, over):
        told, look = fit_told(read_plan(workshop), workshop.agenda_items())
        assert look == "warning"
        assert "「段取り2」（10分）は「任意」ですが、開始時刻を固定してある" in told
        assert "段取りがありません" not in told
