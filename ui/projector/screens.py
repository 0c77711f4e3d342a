"""Which screen is the room's, and which the facilitator's own."""

from collections.abc import Iterable

from PySide6.QtGui import QScreen


def is_shared(screen: QScreen, private: QScreen) -> bool:
    """Whether the two show the same: they are one screen, or one mirrors the other."""
    return screen == private or screen.geometry().intersects(private.geometry())


def wall(screens: Iterable[QScreen], private: QScreen) -> QScreen | None:
    """The screen for the room: the first that neither is the facilitator's own nor mirrors it."""
    return next((screen for screen in screens if not is_shared(screen, private)), None)
