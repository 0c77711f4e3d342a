"""Edits of groups: bringing notes together, naming, merging, splitting, freeing, and taking a suggestion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.board import Cluster, Family, Note
from models.edits.change import Change, Edit, applied, merged, new_id, next_order, put
from models.edits.heirs import settled
from models.edits.locking import unlocked
from models.edits.stacking import unstack_clusters
from models.layout import Place, bottom, group_places, on_board, pile_places, places_beside
from models.packing import Block, Frame, Group, arranged
from models.text import clean, clean_line
from models.workshop import Workshop

MAX_TITLE_CHARS = 60
MAX_WORDING_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Gathering:
    """Notes that are to form a group, or to join `cluster_id`; `title` only names a new group.

    A title that a person `worded`, or chose, is taken as it is. Gatherings with the same `family` other than 0 become
    one bigger group. With `lifted` notes come along that a person put somewhere by hand, as was asked for.
    """

    note_ids: tuple[str, ...]
    title: str = ""
    cluster_id: str | None = None
    worded: bool = False
    family: int = 0
    lifted: bool = False


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
    suggestion was made. Groups that are in a bigger group stay in it.
    """
    after, joined = workshop, list[Change]()
    families: dict[int, list[str]] = {}
    for gathering in gatherings:
        changes = _gathered(after, gathering)
        after = applied(after, changes)
        joined += changes
        families.setdefault(gathering.family, []).extend(_groups_of(changes))
    families.pop(0, None)
    for cluster_ids in families.values():
        changes = _bigger(after, list(dict.fromkeys(cluster_ids)))
        after = applied(after, changes)
        joined += changes
    return settled(workshop, merged("suggestion_taken", Edit("", tuple(joined)), _laid_below(workshop, after)))


def _gathered(workshop: Workshop, gathering: Gathering) -> list[Change]:
    ids = dict.fromkeys(gathering.note_ids)
    known = [i for i in ids if i in workshop.notes and not workshop.notes[i].team]
    loose = [i for i in unlocked(workshop, known) if workshop.notes[i].cluster_id is None]
    if not gathering.lifted:
        return _brought_together(workshop, gathering, loose)
    lifted = put(workshop, "", *(replace(workshop.notes[i], placed=False) for i in loose))
    brought = _brought_together(applied(workshop, lifted.changes), gathering, loose)
    return list(merged("", lifted, Edit("", tuple(brought))).changes)


def _brought_together(workshop: Workshop, gathering: Gathering, loose: Sequence[str]) -> list[Change]:
    if gathering.cluster_id is not None:
        joining = loose if gathering.cluster_id in workshop.clusters else []
        changes = _joined(workshop, joining, gathering.cluster_id, placed=False)
        return changes if joining and workshop.clusters[gathering.cluster_id].stacked else _kept_in_place(changes)
    if not loose:
        return []
    order = next_order(workshop.clusters.values())
    notes = [workshop.notes[i] for i in loose]
    title = clean_line(gathering.title, MAX_TITLE_CHARS) if gathering.worded else _own_title(gathering.title, notes)
    cluster = Cluster(new_id(), order, title)
    return [Change(None, cluster), *(Change(note, replace(note, cluster_id=cluster.id)) for note in notes)]


def _groups_of(changes: Iterable[Change]) -> list[str]:
    """The groups that notes came into."""
    notes = (change.after for change in changes)
    return [note.cluster_id for note in notes if isinstance(note, Note) and note.cluster_id is not None]


def _bigger(workshop: Workshop, cluster_ids: Sequence[str]) -> list[Change]:
    """Groups in no bigger group enter the first that one of them is in, or else a new one, if they are two or more."""
    clusters = [workshop.clusters[i] for i in cluster_ids]
    free = [cluster for cluster in clusters if cluster.family_id is None]
    home = next((cluster.family_id for cluster in clusters if cluster.family_id is not None), None)
    if home is not None:
        return [Change(cluster, replace(cluster, family_id=home)) for cluster in free]
    if len(free) < 2:
        return []
    family = Family(new_id(), next_order(workshop.families.values()))
    return [Change(None, family), *(Change(cluster, replace(cluster, family_id=family.id)) for cluster in free)]


def is_a_notes_words(title: str, notes: Iterable[Note]) -> bool:
    """Whether a title is how one of the notes begins; taken as it is it would bring the note into the papers."""
    begins = title.removesuffix("…")
    return any(clean_line(note.text).startswith(begins) for note in notes)


def _own_title(title: str, notes: Iterable[Note]) -> str:
    """A title that nobody chose, unless it is one note's words."""
    words = clean_line(title, MAX_TITLE_CHARS)
    return "" if is_a_notes_words(words, notes) else words


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
    lone = (note for note in after.ordered_notes() if note.cluster_id is None)
    loose = [note for note in lone if not (note.placed or note.locked or note.team)]
    blocks = _blocks(after, new)
    moving = {i for block in blocks for i, _place in block.laid(0.0, 0.0)} | {note.id for note in loose}
    top = bottom(note for note in after.notes.values() if note.id not in moving)
    places = arranged(blocks, loose, top)
    lying = ((after.notes[i], *on_board(*place)) for i, place in places.items())
    return put(after, "", *(replace(note, x=x, y=y) for note, x, y in lying))


def _blocks(workshop: Workshop, cluster_ids: Iterable[str]) -> list[Block]:
    """Groups as they are laid out, those of one bigger group beside each other; notes in place are not counted."""
    families: dict[str, list[Group]] = {}
    for cluster_id in cluster_ids:
        notes = [note for note in workshop.members(cluster_id) if not note.placed]
        if notes:
            families.setdefault(workshop.clusters[cluster_id].family_id or cluster_id, []).append(Group(notes))
    return [Frame(groups) if i in workshop.families else groups[0] for i, groups in families.items()]


def clusters_of(workshop: Workshop, note_ids: Iterable[str]) -> list[Cluster]:
    """The groups of some notes, in the groups' order."""
    ids = {workshop.notes[i].cluster_id for i in note_ids}
    return [cluster for cluster in workshop.ordered_clusters() if cluster.id in ids]
