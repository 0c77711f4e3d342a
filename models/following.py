"""A meeting that follows another one: what it takes over, the homework it opens with, and how it begins."""

from collections.abc import Sequence
from dataclasses import replace

from models.agenda import AgendaItem, AgendaPhase, position_between
from models.decisions import ActionStatus, CarriedAction
from models.edits.change import new_id
from models.fitting import fitted
from models.template_file import AgendaTemplate
from models.templates import agenda_template, as_booked, new_workshop, planned_item, with_minutes
from models.workshop import Details, Workshop, WorkshopFormat, in_order

UNFINISHED = (ActionStatus.OPEN, ActionStatus.DOING)


def carried_from(previous: Workshop) -> list[CarriedAction]:
    """The homework of the previous meeting that is not finished: what it carried itself first, then what it gave.

    What was answered and remarked then was said there, and stays there: it arrives unanswered.
    """
    older = (
        replace(one, id=new_id(), status=ActionStatus.OPEN, remark="")
        for one in in_order(previous.carried)
        if one.status in UNFINISHED
    )
    newer = (
        CarriedAction(new_id(), 0.0, one.what, one.owner, one.due, action_id=one.id)
        for one in previous.ordered_actions()
        if one.status in UNFINISHED and one.what
    )
    return [replace(one, order=float(order)) for order, one in enumerate((*older, *newer), start=1)]


def taken_over(details: Details, previous: Details) -> Details:
    """The details of a meeting that follows `previous`: the next number, and what seldom changes.

    How confidential a meeting is must be chosen for each of them, so that is not taken over.
    """
    return replace(
        details,
        follows=previous.id,
        number=previous.number + 1,
        starts_at=previous.starts_at,
        place=previous.place,
        online=previous.online,
        bureau=previous.bureau,
        headcount=previous.headcount,
        subject=previous.subject,
        room_until=previous.room_until,
    )


def begun(details: Details, template: AgendaTemplate | None = None, previous: Workshop | None = None) -> Workshop:
    """A new workshop: one that follows another opens with its homework; without any there is no time for it.

    Either way the agenda takes as long as the template says.
    """
    workshop = new_workshop(details, template)
    carried = [] if previous is None else carried_from(previous)
    if not carried:
        made = _without_last_time(workshop)
    else:
        made = _with_last_time(replace(workshop, carried={one.id: one for one in carried}))
    locked = any(item.starts_at is not None for item in made.agenda.values())
    return as_booked(made) if locked and made.agenda.keys() != workshop.agenda.keys() else made


def _without_last_time(workshop: Workshop) -> Workshop:
    """The minutes of the homework item go to the buffer, or else to what comes next."""
    items = workshop.agenda_items()
    gone = [item for item in items if item.phase is AgendaPhase.LAST_TIME]
    kept = [item for item in items if item not in gone]
    if not gone or not kept:
        return workshop
    heir = _heir(kept, gone[0])
    minutes = heir.minutes + sum(item.minutes for item in gone)
    return with_minutes(_with_agenda(workshop, kept), {heir.id: minutes})


def _heir(kept: Sequence[AgendaItem], gone: AgendaItem) -> AgendaItem:
    buffer = next((item for item in kept if item.is_buffer), None)
    return buffer or next((item for item in kept if item.position > gone.position), kept[-1])


def _with_last_time(workshop: Workshop) -> Workshop:
    """An agenda without time for the homework gets some, behind the opening; the others are made shorter for it."""
    items = workshop.agenda_items()
    if not items or any(item.phase is AgendaPhase.LAST_TIME for item in items):
        return workshop
    index = 1 if items[0].phase is AgendaPhase.OPENING else 0
    before = items[index - 1].position if index else None
    after = items[index].position if index < len(items) else None
    together = [*items, _last_time(position_between(before, after))]
    minutes = fitted(together, sum(item.minutes for item in items))
    return with_minutes(_with_agenda(workshop, together), minutes)


def _last_time(position: float) -> AgendaItem:
    """The item as a 皆議 has it."""
    items = agenda_template(WorkshopFormat.KAIGI).items
    one = next(item for item in items if item.phase is AgendaPhase.LAST_TIME)
    return planned_item(one, min(one.minutes), position)


def _with_agenda(workshop: Workshop, items: Sequence[AgendaItem]) -> Workshop:
    agenda = {item.id: item for item in items}
    steps = {key: one for key, one in workshop.team_steps.items() if one.item_id in agenda}
    return replace(workshop, agenda=agenda, team_steps=steps)
