"""The vote by dots: on what the room votes, how many dots a person has, who leads, and what is odd about the count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from models.board import Cluster, Note, NoteKind
from models.once import of_the_last
from models.workshop import Workshop, in_order

FEW = 10
"""So many notes on their own are voted on along with the groups, without being asked for."""
MOST_BY_RULE = 9
VOTED_KINDS = frozenset({NoteKind.TROUBLE, NoteKind.IDEA})
"""What a lone note has to be for the room to vote on it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a dot can be put on: a group, or a note on its own; `size` is the number of its notes."""

    id: str
    entity: Cluster | Note
    size: int

    @property
    def is_note(self) -> bool:
        """Whether it is a note on its own."""
        return isinstance(self.entity, Note)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and what it got: `dots` and `place` are None where nobody counted, `tied` shares its place."""

    candidate: Candidate
    dots: int | None
    place: int | None
    tied: bool


@dataclass(frozen=True, slots=True)
class Doubts:
    """What does not add up: dots beyond what all voters have (`most`, 0: unknown), and candidates nobody counted.

    Where every dot there can be was found, a candidate that nobody counted has none.
    """

    dots: int = 0
    most: int = 0
    uncounted: int = 0
    blank: int = 0
    voters: int = 0

    @property
    def too_many(self) -> bool:
        """Whether there are more dots than all who voted can have put."""
        return bool(self.most) and self.dots > self.most

    @property
    def too_blank(self) -> bool:
        """Whether more people put nothing than voted at all."""
        return bool(self.voters) and self.blank > self.voters

    @property
    def missing(self) -> int:
        """Candidates nobody counted, while dots may still be missing."""
        return 0 if self.most and self.dots == self.most else self.uncounted

    def __bool__(self) -> bool:
        return self.too_many or self.too_blank or self.missing > 0


def lone_notes(workshop: Workshop) -> list[Note]:
    """The troubles and ideas in no group, in their order; nobody votes on what the room has not seen."""
    return [*_alone(workshop)]


@of_the_last
def _alone(workshop: Workshop) -> Sequence[Note]:
    alone = workshop.noted.inside(None)
    return in_order({i: note for i, note in alone.items() if note.kind in VOTED_KINDS and not note.hidden})


def lone_by_rule(workshop: Workshop) -> bool:
    """Whether notes on their own are voted on unless somebody says otherwise: when they are few."""
    return 0 < len(_alone(workshop)) <= FEW


def candidates(workshop: Workshop, lone: bool | None = None, *, counted: bool = True) -> list[Candidate]:
    """The groups in their order, then notes on their own: those that got dots, or with `lone` all of them.

    None for `lone` goes by the rule. When not `counted`, as if no dot had been counted yet.
    """
    return [*_candidates(workshop, lone, counted)]


@of_the_last
def _candidates(workshop: Workshop, lone: bool | None, counted: bool) -> Sequence[Candidate]:
    sizes = group_sizes(workshop)
    groups = [Candidate(one.id, one, sizes.get(one.id, 0)) for one in workshop.ordered_clusters()]
    wanted = lone_by_rule(workshop) if lone is None else lone
    notes = [note for note in _alone(workshop) if wanted or (counted and note.id in workshop.votes)]
    return [*groups, *(Candidate(note.id, note, 1) for note in notes)]


def group_sizes(workshop: Workshop) -> Mapping[str, int]:
    """How many notes each group has, by its id."""
    return {cluster_id: len(workshop.noted.inside(cluster_id)) for cluster_id in workshop.clusters}


def dots_by_rule(count: int) -> int:
    """About a third of what there is to vote on, at least one, and no more than a person can weigh."""
    return max(1, min(MOST_BY_RULE, round(count / 3)))


def dots_of(workshop: Workshop, lone: bool | None = None) -> int:
    """How many dots a person has: what was agreed, or else what the rule says."""
    return workshop.details.dots_each or dots_by_rule(len(candidates(workshop, lone)))


def voted(workshop: Workshop) -> int:
    """How many people voted as papers may say it: what was said, or else those who took part; 0: unknown."""
    return workshop.details.voters or sum(row.count for row in workshop.participants.values())


def voters_of(workshop: Workshop) -> int:
    """How many people vote as far as is known: those who voted, or else those who were expected; 0: unknown."""
    return voted(workshop) or workshop.details.headcount


def most_dots(workshop: Workshop, lone: bool | None = None) -> int:
    """The most dots there can be: those who voted times what each has; 0 while nobody knows how many vote."""
    present = max(0, voters_of(workshop) - workshop.details.blank_votes)
    return present * dots_of(workshop, lone)


def ranking(workshop: Workshop, lone: bool | None = None) -> list[Ranked]:
    """The most dots first, in the given order where they are equal; what nobody counted comes last, without a place."""
    rows = candidates(workshop, lone)
    counted = {row.id: workshop.votes[row.id].dots for row in rows if row.id in workshop.votes}
    shared = Counter(counted.values())
    best_first = sorted(shared, reverse=True)
    places = dict(zip(best_first, accumulate((shared[dots] for dots in best_first), initial=1), strict=False))
    ranked = []
    for row in sorted(rows, key=lambda row: -counted.get(row.id, -1)):
        dots = counted.get(row.id)
        ranked.append(Ranked(row, dots, None if dots is None else places[dots], dots is not None and shared[dots] > 1))
    return ranked


def doubts(workshop: Workshop, lone: bool | None = None) -> Doubts:
    """What to ask about before the vote is closed; false when all adds up."""
    rows = candidates(workshop, lone)
    counted = [workshop.votes[row.id].dots for row in rows if row.id in workshop.votes]
    return Doubts(
        sum(counted),
        most_dots(workshop, lone),
        len(rows) - len(counted),
        workshop.details.blank_votes,
        voters_of(workshop),
    )
