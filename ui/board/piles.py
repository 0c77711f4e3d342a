"""Piles: which notes of stacked groups lie wholly under others, and of which only an edge is seen."""

from collections.abc import Iterable

from models.board import Cluster, Note


class Piles:
    """`covered` notes are not painted; of `edges` the paper is, without words; `tops` are whole."""

    def __init__(self) -> None:
        self.covered: set[str] = set()
        self.edges: set[str] = set()
        self.tops: dict[str, str] = {}
        """By the ids of the groups."""
        self._of: dict[str, tuple[set[str], set[str]]] = {}

    def __contains__(self, cluster_id: str) -> bool:
        return cluster_id in self._of

    def follow(self, cluster: Cluster, notes: Iterable[Note]) -> None:
        """A group became a pile, is one no more, or has other notes."""
        self.forget(cluster.id)
        lying = sorted(notes, key=lambda note: (note.order, note.id))
        if not cluster.stacked or not lying:
            return
        top = {(note.x, note.y): note.id for note in lying}  # the last at each place lies on the others
        seen = set(top.values())
        self.tops[cluster.id] = lying[-1].id
        covered, edges = {note.id for note in lying} - seen, seen - {lying[-1].id}
        self._of[cluster.id] = covered, edges
        self.covered |= covered
        self.edges |= edges

    def forget(self, cluster_id: str) -> None:
        """A group is gone."""
        covered, edges = self._of.pop(cluster_id, (set(), set()))
        self.covered -= covered
        self.edges -= edges
        self.tops.pop(cluster_id, None)
