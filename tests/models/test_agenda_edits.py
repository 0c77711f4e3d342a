"""Edits of the agenda."""

from itertools import pairwise

import pytest

from models.agenda import schedule, total_minutes
from models.edits.agenda import add_item, delete_item, move_item, set_item
from models.edits.change import applied
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
