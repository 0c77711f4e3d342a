"""Sheets to be cut apart: an A4 sheet in equal boxes, dashes between them, lines of text in a box."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.blocks import Align
from exports.typesetting.pages import Mark, Rule, TextLine
from exports.typesetting.style import PAGE_HEIGHT, PAGE_WIDTH
from exports.typesetting.text_lines import offset, text_lines

DASH = 4.0
"""Points of a cut line's dash, and of the gap behind it."""
PADDING = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet, in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def lines(
        self, text: str, y: float, size: float, *, bold: bool = False, most: int = 1, align: Align = Align.CENTRE
    ) -> Iterator[TextLine]:
        """The text's lines in the box, the first with its baseline at `y` below the box's top."""
        measure = (self.width - 2 * PADDING) / size
        for row, (line, _goes_on) in enumerate(text_lines(text, measure, bold=bold)[:most]):
            x = self.x + PADDING + offset(line, measure, align) * size
            yield TextLine(x, self.y + y + row * size * 1.4, line, size)


def box(place: int, columns: int, rows: int) -> Box:
    """The box at a place (from 0), row by row from the top."""
    row, column = divmod(place, columns)
    width, height = PAGE_WIDTH / columns, PAGE_HEIGHT / rows
    return Box(column * width, row * height, width, height)


def cut_lines(columns: int, rows: int) -> Iterator[Mark]:
    """Dashes between the boxes, from edge to edge of the sheet."""
    for column in range(1, columns):
        x = PAGE_WIDTH * column / columns
        yield from (Rule(x, at, x, at + DASH) for at in _dashes(PAGE_HEIGHT))
    for row in range(1, rows):
        y = PAGE_HEIGHT * row / rows
        yield from (Rule(at, y, at + DASH, y) for at in _dashes(PAGE_WIDTH))


def _dashes(length: float) -> Iterable[float]:
    return (2 * DASH * step for step in range(int(length // (2 * DASH)) + 1))
