"""Edits that put order into where notes lie: aligning, tidying a selection, laying out the whole board."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import islice

from models.board import Cluster, Note
from models.edits.change import Edit, put
from models.edits.room import grounded
from models.ground import Ground
from models.layout import (
    ARROW_GAP,
    EDGE,
    GAP,
    ISLAND_GAP,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    Rectangle,
    columns_of,
    group_places,
    island_around,
    on_board,
    paper,
    paper_of_all,
)
from models.packing import Block, Frame, Group, arranged
from models.workshop import Workshop

MOST_ROWS = 400
"""In so many rows places for a tidied selection are looked for, before it lies on what is there."""


class Edge(StrEnum):
    """What aligned notes have in common."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Sorting(StrEnum):
    """What comes first on a board that is laid out."""

    ORDER = "order"
    SIZE = "size"
    VOTES = "votes"


def laid(workshop: Workshop, kind: str, places: Mapping[str, Place], *, placed: bool | None = None) -> Edit:
    """Notes lie at new places, but for those that are locked; `placed` says anew whether a person put them there."""
    free = ((workshop.notes[i], on_board(*place)) for i, place in places.items() if not workshop.notes[i].locked)
    moved = (
        replace(note, x=x, y=y, placed=note.placed if placed is None else placed)
        for note, (x, y) in free
        if (note.x, note.y) != (x, y)
    )
    return put(workshop, kind, *moved)


def align_notes(workshop: Workshop, note_ids: Iterable[str], edge: Edge, ground: Ground | None = None) -> Edit:
    """Notes moved to a common edge or middle: that of the rectangle around them all, locked ones included.

    None comes to lie on another, chosen or not, nor on a group that none of them is of: where it would, it goes on
    along the line.
    """
    notes = [workshop.notes[i] for i in dict.fromkeys(note_ids)]
    if not notes:
        return Edit("notes_aligned", ())
    left, top, right, bottom = paper_of_all(notes)
    x = {Edge.LEFT: left, Edge.CENTRE: (left + right - NOTE_WIDTH) / 2, Edge.RIGHT: right - NOTE_WIDTH}.get(edge)
    y = {Edge.TOP: top, Edge.MIDDLE: (top + bottom - NOTE_HEIGHT) / 2, Edge.BOTTOM: bottom - NOTE_HEIGHT}.get(edge)
    along = 1 if y is None else 0
    places = {note.id: (note.x if x is None else x, note.y if y is None else y) for note in notes if not note.locked}
    line = (x or 0.0, -EDGE, (x or 0.0) + NOTE_WIDTH, EDGE) if y is None else (-EDGE, y, EDGE, y + NOTE_HEIGHT)
    staying = [(box[along], box[along + 2]) for box in _in_the_line(line, notes, grounded(workshop, ground), workshop)]
    return laid(workshop, "notes_aligned", _one_behind_another(places, staying, along), placed=True)


def _in_the_line(line: Rectangle, notes: Iterable[Note], ground: Ground, workshop: Workshop) -> Iterator[Rectangle]:
    """What stays where it is and shares ground with a line along which `notes` come to lie."""
    moving = {note.id for note in notes if not note.locked}
    yield from (paper(workshop.notes[i]) for i in ground.within(*line) - moving)
    own = {note.cluster_id for note in notes}
    islands = ground.islands()
    yield from (islands[i] for i in ground.islands_in(*line) - own)


def _one_behind_another(
    places: Mapping[str, Place], staying: Iterable[tuple[float, float]], along: int
) -> dict[str, Place]:
    """Places on a line (`along` 0: side by side, 1: one below the other), none on another.

    None is on a stretch of the line, told by its beginning and its end, on which something is `staying` either.
    """
    size = (NOTE_WIDTH, NOTE_HEIGHT)[along]
    line = next(iter(places.values()), (0.0, 0.0))[1 - along]
    in_the_way = deque(sorted(staying))
    spread: dict[str, Place] = {}
    last = float("-inf")
    for note_id, place in sorted(places.items(), key=lambda one: one[1][along]):
        at = place[along] if place[along] >= last + size else last + size + GAP
        while in_the_way and in_the_way[0][0] < at + size:
            _begin, end = in_the_way.popleft()
            at = at if end <= at else end + GAP
        spread[note_id] = (line, at) if along else (at, line)
        last = at
    return spread


def tidy_notes(workshop: Workshop, note_ids: Iterable[str], ground: Ground | None = None) -> Edit:
    """Notes laid into a grid from the upper left of where they lie, in the order in which they are read.

    Places where other notes lie, or groups that none of them is of, are left out.
    """
    notes = as_read(workshop.notes[i] for i in dict.fromkeys(note_ids) if not workshop.notes[i].locked)
    if not notes:
        return Edit("notes_tidied", ())
    left, top, _right, _bottom = paper_of_all(notes)
    ground = grounded(workshop, ground)
    own = {note.id for note in notes}
    groups = {note.cluster_id for note in notes} - {None}

    def is_free(place: Place) -> bool:
        box = place[0], place[1], place[0] + NOTE_WIDTH, place[1] + NOTE_HEIGHT
        return ground.within(*box) <= own and ground.islands_in(*box) <= groups

    columns = columns_of(len(notes))
    cells = group_places(columns * MOST_ROWS, left, top, columns)
    free = [*islice(filter(is_free, cells), len(notes))]
    places = free if len(free) == len(notes) else group_places(len(notes), left, top)
    by_id = dict(zip((note.id for note in notes), places, strict=True))
    return laid(workshop, "notes_tidied", by_id, placed=True)


def as_read(notes: Iterable[Note]) -> list[Note]:
    """Notes as a reader goes through them: in rows from the top, each from the left.

    A note begins a new row when it lies half a note or more below the first of the row.
    """
    rows: list[list[Note]] = []
    for note in sorted(notes, key=lambda note: (note.y, note.x, note.order, note.id)):
        if not rows or note.y - rows[-1][0].y >= NOTE_HEIGHT / 2:
            rows.append([])
        rows[-1].append(note)
    return [note for row in rows for note in sorted(row, key=lambda note: (note.x, note.y, note.order, note.id))]


def arrange(workshop: Workshop, by: Sorting = Sorting.ORDER) -> Edit:
    """The board laid out by group because a person asked for it: islands in rows, those of a bigger group together
    within its frame, lone notes below.

    Locked notes stay, and those in a lane of a 班; with them the groups they are in. Nothing is laid on these. Votes
    sort nothing before they are closed: it would tell.
    """
    board = _Board(workshop, by)
    gap = ARROW_GAP if workshop.relations else ISLAND_GAP
    places = arranged([*board.blocks()], board.loose(), avoiding=[*board.staying()], gap=gap)
    return laid(workshop, "board_tidied", places)


class _Board:
    """What there is to lay out."""

    def __init__(self, workshop: Workshop, by: Sorting) -> None:
        self._workshop = workshop
        self._weigh = _weight(workshop, by)
        self._members: dict[str, list[Note]] = {}
        for note in workshop.ordered_notes():
            if note.cluster_id is not None:
                self._members.setdefault(note.cluster_id, []).append(note)
        self._fixed = {i for i, notes in self._members.items() if any(map(_stays, notes))}

    def blocks(self) -> Iterator[Block]:
        """Frames and islands in the order in which they are laid out."""
        clusters = self._sorted(self._workshop.ordered_clusters())
        families: dict[str | None, list[Cluster]] = {}
        for cluster in clusters:
            families.setdefault(cluster.family_id, []).append(cluster)
        alone = families.pop(None, [])
        framed = [families[family.id] for family in self._workshop.ordered_families() if family.id in families]
        together = [*framed, *([cluster] for cluster in alone)]
        for block in sorted(together, key=lambda block: -sum(map(self._weigh, block))):
            groups = [Group(self._members[one.id], one.stacked) for one in block]
            yield Frame(groups) if block[0].family_id is not None else groups[0]

    def loose(self) -> list[Note]:
        """The lone notes."""
        notes = [note for note in self._workshop.ordered_notes() if note.cluster_id is None and not _stays(note)]
        return sorted(notes, key=lambda note: -self._weigh(note))

    def staying(self) -> Iterator[Rectangle]:
        """What has to stay where it is: notes that do, and the islands of groups that hold one."""
        yield from (island_around(paper_of_all(self._members[i])) for i in self._fixed)
        yield from (paper(note) for note in self._workshop.notes.values() if _stays(note) and note.cluster_id is None)

    def _sorted(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        there = [one for one in clusters if one.id in self._members and one.id not in self._fixed]
        return sorted(there, key=lambda one: -self._weigh(one))


def _stays(note: Note) -> bool:
    """Whether a note keeps its place when the whole board is laid out: locked ones, and those in a lane of a 班."""
    return note.locked or note.team > 0


def _weight(workshop: Workshop, by: Sorting) -> Callable[[Cluster | Note], int]:
    """What sorts groups and lone notes: the heavier come first."""
    if by is Sorting.VOTES and workshop.details.votes_closed:
        return lambda one: workshop.dots(one.id)
    if by is Sorting.SIZE:
        sizes: dict[str | None, int] = {}
        for note in workshop.notes.values():
            sizes[note.cluster_id] = sizes.get(note.cluster_id, 0) + 1
        return lambda one: sizes.get(one.id, 0)
    return lambda _one: 0
