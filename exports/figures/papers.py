"""How a note, a group and a family look in a picture: as on the board, but with all their words where there is room."""

from collections.abc import Iterator

from exports.figures.figure import Box, Mark, Rectangle, Stroke, Text
from exports.figures.shown import ShownGroup
from exports.palette import (
    FAMILY_FILL,
    FAMILY_LINE,
    ISLAND_HEAD_FILL,
    ISLAND_LINE,
    ISLAND_RADIUS,
    KIND_NAMES,
    NOTE_FILL,
    NOTE_LINE,
    NOTE_MARK,
    NOTE_RADIUS,
    SECOND_TEXT,
    TEXT,
    WHITE,
)
from exports.sections.wording import group_title
from exports.typesetting.fitting import Choice, Fitted, fitted
from exports.typesetting.numerals import figure
from exports.typesetting.text_lines import advance, baseline
from models.board import Family, Note, NoteKind
from models.layout import (
    FAMILY_HEAD,
    ISLAND_HEAD,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    PILE_DEPTH,
    PILE_STEP,
    family_around,
    island_around,
    paper_of_all,
)

STEP = 1.28
"""From one line to the next, as a multiple of the type's size."""
NOTE_TYPES: tuple[Choice, ...] = ((16, 4), (14, 4), (12, 5), (10, 6), (9, 7))
TEXT_X, TEXT_Y = 12.0, 7.0
KIND_Y, KIND_SIZE = 103.5, 14
NARROW = 300.0
"""In an island of one note's width the title has little room beside the count."""
NO_FAMILY_TITLE = "（表札なし）"


def set_lines(found: Fitted, x: float, y: float, colour: str, *, bold: bool = False) -> Iterator[Text]:
    """The lines of a text, the first one's top at `y`."""
    step = found.size * STEP
    for row, line in enumerate(found.lines):
        yield Text(x, y + row * step + baseline(step, found.size), line, int(found.size), colour, bold)


def _paper(x: float, y: float, kind: NoteKind) -> Box:
    return Box(x, y, NOTE_WIDTH, NOTE_HEIGHT, NOTE_FILL[kind], NOTE_LINE[kind], radius=NOTE_RADIUS)


def note_words(note: Note) -> Fitted:
    """The words of a note as they are set on its paper."""
    return fitted(note.text, NOTE_WIDTH - 2 * TEXT_X, NOTE_TYPES)


def note_marks(note: Note, words: Fitted) -> Iterator[Mark]:
    """A note where it lies, with its kind in colour, mark and word."""
    yield _paper(note.x, note.y, note.kind)
    yield from set_lines(words, note.x + TEXT_X, note.y + TEXT_Y, TEXT)
    kind = fitted(f"{NOTE_MARK[note.kind]} {KIND_NAMES[note.kind]}", NOTE_WIDTH, ((KIND_SIZE, 1),))
    yield Text(note.x + TEXT_X, note.y + KIND_Y, kind.lines[0], KIND_SIZE, SECOND_TEXT)


def covered(group: ShownGroup) -> frozenset[str]:
    """The notes of a pile of which no more than an edge is seen, for they lie under its last one."""
    if not group.cluster.stacked:
        return frozenset()
    *under, top = group.notes
    reach = PILE_STEP * PILE_DEPTH
    return frozenset(note.id for note in under if max(abs(note.x - top.x), abs(note.y - top.y)) <= reach)


def group_rectangle(group: ShownGroup) -> Rectangle:
    """The island of a group with its title."""
    return island_around(paper_of_all(group.notes))


def pile_marks(group: ShownGroup) -> Iterator[Mark]:
    """The papers that lie under a pile's last note, each place once."""
    under = covered(group)
    seen = {(note.x, note.y): note for note in group.notes if note.id in under}
    yield from (_paper(note.x, note.y, note.kind) for note in seen.values())


def group_ground(group: ShownGroup) -> Box:
    """The island on which a group's notes lie."""
    left, top, right, bottom = group_rectangle(group)
    return Box(left, top, right - left, bottom - top, WHITE, ISLAND_LINE, radius=ISLAND_RADIUS)


def group_head(group: ShownGroup, size: int) -> Iterator[Mark]:
    """The island's head: its title in type of `size` or less, and how many notes and dots it has."""
    left, top, right, _bottom = group_rectangle(group)
    width, inner = right - left, ISLAND_RADIUS - 0.5
    yield Box(left + 0.5, top + 0.5, width - 1, ISLAND_HEAD + inner, ISLAND_HEAD_FILL, radius=inner)
    yield Box(left + 0.5, top + ISLAND_HEAD, width - 1, inner + 1, WHITE)
    yield Stroke(((left, top + ISLAND_HEAD), (right, top + ISLAND_HEAD)), ISLAND_LINE)
    tail = fitted(_tail(group), width / 2, ((min(size, 24) if width > NARROW else 14, 1), (12, 1)))
    across = advance(tail.lines[0]) * tail.size
    yield from set_lines(tail, right - 16 - across, _middle(top, ISLAND_HEAD, tail), SECOND_TEXT)
    title = fitted(group_title(group.cluster).replace("\n", " "), width - 44 - across, _title_types(size), bold=True)
    yield from set_lines(title, left + 16, _middle(top, ISLAND_HEAD, title), TEXT, bold=True)


def _title_types(size: int) -> tuple[Choice, ...]:
    """Types for a head of 48 units, the greatest first: in one line if that can be read, else in several."""
    return *((one, 1) for one in (size, 28, 22) if one <= size), (18, 1), (18, 2), (14, 2), (12, 3), (10, 3)


def _tail(group: ShownGroup) -> str:
    notes = f"{figure(len(group.notes))}枚"
    return notes if group.dots is None else f"{figure(group.dots)}票・{notes}"


def _middle(top: float, height: float, found: Fitted) -> float:
    """The top of lines that stand in the middle of a head."""
    return top + (height - len(found.lines) * found.size * STEP) / 2


def family_rectangle(groups: tuple[ShownGroup, ...]) -> Rectangle:
    """The frame around groups, with room above for its title."""
    return family_around(map(group_rectangle, groups))


def family_marks(family: Family, groups: tuple[ShownGroup, ...], size: int) -> Iterator[Mark]:
    """The frame of a group of groups, with its title and how many groups it has."""
    left, top, right, bottom = family_rectangle(groups)
    radius = 2 * ISLAND_RADIUS
    yield Box(left, top, right - left, bottom - top, FAMILY_FILL, FAMILY_LINE, thickness=2.0, radius=radius)
    words = f"{family.title or NO_FAMILY_TITLE}（{figure(len(groups))}グループ）".replace("\n", " ")
    types = *((one, 1) for one in (size * 5 // 4, 28, 22) if one <= size * 5 // 4), (22, 2), (18, 2), (14, 3)
    title = fitted(words, right - left - 48, types, bold=True)
    yield from set_lines(title, left + 24, _middle(top, FAMILY_HEAD, title), TEXT, bold=True)
