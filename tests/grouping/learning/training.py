"""What is learned: directions in which notes of one matter come closer and others move away, and a move for each token.

Supervised contrastive learning (Khosla et al. 2020) of a linear map, by Adam, in numpy. Each step takes some matters of
one field as if they were a board, takes out what is common to it, and asks that a note's nearest be of its own matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.grouping.learned import TOKEN_WEIGHT, tokens
from models.grouping.meaning import rarity
from tests.grouping.learning.corpus import Field

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

STEPS = 3_000
DIRECTIONS = 128
TEMPERATURE = 0.12
STARTS = 2
"""So often it is learned anew from another start; what the results have in common is worth more than either."""

DROPPED = 0.3
"""The share of numbers left out at each step, so that nothing is learned by heart."""

RATE, MOVE_RATE = 2e-3, 5e-3
DECAY, MOVE_DECAY = 1e-4, 1e-3


@dataclass(frozen=True)
class Vocabulary:
    """All tokens of the corpus, sorted, with how rare each is."""

    places: dict[str, int]
    rarity: Floats


@dataclass
class Adam:
    """One array that is learned, with the running means of its gradient and of the gradient's square."""

    values: Floats
    rate: float
    forget: float

    def __post_init__(self) -> None:
        self._mean, self._square = np.zeros_like(self.values), np.zeros_like(self.values)

    def step(self, gradient: Floats, rows: Places | slice, left: float) -> None:
        """Move `rows` against `gradient`; `left` is the share of the way still to go, and of the rate."""
        self._mean[rows] = 0.9 * self._mean[rows] + 0.1 * gradient
        self._square[rows] = self.forget * self._square[rows] + (1 - self.forget) * gradient**2
        self.values[rows] -= self.rate * left * self._mean[rows] / (np.sqrt(self._square[rows]) + 1e-8)


def vocabulary(fields: Sequence[Field]) -> Vocabulary:
    """The tokens of all notes and their rarity."""
    counts: dict[str, int] = {}
    notes = [words for field in fields for words in field.words]
    for words in notes:
        for token in tokens(words):
            counts[token] = counts.get(token, 0) + 1
    known = sorted(counts)
    return Vocabulary(
        {token: at for at, token in enumerate(known)}, rarity([counts[token] for token in known], len(notes))
    )


def token_rows(field: Field, known: Vocabulary) -> Floats:
    """Each note's tokens with their weights, unit length, notes×tokens."""
    rows = np.zeros((len(field.words), len(known.places)))
    for at, words in enumerate(field.words):
        for token in tokens(words):
            place = known.places[token]
            rows[at, place] = TOKEN_WEIGHT[token[0]] * known.rarity[place]
    return unit(rows)


def axes(rows: Iterable[Floats], count: int) -> Floats:
    """The directions in which rows differ most once each field's mean is taken out, columns×count."""
    spread = np.concatenate([field - field.mean(axis=0) for field in rows])
    directions: Floats = np.linalg.eigh(spread.T @ spread)[1][:, ::-1][:, :count]
    return directions


def unit(rows: Floats) -> Floats:
    """Rows of length 1."""
    of_length_one: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return of_length_one


def centred(rows: Floats) -> Floats:
    """Rows of length 1 without what they have in common."""
    return unit(rows - rows.mean(axis=0))


def learn(
    parts: Sequence[tuple[Floats, Floats]], held: Sequence[Floats], matters: Sequence[Places]
) -> tuple[Floats, Floats]:
    """The turn (sentence and word axes × `STARTS`·`DIRECTIONS`) and the moves (tokens × as many).

    For each field `parts` are its sentence and word rows, `held` its token rows, `matters` its notes' matters.
    """
    found = [_learned_from(start, parts, held, matters) for start in range(STARTS)]
    turn = np.concatenate([turn for turn, _moves in found], axis=1) / np.sqrt(STARTS)
    return turn, np.concatenate([moves for _turn, moves in found], axis=1) / np.sqrt(STARTS)


def _learned_from(
    start: int, parts: Sequence[tuple[Floats, Floats]], held: Sequence[Floats], matters: Sequence[Places]
) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(start)
    width = sum(part.shape[1] for part in parts[0])
    turn = Adam(rng.normal(0, 0.5 / np.sqrt(width), (width, DIRECTIONS)), RATE, 0.999)
    moves = Adam(np.zeros((held[0].shape[1], DIRECTIONS)), MOVE_RATE, 0.99)
    for step in range(STEPS):
        field = int(rng.integers(len(parts)))
        chosen = _some(matters[field], rng)
        seen = np.concatenate([centred(part[chosen]) for part in parts[field]], axis=1) / np.sqrt(len(parts[field]))
        told = held[field][chosen]
        columns = np.flatnonzero(told.any(axis=0))
        kept, tokens_kept = _dropped(seen, rng), _dropped(told[:, columns], rng)
        tokens_kept = tokens_kept - tokens_kept.mean(axis=0)
        moved = kept @ turn.values + tokens_kept @ moves.values[columns]
        pull = _pull(np.concatenate([seen, moved], axis=1), matters[field][chosen])[:, -DIRECTIONS:]
        left = 1.0 - step / STEPS
        turn.step(kept.T @ pull + DECAY * turn.values, slice(None), left)
        moves.step(tokens_kept.T @ pull + MOVE_DECAY * moves.values[columns], columns, left)
    return turn.values, moves.values


def _some(matters: Places, rng: np.random.Generator) -> Places:
    """Notes of 8 to 16 matters, at most 139 of them: a board."""
    some = rng.permutation(np.unique(matters))[: rng.integers(8, 17)]
    return rng.permutation(np.flatnonzero(np.isin(matters, some)))[: rng.integers(60, 140)]


def _dropped(rows: Floats, rng: np.random.Generator) -> Floats:
    kept: Floats = rows * (rng.random(rows.shape) > DROPPED) / (1 - DROPPED)
    return kept


def _pull(rows: Floats, matters: Places) -> Floats:
    """The gradient, by rows, of how badly each note picks its own matter among its nearest."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    at = rows / lengths
    likeness = at @ at.T / TEMPERATURE
    np.fill_diagonal(likeness, -1e9)
    picked = np.exp(likeness - likeness.max(axis=1, keepdims=True))
    picked /= picked.sum(axis=1, keepdims=True)
    same = (matters[:, None] == matters[None, :]).astype(float)
    np.fill_diagonal(same, 0.0)
    fellows = same.sum(axis=1, keepdims=True)
    wanted = np.where(fellows > 0, same / np.maximum(fellows, 1.0), picked)
    wrong = (picked - wanted) / max(1, int((fellows > 0).sum())) / TEMPERATURE
    pull = (wrong + wrong.T) @ at
    gradient: Floats = (pull - (pull * at).sum(axis=1, keepdims=True) * at) / lengths
    return gradient
