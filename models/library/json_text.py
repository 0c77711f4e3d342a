"""JSON as it is written into files that travel, and the careful reading of JSON from anywhere."""

import json
import math
from typing import Any, NoReturn

MAX_JSON_BYTES = 8 * 1024 * 1024
MAX_OBJECTS = 150_000
"""Opening brackets and braces in one text, those in strings included: bounds what parsing can take up."""
MAX_COMMAS = 400_000
MAX_DIGITS = 18
"""Digits of a whole number, its sign included."""


def written(value: Any) -> bytes:
    """`value` as UTF-8 JSON; the same value gives the same bytes. Raises ValueError for NaN and Infinity."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    # A lone surrogate cannot be kept in any file: it is left out, as `models.text.clean` does.
    return text.encode("utf-8", "ignore") + b"\n"


def is_bounded(data: bytes) -> bool:
    """Whether the text is small enough to be parsed, counted before a parser sees it."""
    return (
        len(data) <= MAX_JSON_BYTES
        and data.count(b"{") + data.count(b"[") <= MAX_OBJECTS
        and data.count(b",") <= MAX_COMMAS
    )


def parsed(data: bytes) -> Any:
    """The value of a JSON text from outside.

    Raises ValueError for anything but strict UTF-8 JSON: too much of it, too deep, a name twice in an object, NaN,
    Infinity, a number too large.
    """
    if not is_bounded(data):
        raise ValueError("too much JSON")
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_finite,
            parse_int=_integer,
        )
    except RecursionError:
        raise ValueError("JSON nested too deep") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _constant(text: str) -> NoReturn:
    raise ValueError("a number that is none")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number too large")
    return number


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError("a number too large")
    return int(text)
