"""Rows and entities: what is written is read again, and a table has its entity's fields."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agenda import AgendaItem, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision, Effect
from models.edits.change import FIELD_OF, Change
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.timing import Moment, Timing
from models.workshop import Details, Participant, Seat
from models.workspace.journal import decode, encode
from models.workspace.rows import tables
from models.workspace.workspace import Workspace

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64)
WHOLE = st.integers(-(2**62), 2**62)
AWARE = st.datetimes(timezones=st.just(UTC))
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    float: NUMBER,
    int: WHOLE,
    bool: st.booleans(),
    datetime: AWARE,
    Moment: st.builds(Moment, AWARE, NUMBER, TEXT),
    Effect: st.builds(Effect, NUMBER, NUMBER, NUMBER, WHOLE, st.booleans(), NUMBER, TEXT),
    date: st.dates(),
    time: st.times(),
    type(None): st.none(),
}

ENTITIES: tuple[type[Any], ...] = (
    Details,
    Participant,
    AgendaItem,
    Timing,
    Note,
    Cluster,
    DotVote,
    Decision,
    ActionItem,
    CaseStudy,
    TeamStep,
    Seat,
    CarriedAction,
    Knack,
    Pledge,
    ShownCase,
    OwnWork,
    ProcessStep,
    RoomCheck,
    Family,
    Relation,
    Payoff,
)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    if hint in SIMPLE:
        return SIMPLE[hint]
    if get_origin(hint) is tuple:
        return st.lists(_value(get_args(hint)[0]), max_size=4).map(tuple)
    if get_args(hint):
        return st.one_of(*map(_value, get_args(hint)))
    return st.sampled_from(hint)


def _entity(kind: type[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{name: _value(hint) for name, hint in get_type_hints(kind).items()})


@pytest.mark.parametrize("kind", ENTITIES)
def test_entity_is_the_same_when_written_and_read(kind: type[Any]) -> None:
    @given(_entity(kind))
    def check(entity: Any) -> None:
        row = tables()[kind].row(entity)
        assert tables()[kind].read(row) == entity
        assert tables()[kind].read(json.loads(json.dumps(row))) == entity
        assert decode(encode([Change(None, entity), Change(entity, None)])) == (
            Change(None, entity),
            Change(entity, None),
        )

    check()


@pytest.mark.parametrize("kind", ENTITIES)
def test_columns_are_the_fields_when_the_schema_is_new(kind: type[Any], workspace: Workspace) -> None:
    table = tables()[kind]
    columns = [row[1] for row in workspace.connection.execute(f"PRAGMA table_info({table.name})")]
    assert columns == ["workshop_id", *(field.name for field in fields(kind))]


def test_every_entity_has_a_table_and_a_place_in_the_workshop() -> None:
    assert set(tables()) == set(ENTITIES) == {Details, *FIELD_OF}


def test_every_table_is_strict(workspace: Workspace) -> None:
    rows = list(workspace.connection.execute("PRAGMA table_list"))
    assert [row[1] for row in rows if not row[5] and not row[1].startswith(("sqlite_", "_sqlite_"))] == []
