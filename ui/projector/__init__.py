"""The projector: a second window that shows the room what it may see, and nothing else."""

from ui.projector.window import ProjectorWindow

__all__ = ["ProjectorWindow"]
