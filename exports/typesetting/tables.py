"""Tables set as pieces: a header that is repeated, rows that stay whole where a page can hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from exports.blocks import Align, Column, Table
from exports.typesetting.line_breaking import Glyph
from exports.typesetting.pages import Fill, Mark, Piece, Rule, TextLine, lowered
from exports.typesetting.style import Style
from exports.typesetting.text_lines import baseline, offset, text_lines

CellLines = list[Sequence[Glyph]]


class _Grid:
    """The columns of a table on the paper."""

    def __init__(self, style: Style, table: Table) -> None:
        total = sum(column.weight for column in table.columns)
        self.style = style
        self.columns = table.columns
        self.widths = [style.measure * column.weight / total for column in table.columns]
        self.lefts = [0.0, *accumulate(self.widths)]

    def measure(self, index: int) -> float:
        """The width for text in a column, in ems of the table's type."""
        return (self.widths[index] - 2 * self.style.padding) / self.style.table_size

    def cell(self, index: int, text: str, *, bold: bool) -> CellLines:
        """The lines of a cell."""
        return [line for line, _ in text_lines(text, self.measure(index), bold=bold)]

    def texts(self, index: int, cell: CellLines, align: Align) -> Iterator[Mark]:
        """The lines of a cell as marks, the first at the top of its row."""
        size, leading, pad = self.style.table_size, self.style.table_leading, self.style.padding
        for row, line in enumerate(cell):
            x = self.lefts[index] + pad + offset(line, self.measure(index), align) * size
            yield TextLine(x, row * leading + baseline(leading, size), line, size)

    def rule(self, y: float) -> Rule:
        """A rule across the table."""
        return Rule(0.0, y, self.lefts[-1], y)

    def sides(self, height: float) -> list[Mark]:
        """The rules between and beside the columns."""
        return [Rule(x, 0.0, x, height) for x in self.lefts]

    def fills(self, height: float, *, header: bool) -> list[Mark]:
        """The tint behind headings of columns and of rows."""
        return [
            Fill(left, 0.0, width, height)
            for left, width, column in zip(self.lefts, self.widths, self.columns, strict=False)
            if header or column.strong
        ]


def _row_height(style: Style, count: int) -> float:
    return count * style.table_leading + 2 * style.padding


def _whole(grid: _Grid, cells: list[CellLines], *, header: bool = False) -> Piece:
    """A row that stays in one piece, or the header."""
    height = _row_height(grid.style, max(map(len, cells)))
    marks = [*grid.fills(height, header=header), grid.rule(0.0), grid.rule(height), *grid.sides(height)]
    for index, (cell, column) in enumerate(zip(cells, grid.columns, strict=True)):
        align = Align.CENTRE if header else column.align
        marks += [lowered(mark, grid.style.padding) for mark in grid.texts(index, cell, align)]
    return Piece(height, tuple(marks), keep=header)


def _parted(grid: _Grid, cells: list[CellLines], header: Piece | None) -> Iterator[Piece]:
    """A row taller than a page, one piece for each line of it."""
    style = grid.style
    count = max(map(len, cells))
    for number, line in enumerate(zip_longest(*cells)):
        first, last = number == 0, number == count - 1
        top = style.padding if first else 0.0
        height = style.table_leading + top + (style.padding if last else 0.0)
        marks = grid.fills(height, header=False) + grid.sides(height)
        marks += [grid.rule(0.0)] * first + [grid.rule(height)] * last
        for index, (glyphs, column) in enumerate(zip(line, grid.columns, strict=True)):
            texts = grid.texts(index, [glyphs] if glyphs is not None else [], column.align)
            marks += [lowered(mark, top) for mark in texts]
        top_rule = Piece(0.0, (grid.rule(0.0),))
        yield Piece(height, tuple(marks), header=header or top_rule, foot=(grid.rule(0.0),))


def _row(grid: _Grid, texts: Sequence[str], header: Piece | None) -> Iterator[Piece]:
    cells = [
        grid.cell(index, text, bold=column.strong)
        for index, (text, column) in enumerate(zip(texts, grid.columns, strict=True))
    ]
    room = grid.style.depth - (header.height if header else 0.0)
    if _row_height(grid.style, max(map(len, cells))) > room:
        yield from _parted(grid, cells, header)
        return
    piece = _whole(grid, cells)
    yield Piece(piece.height, piece.marks, header=header)


def _header(grid: _Grid, columns: Sequence[Column]) -> Piece:
    return _whole(grid, [grid.cell(i, column.title, bold=True) for i, column in enumerate(columns)], header=True)


def table_pieces(style: Style, table: Table) -> Iterator[Piece]:
    """The pieces of a table; an empty one has none."""
    grid = _Grid(style, table)
    header = _header(grid, table.columns) if table.has_header else None
    yield Piece(style.size * 0.3, keep=True)
    if header:
        yield header
    for index, texts in enumerate(table.rows):
        for piece in _row(grid, texts, header):
            yield replace(piece, keep=True) if index in table.bound else piece
    yield Piece(style.size * 0.5)
