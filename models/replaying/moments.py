"""What the slider of the replay shows: its moments, and the chapters they belong to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.agenda import AgendaItem
from models.board import Cluster, DotVote, Family, Note, Payoff, Relation
from models.edits.change import Change

PAUSE = timedelta(minutes=5)
"""While no item of the agenda ran, a new chapter begins after so long a pause."""


@dataclass(frozen=True, slots=True)
class Touched:
    """How much a moment touched on the board: counts only."""

    notes_added: int = 0
    notes_changed: int = 0
    notes_removed: int = 0
    groups: int = 0
    families: int = 0
    relations: int = 0
    votes: int = 0
    payoffs: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """One edit that changed what is shown; `seq` is its number in the journal, `at` when it was done (aware UTC).

    `item_id` is the agenda item the room was at then.
    """

    seq: int
    at: datetime
    kind: str
    touched: Touched
    item_id: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Moments that belong together: the indexes from `first` to before `end`. `title` is the agenda item's or empty."""

    first: int
    end: int
    begins: datetime
    title: str = ""
    item_id: str | None = None


def touched(changes: Iterable[Change]) -> Touched:
    """The counts of what is changed."""
    added = changed = removed = 0
    counts = dict.fromkeys((Cluster, Family, Relation, DotVote, Payoff), 0)
    for change in changes:
        kind = type(change.entity)
        if kind is Note:
            added += change.before is None
            removed += change.after is None
            changed += change.before is not None and change.after is not None
        elif kind in counts:
            counts[kind] += 1
    return Touched(added, changed, removed, *counts.values())


def chapters(moments: Sequence[Moment], agenda: Mapping[str, AgendaItem]) -> tuple[Chapter, ...]:
    """The moments in chapters: one for each stretch of one agenda item, and while none ran, between longer pauses."""
    begins = [
        index
        for index, moment in enumerate(moments)
        if index == 0 or moment.item_id != moments[index - 1].item_id or _paused(moments[index - 1], moment)
    ]
    ends = [*begins, len(moments)][1:]
    return tuple(_chapter(moments[first], first, end, agenda) for first, end in zip(begins, ends, strict=True))


def _paused(before: Moment, moment: Moment) -> bool:
    return moment.item_id is None and moment.at - before.at > PAUSE


def _chapter(moment: Moment, first: int, end: int, agenda: Mapping[str, AgendaItem]) -> Chapter:
    item = None if moment.item_id is None else agenda.get(moment.item_id)
    return Chapter(first, end, moment.at, "" if item is None else item.title, moment.item_id)
