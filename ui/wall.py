"""What the facilitator does to the projector's picture by hand: putting something on show, holding it, blacking it out.

It is a state of the room, not of the workshop: nothing of it is kept, and after a start nothing is on show.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from models.workshop import Workshop


class Show(StrEnum):
    """What can be put on show beside what the agenda's phase brings."""

    KNACK = "knack"
    CASE = "case"
    PLEDGES = "pledges"
    OWN_WORK = "own_work"
    STEPS = "steps"
    TEAMS = "teams"
    LAST_TIME = "last_time"


@dataclass(frozen=True, slots=True)
class OnShow:
    """One thing on show; `id` names the knack or the case, and is empty for a whole list."""

    what: Show
    id: str = ""


class Wall(QObject):
    """Held by the live document, so that every screen and the projector see the same. `changed` tells of any change.

    `lone_voted` says whether notes on their own are voted on; None goes by the rule, which is by their number.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on_show: OnShow | None = None
        self.frozen = False
        self.black = False
        self.lone_voted: bool | None = None
        self._item: str | None = None

    def put_on(self, on_show: OnShow) -> None:
        """Show this until something else is shown, it is taken off, or the room goes to another item."""
        self.on_show = on_show
        self.changed.emit()

    def take_off(self) -> None:
        """Show what the agenda's phase brings."""
        self.on_show = None
        self.changed.emit()

    def toggle_freeze(self) -> None:
        """Hold the picture as it is, or let it follow again."""
        self.frozen = not self.frozen
        self.changed.emit()

    def toggle_black(self) -> None:
        """Show nothing at all, or the picture again."""
        self.black = not self.black
        self.changed.emit()

    def vote_on_lone(self, voted: bool) -> None:
        """Have the room vote on notes on their own as well, or on groups only."""
        self.lone_voted = voted
        self.changed.emit()

    def follow(self, workshop: Workshop) -> None:
        """Take off what is on show when the room has gone to another item, or when it was deleted.

        Called with the workshop as it is first, and after every edit, so that nothing stays on the wall by forgetting.
        """
        current = workshop.current_item()
        item = None if current is None else current.id
        moved, self._item = item != self._item, item
        if self.on_show is not None and (moved or not _exists(workshop, self.on_show)):
            self.take_off()


def _exists(workshop: Workshop, on_show: OnShow) -> bool:
    kept = {Show.KNACK: workshop.knacks, Show.CASE: workshop.shown_cases}.get(on_show.what)
    return kept is None or on_show.id in kept
