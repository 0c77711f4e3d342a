"""Edits of groups: bringing notes together, naming, merging, splitting, freeing, and taking a suggestion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.board import Cluster, DotVote, Note
from models.decisions import ActionItem, Decision
from models.edits.change import Change, Edit, applied, merged, new_id, next_order, put
from models.layout import arranged, bottom, group_places, places_beside
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


def _unlinked(workshop: Workshop, cluster_id: str, heir: str | None) -> list[Change]:
    """What becomes of dots, decisions and actions when a group goes: its heir's, or nobody's."""
    linked: list[Decision | ActionItem] = [*workshop.decisions.values(), *workshop.actions.values()]
    changes = [Change(one, replace(one, cluster_id=heir)) for one in linked if one.cluster_id == cluster_id]
    vote = workshop.votes.get(cluster_id)
    return changes if vote is None else [*changes, Change(vote, None)]


def _cluster_gone(workshop: Workshop, cluster_id: str, heir: str | None = None) -> list[Change]:
    return [*_unlinked(workshop, cluster_id, heir), Change(workshop.clusters[cluster_id], None)]


def leave_clusters(workshop: Workshop, leaving: set[str]) -> list[Change]:
    """The changes that remove each group of which no note stays once the notes in `leaving` are gone."""
    touched = {workshop.notes[i].cluster_id for i in leaving} - {None}
    staying = {note.cluster_id for note in workshop.notes.values() if note.id not in leaving}
    return [
        change
        for cluster in workshop.ordered_clusters()
        if cluster.id in touched - staying
        for change in _cluster_gone(workshop, cluster.id)
    ]


def _joined(workshop: Workshop, note_ids: Iterable[str], cluster_id: str, placed: bool) -> list[Change]:
    """Notes become members and lie down beside the present ones, none of whom moves."""
    members = workshop.members(cluster_id)
    joining = [workshop.notes[i] for i in dict.fromkeys(note_ids) if workshop.notes[i].cluster_id != cluster_id]
    if not joining:
        return []
    first, count = joining[0], len(joining)
    places = places_beside(members, count) if members else group_places(count, first.x, first.y)
    return [
        Change(note, replace(note, x=x, y=y, cluster_id=cluster_id, placed=note.placed or placed))
        for note, (x, y) in zip(joining, places, strict=True)
    ]


def group_notes(workshop: Workshop, note_ids: Sequence[str], title: str = "") -> Edit:
    """Notes brought together by hand into a new group around the first of them; groups left empty go."""
    if not note_ids:
        return Edit("notes_grouped", ())
    cluster = Cluster(new_id(), next_order(workshop.clusters.values()), clean_line(title, MAX_TITLE_CHARS))
    changes = _joined(workshop, note_ids, cluster.id, placed=True)
    return Edit("notes_grouped", (Change(None, cluster), *changes, *leave_clusters(workshop, set(note_ids))))


def add_to_cluster(workshop: Workshop, note_ids: Iterable[str], cluster_id: str) -> Edit:
    """Notes put into a group by hand; the groups they leave empty go."""
    joining = {i for i in note_ids if workshop.notes[i].cluster_id != cluster_id}
    changes = _joined(workshop, sorted(joining, key=lambda i: workshop.notes[i].order), cluster_id, placed=True)
    return Edit("notes_joined", (*changes, *leave_clusters(workshop, joining)))


def free_notes(workshop: Workshop, places: Mapping[str, tuple[float, float]]) -> Edit:
    """Notes taken out of their groups, to where they were dropped; groups left empty go."""
    freed = (replace(workshop.notes[i], x=x, y=y, cluster_id=None, placed=True) for i, (x, y) in places.items())
    moved = put(workshop, "", *freed).changes
    return Edit("notes_freed", (*moved, *leave_clusters(workshop, set(places))))


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
    """The first group takes in the others, with their notes, dots, decisions and actions.

    Its title stays, or is the first that was given; what was worded for the papers is put one below the other.
    """
    heir, *others = dict.fromkeys(cluster_ids)
    notes = [note.id for other in others for note in workshop.members(other)]
    changes = [*_joined(workshop, notes, heir, placed=True)]
    for other in others:
        changes += _cluster_gone(workshop, other, heir)
    changes += put(workshop, "", _wording_of_all([workshop.clusters[i] for i in (heir, *others)])).changes
    if any(i in workshop.votes for i in (heir, *others)):
        changes += put(workshop, "", DotVote(heir, sum(workshop.dots(i) for i in (heir, *others)))).changes
    return Edit("clusters_merged", tuple(changes))


def _wording_of_all(clusters: Sequence[Cluster]) -> Cluster:
    return replace(
        clusters[0],
        title=next((cluster.title for cluster in clusters if cluster.title), ""),
        opinions=clean("\n".join(filter(None, (cluster.opinions for cluster in clusters))), MAX_WORDING_CHARS),
        measures=clean("\n".join(filter(None, (cluster.measures for cluster in clusters))), MAX_WORDING_CHARS),
    )


def dissolve_cluster(workshop: Workshop, cluster_id: str) -> Edit:
    """A group's notes are free again and stay where they lie."""
    members = workshop.members(cluster_id)
    freed = [Change(note, replace(note, cluster_id=None)) for note in members]
    return Edit("cluster_dissolved", (*freed, *_cluster_gone(workshop, cluster_id)))


def take_suggestion(workshop: Workshop, gatherings: Iterable[Gathering]) -> Edit:
    """Suggested groups as a person accepted them.

    New groups are laid out below everything a person placed; joining notes lie down beside the group they join.
    Notes that are in a group already are left out, and so is what went away since the suggestion was made.
    """
    after, joined = workshop, list[Change]()
    for gathering in gatherings:
        changes = _gathered(after, gathering)
        after = applied(after, changes)
        joined += changes
    return merged("suggestion_taken", Edit("", tuple(joined)), _laid_below(workshop, after))


def _gathered(workshop: Workshop, gathering: Gathering) -> list[Change]:
    ids = dict.fromkeys(gathering.note_ids)
    loose = [i for i in ids if i in workshop.notes and workshop.notes[i].cluster_id is None]
    if gathering.cluster_id is not None:
        known = gathering.cluster_id in workshop.clusters
        return _kept_in_place(_joined(workshop, loose, gathering.cluster_id, placed=False)) if known else []
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
    loose = [note for note in after.ordered_notes() if note.cluster_id is None and not note.placed]
    moving = {note.id for group in groups for note in group} | {note.id for note in loose}
    top = bottom(note for note in after.notes.values() if note.id not in moving)
    places = arranged([group for group in groups if group], loose, top)
    return Edit("", tuple(_moves(places, (after.notes[i] for i in places))))


def _moves(places: Mapping[str, tuple[float, float]], notes: Iterable[Note]) -> list[Change]:
    return [
        Change(note, replace(note, x=places[note.id][0], y=places[note.id][1]))
        for note in notes
        if (note.x, note.y) != places[note.id]
    ]


def arrange(workshop: Workshop) -> Edit:
    """The board tidied because a person asked for it: groups as islands in rows, lone notes below."""
    groups = [workshop.members(cluster.id) for cluster in workshop.ordered_clusters()]
    loose = [note for note in workshop.ordered_notes() if note.cluster_id is None]
    return Edit("board_tidied", tuple(_moves(arranged(groups, loose), workshop.notes.values())))
