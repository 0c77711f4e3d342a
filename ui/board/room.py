"""Room for a group: a new or grown island that would cover others is set down at the nearest free spot.

Arithmetic only, on top of `models.layout`.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.board import Cluster, Note
from models.edits.change import Change, Edit, applied, merged, put
from models.layout import GAP, ISLAND_HEAD, ISLAND_PADDING, NOTE_HEIGHT, NOTE_WIDTH, Place
from models.workshop import Workshop

STEP = 64.0
FURTHEST = 80
"""How many steps away a free spot is looked for, before it is given up."""

Box = tuple[float, float, float, float]
Cell = tuple[int, int]


def note_box(note: Note) -> Box:
    """Left, top, right, bottom of a note."""
    return note.x, note.y, note.x + NOTE_WIDTH, note.y + NOTE_HEIGHT


def island_box(members: Iterable[Note]) -> Box:
    """Left, top, right, bottom of a group's island."""
    boxes = [note_box(note) for note in members]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    pad = ISLAND_PADDING
    return left - pad, top - pad - ISLAND_HEAD, right + pad, bottom + pad


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share ground."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _cells(box: Box, gap: float = 0.0) -> Iterator[Cell]:
    """The cells of the grid of steps that a box and `gap` around it touch."""
    across = range(math.floor((box[0] - gap) / STEP), math.ceil((box[2] + gap) / STEP))
    down = range(math.floor((box[1] - gap) / STEP), math.ceil((box[3] + gap) / STEP))
    return ((x, y) for x in across for y in down)


def _boxes(notes: Iterable[Note]) -> list[Box]:
    """The boxes of loose notes and of whole islands."""
    islands: dict[str, list[Note]] = {}
    loose: list[Box] = []
    for note in notes:
        if note.cluster_id is None:
            loose.append(note_box(note))
        else:
            islands.setdefault(note.cluster_id, []).append(note)
    return loose + [island_box(members) for members in islands.values()]


def _ring(distance: int) -> list[Cell]:
    """The offsets `distance` steps away, the nearest first; below and to the right come before above and left."""
    edge = range(-distance, distance + 1)
    ring = {(x, y) for x in edge for y in (-distance, distance)} | {(x, y) for y in edge for x in (-distance, distance)}
    return sorted(ring, key=lambda at: (math.hypot(*at), -at[1], -at[0]))


def _free_offset(box: Box, taken: set[Cell]) -> Place:
    """How far a box has to go to lie on free cells; nowhere when there is no such place within reach."""
    cells = list(_cells(box))
    for dx, dy in (offset for distance in range(FURTHEST) for offset in _ring(distance)):
        if not any((x + dx, y + dy) in taken for x, y in cells):
            return dx * STEP, dy * STEP
    return 0.0, 0.0


def _taken(boxes: Iterable[Box]) -> set[Cell]:
    return {cell for box in boxes for cell in _cells(box, GAP)}


def places_outside(workshop: Workshop, notes: Sequence[Note]) -> dict[str, Place]:
    """Where notes lie once they are taken out of their groups: as near as there is room."""
    taken = _taken(_boxes(workshop.notes.values()))
    places: dict[str, Place] = {}
    for note in notes:
        dx, dy = _free_offset(note_box(note), taken)
        moved = replace(note, x=note.x + dx, y=note.y + dy)
        taken |= set(_cells(note_box(moved), GAP))
        places[note.id] = moved.x, moved.y
    return places


def set_down(workshop: Workshop, edit: Edit) -> Edit:
    """The edit, with each group it makes or adds to moved to where it covers nothing it did not cover before."""
    after = applied(workshop, edit.changes)
    for cluster_id in dict.fromkeys(_grown(edit)):
        moved = _moved(after, cluster_id)
        edit = merged(edit.kind, edit, moved)
        after = applied(after, moved.changes)
    return edit


def _grown(edit: Edit) -> Iterator[str]:
    for change in edit.changes:
        after = change.after
        if isinstance(after, Note) and after.cluster_id is not None and _joined(change):
            yield after.cluster_id


def _joined(change: Change) -> bool:
    before, after = change.before, change.after
    return isinstance(after, Note) and (not isinstance(before, Note) or before.cluster_id != after.cluster_id)


def _moved(workshop: Workshop, cluster_id: str) -> Edit:
    members = workshop.members(cluster_id)
    box = island_box(members)
    others = _boxes(note for note in workshop.notes.values() if note.cluster_id != cluster_id)
    if not any(overlap(box, other) for other in others):
        return Edit("", ())
    dx, dy = _free_offset(box, _taken(others))
    return put(workshop, "", *(replace(note, x=note.x + dx, y=note.y + dy) for note in members))


def clusters_of(workshop: Workshop, note_ids: Iterable[str]) -> list[Cluster]:
    """The groups of some notes, in the groups' order."""
    ids = {workshop.notes[i].cluster_id for i in note_ids}
    return [cluster for cluster in workshop.ordered_clusters() if cluster.id in ids]
