"""Boards with themes, and the score that compares groups with them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb
from pathlib import Path

from models.board import Note
from models.grouping import Suggestion

LONE = "一匹狼"


def board(name: str) -> tuple[list[Note], dict[str, str]]:
    """The notes of a board, and the theme of each by note id; a lone wolf is a theme of its own."""
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line]
    notes = [Note(id=f"n{number}", order=number, text=text) for number, (_, text) in enumerate(rows)]
    themes = {f"n{number}": theme if theme != LONE else f"{LONE}{number}" for number, (theme, _) in enumerate(rows)}
    return notes, themes


def labels(suggestion: Suggestion) -> dict[str, str]:
    """The group of each note by id; a note left alone is a group of its own."""
    found = {note_id: f"alone {note_id}" for note_id in suggestion.alone}
    for number, group in enumerate(suggestion.groups):
        found.update({member.note_id: f"group {number}" for member in group.members})
    return found


def adjusted_rand(first: Sequence[str], second: Sequence[str]) -> float:
    """The adjusted Rand index: 1 the same groups, 0 what chance would give."""

    def pairs(counts: Iterable[int]) -> int:
        return sum(comb(count, 2) for count in counts)

    both = pairs(Counter(zip(first, second, strict=True)).values())
    one, two = pairs(Counter(first).values()), pairs(Counter(second).values())
    expected = one * two / comb(len(first), 2)
    return (both - expected) / ((one + two) / 2 - expected)
