"""What the facilitator does to the projector's picture by hand: putting something on show, holding it, blacking it out.

It is a state of the room, not of the workshop: nothing of it is kept, and after a start nothing is on show.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


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
    """Held by the live document, so that every screen and the projector see the same. `changed` tells of any change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on_show: OnShow | None = None
        self.frozen = False
        self.black = False

    def put_on(self, on_show: OnShow) -> None:
        """Show this until something else is shown or it is taken off."""
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
