"""The signs on the buttons that play: drawn, for the shipped fonts have them not."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from ui.theme import DISABLED_TEXT, KEY, WHITE

SIZE = 20
_DOTS = 2


class Sign(StrEnum):
    """What a button shows."""

    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    ON = "on"
    CHAPTER_BACK = "chapter back"
    CHAPTER_ON = "chapter on"


def sign(what: Sign, *, on_key: bool = False) -> QIcon:
    """A sign in the key colour, or in white for a button of that colour."""
    icon = QIcon()
    icon.addPixmap(_drawn(what, WHITE if on_key else KEY), QIcon.Mode.Normal)
    icon.addPixmap(_drawn(what, DISABLED_TEXT), QIcon.Mode.Disabled)
    return icon


def _drawn(what: Sign, colour: str) -> QPixmap:
    pixmap = QPixmap(SIZE * _DOTS, SIZE * _DOTS)
    pixmap.setDevicePixelRatio(_DOTS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if what in (Sign.BACK, Sign.CHAPTER_BACK):
        painter.translate(SIZE, 0)
        painter.scale(-1, 1)
    for points in _shapes(what):
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.end()
    return pixmap


def _shapes(what: Sign) -> Sequence[Sequence[tuple[float, float]]]:
    """Pointing to the right."""
    if what is Sign.PLAY:
        return [_triangle(5, 17)]
    if what is Sign.PAUSE:
        return [_bar(4, 8), _bar(12, 16)]
    if what in (Sign.BACK, Sign.ON):
        return [_bar(4, 6.5), _triangle(8.5, 18)]
    return [_triangle(2, 10), _triangle(10, 18)]


def _triangle(left: float, right: float) -> Sequence[tuple[float, float]]:
    return [(left, 3), (right, 10), (left, 17)]


def _bar(left: float, right: float) -> Sequence[tuple[float, float]]:
    box = QRectF(left, 3, right - left, 14)
    return [(box.left(), box.top()), (box.right(), box.top()), (box.right(), box.bottom()), (box.left(), box.bottom())]
