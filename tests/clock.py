"""A clock for tests: it stands still until it is told otherwise."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from models.timing import Moment


@dataclass
class FakeClock:
    """A clock that can be called for the moment it shows."""

    utc: datetime = datetime(2026, 6, 4, 1, 0, tzinfo=UTC)
    steady: float = 1_000.0
    boot: str = "boot-1"

    def __call__(self) -> Moment:
        """The moment the clock shows."""
        return Moment(self.utc, self.steady, self.boot)

    def advance(self, seconds: float) -> Moment:
        """Let time pass, awake or asleep."""
        self.utc += timedelta(seconds=seconds)
        self.steady += seconds
        return self()

    def set_wall(self, seconds: float) -> Moment:
        """Put the wall clock forward (or back), while no time passes."""
        self.utc += timedelta(seconds=seconds)
        return self()

    def reboot(self, seconds: float) -> Moment:
        """Switch the machine off and, `seconds` later, on again."""
        self.utc += timedelta(seconds=seconds)
        self.steady = 5.0
        self.boot += "'"
        return self()
