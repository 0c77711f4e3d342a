"""What was learned of Japanese notes: `assets/grouping/learned.npz`, read once, in about 50 ms.

The file is made by `python -m tests.grouping.learning` and holds no note: axes of the sentence encoder that tell notes
apart, word vectors (of chiVe, as ja-ginza carries them) along such axes, and what was learned on top of both from
notes that speak of the same matter in different words. Words are looked up by a hash, so that hundreds of thousands of
them cost three megabytes and no strings.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.grouping.once import Once
from models.grouping.words import KNOWN_TEXTS, Term, kanji

FILE = Path(__file__).parents[2] / "assets" / "grouping" / "learned.npz"

Vectors = NDArray[np.float32]
Places = NDArray[np.int64]

TOKEN_WEIGHT = {"w": 1.0, "g": 0.7, "k": 0.5}
"""How much a token tells: a word, a synonym group it is of, a kanji in it."""


def hashed(words: Iterable[str]) -> NDArray[np.uint64]:
    """64-bit hashes of words; two in a million words share one by chance in a ten millionth of the cases."""
    digests = b"".join(hashlib.blake2b(word.encode(), digest_size=8).digest() for word in words)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def tokens(words: Sequence[Term]) -> list[str]:
    """What is looked up of a note: its words, their synonym groups and their kanji, each once, sorted."""
    found = {f"w:{term.form}" for term in words}
    found.update(f"g:{group}" for term in words for group in term.synonyms)
    found.update(f"k:{sign}" for term in words for sign in kanji(term.form))
    return sorted(found)


@dataclass(frozen=True)
class Lookup:
    """Rows of a table by hashed word: `keys` sorted, `rows` beside them."""

    keys: NDArray[np.uint64]
    rows: NDArray[np.uint16]

    def places(self, words: Sequence[str]) -> Places:
        """The row of each word, -1 where it is not known."""
        if not len(self.keys):
            return np.full(len(words), -1)
        wanted = hashed(words)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        found: Places = np.where(self.keys[at] == wanted, self.rows[at].astype(np.int64), -1)
        return found


@dataclass(frozen=True, eq=False)
class Learned:
    """`axes` 1280×s for sentences; `vectors` rows×w for words; `moves` tokens×k and `turn` (s+w)×k on top of both.

    Vectors and moves are bytes, to be multiplied by the scale of their column after they are summed.
    """

    axes: Vectors
    words: Lookup
    vectors: NDArray[np.int8]
    vector_scale: Vectors
    token_lookup: Lookup
    rarity: Vectors
    moves: NDArray[np.int8]
    move_scale: Vectors
    turn: Vectors

    @functools.lru_cache(maxsize=KNOWN_TEXTS)  # noqa: B019 # there is one table in a process
    def word_rows(self, words: tuple[Term, ...]) -> Places:
        """The row of `vectors` for each word, by its normal form, else as written, else its lemma; -1 if none."""
        if not words:
            return np.zeros(0, dtype=np.int64)
        rows = self.words.places([form for term in words for form in (term.form, term.written, term.lemma)])
        choice = rows.reshape(-1, 3)
        first: Places = choice[np.arange(len(choice)), (choice >= 0).argmax(axis=1)]
        return first

    @functools.lru_cache(maxsize=KNOWN_TEXTS)  # noqa: B019
    def token_mean(self, words: tuple[Term, ...]) -> Vectors:
        """The weighted sum of the moves of a note's tokens, k, as if the weights had unit length; 0 of what is new."""
        found = tokens(words)
        rows = self.token_lookup.places(found) if found else np.zeros(0, dtype=np.int64)
        known = rows >= 0
        told = np.array([TOKEN_WEIGHT[token[0]] for token in found], dtype=np.float32)[known] * self.rarity[rows[known]]
        length = np.linalg.norm(told) or 1.0
        mean: Vectors = told @ self.moves[rows[known]].astype(np.float32) * self.move_scale / length
        return mean


@Once
def learned() -> Learned:
    """The table; damaged or missing, it is a bug of the installation."""
    with np.load(FILE, allow_pickle=False) as stored:
        return unpacked(stored)


def unpacked(stored: Mapping[str, Any]) -> Learned:
    """A table from its arrays as they are stored: half the digits, and bytes with a scale a column."""
    return Learned(
        axes=stored["axes"].astype(np.float32),
        words=Lookup(stored["word_keys"], stored["word_rows"]),
        vectors=stored["word_bytes"],
        vector_scale=stored["word_scale"].astype(np.float32),
        token_lookup=Lookup(stored["token_keys"], stored["token_rows"]),
        rarity=stored["token_rarity"].astype(np.float32),
        moves=stored["token_bytes"],
        move_scale=stored["token_scale"].astype(np.float32),
        turn=stored["turn"].astype(np.float32),
    )
