"""What a picture has where, so that words find a free place without being held against everything there is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from exports.figures.figure import Rectangle
from models.layout import overlap

CELL = 512.0
"""Side of a cell in board units: a few notes lie in one."""


class Covering:
    """Rectangles that words must not cover, kept by the cells of a uniform grid."""

    def __init__(self, rectangles: Iterable[Rectangle]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Rectangle]] = defaultdict(list)
        for rectangle in rectangles:
            self.add(rectangle)

    def add(self, rectangle: Rectangle) -> None:
        """One more is there."""
        for cell in _cells(rectangle):
            self._cells[cell].append(rectangle)

    def covers(self, rectangle: Rectangle) -> bool:
        """Whether one of them and the rectangle share ground."""
        near = (self._cells.get(cell, ()) for cell in _cells(rectangle))
        return any(overlap(rectangle, one) for ones in near for one in ones)


def _cells(rectangle: Rectangle) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(edge // CELL) for edge in rectangle)
    return ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))
