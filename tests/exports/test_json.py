"""Tests of a workshop as JSON."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

from exports.json import workshop_json
from models.timing import Moment, Timing
from models.workshop import Workshop
from tests.exports.samples import workshop


def test_everything_is_told_when_a_workshop_is_written() -> None:
    told = json.loads(workshop_json(workshop()))
    assert (told["schema"], told["version"]) == ("minaoshi.workshop", 1)
    assert set(told) - {"schema", "version"} == {field.name for field in fields(Workshop)}
    assert len(told["notes"]) == 43
    assert told["details"]["held_on"] == "2026-06-04"
    assert told["details"]["marking"] == "2"
    assert told["actions"][0]["effect"]["people"] == 8
    assert [item["title"] for item in told["agenda"]][:2] == ["趣旨・約束", "前回の宿題"]


def test_clock_is_left_out_when_an_item_is_running() -> None:
    now = datetime(2026, 6, 4, 4, 30, tzinfo=UTC)
    timing = Timing("a00", now, 12.5, 1, since=Moment(now, 99.0, "boot-1"))
    text = workshop_json(replace(workshop(), timings={"a00": timing}))
    assert "boot-1" not in text
    (told,) = json.loads(text)["timings"]
    assert (told["first_started_at"], told["elapsed"]) == ("2026-06-04T04:30:00+00:00", 12.5)
    assert "since" not in told


def test_text_is_stable_when_the_entities_were_added_in_another_order() -> None:
    board = workshop()
    turned = replace(
        board, notes=dict(reversed(list(board.notes.items()))), votes=dict(reversed(list(board.votes.items())))
    )
    assert workshop_json(turned) == workshop_json(board)
