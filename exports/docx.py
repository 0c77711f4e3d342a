"""A report as a Word file: plain paragraphs and real tables, so that an office can edit the draft.

The same report gives the same bytes. A character the font lacks is shown by Word in a font of its own choice, so
nothing is ever replaced.
"""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from exports.blocks import (
    Align,
    Block,
    Closing,
    Column,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Rendered,
    Report,
    Table,
)

FONT = "BIZ UDPGothic"
BODY, CELL, SMALL, TITLE = 10.5, 9.0, 8.5, 15.0
_HEADING_SIZES = {1: 11.5, 2: 10.5, 3: 10.5}
_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_LONGEST_WHOLE_CELL = 1_000
"""A row with more characters in a cell than this may be taller than a page, and must then be free to split."""
_TINT = "EDF2FA"
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own properties are naive
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _use_font(style: Any, size: float, *, bold: bool = False) -> None:
    """The ministry's font for every script, black, in place of the template's theme fonts."""
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    colour = style.element.rPr.find(qn("w:color"))
    if colour is not None:
        style.element.rPr.remove(colour)


def _space(style: Any, before: float, after: float, line: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = line


def _prepare_styles(document: WordDocument) -> None:
    styles = document.styles
    _use_font(styles["Normal"], BODY)
    _space(styles["Normal"], 0, 0, 1.25)
    _use_font(styles["Title"], TITLE, bold=True)
    _space(styles["Title"], 10, 2, 1.25)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    for level, size in _HEADING_SIZES.items():
        _use_font(styles[f"Heading {level}"], size, bold=True)
        _space(styles[f"Heading {level}"], 9 if level == 1 else 5, 0, 1.25)
    language = styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "ja-JP")
    language.set(qn("w:eastAsia"), "ja-JP")


def _prepare_breaking(document: WordDocument) -> None:
    """Strict line breaking (禁則), as in the PDF."""
    settings = document.settings.element
    strict = _element("w:strictFirstAndLastChars")
    before = settings.find(qn("w:characterSpacingControl"))
    if before is None:
        settings.append(strict)
    else:
        before.addnext(strict)


def _prepare_page(document: WordDocument, *, narrow: bool) -> None:
    section = document.sections[0]
    margin = Mm(20 if narrow else 25)
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    section.header_distance, section.footer_distance = Mm(12), Mm(10)


def _field(paragraph: WordParagraph, instruction: str) -> None:
    """A field that Word computes: the page's number, or how many there are."""
    run = paragraph.add_run()
    run.font.size = Pt(SMALL)
    run.element.append(_element("w:fldChar", fldCharType="begin"))
    code = _element("w:instrText")
    code.text = f" {instruction} "
    run.element.append(code)
    run.element.append(_element("w:fldChar", fldCharType="separate"))
    run.add_text("1")
    run.element.append(_element("w:fldChar", fldCharType="end"))


def _small(paragraph: WordParagraph, text: str) -> None:
    paragraph.add_run(text).font.size = Pt(SMALL)


def _furniture(document: WordDocument, report: Report) -> None:
    """The marking at the head, the official's margin and n/N at the foot of every page."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _small(head, report.marking)
    foot = section.footer.paragraphs[0]
    if report.margin:
        _small(foot, report.margin_line)
        foot = section.footer.add_paragraph()
        foot.paragraph_format.space_before = Pt(4)
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    _small(foot, "/")
    _field(foot, "NUMPAGES")


def _shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_TINT))  # noqa: SLF001


def _fill_cell(cell: _Cell, text: str, align: Align, *, strong: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = _ALIGNMENTS[align]
    paragraph.paragraph_format.line_spacing = 1.15
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2.5)
    run = paragraph.add_run(text)
    run.font.size = Pt(CELL)
    run.font.bold = strong
    if strong:
        _shade(cell)


def _fill_row(
    row: _Row, columns: Sequence[Column], texts: Sequence[str], *, header: bool = False, bound: bool = False
) -> None:
    for cell, column, text in zip(row.cells, columns, texts, strict=True):
        cell.paragraphs[0].paragraph_format.keep_with_next = bound or None
        _fill_cell(cell, text, Align.CENTRE if header else column.align, strong=header or column.strong)
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    if max(map(len, texts)) <= _LONGEST_WHOLE_CELL:
        properties.append(_element("w:cantSplit"))
    if header:
        properties.append(_element("w:tblHeader"))


class _Body:
    """The document's body, written block by block."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        section = document.sections[0]
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        self._width = (section.page_width or 0) - sides
        self._previous: Block | None = None

    def _paragraph(self, text: str, *, indent: float = 0, align: Align = Align.LEFT) -> WordParagraph:
        paragraph = self._document.add_paragraph(text)
        paragraph.alignment = _ALIGNMENTS[align]
        if indent:
            paragraph.paragraph_format.left_indent = Pt(indent * BODY)
        return paragraph

    def head(self, report: Report) -> None:
        """By whom, the title, the subtitle."""
        if report.issued:
            self._paragraph(report.issued, align=Align.RIGHT)
        self._document.add_paragraph(report.title, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        if report.subtitle:
            self._paragraph(report.subtitle, align=Align.CENTRE)

    def _heading(self, heading: Heading) -> None:
        text = f"{heading.number}　{heading.text}" if heading.number else heading.text
        paragraph = self._document.add_paragraph(text, style=f"Heading {heading.level}")
        paragraph.paragraph_format.left_indent = Pt((heading.level - 1) * BODY)

    def _item(self, item: ListItem) -> None:
        """A list entry as a paragraph whose mark hangs, a tab behind it."""
        hang = max(len(item.mark) * 0.9, 1.0) + (0.0 if len(item.mark) == 1 else 0.3)
        paragraph = self._paragraph(f"{item.mark}\t{item.text}")
        paragraph.paragraph_format.left_indent = Pt((item.indent + hang) * BODY)
        paragraph.paragraph_format.first_line_indent = Pt(-hang * BODY)

    def _table(self, table: Table) -> None:
        word = self._document.add_table(0, len(table.columns), style="Table Grid")
        word.alignment = WD_TABLE_ALIGNMENT.CENTER
        word.autofit = False
        if table.has_header:
            _fill_row(word.add_row(), table.columns, [column.title for column in table.columns], header=True)
        for index, texts in enumerate(table.rows):
            _fill_row(word.add_row(), table.columns, texts, bound=index in table.bound)
        total = sum(column.weight for column in table.columns)
        for column, word_column in zip(table.columns, word.columns, strict=True):
            width = int(self._width * column.weight / total)
            word_column.width = width
            for cell in word_column.cells:
                cell.width = width
        self._document.add_paragraph().paragraph_format.line_spacing = 0.6

    def _break(self) -> None:
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _closing(self, closing: Closing) -> None:
        self._paragraph(closing.text, align=Align.RIGHT)

    def _bind(self, block: Block) -> None:
        """Keep a table's lead-in with it, and the closing mark with the last words."""
        if isinstance(block, Closing) or (isinstance(block, Table) and isinstance(self._previous, Paragraph)):
            self._document.paragraphs[-1].paragraph_format.keep_with_next = True

    def add(self, block: Block) -> None:
        """One block."""
        self._bind(block)
        self._previous = block
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, ListItem):
            self._item(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block.text, indent=block.indent, align=block.align)
        elif isinstance(block, PageBreak):
            self._break()
        else:
            self._closing(block)


def _describe(document: WordDocument, report: Report) -> None:
    """Who and what, and no dates: the same report gives the same file."""
    properties = document.core_properties
    properties.title = report.title[:255]
    properties.author = report.author[:255]
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = "ja-JP"
    properties.revision = 1
    properties.created = properties.modified = _NO_DATE


def _entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _dateless(data: bytes) -> bytes:
    """The same archive with every entry's date fixed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _entries(data):
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def render_docx(report: Report) -> Rendered:
    """The report as a Word file."""
    document = Document()
    _prepare_styles(document)
    _prepare_breaking(document)
    _prepare_page(document, narrow=report.one_page or report.wide)
    _furniture(document, report)
    body = _Body(document)
    body.head(report)
    for block in report.blocks:
        body.add(block)
    _describe(document, report)
    target = BytesIO()
    document.save(target)
    return Rendered(_dateless(target.getvalue()))
