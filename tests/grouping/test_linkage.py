"""Average linkage, checked against the plainest way to compute it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models.grouping.linkage import AverageLinkage, pooled, settled


def plain_average_linkage(distances: np.ndarray, apart: set[int], limit: float) -> set[frozenset[int]]:
    """Every pair of groups compared at every step, from the original distances."""
    groups = [[at] for at in range(len(distances))]
    while True:
        pairs = [
            (round(float(distances[np.ix_(one, two)].mean()), 9), one, two)
            for place, one in enumerate(groups)
            for two in groups[place + 1 :]
            if not (apart & set(one) and apart & set(two))
        ]
        nearest = min(pairs, default=None, key=lambda pair: pair[0])
        if nearest is None or nearest[0] > limit:
            return {frozenset(group) for group in groups}
        _, one, two = nearest
        groups.remove(two)
        one.extend(two)


@settings(deadline=None, max_examples=60)
@given(size=st.integers(1, 14), seed=st.integers(0, 10_000), limit=st.floats(0, 1), fixed=st.integers(0, 4))
def test_groups_are_those_of_the_plain_way_when_distances_are_random(
    size: int, seed: int, limit: float, fixed: int
) -> None:
    random = np.random.default_rng(seed).random((size, size))
    distances = (random + random.T) / 2
    apart = list(range(min(fixed, size)))
    found = AverageLinkage(distances, [1] * size, apart).run(lambda distance: distance <= limit)
    assert {frozenset(group) for group in found} == plain_average_linkage(distances, set(apart), limit)


def test_bundles_are_averaged_when_they_hold_several_notes() -> None:
    likeness = np.array([[1.0, 0.5, 0.2], [0.5, 1.0, 0.4], [0.2, 0.4, 1.0]])
    assert np.allclose(pooled(likeness, [[0, 2], [1]]), [[0.6, 0.45], [0.45, 1.0]])


def test_a_stranger_leaves_when_it_is_like_no_group() -> None:
    likeness = np.array([[1.0, 0.8, -0.2], [0.8, 1.0, -0.2], [-0.2, -0.2, 1.0]])
    assert settled([[0, 1, 2]], likeness, [1, 1, 1], [], 0.05) == [[0, 1]]
    assert settled([[0, 1, 2]], likeness, [1, 1, 1], [2], 0.05) == [[0, 1, 2]]
