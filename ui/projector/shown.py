"""What the room may see at a moment. Everything the projector paints comes from here, and from nowhere else. No Qt.

Left out on purpose: hidden notes and their number, dots of an open vote, scripts, materials, checklists, what a format
works on before it is put on show, and all that is written for papers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.agenda import AgendaPhase
from models.board import Note, NoteKind
from models.language import gettext as _
from models.meeting import Alert, Meeting, Stage, clock_text, read_meeting
from models.once import of_the_last
from models.timing import Moment
from models.voting import Candidate, Ranked, candidates, dots_by_rule, ranking
from models.workshop import VoteTurn, Workshop, in_order
from ui.decide.wording import rank_told, turnout_told
from ui.projector.bands import Sheet
from ui.projector.content import displayed, four_ways, last_time, opening
from ui.projector.teams import at_work, doing
from ui.projector.weighed import ShownCard, weighed
from ui.run.words import alert_words
from ui.wall import OnShow

UNKNOWN = "––:––"
MOST_SEEN = 2_000
"""Groups whose notes are kept in the order they are shown in."""


class View(StrEnum):
    """How the window is laid out."""

    WAITING = "waiting"
    TASK = "task"
    NOTES = "notes"
    GROUPS = "groups"
    MATRIX = "matrix"
    SHEET = "sheet"
    ENDED = "ended"


VIEW_OF_PHASE = {
    AgendaPhase.OPENING: View.SHEET,
    AgendaPhase.LAST_TIME: View.SHEET,
    AgendaPhase.SHARE: View.NOTES,
    AgendaPhase.GROUP: View.NOTES,
    AgendaPhase.IDEAS: View.NOTES,
    AgendaPhase.QUESTIONS: View.NOTES,
    AgendaPhase.PAYOFF: View.MATRIX,
    AgendaPhase.OWNERS: View.GROUPS,
    AgendaPhase.OWN_WORK: View.SHEET,
}
"""The layout of a phase; the vote has its own. Any other shows the task and a huge clock, or the steps of the 班."""


@dataclass(frozen=True, slots=True)
class ShownClock:
    """The clock as it is painted; `share` of the timebox is left, 0..1.

    `rests` are the clocks of the 班, and `steps` what each of them is the clock of.
    """

    figures: str
    words: str
    alert: Alert
    share: float
    rests: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A revealed note; `id` is never painted."""

    text: str
    kind: NoteKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with its revealed notes; `dots` is None until the vote is closed, the title empty for lone notes.

    `words` are its first revealed note's, for a group that has no title yet: nobody can vote for a group without words.
    `rank` is told beside the dots, and `share` is their share of the most; a note voted on its own is `alone`.
    """

    title: str
    notes: tuple[ShownNote, ...]
    dots: int | None = None
    words: str = ""
    rank: str = ""
    share: float = 0.0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the projector, without the clocks, which alone change with the time.

    `item` and `task` stand above everything else; `clocked` says whether there is a clock, `asks` whether the
    question stands in the sheet already.
    """

    view: View
    title: str
    question: str
    item: str = ""
    task: str = ""
    groups: tuple[ShownGroup, ...] = ()
    cards: tuple[ShownCard, ...] = ()
    sheet: Sheet | None = None
    clocked: bool = True
    asks: bool = False


_seen: dict[str, tuple[Mapping[str, Note], tuple[ShownNote, ...]]] = {}


def _revealed(notes: list[Note]) -> tuple[ShownNote, ...]:
    return tuple(ShownNote(note.text, note.kind, note.id) for note in notes if not note.hidden)


def _inside(workshop: Workshop, cluster_id: str) -> tuple[ShownNote, ...]:
    """The revealed notes of a group; what did not change since the last look is not put in order again."""
    notes = workshop.noted.inside(cluster_id)
    known = _seen.get(cluster_id)
    if known is None or known[0] is not notes:
        if len(_seen) >= MOST_SEEN:
            _seen.clear()
        known = _seen[cluster_id] = notes, _revealed(in_order(notes))
    return known[1]


def _groups(workshop: Workshop) -> Iterator[ShownGroup]:
    """Groups of which the room may see a note; once the vote is closed those with the most dots come first."""
    for ranked in _ranking(workshop, lone=False):
        if not ranked.candidate.is_note:
            yield from _candidate(workshop, ranked, 0)


def _voted_on(workshop: Workshop, lone: bool | None) -> Iterator[ShownGroup]:
    """What the room votes on, or once the vote is closed what got dots: groups and notes on their own."""
    ranking = _ranking(workshop, lone=lone)
    most = max((ranked.dots or 0 for ranked in ranking), default=0)
    for ranked in ranking:
        yield from _candidate(workshop, ranked, most)


@of_the_last
def _all_voted_on(workshop: Workshop, lone: bool | None) -> tuple[ShownGroup, ...]:
    return tuple(_voted_on(workshop, lone))


def _ranking(workshop: Workshop, lone: bool | None) -> list[Ranked]:
    """By dots once the vote is closed; while it is open in the groups' order, and as if nothing had been counted."""
    if workshop.details.votes_closed:
        return ranking(workshop, lone=False)
    return [Ranked(one, None, None, tied=False) for one in _before_counting(workshop, lone)]


def _before_counting(workshop: Workshop, lone: bool | None) -> list[Candidate]:
    return candidates(workshop, lone, counted=False)


def _candidate(workshop: Workshop, ranked: Ranked, most: int) -> Iterator[ShownGroup]:
    """A candidate of which the room may see a note; its rank and its bar where it is compared with the `most`."""
    entity = ranked.candidate.entity
    notes = _revealed([entity]) if isinstance(entity, Note) else _inside(workshop, entity.id)
    if notes:
        own = "" if isinstance(entity, Note) else entity.title
        rank, share = (rank_told(ranked), (ranked.dots or 0) / most) if most else ("", 0.0)
        words = "" if own else notes[0].text
        title = own or _("(no title yet)")
        yield ShownGroup(title, notes, ranked.dots, words, rank, share, alone=ranked.candidate.is_note)


def _lone(workshop: Workshop) -> tuple[ShownNote, ...]:
    return _revealed(in_order(workshop.noted.inside(None)))


@of_the_last
def _on_the_board(workshop: Workshop, view: View) -> tuple[ShownGroup, ...]:
    groups, lone = tuple(_groups(workshop)), _lone(workshop)
    if view is View.GROUPS or not lone:
        return groups
    return (*groups, ShownGroup(_("On their own") if groups else "", lone))


@of_the_last
def _questions_first(workshop: Workshop, view: View) -> tuple[ShownGroup, ...]:
    """The questions in a group of their own, then what else is on the board."""
    asked = {i: note for i, note in workshop.notes.items() if note.kind is NoteKind.QUESTION}
    questions = _revealed(in_order(asked))
    others = (
        replace(group, notes=tuple(note for note in group.notes if note.kind is not NoteKind.QUESTION))
        for group in _on_the_board(workshop, view)
    )
    rest = tuple(replace(group, title=group.title or _("Other notes")) for group in others if group.notes)
    first = (ShownGroup(_("Questions") if rest else "", questions),) if questions else ()
    return (*first, *rest) if first else _on_the_board(workshop, view)


def _begins(workshop: Workshop, meeting: Meeting) -> str:
    return _("We begin at {start}").format(start=f"{workshop.starts:%H:%M}") if meeting.stage is Stage.BEFORE else ""


def _goes_on(meeting: Meeting) -> str:
    """When the break is over; empty behind the last item."""
    following = next((row.expected for row in meeting.rows if row.expected is not None), None)
    if following is None:
        return ""
    if meeting.alert is Alert.OVER or meeting.stage is not Stage.RUNNING or meeting.doubtful:
        return _("We go on in a moment")
    return _("We go on at {time}").format(time=f"{following.start:%H:%M}")


def shown(workshop: Workshop, meeting: Meeting, on_show: OnShow | None = None, lone_voted: bool | None = None) -> Shown:
    """What the room may see, apart from the clocks: what was put on show, or else what the agenda's phase brings.

    `lone_voted` says whether notes on their own are voted on, None goes by the rule.
    """
    title, question = workshop.details.title, workshop.details.question
    display = None if on_show is None else displayed(workshop, on_show)
    if display is not None:
        sheet, clocked = display.sheet, meeting.item is not None
        return Shown(View.SHEET, title, question, display.title, display.line, sheet=sheet, clocked=clocked)
    if meeting.stage is Stage.ENDED:
        return Shown(View.ENDED, title, question, clocked=False)
    if meeting.item is None:
        return Shown(View.WAITING, title, question, task=_begins(workshop, meeting), clocked=False)
    plain = Shown(View.TASK, title, question, meeting.item.title, meeting.item.task)
    if meeting.item.phase is AgendaPhase.VOTE:
        return _vote(workshop, plain, lone_voted)
    return _of_phase(workshop, meeting, meeting.item.phase, plain)


def _vote(workshop: Workshop, plain: Shown, lone: bool | None) -> Shown:
    """What is voted on, whose turn it is and with how many dots; then who leads, and how many voted."""
    groups = _all_voted_on(workshop, lone)
    if not groups:
        return plain
    closed = workshop.details.votes_closed
    task = turnout_told(workshop) if closed else "\n".join(filter(None, (plain.task, _turn(workshop, lone))))
    return replace(plain, view=View.GROUPS, groups=groups, task=task)


def _turn(workshop: Workshop, lone: bool | None) -> str:
    dots = workshop.details.dots_each or dots_by_rule(len(_before_counting(workshop, lone)))
    staff = workshop.details.vote_turn is VoteTurn.STAFF
    words = _("{dots} dots each; staff first") if staff else _("{dots} dots each; now the managers")
    return words.format(dots=dots)


def _of_phase(workshop: Workshop, meeting: Meeting, phase: AgendaPhase, plain: Shown) -> Shown:
    view = VIEW_OF_PHASE.get(phase, View.TASK)
    if phase is AgendaPhase.BREAK:
        return replace(plain, task=_goes_on(meeting) or plain.task)
    if view is View.MATRIX:
        cards = weighed(workshop)
        if cards:
            return replace(plain, view=view, cards=cards)
        view = View.GROUPS  # until something is placed, what there is to place
    if view in (View.NOTES, View.GROUPS):
        questions = phase is AgendaPhase.QUESTIONS
        groups = _questions_first(workshop, View.NOTES) if questions else _on_the_board(workshop, view)
        return replace(plain, view=view, groups=groups) if groups else plain
    sheet = _sheet(workshop, meeting, phase)
    if sheet is None:
        return plain
    return replace(plain, view=View.SHEET, sheet=sheet, asks=phase is AgendaPhase.OPENING)


def _sheet(workshop: Workshop, meeting: Meeting, phase: AgendaPhase) -> Sheet | None:
    if phase is AgendaPhase.OPENING:
        return opening(workshop.details)
    if phase is AgendaPhase.LAST_TIME:
        return last_time(workshop)
    if phase is AgendaPhase.OWN_WORK:
        return four_ways()
    doings = doing(workshop, meeting)
    return at_work(doings) if doings else None


def shown_clock(workshop: Workshop, meeting: Meeting) -> ShownClock | None:
    """The clock, None before the meeting and after it."""
    if meeting.item is None:
        return None
    doings = doing(workshop, meeting)
    rests, steps = tuple(one.left for one in doings), tuple((one.told, one.title) for one in doings)
    if meeting.doubtful:
        return ShownClock(UNKNOWN, "", Alert.NONE, 0.0, rests, steps)
    share = max(0.0, min(1.0, meeting.left / meeting.allowed)) if meeting.allowed else 0.0
    return ShownClock(clock_text(meeting.left), alert_words(meeting), meeting.alert, round(share, 3), rests, steps)


def look(
    workshop: Workshop, now: Moment, on_show: OnShow | None = None, lone_voted: bool | None = None
) -> tuple[Shown, ShownClock | None]:
    """All that the projector shows at `now`."""
    meeting = read_meeting(workshop, now)
    return shown(workshop, meeting, on_show, lone_voted), shown_clock(workshop, meeting)
