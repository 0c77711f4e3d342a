"""What a person can do to the notes on the board: each becomes one edit."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from models.board import NoteKind
from models.edits.arranging import Edge, Sorting, align_notes, arrange, tidy_notes
from models.edits.change import Edit, merged
from models.edits.clusters import (
    Gathering,
    add_to_cluster,
    clusters_of,
    dissolve_cluster,
    free_notes,
    group_notes,
    merge_clusters,
    rename_cluster,
    take_suggestion,
)
from models.edits.locking import lock_notes, unlock_notes
from models.edits.notes import (
    add_notes,
    bring_together,
    delete_notes,
    move_notes,
    reveal_notes,
    set_note_kind,
    set_note_text,
    start_silence,
)
from models.edits.remaking import duplicate_notes, merge_notes, split_note
from models.edits.room import places_outside, set_down, set_down_unplaced
from models.ground import Ground
from models.layout import Place
from models.workshop import Workshop
from ui.board.thing_actions import ThingActions
from ui.live_document import LiveDocument

GLIDING = frozenset(
    {
        "board_tidied",
        "suggestion_taken",
        "notes_grouped",
        "notes_joined",
        "clusters_merged",
        "notes_aligned",
        "notes_tidied",
        "cluster_stacked",
        "cluster_unstacked",
        "family_formed",
        "family_joined",
        "family_left",
    }
)
"""The kinds of edits after which notes are seen to move to their places. Notes of the 班 are not: it would tell."""


class BoardActions:
    """Edits of notes and groups by their ids; ids that are gone are passed over.

    Each method returns False when nothing was saved; `resync` then shows the board as it was. `ground` is where the
    workshop's notes lie.
    """

    def __init__(self, live: LiveDocument, resync: Callable[[], None], ground: Callable[[], Ground]) -> None:
        self._live = live
        self._resync = resync
        self._ground = ground
        self.things = ThingActions(lambda: live.workshop, self._apply)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._live.workshop

    def _apply(self, edit: Edit, *, continuing: bool = False) -> bool:
        if edit.changes and self._live.apply(edit, continuing=continuing):
            return True
        self._resync()
        return not edit.changes

    def _set_down(self, edit: Edit) -> Edit:
        """The edit, with the groups it makes or adds to where there is room for them."""
        return set_down(self.workshop, edit, self._ground())

    def _here(self, note_ids: Iterable[str]) -> list[str]:
        return [i for i in note_ids if i in self.workshop.notes]

    # notes

    def add(self, texts: Sequence[str], kinds: Sequence[NoteKind], team: int = 0) -> list[str]:
        """New notes, of a 班 or of everybody (0). Returns their ids, none when nothing was saved."""
        edit = add_notes(self.workshop, texts, team=team, kinds=kinds, ground=self._ground())
        saved = self._apply(edit)
        return [change.entity.id for change in edit.changes] if saved else []

    def reword(self, note_id: str, text: str, *, continuing: bool = False) -> bool:
        """A note's new wording; emptied, it is deleted."""
        if note_id not in self.workshop.notes:
            return True
        return self._apply(set_note_text(self.workshop, note_id, text), continuing=continuing)

    def recolour(self, note_ids: Iterable[str], kind: NoteKind) -> bool:
        """Notes become another kind."""
        return self._apply(set_note_kind(self.workshop, self._here(note_ids), kind))

    def delete(self, note_ids: Iterable[str]) -> bool:
        """Notes taken away; this can be undone."""
        return self._apply(delete_notes(self.workshop, self._here(note_ids)))

    def move(self, places: Mapping[str, Place], leaving: Iterable[str] = (), *, continuing: bool = False) -> bool:
        """Notes put somewhere by hand; those in `leaving` leave their groups."""
        leaving = set(leaving)
        here = {i: place for i, place in places.items() if i in self.workshop.notes}
        staying = move_notes(self.workshop, {i: place for i, place in here.items() if i not in leaving})
        if not leaving:
            return self._apply(staying, continuing=continuing)
        freed = free_notes(self.workshop, {i: place for i, place in here.items() if i in leaving})
        return self._apply(merged(freed.kind, staying, freed))

    def hide_new(self) -> bool:
        """From now on new notes stay off the projector."""
        return self._apply(start_silence(self.workshop))

    def reveal(self) -> bool:
        """Every note is shown on the projector."""
        return self._apply(reveal_notes(self.workshop))

    def bring_together(self) -> bool:
        """The notes of all 班 on one board, mixed."""
        return self._apply(bring_together(self.workshop))

    # notes made of notes, and where they lie

    def duplicate(self, note_ids: Iterable[str]) -> list[str]:
        """A copy of each note beside it. Returns the copies' ids, none when nothing was saved."""
        edit = self._set_down(duplicate_notes(self.workshop, self._here(note_ids), self._ground()))
        copies = [change.entity.id for change in edit.changes if change.before is None]
        return copies if self._apply(edit) else []

    def split(self, note_id: str, texts: tuple[str, str]) -> str | None:
        """One note becomes two with these texts. Returns the id of the new one, None when nothing was changed."""
        if note_id not in self.workshop.notes:
            return None
        edit = split_note(self.workshop, note_id, texts, self._ground())
        new = [change.entity.id for change in edit.changes if change.before is None]
        return new[0] if new and self._apply(edit) else None

    def unite(self, note_ids: Iterable[str]) -> bool:
        """Several notes become one. Raises Problem when their words are too many for one."""
        return self._apply(merge_notes(self.workshop, self._here(note_ids)))

    def lock(self, note_ids: Iterable[str]) -> bool:
        """Notes stay as they are until they are unlocked."""
        return self._apply(lock_notes(self.workshop, self._here(note_ids)))

    def unlock(self, note_ids: Iterable[str]) -> bool:
        """Notes can be changed again."""
        return self._apply(unlock_notes(self.workshop, self._here(note_ids)))

    def align(self, note_ids: Iterable[str], edge: Edge) -> bool:
        """Notes moved to a common edge or middle."""
        return self._apply(align_notes(self.workshop, self._here(note_ids), edge, self._ground()))

    def tidy_notes(self, note_ids: Iterable[str]) -> bool:
        """Notes laid into a grid where they are."""
        return self._apply(tidy_notes(self.workshop, self._here(note_ids), self._ground()))

    # groups

    def gather(self, target: str, note_ids: Sequence[str]) -> bool:
        """Notes dropped on another: they join its group, or make a new one with it, unless it is locked."""
        note = self.workshop.notes.get(target)
        if note is None or (note.locked and note.cluster_id is None):
            self._resync()
            return False
        if note.cluster_id is not None:
            return self.join(note.cluster_id, note_ids)
        return self.group([target, *(i for i in note_ids if i != target)])

    def group(self, note_ids: Sequence[str]) -> bool:
        """Notes brought together into a new group."""
        return self._apply(self._set_down(group_notes(self.workshop, self._here(note_ids))))

    def join(self, cluster_id: str, note_ids: Iterable[str]) -> bool:
        """Notes put into a group."""
        return self._apply(self._set_down(add_to_cluster(self.workshop, self._here(note_ids), cluster_id)))

    def free(self, note_ids: Iterable[str]) -> bool:
        """Notes taken out of their groups, to the nearest place beside them."""
        notes = [self.workshop.notes[i] for i in self._here(note_ids)]
        grouped = [note for note in notes if note.cluster_id is not None]
        if not grouped:
            return True
        return self._apply(free_notes(self.workshop, places_outside(self.workshop, grouped, self._ground())))

    def merge(self, note_ids: Iterable[str]) -> bool:
        """The groups of these notes become one."""
        ids = [cluster.id for cluster in clusters_of(self.workshop, self._here(note_ids))]
        return len(ids) < 2 or self._apply(self._set_down(merge_clusters(self.workshop, ids)))

    def dissolve(self, note_ids: Iterable[str]) -> bool:
        """The groups of these notes are no more; the notes stay where they lie."""
        clusters = clusters_of(self.workshop, self._here(note_ids))
        edits = [dissolve_cluster(self.workshop, cluster.id) for cluster in clusters]
        return self._apply(merged("cluster_dissolved", *edits))

    def rename(self, cluster_id: str, title: str, *, continuing: bool = False) -> bool:
        """A group's title."""
        if cluster_id not in self.workshop.clusters:
            return True
        return self._apply(rename_cluster(self.workshop, cluster_id, title), continuing=continuing)

    def tidy(self, by: Sorting = Sorting.ORDER) -> bool:
        """The board in order: groups in rows, lone notes below."""
        return self._apply(arrange(self.workshop, by))

    def take(self, gatherings: Iterable[Gathering]) -> bool:
        """Suggested groups as a person accepted them; they cover nothing, and what a person placed stays."""
        edit = take_suggestion(self.workshop, gatherings)
        return self._apply(set_down_unplaced(self.workshop, edit, self._ground()))
