"""What is on the board and where: it follows edits, and tells which parts of the board are to be painted again."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from models.board import Cluster, DotVote, Note
from models.edits.change import Edit
from models.ground import Ground
from models.layout import (
    FAMILY_HEAD,
    FAMILY_PADDING,
    ISLAND_HEAD,
    ISLAND_PADDING,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    Rectangle,
)
from models.workshop import Details, Workshop
from ui.board.arrow_set import ArrowSet, rectangle
from ui.board.arrows import Arrow, anywhere
from ui.board.frame_set import FrameSet, by_family
from ui.board.frames import Frame
from ui.board.gliding import Gliding
from ui.board.island import Island, island_around
from ui.board.lanes import Lanes
from ui.board.looks import PAPER, REACH, Looks
from ui.board.piles import Piles

LEAST_MARGIN = 800.0
MANY = 400
"""From so many changes on the whole board is painted again: to say what changed would take longer."""
_NEARBY = 1_000.0


def _paper(note: Note) -> QRectF:
    return QRectF(note.x, note.y, NOTE_WIDTH, NOTE_HEIGHT)


def _ringed(paper: QRectF) -> QRectF:
    return paper.adjusted(-REACH, -REACH, REACH, REACH)


class BoardState(QObject):
    """The notes, groups, families, arrows and lanes of a workshop, by their ids.

    `touched(areas)` says what is to be painted again: rectangles in board units, or None for everything. `bounds` is
    the stretch of board that can be scrolled over; `reached` tells that it changed, `followed` that an edit was
    followed.
    """

    selectionChanged = Signal()  # noqa: N815  # as Qt's scenes call it
    touched = Signal(object)
    followed = Signal()
    reached = Signal()

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.looks = Looks()
        self.ground = Ground()
        self.islands: dict[str, Island] = {}
        self.piles = Piles()
        self.lanes = Lanes(self.looks)
        self.lifted: dict[str, Place] = {}
        """Notes under way, and where they are now: they are painted over the board, not on it."""
        self.lifted_groups: set[str] = set()
        self.bounds = QRectF()
        self._workshop = workshop
        self._frames = FrameSet(self.looks)
        self._arrows = ArrowSet(self.looks)
        self._moved: list[Rectangle] = []
        self._areas: list[QRectF] | None = []
        self._gliding = Gliding(self)

    @property
    def notes(self) -> Mapping[str, Note]:
        """All notes by their ids."""
        return self._workshop.notes

    @property
    def frames(self) -> Mapping[str, Frame]:
        """All frames by the ids of their families."""
        return self._frames.frames

    @property
    def lifted_families(self) -> Collection[str]:
        """The families under way as one; other frames stay while a group of theirs is under way."""
        return self._frames.lifted

    @property
    def arrows(self) -> Mapping[str, Arrow]:
        """All arrows by the ids of their relations."""
        return self._arrows.arrows

    # following the workshop

    def resync(self, workshop: Workshop) -> None:
        """Show the workshop as it is, whatever was shown."""
        self._gliding.stop()
        self._put_down()
        self._workshop = workshop
        self.ground = Ground(workshop.notes.values())
        self._forget_gone()
        self._show_groups(set(workshop.clusters) | set(self.islands))
        self._show_the_rest()
        self._touch_all()
        self._tell()

    def follow(self, workshop: Workshop, edit: Edit, *, glide: bool = False) -> None:
        """Show what an edit changed. With `glide`, notes that were there already move to their new places."""
        self.rest()
        self._put_down()
        earlier = self._moving(edit) if glide else {}
        self._workshop = workshop
        if 2 * len(edit.changes) > len(workshop.notes):
            self.ground = Ground(workshop.notes.values())
        else:
            self.ground.follow(edit)
        groups = self._touched_by(edit)
        self._forget_gone()
        self._show_groups(groups)
        self._show_the_rest()
        self._gliding.start(earlier)
        self.followed.emit()
        self._tell()

    def _touched_by(self, edit: Edit) -> set[str]:
        """The groups that an edit may have changed; the notes' places are painted again."""
        if len(edit.changes) > MANY:
            self._touch_all()
            return self.islands.keys() | self._workshop.clusters.keys()
        groups: set[str] = set(self.islands) if edit.touches(Details) else set()
        for change in edit.changes:
            groups |= self._groups_touched(change.before) | self._groups_touched(change.after)
        return groups

    def _groups_touched(self, entity: object) -> set[str]:
        """The groups that an entity, as it was or is, is part of; a note's place is painted again."""
        if isinstance(entity, Note):
            if self._areas is not None:
                self._areas.append(_ringed(_paper(entity)))
            return {entity.cluster_id} if entity.cluster_id else set()
        return {entity.id} if isinstance(entity, Cluster | DotVote) else set()

    def _moving(self, edit: Edit) -> dict[str, Place]:
        """Where the notes that move were before."""
        pairs = ((change.before, change.after) for change in edit.changes)
        both = [(a, b) for a, b in pairs if isinstance(a, Note) and isinstance(b, Note)]
        return {a.id: (a.x, a.y) for a, b in both if (a.x, a.y) != (b.x, b.y)}

    def _forget_gone(self) -> None:
        """What is remembered of things that are gone is forgotten."""

    def _show_groups(self, cluster_ids: Iterable[str]) -> None:
        for cluster_id in cluster_ids:
            cluster = self._workshop.clusters.get(cluster_id)
            rect = self.ground.island(cluster_id)
            island = self.islands.get(cluster_id)
            if cluster is None or rect is None:
                if island is not None:
                    del self.islands[cluster_id]
                    self.piles.forget(cluster_id)
                    self._moved.append(rectangle(island.rect))
                    self.touch(island.rect)
                continue
            if island is None:
                island = self.islands[cluster_id] = Island(cluster, self.looks)
            self._show_group(island, cluster, QRectF(rect[0], rect[1], rect[2] - rect[0], rect[3] - rect[1]))

    def _show_group(self, island: Island, cluster: Cluster, rect: QRectF) -> None:
        shown = island.cluster, island.tail_words(), island.rect
        counted = self._workshop.details.votes_closed and cluster.id in self._workshop.votes
        dots = self._workshop.dots(cluster.id) if counted else None
        if cluster.stacked or cluster.id in self.piles:
            self.piles.follow(cluster, [self.notes[i] for i in self.ground.members(cluster.id)])
        island.become(cluster, len(self.ground.members(cluster.id)), dots)
        island.set_rect(rect)
        if shown[2] != rect:
            self._moved += [rectangle(shown[2]), rectangle(rect)]
        if shown != (cluster, island.tail_words(), rect):
            self.touch(shown[2])
            self.touch(rect)

    def _show_the_rest(self) -> None:
        """What lies around groups and between them, and how far all of it reaches."""
        if self._workshop.families or self.frames:
            self._show_families()
        if self._workshop.relations or self.arrows:
            self._show_relations()
        self._moved = []
        if self._workshop.details.teams or self.lanes.shown:
            self._show_lanes()
        self._set_bounds()

    def _show_families(self) -> None:
        self._touch_each(self._frames.follow(self._workshop.ordered_families(), self.islands, self.lifted_groups))

    def _touch_each(self, areas: Iterable[QRectF]) -> None:
        for area in areas:
            self.touch(area)

    def _show_relations(self) -> None:
        moved, self._moved = self._moved, []
        relations = self._workshop.ordered_relations()
        free = anywhere if self.lifted else self._is_blank  # a hand does not wait for the best place of words
        self._touch_each(self._arrows.follow(relations, self.box, self._island_boxes, moved, free))

    def _island_boxes(self) -> list[Rectangle]:
        return [rectangle(island.rect) for island in self.islands.values()]

    def _is_blank(self, area: QRectF) -> bool:
        """Whether no note lies there."""
        return not self.ground.within(area.left(), area.top(), area.right(), area.bottom())

    def box(self, thing_id: str) -> QRectF | None:
        """Where a group, a family or a note lies now; None for what is not on the board."""
        one = self.islands.get(thing_id) or self.frames.get(thing_id)
        if one is not None:
            return one.rect
        return QRectF(PAPER.translated(*self.place(thing_id))) if thing_id in self.notes else None

    def _show_lanes(self) -> None:
        if self.lanes.follow(self._workshop):
            self._touch_all()

    def choose_lane(self, team: int) -> None:
        """Show that new notes come into the lane of this 班; 0 for none."""
        self.lanes.choose(team)
        self._show_lanes()
        self._set_bounds()
        self._tell_touched()

    def rest(self) -> None:
        """What still glides is there at once."""
        self._gliding.stop()

    # what is to be painted

    def touch(self, area: QRectF) -> None:
        """What lies in an area (board units) is to be painted again once all is told."""
        if self._areas is not None and not area.isEmpty():
            self._areas.append(area.adjusted(-4.0, -4.0, 4.0, 4.0))

    def _touch_all(self) -> None:
        self._areas = None

    def _tell(self) -> None:
        self._tell_touched()
        self.selectionChanged.emit()

    def _tell_touched(self) -> None:
        areas, self._areas = self._areas, []
        if areas is None or areas:
            self.touched.emit(areas if areas is not None and len(areas) <= 2 * MANY else None)

    def _touch_notes(self, note_ids: Collection[str]) -> None:
        if len(note_ids) > 2 * MANY:
            self._touch_all()
        elif self._areas is not None:
            self._areas += _gathered(self.notes[i] for i in note_ids if i in self.notes)

    # places

    def place(self, note_id: str) -> Place:
        """Where a note lies now, be it on its way."""
        lifted = self.lifted.get(note_id)
        if lifted is not None:
            return lifted
        note = self.notes[note_id]
        return note.x, note.y

    def members(self, cluster_id: str) -> set[str]:
        """The ids of the notes in a group."""
        return self.ground.members(cluster_id)

    def content(self) -> QRectF:
        """The rectangle around all notes, islands, frames and lanes, where they belong; empty for an empty board."""
        bounds = self.ground.bounds()
        if bounds is None:
            return self.lanes.rect()
        rect = QRectF(bounds[0], bounds[1], bounds[2] - bounds[0], bounds[3] - bounds[1])
        pad = (ISLAND_PADDING if self.islands else 0.0) + (FAMILY_PADDING if self.frames else 0.0)
        head = (ISLAND_HEAD if self.islands else 0.0) + (FAMILY_HEAD if self.frames else 0.0)
        return rect.adjusted(-pad, -pad - head, pad, pad) | self.lanes.rect()

    def _set_bounds(self) -> None:
        """Room around everything, so that one can scroll past the edge, and drag things there."""
        content = self.content() | QRectF(0.0, 0.0, 1.0, 1.0)
        x, y = max(LEAST_MARGIN, content.width() / 2.0), max(LEAST_MARGIN, content.height() / 2.0)
        bounds = content.adjusted(-x, -y, x, y)
        if bounds != self.bounds:
            self.bounds = bounds
            self.reached.emit()

    def island_at(self, at: QPointF) -> Island | None:
        """The island at a point."""
        return self.island_at_besides(at, ())

    def island_at_besides(self, at: QPointF, besides: Collection[str]) -> Island | None:
        """The island at a point, those of `besides` (ids of groups) not counted."""
        islands = (island for i, island in self.islands.items() if i not in besides)
        return next((island for island in islands if island.rect.contains(at)), None)

    def frame_at(self, at: QPointF) -> Frame | None:
        """The frame at a point, islands in it not counted."""
        return next((frame for frame in self.frames.values() if frame.rect.contains(at)), None)

    def arrow_at(self, at: QPointF, zoom: float) -> Arrow | None:
        """The arrow at a point."""
        return next((arrow for arrow in self.arrows.values() if arrow.is_at(at, zoom)), None)

    def family_groups(self, family_id: str) -> set[str]:
        """The ids of the groups of a family."""
        return by_family(self.islands).get(family_id, set())

    def family_notes(self, family_id: str) -> set[str]:
        """The ids of all notes in a family."""
        return {i for group in self.family_groups(family_id) for i in self.members(group)}

    # under way

    def lift(self, places: Mapping[str, Place], groups: Iterable[str] = (), families: Iterable[str] = ()) -> None:
        """Take notes off the board, with them whole groups, and families that move as one: they are shown at these
        places until put down."""
        self._put_down()
        self.lifted, self.lifted_groups, self._frames.lifted = dict(places), set(groups), set(families)
        self._touch_lifted()

    def move_lifted(self, places: Mapping[str, Place]) -> None:
        """Notes that were lifted are at other places now."""
        self.lifted.update(places)
        for cluster_id in self.lifted_groups:
            corners = [self.place(i) for i in self.members(cluster_id)]
            if cluster_id in self.islands and corners:
                self.islands[cluster_id].set_rect(island_around(corners))
        if self.lifted_groups and (self.frames or self.arrows):
            self._follow_lifted_groups()
        elif self.arrows:
            self._show_relations()
        self._tell_touched()

    def _follow_lifted_groups(self) -> None:
        if self.frames:
            self._show_families()
        if self.arrows:
            self._show_relations()

    def put_down(self) -> None:
        """What was lifted lies where it belongs again."""
        self._put_down()
        self._tell_touched()

    def _put_down(self) -> None:
        if not self.lifted:
            return
        self._touch_lifted(tell=False)
        groups, self.lifted, self.lifted_groups = self.lifted_groups, {}, set()
        families, self._frames.lifted = self._frames.lifted, set()
        self._touch_each(self._frames.areas(families))
        self._show_groups(groups)
        self._follow_lifted_groups()

    def _touch_lifted(self, *, tell: bool = True) -> None:
        if len(self.lifted) > MANY:
            self._touch_all()
        for note_id in self.lifted:
            if self._areas is not None and note_id in self.notes:
                self._areas.append(_ringed(_paper(self.notes[note_id])))
        for cluster_id in self.lifted_groups:
            if cluster_id in self.islands:
                self.touch(self.islands[cluster_id].rect)
        self._touch_each(self._frames.areas(self.lifted_families))
        if tell:
            self._tell_touched()


def _gathered(notes: Iterable[Note]) -> Iterable[QRectF]:
    """The areas of notes, those that lie near one another as one: fewer are followed faster."""
    areas: dict[tuple[float, float], QRectF] = {}
    for note in notes:
        key = note.x // _NEARBY, note.y // _NEARBY
        area = _ringed(_paper(note))
        areas[key] = areas[key] | area if key in areas else area
    return areas.values()


def by_order(note: Note) -> tuple[float, str]:
    """The key by which notes lie on one another, and are listed."""
    return note.order, note.id
