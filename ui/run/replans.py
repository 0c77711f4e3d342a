"""The re-plans of the moment, in the words and the spans of time they are shown with, and when they are offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from models.agenda import AgendaItem
from models.edits.agenda import take_proposal
from models.edits.change import applied
from models.language import gettext as _
from models.meeting import SAME_MEETING, Meeting, Stage, read_meeting
from models.replanning import WORTH_IT, Proposal, ProposalKind, proposals
from models.timing import Moment
from models.workshop import Workshop
from ui.run.words import end_shown, judged, minutes_late, start_missed_by

GROWN = 120.0
"""Seconds by which the overrun must grow until re-plans that were put away are offered again."""
MOST_NAMED = 9
"""Changed items that are named in a choice; with more, the rest is counted."""


class Look(Enum):
    """How a span of an agenda bar is painted."""

    SAME = "same"
    SHORTER = "shorter"
    LONGER = "longer"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Span:
    """An item on a time axis, in minutes from its beginning."""

    title: str
    start: float
    end: float
    look: Look


@dataclass(frozen=True, slots=True)
class Choice:
    """A re-plan as it is shown: `now` is what would come, `then` what would come with it, `agreed` the agreed end.

    Spans and `agreed` are minutes from when the present item's time is up; `whole` is the length of the axis.
    """

    proposal: Proposal
    name: str
    end: str
    late: bool
    changes: str
    missed: str
    now: tuple[Span, ...]
    then: tuple[Span, ...]
    agreed: float
    whole: float


class Replans:
    """Computes the re-plans at most once a second, and keeps in mind that they were put away."""

    def __init__(self) -> None:
        self.found: tuple[Proposal, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._at: Moment | None = None
        self._short = False
        self._put_away_at: float | None = None

    def read(self, workshop: Workshop, meeting: Meeting, now: Moment) -> bool:
        """Look again when a second has passed, or when the agenda is another; whether that was so."""
        seen = (workshop.agenda, workshop.timings, workshop.details)
        same = len(self._seen) == len(seen) and all(one is two for one, two in zip(seen, self._seen, strict=True))
        if same and self._at is not None and self._at.boot == now.boot and 0 <= now.steady - self._at.steady < 1:
            return False
        self._seen, self._at = seen, now
        going = meeting.stage in (Stage.BEFORE, Stage.RUNNING, Stage.PAUSED) and not meeting.doubtful
        self.found = proposals(workshop, now) if going else ()
        self._short = bool(self.found) or (going and overrun(meeting) >= WORTH_IT)
        if not self._short:
            self._put_away_at = None
        return True

    def put_away(self, meeting: Meeting) -> None:
        """Say no more of it until the overrun has grown."""
        self._put_away_at = overrun(meeting)

    def offered(self, meeting: Meeting) -> bool:
        """Whether it should be said now that time runs short, even where nothing can be done about it.

        Never while the meeting is said to be as planned.
        """
        as_planned = meeting.stage is not Stage.BEFORE and minutes_late(judged(meeting)) == 0
        if not self._short or as_planned:
            return False
        return self._put_away_at is None or overrun(meeting) >= self._put_away_at + GROWN


def overrun(meeting: Meeting) -> float:
    """Seconds by which the meeting will miss its agreed end or a locked start, whichever is more; 0 for neither."""
    late = meeting.expected_end - meeting.booked_end
    beyond = late.total_seconds() if late <= SAME_MEETING else 0.0
    return max(beyond, start_missed_by(meeting))


def offer_words(meeting: Meeting) -> str:
    """Why re-plans are offered."""
    minutes = minutes_late((meeting.expected_end - meeting.booked_end).total_seconds())
    if minutes < 1:
        return _("A fixed start will be missed")
    return _("{minutes} min over as it goes").format(minutes=minutes)


def no_choice_words(meeting: Meeting) -> str:
    """Why there is nothing to choose from."""
    if overrun(meeting) < WORTH_IT or meeting.stage in (Stage.ENDED, Stage.BETWEEN):
        return _("The meeting will end in time as it goes. There is nothing to re-plan.")
    if meeting.stage is Stage.BEFORE:
        return _(
            "Once the meeting has begun, you can choose from re-plans here. Under “Prepare” the agenda itself can be"
            " fitted to its time."
        )
    return _(
        "Nothing that is left can be made shorter or left out by itself, and the room is not free any longer. With the"
        " ⋯ of an item in the list you can leave it out yourself."
    )


def choices(workshop: Workshop, meeting: Meeting, found: Sequence[Proposal], now: Moment) -> tuple[Choice, ...]:
    """The re-plans as they are shown, all on one axis of time."""
    after = {one.kind: _after(workshop, one, now) for one in found}
    ends = [other.expected_end for other in (meeting, *after.values())]
    begin = min((row.expected.start for row in meeting.rows if row.expected is not None), default=meeting.expected_end)
    whole = max(1.0, *(_minutes(begin, end) for end in (*ends, meeting.booked_end)))
    return tuple(
        Choice(
            proposal=one,
            name=_name(one.kind),
            end=_end_words(one, workshop, after[one.kind]),
            late=one.late >= 60,
            changes=_changes(one, workshop),
            missed=_missed(one, workshop),
            now=_now(meeting, one, begin),
            then=_then(after[one.kind], workshop, begin),
            agreed=_minutes(begin, meeting.booked_end),
            whole=whole,
        )
        for one in found
    )


def _after(workshop: Workshop, proposal: Proposal, now: Moment) -> Meeting:
    return read_meeting(applied(workshop, take_proposal(workshop, proposal).changes), now)


def _minutes(begin: datetime, end: datetime) -> float:
    return (end - begin) / timedelta(minutes=1)


def _now(meeting: Meeting, proposal: Proposal, begin: datetime) -> tuple[Span, ...]:
    """What would come as things stand, the parts that the re-plan drops marked."""
    return tuple(
        Span(
            row.item.title,
            _minutes(begin, row.expected.start),
            _minutes(begin, row.expected.end),
            Look.DROPPED if row.item.id in proposal.dropped else Look.SAME,
        )
        for row in meeting.rows
        if row.expected is not None
    )


def _then(after: Meeting, workshop: Workshop, begin: datetime) -> tuple[Span, ...]:
    return tuple(
        Span(
            row.item.title,
            _minutes(begin, row.expected.start),
            _minutes(begin, row.expected.end),
            _look(workshop.agenda[row.item.id].timebox, row.item.timebox),
        )
        for row in after.rows
        if row.expected is not None
    )


def _look(before: int, after: int) -> Look:
    if before == after:
        return Look.SAME
    return Look.SHORTER if after < before else Look.LONGER


def _name(kind: ProposalKind) -> str:
    return {
        ProposalKind.BUFFER: _("Use the reserve"),
        ProposalKind.SHRINK: _("Shorten each a little"),
        ProposalKind.DROP: _("Leave out what is optional"),
        ProposalKind.EXTEND: _("Stay longer"),
    }[kind]


def _end_words(proposal: Proposal, workshop: Workshop, after: Meeting) -> str:
    more = proposal.extension - workshop.details.extension
    late = minutes_late(proposal.late)
    end = end_shown(proposal.end, after.booked_end)
    text = _("Ends at {end}")
    if more > 0:
        text = _("Ends at {end} ({more} min longer)")
    elif late > 0:
        text = _("Ends at {end} ({late} min later than planned)")
    return text.format(end=f"{end:%H:%M}", more=more, late=late)


def _changes(proposal: Proposal, workshop: Workshop) -> str:
    """What becomes of each item, before and after, in the order of the agenda."""
    items = [(workshop.agenda[key], minutes) for key, minutes in proposal.minutes.items()]
    changed = [_change(item, minutes) for item, minutes in items if item.timebox != minutes]
    if not changed:
        return _("Everything else stays as it is.")
    return _listed(changed)


def _listed(changed: Sequence[str]) -> str:
    named = _(", ").join(changed[:MOST_NAMED])
    rest = len(changed) - MOST_NAMED
    return _("{named} and {count} more").format(named=named, count=rest) if rest > 0 else named


def _change(item: AgendaItem, minutes: int | None) -> str:
    if minutes is None:
        return _("leave out {title}").format(title=item.title)
    return _("{title} {before}→{after} min").format(title=item.title, before=item.timebox, after=minutes)


def _missed(proposal: Proposal, workshop: Workshop) -> str:
    return "\n".join(_missed_one(workshop.agenda[key]) for key in _known(proposal.missed, workshop))


def _known(keys: Iterable[str], workshop: Workshop) -> list[str]:
    return [key for key in keys if key in workshop.agenda]


def _missed_one(item: AgendaItem) -> str:
    start = "" if item.starts_at is None else f"{item.starts_at:%H:%M}"
    return _("“{title}” cannot begin at the fixed {start} any more.").format(title=item.title, start=start)
