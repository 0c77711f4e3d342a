"""Work that takes longer than a blink, done beside the window: reading a frozen workshop, making papers.

Python collects garbage in whichever thread asks for memory. A screen that was closed is garbage with timers and windows
in it, and Qt crashes when those end in another thread than theirs: so nothing is collected while work runs.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QThread, Signal

from models.problems import Problem

_running: set["Work"] = set()


class Work(QThread):
    """One piece of work. In the window's thread then comes `done(result)`, or `failed(str)` for a Problem.

    Anything else that is raised is a defect and goes the way of all defects, in the window's thread.
    """

    done = Signal(object)
    failed = Signal(str)
    _broke = Signal(object)

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        self._broke.connect(_raise)
        self.finished.connect(self._over)

    def begin(self) -> None:
        """Start; the work lives until it is over, whoever asked for it."""
        gc.disable()
        _running.add(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.wait)
        self.start()

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self.done.emit(self._act())
        except Problem as problem:
            self.failed.emit(str(problem))
        except Exception as error:
            self._broke.emit(error)

    def _over(self) -> None:
        self.wait()
        _running.discard(self)
        if not _running:
            gc.enable()
        self.deleteLater()


def _raise(error: Exception) -> None:
    raise error


def wait_for_all() -> None:
    """Wait until no work runs any more, before a window or the program ends."""
    for work in tuple(_running):
        work.wait()
