"""The agenda templates that are shipped, and the workshop made from one."""

from dataclasses import replace
from datetime import date, time

import pytest

from models.agenda import AgendaPhase, steps_of, total_minutes
from models.edits.change import cleaned, new_id
from models.formats import CheckKind
from models.template_file import AgendaTemplate, TemplateItem
from models.template_writing import template_of
from models.templates import agenda_template, new_workshop
from models.workshop import Details, Workshop, WorkshopFormat, in_order

EVERY = [(kind, length) for kind in WorkshopFormat for length in agenda_template(kind).lengths]
LENGTHS = {
    WorkshopFormat.KAIGI: (60, 90),
    WorkshopFormat.STUDY: (45,),
    WorkshopFormat.TRAINING: (60, 90),
    WorkshopFormat.DX: (90,),
}
ESSENCE = {
    WorkshopFormat.KAIGI: {AgendaPhase.GROUP, AgendaPhase.VOTE, AgendaPhase.OWNERS, AgendaPhase.LAST_TIME},
    WorkshopFormat.STUDY: {AgendaPhase.PRESENT, AgendaPhase.PRACTICE, AgendaPhase.QUESTIONS, AgendaPhase.PLEDGE},
    WorkshopFormat.TRAINING: {AgendaPhase.CASES, AgendaPhase.OWN_WORK, AgendaPhase.PLEDGE},
    WorkshopFormat.DX: {AgendaPhase.STEPS, AgendaPhase.PRESENT, AgendaPhase.PRACTICE, AgendaPhase.OWNERS},
}
PUBLISHED = {
    (WorkshopFormat.KAIGI, 60): [3, 3, 7, 9, 12, 3, 8, 5, 5, 2, 3],
    (WorkshopFormat.KAIGI, 90): [5, 3, 8, 12, 17, 5, 13, 8, 9, 3, 7],
    (WorkshopFormat.STUDY, 45): [3, 10, 12, 7, 8, 5],
    (WorkshopFormat.TRAINING, 60): [8, 12 + 6, 8 + 8 + 5, 5 + 5 + 3],
    (WorkshopFormat.TRAINING, 90): [12 - 1, 26 - 2, 6, 32 - 2, 20 - 1],
    (WorkshopFormat.DX, 90): [5, 8, 15, 15, 25, 12, 7, 3],
}
"""The blocks of the agendas, in their order; a training of 90 minutes gives six of them for a break."""
BLOCKS = {
    (WorkshopFormat.TRAINING, 60): (1, 2, 3, 3),
    (WorkshopFormat.TRAINING, 90): (1, 2, 1, 3, 3),
}
"""How many items a block was split into; one where nothing is said."""


def _made(kind: WorkshopFormat, length: int) -> Workshop:
    return new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10), format=kind, minutes=length))


@pytest.mark.parametrize("kind", list(WorkshopFormat))
def test_template_has_its_lengths_and_what_makes_the_format_when_it_is_shipped(kind: WorkshopFormat) -> None:
    template = agenda_template(kind)
    assert template.format is kind
    assert template.lengths == LENGTHS[kind]
    assert {item.phase for item in template.items} >= ESSENCE[kind]
    assert template.about
    assert template.question.endswith("か")
    assert template.icebreaker
    assert len(template.ground_rules) >= 4
    assert {check.kind for check in template.checklist} == set(CheckKind)


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_timeboxes_fill_the_meeting_exactly_when_a_length_is_chosen(kind: WorkshopFormat, length: int) -> None:
    items = _made(kind, length).agenda_items()
    assert total_minutes(items) == length
    counts = BLOCKS.get((kind, length), (1,) * len(items))
    minutes = iter(item.minutes for item in items)
    assert [sum(next(minutes) for _ in range(count)) for count in counts] == PUBLISHED[kind, length]
    assert next(minutes, None) is None


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_items_can_be_shortened_and_said_aloud_when_they_are_shipped(kind: WorkshopFormat, length: int) -> None:
    for item in _made(kind, length).agenda_items():
        assert 1 <= item.least <= item.minutes
        assert item.phase is not AgendaPhase.OTHER
        assert item.task
        assert item.script.endswith("。")
        assert item.method.endswith("。")
        assert not (item.optional and item.protected)
        assert cleaned(item) == item


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_shortest_agenda_leaves_room_when_a_meeting_runs_over(kind: WorkshopFormat, length: int) -> None:
    items = _made(kind, length).agenda_items()
    shortest = sum(item.minutes if item.protected else item.least for item in items if not item.is_buffer)
    assert shortest <= length * 0.85
    assert any(item.protected for item in items)
    assert all(item.least >= 4 for item in items if item.protected and item.minutes > 5)


@pytest.mark.parametrize(("kind", "length"), EVERY)
def test_steps_of_group_work_fill_their_item_when_there_are_any(kind: WorkshopFormat, length: int) -> None:
    workshop = _made(kind, length)
    for item in workshop.agenda_items():
        steps = steps_of(workshop.team_steps.values(), item.id, 1)
        assert not steps or sum(step.minutes for step in steps) == item.minutes
        assert all(step.title and step.task for step in steps)
    assert {step.item_id for step in workshop.team_steps.values()} <= set(workshop.agenda)


def test_a_break_comes_within_ninety_minutes_when_a_training_is_that_long() -> None:
    items = _made(WorkshopFormat.TRAINING, 90).agenda_items()
    [pause] = [item for item in items if item.phase is AgendaPhase.BREAK]
    assert pause.minutes >= 5
    before = total_minutes(items[: items.index(pause)])
    assert 20 <= before <= 60
    assert not any(item.phase is AgendaPhase.BREAK for item in _made(WorkshopFormat.TRAINING, 60).agenda_items())


def test_items_and_checks_keep_the_order_of_the_template_when_a_workshop_is_made() -> None:
    workshop = _made(WorkshopFormat.KAIGI, 90)
    template = agenda_template(WorkshopFormat.KAIGI)
    assert [item.title for item in workshop.agenda_items()] == [item.title for item in template.items]
    assert [check.text for check in in_order(workshop.checks)] == [check.text for check in template.checklist]


def test_promises_come_from_the_template_unless_the_details_have_their_own() -> None:
    template = agenda_template(WorkshopFormat.DX)
    made = _made(WorkshopFormat.DX, 90).details
    assert made.ground_rules.splitlines() == list(template.ground_rules)
    assert made.icebreaker == template.icebreaker
    own = Details(new_id(), "会", date(2026, 6, 4), time(10), ground_rules="よく聞く", icebreaker="自己紹介")
    kept = new_workshop(own).details
    assert (kept.ground_rules, kept.icebreaker) == ("よく聞く", "自己紹介")


@pytest.mark.parametrize("length", [40, 75, 120])
def test_nearest_agenda_is_fitted_when_the_template_has_not_the_length(length: int) -> None:
    workshop = _made(WorkshopFormat.KAIGI, length)
    items = workshop.agenda_items()
    shortest = sum(item.minutes if item.protected else item.least for item in items)
    for item in items:
        steps = steps_of(workshop.team_steps.values(), item.id, 1)
        assert not steps or sum(step.minutes for step in steps) == item.minutes
    assert total_minutes(items) == max(length, shortest)


def test_agenda_that_was_longer_than_booked_becomes_a_template_of_its_own_length(fresh: Workshop) -> None:
    long = replace(fresh, details=replace(fresh.details, minutes=80))
    template = template_of(long, "長い会")
    assert template.lengths == (90,)
    made = new_workshop(replace(fresh.details, minutes=90), template)
    assert [item.minutes for item in made.agenda_items()] == [item.minutes for item in fresh.agenda_items()]


@pytest.mark.parametrize("minutes", [60, 75, 90])
def test_template_with_too_many_minutes_is_fitted_and_its_locks_hold(minutes: int) -> None:
    items = (
        TemplateItem("一", AgendaPhase.WRITE, {60: 40}),
        TemplateItem("二", AgendaPhase.GROUP, {60: 40}, starts_after=30),
        TemplateItem("三", AgendaPhase.OTHER, {60: 10}, starts_after=500),
    )
    template = AgendaTemplate(WorkshopFormat.KAIGI, "x", "x", (60,), items)
    made = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(23, 50), minutes=minutes), template)
    first, second, third = made.agenda_items()
    assert (first.starts_at, second.starts_at, third.starts_at) == (None, time(0, 20), None)
    assert first.minutes == 30
    assert first.minutes + second.minutes + third.minutes == minutes


@pytest.mark.parametrize("kind", list(WorkshopFormat))
def test_no_shipped_text_names_how_long_the_whole_meeting_is(kind: WorkshopFormat) -> None:
    template = agenda_template(kind)
    said = "\n".join((template.question, template.icebreaker, *(item.script + item.task for item in template.items)))
    for length in ("四十五分", "六十分", "九十分", "45分", "60分", "90分", "一時間"):
        assert length not in said
