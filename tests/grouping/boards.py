"""Boards with themes, and the scores that compare groups with them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import comb
from pathlib import Path

from models.board import Note
from models.grouping import Proposal

FOLDER = Path(__file__).parent / "boards"
LONE = "一匹狼"


@dataclass(frozen=True)
class Board:
    """Notes, and the theme of each by its id; a lone wolf is a theme of its own."""

    name: str
    notes: tuple[Note, ...]
    themes: Mapping[str, str]

    @property
    def groups(self) -> int:
        """How many themes have more than one note."""
        return sum(count > 1 for count in Counter(self.themes.values()).values())


def developed() -> tuple[str, ...]:
    """The names of the boards that the method was developed on."""
    return _names("developed")


def kept_apart() -> tuple[str, ...]:
    """The names of the boards that nobody looked at while the method was developed."""
    return _names("kept_apart")


def _names(folder: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{path.stem}" for path in sorted((FOLDER / folder).glob("*.tsv")))


@cache
def board(name: str) -> Board:
    """The board of a name as `developed` and `kept_apart` tell it."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line]
    notes = tuple(Note(id=f"n{number}", order=number, text=text) for number, (_, text) in enumerate(rows))
    themes = {f"n{number}": theme if theme != LONE else f"{LONE}{number}" for number, (theme, _) in enumerate(rows)}
    return Board(name, notes, themes)


def labels(proposal: Proposal) -> dict[str, str]:
    """The group of each note by id; a note left alone is a group of its own."""
    found = {note_id: f"alone {note_id}" for note_id in proposal.alone}
    for group in proposal.groups:
        found.update(dict.fromkeys(group.note_ids, group.cluster_id or f"group {group.key}"))
    return found


def agreement(themes: Mapping[str, str], found: Mapping[str, str], ids: Iterable[str]) -> float:
    """The adjusted Rand index between themes and groups, over the notes of `ids`."""
    order = list(ids)
    return adjusted_rand([themes[note_id] for note_id in order], [found[note_id] for note_id in order])


def adjusted_rand(first: Sequence[str], second: Sequence[str]) -> float:
    """The adjusted Rand index: 1 the same groups, 0 what chance would give."""

    def pairs(counts: Iterable[int]) -> int:
        return sum(comb(count, 2) for count in counts)

    both = pairs(Counter(zip(first, second, strict=True)).values())
    one, two = pairs(Counter(first).values()), pairs(Counter(second).values())
    expected = one * two / comb(len(first), 2)
    most = (one + two) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)
