"""Tests of a workshop as JSON."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

from exports.json import workshop_json
from models.board import NoteKind
from models.edits.change import applied
from models.edits.notes import add_notes
from models.timing import Moment, Timing
from models.workshop import Workshop, WorkshopFormat
from tests.exports.samples import with_everything, workshop


def test_everything_is_told_when_a_workshop_is_written() -> None:
    told = json.loads(workshop_json(workshop()))
    assert (told["schema"], told["version"]) == ("minaoshi.workshop", 2)
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


def test_no_collection_is_missing_or_empty_when_all_are_filled() -> None:
    board = with_everything(WorkshopFormat.DX)
    told = json.loads(workshop_json(board))
    for field in fields(Workshop):
        if field.name not in ("details", "timings", "cases"):
            assert len(told[field.name]) == len(getattr(board, field.name)), field.name


def test_what_formats_work_on_keeps_its_fields_and_order_when_written() -> None:
    told = json.loads(workshop_json(with_everything(WorkshopFormat.DX)))
    assert [step["minutes_after"] for step in told["process_steps"]] == [0, 2.5, None]
    assert [work["review"] for work in told["own_works"]] == ["combine", "eliminate", "eliminate", None]
    assert [one["status"] for one in told["carried"]] == ["done", "doing", "stopped"]
    assert told["carried"][0]["due"] == "2026-04-30"
    assert told["knacks"][0]["steps"] == "フォルダーを複写する\n・日付を直す"
    assert told["checks"][1] == {"done": True, "id": "h2", "kind": "things", "order": 2, "text": "付箋を用意する"}
    assert told["details"]["format"] == "dx"


def test_groups_of_groups_relations_and_places_are_told_when_written() -> None:
    told = json.loads(workshop_json(with_everything(WorkshopFormat.KAIGI)))
    assert told["relations"] == [
        {"id": "u1", "kind": "cause", "label": "だから", "order": 1, "source_id": "q1", "target_id": "w3"}
    ]
    assert told["payoffs"][0] == {"effect": 0.75, "feasibility": 0.5, "id": "g1"}
    assert [group["title"] for group in told["clusters"] if group["family_id"] == told["families"][0]["id"]] == [
        "出席者が変わったとき"
    ]


def test_team_of_a_note_stays_in_the_house_when_written() -> None:
    board = workshop()
    notes = {key: replace(note, team=2) for key, note in board.notes.items()}
    assert "team" not in json.loads(workshop_json(replace(board, notes=notes)))["notes"][0]


def test_place_of_a_note_does_not_tell_its_team_when_teams_are_still_being_entered(fresh: Workshop) -> None:
    entered = fresh
    for team in (1, 2):
        edit = add_notes(entered, [f"{team}班の困りごと{number}" for number in range(3)], NoteKind.TROUBLE, team=team)
        entered = applied(entered, edit.changes)
    assert {note.x < 0 for note in entered.notes.values()} == {True}  # each 班 in its lane
    notes = json.loads(workshop_json(entered))["notes"]
    assert len(notes) == 6
    assert all(note["x"] >= 0 for note in notes)
