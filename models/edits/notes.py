"""Edits of notes: adding, wording, moving, hiding and showing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.board import Note, NoteKind
from models.edits.change import Change, Edit, new_id, next_order, put, remove
from models.edits.clusters import leave_clusters
from models.layout import free_places
from models.text import clean
from models.workshop import Workshop


def add_notes(workshop: Workshop, texts: Sequence[str], kind: NoteKind = NoteKind.TROUBLE) -> Edit:
    """New notes in free places of the board, in the order given; texts that are empty after cleaning are left out.

    While the room writes in silence they stay hidden from the projector.
    """
    kept = [cleaned for cleaned in map(clean, texts) if cleaned]
    first = next_order(workshop.notes.values())
    places = free_places(workshop.notes.values(), len(kept))
    notes = (
        Note(new_id(), first + index, text, kind, x, y, hidden=workshop.details.silent)
        for index, (text, (x, y)) in enumerate(zip(kept, places, strict=True))
    )
    return Edit("notes_added", tuple(Change(None, note) for note in notes))


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
    """The writing in silence ends, and every hidden note is shown."""
    shown = (replace(note, hidden=False) for note in workshop.notes.values() if note.hidden)
    return put(workshop, "notes_revealed", replace(workshop.details, silent=False), *shown)
