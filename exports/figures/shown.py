"""What of a board a picture shows: nothing that was hidden from the room, and no note that lies far off."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from models.board import Cluster, Family, Note, Relation
from models.workshop import Workshop

FAR = 50_000.0
"""Board units from the note in the middle: one that lies further off would leave a picture with nothing to be seen."""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with the notes of it that are shown, at least one."""

    cluster: Cluster
    notes: tuple[Note, ...]
    dots: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is in a picture. `hidden` and `far` count the notes that were asked for and left out."""

    lone: tuple[Note, ...]
    groups: tuple[ShownGroup, ...]
    families: tuple[tuple[Family, tuple[ShownGroup, ...]], ...]
    relations: tuple[Relation, ...]
    hidden: int
    far: int
    part: bool

    @property
    def count(self) -> int:
        """How many notes there are."""
        return len(self.lone) + sum(len(group.notes) for group in self.groups)


def is_hidden(note: Note) -> bool:
    """Whether the room has not seen the note: it is kept off the projector, or still its 班's own."""
    return note.hidden or note.team > 0


def shown(workshop: Workshop, only: Collection[str] | None = None) -> Shown:
    """What is to be drawn of the whole board, or of the notes with the ids `only`.

    A group is drawn as one when all of it that the room has seen is in the picture, a family when all its groups are;
    else its notes lie alone. An arrow is there when both its ends are.
    """
    asked = [note for note in workshop.ordered_notes() if only is None or note.id in only]
    seen = [note for note in asked if not is_hidden(note)]
    near = _near(seen)
    groups = _groups(workshop, seen, near)
    families = _families(workshop, groups)
    grouped = {note.id for group in groups for note in group.notes}
    lone = tuple(note for note in near if note.id not in grouped)
    ends = {note.id for note in lone} | {group.cluster.id for group in groups} | {family.id for family, _ in families}
    relations = tuple(one for one in workshop.ordered_relations() if {one.source_id, one.target_id} <= ends)
    part = only is not None and len(asked) < len(workshop.notes)
    return Shown(lone, groups, families, relations, len(asked) - len(seen), len(seen) - len(near), part)


def _near(notes: Sequence[Note]) -> list[Note]:
    """The notes around the one that lies nearest to the middle of all, that one at the least."""
    if not notes:
        return []
    x, y = median_low(note.x for note in notes), median_low(note.y for note in notes)
    middle = min(notes, key=lambda note: _apart(note, x, y))
    return [note for note in notes if _apart(note, middle.x, middle.y) <= FAR]


def _apart(note: Note, x: float, y: float) -> float:
    return max(abs(note.x - x), abs(note.y - y))


def _by_cluster(notes: Iterable[Note]) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if note.cluster_id is not None:
            found[note.cluster_id].append(note)
    return found


def _groups(workshop: Workshop, seen: Iterable[Note], near: Iterable[Note]) -> tuple[ShownGroup, ...]:
    whole = _by_cluster(note for note in workshop.notes.values() if not is_hidden(note))
    asked, drawn = _by_cluster(seen), _by_cluster(near)
    return tuple(
        ShownGroup(cluster, tuple(drawn[cluster.id]), _dots(workshop, cluster))
        for cluster in workshop.ordered_clusters()
        if cluster.id in drawn and len(asked[cluster.id]) == len(whole[cluster.id])
    )


def _dots(workshop: Workshop, cluster: Cluster) -> int | None:
    """The dots of a group, None while the vote is open or it got none."""
    return workshop.dots(cluster.id) or None if workshop.details.votes_closed else None


def _families(workshop: Workshop, groups: Sequence[ShownGroup]) -> tuple[tuple[Family, tuple[ShownGroup, ...]], ...]:
    seen = {note.cluster_id for note in workshop.notes.values() if not is_hidden(note)}
    found = []
    for family in workshop.ordered_families():
        wanted = [one.id for one in workshop.clusters.values() if one.family_id == family.id and one.id in seen]
        inside = tuple(group for group in groups if group.cluster.family_id == family.id)
        if inside and len(inside) == len(wanted):
            found.append((family, inside))
    return tuple(found)


# what may be asked for


def notes_of_groups(workshop: Workshop, note_ids: Collection[str]) -> frozenset[str]:
    """The notes of all groups to which one of these notes belongs."""
    groups = {workshop.notes[i].cluster_id for i in note_ids if i in workshop.notes} - {None}
    return frozenset(note.id for note in workshop.notes.values() if note.cluster_id in groups)


def notes_of_families(workshop: Workshop, note_ids: Collection[str]) -> frozenset[str]:
    """The notes of all groups of groups to which one of these notes belongs."""
    groups = {workshop.notes[i].cluster_id for i in note_ids if i in workshop.notes}
    families = {one.family_id for one in workshop.clusters.values() if one.id in groups} - {None}
    inside = {one.id for one in workshop.clusters.values() if one.family_id in families}
    return frozenset(note.id for note in workshop.notes.values() if note.cluster_id in inside)
