"""One suggestion at every grain, coarse to fine: each step splits one group and leaves the others as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.grouping.communities import Graph, Labels, Merge, Pairs, counted_off, merges, settled

RESOLUTION = 2.5
"""At this the groups of boards with known themes are as many as the themes (docs/grouping.md)."""

FINER = 2 * RESOLUTION
"""The finest grain."""

FAMILY_RESOLUTION = 1.2
"""At this groups are near enough to be a group of groups."""

MOST_GROUPS = 12
"""As many groups as a room can read are suggested at first; the existing ones count."""


@dataclass(frozen=True, slots=True)
class Grains:
    """`levels[i]` is the group of each node at step i, coarse to fine; `best` is the step to begin with.

    Labels are 0..m-1 in the order of the nodes, anew at each level. `families` are the groups of groups of the level
    `best`, for each of its labels.
    """

    levels: tuple[Labels, ...]
    best: int
    families: Labels


def grains(graph: Graph, owners: Sequence[int | None]) -> Grains:
    """All grains for the nodes of `graph`; nodes with the same owner are one group that exists and stays whole."""
    start, held = _singles(owners)
    fine = counted_off(settled(graph, start, held, FINER))
    steps = merges(graph, fine, _existing_apart(fine, owners), RESOLUTION)
    best = counted_off(_after(fine, [merge for merge in steps if merge.gain > 0]))
    best = counted_off(settled(graph, best, held, RESOLUTION))
    above, below = _above(graph, best, owners), _below(graph, best, owners)
    too_many = max(0, max(best, default=0) + 1 - MOST_GROUPS)
    return Grains((*above, best, *below), max(0, len(above) - too_many), _families(graph, best))


def _singles(owners: Sequence[int | None]) -> tuple[Labels, list[bool]]:
    """Each node by itself, but those of an existing group together; which nodes are held."""
    first: dict[int, int] = {}
    labels = [at if owner is None else first.setdefault(owner, at) for at, owner in enumerate(owners)]
    return labels, [owner is not None for owner in owners]


def _existing_apart(labels: Labels, owners: Sequence[int | None]) -> Pairs:
    """Pairs of groups that exist already: they never merge."""
    existing = np.zeros(max(labels, default=-1) + 1, dtype=bool)
    existing[[label for label, owner in zip(labels, owners, strict=True) if owner is not None]] = True
    return np.outer(existing, existing)


def _after(labels: Labels, done: Sequence[Merge]) -> Labels:
    """`labels` once these merges are done."""
    into = list(range(max(labels, default=-1) + 1))
    for merge in done:
        into = [merge.kept if label == merge.gone else label for label in into]
    return [into[label] for label in labels]


def _above(graph: Graph, best: Labels, owners: Sequence[int | None]) -> list[Labels]:
    """The coarser levels, coarsest first, down to two groups where that may be."""
    steps = merges(graph, best, _existing_apart(best, owners), RESOLUTION)
    most = max(best, default=0) - 1
    return [counted_off(_after(best, steps[:done])) for done in range(min(len(steps), most), 0, -1)]


def _below(graph: Graph, best: Labels, owners: Sequence[int | None]) -> list[Labels]:
    """The finer levels: groups fall apart one after the other, those first whose halves have least in common."""
    inside = _within(graph, best)
    start, held = _singles(owners)
    fine = settled(inside, start, held, FINER)
    fine = counted_off([label * len(best) + home for label, home in zip(fine, best, strict=True)])
    homes = np.zeros(max(fine, default=-1) + 1, dtype=np.int64)
    homes[fine] = best
    steps = merges(inside, fine, homes[:, None] != homes[None, :], FINER)
    return [counted_off(_after(fine, steps[:done])) for done in range(len(steps) - 1, -1, -1)]


def _within(graph: Graph, labels: Labels) -> Graph:
    """The same graph without ties between groups; a note is as strongly tied to all others as before."""
    ties = [[tie for tie in near if labels[tie[0]] == labels[at]] for at, near in enumerate(graph.ties)]
    return Graph(ties, graph.degrees, graph.weight)


def _families(graph: Graph, best: Labels) -> Labels:
    """For each group the group of groups it is of; existing ones may be together there."""
    count = max(best, default=-1) + 1
    steps = merges(graph, best, np.zeros((count, count), dtype=bool), FAMILY_RESOLUTION)
    return counted_off(_after(list(range(count)), [merge for merge in steps if merge.gain > 0]))
