"""Edits that stack a group into one pile, and lay it out again."""

from dataclasses import replace

from models.edits.change import Edit, put
from models.edits.locking import holds_locked
from models.edits.room import room_made
from models.ground import Ground
from models.layout import group_places, on_board, pile_places
from models.workshop import Workshop


def stack_cluster(workshop: Workshop, cluster_id: str) -> Edit:
    """A group's notes lie as one pile, the first on top at the group's upper left; not where one of them is locked."""
    return _laid(workshop, "cluster_stacked", cluster_id, stacked=True)


def unstack_cluster(workshop: Workshop, cluster_id: str, ground: Ground | None = None) -> Edit:
    """A pile's notes lie side by side again, where they cover no others; not where one of them is locked."""
    edit = _laid(workshop, "cluster_unstacked", cluster_id, stacked=False)
    return room_made(workshop, edit, [cluster_id], ground) if edit.changes else edit


def _laid(workshop: Workshop, kind: str, cluster_id: str, *, stacked: bool) -> Edit:
    cluster = workshop.clusters[cluster_id]
    if cluster.stacked == stacked or holds_locked(workshop, cluster_id):
        return Edit(kind, ())
    members = workshop.members(cluster_id)
    x, y = min(note.x for note in members), min(note.y for note in members)
    places = (pile_places if stacked else group_places)(len(members), x, y)
    laid = (on_board(*place) for place in places)
    notes = (replace(note, x=x, y=y) for note, (x, y) in zip(members, laid, strict=True))
    return put(workshop, kind, replace(cluster, stacked=stacked), *notes)
