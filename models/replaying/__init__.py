"""The replay of a workshop's journal: how the board came to be. Looking changes nothing."""

from models.replaying.moments import Chapter, Moment, Touched
from models.replaying.replay import Replay
from models.replaying.unwinding import Beginning

__all__ = ["Beginning", "Chapter", "Moment", "Replay", "Touched"]
