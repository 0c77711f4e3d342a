"""Workshop packages (`.minaoshi`): a whole workshop, to hand it to a colleague."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from models.agenda import AgendaItem, TeamStep
from models.board import MAX_NOTES, Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision
from models.edits.notes import as_it_travels
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.library.container import FileKind, damage_told, read_container, too_much, write_container
from models.library.json_text import parsed
from models.library.plain import ID_FIELDS, from_plain, from_plain_list, to_plain
from models.timing import Timing
from models.workshop import Details, Participant, Seat, Workshop

SUFFIX = ".minaoshi"
WORKSHOP_NAME = "workshop.json"

COLLECTIONS: Mapping[str, tuple[type[Any], int]] = MappingProxyType(
    {
        "participants": (Participant, 1_000),
        "agenda": (AgendaItem, 500),
        "timings": (Timing, 500),
        "notes": (Note, MAX_NOTES),
        "clusters": (Cluster, 2_000),
        "votes": (DotVote, 20_000),
        "decisions": (Decision, 2_000),
        "actions": (ActionItem, 2_000),
        "cases": (CaseStudy, 500),
        "team_steps": (TeamStep, 2_000),
        "seats": (Seat, 10_000),
        "carried": (CarriedAction, 2_000),
        "knacks": (Knack, 500),
        "pledges": (Pledge, 2_000),
        "shown_cases": (ShownCase, 500),
        "own_works": (OwnWork, 2_000),
        "process_steps": (ProcessStep, 2_000),
        "checks": (RoomCheck, 500),
        "families": (Family, 2_000),
        "relations": (Relation, 5_000),
        "payoffs": (Payoff, 20_000),
    }
)
"""What a workshop holds besides its details: field -> the entity, and how many of them are read at the most."""

TIES = (
    ("timings", "id", ("agenda",)),
    ("notes", "cluster_id", ("clusters",)),
    ("decisions", "cluster_id", ("clusters",)),
    ("actions", "cluster_id", ("clusters",)),
    ("cases", "action_id", ("actions",)),
    ("team_steps", "item_id", ("agenda",)),
    ("seats", "participant_id", ("participants",)),
    ("clusters", "family_id", ("families",)),
    ("votes", "id", ("clusters", "notes")),
    ("payoffs", "id", ("clusters", "notes")),
    ("relations", "source_id", ("families", "clusters", "notes")),
    ("relations", "target_id", ("families", "clusters", "notes")),
)
"""Which field of which entities names an entity of which other collections; empty or None names nothing."""

BELONGING = frozenset({"id", "item_id", "participant_id", "source_id", "target_id"})
"""Ties without which an entity is nothing: dots of no group, seats of nobody, arrows from nowhere."""

ON_THE_BOARD = ("families", "clusters", "notes")
"""What may be at the ends of relations, and so must not share an id."""


def write_package(workshop: Workshop) -> bytes:
    """The bytes of a package; the same workshop gives the same. Clocks that run are written standing still, and notes
    of the 班 brought together, hidden ones hidden: which 班 wrote what does not travel.

    Raises Problem when the workshop is too large for one file.
    """
    travelling = _tied(_standing(as_it_travels(workshop)))
    document: dict[str, Any] = {"details": to_plain(travelling.details)}
    for name, (_, limit) in COLLECTIONS.items():
        entities = getattr(travelling, name)
        if len(entities) > limit:
            raise too_much()
        document[name] = [to_plain(entities[key]) for key in sorted(entities)]
    return write_container(FileKind.WORKSHOP, (WORKSHOP_NAME, document), {})


def read_package(source: bytes | Path) -> Workshop:
    """The workshop in a file from anywhere, all its ids new, its texts cleaned, its clocks standing still.

    Raises Problem, one sentence, whatever is wrong with it.
    """
    return with_new_ids(_as_written(source))


def _as_written(source: bytes | Path) -> Workshop:
    files = read_container(FileKind.WORKSHOP, source)
    with damage_told():
        document = parsed(files.get(WORKSHOP_NAME, b""))
        if not isinstance(document, dict):
            raise ValueError("not an object")
        found = {name: _by_id(cls, document.get(name, []), limit) for name, (cls, limit) in COLLECTIONS.items()}
        workshop = _standing(Workshop(from_plain(Details, document.get("details")), **found))
        _check_ids(workshop)
        if _tied(workshop) != workshop:
            raise ValueError("something is named that is not there")
        return workshop


def _check_ids(workshop: Workshop) -> None:
    kinds = [getattr(workshop, name) for name in ON_THE_BOARD]
    if len(set().union(*kinds)) != sum(map(len, kinds)):
        raise ValueError("two things on the board have one id")


def _by_id(cls: type[Any], plain: Any, limit: int) -> dict[str, Any]:
    entities = list(from_plain_list(cls, plain, limit))
    found = {entity.id: entity for entity in entities}
    if len(found) != len(entities):
        raise ValueError(f"two of {cls.__name__} have one id")
    return found


def _standing(workshop: Workshop) -> Workshop:
    """The workshop without a running clock: what its present stretch is measured on belongs to one machine."""
    timings = {key: replace(timing, since=None) for key, timing in workshop.timings.items()}
    return replace(workshop, timings=timings)


def _tied(workshop: Workshop) -> Workshop:
    """The workshop without ties to what is not in it: what belongs to nothing goes, other ties are loosed."""
    for name, field, target in TIES:
        known = set[str]().union(*(_nameable(workshop, collection) for collection in target))
        kept: dict[str, Any] = {name: _untied(getattr(workshop, name), field, known)}
        workshop = replace(workshop, **kept)
    return replace(workshop, relations=_single(workshop.relations))


def _nameable(workshop: Workshop, collection: str) -> Iterable[str]:
    """The ids in a collection that may be named; of the notes those in no group, for which the group stands."""
    if collection != "notes":
        return list(getattr(workshop, collection))
    return (note.id for note in workshop.notes.values() if note.cluster_id is None)


def _single(relations: Mapping[str, Relation]) -> dict[str, Relation]:
    """One relation at the most between two things, and none of a thing to itself."""
    pairs: dict[frozenset[str], Relation] = {}
    for relation in (relations[key] for key in sorted(relations)):
        pairs.setdefault(frozenset((relation.source_id, relation.target_id)), relation)
    return {relation.id: relation for pair, relation in pairs.items() if len(pair) == 2}


def _untied(entities: Mapping[str, Any], field: str, known: AbstractSet[str]) -> dict[str, Any]:
    if field in BELONGING:
        return {key: entity for key, entity in entities.items() if getattr(entity, field) in known}
    return {key: _loose(entity, field, known) for key, entity in entities.items()}


def _loose(entity: Any, field: str, known: AbstractSet[str]) -> Any:
    tie = getattr(entity, field)
    nothing = "" if field == "action_id" else None
    return entity if not tie or tie in known else replace(entity, **{field: nothing})


def _fresh_id() -> str:
    return uuid4().hex


def with_new_ids(workshop: Workshop, new_id: Callable[[], str] = _fresh_id) -> Workshop:
    """The same workshop under ids that `new_id` gives, with what belongs together still together.

    Opened twice, a package is two workshops. A case's `origin` outside the workshop stays.
    """
    renamed = {old: new_id() for old in dict.fromkeys(_ids(workshop))}
    found = {name: _renamed_all(getattr(workshop, name).values(), renamed) for name in COLLECTIONS}
    return Workshop(_renamed(workshop.details, renamed), **found)


def _ids(workshop: Workshop) -> Iterable[str]:
    yield workshop.id
    for name in COLLECTIONS:
        yield from getattr(workshop, name)


def _renamed_all(entities: Iterable[Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    found = (_renamed(entity, renamed) for entity in entities)
    return {entity.id: entity for entity in found}


def _renamed(entity: Any, renamed: Mapping[str, str]) -> Any:
    names = [field.name for field in fields(entity) if field.name in ID_FIELDS]
    ids = {name: getattr(entity, name) for name in names}
    return replace(entity, **{name: renamed.get(old, old) for name, old in ids.items()})
