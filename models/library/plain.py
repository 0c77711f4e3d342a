"""Entities as plain JSON values, and back with every field checked and every text cleaned.

Both ways follow the types that the entities declare, so a new field travels without a word here. What a file leaves
out takes the entity's default; what a file says beyond the known fields is passed over. Errors name the field and
never its contents.
"""

import math
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from models.text import clean, clean_line

FIRST_YEAR, LAST_YEAR = 1900, 2999
MAX_TUPLE = 100
MAX_NUMBER = 1_000_000_000
"""Numbers lie between this and its negative unless `RANGES` or `FRACTIONS` says otherwise."""

RANGES = {
    "minutes": (0, 1_440),
    "least": (0, 1_440),
    "agreed": (0, 1_440),
    "team": (0, 99),
    "teams": (0, 99),
    "extension": (-1_440, 1_440),
    "plan_items": (1, 6),
    "number": (0, 9_999),
    "count": (0, 100_000),
    "headcount": (0, 100_000),
    "people": (0, 1_000_000),
    "dots": (0, 100_000),
    "dots_each": (0, 1_000),
    "voters": (0, 100_000),
    "blank_votes": (0, 100_000),
}
"""Lowest and highest value of the fields with these names that hold whole numbers."""

FRACTIONS = {
    "elapsed": (0, MAX_NUMBER),
    "minutes": (0, MAX_NUMBER),
    "minutes_after": (0, MAX_NUMBER),
    "effect": (0, 1),
    "feasibility": (0, 1),
}
"""The same for fields that hold fractions; a piece of work may well take days at a time."""

MAX_PLACE = 1_000_000
"""Board units; what lies further out in a file comes to this edge."""

PLACES = frozenset({"x", "y"})
"""Fields that hold a place on the board."""

ID_FIELDS = frozenset(
    {
        "id",
        "cluster_id",
        "action_id",
        "origin",
        "follows",
        "item_id",
        "participant_id",
        "case_id",
        "family_id",
        "source_id",
        "target_id",
    }
)
"""Fields that hold an id of 32 hexadecimal digits; those with a default may be empty."""

LINE_FIELDS = frozenset(
    {
        "title",
        "place",
        "bureau",
        "division",
        "post",
        "owner",
        "tags",
        "period",
        "contact",
        "subject",
        "presenter",
        "by",
        "who",
        "label",
    }
)
"""Texts of one line; all others may have several."""

T = TypeVar("T")
Reader = Callable[[Any], Any]

_ID = re.compile("[0-9a-f]{32}")


def to_plain(entity: Any) -> dict[str, Any]:
    """A dataclass as a JSON object: dates in ISO 8601, choices by their value, tuples as lists.

    Raises ValueError naming the field when `from_plain` would refuse it: better at the sender's than at the reader's.
    """
    plain = _plain_fields(entity)
    from_plain(type(entity), plain)
    return plain


def _plain_fields(entity: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(entity, field.name)) for field in fields(entity)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _plain_fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def from_plain(cls: type[T], plain: Any) -> T:
    """The `cls` that a JSON object tells of. Raises ValueError naming the first field that is not as it must be."""
    if not isinstance(plain, dict):
        raise ValueError(f"{cls.__name__} is not an object")
    values = {}
    for name, read, required in _readers(cast("Hashable", cls)):
        if name in plain:
            values[name] = _read(cls, name, read, plain[name])
        elif required:
            raise ValueError(f"{cls.__name__}.{name} is missing")
    return cls(**values)


def _read(cls: type, name: str, read: Reader, plain: Any) -> Any:
    try:
        return read(plain)
    except ValueError as error:
        raise ValueError(f"{cls.__name__}.{name}: {error}") from None


@cache
def _readers(cls: type[Any]) -> tuple[tuple[str, Reader, bool], ...]:
    """Each field's name, how it is read, and whether it must be there."""
    kinds = get_type_hints(cls)
    return tuple(
        (field.name, _reader(kinds[field.name], field.name, _is_required(field)), _is_required(field))
        for field in fields(cls)
    )


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _reader(kind: Any, name: str, required: bool) -> Reader:
    """How a value of `kind` in a field called `name` is read."""
    if get_origin(kind) in (Union, UnionType):
        inner = next(one for one in get_args(kind) if one is not NoneType)
        return partial(_optional, _reader(inner, name, required=True))
    if get_origin(kind) is tuple:
        return partial(_tuple, _reader(get_args(kind)[0], name, required=True))
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(from_plain, kind)
    if issubclass(kind, Enum):
        return partial(_choice, {one.value: one for one in kind})
    if kind is int:
        return partial(_whole, *RANGES.get(name, (-MAX_NUMBER, MAX_NUMBER)))
    if kind is float:
        return _place if name in PLACES else partial(_fraction, *FRACTIONS.get(name, (-MAX_NUMBER, MAX_NUMBER)))
    return _text_reader(name, required) if kind is str else _SIMPLE[kind]


def _text_reader(name: str, required: bool) -> Reader:
    if name in ID_FIELDS:
        return partial(_id, required)
    return partial(_text, clean_line if name in LINE_FIELDS else clean)


def _optional(read: Reader, plain: Any) -> Any:
    return None if plain is None else read(plain)


def _tuple(read: Reader, plain: Any) -> tuple[Any, ...]:
    return tuple(read(one) for one in _list(plain, MAX_TUPLE))


def from_plain_list(cls: type[T], plain: Any, limit: int) -> Iterable[T]:
    """As many of `cls` as a JSON array tells of. Raises ValueError, also for more than `limit`."""
    try:
        return [from_plain(cls, one) for one in _list(plain, limit)]
    except ValueError as error:
        raise ValueError(f"list of {cls.__name__}: {error}") from None


def _list(plain: Any, limit: int) -> list[Any]:
    if not isinstance(plain, list):
        raise ValueError("not a list")
    if len(plain) > limit:
        raise ValueError("more than there may be")
    return plain


def _choice(choices: dict[Any, Enum], plain: Any) -> Enum:
    if not isinstance(plain, str) or plain not in choices:
        raise ValueError("not one of the choices")
    return choices[plain]


def _string(plain: Any) -> str:
    if not isinstance(plain, str):
        raise ValueError("not a text")
    return plain


def _text(cleaned: Callable[[str], str], plain: Any) -> str:
    return cleaned(_string(plain))


def _id(required: bool, plain: Any) -> str:
    found = _string(plain)
    if _ID.fullmatch(found) is None and (required or found):
        raise ValueError("not an id")
    return found


def _whole(low: int, high: int, plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise ValueError("not a whole number")
    if not low <= plain <= high:
        raise ValueError("out of range")
    return plain


def _number(plain: Any) -> float:
    if not isinstance(plain, int | float) or isinstance(plain, bool) or not math.isfinite(plain):
        raise ValueError("not a number")
    return float(plain)


def _fraction(low: int, high: int, plain: Any) -> float:
    if not low <= _number(plain) <= high:
        raise ValueError("out of range")
    return float(plain)


def _place(plain: Any) -> float:
    return max(-float(MAX_PLACE), min(float(MAX_PLACE), _number(plain)))


def _truth(plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise ValueError("neither true nor false")
    return plain


def _date(plain: Any) -> date:
    found = _iso(date, plain)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError("out of range")
    return found


def _datetime(plain: Any) -> datetime:
    found = _iso(datetime, plain)
    if found.tzinfo is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError("out of range or without a zone")
    return found.astimezone(UTC)


def _time(plain: Any) -> time:
    found = _iso(time, plain)
    if found.tzinfo is not None:
        raise ValueError("a time of day with a zone")
    return found


D = TypeVar("D", date, datetime, time)


def _iso(kind: type[D], plain: Any) -> D:
    """A value in the one notation that `isoformat` writes, of the many that are ISO 8601."""
    text = _string(plain)
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        raise ValueError("not a date or time") from None
    if found.isoformat() != text:
        raise ValueError("not a date or time as it is written here")
    return found


_SIMPLE: dict[type, Reader] = {bool: _truth, date: _date, datetime: _datetime, time: _time}
