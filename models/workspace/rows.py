"""Rows and entities: each entity is one row of one table, its fields the columns.

What SQLite has no type for is text: dates and times in ISO 8601, enumerations by value, nested facts and lists as JSON.
The journal keeps the same rows.
"""

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from models.agenda import AgendaItem, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision, Effect
from models.edits.change import Entity
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.timing import Moment, Timing
from models.workshop import Details, Participant, Seat

Row = tuple[Any, ...]
E = TypeVar("E", bound=Entity)
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]


def _same(value: Any) -> Any:
    return value


def _iso(value: date | time) -> str:
    return value.isoformat()


def _encode_moment(moment: Moment) -> str:
    return json.dumps([moment.utc.isoformat(), moment.steady, moment.boot])


def _decode_moment(raw: str) -> Moment:
    utc, steady, boot = json.loads(raw)
    return Moment(datetime.fromisoformat(utc), steady, boot)


def _encode_effect(effect: Effect) -> str:
    return json.dumps(asdict(effect), ensure_ascii=False)


def _decode_effect(raw: str) -> Effect:
    return Effect(**json.loads(raw))


_CODECS: dict[Any, Codec] = {
    bool: (int, bool),
    datetime: (_iso, datetime.fromisoformat),
    date: (_iso, date.fromisoformat),
    time: (_iso, time.fromisoformat),
    Moment: (_encode_moment, _decode_moment),
    Effect: (_encode_effect, _decode_effect),
}


def _list_codec(of: type) -> Codec:
    decode: Callable[[Any], Any] = of if issubclass(of, StrEnum) else _same
    return (lambda items: json.dumps(list(items), ensure_ascii=False), lambda raw: tuple(map(decode, json.loads(raw))))


def _optional(codec: Codec) -> Codec:
    encode, decode = codec
    if encode is _same and decode is _same:
        return codec
    return (
        lambda value: None if value is None else encode(value),
        lambda raw: None if raw is None else decode(raw),
    )


def _codec(hint: Any) -> Codec:
    if get_origin(hint) in (Union, types.UnionType):
        return _optional(_codec(next(arg for arg in get_args(hint) if arg is not type(None))))
    if get_origin(hint) is tuple:
        return _list_codec(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (
            {member: member.value for member in hint}.__getitem__,
            {member.value: member for member in hint}.__getitem__,
        )
    return _CODECS.get(hint, (_same, _same))


@dataclass(frozen=True)
class Table(Generic[E]):
    """One table: its name, its entity, and how a row of it is made and read."""

    name: str
    entity: type[E]
    columns: tuple[str, ...]
    encoded: tuple[tuple[int, Callable[[Any], Any]], ...]
    decoded: tuple[tuple[int, Callable[[Any], Any]], ...]
    values: Callable[[E], Row]
    insert: str
    upsert: str
    delete: str
    select: str

    def row(self, entity: E) -> Row:
        """The entity's columns, without the workshop it belongs to."""
        values = [*self.values(entity)]
        for index, encode in self.encoded:
            values[index] = encode(values[index])
        return tuple(values)

    def read(self, row: Sequence[Any]) -> E:
        """The entity of a row; columns that came after a journalled row was written take their defaults."""
        values = [*row[: len(self.columns)]]
        for index, decode in self.decoded:
            if index < len(values):
                values[index] = decode(values[index])
        return self.entity(*values)

    def whole(self, row: Sequence[Any]) -> Row:
        """A journalled row with the columns that came after it was written, as the migrations filled them."""
        return tuple(row) if len(row) == len(self.columns) else self.row(self.read(row))


def _table(name: str, entity: type[E]) -> Table[E]:
    hints = get_type_hints(entity)
    columns = tuple(field.name for field in fields(entity))
    codecs = tuple(_codec(hints[column]) for column in columns)
    encoded = tuple((index, encode) for index, (encode, _) in enumerate(codecs) if encode is not _same)
    decoded = tuple((index, decode) for index, (_, decode) in enumerate(codecs) if decode is not _same)
    stored = ", ".join(f'"{column}"' for column in ("workshop_id", *columns))
    marks = ", ".join("?" * (len(columns) + 1))
    read = ", ".join(f'"{column}"' for column in columns)
    select = f"SELECT {read} FROM {name} WHERE workshop_id = ?"
    kept = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column != "id")
    insert = f"INSERT INTO {name} ({stored}) VALUES ({marks})"
    upsert = f"{insert} ON CONFLICT (id) DO UPDATE SET {kept}"
    delete = f"DELETE FROM {name} WHERE id = ?"
    values = attrgetter(*columns)
    return Table(name, entity, columns, encoded, decoded, values, insert, upsert, delete, select)


@cache
def tables() -> dict[type[Entity], Table[Any]]:
    """All tables of entities, in the order in which rows may refer to each other."""
    return {
        Details: _table("workshop", Details),
        Participant: _table("participant", Participant),
        AgendaItem: _table("agenda_item", AgendaItem),
        Timing: _table("timing", Timing),
        Family: _table("family", Family),
        Cluster: _table("cluster", Cluster),
        Note: _table("note", Note),
        DotVote: _table("dot_vote", DotVote),
        Decision: _table("decision", Decision),
        ActionItem: _table("action_item", ActionItem),
        CaseStudy: _table("case_study", CaseStudy),
        TeamStep: _table("team_step", TeamStep),
        Seat: _table("seat", Seat),
        CarriedAction: _table("carried_action", CarriedAction),
        Knack: _table("knack", Knack),
        Pledge: _table("pledge", Pledge),
        ShownCase: _table("shown_case", ShownCase),
        OwnWork: _table("own_work", OwnWork),
        ProcessStep: _table("process_step", ProcessStep),
        RoomCheck: _table("room_check", RoomCheck),
        Relation: _table("relation", Relation),
        Payoff: _table("payoff", Payoff),
    }


@cache
def tables_by_name() -> dict[str, Table[Any]]:
    """The same tables by their names."""
    return {table.name: table for table in tables().values()}
