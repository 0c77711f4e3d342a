"""Notes and groups in columns, as in a newspaper, on as many pages as it takes. No note is made too small to read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from models.language import gettext as _
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, block_height, lines_needed, wrapped
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
RING = 3.0
"""How far the mark of the newest note stands out, in px at 1280×720: less than half of the gap to the next."""
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares of the height to try for columns of much the same length."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a certain height that stands in a column; `notes` says how many notes the room sees in it, and
    `note` is the id of one.

    Its pieces, from its own corner on, are made when it is seen.
    """

    height: float
    pieces: Callable[[], tuple[Piece, ...]]
    notes: int = 0
    heading: "Block | None" = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page and where, and how many notes that is."""

    placed: tuple[tuple[Block, float, float], ...]
    notes: int

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces, made now."""
        return tuple(_at(piece, x, y) for block, x, y in self.placed for piece in block.pieces())

    def has(self, note: str) -> bool:
        """Whether the note with this id stands here."""
        return any(block.note == note for block, _x, _y in self.placed)


class Flow:
    """The pages as far as they were laid out: nobody waits for the thousandth to see the first."""

    def __init__(self, pages: Iterator[Page | None], notes: int) -> None:
        self._coming = pages
        self.pages: list[Page] = []
        self.notes = notes
        self.whole = False

    def until(self, page: int) -> "Flow":
        """Lay out until there is a page of this number, from 0, if there is one."""
        while len(self.pages) <= page and not self.whole:
            self._step()
        return self

    def page_of(self, note: str) -> int | None:
        """The page on which a note stands, from 0; None when it is on none that is laid out."""
        return next((number for number, page in enumerate(self.pages) if page.has(note)), None)

    def go_on(self, blocks: int) -> bool:
        """Lay out so many blocks more. Whether that made it whole."""
        before = self.whole
        for _block in range(blocks):
            if self.whole:
                break
            self._step()
        return self.whole and not before

    def _step(self) -> None:
        try:
            page = next(self._coming)
        except StopIteration:
            self.whole = True
            return
        if page is not None:
            self.pages.append(page)


def pages_of(groups: Sequence[ShownGroup], view: View, area: QRectF, unit: float, newest: str = "") -> Flow:
    """The pages: with the largest text that needs only one, else with the smallest; the `newest` note is marked."""
    notes = 0 if view is View.GROUPS else sum(len(group.notes) for group in groups)
    for size in SIZES:
        px = size * unit
        gap = GAP * unit
        columns = max(1, int((area.width() + gap) / (COLUMN_EMS * px + gap)))
        width = (area.width() - gap * (columns - 1)) / columns
        blocks = _Blocks(groups, view, px, width, unit, newest)
        flow = Flow(_flowed(blocks, area, columns, gap), notes).until(1)
        if len(flow.pages) <= 1:
            return _balanced([*blocks], area, columns, gap, notes) or flow
    return flow


@dataclass(frozen=True, slots=True)
class _Blocks:
    """What is laid out at one size, block by block."""

    groups: Sequence[ShownGroup]
    view: View
    px: float
    width: float
    unit: float
    newest: str = ""

    def __iter__(self) -> Iterator[Block]:
        return (block for group in self.groups for block in self._of(group))

    def _of(self, group: ShownGroup) -> Iterator[Block]:
        if self.view is View.GROUPS:
            yield _group_card(group, self.px, self.width, self.unit)
            return
        heading = _heading(group, self.px, self.width) if group.title else None
        for note in group.notes:
            yield _note_card(note, self.px, self.width, self.unit, heading, newest=note.id == self.newest != "")


def _balanced(blocks: Sequence[Block], area: QRectF, columns: int, gap: float, notes: int) -> Flow | None:
    """The one page on which the columns end as high up as they can."""
    for share in STEPS:
        lower = QRectF(area.left(), area.top(), area.width(), area.height() * share)
        if _fits(blocks, lower):
            flow = Flow(_flowed(blocks, lower, columns, gap), notes).until(1)
            if len(flow.pages) == 1:
                return flow
    return None


def _fits(blocks: Sequence[Block], area: QRectF) -> bool:
    return all((b.heading.height if b.heading else 0.0) + b.height <= area.height() for b in blocks)


def _heading(group: ShownGroup, px: float, width: float) -> Block:
    lines = wrapped(group.title, px, width, 2, True)
    height = block_height(len(lines), px)
    return Block(height, lambda: (Words(QRectF(0, 0, width, height), lines, px, bold=True, colour=KEY),))


def _note_card(
    note: ShownNote, px: float, width: float, unit: float, heading: Block | None, *, newest: bool = False
) -> Block:
    pad, mark = PAD * unit, px * 0.9
    inner = width - 2 * pad - mark
    height = block_height(lines_needed(note.text, px, inner, MOST_LINES), px) + 2 * pad * 0.6

    def pieces() -> tuple[Piece, ...]:
        top = QRectF(pad, pad * 0.6, mark, px * LINE_SPACING)
        lines = wrapped(note.text, px, inner, MOST_LINES)
        card = QRectF(0, 0, width, height)
        out = RING * unit
        ring = (Panel(card.adjusted(-out, -out, out, out), KEY, radius=4 * unit + out),) if newest else ()
        return (
            *ring,
            Panel(card, NOTE_FILL[note.kind], NOTE_LINE[note.kind], 4 * unit),
            Words(top, (NOTE_MARK[note.kind],), px, bold=True, colour=SECOND_TEXT),
            Words(QRectF(pad + mark, 0, inner, height), lines, px, middle=True),
        )

    return Block(height, pieces, 1, heading, note.id)


def _group_card(group: ShownGroup, px: float, width: float, unit: float) -> Block:
    pad = PAD * unit
    bold = not group.words
    words, most, inner = group.words or group.title, 3 if bold else 2, width - 2 * pad
    title = block_height(lines_needed(words, px, inner, most, bold), px)
    small = max(px * 0.8, SIZES[-1] * unit)
    bar = BAR * unit if group.rank else 0.0
    below = QRectF(pad, pad + title + bar, inner, block_height(1, small))
    height = below.bottom() + pad * 0.7
    counted = group.dots is not None

    def pieces() -> tuple[Piece, ...]:
        lines = wrapped(words, px, inner, most, bold)
        return (
            Panel(QRectF(0, 0, width, height), WHITE, HAIRLINE, 8 * unit),
            Words(QRectF(pad, pad, inner, title), lines, px, bold=bold, colour=TEXT if bold else SECOND_TEXT),
            *_bar(group.share, QRectF(pad, pad + title, inner, bar), unit),
            Words(below, (_counts(group),), small, colour=KEY if counted else SECOND_TEXT, bold=counted),
        )

    return Block(height, pieces)


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


def _flowed(blocks: Iterable[Block], area: QRectF, columns: int, gap: float) -> Iterator[Page | None]:
    """The blocks from top to bottom, column by column; a heading stands over its first note, and once a page.

    After each block comes None, or the page that it left behind.
    """
    placed: list[tuple[Block, float, float]] = []
    notes, column, y = 0, 0, 0.0
    step = (area.width() + gap) / columns
    above: Block | None = None
    for block in blocks:
        full = None
        heading = None if block.heading is above else block.heading
        if y and y + _lead(heading, gap, y) + block.height > area.height():
            column, y = column + 1, 0.0
            if column == columns:
                full = Page(tuple(placed), notes)
                placed, notes, column, heading = [], 0, 0, block.heading
        left = area.left() + column * step
        if heading is not None:
            y += gap if y else 0.0
            placed.append((heading, left, area.top() + y))
            y += heading.height
        placed.append((block, left, area.top() + y))
        y += block.height + gap
        notes += block.notes
        above = block.heading
        yield full
    if placed:
        yield Page(tuple(placed), notes)


def _lead(heading: Block | None, gap: float, y: float) -> float:
    return 0.0 if heading is None else heading.height + (gap if y else 0.0)


def _at(piece: Piece, x: float, y: float) -> Piece:
    return replace(piece, rect=piece.rect.translated(x, y))
