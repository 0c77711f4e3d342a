"""The ground of the board: an index of where its notes lie, so that no question walks all of them.

Notes are kept by the cell of a uniform grid in which their top left corner lies; all are of one size, so what meets a
rectangle is in the cells around it. What an edit changed is followed note by note.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from itertools import count as counting
from math import ceil, floor, isqrt
from typing import Protocol

from models.board import Note
from models.layout import (
    GAP,
    ISLAND_GAP,
    ISLAND_PADDING,
    LANE_COLUMNS,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Place,
    Rectangle,
    columns_of_board,
    island_around,
    lane_left,
    overlap,
    paper,
)

CELL = 512.0
"""Side of a cell in board units. A power of two: the cell of a corner is then exact."""
MUCH = 1_000
STEP_X, STEP_Y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP

_Cell = dict[str, Note]


class Changed(Protocol):
    """One thing before and after, None for its absence."""

    @property
    def before(self) -> object: ...

    @property
    def after(self) -> object: ...


class Told(Protocol):
    """What an edit tells."""

    @property
    def changes(self) -> Iterable[Changed]: ...


class _Extent:
    """The smallest and greatest corner of some notes; `stale` once one left that may have been the outermost."""

    __slots__ = ("bottom", "left", "right", "stale", "top")

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Of no notes."""
        self.left = self.top = float("inf")
        self.right = self.bottom = float("-inf")
        self.stale = False

    def take_in(self, x: float, y: float) -> None:
        """A note came to lie at this corner."""
        if x < self.left:
            self.left = x
        if x > self.right:
            self.right = x
        if y < self.top:
            self.top = y
        if y > self.bottom:
            self.bottom = y

    def let_go(self, x: float, y: float) -> None:
        """The note at this corner left."""
        if x <= self.left or x >= self.right or y <= self.top or y >= self.bottom:
            self.stale = True

    def renew(self, notes: Iterable[Note]) -> None:
        """Reckon anew from notes among which the outermost are."""
        self.forget()
        for note in notes:
            self.take_in(note.x, note.y)

    @property
    def box(self) -> Rectangle:
        """Left, top, right and bottom of the notes' paper."""
        return self.left, self.top, self.right + NOTE_WIDTH, self.bottom + NOTE_HEIGHT


class _Rows:
    """A grid of places for notes from `left` on; `reach` is how many of a row's first places are known to be taken."""

    def __init__(self, left: float) -> None:
        self.left = left
        self.reach: dict[int, int] = {}

    def freed(self, box: Rectangle) -> None:
        """Nothing is known any more of the places from this rectangle on, its edges included."""
        left, top, right, bottom = box
        if right < self.left:
            return
        first = max(0, floor((left - self.left) / STEP_X))
        rows = range(floor(top / STEP_Y), floor(bottom / STEP_Y) + 1)
        for row in rows if len(rows) <= len(self.reach) else [row for row in self.reach if row in rows]:
            if self.reach.get(row, 0) > first:
                self.reach[row] = first


class Ground:
    """Where the notes of a board lie.

    Coordinates are board units, and finite. Keeping up with a note is O(1); a query costs what it finds, and the
    cells it touches.
    """

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        self._notes: dict[str, Note] = {}
        self._cells: dict[tuple[float, float], _Cell] = {}
        self._members: dict[str, _Cell] = {}
        self._extents: dict[str, _Extent] = {}
        self._extent = _Extent()
        self._loose = 0
        self._islands: dict[str, Rectangle] = {}
        self._touched: set[str] = set()
        self._left: list[Place] = []
        self._grids: dict[float, _Rows] = {}
        for note in notes:
            self.put(note)

    def __len__(self) -> int:
        return len(self._notes)

    def __contains__(self, note_id: str) -> bool:
        return note_id in self._notes

    # keeping up

    def follow(self, edit: Told) -> None:
        """Take over what an edit that was carried out did to notes."""
        for change in edit.changes:
            if isinstance(change.after, Note):
                self.put(change.after)
            elif isinstance(change.before, Note):
                self.drop(change.before.id)

    def put(self, note: Note) -> None:
        """A note lies where it says now, whether it was there before or not."""
        known = self._notes.get(note.id)
        if known is not None:
            if known.x == note.x and known.y == note.y and known.cluster_id == note.cluster_id:
                self._replace(known, note)
                return
            self.drop(note.id)
        x, y = note.x, note.y
        self._notes[note.id] = note
        self._cells.setdefault((x // CELL, y // CELL), {})[note.id] = note
        self._extent.take_in(x, y)
        if note.cluster_id is not None:
            self._join(note, note.cluster_id)
        elif not note.team:
            self._loose += 1

    def drop(self, note_id: str) -> None:
        """A note is gone; one that is not there is passed over."""
        note = self._notes.pop(note_id, None)
        if note is None:
            return
        x, y = note.x, note.y
        cell = self._cells[key := (x // CELL, y // CELL)]
        del cell[note_id]
        if not cell:
            del self._cells[key]
        self._extent.let_go(x, y)
        if len(self._left) <= MUCH:
            self._left.append((x, y))
        if note.cluster_id is not None:
            self._leave(note, note.cluster_id)
        elif not note.team:
            self._loose -= 1

    def _replace(self, known: Note, note: Note) -> None:
        self._notes[note.id] = note
        self._cells[note.x // CELL, note.y // CELL][note.id] = note
        self._loose += _is_loose(note) - _is_loose(known)
        if note.cluster_id is not None:
            self._members[note.cluster_id][note.id] = note

    def _join(self, note: Note, cluster_id: str) -> None:
        members = self._members.get(cluster_id)
        if members is None:
            members = self._members[cluster_id] = {}
            self._extents[cluster_id] = _Extent()
        members[note.id] = note
        self._extents[cluster_id].take_in(note.x, note.y)
        self._touched.add(cluster_id)

    def _leave(self, note: Note, cluster_id: str) -> None:
        members = self._members[cluster_id]
        del members[note.id]
        self._extents[cluster_id].let_go(note.x, note.y)
        if not members:
            del self._members[cluster_id], self._extents[cluster_id]
        self._touched.add(cluster_id)

    # asking

    def within(self, left: float, top: float, right: float, bottom: float) -> set[str]:
        """The ids of the notes whose paper and the rectangle share ground."""
        found: set[str] = set()
        low_x, low_y = left - NOTE_WIDTH, top - NOTE_HEIGHT
        for (column, row), cell in self._cells_in(low_x, low_y, right, bottom):
            x, y = column * CELL, row * CELL
            if low_x < x and x + CELL <= right and low_y < y and y + CELL <= bottom:
                found.update(cell)
            else:
                found.update(i for i, n in cell.items() if low_x < n.x < right and low_y < n.y < bottom)
        return found

    def at(self, x: float, y: float) -> set[str]:
        """The ids of the notes that lie under a point."""
        low_x, low_y = x - NOTE_WIDTH, y - NOTE_HEIGHT
        cells = self._cells_in(low_x, low_y, x, y)
        return {i for _key, cell in cells for i, n in cell.items() if low_x < n.x <= x and low_y < n.y <= y}

    def bounds(self) -> Rectangle | None:
        """Left, top, right and bottom of all notes' paper, None where there is none.

        What is outermost is remembered; only after such a note left is it sought anew, among the outermost cells.
        """
        if not self._notes:
            return None
        if self._extent.stale:
            columns, rows = {column for column, _ in self._cells}, {row for _, row in self._cells}
            ends, edges = (min(columns), max(columns)), (min(rows), max(rows))
            outer = (cell for (x, y), cell in self._cells.items() if x in ends or y in edges)
            self._extent.renew(note for cell in outer for note in cell.values())
        return self._extent.box

    def members(self, cluster_id: str) -> set[str]:
        """The ids of a group's notes."""
        return set(self._members.get(cluster_id, ()))

    def island(self, cluster_id: str) -> Rectangle | None:
        """Left, top, right and bottom of a group with its title and padding; None for one without notes."""
        self._settle()
        return self._islands.get(cluster_id)

    def islands(self) -> dict[str, Rectangle]:
        """The same of all groups, by their ids."""
        self._settle()
        return dict(self._islands)

    def islands_in(self, left: float, top: float, right: float, bottom: float) -> set[str]:
        """The ids of the groups whose islands and the rectangle share ground."""
        self._settle()
        box = left, top, right, bottom
        return {i for i, island in self._islands.items() if overlap(island, box)}

    def place(self, note_id: str) -> Place:
        """The top left corner of a note. Raises KeyError for one that is not there."""
        note = self._notes[note_id]
        return note.x, note.y

    def in_the_way(
        self, left: float, top: float, right: float, bottom: float, *, without: str | None = None
    ) -> Iterator[Rectangle]:
        """The papers of lone notes and the islands of groups, but `without`, that share ground with the rectangle."""
        for note_id in self.within(left, top, right, bottom):
            note = self._notes[note_id]
            if note.cluster_id is None:
                yield paper(note)
        for cluster_id in self.islands_in(left, top, right, bottom):
            if cluster_id != without:
                yield self._islands[cluster_id]

    def _cells_in(
        self, left: float, top: float, right: float, bottom: float
    ) -> Iterable[tuple[tuple[float, float], _Cell]]:
        """The cells that share ground with a rectangle, its edges included."""
        if (right - left + CELL) * (bottom - top + CELL) > CELL * CELL * len(self._cells):
            west, east, north, south = left // CELL, right // CELL, top // CELL, bottom // CELL
            return [
                (key, cell) for key, cell in self._cells.items() if west <= key[0] <= east and north <= key[1] <= south
            ]
        across = range(floor(left / CELL), floor(right / CELL) + 1)
        down = range(floor(top / CELL), floor(bottom / CELL) + 1)
        keys: Iterator[tuple[float, float]] = ((column, row) for column in across for row in down)
        return [(key, self._cells[key]) for key in keys if key in self._cells]

    def _settle(self) -> None:
        """Reckon the islands of the groups that changed."""
        for cluster_id in self._touched:
            was = self._islands.pop(cluster_id, None)
            extent = self._extents.get(cluster_id)
            if extent is not None:
                if extent.stale:
                    extent.renew(self._members[cluster_id].values())
                self._islands[cluster_id] = island_around(extent.box)
            if was is not None and was != self._islands.get(cluster_id):
                self._forget(was)
        self._touched.clear()

    # free places

    def free_places(self, count: int, frames: Sequence[Rectangle] = ()) -> list[Place]:
        """`count` top left corners where a note covers no other and lies in no group, row by row from the top.

        The rows are as wide as suits a board of so many lone notes. What is taken is remembered from one asking to the
        next. Nothing comes to lie in one of the `frames`.
        """
        return self._free(0.0, columns_of_board(self._loose + count), count, frames)

    def lane_places(self, team: int, teams: int, count: int) -> list[Place]:
        """`count` free places in a 班's lane, row by row from the top; a lane grows downwards without end."""
        return self._free(lane_left(team, teams) + ISLAND_PADDING, LANE_COLUMNS, count)

    def _forget(self, box: Rectangle) -> None:
        """Places that a rectangle kept are perhaps free again."""
        reached = box[0] - NOTE_WIDTH, box[1] - NOTE_HEIGHT, box[2], box[3]
        for grid in self._grids.values():
            grid.freed(reached)

    def _look_again(self) -> None:
        """Take into account what left. Of very much nothing is remembered: one look at all is then quicker."""
        self._settle()
        if len(self._left) > MUCH:
            self._grids.clear()
        for x, y in self._left[:MUCH] if self._grids else ():
            self._forget((x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT))
        self._left.clear()

    def _free(self, left: float, columns: int, count: int, frames: Sequence[Rectangle] = ()) -> list[Place]:
        self._look_again()
        grid = self._grids.setdefault(left, _Rows(left))
        free = (place for row in self._rows(count) for place in self._free_in_row(grid, row, columns))
        outside = (place for place in free if not _is_in(place, frames)) if frames else free
        return list(islice(outside, count))

    def _rows(self, count: int) -> Iterator[int]:
        """The rows of a grid: first among the notes, but not for ever where these lie far apart, then below all."""
        bounds = self.bounds()
        among = rows_among(len(self._notes) + count)
        lowest = 0 if bounds is None else ceil((bounds[3] + ISLAND_GAP) / STEP_Y)
        return chain(range(among), counting(max(among, lowest)))

    def _free_in_row(self, grid: _Rows, row: int, columns: int) -> Iterator[Place]:
        start = grid.reach.get(row, 0)
        if start >= columns:
            return
        y = row * STEP_Y
        taken = self._taken(grid.left, y, start, columns)
        for column in range(start, columns):
            if column not in taken:
                yield grid.left + column * STEP_X, y
            elif grid.reach.get(row, 0) == column:
                grid.reach[row] = column + 1

    def _taken(self, left: float, y: float, start: int, end: int) -> set[int]:
        """The columns from `start` on, before `end`, in which there is something at the height of a row.

        That is a note that touches the place or its gap at the right and below, or a group over the place itself.
        """
        low_x, low_y = left + start * STEP_X - NOTE_WIDTH, y - NOTE_HEIGHT
        right, bottom = left + end * STEP_X, y + STEP_Y
        taken: set[int] = set()
        for _key, cell in self._cells_in(low_x, low_y, right, bottom):
            for note in cell.values():
                if low_y <= note.y < bottom:
                    taken.add(int((note.x - left) // STEP_X))
                    taken.add(int((note.x + NOTE_WIDTH - left) // STEP_X))
        for box in self._islands.values():
            if box[1] < y + NOTE_HEIGHT and y < box[3] and box[0] < right and low_x < box[2]:
                first = floor((box[0] - NOTE_WIDTH - left) / STEP_X) + 1
                taken.update(range(max(start, first), min(end, ceil((box[2] - left) / STEP_X))))
        return taken


def rows_among(count: int) -> int:
    """In so many rows from the top places are looked for on a board of `count` notes, before it is below all."""
    return 16 + 8 * isqrt(count)


def _is_in(place: Place, frames: Sequence[Rectangle]) -> bool:
    """Whether a note there would lie in one of the frames, be it in part."""
    x, y = place
    return any(overlap((x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT), frame) for frame in frames)


def _is_loose(note: Note) -> bool:
    return note.cluster_id is None and not note.team
