"""On which line of a TOML file something stands: the parser tells what a file says, not where."""

import re
from collections import Counter

Place = tuple[str | int, ...]
"""The way to a value: names of tables and keys, numbers within arrays of tables; ("item", 3, "minutes")."""

_UNREAD = re.compile(
    r'"""(?:\\.|[^\\])*?"""|'
    r"'''.*?'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*",
    re.DOTALL,
)
_NAME = r"[\w-]+(?:\s*\.\s*[\w-]+)*"
_HEAD = re.compile(rf"\s*(\[\[?)\s*({_NAME})\s*\]\]?\s*$")
_KEY = re.compile(rf"\s*({_NAME})\s*=")
_ENTRY = re.compile(r"\s*\{")


def _masked(text: str) -> str:
    """The text with strings and comments blanked out, every line where it was."""
    return _UNREAD.sub(lambda found: "\n" * found[0].count("\n"), text)


def _names(dotted: str) -> list[str]:
    return [name.strip() for name in dotted.split(".")]


def places(text: str) -> dict[Place, int]:
    """The line (from 1) on which each table and key of a valid TOML text begins, as far as it is written plainly."""
    found: dict[Place, int] = {}
    tables: Counter[Place] = Counter()
    here: Place = ()
    entries: Place = ()
    for number, line in enumerate(_masked(text).split("\n"), start=1):
        head = _HEAD.match(line)
        key = _KEY.match(line)
        if head is not None:
            here = _entered(tables, _names(head[2]), many=head[1] == "[[")
            found.setdefault(here, number)
        elif key is not None:
            entries = (*here, *_names(key[1]))
            found.setdefault(entries, number)
        elif _ENTRY.match(line):  # one table a line within the list that began above
            found.setdefault((*entries, tables[entries]), number)
            tables[entries] += 1
    return found


def _entered(tables: "Counter[Place]", names: list[str], *, many: bool) -> Place:
    place: Place = ()
    for name in names[:-1]:
        place = (*place, name)
        if tables[place]:
            place = (*place, tables[place] - 1)
    place = (*place, names[-1])
    if many:
        tables[place] += 1
        place = (*place, tables[place] - 1)
    return place


def line_of(text: str, place: Place) -> int:
    """The line (from 1) of a value, or else of the nearest thing around it that can be found."""
    known = places(text)
    while place and place not in known:
        place = place[:-1]
    return known.get(place, 1)
