"""Edits of what is kept as simple lists: checklist, homework of last time, and what each format works on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from models.agenda import TeamStep, position_between
from models.decisions import CarriedAction
from models.edits.change import FIELD_OF, Edit, cleaned, new_id, next_order, put, remove
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.workshop import Workshop, in_order

Listed = TeamStep | CarriedAction | Knack | Pledge | ShownCase | OwnWork | ProcessStep | RoomCheck
L = TypeVar("L", bound=Listed)

NOUNS: Mapping[type[Any], str] = {
    TeamStep: "step",
    CarriedAction: "carried",
    Knack: "knack",
    Pledge: "pledge",
    ShownCase: "shown_case",
    OwnWork: "own_work",
    ProcessStep: "process_step",
    RoomCheck: "check",
}
"""What the kinds of these edits begin with; `_added`, `_changed`, `_moved` or `_deleted` follows."""


def listed(workshop: Workshop, kind: type[L]) -> list[L]:
    """All entities of one kind in their order."""
    entities: Mapping[str, L] = getattr(workshop, FIELD_OF[kind])
    return in_order(entities)


def add_row(workshop: Workshop, kind: type[L], /, **fields: Any) -> Edit:
    """A new entity of a kind with these fields, the last in its list."""
    order = next_order(getattr(workshop, FIELD_OF[kind]).values())
    return put(workshop, f"{NOUNS[kind]}_added", cleaned(kind(id=new_id(), order=order, **fields)))


def set_row(workshop: Workshop, row: Listed) -> Edit:
    """What is newly said of an entity."""
    return put(workshop, f"{NOUNS[type(row)]}_changed", cleaned(row))


def move_row(workshop: Workshop, row: L, index: int) -> Edit:
    """The entity becomes number `index` (from 0) of its list; beyond an end it becomes the first or the last."""
    kind = f"{NOUNS[type(row)]}_moved"
    rows = listed(workshop, type(row))
    others: list[L] = [other for other in rows if other.id != row.id]
    index = max(0, min(index, len(others)))
    if rows.index(row) == index:
        return Edit(kind, ())
    before = others[index - 1].order if index > 0 else None
    after = others[index].order if index < len(others) else None
    order = position_between(before, after)
    if order not in (before, after):
        return put(workshop, kind, replace(row, order=order))
    anew: list[L] = [*others[:index], row, *others[index:]]
    numbered: list[Listed] = [replace(one, order=float(number)) for number, one in enumerate(anew, start=1)]
    return put(workshop, kind, *numbered)


def delete_row(row: Listed) -> Edit:
    """The entity taken away."""
    return remove(f"{NOUNS[type(row)]}_deleted", row)
