"""Edits of families: groups of groups, the second stage of the KJ method."""

from collections.abc import Iterable
from dataclasses import replace

from models.board import Family
from models.edits.change import Edit, merged, new_id, next_order, put, remove
from models.edits.clusters import MAX_TITLE_CHARS
from models.edits.heirs import settled
from models.text import clean_line
from models.workshop import Workshop


def form_family(workshop: Workshop, cluster_ids: Iterable[str], title: str = "") -> Edit:
    """Groups brought together into a new, bigger one; the families they leave empty go."""
    known = _known(workshop, cluster_ids)
    if not known:
        return Edit("family_formed", ())
    family = Family(new_id(), next_order(workshop.families.values()), clean_line(title, MAX_TITLE_CHARS))
    return _in_family(workshop, "family_formed", known, family.id, family)


def join_family(workshop: Workshop, cluster_ids: Iterable[str], family_id: str) -> Edit:
    """Groups put into a family; the families they leave empty go."""
    if family_id not in workshop.families:
        return Edit("family_joined", ())
    return _in_family(workshop, "family_joined", _known(workshop, cluster_ids), family_id)


def leave_family(workshop: Workshop, cluster_ids: Iterable[str]) -> Edit:
    """Groups taken out of their families; the families they leave empty go."""
    freed = (replace(workshop.clusters[i], family_id=None) for i in _known(workshop, cluster_ids))
    return settled(workshop, put(workshop, "family_left", *freed))


def rename_family(workshop: Workshop, family_id: str, title: str) -> Edit:
    """A family's title, one line."""
    family = workshop.families[family_id]
    return put(workshop, "family_named", replace(family, title=clean_line(title, MAX_TITLE_CHARS)))


def dissolve_family(workshop: Workshop, family_id: str) -> Edit:
    """A family's groups stand for themselves again, and stay where they lie; its relations go."""
    members = [cluster.id for cluster in workshop.ordered_clusters() if cluster.family_id == family_id]
    gone = remove("family_dissolved", workshop.families[family_id])
    freed = put(workshop, "", *(replace(workshop.clusters[i], family_id=None) for i in members))
    return settled(workshop, merged("family_dissolved", gone, freed))


def _known(workshop: Workshop, cluster_ids: Iterable[str]) -> list[str]:
    return [i for i in dict.fromkeys(cluster_ids) if i in workshop.clusters]


def _in_family(workshop: Workshop, kind: str, cluster_ids: list[str], family_id: str, *new: Family) -> Edit:
    members = (replace(workshop.clusters[i], family_id=family_id) for i in cluster_ids)
    return settled(workshop, put(workshop, kind, *new, *members))
