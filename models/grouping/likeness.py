"""How alike notes are: TF-IDF, with what is common to the whole board taken out. Only numpy.

Without the centring every note about one ministry resembles every other and average linkage makes one giant group.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.grouping.words import NoteWords

Matrix = NDArray[np.float64]

FEW = 4
"""Boards up to this size are not centred at all: two notes, centred, are always opposites."""


def shared_features(notes: Sequence[NoteWords]) -> dict[str, list[int]]:
    """Each feature that at least two notes have, with their positions; sorted, so that sums repeat exactly."""
    having: dict[str, list[int]] = {}
    for position, note in enumerate(notes):
        for feature in note.weights:
            having.setdefault(feature, []).append(position)
    return {feature: having[feature] for feature in sorted(having) if len(having[feature]) > 1}


def rarity(holders: int, notes: int) -> float:
    """How telling a feature is that `holders` of `notes` have (smoothed inverse document frequency)."""
    return math.log((1 + notes) / (1 + holders)) + 1.0


def likeness(notes: Sequence[NoteWords]) -> Matrix:
    """Cosines of the centred TF-IDF vectors of `notes`, n×n, -1..1; 0 for a note without features.

    Only the products are built, feature by feature: 1,000 notes need 8 MB, however many words they hold.
    """
    count = len(notes)
    alone = rarity(1, count)
    shared = shared_features(notes)
    products: Matrix = np.zeros((count, count))
    own = np.array([sum((w * alone) ** 2 for f, w in sorted(n.weights.items()) if f not in shared) for n in notes])
    for feature, holders in shared.items():
        weight = rarity(len(holders), count) * np.array([notes[at].weights[feature] for at in holders])
        products[np.ix_(holders, holders)] += np.outer(weight, weight)
    products[np.diag_indices(count)] += own
    return _unit(_centred(_unit(products)))


def _unit(products: Matrix) -> Matrix:
    lengths = np.sqrt(np.maximum(np.diag(products), 0.0))
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 1e-9)
    unit: Matrix = products * scale[:, None] * scale[None, :]
    return unit


def _centred(products: Matrix) -> Matrix:
    share = max(0.0, 1.0 - FEW / max(1, len(products)))
    to_mean = products.mean(axis=1)
    centred: Matrix = products - share * (to_mean[:, None] + to_mean[None, :]) + share**2 * to_mean.mean()
    return centred
