"""A picture as plain data: boxes, strokes and lines of text, in board units (1 unit = 1 px at 100 %).

x grows to the right, y downwards, both from the picture's upper left corner; colours are #rrggbb. What comes later
lies on top. All text is plain: nothing in it is markup.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from exports.typesetting.line_breaking import Glyph

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Point = tuple[float, float]
Watch = Callable[[float], None]
"""Told the share done (0 to 1) from time to time; may raise `Stopped`."""


class Stopped(Exception):
    """Somebody thought better of it while a picture was made."""


def unwatched(_share: float) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners; without `fill` or `line` it has none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    line: str = ""
    thickness: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `filled` makes it a solid shape of its colour."""

    points: tuple[Point, ...]
    colour: str
    thickness: float = 1.0
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text with its baseline at `y`."""

    x: float
    y: float
    glyphs: tuple[Glyph, ...]
    size: int
    colour: str
    bold: bool = False

    @property
    def typed(self) -> str:
        """What was typed."""
        return "".join(glyph.source for glyph in self.glyphs)


Mark = Box | Stroke | Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on white ground; `description` says in a sentence what is to be seen."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str = ""
    description: str = ""

    @property
    def replaced(self) -> tuple[str, ...]:
        """The characters that none of our fonts can show as typed."""
        texts = (mark for mark in self.marks if isinstance(mark, Text))
        return tuple(dict.fromkeys(glyph.source for text in texts for glyph in text.glyphs if glyph.replaced))


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The mark somewhere else."""
    if isinstance(mark, Stroke):
        return replace(mark, points=tuple((x + right, y + down) for x, y in mark.points))
    return replace(mark, x=mark.x + right, y=mark.y + down)


def around(rectangles: Iterable[Rectangle]) -> Rectangle:
    """The smallest rectangle around all; there must be one."""
    lefts, tops, rights, bottoms = zip(*rectangles, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
