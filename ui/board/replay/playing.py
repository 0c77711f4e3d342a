"""The clock of the replay: so many moments a second, however much time lay between them."""

from enum import IntEnum

from PySide6.QtCore import QObject, QTimer, Signal

SECOND_MS = 1_000


class Speed(IntEnum):
    """Moments a second."""

    SLOW = 1
    QUICK = 2
    FAST = 4


class Playing(QObject):
    """Tells `beat` at every moment while it plays, and `changed` when it begins, stops or changes its speed."""

    beat = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed = Speed.SLOW
        self._timer = QTimer(self, interval=SECOND_MS)
        self._timer.timeout.connect(self.beat)

    @property
    def on(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Play on."""
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stand still."""
        if self.on:
            self._timer.stop()
            self.changed.emit()

    def go_at(self, speed: Speed) -> None:
        """Play at a speed from now on."""
        self.speed = speed
        self._timer.setInterval(SECOND_MS // speed)
        self.changed.emit()
