"""A picture of the board painted as an image, beside the window's thread if need be."""

from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter, QPen, QPolygonF

from exports.figures.figure import Box, Figure, Mark, Stroke, Text, Watch, unwatched
from ui import theme

MOST_SIDE = 12_000
MOST_PIXELS = 60_000_000
"""A larger image takes more memory than a plain laptop, and than the program that is to show it, can spare."""
WATCHED = 100
_INCH = 0.0254


def possible_scale(figure: Figure, wanted: float) -> float:
    """`wanted` px for a board unit, or as many as an image can have."""
    by_side = MOST_SIDE / max(figure.width, figure.height)
    by_pixels = sqrt(MOST_PIXELS / (figure.width * figure.height))
    return min(wanted, by_side, by_pixels)


def image_size(figure: Figure, wanted: float) -> tuple[int, int]:
    """Width and height in px of the image that `image` makes."""
    scale = possible_scale(figure, wanted)
    return max(1, round(figure.width * scale)), max(1, round(figure.height * scale))


def image(figure: Figure, wanted: float, watch: Watch = unwatched) -> QImage:
    """The picture with `wanted` px for a board unit, or as many as possible. May be called in any thread."""
    scale = possible_scale(figure, wanted)
    width, height = image_size(figure, wanted)
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(theme.WHITE))
    made.setDotsPerMeterX(round(96 * scale / _INCH))
    made.setDotsPerMeterY(round(96 * scale / _INCH))
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        _paint(painter, figure, watch)
    finally:
        painter.end()
    return made


def png(made: QImage) -> bytes:
    """An image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(made)
    return bytes(data.data())


def _paint(painter: QPainter, figure: Figure, watch: Watch) -> None:
    fonts = _Fonts()
    for index, mark in enumerate(figure.marks):
        if index % WATCHED == 0:
            watch(index / len(figure.marks))
        _mark(painter, mark, fonts)


class _Fonts:
    """The fonts of one picture, each made once. Unhinted, so that letters stand where they were laid out."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, bool], QFont] = {}

    def get(self, size: int, bold: bool) -> QFont:
        if (size, bold) not in self._known:
            made = theme.font(size, bold=bold)
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._known[size, bold] = made
        return self._known[size, bold]


def _mark(painter: QPainter, mark: Mark, fonts: _Fonts) -> None:
    if isinstance(mark, Text):
        _text(painter, mark, fonts)
    elif isinstance(mark, Box):
        painter.setPen(QPen(QColor(mark.line), mark.thickness) if mark.line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mark.fill) if mark.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), mark.radius, mark.radius)
    else:
        _stroke(painter, mark)


def _stroke(painter: QPainter, stroke: Stroke) -> None:
    points = QPolygonF([QPointF(x, y) for x, y in stroke.points])
    if stroke.filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(stroke.colour))
        painter.drawPolygon(points)
    else:
        pen = QPen(QColor(stroke.colour), stroke.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPolyline(points)


def _text(painter: QPainter, text: Text, fonts: _Fonts) -> None:
    """A line, its runs where they were laid out: between Japanese and Latin there is a gap."""
    painter.setFont(fonts.get(text.size, text.bold))
    painter.setPen(QColor(text.colour))
    x, width, run = text.x, 0.0, ""
    for glyph in text.glyphs:
        run += glyph.source
        width += glyph.width * text.size
        if glyph.gap:
            painter.drawText(QPointF(x, text.y), run)
            x, width, run = x + width + glyph.gap * text.size, 0.0, ""
    if run:
        painter.drawText(QPointF(x, text.y), run)
