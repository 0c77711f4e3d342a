"""What an edit is: entities before and after, and the word for what was done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import uuid4

from models.agenda import AgendaItem, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision, Effect
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.noted import Noted
from models.text import clean
from models.timing import Timing
from models.workshop import Details, Participant, Seat, Workshop

Entity = (
    Details
    | Participant
    | AgendaItem
    | Timing
    | Note
    | Cluster
    | DotVote
    | Decision
    | ActionItem
    | CaseStudy
    | TeamStep
    | Seat
    | CarriedAction
    | Knack
    | Pledge
    | ShownCase
    | OwnWork
    | ProcessStep
    | RoomCheck
    | Family
    | Relation
    | Payoff
)

FIELD_OF: Mapping[type[Any], str] = MappingProxyType(
    {
        Participant: "participants",
        AgendaItem: "agenda",
        Timing: "timings",
        Note: "notes",
        Cluster: "clusters",
        DotVote: "votes",
        Decision: "decisions",
        ActionItem: "actions",
        CaseStudy: "cases",
        TeamStep: "team_steps",
        Seat: "seats",
        CarriedAction: "carried",
        Knack: "knacks",
        Pledge: "pledges",
        ShownCase: "shown_cases",
        OwnWork: "own_works",
        ProcessStep: "process_steps",
        RoomCheck: "checks",
        Family: "families",
        Relation: "relations",
        Payoff: "payoffs",
    }
)
"""The field of `Workshop` that holds an entity; `Details` stands alone."""


FEW = 500
"""Up to so many changes what is known of all notes is counted on; beyond, anew when it is asked for."""


class StaleEditError(Exception):
    """An edit was made for another state of the workshop than the one it is applied to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; None stands for its absence."""

    before: Entity | None
    after: Entity | None

    @property
    def entity(self) -> Entity:
        """Whichever side exists, for the type and the id."""
        entity = self.after if self.after is not None else self.before
        assert entity is not None
        return entity

    @property
    def key(self) -> tuple[type[Entity], str]:
        """What is changed: its type and id."""
        return type(self.entity), self.entity.id

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """All that one gesture changes; `kind` names it for the history.

    What is not `undoable` (the running clock) is journalled but passed over by undo.
    """

    kind: str
    changes: tuple[Change, ...]
    undoable: bool = True

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return replace(self, changes=tuple(change.inverse() for change in reversed(self.changes)))

    def touches(self, *types: type[Entity]) -> bool:
        """Whether an entity of one of these types is changed."""
        return any(isinstance(change.entity, types) for change in self.changes)


_E = TypeVar("_E", bound=Entity | Effect)


def cleaned(entity: _E) -> _E:
    """The entity with every text in it, however deep, as it may be kept."""
    return replace(entity, **{field.name: _cleaned_value(getattr(entity, field.name)) for field in fields(entity)})


def _cleaned_value(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned_value, value))
    return cleaned(value) if isinstance(value, Effect) else value


def new_id() -> str:
    """A fresh id of 32 hexadecimal digits."""
    return uuid4().hex


def current(workshop: Workshop, kind: type[Entity], entity_id: str) -> Entity | None:
    """The entity as it is in the workshop, or None."""
    if kind is Details:
        return workshop.details
    entities: Mapping[str, Entity] = getattr(workshop, FIELD_OF[kind])
    return entities.get(entity_id)


def put(workshop: Workshop, kind: str, *entities: Entity) -> Edit:
    """The edit that makes each entity what is given, whether it exists or not; what is the same already is left out."""
    changes = (Change(current(workshop, type(entity), entity.id), entity) for entity in entities)
    return Edit(kind, tuple(change for change in changes if change.before != change.after))


def remove(kind: str, *entities: Entity) -> Edit:
    """The edit that takes the entities away."""
    return Edit(kind, tuple(Change(entity, None) for entity in entities))


def merged(kind: str, *edits: Edit) -> Edit:
    """Several edits as one gesture: for each entity its first before and its last after."""
    latest: dict[tuple[type[Entity], str], Change] = {}
    for change in (change for edit in edits for change in edit.changes):
        known = latest.get(change.key)
        latest[change.key] = change if known is None else Change(known.before, change.after)
    return Edit(kind, tuple(change for change in latest.values() if change.before != change.after))


def applied(workshop: Workshop, changes: Iterable[Change]) -> Workshop:
    """The workshop after the changes. Raises `StaleEditError` when one was made for another state."""
    changes = tuple(changes)
    fields: dict[str, Any] = {}
    for change in changes:
        entity, after = change.entity, change.after
        if isinstance(entity, Details):
            _expect(fields.get("details", workshop.details), change.before)
            fields["details"] = after
            continue
        name = FIELD_OF[type(entity)]
        entities = fields.get(name)
        if entities is None:
            entities = fields[name] = dict(getattr(workshop, name))
        _expect(entities.get(entity.id), change.before)
        if after is None:
            del entities[entity.id]
        else:
            entities[entity.id] = after
    made = replace(workshop, **fields)
    _carry_on(workshop, made, changes)
    return made


def _carry_on(before: Workshop, after: Workshop, changes: Sequence[Change]) -> None:
    """What was counted over all notes is counted on, where that is less work than to count anew."""
    known: Noted | None = vars(before).get("noted")
    if known is not None and len(changes) <= FEW:
        pairs = ((one.before, one.after) for one in changes if isinstance(one.entity, Note))
        vars(after)["noted"] = known.after(pairs)  # type: ignore[arg-type]


def _expect(found: Entity | None, before: Entity | None) -> None:
    if found is not before and found != before:
        raise StaleEditError


def next_order(entities: Iterable[Any]) -> float:
    """The order of something that comes last."""
    return max((entity.order for entity in entities), default=0.0) + 1.0
