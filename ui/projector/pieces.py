"""The pieces a projector picture is made of: panels and words. What is painted is exactly what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui.theme import TEXT, font

LINE_SPACING = 1.28
EVEN = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares of the width to try, the narrowest first, for lines of much the same length."""
ENDING = "、。，．！？」』）】・…"
CLOSING = "、。，．！？」』）】・…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
LONGEST = 600
"""Characters of a text that are looked at: more than any place on the wall has room for."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A rounded rectangle; no `line` means no outline."""

    rect: QRectF
    fill: str
    line: str = ""
    radius: float = 8.0

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(QPen(QColor(self.line), 2) if self.line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.fill))
        painter.drawRoundedRect(self.rect, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text, one below the other, in the middle of `rect` or from its top."""

    rect: QRectF
    lines: tuple[str, ...]
    px: float
    bold: bool = False
    colour: str = TEXT
    figures: bool = False
    middle: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    @property
    def text(self) -> str:
        """All that is painted."""
        return "".join(self.lines)

    def paint(self, painter: QPainter) -> None:
        """Paint the lines as they are, never as markup."""
        painter.setFont(face(self.px, bold=self.bold, figures=self.figures))
        painter.setPen(QColor(self.colour))
        step = self.px * LINE_SPACING
        top = self.rect.top() + (max(0.0, self.rect.height() - step * len(self.lines)) / 2 if self.middle else 0.0)
        for index, line in enumerate(self.lines):
            place = QRectF(self.rect.left(), top + index * step, self.rect.width(), step)
            painter.drawText(place, self.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


Piece = Panel | Words


def face(px: float, *, bold: bool = False, figures: bool = False) -> QFont:
    """The house's type at a size that need not be whole."""
    return font(max(1, round(px)), bold=bold, figures=figures)


def width_of(text: str, px: float, *, bold: bool = False, figures: bool = False) -> float:
    """How wide a line of text is."""
    return QFontMetricsF(face(px, bold=bold, figures=figures)).horizontalAdvance(text)


def height_of_figures(px: float) -> float:
    """How high the figures themselves stand."""
    return QFontMetricsF(face(px, bold=True, figures=True)).tightBoundingRect("0123456789").height()


def middle_of_figures(px: float) -> float:
    """How far below the top of their line of text the middle of the figures themselves is."""
    metrics = QFontMetricsF(face(px, bold=True, figures=True))
    baseline = (px * LINE_SPACING - metrics.height()) / 2 + metrics.ascent()
    return baseline + metrics.tightBoundingRect("0123456789").center().y()


@lru_cache(maxsize=4096)
def wrapped(text: str, px: float, width: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """The text in at most `most` lines of `width`, Japanese line breaks kept, cut with … when there is more.

    Lines of one text are made much the same length, so that no single character is left for the last.
    """
    lines = _broken(text, px, width, bold)
    if len(lines) > most:
        lines = _broken(text, px, width, bold, gently=False)
    if len(lines) <= most:
        narrower = [_broken(text, px, width * share, bold) for share in EVEN]
        lines = min([even for even in (*narrower, lines) if len(even) == len(lines)] or [lines], key=splits)
    else:
        metrics = QFontMetricsF(face(px, bold=bold))
        rest = lines[most - 1] + lines[most] + "…"
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return tuple(lines)


@lru_cache(maxsize=16_384)
def lines_needed(text: str, px: float, width: float, most: int, bold: bool = False) -> int:
    """How many lines `wrapped` makes of it, without making them."""
    lines = len(_broken(text, px, width, bold))
    return lines if lines <= most else min(most, len(_broken(text, px, width, bold, gently=False)))


@lru_cache(maxsize=1024)
def broken(text: str, px: float, width: float, bold: bool = False, gently: bool = True) -> tuple[str, ...]:
    """The whole text in lines of `width`, however many that makes; `gently` ends no line inside a word if it can."""
    return tuple(line for paragraph in text.split("\n") for line in _lines(paragraph, px, width, bold, gently))


def _broken(text: str, px: float, width: float, bold: bool, gently: bool = True) -> list[str]:
    return list(broken(text[:LONGEST], px, width, bold, gently))


def splits(lines: Sequence[str]) -> int:
    """How many of the lines end inside a word."""
    return sum(not is_gentle(one + two, len(one)) for one, two in pairwise(lines) if one and two)


def is_gentle(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`: behind a mark or a particle, where a word begins."""
    before, after = text[at - 1], text[at]
    if after in CLOSING:
        return False
    return before in ENDING or before.isspace() or (_is_hiragana(before) and not _is_hiragana(after))


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"


def _gentle(text: str, start: int, end: int) -> int:
    """Where the line from `start` that would end at `end` had better end: never in its first half."""
    half = (start + end + 1) // 2
    return next((at for at in range(end, half, -1) if is_gentle(text, at)), end)


def _lines(paragraph: str, px: float, width: float, bold: bool, gently: bool) -> list[str]:
    layout = QTextLayout(paragraph, face(px, bold=bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = paragraph.encode("utf-16-le")  # Qt counts in UTF-16
    gently = gently and len(units) == 2 * len(paragraph)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        end = line.textStart() + line.textLength()
        if gently and end < len(paragraph):
            better = _gentle(paragraph, line.textStart(), end)
            if better < end:
                line.setNumColumns(better - line.textStart())
        start = 2 * line.textStart()
        lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "ignore").rstrip())
    layout.endLayout()
    return lines or [""]


def block_height(lines: int, px: float) -> float:
    """The height of so many lines."""
    return lines * px * LINE_SPACING


def paint(painter: QPainter, pieces: tuple[Piece, ...]) -> None:
    """Paint the pieces in their order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for piece in pieces:
        piece.paint(painter)
