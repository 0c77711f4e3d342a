"""Every screen and the projector, drawn from the demonstration workshop into docs/screens/: `make shots`.

Drawn offscreen with the shipped fonts, at the two sizes a meeting room has, and once at the smallest (150 % scaling).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from models.agenda import AgendaPhase
from models.demonstration import add_demonstration
from models.edits import deciding, running
from models.timing import Moment, system_clock
from ui.main_window import BOARD, CLOSE, DECIDE, HOME, LIBRARY, PREPARE, RUN, MainWindow
from ui.projector.window import ProjectorWindow
from ui.theme import apply_theme

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
SIZES = ((1280, 720), (1920, 1080))
SMALLEST = (853, 480)


def settle(milliseconds: int = 400) -> None:
    """Let the window lay itself out, and animations end."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _shoot(widget: QWidget, name: str, size: tuple[int, int]) -> None:
    widget.resize(*size)
    settle()
    path = FOLDER / f"{name}-{size[0]}.png"
    widget.grab().save(str(path))
    print(path.relative_to(FOLDER.parent.parent))


class _Fixed:
    """A clock that the drawings set, so that they are the same each time."""

    def __init__(self) -> None:
        self.now = system_clock()

    def __call__(self) -> Moment:
        return self.now


def _states(window: MainWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """The states worth drawing, in the order in which a facilitator meets them."""
    yield "home-empty", lambda: None
    yield "home-new", lambda: window.made(HOME).begin()
    yield "prepare", lambda: _open_demonstration(window)
    for name in (RUN, BOARD, DECIDE, CLOSE, LIBRARY):
        yield name, lambda name=name: window.show_screen(name)  # type: ignore[misc]
    yield "home", lambda: window.show_screen(HOME)


def _open_demonstration(window: MainWindow) -> None:
    assert window.workspace is not None
    window.open_workshop(add_demonstration(window.workspace), PREPARE)


def _running(window: MainWindow, clock: _Fixed, phase: AgendaPhase, seconds: float) -> None:
    """Have the room be at an item since so many seconds."""
    assert window.live is not None
    live = window.live
    item = next(item for item in live.workshop.agenda_items() if item.phase is phase)
    items = live.workshop.agenda_items()
    before = sum(one.minutes for one in items[: items.index(item)])
    begun = live.workshop.starts.astimezone(UTC) + timedelta(minutes=before, seconds=seconds)
    now = Moment(begun, begun.timestamp(), "drawing")
    live.apply(running.go_to(live.workshop, item, now))
    live.apply(running.correct(live.workshop, seconds, now))
    clock.now = now
    live.clock = clock


def _projected(window: MainWindow, clock: _Fixed) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "opening", lambda: _running(window, clock, AgendaPhase.OPENING, 60)
    yield "write", lambda: _running(window, clock, AgendaPhase.WRITE, 7 * 60 + 20)
    yield "group", lambda: _running(window, clock, AgendaPhase.GROUP, 4 * 60 + 12)
    yield "vote", lambda: _voting(window, clock)
    yield "owners", lambda: _running(window, clock, AgendaPhase.OWNERS, 100)


def _voting(window: MainWindow, clock: _Fixed) -> None:
    """The vote is open, and over its time."""
    assert window.live is not None
    window.live.apply(deciding.reopen_votes(window.live.workshop))
    _running(window, clock, AgendaPhase.VOTE, 330)


def main() -> int:
    """Draw everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    apply_theme(app)
    with tempfile.TemporaryDirectory(prefix="minaoshi-") as folder:
        window = MainWindow(Path(folder), QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        window.show()
        settle()
        for name, enter in _states(window):
            enter()
            for size in SIZES:
                _shoot(window, name, size)
            if name != "home":
                _shoot(window, name, SMALLEST)
        _draw_meeting(window)
        window.close()
    return 0


def _draw_meeting(window: MainWindow) -> None:
    """The run screen and the projector while the meeting goes."""
    assert window.live is not None
    clock = _Fixed()
    projector = ProjectorWindow(window.live)
    projector.resize(1280, 720)
    projector.show()
    window.show_screen(RUN)
    for name, enter in _projected(window, clock):
        enter()
        for size in SIZES:
            _shoot(projector, f"projector-{name}", size)
        if name in ("write", "vote"):
            for size in SIZES:
                _shoot(window, f"run-{name}", size)
    projector.close()


if __name__ == "__main__":
    sys.exit(main())
