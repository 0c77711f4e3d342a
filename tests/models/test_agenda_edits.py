"""Edits of the agenda."""

from dataclasses import replace
from itertools import pairwise

import pytest

from models.agenda import TeamStep, schedule, step_at, steps_of, steps_today, total_minutes
from models.edits.agenda import add_break, add_item, delete_item, duplicate_item, fit_agenda, move_item, set_item
from models.edits.change import applied
from models.edits.lists import add_row, delete_row, listed
from models.workshop import Workshop


def _titles(workshop: Workshop) -> list[str]:
    return [item.title for item in workshop.agenda_items()]


def test_order_stays_right_when_items_move_a_thousand_times_between_the_same_neighbours(fresh: Workshop) -> None:
    workshop = fresh
    expected = _titles(workshop)
    for _ in range(1_000):
        last = workshop.agenda_items()[-1]
        workshop = applied(workshop, move_item(workshop, last.id, 1).changes)
        expected.insert(1, expected.pop())
        assert _titles(workshop) == expected
        positions = [item.position for item in workshop.agenda_items()]
        assert len(set(positions)) == len(positions)


def test_new_items_keep_their_order_when_they_are_always_added_behind_the_first(fresh: Workshop) -> None:
    workshop = fresh
    first = workshop.agenda_items()[0].id
    for number in range(200):
        workshop = applied(workshop, add_item(workshop, f"項目{number}", after=first).changes)
    assert _titles(workshop)[1:201] == [f"項目{number}" for number in reversed(range(200))]


@pytest.mark.parametrize(("index", "place"), [(-5, 0), (0, 0), (3, 3), (10, 10), (99, 10)])
def test_item_comes_to_its_place_when_moved(fresh: Workshop, index: int, place: int) -> None:
    item = fresh.agenda_items()[4]
    workshop = applied(fresh, move_item(fresh, item.id, index).changes)
    others = [one for one in fresh.agenda_items() if one.id != item.id]
    assert [one.id for one in workshop.agenda_items()] == [
        *(one.id for one in others[:place]),
        item.id,
        *(one.id for one in others[place:]),
    ]


def test_nothing_changes_when_an_item_moves_to_where_it_is(fresh: Workshop) -> None:
    item = fresh.agenda_items()[2]
    assert move_item(fresh, item.id, 2).changes == ()


@pytest.mark.parametrize(("given", "kept"), [(-3, 1), (0, 1), (1, 1), (600, 600), (9_999, 600)])
def test_minutes_are_bounded_when_set(fresh: Workshop, given: int, kept: int) -> None:
    item = fresh.agenda_items()[0]
    assert applied(fresh, set_item(fresh, item.id, minutes=given).changes).agenda[item.id].minutes == kept


def test_title_stays_when_it_is_emptied(fresh: Workshop) -> None:
    item = fresh.agenda_items()[0]
    assert set_item(fresh, item.id, title="  \n ").changes == ()


def test_end_of_the_meeting_follows_when_an_item_goes(fresh: Workshop) -> None:
    item = fresh.agenda_items()[3]
    workshop = applied(fresh, delete_item(fresh, item.id).changes)
    assert total_minutes(workshop.agenda_items()) == 90 - item.minutes
    scheduled = schedule(workshop.agenda_items(), workshop.starts)
    assert (scheduled[-1].end - workshop.starts).total_seconds() == (90 - item.minutes) * 60
    assert all(one.end == other.start for one, other in pairwise(scheduled))


def test_steps_of_group_work_go_and_come_with_their_item(fresh: Workshop) -> None:
    item = fresh.agenda_items()[4]
    workshop = fresh
    for row in listed(fresh, TeamStep):
        workshop = applied(workshop, delete_row(row).changes)
    for title in ("書く", "話す"):
        workshop = applied(workshop, add_row(workshop, TeamStep, item_id=item.id, title=title, minutes=4).changes)
    doubled = applied(workshop, duplicate_item(workshop, item.id).changes)
    copy = doubled.agenda_items()[5]
    assert copy.title == item.title
    assert [step.title for step in steps_of(doubled.team_steps.values(), copy.id, 1)] == ["書く", "話す"]
    gone = applied(doubled, delete_item(doubled, copy.id).changes)
    assert gone.team_steps == workshop.team_steps


def test_step_is_the_one_that_goes_on_when_time_passes() -> None:
    steps = [TeamStep("1" * 32, 1.0, "i" * 32, "書く", 4), TeamStep("2" * 32, 2.0, "i" * 32, "話す", 6)]
    assert step_at([], 10) is None
    assert step_at(steps, 0) == (steps[0], 240)
    assert step_at(steps, 239) == (steps[0], 1)
    assert step_at(steps, 240) == (steps[1], 360)
    assert step_at(steps, 630) == (steps[1], -30)


def test_team_does_its_own_steps_when_it_has_some() -> None:
    all_teams = TeamStep("1" * 32, 1.0, "i" * 32, "みんな", 4)
    second = TeamStep("2" * 32, 2.0, "i" * 32, "2班だけ", 6, team=2)
    assert steps_of([all_teams, second], "i" * 32, 1) == [all_teams]
    assert steps_of([all_teams, second], "i" * 32, 2) == [second]
    assert steps_of([all_teams, second], "j" * 32, 2) == []


def test_least_is_never_more_than_the_minutes_when_either_is_set(fresh: Workshop) -> None:
    item = fresh.agenda_items()[4]
    workshop = applied(fresh, set_item(fresh, item.id, least=99).changes)
    assert workshop.agenda[item.id].least == item.minutes
    workshop = applied(workshop, set_item(workshop, item.id, minutes=3).changes)
    assert workshop.agenda[item.id].least == 3


def test_planned_minutes_take_the_place_of_agreed_ones_when_they_are_set_anew(fresh: Workshop) -> None:
    item = replace(fresh.agenda_items()[4], agreed=7)
    workshop = replace(fresh, agenda={**fresh.agenda, item.id: item})
    renamed = applied(workshop, set_item(workshop, item.id, title="束ね", minutes=item.minutes).changes)
    assert renamed.agenda[item.id].agreed == 7
    planned = applied(workshop, set_item(workshop, item.id, minutes=12).changes)
    assert planned.agenda[item.id].timebox == 12


def test_copy_has_its_minutes_when_a_break_that_was_put_in_is_doubled(fresh: Workshop) -> None:
    first = fresh.agenda_items()[0]
    workshop = applied(fresh, add_break(fresh, "休憩", 5, first.id).changes)
    put_in = workshop.agenda_items()[1]
    workshop = applied(workshop, duplicate_item(workshop, put_in.id).changes)
    copy = workshop.agenda_items()[2]
    assert copy.id != put_in.id
    assert (copy.title, copy.minutes, copy.timebox) == ("休憩", 0, 5)


def test_agenda_takes_the_booked_time_when_it_is_fitted(fresh: Workshop) -> None:
    workshop = applied(fresh, add_item(fresh, "おまけ", 20).changes)
    fitted = applied(workshop, fit_agenda(workshop).changes)
    assert total_minutes(fitted.agenda_items()) == 90
    assert applied(fitted, fit_agenda(workshop).inverse().changes) == workshop


def test_steps_keep_their_shares_when_the_item_is_fitted_or_replanned(fresh: Workshop) -> None:
    item = fresh.agenda_items()[4]
    workshop = fresh
    for row in listed(fresh, TeamStep):
        workshop = applied(workshop, delete_row(row).changes)
    for minutes in (11, 6):
        workshop = applied(workshop, add_row(workshop, TeamStep, item_id=item.id, title="歩", minutes=minutes).changes)
    agreed = replace(workshop.agenda[item.id], agreed=8)
    assert [step.minutes for step in steps_today(workshop.team_steps.values(), agreed, 1)] == [5, 3]
    longer = applied(workshop, add_item(workshop, "おまけ", 20).changes)
    fitted = applied(longer, fit_agenda(longer).changes)
    steps = steps_of(fitted.team_steps.values(), item.id, 1)
    assert sum(step.minutes for step in steps) == fitted.agenda[item.id].minutes < 17
