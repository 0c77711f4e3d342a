"""Edits of the agenda: adding, changing, ordering, doubling and removing items, and what was agreed on the way."""

from dataclasses import replace
from typing import Any

from models.agenda import MAX_MINUTES, MIN_MINUTES, AgendaItem, AgendaPhase, item_in_shares, position_between
from models.edits.change import Edit, cleaned, merged, new_id, put, remove
from models.fitting import fitted_agenda
from models.replanning import Proposal
from models.text import clean_line
from models.workshop import Workshop, in_order


def add_item(
    workshop: Workshop,
    title: str,
    minutes: int = 5,
    after: str | None = None,
    phase: AgendaPhase = AgendaPhase.OTHER,
) -> Edit:
    """A new item behind `after`, or at the end."""
    items = workshop.agenda_items()
    index = len(items) if after is None else 1 + [item.id for item in items].index(after)
    item = AgendaItem(new_id(), 0.0, clean_line(title), _bounded(minutes), phase)
    return put(workshop, "item_added", *_placed(items, index, item))


def add_break(workshop: Workshop, title: str, minutes: int, beside: str, *, before: bool = False) -> Edit:
    """A break put in on the way, behind or `before` the item `beside`: not planned, so it counts as behind the plan.

    Behind a break that is put in before the present item, the room comes back to that item.
    """
    items = workshop.agenda_items()
    index = [item.id for item in items].index(beside) + (not before)
    item = AgendaItem(new_id(), 0.0, clean_line(title), 0, AgendaPhase.BREAK, agreed=_bounded(minutes))
    return put(workshop, "break_put_in", *_placed(items, index, item))


def duplicate_item(workshop: Workshop, item_id: str) -> Edit:
    """A copy of the item right behind it, its steps of group work included; a locked start is not copied.

    The copy of what was put in on the way was not planned either, and has the same minutes.
    """
    items = workshop.agenda_items()
    item = workshop.agenda[item_id]
    agreed = None if item.minutes else item.agreed
    copy = replace(item, id=new_id(), starts_at=None, agreed=agreed, skipped=False)
    steps = (replace(step, id=new_id(), item_id=copy.id) for step in _steps(workshop, item_id))
    index = 1 + items.index(item)
    return put(workshop, "item_doubled", *_placed(items, index, copy), *steps)


def set_item(workshop: Workshop, item_id: str, **fields: Any) -> Edit:
    """New values for fields of an item; what is None stays, and so does a title that is emptied.

    Minutes are kept within 1-600, the least within the minutes. New minutes take the place of what was agreed.
    """
    item = workshop.agenda[item_id]
    known = {name: value for name, value in fields.items() if value is not None}
    if "title" in known:
        known["title"] = clean_line(known["title"]) or item.title
    if "minutes" in known:
        known["minutes"] = _bounded(known["minutes"])
        known["agreed"] = item.agreed if known["minutes"] == item.minutes else None
    changed = replace(item, **known)
    if changed.minutes:
        changed = replace(changed, least=max(MIN_MINUTES, min(changed.least, changed.minutes)))
    return put(workshop, "item_changed", cleaned(changed))


def unlock_item(workshop: Workshop, item_id: str) -> Edit:
    """The item's start follows from what comes before it."""
    return put(workshop, "item_changed", replace(workshop.agenda[item_id], starts_at=None))


def move_item(workshop: Workshop, item_id: str, index: int) -> Edit:
    """The item becomes number `index` (from 0) of the agenda; beyond an end it becomes the first or the last."""
    item = workshop.agenda[item_id]
    others = [other for other in workshop.agenda_items() if other.id != item_id]
    index = max(0, min(index, len(others)))
    if workshop.agenda_items().index(item) == index:
        return Edit("item_moved", ())
    return put(workshop, "item_moved", *_placed(others, index, item))


def delete_item(workshop: Workshop, item_id: str) -> Edit:
    """The item taken out of the agenda, with its steps of group work."""
    return remove("item_deleted", *_steps(workshop, item_id), workshop.agenda[item_id])


def skip_item(workshop: Workshop, item_id: str, skipped: bool = True) -> Edit:
    """The item is left out today, or is not after all."""
    kind = "item_skipped" if skipped else "item_restored"
    return put(workshop, kind, replace(workshop.agenda[item_id], skipped=skipped))


def fit_agenda(workshop: Workshop) -> Edit:
    """The planned minutes fitted to the booked time as far as locks, least minutes and protected items let them.

    Steps of group work keep their shares.
    """
    items = fitted_agenda(workshop)
    known = workshop.team_steps.values()
    steps = (step for item in items for step in item_in_shares(known, workshop.agenda[item.id], item.minutes))
    return put(workshop, "agenda_fitted", *items, *steps)


def take_proposal(workshop: Workshop, proposal: Proposal) -> Edit:
    """What is still to come gets the minutes of a proposal; what it drops is left out, the end moves as it says."""
    items = (_agreed(workshop.agenda[key], minutes) for key, minutes in proposal.minutes.items())
    details = replace(workshop.details, extension=proposal.extension)
    return put(workshop, "replanned", *items, details)


def as_planned(workshop: Workshop) -> Edit:
    """The agenda without what was agreed on the way: minutes, items left out, breaks put in, the later end."""
    put_in = [item for item in workshop.agenda_items() if not item.minutes]
    planned = [replace(item, agreed=None, skipped=False) for item in workshop.agenda_items() if item.minutes]
    details = replace(workshop.details, extension=0)
    return merged("plan_restored", remove("", *put_in), put(workshop, "", *planned, details))


def _agreed(item: AgendaItem, minutes: int | None) -> AgendaItem:
    if minutes is None:
        return replace(item, skipped=True)
    return replace(item, agreed=None if minutes == item.minutes else minutes)


def replace_agenda(workshop: Workshop, items: list[AgendaItem]) -> Edit:
    """Another agenda in place of the present one (a template chosen later)."""
    old = remove("agenda_replaced", *in_order(workshop.team_steps), *workshop.agenda_items())
    return merged(old.kind, old, put(workshop, old.kind, *items))


def _steps(workshop: Workshop, item_id: str) -> list[Any]:
    return [step for step in in_order(workshop.team_steps) if step.item_id == item_id]


def _placed(others: list[AgendaItem], index: int, item: AgendaItem) -> list[AgendaItem]:
    """The item at its place; all items numbered anew when no number is left between its neighbours."""
    before = others[index - 1].position if index > 0 else None
    after = others[index].position if index < len(others) else None
    position = position_between(before, after)
    if position not in (before, after):
        return [replace(item, position=position)]
    order = [*others[:index], item, *others[index:]]
    return [replace(one, position=float(number)) for number, one in enumerate(order, start=1)]


def _bounded(minutes: int) -> int:
    return max(MIN_MINUTES, min(MAX_MINUTES, minutes))
