"""What a row of the counting by strokes looks like: its key, its title, its strokes, − and ＋; never as markup."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.decide.dots import COVER
from ui.decide.strokes import paint_tally
from ui.projector.pieces import wrapped
from ui.theme import BODY, FOCUS, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, TARGET, TEXT, UNIT, WHITE, font

DIGITS = "1234567890"
"""The keys of the first ten rows."""
NARROW, WIDE, WIDE_FROM = 104, 72, 600
"""Heights of a row that has its strokes below its title or beside it, and the width from which it has both, px."""
BADGE = 28


@dataclass(frozen=True, slots=True)
class Tallied:
    """A row: the id and the words of a candidate, and the dots counted for it so far."""

    id: str
    title: str
    dots: int


@dataclass(frozen=True, slots=True)
class Seen:
    """How a row is looked at: by the keyboard, by the mouse, and whether its strokes are uncovered."""

    focused: bool
    hovered: bool
    uncovered: bool


def paint_row(painter: QPainter, place: QRect, number: int, row: Tallied, seen: Seen) -> None:
    """Paint the row of this number, counted from 0."""
    if seen.focused or seen.hovered:
        painter.fillRect(place, QColor(KEY_TINT))
    painter.setPen(QColor(HAIRLINE))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    _paint_key(painter, place, number)
    title, strokes = _rooms(place)
    _paint_title(painter, row.title, title)
    _paint_count(painter, strokes, row.dots, seen=seen.uncovered)
    for sign, box in zip("−＋", buttons_of(place), strict=True):
        _paint_button(painter, sign, box)
    if seen.focused:
        _paint_focus(painter, place)


def buttons_of(place: QRect) -> tuple[QRect, QRect]:
    """Where − and ＋ stand in a row."""
    top = place.top() + (place.height() - TARGET) // 2 if place.height() < NARROW else place.top() + UNIT
    more = QRect(place.right() - UNIT - TARGET, top, TARGET, TARGET)
    return more.translated(-TARGET - UNIT // 2, 0), more


def _rooms(place: QRect) -> tuple[QRect, QRect]:
    """Where the title and the strokes of a row stand."""
    left = place.left() + UNIT + BADGE + UNIT
    right = buttons_of(place)[0].left() - UNIT
    if place.height() < NARROW:
        middle = left + (right - left) // 2
        return QRect(left, place.top(), middle - left - UNIT, place.height()), QRect(
            middle, place.top() + 6, right - middle, place.height() - 12
        )
    upper = QRect(left, place.top() + 4, right - left, 52)
    return upper, QRect(left, upper.bottom() + 4, place.right() - 2 * UNIT - left, place.bottom() - upper.bottom() - 10)


def _paint_key(painter: QPainter, place: QRect, row: int) -> None:
    """The digit that counts for this row, as a key of the keyboard."""
    if row >= len(DIGITS):
        return
    top = place.top() + (place.height() - BADGE) // 2 if place.height() < NARROW else place.top() + 16
    box = QRect(place.left() + UNIT, top, BADGE, BADGE)
    painter.setPen(QPen(QColor(SECOND_TEXT), 1))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font(BODY, bold=True, figures=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, DIGITS[row])


def _paint_title(painter: QPainter, title: str, place: QRect) -> None:
    painter.setFont(font(BODY, bold=True))
    painter.setPen(QColor(TEXT))
    lines = wrapped(title.replace("\n", " "), BODY, place.width(), 2, True)
    pitch = 24
    top = place.top() + (place.height() - pitch * len(lines)) // 2
    for number, line in enumerate(lines):
        row = QRect(place.left(), top + number * pitch, place.width(), pitch)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


def _paint_count(painter: QPainter, place: QRect, dots: int, *, seen: bool) -> None:
    """The strokes and their number, or a sign that something was counted."""
    if not dots:
        return
    middle = Qt.AlignmentFlag.AlignVCenter
    if not seen:
        painter.setFont(font(BODY))
        painter.setPen(QColor(SECOND_TEXT))
        painter.drawText(place, middle, COVER)
        return
    figures = place.adjusted(place.width() - 52, 0, 0, 0)
    painter.setFont(font(20, bold=True, figures=True))
    painter.setPen(QColor(KEY))
    painter.drawText(figures, middle | Qt.AlignmentFlag.AlignRight, f"{dots:,}")
    paint_tally(painter, QRectF(place.adjusted(0, 0, -60, 0)), dots)


def _paint_button(painter: QPainter, sign: str, box: QRect) -> None:
    painter.setPen(QPen(QColor(KEY), 1))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(box, UNIT, UNIT)
    painter.setFont(font(20, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _paint_focus(painter: QPainter, place: QRect) -> None:
    """A black ring around a yellow one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(TEXT), 4))
    painter.drawRect(place.adjusted(2, 2, -2, -2))
    painter.setPen(QPen(QColor(FOCUS), 2))
    painter.drawRect(place.adjusted(4, 4, -4, -4))
