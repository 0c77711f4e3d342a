"""Figures of the window, taken in processes of their own: `python -m tests.bench.window NAME` prints them as JSON."""

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from models.document import Document
from models.edits.change import new_id
from models.edits.clusters import arrange, group_notes
from models.edits.notes import add_notes
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace
from tests.bench.processes import output_of
from ui.board.view import BoardView
from ui.main_window import MainWindow
from ui.screens import BOARD
from ui.theme import apply_theme

FRAMES = 60
SIZE = (1920, 1080)


def window_mb() -> float:
    """The proportional set size, in MB, of the window that shows the board with 100 notes (Linux only)."""
    return float(json.loads(output_of("-m", "tests.bench.window", "memory")))


def frames_ms() -> dict[str, float]:
    """The median frame, in ms, of panning, of panning with everything in sight, and of dragging, with 1,000 notes."""
    found: dict[str, float] = json.loads(output_of("-m", "tests.bench.window", "frames"))
    return found


def _settle(milliseconds: int) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _kept_workshop(folder: Path, count: int) -> str:
    """A workshop of `count` notes, seven in ten of them in groups. Returns its id."""
    rng = Random(1)
    words = ("会議", "資料", "様式", "押印", "照会", "国会対応", "引継ぎ", "予算", "旅費", "システム")
    texts = [f"{rng.choice(words)}の{rng.choice(words)}に時間がかかる（{number}）" for number in range(count)]
    workspace = Workspace(folder)
    workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
    workspace.create(workshop)
    document = Document(workspace, workshop.id)
    document.apply(add_notes(workshop, texts))
    ids = [note.id for note in document.workshop.ordered_notes()]
    for start in range(0, count * 7 // 10, 10):
        document.apply(group_notes(document.workshop, ids[start : start + 10], f"表札{start // 10}"))
    document.apply(arrange(document.workshop))
    workspace.close()
    return workshop.id


@contextmanager
def _board(count: int) -> Iterator[BoardView]:
    """The app's window, 1920×1080, on the board of a workshop with `count` notes."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workshop_id = _kept_workshop(folder, count)
        window = MainWindow(folder, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        window.resize(*SIZE)
        window.show()
        while window.workspace is None:
            _settle(20)
        window.open_workshop(workshop_id, BOARD)
        _settle(1_000)
        yield window.made(BOARD).view
        window.close()


def _memory() -> float:
    with _board(100):
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


class _Paints(QObject):
    """Counts how often the board was painted."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def _median_frame(view: BoardView, step: Callable[[int], None]) -> float:
    """The median time of a step until it is painted. Every frame must be painted, and be another picture."""
    paints, times, pictures = _Paints(view), [], set()
    for number in range(FRAMES):
        painted = paints.count
        start = perf_counter()
        step(number)
        QApplication.processEvents()
        times.append(perf_counter() - start)
        assert paints.count > painted, "a step was not painted"
        image = view.viewport().grab().toImage()
        pictures.add(hashlib.sha256(bytes(image.constBits())).digest())
    assert len(pictures) == FRAMES, "frames were the same"
    return median(times) * 1_000


def _pan(view: BoardView) -> float:
    view.zoom_to(1.0)
    view.centerOn(1_000.0, 500.0)
    _settle(300)
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()

    def step(number: int) -> None:
        across.setValue(across.value() + (7 if number % 20 < 10 else -6))
        down.setValue(down.value() + 23)

    return _median_frame(view, step)


def _fit(view: BoardView) -> float:
    """Panning while everything is in sight."""
    view.zoom_to_fit()
    _settle(300)
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()

    def step(number: int) -> None:
        across.setValue(across.value() + (7 if number % 20 < 10 else -6))
        down.setValue(down.value() + (5 if number % 30 < 15 else -4))

    return _median_frame(view, step)


def _drag(view: BoardView, *, everything: bool) -> float:
    """Twenty notes under the mouse, at 100 % or with everything in sight."""
    if everything:
        view.zoom_to_fit()
    else:
        view.zoom_to(1.0)
    _settle(300)
    held = list(view.board.notes)[:20]
    view.board.select(held)
    if not everything:
        view.centerOn(view.board.notes[held[0]])
    place = view.mapFromScene(view.board.notes[held[0]].sceneBoundingRect().center())
    _send(view, QEvent.Type.MouseButtonPress, QPointF(place))
    for way in range(1, 20):
        _send(view, QEvent.Type.MouseMove, QPointF(place.x() + way, place.y()))
    _settle(300)

    def step(number: int) -> None:
        _send(view, QEvent.Type.MouseMove, QPointF(place.x() + 20 + 4 * number, place.y() + 3 * number))

    found = _median_frame(view, step)
    view.mouse.give_up()
    return found


def _send(view: BoardView, kind: QEvent.Type, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    plain, held = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, QPointF(view.viewport().mapToGlobal(at)), button, held, plain)
    QApplication.sendEvent(view.viewport(), event)


def _frames() -> dict[str, float]:
    with _board(1_000) as view:
        dragging = max(_drag(view, everything=False), _drag(view, everything=True))
        return {"pan_1000_ms": _pan(view), "fit_1000_ms": _fit(view), "drag_1000_ms": dragging}


if __name__ == "__main__":
    print(json.dumps(_memory() if sys.argv[1] == "memory" else _frames()))
