"""Blocks set as lines: headings, paragraphs, lists. Which lines must stay together is decided here."""

from collections.abc import Iterator
from dataclasses import replace

from exports.blocks import Align, Block, Closing, Heading, ListItem, Paragraph, Report, Table
from exports.typesetting.glyphs import set_glyphs
from exports.typesetting.pages import Anchor, Mark, Page, Piece, TextLine, paginate
from exports.typesetting.style import Style
from exports.typesetting.tables import table_pieces
from exports.typesetting.text_lines import advance, baseline, offset, spread, text_lines

_HEADING_SIZES = {1: 1.1, 2: 1.0, 3: 1.0}


def _running(
    style: Style,
    text: str,
    *,
    indent: float = 0.0,
    size: float | None = None,
    bold: bool = False,
    align: Align = Align.LEFT,
) -> Iterator[Piece]:
    """One piece a line; a paragraph leaves no single line behind or ahead of a page's end."""
    size = size or style.size
    leading = size * 1.6
    measure = (style.measure - indent) / size
    found = text_lines(text, measure, bold=bold)
    for index, (line, goes_on) in enumerate(found):
        mark = TextLine(
            indent + offset(line, measure, align) * size,
            baseline(leading, size),
            line,
            size,
            spread(line, measure, goes_on=goes_on and align is Align.LEFT) * size,
        )
        keep = index + 1 < len(found) and index in (0, len(found) - 2)
        yield Piece(leading, (mark,), keep=keep)


def _bound(pieces: Iterator[Piece], *, before: float) -> Iterator[Piece]:
    """The pieces of a heading: white space above, and never apart from what follows."""
    for index, piece in enumerate(pieces):
        yield replace(piece, before=before if index == 0 else 0.0, keep=True)


def _hanging(pieces: Iterator[Piece], mark: TextLine) -> Iterator[Piece]:
    """The pieces with a mark standing before their first line."""
    for index, piece in enumerate(pieces):
        marks: tuple[Mark, ...] = (mark, *piece.marks) if index == 0 else piece.marks
        yield replace(piece, marks=marks)


def _numbered(
    style: Style, number: str, text: str, *, indent: float, size: float, bold: bool = False, space: float = 0.0
) -> Iterator[Piece]:
    """Text whose number or mark hangs before it."""
    glyphs = set_glyphs(number, bold=bold)
    width = max(advance(glyphs) + space, 1.0) * size if number else 0.0
    mark = TextLine(indent, baseline(size * 1.6, size), glyphs, size)
    pieces = _running(style, text, indent=indent + width, size=size, bold=bold)
    return _hanging(pieces, mark) if number else pieces


def _heading(style: Style, heading: Heading) -> Iterator[Piece]:
    size = style.size * _HEADING_SIZES[heading.level]
    indent = (heading.level - 1) * style.size
    pieces = _numbered(style, heading.number, heading.text, indent=indent, size=size, bold=True, space=1.0)
    label = f"{heading.number}　{heading.text}".strip()
    for index, piece in enumerate(_bound(pieces, before=style.size * (0.9 if heading.level == 1 else 0.5))):
        anchors: tuple[Mark, ...] = (Anchor(0.0, heading.level, label),) if index == 0 else ()
        yield replace(piece, marks=anchors + piece.marks)


def _block(style: Style, block: Block) -> Iterator[Piece]:
    if isinstance(block, Heading):
        return _heading(style, block)
    if isinstance(block, Paragraph):
        return _running(style, block.text, indent=block.indent * style.size, align=block.align)
    if isinstance(block, ListItem):
        space = 0.0 if block.mark == "・" else 0.5
        indent = block.indent * style.size
        return _numbered(style, block.mark, block.text, indent=indent, size=style.size, space=space)
    if isinstance(block, Table):
        return table_pieces(style, block)
    if isinstance(block, Closing):
        return _running(style, block.text, align=Align.RIGHT)
    return iter((Piece(0.0, breaks=True, keep=True),))


def _head(style: Style, report: Report) -> Iterator[Piece]:
    """What stands above the first block: by whom, the title, the subtitle."""
    if report.issued:
        yield from _running(style, report.issued, align=Align.RIGHT)
        yield Piece(style.size)
    yield from _running(style, report.title, size=style.title_size, bold=True, align=Align.CENTRE)
    if report.subtitle:
        yield from _running(style, report.subtitle, size=style.size, align=Align.CENTRE)
    yield Piece(style.size * 0.4)


def leads(previous: Block | None, block: Block) -> bool:
    """Whether the end of one block may not be parted from the next: a table's lead-in, the last words and （以上）."""
    return isinstance(block, Closing) or (isinstance(previous, Paragraph) and isinstance(block, Table))


def lay_out(report: Report, style: Style) -> list[Page]:
    """The pages of a report, without what stands outside their text."""
    pieces = list(_head(style, report))
    previous: Block | None = None
    for block in report.blocks:
        if leads(previous, block):
            pieces[-1] = replace(pieces[-1], keep=True)
        pieces += _block(style, block)
        previous = block
    return paginate(pieces, style.depth)
