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


@dataclass(frozen=True, slots=True)
class Note:
    """One matter, in somebody's words, without an author.

    `x` and `y` are its top left corner in board units (1 unit = 1 px at 100 %); `order` is its place in the row of
    notes (not a time); `placed` says that a person put it where it is; `hidden` keeps it from the projector.
    `team` is the 班 whose notes are being entered, until they are brought together (0: none).
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


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of notes; its title (表札) is empty until somebody names it.

    `opinions` and `measures` are the facilitator's own wording for the papers: the main opinions, and the measures
    that were considered.
    """

    id: str
    order: float
    title: str = ""
    opinions: str = ""
    measures: str = ""


@dataclass(frozen=True, slots=True)
class DotVote:
    """The dots one group got, as a total only; `id` is the group's."""

    id: str
    dots: int
