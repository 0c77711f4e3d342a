"""Starting the window: the application, its theme, the log, and what happens with an error nobody expected."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from models.language import LANGUAGES, current_language, use_language
from ui.main_window import MainWindow
from ui.qt_words import qt_speaks
from ui.theme import apply_theme

log = logging.getLogger("minaoshi")


def run(folder: Path, file: Path | None, language: str | None, cache: Path | None = None) -> int:
    """Show the window on the workspace in `folder`, with `file` opened in it. Returns the exit code.

    In `cache` lies what is only kept to save time.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Minaoshi")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    use_language(language or _chosen_language(settings))
    qt_speaks(current_language())
    apply_theme(app)
    window = MainWindow(folder, settings, cache)
    sys.excepthook = _report_to(window)
    _fit(window)
    window.opened.connect(lambda: _start_log(folder))
    if file is not None:
        window.open_when_ready(file)
    return app.exec()


def _fit(window: MainWindow) -> None:
    """Show the window at its usual size, or filling a desktop that is no larger."""
    room = window.screen().availableGeometry()
    window.resize(1280, 720)
    if room.width() <= window.width() or room.height() <= window.height():
        window.setGeometry(room)
        window.setWindowState(Qt.WindowState.WindowMaximized)
    window.show()


def _chosen_language(settings: QSettings) -> str:
    chosen = settings.value("language", "ja")
    return chosen if chosen in LANGUAGES else "ja"


def _start_log(folder: Path) -> None:
    from logging.handlers import RotatingFileHandler  # takes a while to import

    if log.handlers:  # opened anew in another language
        return
    handler = RotatingFileHandler(
        folder / "minaoshi.log", maxBytes=256_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def _report_to(window: MainWindow) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Log where an unexpected error happened, never its message (it could quote a note), and tell the person."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        frames = reversed(traceback.extract_tb(trace))
        places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        log.error("%s at %s", kind.__name__, places)
        window.say_unexpected()

    return report
