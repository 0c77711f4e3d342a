"""One suggestion at every grain, coarse to fine: each step splits one group and leaves the others as they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.grouping.communities import Graph, Labels, Merge, Pairs, counted_off, merges, settled

RESOLUTION = 2.5
"""At this the groups of boards with known themes are as many as the themes (docs/grouping.md)."""

FINER = 2.0
"""The finest grain has so many times the resolution."""

ROOM = 16
"""A board of few notes has few groups: with n notes the resolution is at most 1 + n / this."""

FAMILY_RESOLUTION = 1.2
"""At this groups are near enough to be a group of groups."""

MOST_GROUPS = 12
"""As many groups as a room can read are suggested at first; the existing ones count."""


@dataclass(frozen=True)
class Grains:
    """All grains, coarse to fine, by steps: each splits one group of the step before.

    `middle` are the groups found, one for each node; `above` the merges that make them fewer; `fine` the finest groups
    and `below` the merges that lead from there to the middle. Labels are 0..m-1 in the order of the nodes. `best` is
    the step to begin with; `families` are the groups of groups of that step, for each of its labels.
    """

    middle: Labels
    above: Sequence[Merge]
    fine: Labels
    below: Sequence[Merge]
    best: int
    families: Labels

    def __len__(self) -> int:
        return len(self.above) + 1 + len(self.below)

    def count(self, step: int) -> int:
        """How many groups a step has."""
        return max(self.middle, default=-1) + 1 + step - len(self.above)

    def level(self, step: int) -> Labels:
        """The group of each node at a step."""
        finer = step - len(self.above)
        if finer > 0:
            return counted_off(_after(self.fine, self.below[: len(self.below) - finer]))
        return counted_off(_after(self.middle, self.above[:-finer])) if finer else self.middle


def grains(graph: Graph, owners: Sequence[int | None]) -> Grains:
    """All grains for the nodes of `graph`; nodes with the same owner are one group that exists and stays whole."""
    start, held = _singles(owners)
    resolution = resolution_for(len(graph))
    fine = counted_off(settled(graph, start, held, FINER * resolution))
    steps = merges(graph, fine, _existing_apart(fine, owners), resolution)
    middle = counted_off(_after(fine, [merge for merge in steps if merge.gain > 0]))
    middle = counted_off(settled(graph, middle, held, resolution))
    above = merges(graph, middle, _existing_apart(middle, owners), resolution)[: max(0, max(middle, default=0) - 1)]
    fine, below = _below(graph, middle, fine)
    groups = sum(count > 1 for count in Counter(middle).values())
    best = max(0, len(above) - max(0, groups - MOST_GROUPS))
    return Grains(middle, above, fine, below, best, _families(graph, _after(middle, above[: len(above) - best])))


def resolution_for(notes: int) -> float:
    """The resolution for a board of so many notes."""
    return min(RESOLUTION, 1.0 + notes / ROOM)


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


def _below(graph: Graph, middle: Labels, fine: Labels) -> tuple[Labels, list[Merge]]:
    """The finest groups, and how they merge into those of the middle: those that have most in common first."""
    finest = counted_off([label * len(middle) + home for label, home in zip(fine, middle, strict=True)])
    homes = np.zeros(max(finest, default=-1) + 1, dtype=np.int64)
    homes[finest] = middle
    resolution = FINER * resolution_for(len(graph))
    return finest, merges(_within(graph, middle), finest, homes[:, None] != homes[None, :], resolution)


def _within(graph: Graph, labels: Labels) -> Graph:
    """The same graph without ties between groups; a note is as strongly tied to all others as before."""
    ties = [[tie for tie in near if labels[tie[0]] == labels[at]] for at, near in enumerate(graph.ties)]
    return Graph(ties, graph.degrees, graph.weight)


def _families(graph: Graph, labels: Labels) -> Labels:
    """For each group the group of groups it is of; existing ones may be together there."""
    best = counted_off(labels)
    count = max(best, default=-1) + 1
    steps = merges(graph, best, np.zeros((count, count), dtype=bool), FAMILY_RESOLUTION)
    return counted_off(_after(list(range(count)), [merge for merge in steps if merge.gain > 0]))
