"""Edits of groups: bringing notes together, naming, merging, splitting, freeing, and taking a suggestion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.board import Cluster, Note
from models.edits.change import Change, Edit, applied, merged, new_id, next_order, put
from models.edits.heirs import settled
from models.edits.locking import unlocked
from models.edits.stacking import unstack_clusters
from models.layout import Place, bottom, group_places, on_board, pile_places, places_beside
from models.packing import Group, arranged
from models.text import clean, clean_line
from models.workshop import Workshop

MAX_TITLE_CHARS = 60
MAX_WORDING_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Gathering:
    """Notes that are to form a group, or to join `cluster_id`; `title` only names a new group."""

    note_ids: tuple[str, ...]
    title: str = ""
    cluster_id: str | None = None


def _joined(workshop: Workshop, note_ids: Iterable[str], cluster_id: str, placed: bool) -> list[Change]:
    """Notes become members and lie down beside the present ones, none of whom moves."""
    joining = [workshop.notes[i] for i in note_ids if workshop.notes[i].cluster_id != cluster_id]
    if not joining:
        return []
    peopled, first, count = workshop.noted.inside(cluster_id), joining[0], len(joining)
    places = joined_places(workshop, cluster_id, count) if peopled else group_places(count, first.x, first.y)
    return [
        Change(note, replace(note, x=x, y=y, cluster_id=cluster_id, placed=note.placed or placed))
        for note, (x, y) in zip(joining, (on_board(*place) for place in places), strict=True)
    ]


def joined_places(workshop: Workshop, cluster_id: str, count: int) -> list[Place]:
    """Places for `count` notes that join a group: beside its notes, of which there is one at least, or on its pile."""
    members = workshop.members(cluster_id)
    if not workshop.clusters[cluster_id].stacked:
        return places_beside(members, count)
    x, y = min(note.x for note in members), min(note.y for note in members)
    return pile_places(len(members) + count, x, y)[len(members) :]


def group_notes(workshop: Workshop, note_ids: Sequence[str], title: str = "") -> Edit:
    """Notes brought together by hand into a new group around the first of them; groups left empty go.

    What hangs on lone notes is the group's from now on. Locked notes stay where they are, here and in what follows.
    """
    loose = unlocked(workshop, note_ids)
    if not loose:
        return Edit("notes_grouped", ())
    cluster = Cluster(new_id(), next_order(workshop.clusters.values()), clean_line(title, MAX_TITLE_CHARS))
    changes = _joined(workshop, loose, cluster.id, placed=True)
    return settled(workshop, Edit("notes_grouped", (Change(None, cluster), *changes)))


def add_to_cluster(workshop: Workshop, note_ids: Iterable[str], cluster_id: str) -> Edit:
    """Notes put into a group by hand; the groups they leave empty go, what hangs on lone notes is the group's."""
    joining = sorted(unlocked(workshop, note_ids), key=lambda i: workshop.notes[i].order)
    return settled(workshop, Edit("notes_joined", tuple(_joined(workshop, joining, cluster_id, placed=True))))


def free_notes(workshop: Workshop, places: Mapping[str, tuple[float, float]]) -> Edit:
    """Notes taken out of their groups, to where they were dropped; groups left empty go. They take nothing along."""
    moved = ((workshop.notes[i], *on_board(*places[i])) for i in unlocked(workshop, places))
    freed = (replace(note, x=x, y=y, cluster_id=None, placed=True) for note, x, y in moved)
    return settled(workshop, put(workshop, "notes_freed", *freed))


def rename_cluster(workshop: Workshop, cluster_id: str, title: str) -> Edit:
    """A group's title (表札), one line."""
    cluster = workshop.clusters[cluster_id]
    return put(workshop, "cluster_named", replace(cluster, title=clean_line(title, MAX_TITLE_CHARS)))


def word_cluster(workshop: Workshop, cluster_id: str, *, opinions: str, measures: str) -> Edit:
    """The facilitator's wording of a group for the papers."""
    worded = replace(
        workshop.clusters[cluster_id],
        opinions=clean(opinions, MAX_WORDING_CHARS),
        measures=clean(measures, MAX_WORDING_CHARS),
    )
    return put(workshop, "cluster_worded", worded)


def merge_clusters(workshop: Workshop, cluster_ids: Sequence[str]) -> Edit:
    """The first group takes in the others, with their notes, dots, decisions, actions and relations.

    Its title, its family and its place in the matrix stay, or are the first that there are; what was worded for the
    papers is put one below the other. Locked notes come along and stay where they lie.
    """
    heir, *others = dict.fromkeys(cluster_ids)
    notes = [note for other in others for note in workshop.members(other)]
    changes = [
        *_joined(workshop, unlocked(workshop, (note.id for note in notes)), heir, placed=True),
        *(Change(note, replace(note, cluster_id=heir)) for note in notes if note.locked),
        *put(workshop, "", _all_in_one([workshop.clusters[i] for i in (heir, *others)])).changes,
        *(Change(workshop.clusters[other], None) for other in others),
    ]
    return settled(workshop, Edit("clusters_merged", tuple(changes)), dict.fromkeys(others, heir))


def _all_in_one(clusters: Sequence[Cluster]) -> Cluster:
    return replace(
        clusters[0],
        title=next((cluster.title for cluster in clusters if cluster.title), ""),
        family_id=next((cluster.family_id for cluster in clusters if cluster.family_id), None),
        opinions=clean("\n".join(filter(None, (cluster.opinions for cluster in clusters))), MAX_WORDING_CHARS),
        measures=clean("\n".join(filter(None, (cluster.measures for cluster in clusters))), MAX_WORDING_CHARS),
    )


def dissolve_cluster(workshop: Workshop, cluster_id: str) -> Edit:
    """A group's notes are free again and stay where they lie, those of a pile side by side; what hung on it goes."""
    return dissolve_clusters(workshop, [cluster_id])


def dissolve_clusters(workshop: Workshop, cluster_ids: Iterable[str]) -> Edit:
    """The same of several groups at once."""
    doomed = dict.fromkeys(cluster_ids)
    spread = unstack_clusters(workshop, doomed)
    after = applied(workshop, spread.changes)
    members = (note for cluster_id in doomed for note in after.members(cluster_id))
    freed = (Change(note, replace(note, cluster_id=None)) for note in members)
    gone = (Change(after.clusters[i], None) for i in doomed)
    return settled(workshop, merged("cluster_dissolved", spread, Edit("", (*freed, *gone))))


def take_suggestion(workshop: Workshop, gatherings: Iterable[Gathering]) -> Edit:
    """Suggested groups as a person accepted them.

    New groups are laid out below everything a person placed; joining notes lie down beside the group they join.
    Notes that are in a group already are left out, and so are those in a lane of a 班, and what went away since the
    suggestion was made.
    """
    after, joined = workshop, list[Change]()
    for gathering in gatherings:
        changes = _gathered(after, gathering)
        after = applied(after, changes)
        joined += changes
    return settled(workshop, merged("suggestion_taken", Edit("", tuple(joined)), _laid_below(workshop, after)))


def _gathered(workshop: Workshop, gathering: Gathering) -> list[Change]:
    ids = dict.fromkeys(gathering.note_ids)
    known = [i for i in ids if i in workshop.notes and not workshop.notes[i].team]
    loose = [i for i in unlocked(workshop, known) if workshop.notes[i].cluster_id is None]
    if gathering.cluster_id is not None:
        joining = loose if gathering.cluster_id in workshop.clusters else []
        changes = _joined(workshop, joining, gathering.cluster_id, placed=False)
        return changes if joining and workshop.clusters[gathering.cluster_id].stacked else _kept_in_place(changes)
    if not loose:
        return []
    order = next_order(workshop.clusters.values())
    notes = [workshop.notes[i] for i in loose]
    cluster = Cluster(new_id(), order, _own_title(gathering.title, notes))
    return [Change(None, cluster), *(Change(note, replace(note, cluster_id=cluster.id)) for note in notes)]


def _own_title(title: str, notes: Iterable[Note]) -> str:
    """The title as a person worded it; one note's words taken as they are would bring it into the papers."""
    words = clean_line(title, MAX_TITLE_CHARS)
    begins = words.removesuffix("…")
    return "" if any(clean_line(note.text).startswith(begins) for note in notes) else words


def _kept_in_place(changes: Iterable[Change]) -> list[Change]:
    """Membership alone for notes that lie where a person put them."""
    return [
        Change(note, replace(note, cluster_id=after.cluster_id)) if note.placed else Change(note, after)
        for note, after in ((change.before, change.after) for change in changes)
        if isinstance(note, Note) and isinstance(after, Note)
    ]


def _laid_below(before: Workshop, after: Workshop) -> Edit:
    """The groups that are new in `after`, and loose notes nobody placed, laid out below all the rest."""
    new = [cluster.id for cluster in after.ordered_clusters() if cluster.id not in before.clusters]
    groups = [[note for note in after.members(i) if not note.placed] for i in new]
    lone = (note for note in after.ordered_notes() if note.cluster_id is None)
    loose = [note for note in lone if not (note.placed or note.locked or note.team)]
    moving = {note.id for group in groups for note in group} | {note.id for note in loose}
    top = bottom(note for note in after.notes.values() if note.id not in moving)
    places = arranged([Group(group) for group in groups if group], loose, top)
    lying = ((after.notes[i], *on_board(*place)) for i, place in places.items())
    return put(after, "", *(replace(note, x=x, y=y) for note, x, y in lying))


def clusters_of(workshop: Workshop, note_ids: Iterable[str]) -> list[Cluster]:
    """The groups of some notes, in the groups' order."""
    ids = {workshop.notes[i].cluster_id for i in note_ids}
    return [cluster for cluster in workshop.ordered_clusters() if cluster.id in ids]
