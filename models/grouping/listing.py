"""Groups of plain lines, as the command line prints them."""

from collections.abc import Sequence
from typing import TypedDict

from models.board import Note
from models.grouping import SuggestedGroup, suggest_groups
from models.text import clean


class GroupReason(TypedDict):
    """Why these lines are together: `text` for the group, `notes` for each line number."""

    text: str
    notes: dict[int, str]


class ListedGroup(TypedDict):
    """One group: `notes` are line numbers from 0, in the order of the lines."""

    title: str
    notes: list[int]
    reason: GroupReason


class Listing(TypedDict):
    """All groups, and the line numbers of the notes that are better left alone."""

    groups: list[ListedGroup]
    alone: list[int]


def groups_json(lines: Sequence[str]) -> Listing:
    """Suggested groups for `lines`, one note a line: plain values that `json.dumps` takes.

    Every line that is not blank once cleaned appears exactly once, in a group or in `alone`; blank lines are counted
    but appear nowhere.
    """
    texts = [clean(line) for line in lines]
    notes = [Note(id=str(number), order=number, text=text) for number, text in enumerate(texts) if text]
    suggestion = suggest_groups(notes)
    return Listing(
        groups=[_listed(group) for group in suggestion.groups],
        alone=[int(note_id) for note_id in suggestion.alone],
    )


def _listed(group: SuggestedGroup) -> ListedGroup:
    reasons = {int(member.note_id): member.reason for member in group.members}
    return ListedGroup(
        title=group.title,
        notes=sorted(reasons),
        reason=GroupReason(text=group.reason, notes=dict(sorted(reasons.items()))),
    )
