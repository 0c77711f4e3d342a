"""The matrix of effect and feasibility on the wall: what the room may see of it, in columns as high as the effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from models.board import Payoff, Reach
from models.language import gettext as _
from models.payoff import Weighed, placed
from models.workshop import Workshop
from ui.decide.matrix.field import GAP, Field
from ui.decide.matrix.wording import GROUNDS, reach_word
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, block_height, wrapped
from ui.theme import FIELD_LINE, NOTE_FILL, NOTE_LINE, WHITE

LOOKS = ((38.0, 2), (32.0, 2), (32.0, 1))
"""Text sizes in px at 1280×720 and lines of a card to try, the first at which every column has room."""
AXIS_PX = 32.0
PAD = 8.0


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A group by its title, or by a revealed note's words while it has none; `note` is a lone note's fill and line."""

    text: str
    titled: bool
    payoff: Payoff
    note: tuple[str, str] | None = None


def weighed(workshop: Workshop) -> tuple[ShownCard, ...]:
    """What stands in the matrix, as far as a note of it was revealed."""
    revealed: dict[str, str] = {}
    for note in workshop.ordered_notes():
        if not note.hidden:
            revealed.setdefault(note.cluster_id or note.id, note.text)
    return tuple(_card(one, revealed[one.id]) for one in placed(workshop) if one.id in revealed)


def _card(one: Weighed, words: str) -> ShownCard:
    assert one.payoff is not None
    look = None if one.note is None else (NOTE_FILL[one.note.kind], NOTE_LINE[one.note.kind])
    return ShownCard(one.title or words, bool(one.title), one.payoff, look)


def pages_of_matrix(cards: Sequence[ShownCard], area: QRectF, unit: float) -> tuple[tuple[Piece, ...], ...]:
    """The pages: one, with the largest cards for which each column has room; else the greater effects first."""
    room = _room(area, unit)
    columns = [_highest_first(cards, reach) for reach in Reach]
    fullest = max(map(len, columns), default=0)
    for size, lines in LOOKS:
        px, height = size * unit, block_height(lines, size * unit) + PAD * unit
        fits = max(1, int((room.height() - 12) / (height + GAP)))
        if fullest <= fits:
            break
    axes = tuple(_axes(area, room, unit))
    starts = range(0, max(1, fullest), fits)
    chosen = ([card for column in columns for card in column[start : start + fits]] for start in starts)
    return tuple((*axes, *_cards(page, Field(room, QSizeF()), px, height, lines, unit)) for page in chosen)


def _highest_first(cards: Sequence[ShownCard], reach: Reach) -> list[ShownCard]:
    here = (card for card in cards if card.payoff.reach is reach)
    return sorted(here, key=lambda card: (-card.payoff.effect, card.payoff.id))


def _room(area: QRectF, unit: float) -> QRectF:
    """The three columns: right of the effect's words, above their own."""
    return area.adjusted(3.6 * AXIS_PX * unit, 0.0, 0.0, -block_height(1, AXIS_PX * unit) - 6 * unit)


def _cards(
    cards: Sequence[ShownCard], field: Field, px: float, height: float, lines: int, unit: float
) -> Iterator[Piece]:
    width = field.column(Reach.OWN).width() - 16 * unit
    size = QSizeF(width, height)
    corners = Field(field.area, size).corners([card.payoff for card in cards])
    for card in cards:
        corner = corners[card.payoff.id]
        rect = QRectF(QPointF(corner.x(), corner.y()), size)
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
    yield Words(side, tuple(_("Effect\ngreat").split("\n")), px, bold=True, align=centre)
    side.moveBottom(room.bottom())
    yield Words(side, tuple(_("Effect\nsmall").split("\n")), px, bold=True, align=centre)
