"""Edits of the lock on notes, and what it keeps from other edits."""

from collections.abc import Iterable
from dataclasses import replace

from models.edits.change import Edit, put
from models.workshop import Workshop


def lock_notes(workshop: Workshop, note_ids: Iterable[str]) -> Edit:
    """Notes stay as they are until somebody unlocks them."""
    return put(workshop, "notes_locked", *(replace(workshop.notes[i], locked=True) for i in dict.fromkeys(note_ids)))


def unlock_notes(workshop: Workshop, note_ids: Iterable[str]) -> Edit:
    """Notes can be changed again."""
    return put(workshop, "notes_unlocked", *(replace(workshop.notes[i], locked=False) for i in dict.fromkeys(note_ids)))


def unlocked(workshop: Workshop, note_ids: Iterable[str]) -> list[str]:
    """Those of the notes that may be changed, in the same order, each once."""
    return [i for i in dict.fromkeys(note_ids) if not workshop.notes[i].locked]


def holds_locked(workshop: Workshop, cluster_id: str) -> bool:
    """Whether a group has a note that has to stay: the group then stays as a whole."""
    return any(note.locked for note in workshop.noted.inside(cluster_id).values())
