"""Group work: what each 班 does now and what is left of it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import AgendaPhase, TeamStep
from models.edits import running
from models.edits.agenda import set_item
from models.edits.change import remove
from models.edits.deciding import set_details
from models.edits.lists import add_row
from models.workshop import in_order
from tests.clock import FakeClock
from ui.live_document import LiveDocument
from ui.run.lanes import lane_name, lane_words
from ui.run.screen import RunScreen


def _pass(screen: RunScreen, clock: FakeClock, seconds: float) -> None:
    clock.advance(seconds)
    screen.shown()


@pytest.fixture
def grouped(screen: RunScreen, live: LiveDocument, clock: FakeClock) -> RunScreen:
    """Three 班 at group work: the second does otherwise."""
    if live.workshop.team_steps:
        live.apply(remove("step_deleted", *in_order(live.workshop.team_steps)))
    live.apply(set_details(live.workshop, replace(live.workshop.details, teams=3)))
    item = next(one for one in live.workshop.agenda_items() if one.phase is AgendaPhase.GROUP)
    for title, minutes, team in (("集める", 6, 0), ("束ねる", 11, 0), ("広げる", 4, 2), ("島を作る", 13, 2)):
        live.apply(add_row(live.workshop, TeamStep, item_id=item.id, title=title, minutes=minutes, team=team))
    live.apply(running.go_to(live.workshop, item, clock()))
    screen.shown()
    return screen


def _told(screen: RunScreen) -> list[str]:
    shown = screen.card.lanes.shown_lanes
    return [f"{lane_name(one)} {one.now.title} {lane_words(one)}" for one in shown]


def test_each_lane_says_what_is_done_and_what_is_left(grouped: RunScreen, clock: FakeClock) -> None:
    _pass(grouped, clock, 5 * 60)
    assert grouped.card.lanes.isVisible()
    assert _told(grouped) == ["1、3班 集める のこり 01:00", "2班 島を作る のこり 12:00"]
    _pass(grouped, clock, 13 * 60)
    assert _told(grouped) == ["1、3班 束ねる 時間です（＋1:00）", "2班 島を作る 時間です（＋1:00）"]
    grouped.grab()


def test_steps_of_every_team_are_one_lane_when_there_are_no_teams(grouped: RunScreen, live: LiveDocument) -> None:
    live.apply(remove("step_deleted", *(step for step in in_order(live.workshop.team_steps) if step.team)))
    live.apply(set_details(live.workshop, replace(live.workshop.details, teams=0)))
    assert _told(grouped) == ["全部の班 集める のこり 06:00"]


def test_soft_strike_sounds_once_when_a_step_is_over(grouped: RunScreen, clock: FakeClock) -> None:
    struck: list[str] = []
    rung: list[str] = []
    grouped.struck.connect(struck.append)
    grouped.rang.connect(rung.append)
    _pass(grouped, clock, 3 * 60 + 59)
    struck.clear()  # so long a look is no news
    _pass(grouped, clock, 2)
    assert len(struck) == 1
    _pass(grouped, clock, 1)
    assert len(struck) == 1
    _pass(grouped, clock, 12 * 60 + 57)
    _pass(grouped, clock, 2)
    assert rung  # the item's own end is the gong's
    assert len(struck) == 1


def test_no_strike_is_heard_when_the_clock_stands_still_or_is_put_back(
    grouped: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    struck: list[str] = []
    grouped.struck.connect(struck.append)
    _pass(grouped, clock, 5 * 60)
    live.apply(running.pause(live.workshop, clock()))
    live.apply(running.correct(live.workshop, 60.0, clock()))
    _pass(grouped, clock, 1)
    assert struck == []


def test_lanes_go_when_the_item_has_no_steps(qtbot: QtBot, grouped: RunScreen) -> None:
    grouped.conduct.next()
    assert not grouped.card.lanes.isVisible()


def test_lane_ends_with_its_item_when_its_steps_are_longer(
    grouped: RunScreen, live: LiveDocument, clock: FakeClock
) -> None:
    item = live.workshop.current_item()
    assert item is not None
    live.apply(running.go_to(live.workshop, live.workshop.agenda_items()[0], clock()))
    live.apply(set_item(live.workshop, item.id, minutes=5))
    live.apply(running.go_to(live.workshop, item, clock()))
    assert grouped.notice.text == "班の段取りは、この項目より12分長くなっています。項目の終わりで区切ります。"
    _pass(grouped, clock, 4 * 60 + 10)
    assert _told(grouped) == ["1、3班 集める 項目の終わりまで 00:50", "2班 島を作る 項目の終わりまで 00:50"]
    grouped.notice.clear()
    _pass(grouped, clock, 1)
    assert grouped.notice.text == ""
