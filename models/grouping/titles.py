"""Titles for a group (表札): what the set says, in phrases that someone wrote."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from models.grouping.endings import Shape
from models.grouping.learned import Vectors
from models.grouping.phrases import MOST_CHARS, Phrase, phrases, trimmed
from models.grouping.telling import Board, single_words
from models.text import clean_line, cut

MOST_TITLES = 3

READ_NOTES = 10
"""Phrases are taken from so many of the most central notes."""

FEWEST, MANY = 6, 20
"""Characters of a title that reads well from across a room."""

_KNOWN_GROUPS = 512
_SHAPES = {Shape.NAME: -0.35, Shape.LABEL: -0.2, Shape.CLAUSE: 0.05, Shape.SAYING: 0.2}


@dataclass(frozen=True, slots=True)
class Title:
    """A proposal. `is_fallback` holds where no phrase could be had: a single word, or the beginning of a note."""

    text: str
    is_fallback: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    phrase: Phrase
    node: int
    score: float


class Titles:
    """Titles for the groups of a board; `vectors` are its nodes' (n×d)."""

    def __init__(self, board: Board, vectors: Vectors) -> None:
        self._board, self._vectors = board, vectors
        self._known: dict[tuple[int, ...], tuple[Title, ...]] = {}

    def of_group(self, group: Sequence[int]) -> tuple[Title, ...]:
        """Up to `MOST_TITLES` for the nodes of a group, the best first; none only if no node says anything."""
        key = tuple(sorted(group))
        if key not in self._known:
            if len(self._known) >= _KNOWN_GROUPS:
                self._known.clear()
            self._known[key] = self._found(key)
        return self._known[key]

    def _found(self, group: tuple[int, ...]) -> tuple[Title, ...]:
        central = self._central(group)
        told = _weights(self._board, group)
        candidates = [
            _Candidate(phrase, at, 0.6 * nearness + _score(phrase, told))
            for at, nearness in central
            for phrase in (*phrases(self._board.texts[at]), *_whole(self._board.texts[at]))
        ]
        chosen = [Title(candidate.phrase.text) for candidate in _different(candidates)]
        return tuple(chosen) or _fallbacks(self._board.texts[at] for at, _ in central)

    def _central(self, group: tuple[int, ...]) -> list[tuple[int, float]]:
        """The nodes that say what most others say, with how near they are to all: 1 for the nearest."""
        rows = self._vectors[list(group)]
        near = (rows @ rows.sum(axis=0)).round(4)
        order = np.argsort(-near, kind="stable")[:READ_NOTES]
        most = max(float(near.max(initial=0.0)), 1e-6)
        return [(group[at], float(near[at]) / most) for at in order.tolist()]


def _weights(board: Board, group: tuple[int, ...]) -> dict[str, float]:
    """How much each word tells of the group, 1 for the most telling."""
    words = [word for word in single_words(board, group, least=2).values() if word.telling > 0]
    most = max((word.telling for word in words), default=1.0)
    return {word.key[0]: word.telling / most for word in words}


def _score(phrase: Phrase, told: dict[str, float]) -> float:
    covered = sum(sorted((told.get(form, 0.0) for form in phrase.forms), reverse=True)[:3])
    length = len(phrase.text)
    size = -0.05 * max(0, FEWEST - length) - 0.06 * max(0, length - MANY) - 0.008 * length
    if phrase.shape is Shape.LABEL and covered < 0.4:
        size -= 0.4  # a noun that the others do not speak of says nothing of them
    return 0.6 * covered + _SHAPES[phrase.shape] - 0.7 * phrase.lost + size + (0.15 if phrase.is_whole else 0.0)


def _different(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The best, then the best of the other notes that repeats little of what is taken."""
    left = sorted(candidates, key=lambda found: (-found.score, len(found.phrase.text), found.phrase.text))
    chosen: list[_Candidate] = []
    while left and len(chosen) < MOST_TITLES:
        best = max(left, key=lambda found: found.score - 0.8 * _repeated(found, chosen))
        chosen.append(best)
        left = [found for found in left if found.node != best.node and found.phrase.text != best.phrase.text]
    return chosen


def _repeated(found: _Candidate, chosen: Sequence[_Candidate]) -> float:
    shares = (
        len(found.phrase.forms & other.phrase.forms) / len(found.phrase.forms | other.phrase.forms) for other in chosen
    )
    return max(shares, default=0.0)


def _whole(text: str) -> tuple[Phrase, ...]:
    """A short note as it is, where nothing better is known of it: another language, a wish without a verb."""
    line = trimmed(clean_line(text.strip().split("\n")[0]))
    if not 3 < len(line) <= MOST_CHARS or len(re.findall(r"\w", line)) < 3:
        return ()
    words = line.split()
    if len(words) > 1:
        return (Phrase(line, frozenset(word.casefold() for word in words), Shape.CLAUSE, 0.0, is_whole=True),)
    return ()


def _fallbacks(texts: Iterable[str]) -> tuple[Title, ...]:
    """The beginnings of the most central notes, as far as they differ."""
    lines = dict.fromkeys(cut(clean_line(text), MOST_CHARS) for text in texts)
    return tuple(Title(line, is_fallback=True) for line in lines if line)[:MOST_TITLES]
