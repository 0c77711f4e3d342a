"""What is shown of an agenda item in its editors, and the edits that what they hold comes to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from models.agenda import AgendaItem
from models.edits import agenda
from models.edits.change import Edit, put
from models.workshop import Workshop

WORDS = ("task", "script", "materials", "method")


def shown_minutes(item: AgendaItem) -> int:
    """The minutes an item has today, or would have if it were not left out."""
    return item.minutes if item.agreed is None else item.agreed


def head_values(item: AgendaItem) -> dict[str, Any]:
    """What stands in an item's row."""
    return {"title": item.title, "minutes": shown_minutes(item)}


def detail_values(item: AgendaItem, start: time) -> dict[str, Any]:
    """What stands in an item's detail; `start` is when it begins, offered as the time to lock it to."""
    fields = ("phase", "least", "optional", "protected", *WORDS)
    lock = {"locked": item.starts_at is not None, "starts_at": item.starts_at or start}
    return {name: getattr(item, name) for name in fields} | lock


def edit_of(workshop: Workshop, item_id: str, values: Mapping[str, Any]) -> Edit:
    """The edit that makes of an item what its editors hold; minutes that were typed hold, whatever was agreed on."""
    item = workshop.agenda[item_id]
    said = {name: value for name, value in values.items() if value is not None}
    locked = said.pop("locked", None)
    if locked is not True:
        said.pop("starts_at", None)
    minutes = said.pop("minutes", None)
    if minutes is not None and int(minutes) != shown_minutes(item):
        said["minutes"] = int(minutes)
    if "least" in said:
        said["least"] = int(said["least"])
    made = agenda.set_item(workshop, item_id, **said)
    after = made.changes[0].after if made.changes else item
    assert isinstance(after, AgendaItem)
    if "minutes" in said:
        after = replace(after, agreed=None)
    if locked is False:
        after = replace(after, starts_at=None)
    return put(workshop, made.kind, after)
