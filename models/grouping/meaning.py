"""What notes mean, as unit vectors in which nearness is likeness: sentence, words, and what was learned of both.

What is common to all notes of a board is taken out first: about one ministry every note resembles every other, and
without that everything is one group.
"""

import functools
import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import Learned, Places, Vectors, learned
from models.grouping.words import KNOWN_TEXTS, Term

FEW = 4
"""Boards up to this size are not centred at all: two notes, centred, are always opposites."""


SPELLED = 0.3
"""How much the words themselves count beside what they mean: of names and new words nothing was learned."""

_NOTHING = np.float32(1e-6)
"""A shorter vector says nothing."""

_SIGNS = 256
"""Each word is so many signs, drawn by its hash: two words have nothing in common but by chance, some 6 %."""


def rarity(holders: Any, notes: int) -> Any:
    """How telling a word is that `holders` of `notes` have (smoothed inverse document frequency, natural log)."""
    return np.log((1 + notes) / (1 + np.asarray(holders, dtype=np.float64))) + 1.0


def meanings(notes: Sequence[Sequence[Term]], sentences: Vectors | None) -> Vectors:
    """Unit vectors of n notes (n×d) from their words and, if there are any, `sentences` (`sentence_rows`, n×s).

    A note of which nothing is known has a vector of zeros.
    """
    if not notes:
        return np.zeros((0, 1), dtype=np.float32)
    known = learned()
    weights = _weights(notes)
    word_part = centred(_mean_words(notes, known, weights))
    parts = [word_part] if sentences is None else [centred(sentences), word_part]
    seen = np.concatenate(parts, axis=1) * len(parts) ** -0.5
    turn = known.turn[-word_part.shape[1] :] if sentences is None else known.turn
    told = token_means(notes, known)
    moved = seen @ turn + (told - told.mean(axis=0))
    meant = centred(np.concatenate([seen, moved], axis=1))
    return unit(np.concatenate([meant, centred(_spelled(notes, weights)) * SPELLED**0.5], axis=1))


def sentence_rows(features: Vectors) -> Vectors:
    """What is kept of the encoder's vectors (n×1280): their places along the learned axes, n×s."""
    rows: Vectors = features @ learned().axes
    return rows


def word_means(notes: Sequence[Sequence[Term]], known: Learned) -> Vectors:
    """The mean vector of each note's words, rare words of this board counting more; unit length, n×w."""
    return _mean_words(notes, known, _weights(notes))


def _mean_words(notes: Sequence[Sequence[Term]], known: Learned, weights: Sequence[Vectors]) -> Vectors:
    rows = [known.word_rows(tuple(words)) for words in notes]
    return unit(_summed(rows, weights, known.vectors) * known.vector_scale)


def _spelled(notes: Sequence[Sequence[Term]], weights: Sequence[Vectors]) -> Vectors:
    """The words of each note as they are, rare words of this board counting more; unit length, n×`_SIGNS`."""
    places: dict[str, int] = {}
    rows = [np.array([places.setdefault(term.form, len(places)) for term in words], dtype=np.int64) for words in notes]
    signs = np.array([_signs(form) for form in places], dtype=np.int8).reshape(-1, _SIGNS)
    return unit(_summed(rows, weights, signs))


@functools.lru_cache(maxsize=KNOWN_TEXTS)
def _signs(word: str) -> NDArray[np.int8]:
    digest = hashlib.blake2b(word.encode(), digest_size=_SIGNS // 8).digest()
    signs: NDArray[np.int8] = np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.int8) * 2 - 1
    return signs


def _weights(notes: Sequence[Sequence[Term]]) -> list[Vectors]:
    """How much each word of each note tells on this board."""
    counts = Counter(term.form for words in notes for term in words)
    rare = dict(zip(counts, rarity(list(counts.values()), len(notes)).tolist(), strict=True))
    return [np.array([term.weight * rare[term.form] for term in words], dtype=np.float32) for words in notes]


def token_means(notes: Sequence[Sequence[Term]], known: Learned) -> Vectors:
    """What was learned of each note's tokens (`Learned.token_mean`), n×k."""
    return np.array([known.token_mean(tuple(words)) for words in notes], dtype=np.float32)


def _summed(rows: Sequence[Places], weights: Sequence[Vectors], table: NDArray[np.int8]) -> Vectors:
    """For each note the weighted sum of `table`'s rows (-1 is none), n×columns.

    Note by note: all rows of a thousand notes at once are tens of megabytes, and slower for it.
    """
    sums = np.zeros((len(rows), table.shape[1]), dtype=np.float32)
    for at, (held, weight) in enumerate(zip(rows, weights, strict=True)):
        there = held >= 0
        if there.any():
            sums[at] = weight[there] @ table[held[there]].astype(np.float32)
    return sums


def centred(rows: Vectors) -> Vectors:
    """Rows without what they have in common, unit length; a row of zeros stays one."""
    told = _lengths(rows) > _NOTHING
    count = int(told.sum())
    if not count:
        return rows
    share = max(0.0, 1.0 - FEW / count)
    moved: Vectors = (rows - rows.sum(axis=0) * np.float32(share / count)) * told[:, None]
    return unit(moved)


def unit(rows: Vectors) -> Vectors:
    """Rows of unit length; one that is next to nothing is zeros."""
    lengths = _lengths(rows)
    scaled: Vectors = rows * np.where(lengths > _NOTHING, 1.0 / np.maximum(lengths, _NOTHING), 0.0)[:, None]
    return scaled.astype(np.float32, copy=False)


def _lengths(rows: Vectors) -> Vectors:
    lengths: Vectors = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return lengths
