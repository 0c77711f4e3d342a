"""The room of a demonstration: edits are applied one by one, on a clock of its own."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from models.document import Document
from models.edits.change import Edit
from models.timing import Moment
from models.workshop import Workshop
from models.workspace.workspace import Workspace

Script = Mapping[str, Any]
"""What is said and done in a demonstration: a TOML file of `assets/demo`, as it was read."""


HANDLING = timedelta(seconds=5)
"""What one edit takes, or half of what is left of the item's time."""


class Play:
    """A workshop with somebody at it, and the time that passes in the room: the journal has it too.

    It begins when the workshop was made.
    """

    def __init__(self, workspace: Workspace, workshop: Workshop) -> None:
        self.now = Moment(workshop.details.created_at.astimezone(UTC), 0.0, "demonstration")
        workspace.create(workshop, self.now.utc)
        self.document = Document(workspace, workshop.id, lambda: self.now.utc)
        self._until: datetime | None = None

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self.document.workshop

    def do(self, edit: Callable[..., Edit], *args: Any, **kwargs: Any) -> None:
        """Apply an edit made for the present workshop. It takes a little of the time there is."""
        self.document.apply(edit(self.workshop, *args, **kwargs))
        left = HANDLING if self._until is None else (self._until - self.now.utc) / 2
        self._pass(min(HANDLING, left))

    def clock(self, edit: Callable[..., Edit]) -> None:
        """Apply an edit of the running clock."""
        self.document.apply(edit(self.workshop, self.now))

    def begin(self) -> None:
        """Let the day and hour of the meeting come."""
        self._pass(self.workshop.starts.astimezone(UTC) - self.now.utc)  # the room's clock is this machine's

    def during(self, minutes: float, *acts: Callable[[], None]) -> None:
        """Let so many minutes pass in which something is done."""
        end = self.now.utc + timedelta(minutes=minutes)
        self._until = end
        for act in acts:
            act()
        self._until = None
        self._pass(end - self.now.utc)

    def _pass(self, time: timedelta) -> None:
        self.now = Moment(self.now.utc + time, self.now.steady + time.total_seconds(), self.now.boot)
