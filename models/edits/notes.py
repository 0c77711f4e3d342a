"""Edits of notes: adding, wording, moving, hiding and showing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.board import Note, NoteKind
from models.edits.change import Change, Edit, applied, merged, new_id, next_order, put, remove
from models.edits.clusters import leave_clusters
from models.ground import Ground
from models.layout import Place, arranged, bottom
from models.text import clean
from models.workshop import Workshop

FAR = 1_000_000.0
"""Board units; what lies further down is out of everybody's sight, and nothing is laid out below it."""


def add_notes(
    workshop: Workshop,
    texts: Sequence[str],
    kind: NoteKind = NoteKind.TROUBLE,
    team: int = 0,
    ground: Ground | None = None,
    kinds: Sequence[NoteKind] | None = None,
) -> Edit:
    """New notes in free places of the board, in the order given; texts that are empty after cleaning are left out.

    `kinds` gives each text a kind of its own, in place of the one `kind`.

    `ground` is that of the workshop's notes where it is at hand; it is reckoned where it is not.

    Those of a `team` (班) come into its lane, and stay hidden from the projector until all are brought together; others
    do so while the room writes in silence.
    """
    told = kinds if kinds is not None else (kind,) * len(texts)
    kept = [(cleaned, kind) for cleaned, kind in zip(map(clean, texts), told, strict=True) if cleaned]
    first = next_order(workshop.notes.values())
    places = _places(
        ground if ground is not None else Ground(workshop.notes.values()), workshop.details.teams, len(kept), team
    )
    hidden = workshop.details.silent or team > 0
    notes = (
        Note(new_id(), first + index, text, kind, x, y, hidden=hidden, team=team)
        for index, ((text, kind), (x, y)) in enumerate(zip(kept, places, strict=True))
    )
    return Edit("notes_added", tuple(Change(None, note) for note in notes))


def _places(ground: Ground, teams: int, count: int, team: int) -> list[Place]:
    return ground.lane_places(team, teams, count) if team else ground.free_places(count)


def set_note_text(workshop: Workshop, note_id: str, text: str) -> Edit:
    """A note's new wording; an emptied note is deleted."""
    cleaned = clean(text)
    if not cleaned:
        return delete_notes(workshop, [note_id])
    return put(workshop, "note_reworded", replace(workshop.notes[note_id], text=cleaned))


def set_note_kind(workshop: Workshop, note_ids: Iterable[str], kind: NoteKind) -> Edit:
    """Notes become another kind."""
    return put(workshop, "notes_recoloured", *(replace(workshop.notes[i], kind=kind) for i in dict.fromkeys(note_ids)))


def move_notes(workshop: Workshop, places: Mapping[str, tuple[float, float]]) -> Edit:
    """Notes put somewhere by hand (top left corners in board units); no suggestion will move them again."""
    moved = (replace(workshop.notes[i], x=x, y=y, placed=True) for i, (x, y) in places.items())
    return put(workshop, "notes_moved", *moved)


def delete_notes(workshop: Workshop, note_ids: Iterable[str]) -> Edit:
    """Notes taken away, and groups that are left empty with them."""
    doomed = [workshop.notes[i] for i in dict.fromkeys(note_ids)]
    left = leave_clusters(workshop, {note.id for note in doomed})
    return Edit("notes_deleted", (*remove("", *doomed).changes, *left))


def start_silence(workshop: Workshop) -> Edit:
    """From now on new notes stay off the projector."""
    return put(workshop, "silence_started", replace(workshop.details, silent=True))


def reveal_notes(workshop: Workshop) -> Edit:
    """The writing in silence ends, and every hidden note is shown; those of the 班 are brought together first."""
    together = bring_together(workshop)
    after = applied(workshop, together.changes)
    shown = (replace(note, hidden=False) for note in after.notes.values() if note.hidden)
    return merged("notes_revealed", together, put(after, "", replace(workshop.details, silent=False), *shown))


def bring_together(workshop: Workshop, *, shown: bool = True) -> Edit:
    """The notes of all 班 on one board, so that nobody can tell from it which 班 wrote what.

    They change their places in the row of notes among each other by their ids, which are drawn by lot. All that are in
    no group are laid out anew, but what a person placed outside the lanes; of the groups, those move in which the
    notes of a single 班 are: where such a group lies would tell. They stay hidden while the room writes in silence, and
    when they are not to be `shown`.
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
    loose = [note for note in after.ordered_notes() if not _grouped(note) and not note.placed]
    moving = {note.id for group in (*groups, loose) for note in group}
    top = bottom(note for note in after.notes.values() if note.id not in moving and note.y < FAR)
    places = arranged(groups, loose, top)
    return put(after, "", *(replace(after.notes[i], x=x, y=y) for i, (x, y) in places.items()))


def _of_one_team(workshop: Workshop, cluster_id: str) -> bool:
    return len({note.team for note in workshop.members(cluster_id)} - {0}) == 1
