"""Dragging notes and islands: they are lifted until the button is let go, then one edit is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from models.language import gettext as _
from models.layout import Place
from ui.board.frames import Frame
from ui.board.island import Island
from ui.board.looks import PAPER

if TYPE_CHECKING:
    from models.board import Note
    from ui.board.view import BoardView

LEAVING = 24.0
"""A note leaves its group when its middle is this far outside the island it was in."""

Target = Island | Frame | str
"""A group, a group of groups, or the id of a note."""


class Drag:
    """Notes under way. `whole` holds the groups of which every note moves: they stay together."""

    def __init__(self, view: BoardView, ids: list[str], start: QPointF) -> None:
        self._view, self._board, self._start = view, view.board, start
        board = view.board
        ids = [*dict.fromkeys([*ids, *self._piled(ids)])]
        self._from = {i: board.place(i) for i in ids if i in board.notes and not board.notes[i].locked}
        groups = {board.notes[i].cluster_id for i in self._from} - {None}
        self._whole = {g for g in groups if g is not None and board.members(g) <= self._from.keys()}
        self._homes = {g: QRectF(board.islands[g].rect) for g in groups if g is not None and g in board.islands}
        self._only_groups = all(board.notes[i].cluster_id in self._whole for i in self._from)
        self._families = self._whole_families()
        self._frames = self._home_frames()
        self._target: Target | None = None
        board.lift(self._from, self._whole, self._families)

    def _piled(self, ids: list[str]) -> set[str]:
        """The notes that lie on one pile with these."""
        board = self._board
        groups = {board.notes[i].cluster_id for i in ids if i in board.notes} if board.piles.tops else set()
        return {i for group in groups if group is not None and group in board.piles for i in board.members(group)}

    def _whole_families(self) -> set[str]:
        """The groups of groups that move as one: chosen by their frames, or with several groups."""
        board = self._board
        if not board.frames or not self._whole:
            return set()
        homes = {board.islands[g].cluster.family_id for g in self._whole}
        groups = {home: board.family_groups(home) for home in homes if home is not None}
        whole = {home for home, inside in groups.items() if inside <= self._whole}
        return {home for home in whole if len(groups[home]) > 1 or home in board.chosen_frames}

    def _home_frames(self) -> dict[str, QRectF]:
        """The frames in which groups are dragged that may leave them."""
        board = self._board
        homes = {g: board.islands[g].cluster.family_id or "" for g in self._whole}
        inside = ((g, home) for g, home in homes.items() if home in board.frames and home not in self._families)
        return {g: QRectF(board.frames[home].rect) for g, home in inside}

    def move(self, at: QPointF) -> None:
        """The pointer is at a point of the board."""
        by_x, by_y = at.x() - self._start.x(), at.y() - self._start.y()
        self._board.move_lifted({i: (x + by_x, y + by_y) for i, (x, y) in self._from.items()})
        self._aim(self._target_at(at))
        self._view.viewport().update()

    def cue(self) -> str:
        """What would happen if the button were let go now, in words; empty for a mere move."""
        if not self._from:
            return _("These notes are locked")
        if isinstance(self._target, str):
            return _("Let go to make a group of them")
        if isinstance(self._target, Island):
            if self._only_groups:
                return _("Let go to choose what becomes of them")
            return _("Let go to put it into this group")
        if isinstance(self._target, Frame):
            if self._families:
                return _("Let go to choose what becomes of them")
            title = self._target.family.title or _("without a title")
            return _("Let go to put it into the bigger group “{title}”").format(title=title)
        if self._groups_leaving():
            return _("Let go to take it out of the bigger group")
        return _("Let go to take it out of its group") if self._leaving() else ""

    def drop(self) -> None:
        """The button is let go: one edit, or everything back to where it was."""
        target, leaving, groups = self._target, self._leaving(), self._groups_leaving()
        places = {i: self._board.place(i) for i in self._from if i in self._board.notes}
        self._aim(None)
        if isinstance(target, Island) and self._only_groups:
            self._view.groups_dropped.emit(sorted(self._whole), target.cluster.id, places)
            return
        if isinstance(target, Frame) and self._families:
            self._view.groups_dropped.emit(sorted(self._whole), target.family.id, places)
            return
        self._board.put_down()
        if isinstance(target, str):
            self._view.edits.gather(target, list(places))
        elif isinstance(target, Island):
            self._view.edits.join(target.cluster.id, list(places))
        elif isinstance(target, Frame):
            self._view.edits.things.enter(sorted(self._whole), target.family.id, places)
        elif groups and not leaving:
            self._view.edits.things.leave(groups, places)
        elif places:
            self._view.edits.move(places, leaving)

    def cancel(self) -> None:
        """Everything back to where it was."""
        self._aim(None)
        self._board.put_down()
        self._view.viewport().update()

    def _target_at(self, at: QPointF) -> Target | None:
        """What takes the notes in; whole groups are taken in by groups alone."""
        island = self._board.island_at_besides(at, self._whole)
        if self._whole:
            outside = island is not None and island.cluster.id not in self._homes
            return self._group_target(at, island if outside else None) if self._only_groups else None
        note = self._board.note_at(at, besides=self._from)
        if note is not None:
            return None if note.cluster_id in self._homes else self._note_target(note, island)
        return None if island is None or island.cluster.id in self._homes else island

    def _group_target(self, at: QPointF, island: Island | None) -> Target | None:
        """What takes whole groups in: a group, or the frame of groups that they are not in already."""
        if island is not None and not (self._families and island.cluster.family_id in self._board.frames):
            return island
        homes = {self._board.islands[g].cluster.family_id for g in self._whole}
        frames = (one for i, one in self._board.frames.items() if i not in self._families and homes != {i})
        return next((frame for frame in frames if frame.rect.contains(at)), None)

    def _note_target(self, note: Note, island: Island | None) -> Target | None:
        """A note that is dropped on: its group, or it alone when it is free to make one."""
        if note.cluster_id is not None:
            return self._board.islands.get(note.cluster_id, island)
        return None if note.locked else note.id

    def _aim(self, target: Target | None) -> None:
        if target is not self._target:
            self._view.viewport().update()
        self._target = target
        if isinstance(target, Island | Frame):
            self._view.target = target.rect
        elif target is not None:
            self._view.target = PAPER.translated(*self._board.place(target))
        else:
            self._view.target = None

    def _groups_leaving(self) -> list[str]:
        """The groups that were dragged clearly outside the frame they were in."""
        islands = self._board.islands
        away = (g for g in self._frames if g in islands and not self._frames[g].contains(islands[g].rect.center()))
        return sorted(away)

    def _leaving(self) -> set[str]:
        """The notes that were dragged clearly outside their island."""
        leaving = set()
        for note_id in self._from.keys() & self._board.notes.keys():
            note = self._board.notes[note_id]
            home = self._homes.get(note.cluster_id or "")
            if home is None or note.cluster_id in self._whole:
                continue
            if not home.adjusted(-LEAVING, -LEAVING, LEAVING, LEAVING).contains(_middle(self._board.place(note_id))):
                leaving.add(note_id)
        return leaving


def _middle(place: Place) -> QPointF:
    return QPointF(*place) + PAPER.center()


class Lasso:
    """A rubber band that selects the notes it touches, besides those in `kept`."""

    def __init__(self, view: BoardView, start: QPointF, kept: set[str]) -> None:
        self._view, self._start, self._kept = view, start, kept

    def move(self, at: QPointF) -> None:
        """The pointer is at a point of the board."""
        band = QRectF(self._start, at).normalized()
        touched = self._view.board.ground.within(band.left(), band.top(), band.right(), band.bottom())
        self._view.board.select(touched | self._kept if self._kept else touched)
        self._view.band = self._view.on_screen(band)
        self._view.viewport().update()

    def cue(self) -> str:
        """How many notes are selected by now."""
        count = len(self._view.board.chosen)
        return _("Selected: {count}").format(count=count) if count else ""

    def drop(self) -> None:
        """The button is let go: what is selected stays so."""
        self._view.band = None
        self._view.viewport().update()

    def cancel(self) -> None:
        """Only what was selected before is."""
        self.drop()
        self._view.board.select(self._kept)
