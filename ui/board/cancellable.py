"""Work beside the window that a person may call off."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.background import Work

Asked = Callable[[], bool]


class Cancellable(QObject):
    """One piece of work; `act` is given a function that says whether to stop.

    Then comes `done(result)`, or `failed(str)` for a Problem; nothing comes once it was cancelled.
    """

    done = Signal(object)
    failed = Signal(str)
    ended = Signal()
    """Comes in any case, once nothing runs any more."""

    def __init__(self, act: Callable[[Asked], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._work = Work(lambda: act(self._stop.is_set))
        self._work.done.connect(self._tell_done)
        self._work.failed.connect(self._tell_failed)
        self._work.finished.connect(self.ended)

    def begin(self) -> None:
        """Start."""
        self._work.begin()

    def cancel(self) -> None:
        """Stop as soon as may be; nothing is told any more."""
        self._stop.set()

    def _tell_done(self, result: object) -> None:
        if not self._stop.is_set():
            self.done.emit(result)

    def _tell_failed(self, sentence: str) -> None:
        if not self._stop.is_set():
            self.failed.emit(sentence)
