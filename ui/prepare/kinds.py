"""The kinds of agenda items as people know them, and the calm colours of the bar: one for each way of working."""

from dataclasses import dataclass
from enum import StrEnum

from models.agenda import AgendaPhase
from models.language import gettext as _
from ui.theme import GROUND, KEY_TINT, WHITE


class Way(StrEnum):
    """How the room works in an item."""

    TALK = "talk"
    GATHER = "gather"
    THINK = "think"
    LEARN = "learn"
    REST = "rest"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Look:
    """A ground to write on in black, and a line around it that stands out from it."""

    fill: str
    line: str


LOOKS = {
    Way.TALK: Look(GROUND, "#767676"),
    Way.GATHER: Look(KEY_TINT, "#4979f5"),
    Way.THINK: Look("#f1eafa", "#8843e1"),
    Way.LEARN: Look("#e9f7f9", "#008299"),
    Way.REST: Look("#e6f5ec", "#259d63"),
    Way.RESERVE: Look(WHITE, "#767676"),
}

_GATHERED = (AgendaPhase.WRITE, AgendaPhase.SHARE, AgendaPhase.QUESTIONS, AgendaPhase.OWN_WORK, AgendaPhase.STEPS)
_THOUGHT = (
    AgendaPhase.GROUP,
    AgendaPhase.VOTE,
    AgendaPhase.IDEAS,
    AgendaPhase.PAYOFF,
    AgendaPhase.OWNERS,
    AgendaPhase.PLEDGE,
)
_LEARNT = (AgendaPhase.PRESENT, AgendaPhase.PRACTICE, AgendaPhase.CASES)

_WAYS = (
    dict.fromkeys(_GATHERED, Way.GATHER)
    | dict.fromkeys(_THOUGHT, Way.THINK)
    | dict.fromkeys(_LEARNT, Way.LEARN)
    | {AgendaPhase.BREAK: Way.REST, AgendaPhase.BUFFER: Way.RESERVE}
)


def look_of(phase: AgendaPhase) -> Look:
    """How an item of this kind is coloured."""
    return LOOKS[_WAYS.get(phase, Way.TALK)]


def kind_names() -> list[tuple[AgendaPhase, str]]:
    """Every kind with its name, in the order in which meetings go."""
    return [
        (AgendaPhase.OPENING, _("Opening")),
        (AgendaPhase.LAST_TIME, _("Actions of last time")),
        (AgendaPhase.WRITE, _("Writing notes")),
        (AgendaPhase.SHARE, _("Sharing")),
        (AgendaPhase.GROUP, _("Grouping and naming")),
        (AgendaPhase.VOTE, _("Voting")),
        (AgendaPhase.IDEAS, _("Finding ideas")),
        (AgendaPhase.PAYOFF, _("Effect and feasibility")),
        (AgendaPhase.OWNERS, _("Who and by when")),
        (AgendaPhase.PRESENT, _("Presenting and showing")),
        (AgendaPhase.PRACTICE, _("Trying it out")),
        (AgendaPhase.QUESTIONS, _("Questions and answers")),
        (AgendaPhase.CASES, _("Looking at cases")),
        (AgendaPhase.OWN_WORK, _("Writing down own work")),
        (AgendaPhase.STEPS, _("Mapping the steps")),
        (AgendaPhase.PLEDGE, _("From tomorrow on")),
        (AgendaPhase.REFLECT, _("Looking back")),
        (AgendaPhase.BREAK, _("Break")),
        (AgendaPhase.BUFFER, _("Reserve")),
        (AgendaPhase.OTHER, _("Something else")),
    ]
