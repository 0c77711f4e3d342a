"""Different words for the same thing (残業, 超勤), and words that belong to the same matter (起案, 決裁).

Neither source is believable alone. Word vectors put what is said in the same places near each other, opposites and
all (朝, 夕方); what was learned of notes puts what is said of the same matter near each other (答弁, 割り振り).
Words near in both mean nearly the same; the dictionary's synonyms need less of either. The numbers were chosen by
reading the pairs of a dozen boards.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import Learned, Vectors, learned, tokens
from models.grouping.meaning import unit
from models.grouping.words import Term

SYNONYM_SUM = 0.75
"""Cosines of word vectors and of what was learned, added, from which two words of one synonym group mean the same
here: センター and 中心 are of one, and rarely do."""

SAME_USE, SAME_MATTER = 0.68, 0.62
"""The two cosines from which things that are no synonyms mean the same: 判子 and 押印, not リモート and VPN."""

AKIN = ((0.55, 0.15), (0.5, 0.22), (0.45, 0.25), (0.43, 0.3), (0.36, 0.45), (0.27, 0.55))
"""Of words of the same matter: what was learned is at least the first, and the use at least the second.

Where both are middling, as of 参考 and 好み (.39 and .37), every other pair is odd.
"""

Pairs = NDArray[np.bool_]


class Kin(IntEnum):
    """How close two words are."""

    STRANGERS = 0
    AKIN = 1
    SAME = 2


class Kinship:
    """How close the words of a board are to each other; only things are ever nearly the same."""

    def __init__(self, terms: Iterable[Term]) -> None:
        words = list({term.form: term for term in terms}.values())
        known = learned()
        self._at = {term.form: at for at, term in enumerate(words)}
        self._synonyms = [frozenset(term.synonyms) for term in words]
        self._things = np.array([term.is_thing for term in words], dtype=bool)
        self._uses = unit(_uses(words, known))
        self._matters = unit(_matters(words, known))

    def among(self, some: Sequence[str], others: Sequence[str]) -> list[tuple[str, str, Kin, float]]:
        """The pairs of forms that are not strangers, with how close they are: about 0.5 to 2."""
        left, right = self._known(some), self._known(others)
        if not left or not right:
            return []
        uses = self._uses[left] @ self._uses[right].T
        matters = self._matters[left] @ self._matters[right].T
        total = (uses + matters).round(4)
        same = self._same(left, right, uses, matters, total)
        akin = np.logical_or.reduce([(matters >= matter) & (uses >= use) for matter, use in AKIN])
        akin |= same
        akin &= np.array(left)[:, None] != np.array(right)[None, :]
        forms = list(self._at)
        return [
            (
                forms[left[row]],
                forms[right[column]],
                Kin.SAME if same[row, column] else Kin.AKIN,
                float(total[row, column]),
            )
            for row, column in np.argwhere(akin).tolist()
        ]

    def _known(self, forms: Sequence[str]) -> list[int]:
        return [self._at[form] for form in forms if form in self._at]

    def _same(self, left: list[int], right: list[int], uses: Vectors, matters: Vectors, total: Vectors) -> Pairs:
        near: Pairs = (uses >= SAME_USE) & (matters >= SAME_MATTER)
        near |= self._related(left, right) & (total >= SYNONYM_SUM)
        return near & np.outer(self._things[left], self._things[right])

    def _related(self, left: list[int], right: list[int]) -> Pairs:
        """Which pairs share a synonym group."""
        columns = [(column, self._synonyms[at]) for column, at in enumerate(right) if self._synonyms[at]]
        related = np.zeros((len(left), len(right)), dtype=bool)
        for row, at in enumerate(left):
            own = self._synonyms[at]
            for column, groups in columns if own else ():
                related[row, column] = not own.isdisjoint(groups)
        return related


def _uses(things: Sequence[Term], known: Learned) -> Vectors:
    rows = known.word_rows(tuple(things)) if things else np.zeros(0, dtype=np.int64)
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
