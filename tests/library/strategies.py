"""Any entity by its declared types, any case, and any workshop whose parts belong together."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from itertools import permutations
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from models.agenda import AgendaItem, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.library.plain import (
    FIRST_YEAR,
    FRACTIONS,
    ID_FIELDS,
    LAST_YEAR,
    LINE_FIELDS,
    MAX_NUMBER,
    MAX_PLACE,
    PLACES,
    RANGES,
)
from models.text import clean, clean_line
from models.timing import Timing
from models.workshop import Details, Participant, Seat, Workshop

T = TypeVar("T")

ids = st.uuids(version=4).map(lambda one: one.hex)
awkward = st.sampled_from(["葛󠄀城", "宮﨑・髙橋", "👨‍👩‍👧", "<b>&amp;</b>", "＝1+1", '"\\\n\t,[{', "𠮷野家", "～〜"])
texts = (st.text(max_size=30) | awkward).map(clean)
lines = (st.text(max_size=30) | awkward).map(clean_line)
dates = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
moments = st.datetimes(datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))


def values(kind: Any, name: str) -> st.SearchStrategy[Any]:
    """What a field called `name` of type `kind` may hold."""
    if isinstance(kind, UnionType):
        inner = next(one for one in get_args(kind) if one is not NoneType)
        return st.none() | values(inner, name)
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0], name), max_size=4).map(tuple)
    if isinstance(kind, type) and is_dataclass(kind):
        return entities(kind)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    return scalars(kind, name)


def scalars(kind: Any, name: str) -> st.SearchStrategy[Any]:
    """A single text, number, truth or date."""
    low, high = RANGES.get(name, (-MAX_NUMBER, MAX_NUMBER))
    widest = MAX_PLACE // 2 if name in PLACES else MAX_NUMBER  # notes of 班 are laid out below the others
    fractions = FRACTIONS.get(name, (-widest, widest))
    by_kind: dict[Any, st.SearchStrategy[Any]] = {
        str: ids if name in ID_FIELDS else lines if name in LINE_FIELDS else texts,
        bool: st.booleans(),
        int: st.integers(low, high),
        float: st.floats(*fractions),
        date: dates,
        datetime: moments,
        time: st.times(),
    }
    return by_kind[kind]


def entities(kind: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Any `kind`, with `given` fields from their own strategies."""
    kinds = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return st.builds(kind, **{name: given[name] if name in given else values(kinds[name], name) for name in names})


cases = entities(CaseStudy, origin=st.just("") | ids, action_id=st.just("") | ids)
sheets = st.binary(max_size=60).map(lambda rest: b"%PDF-1.7\n" + rest)


def _some(draw: st.DrawFn, kind: type[T], most: int = 4, **given: st.SearchStrategy[Any]) -> dict[str, T]:
    found: list[Any] = draw(st.lists(entities(kind, **given), max_size=most, unique_by=lambda one: one.id))
    return {one.id: one for one in found}


def _apart(entities: dict[str, T], others: dict[str, Any]) -> dict[str, T]:
    """Those that share no id with `others`."""
    return {key: one for key, one in entities.items() if key not in others}


def _one_each(draw: st.DrawFn, kind: type[T], owners: dict[str, Any]) -> dict[str, T]:
    chosen = [one for one in owners if draw(st.booleans())]
    return {one: draw(entities(kind, id=st.just(one))) for one in chosen}


def _relations(draw: st.DrawFn, ends: list[str]) -> dict[str, Relation]:
    """Some relations, one at the most between two of `ends`."""
    pairs = [pair for pair in permutations(ends, 2) if draw(st.booleans())] if len(ends) < 5 else [(ends[0], ends[-1])]
    single = {frozenset(pair): pair for pair in pairs}.values()
    made = [draw(entities(Relation, source_id=st.just(one), target_id=st.just(other))) for one, other in single]
    return {relation.id: relation for relation in made}


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """A workshop in which every tie leads to something that is there; clocks may run."""
    agenda, families = _some(draw, AgendaItem), _some(draw, Family)
    clusters = _apart(_some(draw, Cluster, family_id=st.sampled_from([None, *families])), families)
    in_cluster = st.sampled_from([None, *clusters])
    actions = _some(draw, ActionItem, cluster_id=in_cluster)
    of_action = st.sampled_from(["", *actions])
    participants = _some(draw, Participant)
    steps = _some(draw, TeamStep, item_id=st.sampled_from([*agenda])) if agenda else {}
    seats = _some(draw, Seat, participant_id=st.sampled_from([*participants])) if participants else {}
    notes = _apart(_some(draw, Note, most=8, cluster_id=in_cluster), {**families, **clusters})
    lone = {note.id: note for note in notes.values() if note.cluster_id is None}
    return Workshop(
        details=draw(entities(Details, follows=st.just("") | ids)),
        participants=participants,
        agenda=agenda,
        timings=_one_each(draw, Timing, agenda),
        notes=notes,
        clusters=clusters,
        votes=_one_each(draw, DotVote, {**clusters, **lone}),
        decisions=_some(draw, Decision, cluster_id=in_cluster),
        actions=actions,
        cases=_some(draw, CaseStudy, most=2, origin=st.just("") | ids, action_id=of_action),
        team_steps=steps,
        seats=seats,
        carried=_some(draw, CarriedAction, action_id=st.just("") | ids),
        knacks=_some(draw, Knack),
        pledges=_some(draw, Pledge),
        shown_cases=_some(draw, ShownCase, most=2, case_id=st.just("") | ids),
        own_works=_some(draw, OwnWork),
        process_steps=_some(draw, ProcessStep),
        checks=_some(draw, RoomCheck),
        families=families,
        relations=_relations(draw, [*families, *clusters, *lone]),
        payoffs=_one_each(draw, Payoff, {**clusters, **lone}),
    )
