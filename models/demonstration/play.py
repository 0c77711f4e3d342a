"""The room of a demonstration: edits are applied one by one, on a clock of its own."""

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from typing import Any

from models.document import Document
from models.edits.change import Edit
from models.timing import Moment
from models.workshop import Workshop

Script = Mapping[str, Any]
"""What is said and done in a demonstration: a TOML file of `assets/demo`, as it was read."""


class Play:
    """A document with somebody at it, and the time that passes in the room."""

    def __init__(self, document: Document) -> None:
        self.document = document
        begin = document.workshop.starts.astimezone(UTC)  # the room's clock is this machine's
        self.now = Moment(begin, 0.0, "demonstration")

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self.document.workshop

    def do(self, edit: Callable[..., Edit], *args: Any, **kwargs: Any) -> None:
        """Apply an edit made for the present workshop."""
        self.document.apply(edit(self.workshop, *args, **kwargs))

    def clock(self, edit: Callable[..., Edit]) -> None:
        """Apply an edit of the running clock."""
        self.document.apply(edit(self.workshop, self.now))

    def wait(self, minutes: float) -> None:
        """Let so many minutes pass."""
        passed = timedelta(minutes=minutes)
        self.now = Moment(self.now.utc + passed, self.now.steady + passed.total_seconds(), self.now.boot)
