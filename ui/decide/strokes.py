"""正 drawn stroke by stroke, as counting hands write it: one stroke a dot, five to a character.

Lines, not glyphs: fonts have no half-written 正.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import TEXT, font

FIVE = 5
STROKES = (
    ((0.10, 0.12), (0.90, 0.12)),
    ((0.50, 0.12), (0.50, 0.88)),
    ((0.50, 0.46), (0.84, 0.46)),
    ((0.22, 0.42), (0.22, 0.88)),
    ((0.04, 0.88), (0.96, 0.88)),
)
"""From where to where each stroke goes, in the order of writing, within a square of 1 × 1."""
SIZES = (30.0, 22.0)
"""Heights of a character to try, px, the largest first; beyond what has room at the last, 正 is multiplied."""
GAP = 0.3
"""Between two characters, as a share of their height."""


def characters(dots: int) -> list[int]:
    """How many strokes each character has: 7 is one of five and one of two."""
    whole, rest = divmod(max(0, dots), FIVE)
    return [FIVE] * whole + ([rest] if rest else [])


def strokes_of(box: QRectF, count: int) -> list[QLineF]:
    """The first `count` strokes of a 正 that fills `box`."""
    return [QLineF(_in(box, *begin), _in(box, *end)) for begin, end in STROKES[:count]]


def _in(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


def places(count: int, room: QRectF, size: float) -> list[QRectF] | None:
    """Where `count` characters of `size` px stand, in lines from the top left; None where they have no room."""
    step = size * (1 + GAP)
    columns = int((room.width() + size * GAP) / step)
    lines = int((room.height() + size * GAP) / step)
    if count > columns * lines:
        return None
    top = room.top() + (room.height() - (-(-count // max(1, columns)) * step - size * GAP)) / 2
    cells = (divmod(place, columns) for place in range(count))
    return [QRectF(room.left() + x * step, top + y * step, size, size) for y, x in cells]


def paint_tally(painter: QPainter, room: QRectF, dots: int, colour: str = TEXT) -> None:
    """Draw so many dots as 正 into `room`, smaller where there are many, and 正×12 where there are very many."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    counted = characters(dots)
    for size in SIZES:
        boxes = places(len(counted), room, size)
        if boxes is not None:
            for box, strokes in zip(boxes, counted, strict=True):
                _paint(painter, box, strokes, colour)
            break
    else:
        _paint_multiplied(painter, room, dots, colour)
    painter.restore()


def _paint(painter: QPainter, box: QRectF, strokes: int, colour: str) -> None:
    width = max(2.0, box.height() / 10)
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLines(strokes_of(box, strokes))


def _paint_multiplied(painter: QPainter, room: QRectF, dots: int, colour: str) -> None:
    """A whole 正, how often there is one, and what is left over."""
    size = SIZES[0]
    top = room.center().y() - size / 2
    whole, rest = divmod(dots, FIVE)
    _paint(painter, QRectF(room.left(), top, size, size), FIVE, colour)
    painter.setFont(font(20, bold=True, figures=True))
    times = f"×{whole:,}"
    wide = painter.fontMetrics().horizontalAdvance(times)
    place = QRectF(room.left() + size + 6, room.top(), wide + 2, room.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, times)
    if rest:
        _paint(painter, QRectF(place.right() + 10, top, size, size), rest, colour)
