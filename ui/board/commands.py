"""What is done to the selected notes, whether asked by a key, a button or the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from models.board import Cluster, NoteKind
from models.edits.clusters import clusters_of
from ui.board.looks import PAPER

if TYPE_CHECKING:
    from ui.board.view import BoardView

NUDGE = 16.0


class BoardCommands:
    """Commands on the selection of a view; the current note counts as selected while nothing else is."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def chosen(self) -> list[str]:
        """The ids of the notes a command is for."""
        board = self._view.board
        selected = board.selected()
        return selected or ([board.current] if board.current is not None else [])

    def clusters(self) -> list[Cluster]:
        """The groups of the chosen notes."""
        return clusters_of(self._view.edits.workshop, self.chosen())

    def can_group(self) -> bool:
        """Whether a new group would differ from what is: not for exactly one whole group."""
        chosen, clusters = set(self.chosen()), self.clusters()
        return bool(chosen) and not (len(clusters) == 1 and self._view.board.members(clusters[0].id) == chosen)

    def recolour(self, kind: NoteKind) -> None:
        """The chosen notes become another kind."""
        self._view.edits.recolour(self.chosen(), kind)

    def delete(self) -> None:
        """The chosen notes go; the next note becomes the current one."""
        chosen = self.chosen()
        rest = [i for i in self._view.board.notes if i not in set(chosen)]
        near = self._nearest(rest)
        if chosen and self._view.edits.delete(chosen):
            self._view.go_to(near)

    def _nearest(self, note_ids: list[str]) -> str | None:
        board = self._view.board
        if board.current is None or not note_ids:
            return None
        here = QPointF(*board.place(board.current))
        return min(note_ids, key=lambda i: (QPointF(*board.place(i)) - here).manhattanLength())

    def group(self) -> None:
        """The chosen notes become a group of their own, and its title is asked for."""
        chosen = self.chosen()
        if self.can_group() and self._view.edits.group(chosen):
            self._view.board.select(chosen)
            self._view.reveal(chosen)
        if chosen:
            self.edit_title()

    def free(self) -> None:
        """The chosen notes leave their groups."""
        chosen = self.chosen()
        self._view.edits.free(chosen)
        self._view.reveal(chosen)

    def merge(self) -> None:
        """The groups of the chosen notes become one."""
        if len(self.clusters()) > 1 and self._view.edits.merge(self.chosen()):
            self._view.board.select(self._view.board.members(self.clusters()[0].id))

    def dissolve(self) -> None:
        """The groups of the chosen notes are no more."""
        self._view.edits.dissolve(self.chosen())

    def edit(self) -> None:
        """Edit the current note in place."""
        board = self._view.board
        note_id = board.current or next(iter(board.selected()), None)
        if note_id is not None:
            self._view.go_to(note_id)
            self._view.edit_note.emit(note_id)

    def edit_title(self) -> None:
        """Edit the title of the chosen notes' first group in place."""
        clusters = self.clusters()
        if clusters:
            self._view.ensureVisible(self._view.board.islands[clusters[0].id].head(), 16, 16)
            self._view.edit_title.emit(clusters[0].id)

    def select_all(self) -> None:
        """Every note is selected."""
        self._view.board.select(self._view.board.notes)

    def clear(self) -> None:
        """Nothing is selected."""
        self._view.board.select(())

    def nudge(self, dx: int, dy: int) -> None:
        """The chosen notes a little aside (steps of 16 units); members stay members."""
        board = self._view.board
        chosen = self.chosen()
        places = {i: (board.place(i)[0] + dx * NUDGE, board.place(i)[1] + dy * NUDGE) for i in chosen}
        if places:
            self._view.edits.move(places, continuing=True)
            self._view.reveal(chosen[:1])

    def step(self, dx: int, dy: int, *, add: bool = False) -> None:
        """The nearest note in a direction becomes the current one, and selected."""
        board = self._view.board
        note_id = self._beyond(dx, dy) if board.current is not None else self._first()
        if note_id is not None:
            board.select([note_id], add=add)
            self._view.go_to(note_id)

    def _first(self) -> str | None:
        """The note nearest to the upper left corner of what is in sight."""
        board = self._view.board
        corner = self._view.mapToScene(0, 0)
        return min(board.notes, key=lambda i: (QPointF(*board.place(i)) - corner).manhattanLength(), default=None)

    def _beyond(self, dx: int, dy: int) -> str | None:
        """The note that is least far on, where being aside counts double."""
        board = self._view.board
        assert board.current is not None
        here = QPointF(*board.place(board.current))

        def distance(note_id: str) -> float:
            off = QPointF(*board.place(note_id)) - here
            ahead, aside = off.x() * dx + off.y() * dy, abs(off.x() * dy) + abs(off.y() * dx)
            return ahead + 2.0 * aside if ahead > 0.0 and aside <= ahead + PAPER.height() else float("inf")

        best = min(board.notes, key=distance)
        return best if distance(best) < float("inf") else None

    def go_to_end(self, *, last: bool) -> None:
        """The first or the last note in order becomes the current one."""
        notes = self._view.edits.workshop.ordered_notes()
        if notes:
            note = notes[-1 if last else 0]
            self._view.board.select([note.id])
            self._view.go_to(note.id)
