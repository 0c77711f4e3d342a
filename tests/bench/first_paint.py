"""A process that tells the time of its first painted main window and ends: the app's, or an empty one.

Run as `python -m tests.bench.first_paint app FOLDER` or `... empty`; prints seconds of the machine's monotonic clock.
"""

import os
import runpy
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow


class _FirstPaint(QObject):
    """Ends the process once the window and everything in it was painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            # Children are painted in the same pass; what was put off until then comes after this event.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
            watched.removeEventFilter(self)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            os.write(1, repr(time.monotonic()).encode())
            os._exit(0)
        return super().event(event)


_show = QMainWindow.show


def _watched_show(window: QMainWindow) -> None:
    window.installEventFilter(_FirstPaint(window))
    _show(window)


def main() -> None:
    """Show the window that the command line names."""
    QMainWindow.show = _watched_show  # type: ignore[method-assign,assignment]
    if sys.argv[1] == "app":
        sys.argv = ["app.py", "--workspace", sys.argv[2]]
        runpy.run_path("app.py", run_name="__main__")
        return
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
