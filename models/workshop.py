"""The workshop: one meeting from plan to closing, as a frozen aggregate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from models.agenda import AgendaItem, TeamStep
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.cases import CaseStudy
from models.decisions import ActionItem, CarriedAction, Decision
from models.formats import Knack, OwnWork, Pledge, ProcessStep, RoomCheck, ShownCase
from models.noted import Noted
from models.timing import Timing


class Ordered(Protocol):
    """What has an id and a place in a list."""

    @property
    def id(self) -> str: ...

    @property
    def order(self) -> float: ...


_O = TypeVar("_O", bound=Ordered)


def in_order(entities: Mapping[str, _O]) -> list[_O]:
    """Entities of one kind in their order."""
    return sorted(entities.values(), key=lambda one: (one.order, one.id))


class WorkshopFormat(StrEnum):
    """The kind of meeting."""

    KAIGI = "kaigi"
    STUDY = "study"
    TRAINING = "training"
    DX = "dx"


class Marking(StrEnum):
    """機密性 of the papers; there is no default, somebody must choose."""

    LEVEL_1 = "1"
    LEVEL_2 = "2"
    LEVEL_3 = "3"


class VoteTurn(StrEnum):
    """Who puts dots now: staff first, so that nobody follows the managers."""

    STAFF = "staff"
    MANAGERS = "managers"


class MinutesState(StrEnum):
    """Whether the minutes are a draft (案) or final (確定)."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Participant:
    """How many people of one 課室 and 職 took part; never a name."""

    id: str
    order: float
    division: str
    post: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Seat:
    """So many people of one row of attendance sit in the 班 with this number (from 1)."""

    id: str
    order: float
    team: int
    participant_id: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Details:
    """What is said of a workshop as a whole; `id` is the workshop's.

    `minutes` is the booked length, `extension` what the room agreed to stay longer, `room_until` until when the room
    may be used. `silent` is the writing in silence: new notes stay off the projector. `votes_closed` shows the totals.
    `follows` is the workshop whose actions this one opens with, `teams` the number of 班 (0: none), `subject` the
    piece of work a DX workshop looks at, `ground_rules` one promise a line. `dots_each` is the number of dots a person
    has (0: by the rule), `voters` how many people voted (0: not counted) and `blank_votes` how many of them put no dot.
    """

    id: str
    title: str
    held_on: date
    starts_at: time
    created_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    format: WorkshopFormat = WorkshopFormat.KAIGI
    number: int = 1
    minutes: int = 90
    place: str = ""
    online: bool = False
    bureau: str = ""
    question: str = ""
    headcount: int = 0
    marking: Marking | None = None
    restricted: bool = False
    handouts: str = ""
    next_meeting: str = ""
    document_class: str = ""
    retention: str = ""
    checked_by: str = ""
    checked_on: date | None = None
    minutes_state: MinutesState = MinutesState.DRAFT
    silent: bool = False
    votes_closed: bool = False
    archived: bool = False
    follows: str = ""
    room_until: time | None = None
    extension: int = 0
    ground_rules: str = ""
    icebreaker: str = ""
    invitation: str = ""
    subject: str = ""
    teams: int = 0
    dots_each: int = 0
    voters: int = 0
    blank_votes: int = 0
    vote_turn: VoteTurn = VoteTurn.STAFF


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Workshop:
    """The aggregate: details and, by their ids, everything else. Never changed in place; see `edits` and `document`."""

    details: Details
    participants: Mapping[str, Participant] = field(default_factory=lambda: _NOTHING)
    agenda: Mapping[str, AgendaItem] = field(default_factory=lambda: _NOTHING)
    timings: Mapping[str, Timing] = field(default_factory=lambda: _NOTHING)
    notes: Mapping[str, Note] = field(default_factory=lambda: _NOTHING)
    clusters: Mapping[str, Cluster] = field(default_factory=lambda: _NOTHING)
    votes: Mapping[str, DotVote] = field(default_factory=lambda: _NOTHING)
    decisions: Mapping[str, Decision] = field(default_factory=lambda: _NOTHING)
    actions: Mapping[str, ActionItem] = field(default_factory=lambda: _NOTHING)
    cases: Mapping[str, CaseStudy] = field(default_factory=lambda: _NOTHING)
    team_steps: Mapping[str, TeamStep] = field(default_factory=lambda: _NOTHING)
    seats: Mapping[str, Seat] = field(default_factory=lambda: _NOTHING)
    carried: Mapping[str, CarriedAction] = field(default_factory=lambda: _NOTHING)
    knacks: Mapping[str, Knack] = field(default_factory=lambda: _NOTHING)
    pledges: Mapping[str, Pledge] = field(default_factory=lambda: _NOTHING)
    shown_cases: Mapping[str, ShownCase] = field(default_factory=lambda: _NOTHING)
    own_works: Mapping[str, OwnWork] = field(default_factory=lambda: _NOTHING)
    process_steps: Mapping[str, ProcessStep] = field(default_factory=lambda: _NOTHING)
    checks: Mapping[str, RoomCheck] = field(default_factory=lambda: _NOTHING)
    families: Mapping[str, Family] = field(default_factory=lambda: _NOTHING)
    relations: Mapping[str, Relation] = field(default_factory=lambda: _NOTHING)
    payoffs: Mapping[str, Payoff] = field(default_factory=lambda: _NOTHING)

    @property
    def id(self) -> str:
        """The workshop's id, 32 hexadecimal digits."""
        return self.details.id

    @property
    def starts(self) -> datetime:
        """When the meeting begins, in the room's own (naive) local time."""
        return datetime.combine(self.details.held_on, self.details.starts_at)

    @cached_property
    def noted(self) -> Noted:
        """What is counted over all notes; `edits.change.applied` carries it on."""
        return Noted.of(self.notes.values())

    def agenda_items(self) -> list[AgendaItem]:
        """The agenda in its order."""
        return sorted(self.agenda.values(), key=lambda item: (item.position, item.id))

    def current_item(self) -> AgendaItem | None:
        """The agenda item the room is at, None before the start and after the end."""
        return next((self.agenda[t.id] for t in self.timings.values() if t.current and t.id in self.agenda), None)

    def ordered_participants(self) -> list[Participant]:
        """The participants in their order."""
        return in_order(self.participants)

    def ordered_notes(self) -> list[Note]:
        """All notes in their order."""
        return in_order(self.notes)

    def ordered_clusters(self) -> list[Cluster]:
        """The groups in their order."""
        return in_order(self.clusters)

    def ordered_families(self) -> list[Family]:
        """The groups of groups in their order."""
        return in_order(self.families)

    def ordered_relations(self) -> list[Relation]:
        """The arrows in their order."""
        return in_order(self.relations)

    def ordered_decisions(self) -> list[Decision]:
        """The decisions in their order."""
        return in_order(self.decisions)

    def ordered_actions(self) -> list[ActionItem]:
        """The actions in their order."""
        return in_order(self.actions)

    def members(self, cluster_id: str) -> list[Note]:
        """The notes of a group in their order."""
        return in_order(self.noted.inside(cluster_id))

    def dots(self, cluster_id: str) -> int:
        """The dots a group got."""
        vote = self.votes.get(cluster_id)
        return 0 if vote is None else vote.dots
