"""Room for a bigger group: its groups lie beside each other, and nothing else within its frame."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from models.board import Note
from models.edits.change import Edit, applied, merged, put
from models.edits.room import free_offset, moved
from models.ground import Ground
from models.layout import FAMILY_PADDING, ISLAND_GAP, Place, Rectangle, family_around, overlap
from models.workshop import Workshop

ROOMY = 2.2
"""A frame with more than so many times the ground of its groups looks torn apart."""
SHAPE = 1.7
"""Width over height of the groups laid out within a frame."""


def gathered(workshop: Workshop, edit: Edit, family_id: str, first: Sequence[str] = ()) -> Edit:
    """The edit, with the groups of a family moved together, each as it is, unless they lie well already.

    The `first` groups come first, and the very first stays where it is if there is room around it. Nothing moves where
    one of the notes is locked.
    """
    found = _found(applied(workshop, edit.changes), family_id, first)
    if found is None or _lie_well([*found.boxes.values()], found.outside):
        return edit
    return found.moved(edit, _together(found.boxes, found.outside))


def set_beside(workshop: Workshop, edit: Edit, family_id: str, joining: Sequence[str]) -> Edit:
    """The edit, with groups that join a family set down beside the others, which stay; where there is no room for that,
    with all of them moved together."""
    found = _found(applied(workshop, edit.changes), family_id, ())
    if found is None or _lie_well([*found.boxes.values()], found.outside):
        return edit
    there = {i: box for i, box in found.boxes.items() if i not in joining}
    offsets: dict[str, Place] = {}
    for cluster_id in joining:
        box = found.boxes.get(cluster_id)
        by = _next_to([*there.values()], box, found.outside) if box is not None and there else None
        if box is None or by is None:
            return gathered(workshop, edit, family_id, [*there])
        offsets[cluster_id], there[cluster_id] = by, _shifted(box, by)
    return found.moved(edit, offsets)


@dataclass(frozen=True, slots=True)
class _Found:
    """A family's groups: the workshop, their notes and islands by their ids, and the ground without them."""

    workshop: Workshop
    notes: Mapping[str, Sequence[Note]]
    boxes: Mapping[str, Rectangle]
    outside: Ground

    def moved(self, edit: Edit, offsets: Mapping[str, Place]) -> Edit:
        """The edit, with groups moved."""
        notes = (moved(note, by) for i, by in offsets.items() for note in self.notes[i])
        return merged(edit.kind, edit, put(self.workshop, "", *notes))


def _found(after: Workshop, family_id: str, first: Sequence[str]) -> _Found | None:
    """The groups of a family, None where there is none or one of the notes is locked."""
    ids = [one.id for one in after.ordered_clusters() if one.family_id == family_id]
    ids = [*(i for i in first if i in ids), *(i for i in ids if i not in first)]
    groups = {i: after.members(i) for i in ids}
    ours = [note for notes in groups.values() for note in notes]
    if not ours or any(note.locked for note in ours):
        return None
    inside, outside = Ground(ours), Ground(note for note in after.notes.values() if note.cluster_id not in groups)
    boxes = {i: box for i in groups if (box := inside.island(i)) is not None}
    return _Found(after, groups, boxes, outside)


def _next_to(there: Sequence[Rectangle], box: Rectangle, outside: Ground) -> Place | None:
    """How far a group has to go to lie right of, below, left of or above others, with nothing else within the frame."""
    left, top = min(one[0] for one in there), min(one[1] for one in there)
    right, bottom = max(one[2] for one in there), max(one[3] for one in there)
    width, height = box[2] - box[0], box[3] - box[1]
    corners = (
        (right + ISLAND_GAP, top),
        (left, bottom + ISLAND_GAP),
        (left - ISLAND_GAP - width, top),
        (left, top - ISLAND_GAP - height),
    )
    offsets = [(x - box[0], y - box[1]) for x, y in corners]
    free = (by for by in offsets if not any(outside.in_the_way(*family_around([*there, _shifted(box, by)]))))
    return next(free, None)


def _shifted(box: Rectangle, by: Place) -> Rectangle:
    return box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1]


def put_outside(workshop: Workshop, edit: Edit, cluster_ids: Iterable[str]) -> Edit:
    """The edit, with groups that leave their families moved to where they lie in no frame and cover nothing."""
    after = applied(workshop, edit.changes)
    ground, moves = _with_frames_filled(after), list[Edit]()
    for cluster_id in dict.fromkeys(cluster_ids):
        notes, box = after.members(cluster_id), ground.island(cluster_id)
        if box is None or any(note.locked for note in notes) or not any(ground.in_the_way(*box, without=cluster_id)):
            continue
        by = free_offset(box, ground, without=cluster_id)
        moves.append(put(after, "", *(moved(note, by) for note in notes)))
        ground.follow(moves[-1])
    return merged(edit.kind, edit, *moves)


def _with_frames_filled(workshop: Workshop) -> Ground:
    """The ground on which the groups of a family count as one, so that nothing is put down between them."""
    homes = {cluster.id: cluster.family_id for cluster in workshop.clusters.values() if cluster.family_id is not None}
    notes = workshop.notes.values()
    return Ground(replace(one, cluster_id=homes[one.cluster_id]) if one.cluster_id in homes else one for one in notes)


def _lie_well(boxes: Sequence[Rectangle], outside: Ground) -> bool:
    """Whether groups lie near each other, none on another, and nothing else between them."""
    frame = family_around(boxes)
    if any(overlap(one, other) for number, one in enumerate(boxes) for other in boxes[:number]):
        return False
    filled = sum((right - left + ISLAND_GAP) * (bottom - top + ISLAND_GAP) for left, top, right, bottom in boxes)
    wide = (frame[2] - frame[0]) * (frame[3] - frame[1])
    return wide <= ROOMY * filled and not any(outside.in_the_way(*frame))


def _together(boxes: Mapping[str, Rectangle], outside: Ground) -> dict[str, Place]:
    """How far each group has to go."""
    first = next(iter(boxes.values()))
    corners = _rows(list(boxes.values()), first[0], first[1])
    laid = [
        (x, y, x + right - left, y + bottom - top)
        for (x, y), (left, top, right, bottom) in zip(corners, boxes.values(), strict=True)
    ]
    left, top, right, bottom = family_around(laid)
    pad = FAMILY_PADDING
    frame = left - pad, top - pad, right + pad, bottom + pad
    by_x, by_y = free_offset(frame, outside) if any(outside.in_the_way(*frame)) else (0.0, 0.0)
    return {i: (x + by_x - box[0], y + by_y - box[1]) for (i, box), (x, y) in zip(boxes.items(), corners, strict=True)}


def _rows(boxes: Sequence[Rectangle], left: float, top: float) -> list[Place]:
    """The corners of boxes laid out in rows, the first at (left, top)."""
    sizes = [(box[2] - box[0], box[3] - box[1]) for box in boxes]
    area = sum((width + ISLAND_GAP) * (height + ISLAND_GAP) for width, height in sizes)
    wide = max(sqrt(area * SHAPE), *(width for width, _height in sizes))
    corners: list[Place] = []
    x, y, row = 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width > wide:
            x, y, row = 0.0, y + row + ISLAND_GAP, 0.0
        corners.append((left + x, top + y))
        x, row = x + width + ISLAND_GAP, max(row, height)
    return corners
