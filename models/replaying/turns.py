"""Whose dots are whose, read out of the journal: after a start it is what was in memory before."""

from collections.abc import Sequence

from models.board import DotVote
from models.edits.change import Change
from models.edits.turns import Turns
from models.workshop import Details, Workshop
from models.workspace.moments import Written, table_names
from models.workspace.rows import tables_by_name


def counted_turns(workshop: Workshop, entries: Sequence[Written]) -> Turns:
    """Whose turn it is, and what the managers added; `entries` are the standing ones, the oldest first.

    Where the journal cannot be trusted, or does not lead to today's turn, all that was counted is the staff's.
    """
    turns = Turns()
    for entry in entries:
        changes = _changes(entry)
        if changes is None:
            return Turns(workshop.details.vote_turn)
        if any(isinstance(change.after, Details) and change.before is None for change in changes):
            turns = Turns()  # it was made or opened here, with what it had
            changes = [change for change in changes if isinstance(change.entity, Details)]
        turns.follow(changes)
    return turns if turns.turn is workshop.details.vote_turn else Turns(workshop.details.vote_turn)


def _changes(entry: Written) -> list[Change] | None:
    """What an entry changed of votes and details, None when it is not what was written."""
    known = tables_by_name()
    try:
        rows = entry.rows(table_names((DotVote, Details)))
        if rows and not entry.sound:
            return None
        return [
            Change(*(None if row is None else known[name].read(row) for row in (before, after)))
            for name, before, after in rows
        ]
    except (ValueError, TypeError, KeyError, IndexError):
        return None
