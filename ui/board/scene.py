"""The board as items: it follows edits and touches only what they touched."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from models.board import Cluster, DotVote, Note
from models.edits.change import Edit
from models.layout import ISLAND_HEAD, ISLAND_PADDING, Place
from models.workshop import Details, Workshop
from ui.board.gliding import Gliding
from ui.board.island_item import IslandItem, island_around
from ui.board.lanes import Lanes
from ui.board.looks import NEAR, PAPER, Looks
from ui.board.note_item import NoteItem

LEAST_MARGIN = 800.0

_Item = TypeVar("_Item", bound=QGraphicsItem)


class BoardScene(QGraphicsScene):
    """One item a note and one a group, by their ids."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.looks = Looks()
        self.notes: dict[str, NoteItem] = {}
        self.islands: dict[str, IslandItem] = {}
        self.lanes = Lanes(self, self.looks)
        self._members: dict[str, set[str]] = {}
        self._workshop = workshop
        self._gliding = Gliding(self)
        self.current: str | None = None
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setMinimumRenderSize(0.5)
        self.resync(workshop)

    # following the workshop

    def resync(self, workshop: Workshop) -> None:
        """Show the workshop as it is, whatever was shown."""
        self._gliding.stop()
        self._workshop = workshop
        for gone in [i for i in self.notes if i not in workshop.notes]:
            self._forget_note(gone)
        for note in workshop.notes.values():
            self._show_note(note)
        self._show_groups(set(workshop.clusters) | set(self.islands))
        self.lanes.follow(workshop)
        self._set_bounds()
        self.selectionChanged.emit()

    def follow(self, workshop: Workshop, edit: Edit, *, glide: bool = False) -> None:
        """Show what an edit changed. With `glide`, notes that were there already move to their new places."""
        self._gliding.stop()
        self._workshop = workshop
        places = self._places(edit) if glide else {}
        groups: set[str] = set()
        for change in edit.changes:
            groups |= self._touched_groups(change.before) | self._touched_groups(change.after)
            self._follow_note(change.before, change.after)
        if edit.touches(Details):
            groups |= set(self.islands)
        self._show_groups(groups)
        if workshop.details.teams or self.lanes.items:
            self.lanes.follow(workshop)
        self._set_bounds()
        self._gliding.start(places)
        self.selectionChanged.emit()

    def choose_lane(self, team: int) -> None:
        """Show that new notes come into the lane of this 班; 0 for none."""
        self.lanes.choose(team, self._workshop)
        self._set_bounds()

    def rest(self) -> None:
        """What still glides is there at once."""
        self._gliding.stop()

    def _places(self, edit: Edit) -> dict[str, Place]:
        """Where the notes that move were before."""
        moving = ((c.before, c.after) for c in edit.changes)
        pairs = [(a, b) for a, b in moving if isinstance(a, Note) and isinstance(b, Note)]
        return {a.id: self.place(a.id) for a, b in pairs if self.place(a.id) != (b.x, b.y)}

    def _touched_groups(self, entity: object) -> set[str]:
        if isinstance(entity, Note):
            return {entity.cluster_id} if entity.cluster_id else set()
        return {entity.id} if isinstance(entity, Cluster | DotVote) else set()

    def _follow_note(self, before: object, after: object) -> None:
        if isinstance(after, Note):
            self._show_note(after)
        elif isinstance(before, Note):
            self._forget_note(before.id)

    def _show_note(self, note: Note) -> None:
        item = self.notes.get(note.id)
        if item is None:
            item = self.notes[note.id] = NoteItem(note, self.looks)
            self.addItem(item)
        else:
            self._leave_group(item.note)
            item.become(note)
        if note.cluster_id is not None:
            self._members.setdefault(note.cluster_id, set()).add(note.id)

    def _forget_note(self, note_id: str) -> None:
        item = self.notes.pop(note_id)
        self._leave_group(item.note)
        if self.current == note_id:
            self.current = None
        blocked = self.blockSignals(True)  # what is selected is told once all is as it should be
        self.removeItem(item)
        self.blockSignals(blocked)

    def _leave_group(self, note: Note) -> None:
        if note.cluster_id is not None:
            self._members.get(note.cluster_id, set()).discard(note.id)

    def _show_groups(self, cluster_ids: Iterable[str]) -> None:
        for cluster_id in cluster_ids:
            cluster = self._workshop.clusters.get(cluster_id)
            if cluster is None or not self._members.get(cluster_id):
                self._forget_group(cluster_id)
            else:
                self._show_group(cluster)

    def _show_group(self, cluster: Cluster) -> None:
        item = self.islands.get(cluster.id)
        if item is None:
            item = self.islands[cluster.id] = IslandItem(cluster, self.looks)
            self.addItem(item)
        counted = self._workshop.details.votes_closed and cluster.id in self._workshop.votes
        dots = self._workshop.dots(cluster.id) if counted else None
        item.become(cluster, len(self._members[cluster.id]), dots)
        self.refit([cluster.id])

    def _forget_group(self, cluster_id: str) -> None:
        self._members.pop(cluster_id, None)
        item = self.islands.pop(cluster_id, None)
        if item is not None:
            self.removeItem(item)

    # places

    def place(self, note_id: str) -> Place:
        """Where a note's item lies now, be it on its way."""
        at = self.notes[note_id].pos()
        return at.x(), at.y()

    def members(self, cluster_id: str) -> set[str]:
        """The ids of the notes in a group."""
        return set(self._members.get(cluster_id, ()))

    def refit(self, cluster_ids: Iterable[str]) -> None:
        """Lay islands around where their members lie now."""
        for cluster_id in cluster_ids:
            corners = [self.notes[i].pos() for i in self._members.get(cluster_id, ())]
            if corners and cluster_id in self.islands:
                self.islands[cluster_id].set_rect(island_around(corners))

    def content(self) -> QRectF:
        """The rectangle around all notes, islands and lanes, where they belong; empty for an empty board."""
        notes = [item.note for item in self.notes.values()]
        if not notes:
            return self.lanes.rect()
        left, top = min(note.x for note in notes), min(note.y for note in notes)
        right, bottom = max(note.x for note in notes), max(note.y for note in notes)
        rect = QRectF(left, top, right - left + PAPER.width(), bottom - top + PAPER.height())
        pad = ISLAND_PADDING if self.islands else 0.0
        return rect.adjusted(-pad, -pad - (ISLAND_HEAD if self.islands else 0.0), pad, pad) | self.lanes.rect()

    def _set_bounds(self) -> None:
        """Room around everything, so that one can scroll past the edge, and drag things there."""
        content = self.content() | QRectF(0.0, 0.0, 1.0, 1.0)
        x, y = max(LEAST_MARGIN, content.width() / 2.0), max(LEAST_MARGIN, content.height() / 2.0)
        self.setSceneRect(content.adjusted(-x, -y, x, y))

    def note_at(self, at: QPointF, besides: Iterable[str] = ()) -> NoteItem | None:
        """The topmost note at a point of the scene, `besides` not counted."""
        passed = set(besides)
        found = (item for item in self.items(at) if isinstance(item, NoteItem) and item.note.id not in passed)
        return next((item for item in found if PAPER.contains(at - item.pos())), None)

    def island_at(self, at: QPointF) -> IslandItem | None:
        """The island at a point of the scene."""
        found = (item for item in self.items(at) if isinstance(item, IslandItem))
        return next((item for item in found if item.rect.contains(at)), None)

    # what is selected, current, found

    def selected(self) -> list[str]:
        """The ids of the selected notes, in the notes' order."""
        items = [item for item in self.selectedItems() if isinstance(item, NoteItem)]
        return [item.note.id for item in sorted(items, key=lambda item: (item.note.order, item.note.id))]

    def select(self, note_ids: Iterable[str], *, add: bool = False) -> None:
        """Select notes, in place of what is selected or with it."""
        wanted = set(note_ids)
        blocked = self.blockSignals(True)
        if not add:
            self.clearSelection()
        for note_id in wanted & set(self.notes):
            self.notes[note_id].setSelected(True)
        self.blockSignals(blocked)
        self.selectionChanged.emit()

    def set_current(self, note_id: str | None) -> None:
        """Move the focus ring to a note."""
        if self.current in self.notes and self.current is not None:
            self.notes[self.current].set_current(False)
        self.current = note_id if note_id in self.notes else None
        if self.current is not None:
            self.notes[self.current].set_current(True)

    def highlight(self, note_ids: Iterable[str] | None) -> None:
        """Have some notes stand out from the others; None ends it."""
        wanted = None if note_ids is None else set(note_ids)
        for item in self.notes.values():
            hit = wanted is not None and item.note.id in wanted
            item.mark(dimmed=wanted is not None and not hit, hit=hit)

    def set_zoom(self, zoom: float) -> None:
        """Have items show what can be seen at this zoom."""
        self.looks.zoom = zoom
        self.looks.near = zoom >= NEAR
