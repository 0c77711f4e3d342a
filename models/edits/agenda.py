"""Edits of the agenda: adding, changing, ordering and removing items."""

from dataclasses import replace

from models.agenda import MAX_MINUTES, MIN_MINUTES, AgendaItem, position_between
from models.edits.change import Edit, new_id, put, remove
from models.text import clean, clean_line
from models.workshop import Workshop


def add_item(workshop: Workshop, title: str, minutes: int = 5, after: str | None = None) -> Edit:
    """A new item behind `after`, or at the end."""
    items = workshop.agenda_items()
    index = len(items) if after is None else 1 + [item.id for item in items].index(after)
    item = AgendaItem(new_id(), 0.0, clean_line(title), _bounded(minutes))
    return put(workshop, "item_added", *_placed(items, index, item))


def set_item(
    workshop: Workshop,
    item_id: str,
    *,
    title: str | None = None,
    minutes: int | None = None,
    task: str | None = None,
    script: str | None = None,
) -> Edit:
    """An item's new title, minutes (1-600), task or script; what is None stays, and so does a title that is emptied."""
    item = workshop.agenda[item_id]
    return put(
        workshop,
        "item_changed",
        replace(
            item,
            title=item.title if title is None else clean_line(title) or item.title,
            minutes=item.minutes if minutes is None else _bounded(minutes),
            task=item.task if task is None else clean(task),
            script=item.script if script is None else clean(script),
        ),
    )


def move_item(workshop: Workshop, item_id: str, index: int) -> Edit:
    """The item becomes number `index` (from 0) of the agenda; beyond an end it becomes the first or the last."""
    item = workshop.agenda[item_id]
    others = [other for other in workshop.agenda_items() if other.id != item_id]
    index = max(0, min(index, len(others)))
    if workshop.agenda_items().index(item) == index:
        return Edit("item_moved", ())
    return put(workshop, "item_moved", *_placed(others, index, item))


def delete_item(workshop: Workshop, item_id: str) -> Edit:
    """The item taken out of the agenda."""
    return remove("item_deleted", workshop.agenda[item_id])


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
