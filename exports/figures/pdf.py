"""A picture as a PDF of one sheet, and as a figure on a sheet of another paper. Text stays text, fonts are embedded."""

from enum import StrEnum
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from exports.blocks import Rendered
from exports.figures.figure import Box, Figure, Mark, Stroke, Text, Watch, unwatched
from exports.pdf import draw_line, empty_file
from exports.typesetting.pages import TextLine
from exports.typesetting.style import MM, PAGE_HEIGHT, PAGE_WIDTH

MARGIN = 12 * MM
MOST_SCALE = 0.75
"""Points for a board unit: a small picture is not blown up beyond 100 %."""
WATCHED = 200


class Paper(StrEnum):
    """The sheet a picture is fitted to."""

    A4 = "a4"
    A3 = "a3"


def sheet_size(figure: Figure, paper: Paper) -> tuple[float, float]:
    """Width and height of the sheet in points: lying, unless the picture is the higher the better it would fit."""
    short, long = (PAGE_WIDTH, PAGE_HEIGHT) if paper is Paper.A4 else (PAGE_HEIGHT, 2 * PAGE_WIDTH)
    lying, upright = (long, short), (short, long)
    return upright if _scale(figure, *upright) > _scale(figure, *lying) else lying


def _scale(figure: Figure, width: float, height: float) -> float:
    return min((width - 2 * MARGIN) / figure.width, (height - 2 * MARGIN) / figure.height, MOST_SCALE)


def picture_pdf(figure: Figure, *, paper: Paper = Paper.A4, author: str = "", watch: Watch = unwatched) -> Rendered:
    """The picture in the middle of one sheet. The same picture gives the same bytes."""
    target, (width, height) = BytesIO(), sheet_size(figure, paper)
    canvas = empty_file(figure.title, author, target, (width, height))
    scale = _scale(figure, width, height)
    across, down = figure.width * scale, figure.height * scale
    draw_figure(canvas, figure, ((width - across) / 2, (height - down) / 2), scale, watch=watch)
    canvas.showPage()
    canvas.save()
    return Rendered(target.getvalue(), figure.replaced)


def draw_figure(
    canvas: Canvas, figure: Figure, corner: tuple[float, float], scale: float, *, watch: Watch = unwatched
) -> None:
    """Draw a picture on any sheet, `corner` its lower left one in points, `scale` points for a board unit."""
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(scale, scale)
    for index, mark in enumerate(figure.marks):
        if index % WATCHED == 0:
            watch(index / len(figure.marks))
        _draw(canvas, mark, figure.height)
    canvas.restoreState()


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    if isinstance(mark, Text):
        canvas.setFillColor(mark.colour)
        draw_line(canvas, TextLine(mark.x, mark.y, mark.glyphs, mark.size), height)
    elif isinstance(mark, Box):
        _draw_box(canvas, mark, height - mark.y - mark.height)
    else:
        _draw_stroke(canvas, mark, height)


def _draw_box(canvas: Canvas, box: Box, lower: float) -> None:
    if box.fill:
        canvas.setFillColor(box.fill)
    if box.line:
        canvas.setStrokeColor(box.line)
        canvas.setLineWidth(box.thickness)
    canvas.roundRect(
        box.x, lower, box.width, box.height, box.radius, stroke=int(bool(box.line)), fill=int(bool(box.fill))
    )


def _draw_stroke(canvas: Canvas, stroke: Stroke, height: float) -> None:
    path = canvas.beginPath()
    (x, y), *rest = stroke.points
    path.moveTo(x, height - y)
    for x, y in rest:
        path.lineTo(x, height - y)
    if stroke.filled:
        path.close()
    canvas.setFillColor(stroke.colour)
    canvas.setStrokeColor(stroke.colour)
    canvas.setLineWidth(stroke.thickness)
    canvas.drawPath(path, stroke=int(not stroke.filled), fill=int(stroke.filled))
