"""Pages: pieces of paper one below the other, broken where an official would break them.

Lengths are points; y grows downwards. A piece is never parted; what may be parted comes as several pieces.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from exports.typesetting.line_breaking import Glyph


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of glyphs with its baseline at `y`; `spread` is added after each glyph to fill the measure."""

    x: float
    y: float
    glyphs: Sequence[Glyph]
    size: float
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A tinted rectangle; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place the outline of the paper leads to."""

    y: float
    level: int
    text: str


Mark = TextLine | Rule | Fill | Anchor
Page = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Marks that stay together, measured from the piece's top.

    `before` is white space above it, dropped at the head of a page; `keep` binds it to the next piece; `header` is
    repeated above it at the head of a page; `foot` is drawn when a page ends with it; `breaks` begins a new page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    keep: bool = False
    header: "Piece | None" = None
    foot: tuple[Mark, ...] = ()
    breaks: bool = False


def lowered(mark: Mark, by: float) -> Mark:
    """The mark, `by` points further down."""
    if isinstance(mark, Rule):
        return replace(mark, y1=mark.y1 + by, y2=mark.y2 + by)
    return replace(mark, y=mark.y + by)


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Runs of pieces that must stand on one page."""
    chain: list[Piece] = []
    for piece in pieces:
        if piece.breaks and chain:
            yield chain
            chain = []
        chain.append(piece)
        if not piece.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class _Pages:
    """Pages being filled from the top."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._pages: list[list[Mark]] = [[]]
        self._y = 0.0
        self._last: Piece | None = None

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._height + 1e-6

    def _turn(self) -> None:
        if self._last is not None:
            self._pages[-1].extend(lowered(mark, self._y) for mark in self._last.foot)
        self._pages.append([])
        self._y = 0.0
        self._last = None

    def _put(self, piece: Piece) -> None:
        if self._last is None and piece.header is not None:
            self._put(piece.header)
        self._y += piece.before if self._last is not None else 0.0
        self._pages[-1].extend(lowered(mark, self._y) for mark in piece.marks)
        self._y += piece.height
        self._last = piece

    def add(self, chain: list[Piece]) -> None:
        """Put pieces that belong together on one page when any page can hold them. White space alone opens no page."""
        needed = sum(piece.before + piece.height for piece in chain)
        if not self._fits(needed) and not any(piece.marks for piece in chain):
            return
        crowded = not self._fits(needed) and needed <= self._height
        if self._last is not None and (chain[0].breaks or crowded):
            self._turn()
        for piece in chain:
            if self._last is not None and not self._fits(piece.before + piece.height):
                self._turn()
            self._put(piece)

    def finished(self) -> list[Page]:
        """All pages."""
        return [tuple(page) for page in self._pages]


def paginate(pieces: Iterable[Piece], height: float) -> list[Page]:
    """The pages of a paper whose text area is `height` high; there is always one."""
    pages = _Pages(height)
    for chain in _chains(pieces):
        pages.add(chain)
    return pages.finished()
