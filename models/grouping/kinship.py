"""Different words for the same thing: 残業 and 超勤, ハンコ and 押印.

Neither source is believable alone. Word vectors put what is said in the same places near each other, opposites and
all (朝, 夕方); what was learned of notes puts what is said of the same matter near each other (答弁, 割り振り).
Words near in both mean the same or nearly so; the dictionary's synonyms need less of either.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import Learned, Vectors, learned, tokens
from models.grouping.words import Term

LEAST_USE, LEAST_MATTER, LEAST_SUM = 0.5, 0.3, 1.0
"""Cosines of word vectors and of what was learned, and of their sum, from which two words are close."""

LEAST_OF_SYNONYMS = 0.55
"""The same sum for two words of one synonym group: 職 and 仕事 are, and rarely mean the same."""


class Kinship:
    """How close the things are that a board speaks of; `terms` are its nouns."""

    def __init__(self, terms: Iterable[Term]) -> None:
        things = list({term.form: term for term in terms if term.is_thing}.values())
        known = learned()
        self._at = {term.form: at for at, term in enumerate(things)}
        self._synonyms = [frozenset(term.synonyms) for term in things]
        self._uses = _unit(_uses(things, known))
        self._matters = _unit(_matters(things, known))

    def closeness(self, some: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
        """For forms × forms 0 where two words are not close, else their closeness, about 0.5 to 2."""
        close = np.zeros((len(some), len(others)), dtype=np.float32)
        rows, columns = self._known(some), self._known(others)
        if rows and columns:
            left, right = [at for _, at in rows], [at for _, at in columns]
            found = self._close(left, right)
            close[np.ix_([at for at, _ in rows], [at for at, _ in columns])] = found
        return close

    def _known(self, forms: Sequence[str]) -> list[tuple[int, int]]:
        return [(at, self._at[form]) for at, form in enumerate(forms) if form in self._at]

    def _close(self, left: list[int], right: list[int]) -> Vectors:
        uses = self._uses[left] @ self._uses[right].T
        matters = self._matters[left] @ self._matters[right].T
        total = (uses + matters).round(4)
        near = (uses >= LEAST_USE) & (matters >= LEAST_MATTER) & (total >= LEAST_SUM)
        near |= self._related(left, right) & (total >= LEAST_OF_SYNONYMS)
        same = np.array(left)[:, None] == np.array(right)[None, :]
        close: Vectors = np.where(near & ~same, total, 0.0).astype(np.float32)
        return close

    def _related(self, left: list[int], right: list[int]) -> NDArray[np.bool_]:
        """Which pairs share a synonym group."""
        columns = [(column, self._synonyms[at]) for column, at in enumerate(right) if self._synonyms[at]]
        related = np.zeros((len(left), len(right)), dtype=bool)
        for row, at in enumerate(left):
            own = self._synonyms[at]
            for column, groups in columns if own else ():
                related[row, column] = not own.isdisjoint(groups)
        return related


def _uses(things: Sequence[Term], known: Learned) -> Vectors:
    rows = known.word_rows(things) if things else np.zeros(0, dtype=np.int64)
    found: Vectors = np.where(rows[:, None] >= 0, known.vectors[rows] * known.vector_scale, 0.0)
    return found


def _matters(things: Sequence[Term], known: Learned) -> Vectors:
    found = [tokens([thing]) for thing in things]
    places = known.token_lookup.places([token for held in found for token in held])
    owners = np.repeat(np.arange(len(found)), [len(held) for held in found])[places >= 0]
    rows = places[places >= 0]
    sums = np.zeros((len(things), known.moves.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, known.moves[rows] * known.move_scale * known.rarity[rows][:, None])
    return sums


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows, dtype=np.float32), where=lengths > 1e-6)
    return unit
