"""A whole workshop as JSON, for scripts and other programs.

The text is one object:

- `schema`: "minaoshi.workshop", `version`: 2 (raised when a field changes its meaning or goes; new ones may come; in
  version 1 votes were of groups alone),
- `details`: what is said of the workshop as a whole,
- `participants`, `agenda`, `notes`, `clusters`, `decisions`, `actions`: lists in their order,
- `votes`: totals by group or lone note, `payoffs`, `cases`, `timings`: lists sorted by id,
- `team_steps`, `seats`, `carried`, `knacks`, `pledges`, `shown_cases`, `own_works`, `process_steps`, `checks`,
  `families`, `relations`: lists in their order.

Fields are named as in the entities of `models`. Dates and times are ISO 8601, choices their value, minutes whole
numbers, hours fractions. A timing tells how long an agenda item ran, not the state of the clock it was measured on.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from models.board import Note
from models.edits.notes import as_it_travels
from models.timing import Timing
from models.workshop import Workshop, in_order

SCHEMA = "minaoshi.workshop"
VERSION = 2
_HIDDEN_FIELDS = {Timing: frozenset({"since"}), Note: frozenset({"team"})}
"""What does not leave the house: the clock a timing was measured on, and from which 班 a note is being entered."""
_LISTS = (
    "team_steps",
    "seats",
    "carried",
    "knacks",
    "pledges",
    "shown_cases",
    "own_works",
    "process_steps",
    "checks",
    "families",
    "relations",
)


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if is_dataclass(value):
        hidden = _HIDDEN_FIELDS.get(type(value), frozenset())
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name not in hidden}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def workshop_json(workshop: Workshop) -> str:
    """The workshop as JSON text; the same workshop gives the same text."""
    workshop = as_it_travels(workshop)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "version": VERSION,
        "details": _plain(workshop.details),
        "participants": _plain(workshop.ordered_participants()),
        "agenda": _plain(workshop.agenda_items()),
        "timings": _plain([workshop.timings[key] for key in sorted(workshop.timings)]),
        "notes": _plain(workshop.ordered_notes()),
        "clusters": _plain(workshop.ordered_clusters()),
        "votes": _plain([workshop.votes[key] for key in sorted(workshop.votes)]),
        "payoffs": _plain([workshop.payoffs[key] for key in sorted(workshop.payoffs)]),
        "decisions": _plain(workshop.ordered_decisions()),
        "actions": _plain(workshop.ordered_actions()),
        "cases": _plain([workshop.cases[key] for key in sorted(workshop.cases)]),
        **{name: _plain(in_order(getattr(workshop, name))) for name in _LISTS},
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"
