"""Tests of the sheets for those who write by hand."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.note_sheets import (
    MOST_SHEETS,
    note_sheets_file_name,
    render_note_sheets,
    sensible_sheets,
    write_note_sheets,
)
from models.edits.change import applied
from models.edits.deciding import add_participant
from models.workshop import Workshop


def asking(workshop: Workshop, question: str, **changes: object) -> Workshop:
    details = replace(workshop.details, question=question, **changes)  # type: ignore[arg-type]
    return replace(workshop, details=details)


def texts(workshop: Workshop, sheets: int = 1) -> list[str]:
    pages = PdfReader(BytesIO(render_note_sheets(workshop, sheets).data)).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_eight_notes_are_on_a_sheet_when_it_is_made(fresh: Workshop) -> None:
    (sheet,) = texts(asking(fresh, "なくなると楽な仕事は？"))
    assert sheet.count("なくなると楽な仕事は？") == 8
    assert sheet.count("１枚に１つ・名前は書きません") == 8
    assert sheet.count("□困りごと□アイデア□コツ□質問") == 8


def test_title_stands_at_the_head_when_there_is_no_question(fresh: Workshop) -> None:
    (sheet,) = texts(asking(fresh, ""))
    assert sheet.count("業務見直し皆議") == 8


def test_nobody_is_named_when_sheets_are_made(fresh: Workshop) -> None:
    workshop = applied(fresh, add_participant(fresh, "総務課", "係長", 8).changes)
    assert "総務課" not in texts(workshop)[0]


def test_question_stays_at_its_place_when_it_is_far_too_long(fresh: Workshop) -> None:
    (sheet,) = texts(asking(fresh, "なくなると楽な<b>仕事</b>は？" * 50))
    assert sheet.count("…□") == 8
    assert sheet.count("<b>仕事</b>") >= 8


@pytest.mark.parametrize(("asked", "made"), [(0, 1), (1, 1), (7, 7), (10_000, MOST_SHEETS)])
def test_as_many_sheets_are_made_when_a_number_is_asked_for(fresh: Workshop, asked: int, made: int) -> None:
    assert len(PdfReader(BytesIO(render_note_sheets(fresh, asked).data)).pages) == made


def test_everybody_can_write_four_notes_when_the_number_is_suggested(fresh: Workshop) -> None:
    assert sensible_sheets(asking(fresh, "", headcount=0)) == 6
    assert sensible_sheets(asking(fresh, "", headcount=9)) == 5
    coming = applied(fresh, add_participant(fresh, "総務課", "係長", 30).changes)
    assert sensible_sheets(coming) == 15
    assert sensible_sheets(asking(fresh, "", headcount=9_999)) == MOST_SHEETS


def test_same_bytes_come_when_sheets_are_made_twice(fresh: Workshop, tmp_path: Path) -> None:
    first, second = tmp_path / "一.pdf", tmp_path / "二.pdf"
    workshop = asking(fresh, "葛\U000e0100城では？")
    assert write_note_sheets(workshop, 2, first) == ("葛\U000e0100",)
    write_note_sheets(workshop, 2, second)
    assert first.read_bytes() == second.read_bytes()
    assert note_sheets_file_name(fresh) == "20260604_業務見直し皆議_付箋用紙.pdf"
