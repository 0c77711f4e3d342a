"""Entities as plain JSON values."""

import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import Note, NoteKind
from models.cases import CaseStudy, ReviewKind
from models.decisions import ActionItem, Effect
from models.library.plain import from_plain, to_plain
from models.text import MAX_LINE_CHARS, MAX_NOTE_CHARS
from models.timing import Moment, Timing
from models.workshop import Details
from tests.library.strategies import entities

ID = "0123456789abcdef" * 2
ENTITIES: list[type[Any]] = [ActionItem, CaseStudy, Details, Note, Timing]


@pytest.mark.parametrize("kind", ENTITIES)
@given(data=st.data())
def test_entity_is_the_same_when_it_went_through_json(kind: type[Any], data: st.DataObject) -> None:
    entity = data.draw(entities(kind))
    assert from_plain(kind, json.loads(json.dumps(to_plain(entity)))) == entity


def test_nested_entities_are_objects_when_written() -> None:
    action = ActionItem(ID, 1.0, "やめる", due=date(2026, 6, 4), effect=Effect(minutes_before=30))
    plain = to_plain(action)
    assert plain["due"] == "2026-06-04"
    assert plain["effect"]["minutes_before"] == 30
    assert plain["status"] == "open"


def test_moment_keeps_its_zone_when_read() -> None:
    at = datetime(2026, 6, 4, 1, 2, 3, tzinfo=UTC)
    timing = Timing(ID, at, since=Moment(at, 1.5, "boot"))
    assert from_plain(Timing, to_plain(timing)) == timing


def test_field_takes_its_default_when_left_out() -> None:
    assert from_plain(Note, {"id": ID, "order": 1, "text": "a"}) == Note(ID, 1.0, "a")


def test_unknown_field_is_passed_over_when_read() -> None:
    assert from_plain(Note, {"id": ID, "order": 1, "text": "a", "colour": {"r": 1}}) == Note(ID, 1.0, "a")


def test_texts_are_cleaned_when_read() -> None:
    plain = {"id": ID, "title": " 題\u202e名\n続き\ud800 ", "before": "\x00前\r\n後", "tags": ["会\n議"]}
    case = from_plain(CaseStudy, plain)
    assert (case.title, case.before, case.tags) == ("題名 続き", "前\n後", ("会 議",))


def test_texts_are_cut_when_too_long() -> None:
    case = from_plain(CaseStudy, {"id": ID, "title": "あ" * 9_999, "before": "あ" * 9_999})
    assert (len(case.title), len(case.before)) == (MAX_LINE_CHARS, MAX_NOTE_CHARS)


GOOD: dict[str, Any] = {
    "id": ID,
    "title": "題",
    "order": 1,
    "text": "a",
    "held_on": "2026-06-04",
    "starts_at": "10:00:00",
}


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [
        (Note, "id", 1),
        (Note, "id", ""),
        (Note, "id", "../../etc/passwd"),
        (Note, "id", ID.upper()),
        (Note, "id", ID + "\n"),
        (Note, "cluster_id", ""),
        (Note, "order", "1"),
        (Note, "order", None),
        (Note, "order", True),
        (Note, "x", math.nan),
        (Note, "x", math.inf),
        (Note, "order", 1e10),
        (Note, "text", None),
        (Note, "text", ["a"]),
        (Note, "kind", "spam"),
        (Note, "kind", ["trouble"]),
        (Note, "kind", None),
        (Note, "hidden", 1),
        (Note, "hidden", "true"),
        (CaseStudy, "tags", "会議"),
        (CaseStudy, "tags", {"0": "会議"}),
        (CaseStudy, "tags", ["会議", 1]),
        (CaseStudy, "tags", ["会議"] * 101),
        (CaseStudy, "plan_items", [7]),
        (CaseStudy, "plan_items", [1.0]),
        (CaseStudy, "plan_items", [True]),
        (CaseStudy, "review_kinds", [None]),
        (CaseStudy, "updated_on", ""),
        (CaseStudy, "updated_on", "20260604"),
        (CaseStudy, "updated_on", "2026-W23-4"),
        (CaseStudy, "updated_on", "0001-01-01"),
        (CaseStudy, "updated_on", "2026-06-04T00:00:00"),
        (CaseStudy, "expected_hours", "12"),
        (CaseStudy, "origin", "somewhere"),
        (Details, "held_on", None),
        (Details, "starts_at", "10:00:00+09:00"),
        (Details, "starts_at", "25:00:00"),
        (Details, "created_at", "2026-06-04T00:00:00"),
        (Details, "created_at", "0001-01-01T00:00:00+14:00"),
        (Details, "minutes", 10**18),
        (Details, "minutes", -1),
        (Details, "marking", "9"),
    ],
)
def test_field_is_named_when_it_is_not_as_it_must_be(kind: type[Any], field: str, wrong: Any) -> None:
    from_plain(kind, GOOD)
    with pytest.raises(ValueError, match=rf"^{kind.__name__}\.{field}: "):
        from_plain(kind, {**GOOD, field: wrong})


def test_field_is_named_when_it_is_missing() -> None:
    with pytest.raises(ValueError, match=r"^Note\.text is missing$"):
        from_plain(Note, {"id": ID, "order": 1})


def test_field_is_named_when_it_is_nested() -> None:
    plain = {"id": ID, "order": 1, "what": "a", "effect": {"people": "many"}}
    with pytest.raises(ValueError, match=r"^ActionItem\.effect: Effect\.people: not a whole number$"):
        from_plain(ActionItem, plain)


@pytest.mark.parametrize("plain", [None, [], "note", 1, [["id", ID]]])
def test_value_is_refused_when_it_is_no_object(plain: Any) -> None:
    with pytest.raises(ValueError, match=r"^Note is not an object$"):
        from_plain(Note, plain)


def test_error_keeps_the_text_to_itself_when_a_field_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"Note\.kind") as caught:
        from_plain(Note, {"id": ID, "order": 1, "text": "秘密", "kind": "秘密"})
    assert "秘密" not in str(caught.value)


def test_writing_is_refused_when_reading_would_be() -> None:
    with pytest.raises(ValueError, match=r"^Note\.x: not a number$"):
        to_plain(Note(ID, 1.0, "a", NoteKind.IDEA, x=math.inf))


def test_choices_come_back_as_such_when_read() -> None:
    case = replace(CaseStudy(ID, "a"), review_kinds=(ReviewKind.COMBINE,))
    assert from_plain(CaseStudy, to_plain(case)).review_kinds[0] is ReviewKind.COMBINE
