"""Paper for the 班: slips to be cut apart and drawn as lots, 課 by 課, and a sign for each table.

Eight slips or two signs fit an A4 sheet. There is one slip for each person, and nobody's name on any of them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exports.blocks import Rendered
from exports.files import safe_name, write_paper
from models.language import gettext as _
from models.problems import Problem
from models.teams import team_sizes
from models.workshop import Participant, Seat, Workshop

if TYPE_CHECKING:
    from exports.typesetting.cut_sheets import Box
    from exports.typesetting.pages import Mark

COLUMNS, ROWS = 2, 4
SIGNS = 2
"""Slips in a row, rows of slips on a sheet; signs on a sheet."""
SLIP_SIZES = (15.0, 12.0, 9.0)
SLIP_LINES = 3


def slips_file_name(workshop: Workshop) -> str:
    """20260604_業務見直し皆議_班のくじ.pdf"""
    return safe_name(f"{workshop.details.held_on:%Y%m%d}_{workshop.details.title}_班のくじ", ".pdf")


def write_team_slips(workshop: Workshop, path: Path) -> tuple[str, ...]:
    """Write slips and signs as one PDF file. Returns the characters no font has.

    Raises Problem when there are no 班, or the place takes nothing; what stood there is untouched then.
    """
    rendered = render_team_slips(workshop)
    write_paper(path, rendered.data)
    return rendered.replaced


def render_team_slips(workshop: Workshop) -> Rendered:
    """Slips and signs as one PDF file; raises Problem when nobody sits in a 班."""
    from exports.pdf import render_sheets

    seats = _drawn(workshop)
    if not seats:
        raise Problem(_("There are no teams yet. Make them first, then print the slips."))
    pages = [*_slip_pages(workshop, seats), *_sign_pages(workshop)]
    return render_sheets(pages, f"{workshop.details.title}　班のくじ", workshop.details.bureau)


def _drawn(workshop: Workshop) -> list[tuple[Participant, int]]:
    """One entry for each person, by 課 and 職 so that a 課's slips lie together, with the number of the 班."""
    rows = workshop.ordered_participants()
    return [
        (row, seat.team)
        for row in sorted(rows, key=lambda one: [other.division for other in rows].index(one.division))
        for seat in _seats(workshop, row)
        for _one in range(seat.count)
    ]


def _seats(workshop: Workshop, row: Participant) -> list[Seat]:
    seats = (seat for seat in workshop.seats.values() if seat.participant_id == row.id)
    return sorted(seats, key=lambda seat: (seat.team, seat.order, seat.id))


def _chunks(entries: Sequence[tuple[Participant, int]], size: int) -> Iterator[Sequence[tuple[Participant, int]]]:
    return (entries[first : first + size] for first in range(0, len(entries), size))


def _team(number: int) -> str:
    from exports.typesetting.numerals import Digits
    from exports.typesetting.numerals import number as written

    return f"{written(number, Digits.MIXED)}班"


def _day(workshop: Workshop) -> str:
    from exports.typesetting.dates import clock, long_date

    return f"{long_date(workshop.details.held_on)}　{clock(workshop.details.starts_at)}"


# slips


def _slip_pages(workshop: Workshop, drawn: Sequence[tuple[Participant, int]]) -> "Iterator[list[Mark]]":
    from exports.typesetting.cut_sheets import box, cut_lines

    for slips in _chunks(drawn, COLUMNS * ROWS):
        page = list(cut_lines(COLUMNS, ROWS))
        for place, (row, team) in enumerate(slips):
            page += _slip(workshop, row, team, box(place, COLUMNS, ROWS))
        yield page


def _slip(workshop: Workshop, row: Participant, team: int, box: "Box") -> "Iterator[Mark]":
    yield from box.lines(workshop.details.title, 34.0, 10.0)
    yield from box.lines(_team(team), 108.0, 60.0, bold=True)
    yield from _who(row, box)
    yield from box.lines(_day(workshop), 186.0, 10.0)


def _who(row: Participant, box: "Box") -> "Iterator[Mark]":
    """課室 and 職, smaller where they are long."""
    text = "　".join(filter(None, (row.division, row.post))).replace("\n", " ")
    for size in SLIP_SIZES:
        lines = list(box.lines(text, 138.0, size, most=SLIP_LINES + 1))
        if len(lines) < SLIP_LINES:
            break
    return iter(lines[:SLIP_LINES])


# signs


def _sign_pages(workshop: Workshop) -> "Iterator[list[Mark]]":
    """A sign for each 班 in which somebody sits."""
    from exports.typesetting.cut_sheets import box, cut_lines

    sizes = team_sizes(workshop.seats.values(), workshop.details.teams)
    teams = [team for team in sorted(sizes) if sizes[team]]
    for first in range(0, len(teams), SIGNS):
        page = list(cut_lines(1, SIGNS))
        for place, team in enumerate(teams[first : first + SIGNS]):
            page += _sign(workshop, team, sizes[team], box(place, 1, SIGNS))
        yield page


def _sign(workshop: Workshop, team: int, people: int, box: "Box") -> "Iterator[Mark]":
    from exports.typesetting.numerals import Digits, number

    yield from box.lines(workshop.details.title, 60.0, 18.0)
    yield from box.lines(_team(team), 280.0, 190.0, bold=True)
    yield from box.lines(f"{number(people, Digits.MIXED)}人", 352.0, 24.0)
    yield from box.lines(_day(workshop), 386.0, 14.0)
