"""Once a second: was the wall clock put right, or the machine restarted? Then what ran is counted anew from now."""

from PySide6.QtCore import QObject, QTimer

from models.edits.running import anchor
from ui.live_document import LiveDocument

EVERY_MS = 1_000


class Timekeeper(QObject):
    """Looks after the clock of the open workshop on whatever screen one is.

    When the disk does not take it, it says so once and tries again after the next edit that was saved.
    """

    def __init__(self, live: LiveDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._refused = False
        live.changed.connect(self._saved)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look at the clocks now."""
        if not self._refused:
            self._refused = not self._live.apply(anchor(self._live.workshop, self._live.clock()))

    def stop(self) -> None:
        """Another workshop is opened, or none is open any more."""
        self._timer.stop()

    def _saved(self) -> None:
        self._refused = False
