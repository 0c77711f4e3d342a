"""Room for groups and notes: what would cover others is set down at the nearest free spot."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from math import ceil, floor, hypot

from models.board import Note
from models.edits.change import Change, Edit, applied, merged, put
from models.ground import Ground
from models.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, Place, Rectangle, on_board
from models.workshop import Workshop

STEP = 64.0
REACHES = (6, 20, 40)
"""How many steps away a free spot is looked for, first near, then further; then it is given up."""


def set_down(workshop: Workshop, edit: Edit, ground: Ground | None = None) -> Edit:
    """The edit, with each group it makes or adds to moved to where it covers nothing it did not cover before.

    `ground` is that of the workshop before the edit.
    """
    return room_made(workshop, edit, dict.fromkeys(_grown(edit)), ground)


def set_down_unplaced(workshop: Workshop, edit: Edit, ground: Ground | None = None) -> Edit:
    """The same, but groups in which there is a note that a person placed stay where they are."""
    after = applied(workshop, edit.changes)
    free = (i for i in dict.fromkeys(_grown(edit)) if not any(note.placed for note in after.members(i)))
    return room_made(workshop, edit, free, ground)


def room_made(workshop: Workshop, edit: Edit, cluster_ids: Iterable[str], ground: Ground | None = None) -> Edit:
    """The edit, with each of these groups moved to the nearest place where it covers nothing.

    A group with a locked note stays, and so does one for which there is no such place in reach.
    """
    ground, after = grounded(workshop, ground), applied(workshop, edit.changes)
    moves: list[Edit] = []
    with ExitStack() as undone:
        undone.enter_context(_carried_out(ground, edit))
        for cluster_id in dict.fromkeys(cluster_ids):
            moves.append(_moved_out(after, cluster_id, ground))
            undone.enter_context(_carried_out(ground, moves[-1]))
    return merged(edit.kind, edit, *moves)


def _moved_out(workshop: Workshop, cluster_id: str, ground: Ground) -> Edit:
    notes = [workshop.notes[i] for i in sorted(ground.members(cluster_id))]
    if any(note.locked for note in notes):
        return Edit("", ())
    by = _way_out(ground, cluster_id)
    return put(workshop, "", *(moved(note, by) for note in notes))


def places_outside(workshop: Workshop, notes: Sequence[Note], ground: Ground | None = None) -> dict[str, Place]:
    """Where notes lie once they are taken out of their groups: as near as there is room."""
    ground, laid = grounded(workshop, ground), Ground()
    for note in notes:
        laid.put(moved(replace(note, cluster_id=None), free_offset(_box(note.x, note.y), ground, laid)))
    return {note.id: laid.place(note.id) for note in notes}


def place_near(x: float, y: float, ground: Ground) -> Place:
    """The free place for a note that is the nearest to (x, y)."""
    dx, dy = free_offset(_box(x, y), ground)
    return on_board(x + dx, y + dy)


def free_place_near(x: float, y: float, ground: Ground) -> Place:
    """The same; where none is near, one among those for new notes."""
    x, y = place_near(x, y, ground)
    return ground.free_places(1)[0] if any(ground.in_the_way(*_box(x, y))) else (x, y)


def grounded(workshop: Workshop, ground: Ground | None) -> Ground:
    """The ground at hand, or the workshop's reckoned anew."""
    return Ground(workshop.notes.values()) if ground is None else ground


def free_offset(box: Rectangle, *grounds: Ground, without: str | None = None) -> Place:
    """How far a rectangle has to go to lie on free steps; nowhere when there is no such place within reach.

    The group `without` is not counted as being in the way.
    """
    for reach in REACHES:
        offset = _free_within(reach, box, grounds, without)
        if offset is not None:
            return offset
    return 0.0, 0.0


def _way_out(ground: Ground, cluster_id: str) -> Place:
    box = ground.island(cluster_id)
    if box is None or not any(ground.in_the_way(*box, without=cluster_id)):
        return 0.0, 0.0
    return free_offset(box, ground, without=cluster_id)


def _free_within(reach: int, box: Rectangle, grounds: Iterable[Ground], without: str | None) -> Place | None:
    """The nearest offset at most `reach` steps up, down, left and right.

    Each row of steps around the box is one number, a bit for each step in which there is something. Rows that the box
    covers together are or-ed, and each bit is spread over the steps in which the box would begin to touch it.
    """
    first_x, first_y = floor(box[0] / STEP) - reach, floor(box[1] / STEP) - reach
    wide, high = ceil(box[2] / STEP) - floor(box[0] / STEP), ceil(box[3] / STEP) - floor(box[1] / STEP)
    rows = [0] * (high + 2 * reach)
    window = (
        first_x * STEP - GAP,
        first_y * STEP - GAP,
        (first_x + wide + 2 * reach) * STEP + GAP,
        (first_y + len(rows)) * STEP + GAP,
    )
    for left, top, right, bottom in (one for ground in grounds for one in ground.in_the_way(*window, without=without)):
        start, end = _steps(left, right, first_x, wide + 2 * reach)
        upper, lower = _steps(top, bottom, first_y, len(rows))
        bits = (1 << end) - (1 << start)
        for row in range(upper, lower):
            rows[row] |= bits
    return _nearest(_free_starts(rows, wide, high, reach), reach)


def _steps(low: float, high: float, first: int, count: int) -> tuple[int, int]:
    """Which of `count` steps from step `first` on a stretch and the gap around it touch: the first, and one past the
    last."""
    start = max(0, int((low - GAP) // STEP) - first)
    return start, max(start, min(count, -int((-high - GAP) // STEP) - first))


def _free_starts(rows: Sequence[int], wide: int, high: int, reach: int) -> Iterator[int]:
    """For each offset downwards the offsets to the right at which the box is free, as bits."""
    everywhere = (1 << 2 * reach + 1) - 1
    for top in range(2 * reach + 1):
        taken = 0
        for row in rows[top : top + high]:
            taken |= row
        spread = 1
        while spread < wide:
            shift = min(spread, wide - spread)
            taken |= taken >> shift
            spread += shift
        yield ~taken & everywhere


def _nearest(starts: Iterable[int], reach: int) -> Place | None:
    """The nearest of the free offsets; below and to the right come before above and left."""
    found: list[tuple[float, int, int]] = []
    for dy, free in enumerate(starts, start=-reach):
        right, left = free >> reach, free & ((1 << reach) - 1)
        if right:
            dx = (right & -right).bit_length() - 1
            found.append((hypot(dx, dy), -dy, -dx))
        if left:
            dx = left.bit_length() - 1 - reach
            found.append((hypot(dx, dy), -dy, -dx))
    if not found:
        return None
    _distance, dy, dx = min(found)
    return -dx * STEP, -dy * STEP


@contextmanager
def _carried_out(ground: Ground, edit: Edit) -> Iterator[None]:
    """The ground as it is after an edit, for as long as it is asked."""
    ground.follow(edit)
    try:
        yield
    finally:
        ground.follow(edit.inverse())


def _grown(edit: Edit) -> Iterator[str]:
    for change in edit.changes:
        after = change.after
        if isinstance(after, Note) and after.cluster_id is not None and _joined(change):
            yield after.cluster_id


def _joined(change: Change) -> bool:
    before, after = change.before, change.after
    return isinstance(after, Note) and (not isinstance(before, Note) or before.cluster_id != after.cluster_id)


def _box(x: float, y: float) -> Rectangle:
    return x, y, x + NOTE_WIDTH, y + NOTE_HEIGHT


def moved(note: Note, by: Place) -> Note:
    """The note so much further to the right and down, or at the board's edge."""
    x, y = on_board(note.x + by[0], note.y + by[1])
    return replace(note, x=x, y=y)
