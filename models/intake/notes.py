"""Texts that come in, as notes: clean, bounded, without what only belonged to a list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from models.board import MAX_NOTES, NoteKind
from models.intake.marks import begins_plainly, without_mark
from models.text import MAX_NOTE_CHARS, clean, is_blank

MAX_AT_ONCE = 2_000
"""More notes than this at once are worth asking the person about first; nothing is refused here."""

_NO_MATTER = re.compile(r"[\s\d.．,，、:：/()（）=＝_＿*＊\-－―─━–—…‥・ー~〜]*")


@dataclass(frozen=True, slots=True)
class Intake:
    """Notes as they came in, each clean and never blank.

    `shortened` counts those that were longer than a note may be and lost their end; `skipped` counts what was left
    out because no matter is in it: a lone bullet or number, a ruled line. Blank lines and cells are not counted.
    `kinds` has the kind of each note, None where it has none of its own; it is empty when no note has. `more` says
    that these are the first MAX_NOTES of more, which were not read.
    """

    notes: tuple[str, ...]
    shortened: int = 0
    skipped: int = 0
    kinds: tuple[NoteKind | None, ...] = ()
    more: bool = False


class Sieve:
    """Makes notes of texts that are already clean but of any length, and counts what it does to them."""

    def __init__(self) -> None:
        self.shortened = self.skipped = 0

    def take(self, text: str) -> str:
        """`text` as a note; empty when it is none."""
        text = text.strip()
        if not text:
            return ""
        matter = text if begins_plainly(text) else self._matter(text)
        if len(matter) <= MAX_NOTE_CHARS:
            return matter
        self.shortened += 1
        return clean(matter)

    def _matter(self, text: str) -> str:
        if is_blank(text):
            return ""
        matter = without_mark(text)
        if is_blank(matter) or _NO_MATTER.fullmatch(matter):
            self.skipped += 1
            return ""
        return matter


def as_notes(texts: Iterable[str]) -> Intake:
    """Each of `texts`, already clean but of any length, as a note."""
    sieve = Sieve()
    taking = filter(None, map(sieve.take, texts))
    notes = tuple(first(taking))
    told = sieve.shortened, sieve.skipped
    return Intake(notes, *told, more=has_more(taking))


_T = TypeVar("_T")


def first(notes: Iterator[_T]) -> Iterator[_T]:
    """As many as are taken at the most; what is left stays unread."""
    return islice(notes, MAX_NOTES)


def has_more(notes: Iterator[object]) -> bool:
    """Whether there is anything left, as far as it has to be read to know."""
    return next(notes, None) is not None
