"""The agenda templates that are shipped."""

from datetime import date, time

import pytest

from models.agenda import AgendaPhase, total_minutes
from models.edits.change import new_id
from models.templates import agenda_template, new_workshop
from models.workshop import Details, WorkshopFormat


@pytest.mark.parametrize("workshop_format", list(WorkshopFormat))
def test_timeboxes_fill_the_meeting_exactly_when_a_length_is_chosen(workshop_format: WorkshopFormat) -> None:
    template = agenda_template(workshop_format)
    assert template.lengths == (60, 90)
    for length in template.lengths:
        details = Details(new_id(), "会", date(2026, 6, 4), time(10), format=workshop_format, minutes=length)
        assert total_minutes(new_workshop(details).agenda_items()) == length


def test_every_item_says_what_to_do_and_what_to_say_when_it_is_shown() -> None:
    for item in agenda_template(WorkshopFormat.KAIGI).items:
        assert item.title
        assert item.phase is not AgendaPhase.OTHER
        assert item.task or item.phase is AgendaPhase.BUFFER
        assert item.script or item.phase is AgendaPhase.BUFFER


def test_items_keep_the_order_of_the_template_when_a_workshop_is_made() -> None:
    details = Details(new_id(), "会", date(2026, 6, 4), time(10))
    expected = [item.title for item in agenda_template(WorkshopFormat.KAIGI).items]
    assert [item.title for item in new_workshop(details).agenda_items()] == expected
