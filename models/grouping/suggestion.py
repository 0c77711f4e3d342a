"""A suggestion at every grain: what a slider moves through, worked out once and cut anew in a few milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.board import Note
from models.grouping.evidence import Evidence
from models.grouping.grains import Grains
from models.grouping.learned import Vectors
from models.grouping.proposal import (
    NO_HAND,
    Hand,
    Proposal,
    SuggestedFamily,
    SuggestedGroup,
    SuggestedMember,
    Sureness,
)

LEAST_LIKENESS = 0.07
"""A note that is less like the rest of its group than this is left alone: better no place than a wrong one."""

PLAIN, WEAK = 0.15, 0.03
"""By so much a note is nearer to its group than to the next best where that is plain, and by less where it is weak.

On boards with known themes half of the weak notes are in a group of another theme, and one in eight of the plain ones.
"""

_NOWHERE = -1

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Board:
    """What a suggestion was made from.

    A node is one text of one owner: equal notes that are free, or equal notes of one group. `holders[i]` are the notes
    of node i, `owners[i]` the group it is already in; a title is a node without notes, and `titles` has them by the
    group. `loose` are notes that take no part and stay alone. `vectors` are the nodes' unit vectors
    (`meaning.meanings`); `by_words_only` says that sentences had no part in them.
    """

    holders: Sequence[Sequence[Note]]
    owners: Sequence[str | None]
    titles: dict[str, str]
    loose: Sequence[Note]
    evidence: Evidence
    vectors: Vectors
    by_words_only: bool = False


@dataclass(frozen=True)
class Suggestion:
    """Groups at every grain: `steps[i]` is how many groups step i has, coarse to fine; `best` is where to begin.

    `by_words_only` says that no sentences could be compared (there is no encoder here).
    """

    board: Board
    grains: Grains
    _cuts: dict[int, "_Cut"] = field(default_factory=dict, repr=False, compare=False)

    @property
    def by_words_only(self) -> bool:
        """Whether only words were compared."""
        return self.board.by_words_only

    @property
    def steps(self) -> tuple[int, ...]:
        """How many groups each grain has, coarse to fine; those of single notes, which stay alone, are counted."""
        return tuple(self.grains.count(step) for step in range(len(self.grains)))

    @property
    def best(self) -> int:
        """The step to begin with."""
        return self.grains.best

    def at(self, step: int | None = None, hand: Hand = NO_HAND) -> Proposal:
        """The groups at a grain (the best if None), as `hand` puts them right."""
        return self._cut(self.best if step is None else step).proposal(self.board, hand)

    def families(self, step: int | None = None) -> tuple[SuggestedFamily, ...]:
        """Groups of groups at a grain: those with two groups or more, the largest first."""
        cut = self._cut(self.best if step is None else step)
        found: dict[int, list[int]] = {}
        for label, node in enumerate(cut.first_nodes):
            found.setdefault(self.grains.families[self._best_labels[node]], []).append(label)
        shown = set(cut.shown_labels(self.board))
        families = [[label for label in labels if label in shown] for labels in found.values()]
        families = sorted((labels for labels in families if len(labels) > 1), key=lambda labels: (-len(labels), labels))
        return tuple(
            SuggestedFamily(
                tuple(cut.key(label) for label in labels),
                self.board.evidence.group_reason([node for label in labels for node in cut.nodes(label)]),
            )
            for labels in families
        )

    def titles(self, group: SuggestedGroup) -> tuple[str, ...]:
        """Up to three proposals for the title, the best first; an existing title alone where there is one."""
        kept = self.board.titles.get(group.cluster_id or "")
        return (kept,) if kept else self.board.evidence.titles(self._nodes_of(group))

    def reason(self, group: SuggestedGroup) -> str:
        """What holds a group together and what sets it apart, in the interface's language."""
        return self.board.evidence.group_reason(self._nodes_of(group))

    def why(self, member: SuggestedMember, group: SuggestedGroup) -> str:
        """Why a note is in a group: one short sentence in the interface's language."""
        return self.board.evidence.member_reason(self._node_of[member.note_id], self._nodes_of(group))

    @cached_property
    def _node_of(self) -> dict[str, int]:
        return {note.id: node for node, notes in enumerate(self.board.holders) for note in notes}

    @cached_property
    def _best_labels(self) -> Sequence[int]:
        return self.grains.level(self.best)

    @cached_property
    def _finest(self) -> "_Finest":
        return _Finest.of(np.array(self.grains.fine, dtype=np.int64), self.board)

    def _nodes_of(self, group: SuggestedGroup) -> list[int]:
        own = [node for node, owner in enumerate(self.board.owners) if owner and owner == group.cluster_id]
        return sorted({*own, *(self._node_of[note_id] for note_id in group.note_ids)})

    def _cut(self, step: int) -> "_Cut":
        if step not in self._cuts:
            fitting = self._cut(self.best) if step < self.best else None
            labels = np.array(self.grains.level(step), dtype=np.int64)
            self._cuts[step] = _Cut(labels, self.board, self._finest, fitting)
        return self._cuts[step]


@dataclass(frozen=True)
class _Finest:
    """What every grain is made up of: the finest groups, and how near each node is to each, summed over its members."""

    labels: Places
    weights: Vectors
    near: Vectors

    @classmethod
    def of(cls, labels: Places, board: Board) -> "_Finest":
        """For the finest `labels` of a board; nodes×groups."""
        weights = _weights(board)
        belongs = np.zeros((int(labels.max(initial=-1)) + 1, len(labels)), dtype=np.float32)
        belongs[labels, np.arange(len(labels))] = weights
        return cls(labels, weights, board.vectors @ (belongs @ board.vectors).T)

    def summed(self, labels: Places, count: int) -> Vectors:
        """The same for coarser `labels`, each of which holds whole finest groups."""
        into = np.zeros((self.near.shape[1], count), dtype=np.float32)
        into[self.labels, labels] = 1.0
        return self.near @ into


class _Cut:
    """The nodes' groups at one grain, and how near each node is to each group.

    In large groups many notes are little alike: what fits at the grain to begin with (`fitting`) fits at coarser ones.
    """

    def __init__(self, labels: Places, board: Board, finest: _Finest, fitting: "_Cut | None" = None) -> None:
        self._fitting = fitting
        self._measure(labels, finest)
        several = np.array([len(notes) > 1 for notes in board.holders], dtype=bool)
        free = np.array([owner is None for owner in board.owners], dtype=bool)
        while len(astray := np.flatnonzero(several & free & ~self.fits)):
            labels = self.labels.copy()  # equal notes that fit nowhere are a group of their own
            labels[astray] = int(labels.max()) + 1 + np.arange(len(astray))
            labels = np.unique(labels, return_inverse=True)[1]
            self._measure(labels, _Finest.of(labels, board))
        self.first_nodes = [int(nodes[0]) for nodes in self._by_label]
        self._look_around(self.shown_labels(board))

    def _measure(self, labels: Places, finest: _Finest) -> None:
        count, at, weights = int(labels.max(initial=-1)) + 1, np.arange(len(labels)), finest.weights
        sizes = np.bincount(labels, weights, count).astype(np.float32)
        sums = finest.summed(labels, count)
        others = sizes[labels] - weights
        own = np.where(others > 0, (sums[at, labels] - weights) / np.maximum(others, 1.0), 1.0)
        means = sums / np.maximum(sizes, 1.0)
        means[at, labels] = -2.0
        self.labels = labels
        self.strength = own.round(4)
        self._others = means.round(4)
        self._by_label = [np.flatnonzero(labels == label) for label in range(count)]
        self._keys = [f"{nodes[0]}-{nodes[-1]}-{len(nodes)}" for nodes in self._by_label]
        self.fits = self.strength >= LEAST_LIKENESS
        if self._fitting is not None:
            self.fits |= self._fitting.fits

    def _look_around(self, shown: Sequence[int]) -> None:
        """The next best of the other groups that are `shown`, and by how much the own is nearer than anything else."""
        self.margin = self.strength - self._others.max(axis=1, initial=-1.0)
        near = self._others[:, shown]
        best = near.argmax(axis=1) if shown else np.zeros(len(near), dtype=np.int64)
        there = near.max(axis=1, initial=-2.0) > -2.0
        self.next_best = np.where(there, np.array([*shown, _NOWHERE])[best], _NOWHERE)
        del self._others

    def nodes(self, label: int) -> list[int]:
        """The nodes of a group."""
        return [int(node) for node in self._by_label[label]]

    def key(self, label: int) -> str:
        """A name of the group that it has at every grain at which it is the same."""
        return self._keys[label]

    def shown_labels(self, board: Board) -> list[int]:
        """The labels that make a group: more than one note that fits, or an existing group with a note that does."""
        free = np.array([owner is None for owner in board.owners], dtype=bool)
        fitting = np.array([len(notes) for notes in board.holders]) * (free & self.fits)
        counts = np.bincount(self.labels, fitting, len(self._by_label))
        existing = np.bincount(self.labels, ~free, len(self._by_label)) > 0
        return [int(label) for label in np.flatnonzero((counts > 1) | existing & (counts > 0))]

    def proposal(self, board: Board, hand: Hand) -> Proposal:
        """Groups and lone notes; what a hand put right comes last and so wins."""
        homes, members = self._members(board)
        shown = set(self.shown_labels(board))
        homes = {note_id: label for note_id, label in homes.items() if label in shown}
        _put_right(homes, members, self._existing_homes(board), hand)
        owners = {label: owner for label, owner in zip(self.labels.tolist(), board.owners, strict=True) if owner}
        gathered: dict[int, list[SuggestedMember]] = {}
        for note_id, label in homes.items():
            gathered.setdefault(label, []).append(members[note_id])
        gathered = {label: held for label, held in gathered.items() if len(held) > 1 or label in owners}
        order = {note.id: note.order for notes in board.holders for note in notes}
        groups = []
        for label, held in gathered.items():
            held.sort(key=lambda member: (-member.strength, order[member.note_id], member.note_id))
            groups.append(SuggestedGroup(self.key(label), owners.get(label), tuple(held)))
        groups.sort(key=lambda group: (group.cluster_id is None, -len(group.members), group.key))
        return Proposal(tuple(groups), _alone(board, gathered))

    def _existing_homes(self, board: Board) -> dict[str, int]:
        """The label of each note that is in a group already."""
        labelled = zip(self.labels.tolist(), board.owners, board.holders, strict=True)
        return {note.id: label for label, owner, notes in labelled if owner is not None for note in notes}

    def _members(self, board: Board) -> tuple[dict[str, int], dict[str, SuggestedMember]]:
        """For each free note its label, if it fits there, and what it would be as a member."""
        homes: dict[str, int] = {}
        members: dict[str, SuggestedMember] = {}
        told = zip(
            self.strength.tolist(), self.margin.tolist(), self.next_best.tolist(), self.fits.tolist(), strict=True
        )
        for owner, notes, label, (strength, margin, near, fits) in zip(
            board.owners, board.holders, self.labels.tolist(), told, strict=True
        ):
            if owner is not None:
                continue
            sureness, next_best = sureness_of(strength, margin), None if near == _NOWHERE else self.key(near)
            shown = round(min(1.0, max(0.0, strength)), 3)
            for note in notes:
                members[note.id] = SuggestedMember(note.id, shown, sureness, next_best)
                if fits:
                    homes[note.id] = label
        return homes, members


def sureness_of(strength: float, margin: float) -> Sureness:
    """How sure a note's place is, by its mean likeness to its group and by how much less it is like any other."""
    if margin >= PLAIN and strength >= LEAST_LIKENESS:
        return Sureness.PLAIN
    return Sureness.WEAK if margin < WEAK or strength < 1.5 * LEAST_LIKENESS else Sureness.FAIR


def _weights(board: Board) -> NDArray[np.float32]:
    """How much each node counts for what its group is like: a title nothing, where there are notes to go by."""
    with_notes = {owner for owner, notes in zip(board.owners, board.holders, strict=True) if notes}
    told = [bool(notes) or owner not in with_notes for owner, notes in zip(board.owners, board.holders, strict=True)]
    return np.array(told, dtype=np.float32)


def _put_right(
    homes: dict[str, int], members: dict[str, SuggestedMember], existing: dict[str, int], hand: Hand
) -> None:
    for note_id, with_id in {**hand.kept, **hand.moved}.items():
        label = homes.get(with_id, existing.get(with_id))
        if note_id in members and label is not None:
            homes[note_id] = label
            old = members[note_id]
            members[note_id] = SuggestedMember(note_id, old.strength, Sureness.PLAIN, old.next_best)
    for note_id in hand.freed:
        homes.pop(note_id, None)


def _alone(board: Board, gathered: dict[int, list[SuggestedMember]]) -> tuple[str, ...]:
    taken = {member.note_id for held in gathered.values() for member in held}
    free = [note for node, notes in enumerate(board.holders) if board.owners[node] is None for note in notes]
    lone = [note for note in (*free, *board.loose) if note.id not in taken]
    return tuple(note.id for note in sorted(lone, key=lambda note: (note.order, note.id)))
