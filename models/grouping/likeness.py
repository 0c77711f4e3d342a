"""How like a text is to each of many: for one text at a time, in the time between two key strokes.

It is the likeness of `meaning`, but each text's part is worked out once, by itself, and what is common to all is taken
out when one asks; so one note more or less costs next to nothing. Rare words of the board do not count more here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import Learned, Vectors, learned
from models.grouping.meaning import FEW, token_means, unit, word_means
from models.grouping.memory import Memory
from models.grouping.reading_ahead import sentences_of
from models.grouping.words import terms


@dataclass(frozen=True, slots=True)
class Parts:
    """What n texts are known by: `words` n×w, `told` n×k, and `sentences` n×s or None without an encoder."""

    words: Vectors
    told: Vectors
    sentences: Vectors | None

    def chosen(self, rows: NDArray[np.intp]) -> "Parts":
        """Those of some of the texts."""
        return Parts(self.words[rows], self.told[rows], None if self.sentences is None else self.sentences[rows])

    def joined(self, others: "Parts") -> "Parts":
        """These and others; without sentences as soon as either has none."""
        both = self.sentences is not None and others.sentences is not None
        return Parts(
            np.concatenate([self.words, others.words]),
            np.concatenate([self.told, others.told]),
            np.concatenate([self.sentences, others.sentences]) if both else None,
        )


def parts_of(texts: Sequence[str], memory: Memory) -> Parts:
    """The parts of `texts`, at least one; each by itself, whatever the others are."""
    found = {text: _word_parts(text) for text in dict.fromkeys(texts)}
    words, told = (np.array([found[text][part] for text in texts]) for part in (0, 1))
    return Parts(words, told, sentences_of(texts, memory))


def _word_parts(text: str) -> tuple[Vectors, Vectors]:
    words, table = [terms(text)], learned()
    return word_means(words, table)[0], token_means(words, table)[0]


class Space:
    """The n texts with what is common to them taken out."""

    def __init__(self, parts: Parts) -> None:
        self._table: Learned = learned()
        self._share = max(0.0, 1.0 - FEW / len(parts.words))
        self._middle = Parts(
            self._share * parts.words.mean(axis=0),
            self._share * parts.told.mean(axis=0),
            None if parts.sentences is None else self._share * parts.sentences.mean(axis=0),
        )
        seen = self._seen(parts)
        self._seen_middle = self._share * seen.mean(axis=0)
        self.vectors = unit(seen - self._seen_middle)

    @property
    def by_words_only(self) -> bool:
        """Whether sentences play no part."""
        return self._middle.sentences is None

    def place(self, parts: Parts) -> Vectors:
        """Unit vectors of other texts in this space, m×d; the texts of the space are not moved by them."""
        return unit(self._seen(parts) - self._seen_middle)

    def _seen(self, parts: Parts) -> Vectors:
        middle = self._middle
        seen = [unit(parts.words - middle.words)]
        if middle.sentences is not None and parts.sentences is not None:
            seen.insert(0, unit(parts.sentences - middle.sentences))
        side_by_side = np.concatenate(seen, axis=1) * len(seen) ** -0.5
        turn = self._table.turn[-side_by_side.shape[1] :]
        return np.concatenate([side_by_side, side_by_side @ turn + parts.told - middle.told], axis=1)
