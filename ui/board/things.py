"""What a selection stands for: groups of groups, groups, and lone notes. A note in a group stands for the group."""

from __future__ import annotations

from models.language import gettext as _
from models.text import cut
from models.workshop import Workshop
from ui.board.scene import BoardScene

SAID_CHARS = 24
MOST = 2
"""More things than this are not told apart: no command is for three."""


def told(workshop: Workshop, thing_id: str) -> str:
    """A thing in a few words: its title, or a lone note's words."""
    if thing_id in workshop.families:
        return cut(workshop.families[thing_id].title, SAID_CHARS) or _("without a title")
    if thing_id in workshop.clusters:
        return cut(workshop.clusters[thing_id].title, SAID_CHARS) or _("without a title")
    note = workshop.notes.get(thing_id)
    return "" if note is None else cut(note.text.replace("\n", " "), SAID_CHARS)


class ChosenThings:
    """Follows a scene's selection: the things in it in the order in which they were chosen, three at the most."""

    def __init__(self, board: BoardScene) -> None:
        self._board = board
        self.all: list[str] = []
        board.selectionChanged.connect(self.follow)

    @property
    def one(self) -> str | None:
        """The thing, if there is exactly one."""
        return self.all[0] if len(self.all) == 1 else None

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two things, if there are exactly two: the one chosen first comes first."""
        return (self.all[0], self.all[1]) if len(self.all) == MOST else None

    def follow(self) -> None:
        """The selection may have changed."""
        found = self._found()
        kept = [one for one in self.all if one in found]
        self.all = kept + sorted(found - set(kept), key=self._reading_order)

    def _found(self) -> set[str]:
        """The things in the selection, looked for until there are too many."""
        board = self._board
        frames = board.chosen_frames
        found: set[str] = set()
        for note_id in board.chosen:
            cluster_id = board.notes[note_id].cluster_id
            if cluster_id is None or cluster_id not in board.islands:
                found.add(note_id)
            else:
                family_id = board.islands[cluster_id].cluster.family_id
                found.add(family_id if family_id is not None and family_id in frames else cluster_id)
            if len(found) > MOST:
                break
        return found

    def _reading_order(self, thing_id: str) -> tuple[float, float]:
        box = self._board.box(thing_id)
        return (box.y(), box.x()) if box is not None else (0.0, 0.0)


def at_home(board: BoardScene, thing_id: str, other_id: str) -> bool:
    """Whether one of two things is in the other, or is it: they cannot be connected."""
    return other_id in _homes(board, thing_id) or thing_id in _homes(board, other_id)


def _homes(board: BoardScene, thing_id: str) -> set[str]:
    """A thing and what it is in."""
    homes: set[str | None] = {thing_id}
    if thing_id in board.notes:
        homes.add(board.notes[thing_id].cluster_id)
    for one in tuple(homes):
        if one in board.islands:
            homes.add(board.islands[one].cluster.family_id)
    return {one for one in homes if one is not None}
