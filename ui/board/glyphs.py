"""Text laid out once into glyphs, which are then cheap to draw again and again. Always plain text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout, QTextOption

from models.text import cut

MOST_CHARS = 400
"""More of a text than this is never laid out: it could not be seen."""

Glyphs = tuple[QGlyphRun, ...]
_LINE_SEPARATOR = "\u2028"
_MORE = "…"


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@dataclass(slots=True)
class _Broken:
    """A layout broken into lines: the last one's start, the end of what is shown, whether that is all (UTF-16)."""

    layout: QTextLayout
    last: int
    end: int
    whole: bool

    def glyphs(self) -> Glyphs:
        return tuple(self.layout.glyphRuns(0, self.end)) if self.end else ()


def _broken(text: str, font: QFont, width: float, lines: int, step: float) -> _Broken:
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    last = end = count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and count < lines:
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, step * count))
        last, end, count = line.textStart(), line.textStart() + line.textLength(), count + 1
    whole = not line.isValid()
    layout.endLayout()
    return _Broken(layout, last, end, whole)


def paragraph(text: str, font: QFont, width: float, lines: int, step: float) -> Glyphs:
    """`text` in at most `lines` lines of `width`, their tops `step` apart; what does not fit ends in …"""
    shown = cut(text, MOST_CHARS).replace("\n", _LINE_SEPARATOR)
    broken = _broken(shown, font, width, lines, step)
    if broken.whole:
        return broken.glyphs()
    units = shown.encode("utf-16-le")
    head = units[: 2 * broken.last].decode("utf-16-le")
    tail = units[2 * broken.last :].decode("utf-16-le").split(_LINE_SEPARATOR)[0]
    return _broken(head + _elided(tail + _MORE, font, width), font, width, lines, step).glyphs()


def line_count(text: str, font: QFont, width: float) -> int:
    """How many lines of `width` the beginning of `text` takes, 3 for any more than two."""
    return 3 if not (broken := _broken(cut(text, MOST_CHARS), font, width, 2, 0.0)).whole else 1 + (broken.last > 0)


def _elided(text: str, font: QFont, width: float) -> str:
    """`text` cut with … to less than `width`, so that it can stand in a line that was broken elsewhere."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 1.0)


def single_line(text: str, font: QFont, width: float) -> tuple[Glyphs, float]:
    """`text` in one line of at most `width`, and the width it takes."""
    shown = _elided(cut(text, MOST_CHARS).replace("\n", " "), font, width)
    layout = QTextLayout(shown, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0.0, 0.0))
    layout.endLayout()
    return tuple(layout.glyphRuns()), line.naturalTextWidth()


def draw(painter: QPainter, at: QPointF, glyphs: Glyphs) -> None:
    """Draw glyphs in the painter's pen, their top left corner at `at`."""
    for run in glyphs:
        painter.drawGlyphRun(at, run)
