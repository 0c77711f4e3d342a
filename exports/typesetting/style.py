"""Measures of a paper, in points."""

from dataclasses import dataclass

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
NARROW_MARGIN = 20 * MM


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of a paper; everything follows from the body's `size` and the page's `margin`."""

    size: float = 10.5
    margin: float = 25 * MM

    @property
    def measure(self) -> float:
        """The width of the text."""
        return PAGE_WIDTH - 2 * self.margin

    @property
    def depth(self) -> float:
        """The height of the text."""
        return PAGE_HEIGHT - 2 * self.margin

    @property
    def leading(self) -> float:
        """From one line of the body to the next."""
        return self.size * 1.6

    @property
    def table_size(self) -> float:
        """The type of tables, a step below the body's."""
        return self.size - 1.5 if self.size > 9 else self.size * 0.9

    @property
    def table_leading(self) -> float:
        """From one line of a table's cell to the next."""
        return self.table_size * 1.4

    @property
    def padding(self) -> float:
        """Between a table's rules and its text."""
        return self.size * 0.45

    @property
    def title_size(self) -> float:
        """The type of the paper's title."""
        return self.size * 1.45


FURNITURE_SIZE = 8.5
"""The type of what stands outside the text on every page."""
