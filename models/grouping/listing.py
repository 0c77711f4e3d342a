"""Groups of plain lines, as the command line prints them."""

from collections.abc import Sequence
from typing import TypedDict

from models.board import Note
from models.grouping import suggest_groups
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
    suggestion = suggest_groups([Note(id=str(at), order=at, text=text) for at, text in enumerate(texts) if text])
    proposal = suggestion.at()
    groups = []
    for group in proposal.groups:
        reasons = {int(member.note_id): suggestion.why(member, group) for member in group.members}
        groups.append(
            ListedGroup(
                title=next(iter(suggestion.titles(group)), ""),
                notes=sorted(reasons),
                reason=GroupReason(text=suggestion.reason(group), notes=dict(sorted(reasons.items()))),
            )
        )
    return Listing(groups=groups, alone=[int(note_id) for note_id in proposal.alone])
