"""What is said once a suggestion was taken: how many groups, and how many notes are in none."""

from models.board import NoteKind
from models.language import gettext as _
from models.workshop import Workshop


def taken_told(before: Workshop, after: Workshop) -> str:
    """A sentence about the groups that notes came into; empty where none did. Parked notes are not counted."""
    homes = {note.cluster_id for note in after.notes.values() if _came(before, note.id, note.cluster_id)}
    if not homes:
        return ""
    alone = sum(note.kind is not NoteKind.PARKED for note in after.noted.inside(None).values())
    words = _("{count} groups were made ({alone} notes stay as they are).") if alone else _("{count} groups were made.")
    return words.format(count=f"{len(homes):,}", alone=f"{alone:,}")


def _came(before: Workshop, note_id: str, cluster_id: str | None) -> bool:
    note = before.notes.get(note_id)
    return cluster_id is not None and (note is None or note.cluster_id != cluster_id)
