"""The signs on the buttons that play: drawn, for the shipped fonts have them not."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPushButton

from ui.theme import DISABLED_TEXT, KEY, SECOND_TEXT, TARGET, TEXT, WHITE

SIZE = 20


class Sign(StrEnum):
    """What a button shows."""

    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    ON = "on"
    CHAPTER_BACK = "chapter back"
    CHAPTER_ON = "chapter on"


class SignButton(QPushButton):
    """A button with a sign in place of words; `primary` is the one of the screen."""

    def __init__(self, what: Sign, pressed: Callable[[], object], *, primary: bool = False) -> None:
        super().__init__()
        self._what, self._primary = what, primary
        self.clicked.connect(lambda: pressed())
        self.setProperty("role", "primary" if primary else "")
        self.setStyleSheet("padding: 0;")
        self.setFixedWidth(TARGET + 12 if primary else TARGET)

    def become(self, what: Sign, words: str, key: str) -> None:
        """Show a sign, and say in words and by the key what it does."""
        self._what = what
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour()))
        painter.translate((self.width() - SIZE) / 2, (self.height() - SIZE) / 2)
        if self._what in (Sign.BACK, Sign.CHAPTER_BACK):
            painter.translate(SIZE, 0)
            painter.scale(-1, 1)
        for points in _shapes(self._what):
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        painter.end()

    def _colour(self) -> str:
        if not self.isEnabled():
            return SECOND_TEXT if self._primary else DISABLED_TEXT
        if self.property("ring"):
            return TEXT
        return WHITE if self._primary else KEY


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
    return [(left, 3), (right, 3), (right, 17), (left, 17)]
