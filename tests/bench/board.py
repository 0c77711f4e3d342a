"""Figures of the board with 1,000 and 10,000 notes: `python -m tests.bench.board NAME COUNT` prints them as JSON.

The app's window, 1920×1080, drawn offscreen. A frame is one step of the hand until the window has painted it; the next
picture must differ from the last, and is read from the screen, so that nothing is painted for the reading. Medians of
60 frames; a zoom also tells its worst.
"""

import gc
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.board import Cluster, NoteKind
from models.edits.arranging import arrange
from models.edits.change import applied, new_id, put
from models.edits.notes import add_notes
from models.templates import new_workshop
from models.workshop import Details, Workshop
from models.workspace.workspace import Workspace
from tests.bench.processes import output_of
from ui.background import wait_for_all
from ui.board.meaning import BoardMeaning
from ui.board.screen import BoardScreen
from ui.board.view import LEAST_ZOOM, MOST_ZOOM, BoardView
from ui.main_window import MainWindow
from ui.screens import BOARD
from ui.theme import apply_theme

FRAMES = 60
SIZE = (1920, 1080)
PATIENCE_MS = 5_000


@cache
def figures(count: int) -> dict[str, float]:
    """Every figure of a board with so many notes, by its name."""
    found: dict[str, float] = json.loads(output_of("-m", "tests.bench.board", "frames", str(count)))
    return found


@cache
def megabytes(count: int) -> float:
    """The proportional set size, in MB, of the window that shows a board with so many notes (Linux only).

    Nothing is read ahead there for grouping.
    """
    return float(json.loads(output_of("-m", "tests.bench.board", "memory", str(count))))


def settle(milliseconds: int) -> None:
    """Let the window work for a while."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def crowded(count: int) -> Workshop:
    """A workshop of `count` notes, seven in ten of them in groups of ten, in order."""
    rng = Random(1)
    words = ("会議", "資料", "様式", "押印", "照会", "国会対応", "引継ぎ", "予算", "旅費", "システム")
    texts = [
        f"{rng.choice(words)}の{rng.choice(words)}に時間がかかり、残業になる（{number}）" for number in range(count)
    ]
    workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
    workshop = applied(workshop, add_notes(workshop, texts).changes)
    notes, kinds = workshop.ordered_notes(), list(NoteKind)
    clusters = [Cluster(new_id(), float(i), f"表札{i}") for i in range(count * 7 // 100)]
    placed = [
        replace(note, kind=rng.choice(kinds), cluster_id=clusters[i // 10].id if i // 10 < len(clusters) else None)
        for i, note in enumerate(notes)
    ]
    workshop = applied(workshop, put(workshop, "", *clusters, *placed).changes)
    return applied(workshop, arrange(workshop).changes)


def _keep(count: int, folder: str) -> str:
    """Keep such a workshop in a folder. In a process of its own: what makes a new file is not what opens one."""
    workshop = crowded(count)
    workspace = Workspace(Path(folder))
    workspace.create(workshop)
    workspace.close()
    return workshop.id


@contextmanager
def _window(count: int) -> Iterator[tuple[MainWindow, str]]:
    """The app's window on its list of meetings, and the id of a workshop with so many notes."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workshop_id = output_of("-m", "tests.bench.board", "keep", str(count), name).strip()
        window = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        window.resize(*SIZE)
        window.show()
        while window.workspace is None:
            settle(20)
        settle(500)
        yield window, workshop_id
        window.close()
        wait_for_all()


@contextmanager
def board(count: int) -> Iterator[tuple[MainWindow, BoardView]]:
    """The same window on its board."""
    with _window(count) as (window, workshop_id):
        window.open_workshop(workshop_id, BOARD)
        settle(1_500)
        yield window, window.made(BOARD).view


class _Camera:
    """What the screen shows, without having anything painted for it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last = b""

    def changed(self) -> bool:
        """Whether the screen shows another picture than the last time."""
        image = self._window.screen().grabWindow(self._window.winId()).toImage()
        picture = hashlib.sha256(bytes(image.constBits())).digest()
        changed, self._last = picture != self._last, picture
        return changed


def _frames(window: MainWindow, view: BoardView, step: Callable[[int], None]) -> list[float]:
    """The milliseconds of each step until the board has painted it. Every frame must be another picture."""
    camera, times, painted = _Camera(window), [], [0]
    camera.changed()
    counter = view.painted.connect(lambda: painted.__setitem__(0, painted[0] + 1))
    for number in range(FRAMES):
        before = painted[0]
        start = perf_counter()
        step(number)
        QApplication.processEvents()
        times.append((perf_counter() - start) * 1_000)
        assert painted[0] > before, "a step was not painted"
        assert camera.changed(), "a frame was the same as the last"
    view.painted.disconnect(counter)
    return times


def _scroll(view: BoardView, across: int, down: int) -> None:
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + across)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + down)


def _pan(window: MainWindow, view: BoardView) -> dict[str, float]:
    view.zoom_to(1.0)
    view.centerOn(1_000.0, 500.0)
    settle(500)
    times = _frames(window, view, lambda n: _scroll(view, 7 if n % 20 < 10 else -6, 23))
    return {"pan": median(times)}


def _fit(window: MainWindow, view: BoardView) -> dict[str, float]:
    view.zoom_to_fit()
    settle(800)
    panned = _frames(window, view, lambda n: _scroll(view, 7 if n % 20 < 10 else -6, 5 if n % 30 < 15 else -4))

    def repaint(number: int) -> None:
        _scroll(view, 6 if number % 20 < 10 else -7, 0)
        view.viewport().update()

    settle(500)
    return {"fit": median(panned), "repaint_fit": median(_frames(window, view, repaint))}


def _zoom(window: MainWindow, view: BoardView) -> dict[str, float]:
    view.zoom_to_fit()
    settle(800)
    least = max(LEAST_ZOOM, view.zoom * 0.9)
    by = (MOST_ZOOM / least) ** (1.0 / (FRAMES - 1))
    view.zoom_to(least / by)
    settle(800)
    inwards = _frames(window, view, lambda n: view.zoom_to(least * by**n))
    settle(800)
    outwards = _frames(window, view, lambda n: view.zoom_to(MOST_ZOOM / by ** (n + 0.5)))
    times = inwards + outwards
    return {"zoom": median(times), "zoom_worst": max(times)}


def _send(view: BoardView, kind: QEvent.Type, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    plain, held = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, QPointF(view.viewport().mapToGlobal(at)), button, held, plain)
    QApplication.sendEvent(view.viewport(), event)


def _rubber(window: MainWindow, view: BoardView) -> dict[str, float]:
    """A rubber band that grows from the upper left corner over everything."""
    view.board.select(())
    view.zoom_to_fit()
    settle(800)
    width, height = view.viewport().width() - 24, view.viewport().height() - 24
    _send(view, QEvent.Type.MouseButtonPress, QPointF(18.0, 18.0))

    def step(number: int) -> None:
        share = (number + 1) / FRAMES
        _send(view, QEvent.Type.MouseMove, QPointF(20.0 + (width - 20.0) * share, 20.0 + (height - 20.0) * share))

    times = _frames(window, view, step)
    assert len(view.board.chosen) == len(view.board.notes), "the band did not reach everything"
    view.mouse.give_up()
    view.board.select(())
    return {"rubber": median(times)}


def _dragged(window: MainWindow, view: BoardView, held: list[str], *, fit: bool) -> float:
    view.board.select(held)
    if fit:
        view.zoom_to_fit()
    else:
        view.zoom_to(1.0)
        view.centerOn(*view.board.place(held[0]))
    settle(800)
    x, y = view.board.place(held[0])
    place = QPointF(view.mapFromScene(QPointF(x + 100.0, y + 50.0)))
    _send(view, QEvent.Type.MouseButtonPress, place)
    for way in range(1, 20):
        _send(view, QEvent.Type.MouseMove, place + QPointF(way, 0.0))
    settle(500)
    times = _frames(window, view, lambda n: _send(view, QEvent.Type.MouseMove, place + QPointF(20 + 4 * n, 3 * n)))
    view.mouse.give_up()
    view.board.select(())
    return median(times)


def _drag(window: MainWindow, view: BoardView) -> dict[str, float]:
    """One note and five hundred: the worse of at 100 % and with everything in sight."""
    notes = [note.id for note in view.edits.workshop.ordered_notes()]
    one = max(_dragged(window, view, notes[12:13], fit=fit) for fit in (False, True))
    many = max(_dragged(window, view, notes[:500], fit=fit) for fit in (False, True))
    return {"drag": one, "drag500": many}


def _type(window: MainWindow, view: BoardView) -> dict[str, float]:
    view.zoom_to(1.0)
    note = view.edits.workshop.ordered_notes()[3]
    view.go_to(note.id)
    view.edit_note.emit(note.id)
    settle(500)
    screen: BoardScreen = window.made(BOARD)
    box = screen.editing.box
    assert box is not None
    keys = "abcdefghij"
    camera, times = _Camera(window), []
    camera.changed()
    for number in range(FRAMES):
        start = perf_counter()
        if number % 20 < 10:
            QTest.keyClicks(box, keys[number % 10])
        else:
            QTest.keyClick(box, Qt.Key.Key_Backspace)
        QApplication.processEvents()
        times.append((perf_counter() - start) * 1_000)
        assert camera.changed(), "a key was not painted"
    screen.editing.give_up()
    return {"type": median(times)}


def _add(window: MainWindow, view: BoardView) -> dict[str, float]:
    """Enter until the note is on the disk and painted; the line is filled before."""
    view.zoom_to_fit()
    settle(500)
    screen: BoardScreen = window.made(BOARD)
    screen.focus_entry()

    times = []
    for number in range(FRAMES):
        screen.entry.line.setText(f"新しい困りごと{number}")
        settle(60)
        count = len(view.edits.workshop.notes)
        times += _one_frame(view, lambda: QTest.keyClick(screen.entry.line, Qt.Key.Key_Return))
        assert len(view.edits.workshop.notes) == count + 1
    return {"add": median(times)}


def _one_frame(view: BoardView, step: Callable[[], object]) -> list[float]:
    """The milliseconds of a step until all that it changed is painted."""
    painted: list[int] = []
    counter = view.painted.connect(lambda: painted.append(1))
    start = perf_counter()
    step()
    waited = QDeadlineTimer(PATIENCE_MS)
    while not (painted and view.is_whole):
        assert not waited.hasExpired(), "nothing was painted"
        QApplication.processEvents()
    taken = (perf_counter() - start) * 1_000
    view.painted.disconnect(counter)
    return [taken]


def _undo(window: MainWindow, view: BoardView) -> dict[str, float]:
    """Undo of a move of every note, until the whole board is painted as it was."""
    view.zoom_to_fit()
    times = []
    for _round in range(5):
        places = {i: (x + 40.0, y + 24.0) for i in view.board.notes for x, y in [view.board.place(i)]}
        assert view.edits.move(places)
        settle(800)
        times += _one_frame(view, window.undo)
        settle(300)
    return {"undo": median(times)}


def _open(count: int) -> float:
    """The seconds from asking for a workshop to its board's first frame with everything in it: median of five."""
    times = []
    for _round in range(5):
        with _window(count) as (window, workshop_id):
            start = perf_counter()
            window.open_workshop(workshop_id, BOARD)
            view: BoardView = window.made(BOARD).view
            screen: BoardScreen = window.made(BOARD)
            waited = QDeadlineTimer(PATIENCE_MS)
            while not (screen.fitted and view.is_whole):
                assert not waited.hasExpired(), "the board was not painted"
                QApplication.processEvents()
            times.append(perf_counter() - start)
    return median(times)


def _all(count: int) -> dict[str, float]:
    found: dict[str, float] = {}
    with board(count) as (window, view):
        for measure in (_pan, _fit, _zoom, _rubber, _drag, _type, _add, _undo):
            found |= {f"{name}_{count}_ms": value for name, value in measure(window, view).items()}
    if count == 10_000:
        found[f"open_{count}_s"] = _open(count)
    return found


def _memory(count: int) -> float:
    BoardMeaning.warm = lambda self: None  # type: ignore[method-assign] # what that adds is `group_mb`
    with board(count):
        gc.collect()
        settle(500)
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    asked, notes = sys.argv[1], int(sys.argv[2])
    if asked == "keep":
        print(_keep(notes, sys.argv[3]))
    else:
        print(json.dumps(_memory(notes) if asked == "memory" else _all(notes)))
