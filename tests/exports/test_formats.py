"""Tests across formats: the same report says the same everywhere, and no text breaks any of them."""

import html
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table as WordTable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.blocks import Table
from exports.docx import render_docx
from exports.json import workshop_json
from exports.markdown import render_markdown
from exports.pdf import render_pdf
from exports.report import Report, case_report, minutes_report, run_sheet_report
from models.text import clean, clean_line
from models.workshop import Workshop, WorkshopFormat
from tests.exports.cases import filled
from tests.exports.samples import with_everything, workshop

MADE = date(2026, 6, 5)
HARD = st.sampled_from(
    ["👨‍👩‍👧‍👦🇯🇵", "葛\U000e0100城", "\u202eابت", "か\u3099", "<b>&amp;", "𠮷野", "「「「（（", "ーーーー" * 30,
     "a" * 300, "\u200b\ufeff", "﷽\u0600", "\u0301\u0301", "\ue000", "…" * 90, "=1+1", "| - |", "\t\n\t"]
)  # fmt: skip
TEXTS = st.lists(st.text(max_size=30) | HARD, max_size=8).map("".join).map(clean)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _pdf(report: Report) -> str:
    """The text between the furniture of every page."""
    text = ""
    for page in PdfReader(BytesIO(render_pdf(report).data)).pages:
        lines = page.extract_text().split("\n")
        kept = [line for line in lines if not re.fullmatch(r"\d+/\d+|機密性.情報（関係者限り）|文書分類：.*", line)]
        text += "".join(kept)
    return _bare(text)


def _docx(report: Report) -> str:
    document: WordDocument = Document(BytesIO(render_docx(report).data))
    parts: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, WordTable):
            parts += [cell.text for row in part.rows for cell in row.cells]
        else:
            parts.append(part.text)
    return _bare("".join(parts))


def _markdown(report: Report) -> str:
    text = render_markdown(replace(report, marking="", margin=()))
    text = re.sub(r"^\|( :?---:? \|)+$|^#+ |^ *- |^---$|\\$|^\| | \|$", "", text, flags=re.MULTILINE)
    text = text.replace(" | ", "").replace("<br>", "")
    return _bare(html.unescape(re.sub(r"\\(.)", r"\1", text)))


def _headless(text: str, report: Report) -> str:
    """The text without the headers of tables, which a paper repeats on every page."""
    tables = (block for block in report.blocks if isinstance(block, Table))
    for title in sorted({column.title for table in tables for column in table.columns}, key=len, reverse=True):
        text = text.replace(title, "")
    return text


def test_every_format_says_the_same_when_rendered() -> None:
    report = minutes_report(workshop(), made_on=MADE)
    word = _docx(report)
    assert _markdown(report).replace("・", "") == word.replace("・", "")
    drawn = word.replace("葛\U000e0100", "葛").replace("𠮷", "〓")
    assert _headless(_pdf(report), report) == _headless(drawn, report)


def _strewn(text: str, meant: WorkshopFormat) -> Workshop:
    """The sample with `text` wherever a person may type."""
    board, line = with_everything(meant), clean_line(text)
    return replace(
        board,
        details=replace(
            board.details, title=line, place=line, bureau=line, question=text, handouts=text, next_meeting=text,
            document_class=line, retention=line, checked_by=line, subject=line, ground_rules=text, icebreaker=text,
        ),
        participants={key: replace(row, division=line, post=line) for key, row in board.participants.items()},
        agenda={
            key: replace(item, title=line, task=line, method=text, script=text, materials=line)
            for key, item in board.agenda.items()
        },
        notes={key: replace(note, text=text) for key, note in list(board.notes.items())[-8:]},
        clusters={key: replace(row, title=line, opinions=text, measures=text) for key, row in board.clusters.items()},
        decisions={key: replace(row, text=text, reason=text) for key, row in board.decisions.items()},
        actions={
            key: replace(
                row, what=text, owner=line, first_step=text, done_when=text, effect=replace(row.effect, quality=text)
            )
            for key, row in list(board.actions.items())[:2]
        },
        team_steps={key: replace(row, title=line, task=text) for key, row in board.team_steps.items()},
        carried={key: replace(row, what=text, owner=line, remark=text) for key, row in board.carried.items()},
        knacks={
            key: replace(row, title=line, presenter=line, steps=text, before=text, after=text, material=text)
            for key, row in board.knacks.items()
        },
        pledges={key: replace(row, text=text, by=line) for key, row in board.pledges.items()},
        shown_cases={
            key: replace(row, title=line, bureau=line, summary=text, before=text, after=text, effect=text)
            for key, row in board.shown_cases.items()
        },
        own_works={key: replace(row, what=line, change=text) for key, row in board.own_works.items()},
        process_steps={
            key: replace(row, what=line, who=line, pain=text, tool=text) for key, row in board.process_steps.items()
        },
        checks={key: replace(row, text=line) for key, row in board.checks.items()},
    )  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(WorkshopFormat))
def test_every_format_is_rendered_when_text_is_arbitrary(text: str, meant: WorkshopFormat) -> None:
    board = _strewn(text, meant)
    report = minutes_report(board, verbatim_notes=True, running_record=True, made_on=MADE)
    assert render_pdf(report).data.startswith(b"%PDF")
    assert render_docx(report).data.startswith(b"PK")
    assert render_markdown(report).encode()
    assert workshop_json(board).encode()
    sheet = run_sheet_report(board)
    assert render_pdf(sheet).data.startswith(b"%PDF")
    assert render_docx(sheet).data.startswith(b"PK")


@pytest.mark.parametrize("meant", list(WorkshopFormat))
def test_every_format_says_the_same_of_what_it_works_on(meant: WorkshopFormat) -> None:
    report = minutes_report(with_everything(meant), running_record=True, made_on=MADE)
    word = _docx(report)
    assert _markdown(report).replace("・", "") == word.replace("・", "")
    drawn = word.replace("葛\U000e0100", "葛").replace("𠮷", "〓")
    assert _headless(_pdf(report), report) == _headless(drawn, report)


@pytest.mark.parametrize("meant", list(WorkshopFormat))
def test_markup_is_only_text_wherever_it_was_typed(meant: WorkshopFormat) -> None:
    typed = "<b>太字</b><img/src=x>&amp;[a](javascript:1)|`*_"
    board = _strewn(typed, meant)
    for report in (minutes_report(board, verbatim_notes=True, made_on=MADE), run_sheet_report(board)):
        assert _pdf(report).count(typed) > 20
        written = render_markdown(report)
        assert not re.search(r"(?<!\\)<(?!br>)", written)
        assert not re.search(r"(?<!\\)\]\(", written)


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.sampled_from([1, 10, 200]))
def test_case_sheet_is_one_page_when_text_is_arbitrary(text: str, times: int) -> None:
    rendered = render_pdf(case_report(filled(clean(text * times))))
    assert len(PdfReader(BytesIO(rendered.data)).pages) == 1
