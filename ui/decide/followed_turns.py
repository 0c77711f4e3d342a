"""Whose dots are whose while the vote is open: read from the journal once, then followed from edit to edit."""

from models.edits.change import Edit
from models.edits.turns import Turns
from models.problems import Problem
from ui.live_document import LiveDocument


class FollowedTurns:
    """Made before anything that shows dots follows the document, so that it knows of an edit first."""

    def __init__(self, live: LiveDocument) -> None:
        self._live = live
        self._turns: Turns | None = None
        live.changed.connect(self._follow)

    def now(self) -> Turns:
        """Whose turn it is, and whose dots are whose; the journal is not read for a vote that is closed."""
        if self._turns is not None:
            return self._turns
        workshop = self._live.workshop
        turns = Turns(workshop.details.vote_turn)
        if workshop.details.votes_closed:
            return turns
        self._turns = (self._journalled() if workshop.votes else None) or turns
        return self._turns

    def _journalled(self) -> Turns | None:
        from models.replaying.turns import counted_turns

        try:
            return counted_turns(self._live.workshop, self._live.journal())
        except Problem:
            return None

    def _follow(self, edit: Edit) -> None:
        if self._turns is not None:
            self._turns.follow(edit.changes)
