"""A report as PDF: A4, fonts embedded, the same bytes for the same report.

Text is drawn glyph by glyph and never interpreted. Where what is drawn differs from what was typed (a character no
font has) the file says the typed text beside it, so that searching and copying find that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports.blocks import Align, Rendered, Report
from exports.typesetting.glyphs import REGULAR, spaced, usable
from exports.typesetting.line_breaking import Glyph
from exports.typesetting.pages import Anchor, Fill, Mark, Page, Rule, TextLine, lowered
from exports.typesetting.setting import lay_out
from exports.typesetting.style import FURNITURE_SIZE, MM, NARROW_MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style
from exports.typesetting.text_lines import offset, text_lines

_ONE_PAGE_SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5)
_GREY = 0.45
_TINT = (0.93, 0.95, 0.98)


def _typed(text: str) -> str:
    """The operator that says what the glyphs up to the next EMC stand for."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC"


def _faces(line: TextLine) -> Iterator[tuple[Glyph, str]]:
    """Every glyph with the face that draws it and the gap behind it; the line's last has no gap."""
    last = len(line.glyphs) - 1
    for index, glyph in enumerate(line.glyphs):
        yield glyph, spaced(glyph.face) if glyph.gap and index < last else glyph.face


def _show(text: PDFTextObject, glyphs: list[Glyph], face: str, line: TextLine) -> None:
    """Draw a run of one face, saying the typed text beside it where that differs."""
    typed, shown = ("".join(glyph.source for glyph in glyphs), "".join(glyph.shown for glyph in glyphs))
    code: list[str] = text._code  # type: ignore[attr-defined] # noqa: SLF001
    text.setFont(face, line.size)
    if typed != shown:
        code.append(_typed(typed))
    text.textOut(shown)
    if typed != shown:
        code.append("EMC")


def _run_key(pair: tuple[Glyph, str]) -> tuple[str, str]:
    """Glyphs with one key are drawn at once; a replaced one stands alone."""
    glyph, face = pair
    return face, "" if glyph.source == glyph.shown else glyph.source


def draw_line(canvas: Canvas, line: TextLine, height: float = PAGE_HEIGHT) -> None:
    """One line of text on a sheet of this height, its baseline measured from the sheet's upper edge."""
    text = canvas.beginText(line.x, height - line.y)
    text.setCharSpace(line.spread)
    for (face, _), run in groupby(_faces(line), _run_key):
        _show(text, [glyph for glyph, _ in run], face, line)
    text.setCharSpace(0)
    canvas.drawText(text)


class _Sheets:
    """The sheets of one file being drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._level = -1
        self._anchors = 0

    def draw(self, page: Sequence[Mark]) -> None:
        """One sheet."""
        self._canvas.setLineWidth(0.4)
        self._canvas.setStrokeGray(_GREY)
        for mark in page:
            self._mark(mark)
        self._canvas.showPage()

    def _mark(self, mark: Mark) -> None:
        canvas = self._canvas
        if isinstance(mark, TextLine):
            canvas.setFillGray(0)
            draw_line(canvas, mark)
        elif isinstance(mark, Rule):
            canvas.line(mark.x1, PAGE_HEIGHT - mark.y1, mark.x2, PAGE_HEIGHT - mark.y2)
        elif isinstance(mark, Fill):
            canvas.setFillColorRGB(*_TINT)
            canvas.rect(mark.x, PAGE_HEIGHT - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        else:
            self._anchor(mark)

    def _anchor(self, anchor: Anchor) -> None:
        """An entry of the outline; none may lie more than one level below the one before."""
        self._anchors += 1
        self._level = min(anchor.level - 1, self._level + 1)
        self._canvas.bookmarkHorizontal(f"a{self._anchors}", 0, PAGE_HEIGHT - anchor.y)
        self._canvas.addOutlineEntry(anchor.text, f"a{self._anchors}", level=self._level)


def _shifted(mark: Mark, right: float, down: float) -> Mark:
    mark = lowered(mark, down)
    if isinstance(mark, Rule):
        return replace(mark, x1=mark.x1 + right, x2=mark.x2 + right)
    return mark if isinstance(mark, Anchor) else replace(mark, x=mark.x + right)


def _margin_text(text: str, style: Style, y: float, align: Align, *, most: int = 1) -> Iterator[TextLine]:
    """Lines of small type between the side margins, the first with its baseline at `y`."""
    measure = style.measure / FURNITURE_SIZE
    for index, (line, _) in enumerate(text_lines(text, measure)[:most]):
        x = style.margin + offset(line, measure, align) * FURNITURE_SIZE
        yield TextLine(x, y + index * FURNITURE_SIZE * 1.5, line, FURNITURE_SIZE)


def _furniture(report: Report, style: Style, page: int, pages: int) -> list[Mark]:
    """What stands on every page outside its text: the marking, the official's margin, n/N."""
    foot = PAGE_HEIGHT - style.margin
    marks: list[Mark] = list(_margin_text(report.marking, style, style.margin - 7 * MM, Align.RIGHT))
    marks += _margin_text(report.margin_line, style, foot + 6 * MM, Align.LEFT, most=2)
    marks += _margin_text(f"{page}/{pages}", style, foot + 14 * MM, Align.CENTRE)
    return marks


def _styles(report: Report) -> Iterator[Style]:
    if not report.one_page:
        yield Style(margin=NARROW_MARGIN) if report.wide else Style()
        return
    for size in _ONE_PAGE_SIZES:
        yield Style(size, margin=NARROW_MARGIN)


def _set(report: Report) -> tuple[Style, list[Page]]:
    """The report's pages in the largest type that suits it."""
    for style in _styles(report):
        pages = lay_out(report, style)
        if len(pages) == 1:
            break
    return style, pages


def _whole_pages(report: Report) -> list[list[Mark]]:
    """Every page's marks, measured from the sheet's upper left corner; tints first, so that they lie below."""
    style, pages = _set(report)
    whole: list[list[Mark]] = []
    for index, page in enumerate(pages):
        marks = [_shifted(mark, style.margin, style.margin) for mark in page]
        marks += _furniture(report, style, index + 1, len(pages))
        whole.append(sorted(marks, key=lambda mark: not isinstance(mark, Fill)))
    return whole


def _replaced(pages: Sequence[Sequence[Mark]]) -> tuple[str, ...]:
    lines = (mark for page in pages for mark in page if isinstance(mark, TextLine))
    return tuple(dict.fromkeys(glyph.source for line in lines for glyph in line.glyphs if glyph.replaced))


def empty_file(
    title: str, author: str, target: BytesIO, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)
) -> Canvas:
    """An empty file with sheets of this size. Its first font is ours, else reportlab lists one that is not embedded."""
    canvas = Canvas(
        target,
        size,
        pageCompression=1,
        invariant=1,
        lang="ja",
        initialFontName=usable(REGULAR[0]),  # type: ignore[arg-type] # the stubs take it for a number
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("みなおし")
    canvas.setProducer("みなおし")
    return canvas


def render_sheets(pages: Sequence[Sequence[Mark]], title: str, author: str = "") -> Rendered:
    """A4 sheets whose marks have their places already, measured in points from the sheet's upper left corner."""
    target = BytesIO()
    canvas = empty_file(title, author, target)
    sheets = _Sheets(canvas)
    for page in pages:
        sheets.draw(page)
    canvas.save()
    return Rendered(target.getvalue(), _replaced(pages))


def render_pdf(report: Report) -> Rendered:
    """The report as a PDF file, and the characters that could not be shown as typed."""
    return render_sheets(_whole_pages(report), f"{report.title}　{report.subtitle}".strip(), report.author)
