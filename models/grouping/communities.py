"""Groups as communities of a graph of neighbours: pure Python and numpy, deterministic, and a person's hand wins.

Each note is tied to the notes most like it. A partition is good where more weight lies inside its groups than chance
would put there (modularity with a resolution: Newman and Girvan 2004, Reichardt and Bornholdt 2006). Notes move one
by one (Blondel et al. 2008) and groups merge the best pair first (Clauset, Newman and Moore 2004); the order is the
order of the notes and ties go to the earlier, so the same graph gives the same groups.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Pairs = NDArray[np.bool_]
Labels = list[int]

NEIGHBOURS = 10
"""Each note is tied to so many: fewer and groups fall apart, more and they run into each other."""

LEAST_LIKENESS = 0.08
"""Notes that are less alike than this are not tied, however lonely."""

OF_FEW = 0.14
"""So much more is asked of four notes or fewer, and less of more: what all have in common is not taken out there."""

_ROWS = 256
"""Rows of likenesses held at once: 5,000 notes need 5 MB, not 100."""

_SWEEPS = 20
_TINY = 1e-9


def _never() -> None:
    pass


@dataclass(frozen=True)
class Graph:
    """`ties[i]` are the neighbours of i with their likeness; `degrees[i]` is its sum, `weight` the sum of all."""

    ties: list[list[tuple[int, float]]]
    degrees: list[float]
    weight: float

    def __len__(self) -> int:
        return len(self.ties)

    @cached_property
    def edges(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """All ties as arrays: from, to, likeness."""
        first = np.repeat(np.arange(len(self)), [len(ties) for ties in self.ties])
        flat = [tie for ties in self.ties for tie in ties]
        return first, np.array([at for at, _ in flat], dtype=np.int64), np.array([weight for _, weight in flat])


def neighbours(vectors: Matrix, check: Callable[[], None] = _never) -> Graph:
    """Tie each of the n unit vectors (n×d) to the `NEIGHBOURS` nearest that are like it enough, and they to it."""
    count = len(vectors)
    ties: list[dict[int, float]] = [{} for _ in range(count)]
    most = min(NEIGHBOURS, count - 1)
    least = LEAST_LIKENESS + OF_FEW * min(1.0, 4 / max(1, count))
    for start in range(0, count, _ROWS):
        check()
        likeness = vectors[start : start + _ROWS] @ vectors.T
        rows = np.arange(len(likeness))
        likeness[rows, rows + start] = -2.0
        nearest = np.argpartition(likeness, count - most - 1, axis=1)[:, count - most :]
        picked = likeness[rows[:, None], nearest].round(5)  # what sums differ by from machine to machine
        for row, (at, near) in enumerate(zip(nearest.tolist(), picked.tolist(), strict=True)):
            for other, weight in zip(at, near, strict=True):
                if weight >= least:
                    ties[start + row][other] = weight
                    ties[other][start + row] = weight
    ordered = [sorted(tie.items()) for tie in ties]
    degrees = [sum(weight for _, weight in tie) for tie in ordered]
    return Graph(ordered, degrees, sum(degrees) or 1.0)


def settled(graph: Graph, labels: Sequence[int], held: Sequence[bool], resolution: float) -> Labels:
    """`labels` after each note that is not `held` moved, again and again, to the neighbouring group it fits best.

    Labels are 0..n-1. A note that fits nowhere gets a label that nobody has. After the first round only those are
    asked again of whom a neighbour moved (Traag, Waltman and van Eck 2019).
    """
    home = list(labels)
    share = resolution / graph.weight
    totals = [0.0] * (len(graph) + 1)
    sizes = [0] * (len(graph) + 1)
    for at, label in enumerate(home):
        totals[label] += graph.degrees[at]
        sizes[label] += 1
    empty = [label for label, size in enumerate(sizes) if not size][::-1]
    waiting = deque(at for at, degree in enumerate(graph.degrees) if degree and not held[at])
    asked = [degree > 0 and not hold for degree, hold in zip(graph.degrees, held, strict=True)]
    for _ in range(_SWEEPS * len(graph)):
        if not waiting:
            break
        at = waiting.popleft()
        asked[at] = False
        old, degree = home[at], graph.degrees[at]
        totals[old] -= degree
        sizes[old] -= 1
        new = _best_home(graph.ties[at], home, totals, share * degree, old)
        if new is None:
            new = old if not sizes[old] else empty.pop()
        elif not sizes[old] and new != old:
            empty.append(old)
        totals[new] += degree
        sizes[new] += 1
        if new != old:
            home[at] = new
            for other, _weight in graph.ties[at]:
                if home[other] != new and not asked[other] and not held[other]:
                    asked[other] = True
                    waiting.append(other)
    return home


def _best_home(
    ties: Sequence[tuple[int, float]], home: Labels, totals: Sequence[float], chance: float, old: int
) -> int | None:
    """The group among the neighbours' that gains most by this note, or None where every group would lose."""
    inside: dict[int, float] = {}
    for other, weight in ties:
        label = home[other]
        inside[label] = inside.get(label, 0.0) + weight
    best, most = old, inside.get(old, 0.0) - chance * totals[old]
    for label, weight in inside.items():  # in the order of the notes: ties go to the group of the earlier
        gain = weight - chance * totals[label]
        if gain > most + _TINY:
            best, most = label, gain
    return best if most > -_TINY else None


@dataclass(frozen=True, slots=True)
class Merge:
    """Group `gone` joined group `kept`; `gain` is what that did to the modularity."""

    kept: int
    gone: int
    gain: float


def merges(graph: Graph, labels: Sequence[int], barred: Pairs, resolution: float) -> list[Merge]:
    """How the groups of `labels` (0..m-1, all in use) merge, the best pair first, until one is left or none may.

    `barred` (m×m) holds for pairs that never merge, nor do the groups they become part of. Gains fall below 0 where
    merging does harm.
    """
    gains = np.where(barred, -np.inf, _gains(graph, labels, len(barred), resolution))
    np.fill_diagonal(gains, -np.inf)
    done = []
    for _ in range(len(barred) - 1):
        kept, gone = sorted(divmod(int(gains.argmax()), len(barred)))
        gain = float(gains[kept, gone])
        if not np.isfinite(gain):
            break
        done.append(Merge(kept, gone, gain))
        gains[kept] += gains[gone]  # what is barred for one is barred for both: -inf stays
        gains[:, kept] = gains[kept]
        gains[gone] = gains[:, gone] = -np.inf
    return done


def _gains(graph: Graph, labels: Sequence[int], count: int, resolution: float) -> NDArray[np.float64]:
    """What the merge of each pair of groups would do to the modularity, half of it; count×count."""
    of = np.array(labels, dtype=np.int64)
    first, second, weights = graph.edges
    between = np.bincount(of[first] * count + of[second], weights, count * count).reshape(count, count)
    # A graph that is part of another one has its notes' degrees from there.
    degrees = np.bincount(of, graph.degrees, count)
    gains: NDArray[np.float64] = between / graph.weight - resolution * np.outer(degrees, degrees) / graph.weight**2
    return gains.round(12)


def counted_off(labels: Sequence[int]) -> Labels:
    """The same groups with labels 0..m-1, in the order in which they first appear."""
    seen: dict[int, int] = {}
    return [seen.setdefault(label, len(seen)) for label in labels]
