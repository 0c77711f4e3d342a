"""Tests of the slips and signs of the 班."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.team_slips import render_team_slips, slips_file_name, write_team_slips
from models.edits.change import Edit, applied
from models.edits.deciding import add_participant
from models.edits.teams import make_teams
from models.problems import Problem
from models.workshop import Workshop


def done(workshop: Workshop, edit: Edit) -> Workshop:
    return applied(workshop, edit.changes)


def dealt(workshop: Workshop, *rows: tuple[str, str, int], teams: int = 3) -> Workshop:
    for row in rows:
        workshop = done(workshop, add_participant(workshop, *row))
    return done(workshop, make_teams(workshop, teams, 1))


def texts(workshop: Workshop) -> list[str]:
    pages = PdfReader(BytesIO(render_team_slips(workshop).data)).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_there_is_a_slip_for_everybody_when_the_teams_are_made(fresh: Workshop) -> None:
    workshop = dealt(fresh, ("総務課", "係長", 3), ("会計課", "係員", 7))
    slips = texts(workshop)[:2]
    assert Counter("総務課係長" in slip for slip in slips) == {True: 1, False: 1}
    assert sum(slip.count("総務課係長") for slip in slips) == 3
    assert sum(slip.count("会計課係員") for slip in slips) == 7
    assert sum(slip.count("業務見直し皆議") for slip in slips) == 10
    assert sum(slip.count("令和８年６月４日（木）10:00") for slip in slips) == 10
    found = Counter({f"{team}班": sum(slip.count(f"{team}班") for slip in slips) for team in "１２３"})
    sizes = Counter[str]()
    for seat in workshop.seats.values():
        sizes["０１２３"[seat.team] + "班"] += seat.count
    assert found == sizes


def test_slips_of_one_division_lie_together_when_its_rows_do_not(fresh: Workshop) -> None:
    workshop = dealt(fresh, ("総務課", "係長", 2), ("会計課", "係員", 2), ("総務課", "係員", 2), teams=2)
    (slips, _signs) = texts(workshop)
    assert slips.rindex("総務課") < slips.index("会計課")


def test_each_team_has_a_sign_when_slips_are_made(fresh: Workshop) -> None:
    signs = texts(dealt(fresh, ("総務課", "係長", 8)))[1:]
    assert len(signs) == 2
    assert ["１班" in signs[0], "２班" in signs[0], "３班" in signs[1]] == [True] * 3
    assert "３人" in signs[0]


def test_all_fits_its_slip_when_the_names_are_far_too_long(fresh: Workshop) -> None:
    workshop = dealt(fresh, ("情報流通行政局" * 50, "主査\n二行", 4), teams=2)
    (slips, _signs) = texts(workshop)
    assert slips.count("情報流通行政局情報") >= 4
    assert len(slips) < 700


def test_what_no_font_has_is_told_when_slips_are_written(fresh: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "くじ.pdf"
    workshop = dealt(fresh, ("葛\U000e0100城<b>課</b>﨑", "", 4), teams=2)
    assert write_team_slips(workshop, path) == ("葛\U000e0100",)
    assert path.read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_when_there_are_no_teams(fresh: Workshop, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="先に班を作って"):
        write_team_slips(done(fresh, add_participant(fresh, "総務課", "係長", 8)), tmp_path / "くじ.pdf")
    assert list(tmp_path.iterdir()) == []


def test_fonts_are_embedded_and_bytes_the_same_when_made_twice(fresh: Workshop) -> None:
    workshop = dealt(fresh, ("総務課", "係長", 8))
    data = render_team_slips(workshop).data
    assert data == render_team_slips(workshop).data
    assert b"/FontFile2" in data
    assert b"Helvetica" not in data


def test_file_is_named_for_the_day_and_the_meeting(fresh: Workshop) -> None:
    assert slips_file_name(fresh) == "20260604_業務見直し皆議_班のくじ.pdf"
