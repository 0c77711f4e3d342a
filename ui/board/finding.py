"""Going to what was found, near enough to be read: a note, a group or a group of groups."""

from ui.board.looks import PAPER
from ui.board.scene import BoardScene
from ui.board.view import BoardView


class Finding:
    """Brings things into sight in a view by their ids; ids that are gone are passed over."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    @property
    def _board(self) -> BoardScene:
        return self._view.board

    def see(self, note_id: str) -> None:
        """To a note; it is selected."""
        if note_id in self._board.notes:
            self._board.select([note_id])
            self._view.go_to(note_id)

    def go_to(self, thing_id: str) -> None:
        """To a note, which is selected, or to a group, which is ringed, so that its notes stay as they are."""
        island, note = self._board.islands.get(thing_id), self._board.notes.get(thing_id)
        self._view.commands.groups.show(thing_id)
        if island is not None:
            self._view.approach(island.rect if island.rect.height() < self._view.height() else island.head())
            self._ring(thing_id)
        elif note is not None:
            self._view.approach(PAPER.translated(note.x, note.y))
            self.see(thing_id)

    def choose(self, thing_id: str) -> None:
        """The same, and all of a group is selected."""
        self.go_to(thing_id)
        if thing_id in self._board.islands:
            self._board.select(self._board.members(thing_id))

    def _ring(self, cluster_id: str) -> None:
        """Nothing is selected; the group's first note is the one the keys are for."""
        self._view.commands.clear()
        self._view.go_to(self._view.edits.workshop.members(cluster_id)[0].id, reveal=False)
        self._view.ring(cluster_id)
