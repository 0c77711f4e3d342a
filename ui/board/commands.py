"""What is done to the selected notes, whether asked by a key, a button or the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from models.board import Cluster, Note, NoteKind
from models.edits.arranging import Edge
from models.language import gettext as _
from models.problems import Problem
from ui.board.arrow_commands import ArrowCommands
from ui.board.group_commands import GroupCommands
from ui.board.linking import Linking
from ui.board.nearby import beyond, nearest
from ui.board.sweeping import Sweeping

if TYPE_CHECKING:
    from ui.board.view import BoardView

NUDGE = 16.0


class BoardCommands:
    """Commands on the selection of a view; the current note counts as selected while nothing else is."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.groups, self.links, self.arrows = GroupCommands(view), Linking(view), ArrowCommands(view)
        self.sweeping = Sweeping(view)

    # what they are for

    def chosen(self) -> list[str]:
        """The ids of the notes a command is for, in the notes' order."""
        board = self._view.board
        selected = board.selected()
        return selected or ([board.current] if board.current is not None else [])

    def _meant(self) -> set[str]:
        """The same, in no order: it costs no more than there are."""
        board = self._view.board
        return set(board.chosen) or ({board.current} if board.current is not None else set())

    def count(self) -> int:
        """How many notes a command is for."""
        board = self._view.board
        return len(board.chosen) or int(board.current is not None)

    def changeable(self) -> list[str]:
        """The ids of the notes a command may change. When all are locked this is said."""
        notes, chosen = self._view.board.notes, self.chosen()
        free = [i for i in chosen if not notes[i].locked]
        if chosen and not free:
            self._view.noticed.emit(_("This is locked and was not changed. The key L unlocks it."), "warning")
        return free

    def clusters(self) -> list[Cluster]:
        """The groups of the chosen notes, in the groups' order."""
        notes, clusters = self._view.board.notes, self._view.edits.workshop.clusters
        ids = {notes[i].cluster_id for i in self._meant()}
        return sorted((clusters[i] for i in ids if i is not None), key=lambda one: (one.order, one.id))

    def can_group(self) -> bool:
        """Whether a new group would differ from what is: not for exactly one whole group."""
        chosen, clusters = self._meant(), self.clusters()
        return bool(chosen) and not (len(clusters) == 1 and self._view.board.members(clusters[0].id) == chosen)

    def are_locked(self) -> bool:
        """Whether all chosen notes are locked."""
        notes, chosen = self._view.board.notes, self._meant()
        return bool(chosen) and all(notes[i].locked for i in chosen)

    # notes

    def recolour(self, kind: NoteKind) -> None:
        """The chosen notes become another kind."""
        self._view.edits.recolour(self.changeable(), kind)

    def delete(self) -> None:
        """The chosen notes go; the next note becomes the current one."""
        chosen = self.changeable()
        self.sweeping.deleted(chosen, lambda: self._delete(chosen))

    def _delete(self, chosen: list[str]) -> None:
        board = self._view.board
        here = board.notes.get(board.current or "")
        near = nearest(board.ground, (here.x, here.y), set(chosen)) if here is not None and chosen else None
        if chosen and self._view.edits.delete(chosen):
            self._view.go_to(near)

    def duplicate(self) -> None:
        """A copy of each chosen note; the copies are chosen then."""
        copies = self._view.edits.duplicate(self.chosen())
        if copies:
            self._view.board.select(copies)
            self._view.go_to(copies[0])
            self._view.reveal(copies)

    def unite(self) -> None:
        """The chosen notes become one, which is told."""
        chosen = self.changeable()
        if len(chosen) < 2:
            return
        try:
            united = self._view.edits.unite(chosen)
        except Problem as problem:
            self._view.noticed.emit(str(problem), "problem")
            return
        if united:
            self._choose(chosen[0])
            told = _("{count} notes became one, a line each. “Undo” parts them again.")
            self._view.noticed.emit(told.format(count=len(chosen)), "success")

    def _choose(self, note_id: str) -> None:
        self.arrows.leave()
        self._view.board.select([note_id])
        self._view.go_to(note_id)

    def switch_lock(self) -> None:
        """The chosen notes are locked, or, when all are, unlocked."""
        chosen = self.chosen()
        if self.are_locked():
            self._view.edits.unlock(chosen)
        elif chosen:
            self._view.edits.lock(chosen)

    # groups

    def group(self) -> None:
        """The chosen notes become a group of their own, and its title is asked for."""
        if not self.can_group():
            self.edit_title()
            return
        chosen = self.changeable()
        self.sweeping.into_one(chosen, lambda: self._group(chosen))

    def _group(self, chosen: list[str]) -> None:
        if chosen and self._view.edits.group(chosen):
            self._view.board.select(chosen)
            self._view.reveal(chosen)
            self.edit_title()

    def ask_group(self) -> None:
        """Have a group chosen that takes the notes in."""
        if self.changeable():
            self._view.group_asked.emit()

    def join(self, cluster_id: str | None) -> None:
        """The chosen notes move to a group, or to a new one."""
        chosen = self.changeable()
        if cluster_id is None:
            self.group()
        elif cluster_id in self._view.edits.workshop.clusters and chosen:
            self.sweeping.into_one(chosen, lambda: self._join(cluster_id, chosen), cluster_id)

    def _join(self, cluster_id: str, chosen: list[str]) -> None:
        if self._view.edits.join(cluster_id, chosen):
            self._view.board.select(chosen)
            self._view.reveal(chosen)

    def free(self) -> None:
        """The chosen notes leave their groups."""
        chosen = self.changeable()
        self.sweeping.freed(chosen, lambda: self._free(chosen))

    def _free(self, chosen: list[str]) -> None:
        self._view.edits.free(chosen)
        self._view.reveal(chosen)

    def merge(self) -> None:
        """The groups of the chosen notes become one."""
        self.sweeping.merged(self.clusters(), self._merge)

    def _merge(self) -> None:
        if len(self.clusters()) > 1 and self._view.edits.merge(self.chosen()):
            self._view.board.select(self._view.board.members(self.clusters()[0].id))

    def dissolve(self) -> None:
        """The groups of the chosen notes are no more; of groups of groups that are chosen as one, only the frames."""
        if not self.groups.dissolve():
            self.sweeping.dissolved(self.clusters(), lambda: self._view.edits.dissolve(self.chosen()))

    def ask_outline(self) -> None:
        """Have the board told as text."""
        self._view.outline_asked.emit()

    def ask_why(self) -> None:
        """Have it told why the one chosen note is in its group."""
        self._ask_of_one(self._view.why_asked)

    def ask_alike(self) -> None:
        """Have notes pointed at that are like the one chosen."""
        self._ask_of_one(self._view.alike_asked)

    def _ask_of_one(self, asked: SignalInstance) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self._view.go_to(chosen[0])
            asked.emit(chosen[0])
        else:
            self._view.noticed.emit(_("Choose one note first: this is told of one note at a time."), "success")

    # words

    def edit(self) -> None:
        """Edit the current note in place."""
        board = self._view.board
        note_id = board.current or next(iter(board.selected()), None)
        if note_id is not None:
            self._view.go_to(note_id)
            self._view.edit_note.emit(note_id)

    def split(self) -> None:
        """Have the one chosen note split where its words are edited."""
        chosen = self.changeable()
        if len(chosen) == 1:
            self._view.go_to(chosen[0])
            self._view.split_note.emit(chosen[0])

    def edit_title(self) -> None:
        """Edit the title of the chosen notes' first group in place, or that of a group of groups chosen as one."""
        clusters = self.clusters()
        if clusters and not self.groups.edit_title():
            self._view.ensureVisible(self._view.board.islands[clusters[0].id].head(), 16, 16)
            self._view.edit_title.emit(clusters[0].id)

    # places

    def align(self, edge: Edge) -> None:
        """The chosen notes get a common edge or middle."""
        chosen = self._laid_out()
        if len(chosen) > 1 and self._view.edits.align(chosen, edge):
            self._view.reveal(chosen)

    def ask_edge(self) -> None:
        """Have it chosen how the notes are aligned."""
        if self.count() > 1:
            self._view.edge_asked.emit()

    def tidy(self) -> None:
        """The chosen notes are laid into a grid."""
        chosen = self._laid_out()
        if len(chosen) > 1 and self._view.edits.tidy_notes(chosen):
            self._view.reveal(chosen)

    def _laid_out(self) -> list[str]:
        """The chosen notes that lie by themselves: a pile stays a pile."""
        notes, clusters = self._view.board.notes, self._view.edits.workshop.clusters
        piles = {cluster.id for cluster in clusters.values() if cluster.stacked}
        return [i for i in self.changeable() if notes[i].cluster_id not in piles]

    def nudge(self, dx: int, dy: int) -> None:
        """The chosen notes a little aside (steps of 16 units); members stay members."""
        notes, chosen = self._view.board.notes, self.changeable()
        places = {i: (notes[i].x + dx * NUDGE, notes[i].y + dy * NUDGE) for i in chosen}
        if places:
            self._view.edits.move(places, continuing=True)
            self._view.reveal(chosen[:1])

    # choosing

    def select_all(self) -> None:
        """Every note is selected."""
        self.arrows.leave()
        self._view.board.select(self._view.board.notes)

    def clear(self) -> None:
        """Nothing is selected, no arrow either."""
        self.arrows.leave()
        self._view.board.select(())

    def step(self, dx: int, dy: int, *, add: bool = False) -> None:
        """The nearest note in a direction becomes the current one, and selected."""
        board = self._view.board
        here = board.notes.get(board.current or "")
        note_id = self._first() if here is None else beyond(board.ground, (here.x, here.y), dx, dy)
        while note_id is not None and here is not None and self._is_in_one_pile(here, board.notes[note_id]):
            note_id = beyond(board.ground, board.ground.place(note_id), dx, dy)  # a pile is one step
        if note_id is not None:
            self.arrows.leave()
            pile = board.notes[note_id].cluster_id or ""
            board.select(board.members(pile) if pile in board.piles else [note_id], add=add)
            self._view.go_to(board.piles.tops.get(pile, note_id))

    def _is_in_one_pile(self, one: Note, other: Note) -> bool:
        return one.cluster_id == other.cluster_id and (one.cluster_id or "") in self._view.board.piles

    def _first(self) -> str | None:
        """The note nearest to the upper left corner of what is in sight."""
        corner = self._view.mapToScene(0, 0)
        return nearest(self._view.board.ground, (corner.x(), corner.y()))

    def go_to_end(self, *, last: bool) -> None:
        """The first or the last note in order becomes the current one."""
        notes = self._view.board.notes.values()
        note = (max if last else min)(notes, key=_by_order, default=None)
        if note is not None:
            self._choose(note.id)

    def zoom_to_chosen(self) -> None:
        """Show the chosen notes as large as they fit."""
        self._view.zoom_to_notes(self._meant())


def _by_order(note: Note) -> tuple[float, str]:
    return note.order, note.id
