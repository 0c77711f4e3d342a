"""What the room may see at a moment. Everything the projector paints comes from here, and from nowhere else. No Qt.

Left out on purpose: hidden notes and their number, dots of an open vote, scripts, and all that is written for papers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.agenda import AgendaPhase
from models.board import Note, NoteKind
from models.language import gettext as _
from models.meeting import Alert, Meeting, Stage, clock_text, read_meeting
from models.timing import Moment
from models.workshop import Workshop
from ui.run.words import alert_words

UNKNOWN = "––:––"


class View(StrEnum):
    """How the window is laid out."""

    WAITING = "waiting"
    OPENING = "opening"
    TASK = "task"
    NOTES = "notes"
    GROUPS = "groups"
    ENDED = "ended"


VIEW_OF_PHASE = {
    AgendaPhase.OPENING: View.OPENING,
    AgendaPhase.SHARE: View.NOTES,
    AgendaPhase.GROUP: View.NOTES,
    AgendaPhase.IDEAS: View.NOTES,
    AgendaPhase.VOTE: View.GROUPS,
    AgendaPhase.PAYOFF: View.GROUPS,
    AgendaPhase.OWNERS: View.GROUPS,
}
"""The layout of a phase; any other shows the task and a huge clock."""


@dataclass(frozen=True, slots=True)
class ShownClock:
    """The clock as it is painted; `share` of the timebox is left, 0..1."""

    figures: str
    words: str
    alert: Alert
    share: float


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A revealed note."""

    text: str
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with its revealed notes; `dots` is None until the vote is closed, the title empty for lone notes."""

    title: str
    notes: tuple[ShownNote, ...]
    dots: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the projector, without the clock, which alone changes with the time."""

    view: View
    title: str
    question: str
    item: str = ""
    task: str = ""
    groups: tuple[ShownGroup, ...] = ()


def _revealed(notes: list[Note]) -> tuple[ShownNote, ...]:
    return tuple(ShownNote(note.text, note.kind) for note in notes if not note.hidden)


def _groups(workshop: Workshop) -> Iterator[ShownGroup]:
    """Groups of which the room may see a note; once the vote is closed those with the most dots come first."""
    clusters = workshop.ordered_clusters()
    closed = workshop.details.votes_closed
    if closed:
        clusters.sort(key=lambda cluster: -workshop.dots(cluster.id))
    for cluster in clusters:
        notes = _revealed(workshop.members(cluster.id))
        if notes:
            dots = workshop.dots(cluster.id) if closed and cluster.id in workshop.votes else None
            yield ShownGroup(cluster.title or _("(no title yet)"), notes, dots)


def _lone(workshop: Workshop) -> tuple[ShownNote, ...]:
    return _revealed([note for note in workshop.ordered_notes() if note.cluster_id is None])


def _content(workshop: Workshop, view: View) -> tuple[ShownGroup, ...]:
    if view not in (View.NOTES, View.GROUPS):
        return ()
    groups = tuple(_groups(workshop))
    lone = _lone(workshop)
    if view is View.GROUPS or not lone:
        return groups
    return (*groups, ShownGroup(_("On their own") if groups else "", lone))


def shown(workshop: Workshop, meeting: Meeting) -> Shown:
    """What the room may see, apart from the clock."""
    title, question = workshop.details.title, workshop.details.question
    if meeting.stage is Stage.ENDED:
        return Shown(View.ENDED, title, question)
    if meeting.item is None:
        begins = _("We begin at {start}").format(start=f"{workshop.starts:%H:%M}")
        return Shown(View.WAITING, title, question, task=begins if meeting.stage is Stage.BEFORE else "")
    view = VIEW_OF_PHASE.get(meeting.item.phase, View.TASK)
    groups = _content(workshop, view)
    if view in (View.NOTES, View.GROUPS) and not groups:
        view = View.TASK
    return Shown(view, title, question, meeting.item.title, meeting.item.task, groups)


def shown_clock(meeting: Meeting) -> ShownClock | None:
    """The clock, None before the meeting and after it."""
    if meeting.item is None:
        return None
    if meeting.doubtful:
        return ShownClock(UNKNOWN, "", Alert.NONE, 0.0)
    share = max(0.0, min(1.0, meeting.left / meeting.allowed)) if meeting.allowed else 0.0
    return ShownClock(clock_text(meeting.left), alert_words(meeting), meeting.alert, round(share, 3))


def look(workshop: Workshop, now: Moment) -> tuple[Shown, ShownClock | None]:
    """All that the projector shows at `now`."""
    meeting = read_meeting(workshop, now)
    return shown(workshop, meeting), shown_clock(meeting)
