"""Tests of the one-page sheet of a case."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.case_sheet import CUT, abridged, case_report
from exports.pdf import render_pdf
from models.cases import CaseStudy
from tests.exports.cases import BARE, FULL, filled


def _pages(case: CaseStudy) -> list[str]:
    pages = PdfReader(BytesIO(render_pdf(case_report(case)).data)).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_sheet_tells_everything_when_the_case_is_full() -> None:
    (text,) = _pages(FULL)
    told = [
        "国会待機を当番制にして",
        "年間588時間",
        "年間613時間",
        "（120分－45分）",
        "④⑤",
        "やめる（排除）",
        "内線1234",
        "令和8.9.1",
    ]
    assert [part for part in told if part not in text] == []
    assert "まだ書かれていないもの" not in text
    assert CUT not in text


def test_missing_fields_are_said_when_the_case_is_bare() -> None:
    (text,) = _pages(BARE)
    assert "まだ書かれていないもの：一行要約、部局・課室、時期、課題" in text


def test_missing_title_is_said_when_there_is_none() -> None:
    assert "（題名なし）" in _pages(replace(BARE, title=""))[0]


@pytest.mark.parametrize(
    "text",
    [
        "国会対応の待ち時間が読めない。" * 400,
        "MicrosoftPowerAutomateForDesktop" * 100,
        "あ\n" * 2000,
        "W" * 5000,
        "ー" * 5000,
    ],
)
def test_sheet_is_one_page_when_texts_are_far_too_long(text: str) -> None:
    (page,) = _pages(filled(text))
    assert page.count(CUT) >= 14


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("あ" * 10, "あ" * 10),
        ("あ" * 11, "あ" * 5 + CUT),
        ("あ\nい", "あ\nい"),
        ("あ\nい\nう", "あ\nい" + CUT),
        ("", ""),
    ],
)
def test_text_is_cut_by_its_lines_when_too_long(text: str, shown: str) -> None:
    assert abridged(text, 2, 5) == shown
