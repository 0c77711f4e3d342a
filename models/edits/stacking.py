"""Edits that stack a group into one pile, and lay it out again."""

from collections.abc import Iterable
from dataclasses import replace

from models.board import Cluster
from models.edits.change import Edit, merged, put
from models.edits.locking import holds_locked
from models.edits.room import room_made
from models.ground import Ground
from models.layout import group_places, on_board, pile_places
from models.workshop import Workshop


def stack_cluster(workshop: Workshop, cluster_id: str) -> Edit:
    """A group's notes lie as one pile at the group's upper left, the last on top; not where one of them is locked."""
    return _laid(workshop, "cluster_stacked", cluster_id, stacked=True)


def unstack_cluster(workshop: Workshop, cluster_id: str, ground: Ground | None = None) -> Edit:
    """A pile's notes lie side by side again, where they cover no others; not where one of them is locked."""
    return unstack_clusters(workshop, [cluster_id], ground)


def unstack_clusters(workshop: Workshop, cluster_ids: Iterable[str], ground: Ground | None = None) -> Edit:
    """The same of several piles at once."""
    ids = dict.fromkeys(cluster_ids)
    edit = merged("cluster_unstacked", *(_laid(workshop, "", cluster_id, stacked=False) for cluster_id in ids))
    spread = (change.entity.id for change in edit.changes if isinstance(change.entity, Cluster))
    return room_made(workshop, edit, spread, ground) if edit.changes else edit


def _laid(workshop: Workshop, kind: str, cluster_id: str, *, stacked: bool) -> Edit:
    cluster, members = workshop.clusters[cluster_id], workshop.members(cluster_id)
    if not members or cluster.stacked == stacked or holds_locked(workshop, cluster_id):
        return Edit(kind, ())
    x, y = min(note.x for note in members), min(note.y for note in members)
    places = (pile_places if stacked else group_places)(len(members), x, y)
    laid = (on_board(*place) for place in places)
    notes = (replace(note, x=x, y=y) for note, (x, y) in zip(members, laid, strict=True))
    return put(workshop, kind, replace(cluster, stacked=stacked), *notes)
