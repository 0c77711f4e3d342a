"""Tests of the Word file."""

import zipfile
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exports.blocks import Column, Report, Table
from exports.docx import render_docx
from exports.report import minutes_report
from tests.exports.samples import workshop

MINUTES = minutes_report(workshop(), verbatim_notes=True, made_on=date(2026, 6, 5))


def _document() -> WordDocument:
    return Document(BytesIO(render_docx(MINUTES).data))


def test_headings_have_styles_when_rendered() -> None:
    styled = [p.text for p in _document().paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert styled[0] == "１　日時"
    assert styled[-1] == "別紙　付箋一覧"


def test_tables_repeat_their_header_and_keep_rows_whole_when_rendered() -> None:
    tables = _document().tables
    assert len(tables) == 3
    for table in tables:
        properties = [row._tr.trPr for row in table.rows]
        assert properties[0].find(qn("w:tblHeader")) is not None
        assert all(found.find(qn("w:cantSplit")) is not None for found in properties)
        assert properties[1].find(qn("w:tblHeader")) is None


def test_marking_and_page_fields_are_on_every_page_when_rendered() -> None:
    section = _document().sections[0]
    assert section.header.paragraphs[0].text == "機密性２情報（関係者限り）"
    xml = section.footer._element.xml
    assert " PAGE " in xml
    assert " NUMPAGES " in xml
    assert "保存期間：３年" in section.footer.paragraphs[0].text


def test_font_is_the_ministrys_for_every_script_when_rendered() -> None:
    fonts = _document().styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia")} == {"BIZ UDPGothic"}


def test_page_is_a4_when_rendered() -> None:
    section = _document().sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_bytes_are_the_same_when_rendered_twice() -> None:
    data = render_docx(MINUTES).data
    assert data == render_docx(MINUTES).data
    assert {info.date_time[0] for info in zipfile.ZipFile(BytesIO(data)).infolist()} == {1980}


def test_rows_that_are_bound_keep_with_the_next_when_rendered() -> None:
    table = Table((Column(""),), (("一",), ("二",), ("三",)), bound=frozenset({0, 1}))
    (written,) = Document(BytesIO(render_docx(Report("題", (table,))).data)).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in written.rows]
    assert kept == [True, True, None]


def test_margins_are_narrow_when_the_report_is_wide() -> None:
    for wide, margin in ((True, 20), (False, 25)):
        section = Document(BytesIO(render_docx(Report("題", (), wide=wide)).data)).sections[0]
        assert section.left_margin is not None
        assert round(section.left_margin.mm) == margin
