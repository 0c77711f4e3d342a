"""Whose dots are whose: a vote keeps a total for each candidate; how much of it the managers added, the edits tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.board import DotVote
from models.edits.change import Change
from models.workshop import Details, VoteTurn


@dataclass(slots=True)
class Turns:
    """Whose `turn` it is, and what the `managers` added, by the candidate's id; the rest of a total is the staff's."""

    turn: VoteTurn = VoteTurn.STAFF
    managers: dict[str, int] = field(default_factory=dict)

    def follow(self, changes: Iterable[Change]) -> None:
        """Count the changes of an edit, or of one taken back, to whoever's turn it was."""
        for change in changes:
            if isinstance(change.entity, DotVote):
                self._count(change.entity.id, _dots(change.before), _dots(change.after))
        for change in changes:
            if isinstance(change.after, Details):
                self.turn = change.after.vote_turn

    def share(self, candidate_id: str, total: int) -> tuple[int, int]:
        """The staff's and the managers' part of a total."""
        managers = min(total, self.managers.get(candidate_id, 0))
        return total - managers, managers

    def _count(self, candidate_id: str, before: int, after: int) -> None:
        theirs = self.managers.get(candidate_id, 0)
        if self.turn is VoteTurn.MANAGERS:
            theirs += after - before
        self.managers[candidate_id] = max(0, min(theirs, after))


def _dots(entity: object) -> int:
    return entity.dots if isinstance(entity, DotVote) else 0
