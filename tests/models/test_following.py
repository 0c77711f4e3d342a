"""A meeting that follows another: the homework it opens with, and the agenda that makes room for it."""

from dataclasses import replace
from datetime import date, time

import pytest

from models.agenda import AgendaPhase, schedule, steps_of, total_minutes
from models.decisions import ActionItem, ActionStatus, CarriedAction
from models.edits.change import new_id
from models.following import begun, carried_from, taken_over
from models.template_file import AgendaTemplate, TemplateItem
from models.templates import agenda_template
from models.workshop import Details, Marking, Workshop, WorkshopFormat, in_order

EVERY = [(kind, length) for kind in WorkshopFormat for length in agenda_template(kind).lengths]


def _details(kind: WorkshopFormat = WorkshopFormat.KAIGI, minutes: int = 90) -> Details:
    return Details(new_id(), "会", date(2026, 7, 2), time(10), format=kind, minutes=minutes)


@pytest.fixture
def previous(fresh: Workshop) -> Workshop:
    """A meeting with homework of every state, its own and what it carried."""
    states = list(ActionStatus)
    actions = [
        ActionItem(new_id(), float(9 - n), f"自分 {s}", "総務課", date(2026, 7, 1), status=s)
        for n, s in enumerate(states)
    ]
    carried = [
        CarriedAction(new_id(), float(n), f"前から {s}", "人事課", status=s, remark="途中")
        for n, s in enumerate(states)
    ]
    return replace(fresh, actions={one.id: one for one in actions}, carried={one.id: one for one in carried})


def test_only_unfinished_homework_is_carried_in_its_order(previous: Workshop) -> None:
    carried = carried_from(previous)
    assert [one.what for one in carried] == ["前から open", "前から doing", "自分 doing", "自分 open"]
    assert [one.order for one in carried] == [1, 2, 3, 4]
    assert carried[2].action_id in previous.actions
    assert (carried[2].owner, carried[2].due) == ("総務課", date(2026, 7, 1))
    assert {(one.status, one.remark) for one in carried} == {(ActionStatus.OPEN, "")}
    assert not {one.id for one in carried} & (set(previous.carried) | set(previous.actions))


def test_next_number_and_what_seldom_changes_are_taken_over(previous: Workshop) -> None:
    last = replace(
        previous.details,
        number=3,
        place="会議室",
        bureau="総務課",
        marking=Marking.LEVEL_2,
        restricted=True,
        question="昔の問い",
    )
    taken = taken_over(replace(_details(), question="新しい問い"), last)
    assert (taken.number, taken.follows, taken.place, taken.bureau) == (4, last.id, "会議室", "総務課")
    assert (taken.marking, taken.restricted) == (None, False)
    assert (taken.question, taken.held_on) == ("新しい問い", date(2026, 7, 2))


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_first_meeting_has_no_homework_item_and_takes_as_long(kind: WorkshopFormat, length: int) -> None:
    workshop = begun(_details(kind, length))
    assert total_minutes(workshop.agenda_items()) == length
    assert all(item.phase is not AgendaPhase.LAST_TIME for item in workshop.agenda.values())
    assert not workshop.carried


def test_minutes_of_the_homework_go_to_the_buffer_when_there_is_one() -> None:
    [buffer] = [item for item in begun(_details()).agenda.values() if item.is_buffer]
    assert buffer.minutes == 7 + 3


def test_minutes_of_the_homework_go_to_the_next_item_when_there_is_no_buffer() -> None:
    phases = (AgendaPhase.OPENING, AgendaPhase.LAST_TIME, AgendaPhase.WRITE)
    items = tuple(TemplateItem(phase, phase, {90: 30}) for phase in phases)
    template = AgendaTemplate(WorkshopFormat.KAIGI, "x", "x", (90,), items)
    assert [item.minutes for item in begun(_details(), template).agenda_items()] == [30, 60]


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_meeting_that_follows_opens_with_the_homework_and_takes_as_long(
    kind: WorkshopFormat, length: int, previous: Workshop
) -> None:
    workshop = begun(_details(kind, length), None, previous)
    items = workshop.agenda_items()
    [homework] = [item for item in items if item.phase is AgendaPhase.LAST_TIME]
    assert items.index(homework) <= 1
    assert homework.minutes >= homework.least
    assert homework.script
    assert homework.method
    assert total_minutes(items) == length
    assert all(item.minutes >= item.least for item in items)
    planned = {item.title: item.minutes[length] for item in agenda_template(kind).items if length in item.minutes}
    assert all(item.minutes == planned[item.title] for item in items if item.protected)
    for item in items:
        steps = steps_of(workshop.team_steps.values(), item.id, 1)
        assert not steps or sum(step.minutes for step in steps) == item.minutes
    assert len(workshop.carried) == len(carried_from(previous))
    assert [one.order for one in in_order(workshop.carried)] == [1, 2, 3, 4]


def test_no_time_is_put_in_when_nothing_is_left_of_the_homework(fresh: Workshop) -> None:
    workshop = begun(_details(WorkshopFormat.STUDY, 45), None, fresh)
    assert [item.phase for item in workshop.agenda_items()] == [
        item.phase for item in agenda_template(WorkshopFormat.STUDY).items
    ]


def test_meeting_has_no_homework_item_when_all_of_the_last_one_is_done() -> None:
    first = begun(Details("a" * 32, "会", date(2026, 6, 4), time(10)))
    later = begun(Details("b" * 32, "会", date(2026, 7, 4), time(10)), previous=first)
    assert later.details.title == "会"
    assert not any(item.phase is AgendaPhase.LAST_TIME for item in later.agenda.values())
    assert total_minutes(later.agenda_items()) == 90


def test_locked_start_holds_when_the_homework_item_goes() -> None:
    items = (
        TemplateItem("一", AgendaPhase.OPENING, {60: 10}),
        TemplateItem("宿題", AgendaPhase.LAST_TIME, {60: 5}),
        TemplateItem("二", AgendaPhase.WRITE, {60: 15}),
        TemplateItem("三", AgendaPhase.GROUP, {60: 20}, starts_after=30),
        TemplateItem("予備", AgendaPhase.BUFFER, {60: 10}),
    )
    template = AgendaTemplate(WorkshopFormat.KAIGI, "x", "x", (60,), items)
    workshop = begun(_details(minutes=60), template)
    planned = schedule(workshop.agenda_items(), workshop.starts)
    assert [item.item.title for item in planned] == ["一", "二", "三", "予備"]
    assert (planned[2].start.time(), planned[1].end.time()) == (time(10, 30), time(10, 30))
    assert planned[-1].end.time() == time(11)
