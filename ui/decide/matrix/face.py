"""What a card of the matrix shows: title or words, dots and notes; always plain text."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from models.payoff import Weighed
from ui.decide.matrix.field import ONE_LINE, CardSize
from ui.decide.matrix.wording import counts_told, title_of
from ui.projector.pieces import LINE_SPACING, Panel, Piece, Words, paint, wrapped
from ui.theme import FIELD_LINE, FOCUS, KEY, NOTE_FILL, NOTE_LINE, NOTE_MARK, NOTE_RADIUS, RADIUS, SECOND_TEXT, TEXT
from ui.theme import WHITE as PAPER

FOOT_PX = 14
PAD = 8.0


def pieces_of(one: Weighed, size: CardSize) -> tuple[Piece, ...]:
    """The card's ground and words, its corner at 0, 0."""
    whole = QRectF(0.5, 0.5, size.size.width() - 1, size.size.height() - 1)
    if size.size.height() <= ONE_LINE:
        return _ground(one, whole), *_words(one, size, whole, 2.0)
    return _ground(one, whole), *_words(one, size, whole, PAD / 2), _foot(one, whole)


def _ground(one: Weighed, whole: QRectF) -> Panel:
    if one.note is None:
        return Panel(whole, PAPER, FIELD_LINE, RADIUS)
    return Panel(whole, NOTE_FILL[one.note.kind], NOTE_LINE[one.note.kind], NOTE_RADIUS)


def _words(one: Weighed, size: CardSize, whole: QRectF, above: float) -> tuple[Words, ...]:
    inner = whole.adjusted(PAD, above, -PAD, -above)
    mark = () if one.note is None else (NOTE_MARK[one.note.kind],)
    inner.setLeft(inner.left() + (size.px * 1.2 if mark else 0.0))
    bold = bool(one.title)
    lines = wrapped(title_of(one), size.px, inner.width(), _lines(one, size), bold)
    sign = QRectF(whole.left() + PAD, inner.top(), size.px * 1.2, size.px * LINE_SPACING)
    signs = tuple(Words(sign, (text,), size.px, bold=True, colour=SECOND_TEXT) for text in mark)
    return *signs, Words(inner, lines, size.px, bold=bold)


def _lines(one: Weighed, size: CardSize) -> int:
    """Where nothing stands at the foot, words do."""
    return (
        size.lines
        if counts_told(one) or size.lines == 1
        else int((size.size.height() - PAD) / (size.px * LINE_SPACING))
    )


def _foot(one: Weighed, whole: QRectF) -> Words:
    height = FOOT_PX * LINE_SPACING
    rect = QRectF(whole.left() + PAD, whole.bottom() - height - PAD / 2, whole.width() - 2 * PAD, height)
    known = one.dots is not None
    lines = wrapped(counts_told(one), FOOT_PX, rect.width(), 1, known)
    return Words(rect, lines, FOOT_PX, bold=known, colour=KEY if known else SECOND_TEXT)


def paint_card(painter: QPainter, one: Weighed, size: CardSize, *, ringed: bool = False, chosen: bool = False) -> None:
    """Paint a card with its corner at the painter's 0, 0; `ringed` by the keyboard, or just `chosen`."""
    paint(painter, pieces_of(one, size))
    if ringed:
        ring(painter, size.size)
    elif chosen:
        _outline(painter, size.size, KEY, 2.0, 1.0)


def ring(painter: QPainter, size: QSizeF) -> None:
    """The focus ring: black around yellow."""
    _outline(painter, size, TEXT, 3.0, 1.5)
    _outline(painter, size, FOCUS, 2.0, 4.0)


def _outline(painter: QPainter, size: QSizeF, colour: str, width: float, inside: float) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rect = QRectF(0, 0, size.width(), size.height()).adjusted(inside, inside, -inside, -inside)
    painter.drawRoundedRect(rect, RADIUS - inside, RADIUS - inside)
