"""Notes and groups in columns, as in a newspaper, on as many pages as it takes. No note is made too small to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from models.language import gettext as _
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, block_height, wrapped
from ui.projector.shown import ShownGroup, ShownNote, View
from ui.theme import HAIRLINE, KEY, KEY_TINT, NOTE_FILL, NOTE_LINE, NOTE_MARK, SECOND_TEXT, TEXT, WHITE

SIZES = (44.0, 38.0, 32.0)
"""Text sizes to try, in px at 1280×720, the largest first; the last is 24 pt."""
COLUMN_EMS = 10.8
GAP = 8.0
PAD = 10.0
BAR = 19.0
"""The height a bar takes between a title and what is told of it."""
MOST_LINES = 5
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares of the height to try for columns of much the same length."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a certain height that stands in a column; `notes` says how many notes the room sees in it."""

    pieces: tuple[Piece, ...]
    height: float
    notes: int = 0
    heading: "Block | None" = None


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, and how many notes that is."""

    pieces: tuple[Piece, ...]
    notes: int


def pages_of(groups: Sequence[ShownGroup], view: View, area: QRectF, unit: float) -> tuple[Page, ...]:
    """The pages: with the largest text that needs only one, else with the smallest."""
    pages: list[Page] = []
    for size in SIZES:
        px = size * unit
        gap = GAP * unit
        columns = max(1, int((area.width() + gap) / (COLUMN_EMS * px + gap)))
        width = (area.width() - gap * (columns - 1)) / columns
        blocks = [block for group in groups for block in _blocks(group, view, px, width, unit)]
        pages = list(_flowed(blocks, area, columns, gap))
        if len(pages) == 1:
            return tuple(_balanced(blocks, area, columns, gap) or pages)
    return tuple(pages)


def _balanced(blocks: Sequence[Block], area: QRectF, columns: int, gap: float) -> list[Page] | None:
    """The one page on which the columns end as high up as they can."""
    for share in STEPS:
        lower = QRectF(area.left(), area.top(), area.width(), area.height() * share)
        pages = list(_flowed(blocks, lower, columns, gap)) if _fits(blocks, lower) else []
        if len(pages) == 1:
            return pages
    return None


def _fits(blocks: Sequence[Block], area: QRectF) -> bool:
    return all((b.heading.height if b.heading else 0.0) + b.height <= area.height() for b in blocks)


def _blocks(group: ShownGroup, view: View, px: float, width: float, unit: float) -> list[Block]:
    if view is View.GROUPS:
        return [_group_card(group, px, width, unit)]
    heading = _heading(group, px, width) if group.title else None
    return [_note_card(note, px, width, unit, heading) for note in group.notes]


def _heading(group: ShownGroup, px: float, width: float) -> Block:
    lines = wrapped(group.title, px, width, 2, True)
    height = block_height(len(lines), px)
    return Block((Words(QRectF(0, 0, width, height), lines, px, bold=True, colour=KEY),), height)


def _note_card(note: ShownNote, px: float, width: float, unit: float, heading: Block | None) -> Block:
    pad = PAD * unit
    mark = px * 0.9
    lines = wrapped(note.text, px, width - 2 * pad - mark, MOST_LINES)
    height = block_height(len(lines), px) + 2 * pad * 0.6
    words = QRectF(pad + mark, 0, width - 2 * pad - mark, height)
    pieces = (
        Panel(QRectF(0, 0, width, height), NOTE_FILL[note.kind], NOTE_LINE[note.kind], 4 * unit),
        Words(
            QRectF(pad, pad * 0.6, mark, px * LINE_SPACING), (NOTE_MARK[note.kind],), px, bold=True, colour=SECOND_TEXT
        ),
        Words(words, lines, px, middle=True),
    )
    return Block(pieces, height, 1, heading)


def _group_card(group: ShownGroup, px: float, width: float, unit: float) -> Block:
    pad = PAD * unit
    bold = not group.words
    lines = wrapped(group.words or group.title, px, width - 2 * pad, 3 if bold else 2, bold)
    title = block_height(len(lines), px)
    small = max(px * 0.8, SIZES[-1] * unit)
    inner = QRectF(pad, pad, width - 2 * pad, title)
    bar = BAR * unit if group.rank else 0.0
    below = QRectF(pad, pad + title + bar, width - 2 * pad, block_height(1, small))
    counted = group.dots is not None
    pieces: tuple[Piece, ...] = (
        Panel(QRectF(0, 0, width, below.bottom() + pad * 0.7), WHITE, HAIRLINE, 8 * unit),
        Words(inner, lines, px, bold=bold, colour=TEXT if bold else SECOND_TEXT),
        *_bar(group.share, QRectF(pad, pad + title, inner.width(), bar), unit),
        Words(below, (_counts(group),), small, colour=KEY if counted else SECOND_TEXT, bold=counted),
    )
    return Block(pieces, below.bottom() + pad * 0.7)


def _bar(share: float, place: QRectF, unit: float) -> tuple[Piece, ...]:
    """The dots to the scale of the most, the lower part of `place` left free; nothing where there is no place."""
    if not place.height():
        return ()
    whole = QRectF(place.left(), place.top() + 3 * unit, place.width(), place.height() - 7 * unit)
    part = QRectF(whole.left(), whole.top(), whole.width() * share, whole.height())
    return (Panel(whole, KEY_TINT, radius=2 * unit), *((Panel(part, KEY, radius=2 * unit),) if share else ()))


def _counts(group: ShownGroup) -> str:
    """The rank, the dots and the notes, in a line; a note on its own is one without being counted."""
    if group.dots is None:
        return _("a note on its own") if group.alone else _("{count} notes").format(count=len(group.notes))
    words = _("Dots: {count}") if group.alone else _("{dots} votes, {notes}")
    notes = _("{count} notes").format(count=len(group.notes))
    told = words.format(dots=group.dots, count=group.dots, notes=notes)
    return f"{group.rank}　{told}" if group.rank else told


def _flowed(blocks: Sequence[Block], area: QRectF, columns: int, gap: float) -> Iterator[Page]:
    """The blocks from top to bottom, column by column; a heading stands over its first note, and once a page."""
    pieces: list[Piece] = []
    notes, column, y = 0, 0, 0.0
    step = (area.width() + gap) / columns
    above: Block | None = None
    for block in blocks:
        heading = None if block.heading is above else block.heading
        if y and y + _lead(heading, gap, y) + block.height > area.height():
            column, y = column + 1, 0.0
            if column == columns:
                yield Page(tuple(pieces), notes)
                pieces, notes, column, heading = [], 0, 0, block.heading
        left = area.left() + column * step
        if heading is not None:
            y += gap if y else 0.0
            pieces += _moved(heading, left, area.top() + y)
            y += heading.height
        pieces += _moved(block, left, area.top() + y)
        y += block.height + gap
        notes += block.notes
        above = block.heading
    if pieces:
        yield Page(tuple(pieces), notes)


def _lead(heading: Block | None, gap: float, y: float) -> float:
    return 0.0 if heading is None else heading.height + (gap if y else 0.0)


def _moved(block: Block, x: float, y: float) -> list[Piece]:
    return [_at(piece, x, y) for piece in block.pieces]


def _at(piece: Piece, x: float, y: float) -> Piece:
    return replace(piece, rect=piece.rect.translated(x, y))
