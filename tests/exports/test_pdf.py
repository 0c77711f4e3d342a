"""Tests of the PDF itself: fonts, text, furniture, and that nothing in it is markup."""

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.blocks import Closing, Column, ListItem, Paragraph, Report, Table
from exports.pdf import render_pdf
from exports.report import minutes_report
from exports.typesetting.style import MM
from tests.exports.samples import workshop

MINUTES = minutes_report(workshop(), verbatim_notes=True, made_on=date(2026, 6, 5))


def _reader(report: Report) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(report).data))


def _text(report: Report) -> str:
    return "".join("".join(page.extract_text() for page in _reader(report).pages).split())


def test_every_page_has_marking_and_number_when_there_are_several() -> None:
    pages = _reader(MINUTES).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "機密性２情報（関係者限り）" in text
        assert f"{number}/{len(pages)}" in text
        assert "保存期間：３年" in text


def test_pages_are_a4_when_rendered() -> None:
    box = _reader(MINUTES).pages[0].mediabox
    assert (round(float(box.width) / MM), round(float(box.height) / MM)) == (210, 297)


def test_every_font_is_embedded_when_rendered() -> None:
    names = set()
    for page in _reader(MINUTES).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found = font.get_object()
            assert "/FontFile2" in found["/FontDescriptor"]
            names.add(found["/BaseFont"].split("+")[1])
    assert names == {"BIZUDPGothic-Regular", "BIZUDPGothic-Regular-Spaced", "BIZUDPGothic-Bold"}


def test_bytes_are_the_same_when_rendered_twice() -> None:
    assert render_pdf(MINUTES) == render_pdf(MINUTES)


def test_replaced_characters_are_reported_when_no_font_has_them() -> None:
    assert render_pdf(MINUTES).replaced == ("葛\U000e0100", "𠮷")


def test_text_has_no_typed_gaps_when_japanese_meets_latin() -> None:
    pages = _reader(Report("題", (Paragraph("国会対応でGSSの会議ロジを30分短縮しAIを使う"),))).pages
    assert "国会対応でGSSの会議ロジを30分短縮しAIを使う" in pages[0].extract_text()


def test_markup_is_shown_as_it_is_when_typed(tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"not an image")
    typed = f'<b>太字</b>&amp;<imgsrc="{canary}"/><para>]]>'
    report = Report(typed, (ListItem(typed), Table((Column("<i>"),), ((typed,),)), Closing(typed)), marking="<u>&")
    text = _text(report)
    assert text.count(typed) == 4
    assert "<u>&" in text
    assert "<i>" in text


def test_outline_leads_to_the_sections_when_there_are_headings() -> None:
    outline = [entry.title for entry in _reader(MINUTES).outline if not isinstance(entry, list)]
    assert outline[:2] == ["１　日時", "２　場所"]


def test_margin_is_cut_when_it_is_longer_than_two_lines() -> None:
    report = Report("題", (Closing(),), margin=(("文書分類", "長い分類" * 200),))
    assert 20 < _text(report).count("長い分類") < 60


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_text_is_searchable_as_typed_when_read_by_another_program(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(render_pdf(MINUTES).data)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    text = re.sub(r"\s", "", done.stdout.decode())
    assert "葛\U000e0100城・𠮷野の両庁舎間で手順が違う。" in text
    assert "決裁の<b>差戻し</b>理由が分からない&書き直しが続く" in text
    assert "30 分" not in done.stdout.decode()
