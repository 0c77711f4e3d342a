"""Dragging notes and islands: only items move until the button is let go, then one edit is made."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QRubberBand

from models.language import gettext as _
from ui.board.actions import BoardActions
from ui.board.island_item import IslandItem
from ui.board.looks import PAPER
from ui.board.note_item import DRAGGED_LAYER, NOTE_LAYER, NoteItem
from ui.board.scene import BoardScene

LEAVING = 24.0
"""A note leaves its group when its middle is this far outside the island it was in."""

Target = NoteItem | IslandItem


class Drag:
    """Notes under way. `whole` holds the groups of which every note moves: they stay together."""

    def __init__(self, scene: BoardScene, actions: BoardActions, ids: list[str], start: QPointF) -> None:
        self._scene, self._actions, self._start = scene, actions, start
        self._from = {i: QPointF(*scene.place(i)) for i in ids if i in scene.notes}
        groups = {scene.notes[i].note.cluster_id for i in self._from} - {None}
        self._whole = {g for g in groups if g is not None and scene.members(g) <= set(self._from)}
        self._homes = {g: QRectF(scene.islands[g].rect) for g in groups if g is not None and g in scene.islands}
        self._target: Target | None = None
        for note_id in self._from:
            scene.notes[note_id].setZValue(DRAGGED_LAYER)

    def move(self, at: QPointF) -> None:
        """The pointer is at a point of the scene."""
        by = at - self._start
        for note_id, place in self._from.items():
            if note_id in self._scene.notes:
                self._scene.notes[note_id].setPos(place + by)
        self._scene.refit(self._whole)
        self._aim(self._target_at(at))

    def cue(self) -> str:
        """What would happen if the button were let go now, in words; empty for a mere move."""
        if isinstance(self._target, NoteItem):
            return _("Let go to make a group of them")
        if isinstance(self._target, IslandItem):
            return _("Let go to put it into this group")
        return _("Let go to take it out of its group") if self._leaving() else ""

    def drop(self) -> bool:
        """The button is let go: one edit, or everything back to where it was."""
        target, leaving = self._target, self._leaving()
        places = {i: self._scene.place(i) for i in self._from if i in self._scene.notes}
        self._end()
        if isinstance(target, NoteItem):
            return self._actions.gather(target.note.id, list(places))
        if isinstance(target, IslandItem):
            return self._actions.join(target.cluster.id, list(places))
        return self._actions.move(places, leaving)

    def cancel(self) -> None:
        """Everything back to where it was."""
        for note_id, place in self._from.items():
            if note_id in self._scene.notes:
                self._scene.notes[note_id].setPos(place)
        self._scene.refit(self._whole)
        self._end()

    def _end(self) -> None:
        self._aim(None)
        for note_id in self._from:
            if note_id in self._scene.notes:
                self._scene.notes[note_id].setZValue(NOTE_LAYER)

    def _target_at(self, at: QPointF) -> Target | None:
        """What takes the notes in; nothing does for whole groups, which are only moved."""
        if self._whole:
            return None
        note = self._scene.note_at(at, besides=self._from)
        homes = set(self._homes)
        if note is not None:
            return None if note.note.cluster_id in homes else note
        island = self._scene.island_at(at)
        return None if island is None or island.cluster.id in homes else island

    def _aim(self, target: Target | None) -> None:
        if target is self._target:
            return
        for item, on in ((self._target, False), (target, True)):
            if item is not None:
                item.set_target(on)
        self._target = target

    def _leaving(self) -> set[str]:
        """The notes that were dragged clearly outside their island."""
        leaving = set()
        for note_id in self._from:
            item = self._scene.notes.get(note_id)
            home = None if item is None else self._homes.get(item.note.cluster_id or "")
            if item is None or home is None or item.note.cluster_id in self._whole:
                continue
            middle = item.pos() + PAPER.center()
            if not home.adjusted(-LEAVING, -LEAVING, LEAVING, LEAVING).contains(middle):
                leaving.add(note_id)
        return leaving


class Lasso:
    """A rubber band over the viewport that selects the notes it touches, besides those in `kept`."""

    def __init__(
        self,
        scene: BoardScene,
        band: QRubberBand,
        start: QPointF,
        to_view: Callable[[QPointF], QPointF],
        kept: set[str],
    ) -> None:
        self._scene, self._band, self._start, self._to_view, self._kept = scene, band, start, to_view, kept

    def move(self, at: QPointF) -> None:
        """The pointer is at a point of the scene."""
        corners = self._to_view(self._start).toPoint(), self._to_view(at).toPoint()
        self._band.setGeometry(QRect(*corners).normalized())
        self._band.show()
        area = QRectF(self._start, at).normalized()
        items = self._scene.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        touched = {i.note.id for i in items if isinstance(i, NoteItem) and i.sceneBoundingRect().intersects(area)}
        self._scene.select(touched | self._kept)

    def cue(self) -> str:
        """Nothing to say."""
        return ""

    def drop(self) -> None:
        """The button is let go: what is selected stays so."""
        self._band.hide()

    def cancel(self) -> None:
        """Only what was selected before is."""
        self._band.hide()
        self._scene.select(self._kept)
