"""Edits of notes: adding, wording, moving, hiding and showing."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.board import Note, NoteKind
from models.edits.change import Change, Edit, applied, merged, new_id, put, remove
from models.edits.heirs import settled
from models.edits.locking import unlocked
from models.edits.room import grounded
from models.ground import Ground
from models.layout import Place, Rectangle, bottom, family_around, on_board
from models.packing import Group, arranged
from models.text import clean
from models.workshop import Workshop


def add_notes(
    workshop: Workshop,
    texts: Sequence[str],
    kind: NoteKind = NoteKind.TROUBLE,
    team: int = 0,
    ground: Ground | None = None,
    kinds: Sequence[NoteKind] | None = None,
) -> Edit:
    """New notes in free places of the board, in the order given; texts that are empty after cleaning are left out.

    `kinds` gives each text a kind of its own, in place of the one `kind`. `ground` is that of the workshop's notes
    where it is at hand; it is reckoned where it is not.

    Those of a `team` (班) come into its lane, and stay hidden from the projector until all are brought together; others
    do so while the room writes in silence.
    """
    told = kinds if kinds is not None else (kind,) * len(texts)
    kept = [(cleaned, kind) for cleaned, kind in zip(map(clean, texts), told, strict=True) if cleaned]
    first = workshop.noted.last + 1.0
    places = _places(workshop, grounded(workshop, ground), len(kept), team)
    hidden = workshop.details.silent or team > 0
    notes = (
        Note(new_id(), first + index, text, kind, x, y, hidden=hidden, team=team)
        for index, ((text, kind), (x, y)) in enumerate(zip(kept, places, strict=True))
    )
    return Edit("notes_added", tuple(Change(None, note) for note in notes))


def _places(workshop: Workshop, ground: Ground, count: int, team: int) -> list[Place]:
    if team:
        free = ground.lane_places(team, workshop.details.teams, count)
    else:
        free = ground.free_places(count, _frames(workshop, ground))
    return [on_board(*place) for place in free]


def _frames(workshop: Workshop, ground: Ground) -> list[Rectangle]:
    """The frames of the bigger groups."""
    if not workshop.families:
        return []
    islands, inside = ground.islands(), dict[str, list[Rectangle]]()
    for cluster in workshop.clusters.values():
        if cluster.family_id is not None and cluster.id in islands:
            inside.setdefault(cluster.family_id, []).append(islands[cluster.id])
    return [family_around(boxes) for boxes in inside.values()]


def set_note_text(workshop: Workshop, note_id: str, text: str) -> Edit:
    """A note's new wording; an emptied note is deleted. Nothing changes when it is locked."""
    if workshop.notes[note_id].locked:
        return Edit("note_reworded", ())
    cleaned = clean(text)
    if not cleaned:
        return delete_notes(workshop, [note_id])
    return put(workshop, "note_reworded", replace(workshop.notes[note_id], text=cleaned))


def set_note_kind(workshop: Workshop, note_ids: Iterable[str], kind: NoteKind) -> Edit:
    """Notes become another kind, but for those that are locked."""
    free = unlocked(workshop, note_ids)
    return put(workshop, "notes_recoloured", *(replace(workshop.notes[i], kind=kind) for i in free))


def move_notes(workshop: Workshop, places: Mapping[str, tuple[float, float]]) -> Edit:
    """Notes put somewhere by hand (top left corners in board units); no suggestion will move them again.

    Locked notes stay. Raises ValueError for a place that is none (NaN or infinite).
    """
    to = ((workshop.notes[i], *on_board(*places[i])) for i in unlocked(workshop, places))
    return put(workshop, "notes_moved", *(replace(note, x=x, y=y, placed=True) for note, x, y in to))


def delete_notes(workshop: Workshop, note_ids: Iterable[str]) -> Edit:
    """Notes taken away, with what hangs on them, and groups that are left empty; locked notes stay."""
    return settled(workshop, remove("notes_deleted", *(workshop.notes[i] for i in unlocked(workshop, note_ids))))


def start_silence(workshop: Workshop) -> Edit:
    """From now on new notes stay off the projector."""
    return put(workshop, "silence_started", replace(workshop.details, silent=True))


def reveal_notes(workshop: Workshop) -> Edit:
    """The writing in silence ends, and every hidden note is shown; those of the 班 are brought together first.

    Nobody shall tell from the board which note came in when: the hidden notes that are in no group, and that neither a
    hand nor a lock keeps in their places, change them and their order among each other.
    """
    together = bring_together(workshop)
    after = applied(workshop, together.changes)
    shown = {note.id: replace(note, hidden=False) for note in after.notes.values() if note.hidden}
    shown |= {note.id: replace(note, hidden=False) for note in _shuffled(_loosely_hidden(workshop, after))}
    silence = replace(workshop.details, silent=False)
    return merged("notes_revealed", together, put(after, "", silence, *shown.values()))


def _loosely_hidden(before: Workshop, after: Workshop) -> list[Note]:
    """The notes that were hidden `before` and lie anywhere: none but a 班 lets go of what is locked."""

    def is_loose(note: Note) -> bool:
        was = before.notes[note.id]
        return was.hidden and not note.placed and not _grouped(note) and (not was.locked or was.team > 0)

    return list(filter(is_loose, after.ordered_notes()))


def _shuffled(notes: Sequence[Note]) -> Iterable[Note]:
    """Notes in each other's places, by a sum over their words: nothing in it says when they came, and the same notes
    are shuffled alike each time."""
    mixed = sorted(notes, key=lambda note: (hashlib.sha256(note.text.encode()).digest(), note.id))
    pairs = zip(mixed, notes, strict=True)
    return (replace(note, order=place.order, x=place.x, y=place.y) for note, place in pairs)


def bring_together(workshop: Workshop, *, shown: bool = True) -> Edit:
    """The notes of all 班 on one board, so that nobody can tell from it which 班 wrote what.

    They change their places in the row of notes among each other by their ids, which are drawn by lot. All that are in
    no group are laid out anew, but what a person placed outside the lanes; of the groups, those move in which the
    notes of a single 班 are: where such a group lies would tell. A lock keeps no note of a 班 from it, nor
    one beside it in such a group, for the same reason; other locked notes stay. They stay hidden while the room writes
    in silence, and when they are not to be `shown`.
    """
    hidden = workshop.details.silent or not shown
    own = [note for note in workshop.ordered_notes() if note.team]
    mixed = sorted(own, key=lambda note: note.id)
    freed = [
        replace(note, order=place.order, team=0, hidden=hidden, placed=note.placed and _grouped(note))
        for note, place in zip(mixed, own, strict=True)
    ]
    named = put(workshop, "", *freed)
    return merged("teams_brought_together", named, _laid_together(workshop, applied(workshop, named.changes)))


def as_it_travels(workshop: Workshop) -> Workshop:
    """The workshop as others get it: no place tells which 班 wrote what, and what is hidden from the room stays so."""
    together = applied(workshop, bring_together(workshop).changes)
    hidden = {key for key, note in workshop.notes.items() if note.hidden}
    notes = {key: replace(note, hidden=note.hidden or key in hidden) for key, note in together.notes.items()}
    return replace(together, notes=notes)


def _grouped(note: Note) -> bool:
    return note.cluster_id is not None


def _laid_together(before: Workshop, after: Workshop) -> Edit:
    """What is to be laid out anew, below all that stays."""
    if not any(note.team for note in before.notes.values()):
        return Edit("", ())
    groups = [after.members(cluster.id) for cluster in before.ordered_clusters() if _of_one_team(before, cluster.id)]
    stays = {note.id for note in before.notes.values() if note.locked and not note.team}
    free = (note for note in after.ordered_notes() if not note.placed and note.id not in stays)
    loose = [note for note in free if not _grouped(note)]
    moving = {note.id for group in (*groups, loose) for note in group}
    top = bottom(note for note in after.notes.values() if note.id not in moving)
    places = arranged([_group(after, group) for group in groups], loose, top)
    lying = ((after.notes[i], *on_board(*place)) for i, place in places.items())
    return put(after, "", *(replace(note, x=x, y=y) for note, x, y in lying))


def _group(workshop: Workshop, members: Sequence[Note]) -> Group:
    cluster_id = members[0].cluster_id
    return Group(members, cluster_id is not None and workshop.clusters[cluster_id].stacked)


def _of_one_team(workshop: Workshop, cluster_id: str) -> bool:
    return len({note.team for note in workshop.members(cluster_id)} - {0}) == 1
