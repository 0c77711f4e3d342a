"""Which note came to the room last, and whether its page is due on the wall. No Qt."""

from dataclasses import dataclass

from models.board import Note
from models.edits.change import Change, Edit

LEFT_ALONE = 20.0
"""Seconds after a page was turned by hand in which no page comes by itself."""


@dataclass(frozen=True, slots=True)
class Came:
    """The note that came last, by its id; `turns` says whether its page comes by itself."""

    note: str
    turns: bool


class Newest:
    """Follows the edits. What came while the picture is held waits until it is not."""

    def __init__(self) -> None:
        self.note = ""
        """The note that is marked, empty for none."""
        self._due: Came | None = None
        self._turned: float | None = None

    def turned(self, steady: float) -> None:
        """Somebody turned a page: for a while that is where the room is."""
        self._turned, self._due = steady, None

    def follow(self, edit: Edit, steady: float) -> None:
        """A note that was added or reworded, and may be seen, is the newest; of many that came at once the last."""
        if note := came(edit):
            by_hand = self._turned is not None and 0 <= steady - self._turned < LEFT_ALONE
            self._due = Came(note, not by_hand)

    def taken(self) -> Came | None:
        """What came since it was asked for last; it is the one that is marked from now on."""
        due, self._due = self._due, None
        if due is not None:
            self.note = due.note
        return due


def came(edit: Edit) -> str:
    """The id of the note that an edit brings before the room, empty for none.

    Many that are revealed at once are read from the first page on: then none of them is the newest.
    """
    seen = [change for change in edit.changes if _is_news(change)]
    if len(seen) > 1 and all(change.before is not None for change in seen):
        return ""
    last = max((change.after for change in seen if isinstance(change.after, Note)), key=lambda n: n.order, default=None)
    return "" if last is None else last.id


def _is_news(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(after, Note) or after.hidden:
        return False
    return not isinstance(before, Note) or before.hidden or before.text != after.text
