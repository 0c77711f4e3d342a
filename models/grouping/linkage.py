"""Average linkage with pairs that must stay apart, in numpy alone: about 0.1 s for 1,000 notes."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.grouping.likeness import Matrix


def pooled(likeness: Matrix, bundles: Sequence[Sequence[int]]) -> Matrix:
    """Mean likeness between bundles of notes (positions in `likeness`): the start of linkage, bundles×bundles."""
    order = [position for bundle in bundles for position in bundle]
    sizes = np.array([len(bundle) for bundle in bundles])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    sums = np.add.reduceat(likeness[np.ix_(order, order)], starts, axis=0)
    means: Matrix = np.add.reduceat(sums, starts, axis=1) / np.outer(sizes, sizes)
    return means


class AverageLinkage:
    """Bundles that merge, the closest two first; ties go to the earlier bundle, so the same input merges the same way.

    `distances` is 1 - likeness, bundles×bundles; `sizes` the number of notes of each; `apart` the bundles of which
    no two may ever end in one group.
    """

    def __init__(self, distances: Matrix, sizes: Sequence[int], apart: Sequence[int] = ()) -> None:
        # Rounding makes ties of what differs only by the order of a sum.
        self._distances = distances.round(9)
        np.fill_diagonal(self._distances, np.inf)
        self._distances[np.ix_(apart, apart)] = np.inf
        self._sizes = np.array(sizes, dtype=np.float64)
        self.groups: dict[int, list[int]] = {position: [position] for position in range(len(sizes))}
        self._nearest: NDArray[np.intp] = self._distances.argmin(axis=1)
        self._gap: Matrix = self._distances.min(axis=1)

    def run(self, go_on: Callable[[float], bool]) -> list[list[int]]:
        """Merge while `go_on(distance of the closest two)`; the groups of bundle positions, singles among them."""
        while len(self.groups) > 1:
            first = int(self._gap.argmin())
            distance = float(self._gap[first])
            if not np.isfinite(distance) or not go_on(distance):
                break
            self._merge(*sorted((first, int(self._nearest[first]))))
        return list(self.groups.values())

    def _merge(self, keep: int, gone: int) -> None:
        sizes, distances = self._sizes, self._distances
        merged = (sizes[keep] * distances[keep] + sizes[gone] * distances[gone]) / (sizes[keep] + sizes[gone])
        merged[keep] = np.inf
        distances[keep] = distances[:, keep] = merged
        distances[gone] = distances[:, gone] = np.inf
        sizes[keep] += sizes[gone]
        self.groups[keep] += self.groups.pop(gone)
        self._refresh(keep, gone)

    def _refresh(self, keep: int, gone: int) -> None:
        self._gap[gone] = np.inf
        stale = np.isin(self._nearest, (keep, gone)) & np.isfinite(self._gap)
        stale[keep] = True
        rows = np.flatnonzero(stale)
        self._nearest[rows] = self._distances[rows].argmin(axis=1)
        self._gap[rows] = self._distances[rows].min(axis=1)


def settled(
    groups: Sequence[Sequence[int]], likeness: Matrix, sizes: Sequence[int], fixed: Sequence[int], least: float
) -> list[list[int]]:
    """`groups` after each bundle that is not `fixed` went once to the group it is most like, itself left out.

    A bundle that is less than `least` like every group is in none of them. `likeness` is that of bundles (`pooled`).
    Late merges carry strangers along: linkage sees how near two groups are, not each of their notes.
    """
    if not groups:
        return []
    belongs = np.zeros((len(sizes), len(groups)))
    for number, group in enumerate(groups):
        belongs[group, number] = np.array(sizes)[group]
    likenesses = likeness @ belongs - np.diag(likeness)[:, None] * belongs
    weights = belongs.sum(axis=0)[None, :] - belongs
    means = np.divide(likenesses, weights, out=np.full_like(belongs, -1.0), where=weights > 0).round(9)
    home = np.where(means.max(axis=1) >= least, means.argmax(axis=1), -1)
    home[fixed] = belongs[fixed].argmax(axis=1)
    homes = [np.flatnonzero(home == number).tolist() for number in range(len(groups))]
    return [group for group in homes if group]
