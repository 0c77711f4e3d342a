"""Figures of suggested groups in the app's window: `python -m tests.bench.grouping_window WHAT` prints JSON.

Each in a process of its own, which asks for its first suggestion here; 1920×1080, drawn offscreen.
"""

import gc
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from models.edits.arranging import arrange
from models.edits.change import applied, new_id
from models.edits.notes import add_notes
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace
from tests.bench.board import settle
from tests.bench.office_notes import office_notes
from tests.bench.processes import output_of
from ui.background import wait_for_all
from ui.board.meaning import BoardMeaning
from ui.board.screen import BoardScreen
from ui.main_window import MainWindow
from ui.screens import BOARD
from ui.theme import apply_theme

SIZE = (1920, 1080)
PATIENCE_MS = 60_000
STEPS = 40


@cache
def first() -> dict[str, float]:
    """`group_first_s`: from asking, as soon as the board of a fresh process is painted, to groups to look at.

    100 notes, nothing read ahead yet. `group_first_gap_ms` is the longest time that the window, asked for a sign every
    few milliseconds, gave none.
    """
    told: dict[str, float] = json.loads(output_of("-m", "tests.bench.grouping_window", "first"))
    return told


def grain_milliseconds() -> float:
    """One step of the slider with 1,000 notes, until the panel and the board show it: the median."""
    return float(json.loads(output_of("-m", "tests.bench.grouping_window", "grain")))


def megabytes_more() -> float:
    """The proportional set size, in MB, that a suggestion for 1,000 notes adds to the idle window (Linux only)."""
    return float(json.loads(output_of("-m", "tests.bench.grouping_window", "memory")))


def _keep(count: int, folder: str) -> str:
    """Keep a workshop with notes that are in no group. In a process of its own: what makes a file opens none."""
    workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
    workshop = applied(workshop, add_notes(workshop, office_notes(count, 0)).changes)
    workshop = applied(workshop, arrange(workshop).changes)
    workspace = Workspace(Path(folder))
    workspace.create(workshop)
    workspace.close()
    return workshop.id


@contextmanager
def _board(count: int) -> Iterator[BoardScreen]:
    """The window on the board of such a workshop, as soon as it is painted."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workshop_id = output_of("-m", "tests.bench.grouping_window", "keep", str(count), name).strip()
        window = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        window.resize(*SIZE)
        window.show()
        _wait_until(lambda: window.workspace is not None)
        window.open_workshop(workshop_id, BOARD)
        screen: BoardScreen = window.made(BOARD)
        _wait_until(lambda: screen.fitted and screen.view.is_whole)
        yield screen
        window.close()
        wait_for_all()


def _wait_until(there: Callable[[], bool]) -> None:
    waited = QDeadlineTimer(PATIENCE_MS)
    while not there():
        assert not waited.hasExpired(), "it never came"
        QApplication.processEvents()


def _suggest(screen: BoardScreen) -> None:
    """Ask as a person does, and wait until there are groups to look at."""
    screen.suggest()
    _wait_until(lambda: screen.panel.draft is not None)
    QApplication.processEvents()


def _first() -> dict[str, float]:
    with _board(100) as screen:
        signs = [perf_counter()]
        sign = QTimer(screen, interval=2)
        sign.timeout.connect(lambda: signs.append(perf_counter()))
        sign.start()
        start = perf_counter()
        _suggest(screen)
        taken = perf_counter() - start
        signs.append(perf_counter())
    gap = max(later - sooner for sooner, later in pairwise(signs))
    return {"group_first_s": taken, "group_first_gap_ms": gap * 1_000}


def _shown_after(act: Callable[[], object], screen: BoardScreen) -> float:
    """The seconds from `act` until the board is painted anew."""
    painted: list[None] = []
    counter = screen.view.painted.connect(lambda: painted.append(None))
    start = perf_counter()
    act()
    _wait_until(lambda: bool(painted))
    taken = perf_counter() - start
    screen.view.painted.disconnect(counter)
    return taken


def _grain() -> float:
    times = []
    with _board(1_000) as screen:
        _suggest(screen)
        settle(2_000)
        slider = screen.panel.grain.slider
        for number in range(STEPS):
            step = (slider.value() + 1 + 7 * number % slider.maximum()) % (slider.maximum() + 1)
            times.append(_shown_after(partial(slider.setValue, step), screen))
            settle(50)
    return median(times) * 1_000


def _memory() -> float:
    BoardMeaning.warm = lambda self: None  # type: ignore[method-assign] # an idle window that has read nothing ahead
    with _board(1_000) as screen:
        settle(1_000)
        idle = _megabytes()
        _suggest(screen)
        settle(1_000)
        return _megabytes() - idle


def _megabytes() -> float:
    gc.collect()
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    if sys.argv[1] == "keep":
        print(_keep(int(sys.argv[2]), sys.argv[3]))
    else:
        print(json.dumps({"first": _first, "grain": _grain, "memory": _memory}[sys.argv[1]]()))
