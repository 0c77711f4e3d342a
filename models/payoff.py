"""The matrix of effect and feasibility (効果×実現性): what can stand in it, and what the section can begin with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.board import Cluster, Note, Payoff, Reach
from models.voting import VOTED_KINDS, group_sizes
from models.workshop import Workshop, in_order

BEGIN_WITH = 3
"""How many are pointed out as those to begin with, at the most."""


class Level(StrEnum):
    """How great an effect is, a third of the way for each."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


def level(effect: float) -> Level:
    """The level of an effect from 0 to 1."""
    return tuple(Level)[max(0, min(2, int(effect * 3)))]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A group or lone note to be weighed; `note` is None for a group.

    `title` is a group's, empty while nobody named it; `words` are a lone note's, or how the first note of a group
    without a title reads. `notes` is the number of its notes, `dots` None until the vote is closed. `payoff` is None
    while it is not in the matrix.
    """

    id: str
    title: str
    words: str
    notes: int
    note: Note | None = None
    dots: int | None = None
    payoff: Payoff | None = None

    @property
    def is_group(self) -> bool:
        """Whether it is a group."""
        return self.note is None


def weighable(workshop: Workshop) -> list[Weighed]:
    """All that can be weighed, in the board's order: groups, then lone troubles and ideas; what stands in the matrix
    already stays one, whatever kind it became."""
    return [*_groups(workshop, group_sizes(workshop)), *_lone(workshop)]


def _groups(workshop: Workshop, sizes: Mapping[str, int]) -> Iterator[Weighed]:
    for cluster in workshop.ordered_clusters():
        first = next(iter(workshop.members(cluster.id)), None) if not cluster.title else None
        yield _group(workshop, cluster, sizes.get(cluster.id, 0), first)


def _group(workshop: Workshop, cluster: Cluster, count: int, first: Note | None) -> Weighed:
    words = first.text if first is not None else ""
    payoff = workshop.payoffs.get(cluster.id)
    return Weighed(cluster.id, cluster.title, words, count, None, _dots(workshop, cluster.id), payoff)


def _lone(workshop: Workshop) -> Iterator[Weighed]:
    for note in in_order(workshop.noted.inside(None)):
        if note.kind in VOTED_KINDS or note.id in workshop.payoffs:
            payoff = workshop.payoffs.get(note.id)
            yield Weighed(note.id, "", note.text, 1, note, _dots(workshop, note.id), payoff)


def _dots(workshop: Workshop, one_id: str) -> int | None:
    vote = workshop.votes.get(one_id)
    return vote.dots if vote is not None and workshop.details.votes_closed else None


def placed(workshop: Workshop) -> list[Weighed]:
    """What stands in the matrix, in the board's order."""
    return [one for one in weighable(workshop) if one.payoff is not None]


def unplaced(ones: Iterable[Weighed]) -> list[Weighed]:
    """What does not stand there yet: the most dots first once the vote is closed, else in the order given."""
    return sorted((one for one in ones if one.payoff is None), key=lambda one: -(one.dots or 0))


_NEAREST = (Reach.OWN, Reach.OTHERS, Reach.RULES)


def doable_first(workshop: Workshop) -> list[Weighed]:
    """できることから: what the section can do itself, then by effect and dots; where all is even the board's order."""
    return sorted(placed(workshop), key=_doable)


def _doable(one: Weighed) -> tuple[int, int, int, float]:
    """Effects are judged by eye: within a level the dots speak first, then how high it was put."""
    assert one.payoff is not None
    effect = one.payoff.effect
    return _NEAREST.index(one.payoff.reach), -list(Level).index(level(effect)), -(one.dots or 0), -effect


def to_begin_with(ones: Sequence[Weighed]) -> int:
    """How many of those that `doable_first` brought are to begin with: the first, and only what the
    section can do itself."""
    first = ones[:BEGIN_WITH]
    return sum(one.payoff is not None and one.payoff.reach is Reach.OWN for one in first)
