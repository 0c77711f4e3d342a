"""The matrix of effect and feasibility on the wall: what the room may see of it, in columns as high as the effect."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt

from models.board import Payoff, Reach
from models.language import gettext as _
from models.once import of_the_last
from models.payoff import Weighed, placed
from models.workshop import Workshop
from ui.decide.matrix.field import EDGE, GAP, Field
from ui.decide.matrix.wording import GROUNDS, reach_word
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, block_height, wrapped
from ui.theme import FIELD_LINE, NOTE_FILL, NOTE_LINE, WHITE

SIZES = (38.0, 32.0)
"""Text sizes to try, in px at 1280×720, the largest first; the last is 24 pt."""
LINES = (2, 1)
"""Lines of a card to try in each column, so that all of it stands on one page."""
AXIS_PX = 32.0
PAD = 8.0


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A group by its title, or by a revealed note's words while it has none; `note` is a lone note's fill and line."""

    text: str
    titled: bool
    payoff: Payoff
    note: tuple[str, str] | None = None


@of_the_last
def weighed(workshop: Workshop) -> tuple[ShownCard, ...]:
    """What stands in the matrix, as far as a note of it was revealed."""
    told = ((one, _words(workshop, one)) for one in placed(workshop))
    return tuple(_card(one, words) for one, words in told if words is not None)


def _words(workshop: Workshop, one: Weighed) -> str | None:
    """The first revealed note's words, None while nothing of it was revealed."""
    notes = workshop.members(one.id) if one.note is None else [one.note]
    return next((note.text for note in notes if not note.hidden), None)


def _card(one: Weighed, words: str) -> ShownCard:
    assert one.payoff is not None
    look = None if one.note is None else (NOTE_FILL[one.note.kind], NOTE_LINE[one.note.kind])
    return ShownCard(one.title or words, bool(one.title), one.payoff, look)


def pages_of_matrix(cards: Sequence[ShownCard], area: QRectF, unit: float) -> tuple[tuple[Piece, ...], ...]:
    """The pages: one, if each column has room for its cards; else the greater effects come first."""
    room = _room(area, unit)
    columns = [_highest_first(cards, reach) for reach in Reach]
    fullest = max(map(len, columns))
    px = next((size * unit for size in SIZES if fullest <= _most(room, size * unit, LINES[0], unit)), SIZES[-1] * unit)
    pages = max(1, math.ceil(fullest / _most(room, px, LINES[-1], unit)))
    axes = tuple(_axes(area, room, unit))
    told = [_column(column, room, px, pages, unit) for column in columns]
    return tuple((*axes, *(piece for column in told for piece in column[page])) for page in range(pages))


def whole_titles(cards: Sequence[ShownCard], area: QRectF, unit: float) -> bool:
    """Whether every card of one page has room for two lines of its title."""
    fullest = max(len(_highest_first(cards, reach)) for reach in Reach)
    return fullest <= _most(_room(area, unit), SIZES[-1] * unit, LINES[0], unit)


def _height(px: float, lines: int, unit: float) -> float:
    return block_height(lines, px) + PAD * unit


def _most(room: QRectF, px: float, lines: int, unit: float) -> int:
    """How many cards of so many lines stand one below the other."""
    return max(1, int((room.height() - 2 * EDGE + GAP) / (_height(px, lines, unit) + GAP)))


def _column(cards: Sequence[ShownCard], room: QRectF, px: float, pages: int, unit: float) -> list[tuple[Piece, ...]]:
    """One column on each of the pages."""
    lines = next((lines for lines in LINES if len(cards) <= _most(room, px, lines, unit)), LINES[-1])
    fits = _most(room, px, lines, unit)
    each = (cards[page * fits : (page + 1) * fits] for page in range(pages))
    return [tuple(_cards(some, room, px, lines, unit)) for some in each]


def _highest_first(cards: Sequence[ShownCard], reach: Reach) -> list[ShownCard]:
    here = (card for card in cards if card.payoff.reach is reach)
    return sorted(here, key=lambda card: (-card.payoff.effect, card.payoff.id))


def _room(area: QRectF, unit: float) -> QRectF:
    """The three columns: right of the effect's words, above their own."""
    return area.adjusted(3.6 * AXIS_PX * unit, 0.0, 0.0, -block_height(1, AXIS_PX * unit) - 6 * unit)


def _cards(cards: Sequence[ShownCard], room: QRectF, px: float, lines: int, unit: float) -> Iterator[Piece]:
    size = QSizeF(room.width() / 3 - 16 * unit, _height(px, lines, unit))
    corners = Field(room, size).corners([card.payoff for card in cards])
    for card in cards:
        rect = QRectF(corners[card.payoff.id], size)
        fill, line = card.note or (WHITE, FIELD_LINE)
        inner = rect.adjusted(PAD * unit, 0.0, -PAD * unit, 0.0)
        yield Panel(rect, fill, line, (4 if card.note else 8) * unit)
        words = wrapped(card.text, px, inner.width(), lines, card.titled)
        yield Words(inner, words, px, bold=card.titled, middle=True)


def _axes(area: QRectF, room: QRectF, unit: float) -> Iterator[Piece]:
    px = AXIS_PX * unit
    centre = Qt.AlignmentFlag.AlignHCenter
    for reach in Reach:
        column = Field(room, QSizeF()).column(reach)
        yield Panel(column.adjusted(2, 0, -2, 0), GROUNDS[reach])
        below = QRectF(column.left(), room.bottom() + 4 * unit, column.width(), px * LINE_SPACING)
        yield Words(below, wrapped(reach_word(reach), px, below.width(), 1, True), px, bold=True, align=centre)
    side = QRectF(area.left(), area.top(), room.left() - area.left() - 8 * unit, block_height(2, px))
    foot = side.translated(0.0, room.bottom() - side.bottom())
    for place, text in ((side, _("Effect\ngreat")), (foot, _("Effect\nsmall"))):
        yield Words(place, tuple(text.split("\n")), px, bold=True, align=centre)
