"""Sheets laid out on pages: bands one below the other, a band that is too long going on upon the next page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.projector.bands import Band, Cell, Ground, Look, Sheet
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, broken, wrapped
from ui.theme import ERROR, GROUND, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, SUCCESS, TEXT, WHITE

SIZES = (44.0, 38.0, 32.0)
"""Text sizes to try, in px at 1280×720, the largest first; the last is 24 pt."""
GAP = 8.0
PAD = 12.0
TITLE_SCALE = 1.15
REST_SCALE = 1.25
SHORT = 3
ARROW_SCALE = 1.5
FEWEST_LINES = 2
"""A band is not begun at the foot of a page with fewer lines than this."""
CENTRED = {Look.NUMBER, Look.ARROW, Look.DONE, Look.GOING, Look.STOPPED, Look.WAITING}
BOLD = {Look.BOLD, Look.KEY, Look.TITLE, *CENTRED}
INK = {
    Look.QUIET: SECOND_TEXT,
    Look.KEY: KEY,
    Look.NUMBER: WHITE,
    Look.ARROW: KEY,
    Look.DONE: WHITE,
    Look.GOING: KEY,
    Look.STOPPED: SECOND_TEXT,
    Look.WAITING: ERROR,
}
CHIP = {
    Look.NUMBER: (KEY, ""),
    Look.DONE: (SUCCESS, ""),
    Look.GOING: (KEY_TINT, KEY),
    Look.STOPPED: (GROUND, SECOND_TEXT),
    Look.WAITING: (WHITE, ERROR),
}
"""Fill and outline of what is on a little ground of its own."""
PAPER = {Look.BEFORE: (GROUND, HAIRLINE), Look.AFTER: ("#e6f5ec", "#51b883")}


@dataclass(frozen=True, slots=True)
class Rest:
    """The place of a clock of its own: for the `index`th band of the sheet, on the page it stands on."""

    index: int
    rect: QRectF
    px: float


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What stands on one page."""

    pieces: tuple[Piece, ...]
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A cell with its words broken into lines; `told` says how many of them are its label."""

    cell: Cell
    left: float
    width: float
    lines: tuple[str, ...]
    told: int


@dataclass(frozen=True, slots=True)
class _Laid:
    """A band with its words measured."""

    index: int
    columns: tuple[_Column, ...]
    ground: Ground
    px: float
    pad: float

    @property
    def lines(self) -> int:
        return max(len(column.lines) for column in self.columns)

    def height(self, lines: int) -> float:
        return lines * self.px * LINE_SPACING + 2 * self.pad

    def fitting(self, height: float) -> int:
        return int((height - 2 * self.pad) / (self.px * LINE_SPACING) + 1e-6)

    def split(self, at: int) -> "tuple[_Laid, _Laid]":
        first = tuple(_cut(column, 0, at) for column in self.columns)
        return _with(self, first), _with(self, tuple(_cut(column, at, None) for column in self.columns))


def _with(laid: _Laid, columns: tuple[_Column, ...]) -> _Laid:
    return _Laid(laid.index, columns, laid.ground, laid.px, laid.pad)


def _cut(column: _Column, start: int, end: int | None) -> _Column:
    """The lines from `start` on; a label is told again where a ground goes on, and an arrow stands on every page."""
    if column.cell.look is Look.ARROW:
        return column
    lines, told = column.lines[start:end], max(0, min(column.told, len(column.lines)) - start)
    if start and lines and not told and column.cell.look in PAPER:
        lines, told = (*column.lines[: column.told], *lines), column.told
    return _Column(column.cell, column.left, column.width, lines, told)


def pages_of_sheet(sheet: Sheet, area: QRectF, unit: float) -> tuple[SheetPage, ...]:
    """The pages: with the largest text that needs only one, else with the smallest."""
    pages: tuple[SheetPage, ...] = ()
    for size in SIZES:
        pages = tuple(_pages(sheet, area, size * unit, unit))
        if len(pages) == 1:
            break
    return pages


def _pages(sheet: Sheet, area: QRectF, px: float, unit: float) -> Iterator[SheetPage]:
    gap = GAP * unit
    width = (area.width() - 2 * gap * (sheet.columns - 1)) / sheet.columns
    bands = [_laid(index, band, width, px, unit) for index, band in enumerate(sheet.bands)]
    head = None if sheet.head is None else _laid(-1, sheet.head, width, px, unit)
    below = QRectF(area)
    if head is not None:
        below.setTop(area.top() + head.height(head.lines) + gap / 2)
    columns = list(_filled(bands, below.height(), gap))
    for first in range(0, len(columns), sheet.columns):
        pieces: list[Piece] = [] if head is None else list(_painted(head, area.left(), area.top(), width, unit))
        rests: list[Rest] = []
        for number, column in enumerate(columns[first : first + sheet.columns]):
            y, left = below.top(), area.left() + number * (width + 2 * gap)
            for laid in column:
                pieces += _painted(laid, left, y, width, unit)
                rests += _rests(laid, left, y)
                y += laid.height(laid.lines) + gap
        yield SheetPage(tuple(pieces), tuple(rests))


def _filled(bands: Sequence[_Laid], height: float, gap: float) -> Iterator[list[_Laid]]:
    """The bands in columns of at most this height."""
    column: list[_Laid] = []
    y = 0.0
    for band in bands:
        rest: _Laid | None = band
        while rest is not None:
            if y + rest.height(rest.lines) <= height + 0.01:
                column.append(rest)
                y += rest.height(rest.lines) + gap
                rest = None
                continue
            whole = rest.height(rest.lines) <= height
            lines = max(1, rest.fitting(height)) if not column else rest.fitting(height - y)
            if not column or (not whole and lines >= FEWEST_LINES):
                first, rest = rest.split(lines)
                column.append(first)
            yield column
            column, y = [], 0.0
    if column:
        yield column


def _laid(index: int, band: Band, width: float, px: float, unit: float) -> _Laid:
    title = any(cell.look is Look.TITLE for cell in band.cells)
    size = px * TITLE_SCALE if title else px
    pad = PAD * unit if band.ground is Ground.CARD or _papered(band) else PAD * unit * 0.35
    edge = PAD * unit if band.ground is Ground.CARD else 0.0
    inner, left, columns = width - 2 * edge, edge, []
    for cell in band.cells:
        columns.append(_column(cell, left, cell.share * inner, size, unit))
        left += cell.share * inner
    return _Laid(index, tuple(columns), band.ground, size, pad)


def _papered(band: Band) -> bool:
    return any(cell.look in PAPER for cell in band.cells)


def _inset(cell: Cell, unit: float) -> float:
    """What the words of a cell keep from its edges."""
    if cell.look in (Look.NUMBER, Look.ARROW, Look.REST):
        return 0.0
    return PAD * unit if cell.look in PAPER or cell.look in CHIP else PAD * unit / 2


def _column(cell: Cell, left: float, width: float, px: float, unit: float) -> _Column:
    inner = width - 2 * _inset(cell, unit)
    label = _lines(cell.label, px, inner, True) if cell.label else ()
    text = _lines(cell.text, px, inner, cell.look in BOLD) if cell.text or not label else ()
    return _Column(cell, left, width, (*label, *text), len(label))


def _lines(text: str, px: float, width: float, bold: bool) -> tuple[str, ...]:
    """All of the text; a few lines are made much the same length. Whole words take no more lines than split ones."""
    lines, tight = broken(text, px, width, bold), broken(text, px, width, bold, False)
    if len(tight) < len(lines):
        return tight
    return wrapped(text, px, width, SHORT, bold) if len(lines) <= SHORT else lines


def _painted(laid: _Laid, x: float, y: float, width: float, unit: float) -> Iterator[Piece]:
    """The band's ground, then cell by cell."""
    height = laid.height(laid.lines)
    if laid.ground is Ground.CARD:
        yield Panel(QRectF(x, y, width, height), KEY_TINT, "", 8 * unit)
    elif laid.ground is Ground.RULED:
        yield Panel(QRectF(x, y + height + (GAP / 2 - 1) * unit, width, max(1.0, 2 * unit)), HAIRLINE, "", 0)
    for column in laid.columns:
        yield from _cell(column, laid, QRectF(x + column.left, y, column.width, height), unit)


def _cell(column: _Column, laid: _Laid, place: QRectF, unit: float) -> Iterator[Piece]:
    cell, px = column.cell, laid.px
    step = px * LINE_SPACING
    if cell.look in PAPER:
        yield Panel(place, *PAPER[cell.look], 8 * unit)
    if cell.look in CHIP and any(column.lines):
        yield _chip(cell.look, place, laid.pad, step * len(column.lines), px, unit)
    inset = _inset(cell, unit)
    words = place.adjusted(inset, laid.pad, -inset, -laid.pad)
    centre = Qt.AlignmentFlag.AlignHCenter if cell.look in CENTRED else Qt.AlignmentFlag.AlignLeft
    ink = INK.get(cell.look, TEXT)
    label, text = column.lines[: column.told], column.lines[column.told :]
    if label:
        yield Words(words, label, px, bold=True, colour=ink if cell.look in PAPER else TEXT)
    if any(text):
        below = words.adjusted(0, step * len(label), 0, 0)
        arrow = cell.look is Look.ARROW
        size = px * ARROW_SCALE if arrow else px
        yield Words(below, text, size, bold=cell.look in BOLD, colour=ink, align=centre, middle=arrow)


def _chip(look: Look, place: QRectF, pad: float, height: float, px: float, unit: float) -> Panel:
    fill, line = CHIP[look]
    rect = QRectF(place.left(), place.top() + pad, place.width() - 4 * unit, height)
    if look is Look.NUMBER:
        side = px * 1.3
        rect = QRectF(place.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    return Panel(rect, fill, line, rect.height() / 2 if look is Look.NUMBER else 8 * unit)


def _rests(laid: _Laid, x: float, y: float) -> Iterator[Rest]:
    for column in laid.columns:
        if column.cell.look is Look.REST:
            place = QRectF(x + column.left, y, column.width, laid.height(laid.lines))
            yield Rest(laid.index, place, laid.px * REST_SCALE)
