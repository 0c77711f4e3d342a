"""The board: notes, groups and dots. Plain floats and words; no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is; its colour says the same, and never who wrote it."""

    TROUBLE = "trouble"
    IDEA = "idea"
    TIP = "tip"
    PARKED = "parked"
    QUESTION = "question"


MAX_NOTES = 20_000
"""As many notes are taken from one paste or file, and as many a workshop handed over as a file holds at the most."""


@dataclass(frozen=True, slots=True)
class Note:
    """One matter, in somebody's words, without an author.

    `x` and `y` are its top left corner in board units (1 unit = 1 px at 100 %); `order` is its place in the row of
    notes (not a time); `placed` says that a person put it where it is; `hidden` keeps it from the projector.
    `team` is the 班 whose notes are being entered, until they are brought together (0: none). What is `locked`
    stays as it is until somebody unlocks it: it is not moved, reworded, recoloured, merged or deleted, and neither
    joins a group nor leaves it by itself; a gesture for several notes does the rest. It can be copied, revealed and
    voted on; a group around it can be named, merged or dissolved, and where it lies stays. Only when the notes of the
    班 are brought together a lock holds nothing: where a note lies must not tell who wrote it.
    """

    id: str
    order: float
    text: str
    kind: NoteKind = NoteKind.TROUBLE
    x: float = 0.0
    y: float = 0.0
    cluster_id: str | None = None
    placed: bool = False
    hidden: bool = False
    team: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of notes; its title (表札) is empty until somebody names it.

    `opinions` and `measures` are the facilitator's own wording for the papers: the main opinions, and the measures
    that were considered. `stacked` shows its notes as one pile; `family_id` is the bigger group it belongs to.
    """

    id: str
    order: float
    title: str = ""
    opinions: str = ""
    measures: str = ""
    stacked: bool = False
    family_id: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A group of groups: the second stage of the KJ method, named like a group once its groups are together."""

    id: str
    order: float
    title: str = ""


class RelationKind(StrEnum):
    """How two things on the board belong together, as the KJ picture (図解) draws it."""

    LEADS = "leads"
    MUTUAL = "mutual"
    CAUSE = "cause"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from one group, family or lone note to another; `source_id` and `target_id` are their ids.

    `LEADS` says that the one comes before the other, `CAUSE` that it brings it about; `MUTUAL` and `CONFLICT` have no
    direction. There is one at the most between two things. `label` is a word on the arrow.
    """

    id: str
    order: float
    source_id: str
    target_id: str
    kind: RelationKind = RelationKind.LEADS
    label: str = ""


@dataclass(frozen=True, slots=True)
class DotVote:
    """The dots one group or lone note got, as a total only; `id` is the group's or the note's."""

    id: str
    dots: int


class Reach(StrEnum):
    """実現性: whether the section can do it itself, must agree with others, or needs the rules changed."""

    RULES = "rules"
    OTHERS = "others"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Payoff:
    """Where a group or lone note stands in the matrix of effect and feasibility (効果×実現性); `id` is its id.

    Both go from 0 to 1. `effect` is greater the more hours or trouble it would spare; `feasibility` is greater the
    more the section can do it alone, a third for each `Reach`.
    """

    id: str
    effect: float
    feasibility: float

    @property
    def reach(self) -> Reach:
        """Who has to agree."""
        return tuple(Reach)[min(2, int(self.feasibility * 3))]
