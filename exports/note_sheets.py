"""Note sheets for those who write by hand: eight notes on an A4 sheet, to be cut apart.

Each has the question of the day at its head, lines to write on and boxes to tick for its kind, and nowhere a name.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from exports.blocks import Rendered
from exports.files import safe_name, write_paper
from exports.palette import KIND_NAMES
from models.board import NoteKind
from models.workshop import Workshop

if TYPE_CHECKING:
    from exports.typesetting.cut_sheets import Box
    from exports.typesetting.pages import Mark

COLUMNS, ROWS = 2, 4
NOTES_EACH = 4
"""So many notes does one person write, by experience."""
PEOPLE = 12
"""Sheets are made for so many where nobody has said who comes."""
MOST_SHEETS = 60
KINDS = (NoteKind.TROUBLE, NoteKind.IDEA, NoteKind.TIP, NoteKind.QUESTION)
FOOT = "１枚に１つ・名前は書きません"

_INSET = 8.0
"""More room at the sides than printers leave white."""
_HEAD_AT, _HEAD_TYPES = 26.0, ((9.0, 2), (7.5, 2), (6.5, 3))
_LINES_AT, _LINE_STEP, _LINES = 70.0, 25.5, 4
"""The first ruled line, and from one to the next (9 mm: a felt pen's hand)."""
_DOT, _DOT_STEP = 0.8, 4.0
_KINDS_AT, _KINDS_SIZE = 172.0, 10.5
_FOOT_AT, _FOOT_SIZE = 191.0, 8.5


def note_sheets_file_name(workshop: Workshop) -> str:
    """20260604_業務見直し皆議_付箋用紙.pdf"""
    return safe_name(f"{workshop.details.held_on:%Y%m%d}_{workshop.details.title}_付箋用紙", ".pdf")


def sensible_sheets(workshop: Workshop) -> int:
    """So many sheets are enough when everybody writes four notes."""
    coming = sum(row.count for row in workshop.participants.values())
    people = coming or workshop.details.headcount or PEOPLE
    return min(MOST_SHEETS, math.ceil(people * NOTES_EACH / (COLUMNS * ROWS)))


def write_note_sheets(workshop: Workshop, sheets: int, path: Path) -> tuple[str, ...]:
    """Write so many sheets as one PDF file. Returns the characters no font has.

    Raises Problem when the place takes nothing; what stood there is untouched then.
    """
    rendered = render_note_sheets(workshop, sheets)
    write_paper(path, rendered.data)
    return rendered.replaced


def render_note_sheets(workshop: Workshop, sheets: int) -> Rendered:
    """So many equal sheets as one PDF file; at least one, at most `MOST_SHEETS`."""
    from exports.pdf import render_sheets

    page = list(_sheet(workshop.details.question or workshop.details.title))
    pages = [page] * max(1, min(sheets, MOST_SHEETS))
    return render_sheets(pages, f"{workshop.details.title}　付箋用紙", workshop.details.bureau)


def _sheet(question: str) -> "Iterator[Mark]":
    from exports.typesetting.cut_sheets import box, cut_lines

    yield from cut_lines(COLUMNS, ROWS)
    for place in range(COLUMNS * ROWS):
        yield from _note(question, box(place, COLUMNS, ROWS))


def _note(question: str, whole: "Box") -> "Iterator[Mark]":
    inner = replace(whole, x=whole.x + _INSET, width=whole.width - 2 * _INSET)
    yield from _head(question, inner)
    for line in range(_LINES):
        yield from _dots(inner, inner.y + _LINES_AT + line * _LINE_STEP)
    kinds = "　　".join(f"□ {KIND_NAMES[kind]}" for kind in KINDS)
    yield from inner.lines(kinds, _KINDS_AT, _KINDS_SIZE)
    yield from inner.lines(FOOT, _FOOT_AT, _FOOT_SIZE)


def _head(question: str, inner: "Box") -> "Iterator[Mark]":
    """The question, smaller where it is long."""
    from exports.typesetting.cut_sheets import PADDING
    from exports.typesetting.fitting import fitted
    from exports.typesetting.pages import TextLine

    head = fitted(question.replace("\n", " "), inner.width - 2 * PADDING, _HEAD_TYPES)
    for row, line in enumerate(head.lines):
        yield TextLine(inner.x + PADDING, inner.y + _HEAD_AT + row * head.size * 1.4, line, head.size)


def _dots(inner: "Box", y: float) -> "Iterator[Mark]":
    """A line to write on, faint enough to be written over."""
    from exports.typesetting.cut_sheets import PADDING
    from exports.typesetting.pages import Rule

    left, dots = inner.x + PADDING, int((inner.width - 2 * PADDING) / _DOT_STEP)
    for dot in range(dots + 1):
        x = left + dot * _DOT_STEP
        yield Rule(x, y, x + _DOT, y)
