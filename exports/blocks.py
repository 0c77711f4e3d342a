"""What a paper consists of, as plain data that every format renders alike.

Lengths are in ems of the body's type, column widths are weights. All text is plain: nothing in it is markup.
"""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where a line stands between its margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 3 with its number (１, (1), ア), which may be empty."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in it is a new line."""

    text: str
    indent: int = 0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list: its mark hangs, its lines stand below each other."""

    text: str
    mark: str = "・"
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `weight` is its share of the width, `strong` makes its cells headings of their rows."""

    title: str
    weight: float = 1.0
    align: Align = Align.LEFT
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; it has a header row, repeated on every page, when a column has a title.

    The rows with the indexes in `bound` stay on the page of the row behind them, where a page can hold both.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    bound: frozenset[int] = frozenset()

    @property
    def has_header(self) -> bool:
        """Whether any column is titled."""
        return any(column.title for column in self.columns)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page (別紙)."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The mark that the paper ends here."""

    text: str = "（以上）"


Block = Heading | Paragraph | ListItem | Table | PageBreak | Closing


@dataclass(frozen=True, slots=True)
class Report:
    """A paper, ready for any format.

    `marking` stands on every page, `issued` (when and by whom it was made) above the title, `margin` holds label and
    value of what stands at every page's foot (欄外). A `one_page` report is set smaller until it fits one page; a
    `wide` one has narrower margins, for broad tables.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    marking: str = ""
    issued: str = ""
    margin: tuple[tuple[str, str], ...] = ()
    author: str = ""
    one_page: bool = False
    wide: bool = False

    @property
    def margin_line(self) -> str:
        """What stands at every page's foot, in one line."""
        return "　".join(f"{label}：{value}" for label, value in self.margin)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper's bytes, and the characters that no font could show as typed, in their order of appearance."""

    data: bytes
    replaced: tuple[str, ...] = ()
