"""Edits of the vote by dots: its rules, its turns, the counting, and its end."""

from collections.abc import Iterable
from dataclasses import replace

from models.board import DotVote
from models.edits.change import Edit, put
from models.workshop import VoteTurn, Workshop

MAX_DOTS = 9_999
MAX_DOTS_EACH = 99
MAX_VOTERS = 9_999


def stands_alone(workshop: Workshop, thing_id: str) -> bool:
    """Whether this is a group, or a note in none: what can be voted on and weighed."""
    note = workshop.notes.get(thing_id)
    return thing_id in workshop.clusters or (note is not None and note.cluster_id is None)


def set_dots(workshop: Workshop, candidate_id: str, dots: int) -> Edit:
    """The dots counted for a group or lone note, 0-9,999; nothing for what is none of them (any more)."""
    if not stands_alone(workshop, candidate_id):
        return Edit("dots_counted", ())
    return put(workshop, "dots_counted", DotVote(candidate_id, max(0, min(MAX_DOTS, dots))))


def set_vote_rules(workshop: Workshop, *, dots_each: int | None = None, voters: int | None = None) -> Edit:
    """How many dots a person has (0: by the rule) and how many people vote (0: not counted); None leaves it."""
    details = workshop.details
    each = details.dots_each if dots_each is None else max(0, min(MAX_DOTS_EACH, dots_each))
    people = details.voters if voters is None else max(0, min(MAX_VOTERS, voters))
    return put(workshop, "vote_rules_set", replace(details, dots_each=each, voters=people))


def count_blank(workshop: Workshop, blank: int) -> Edit:
    """So many people put no dot at all."""
    return put(workshop, "blank_votes_counted", replace(workshop.details, blank_votes=max(0, min(MAX_VOTERS, blank))))


def next_turn(workshop: Workshop) -> Edit:
    """The staff are done, now the managers put their dots; when they were at it already, back to the staff."""
    staff = workshop.details.vote_turn is VoteTurn.STAFF
    turn = VoteTurn.MANAGERS if staff else VoteTurn.STAFF
    return put(workshop, "vote_turn_passed", replace(workshop.details, vote_turn=turn))


def close_votes(workshop: Workshop, without: Iterable[str] = (), dots_each: int | None = None) -> Edit:
    """The vote is over: totals are shown, and minuted.

    The candidates `without` a dot are counted as none; `dots_each` is what each person had, so that it stays said
    whatever becomes of the groups.
    """
    none = [DotVote(i, 0) for i in without if i not in workshop.votes and stands_alone(workshop, i)]
    each = workshop.details.dots_each if dots_each is None else max(0, min(MAX_DOTS_EACH, dots_each))
    return put(workshop, "votes_closed", replace(workshop.details, votes_closed=True, dots_each=each), *none)


def reopen_votes(workshop: Workshop) -> Edit:
    """The vote goes on: totals are hidden again."""
    return put(workshop, "votes_reopened", replace(workshop.details, votes_closed=False))
