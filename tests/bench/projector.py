"""The projector's figure, taken in a process of its own: `python -m tests.bench.projector` prints it as JSON."""

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from models.agenda import AgendaPhase
from models.document import Document
from models.edits.change import new_id
from models.edits.clusters import group_notes
from models.edits.notes import add_notes
from models.edits.running import go_to
from models.language import use_language
from models.templates import new_workshop
from models.timing import Moment
from models.workshop import Details
from models.workspace.workspace import Workspace
from tests.bench.processes import output_of
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.theme import apply_theme

REPAINTS = 60
SIZE = (1920, 1080)
NOTES = 60
A_GROUP = 10
TURN_EVERY = 2


def projector_repaint_ms() -> float:
    """The median repaint, in ms, of the projector at 1920×1080 with 60 revealed notes in groups.

    From reading the workshop and the clock to the last pixel; each picture differs from the one before.
    """
    return float(json.loads(output_of("-m", "tests.bench.projector")))


@dataclass
class _Clock:
    """A clock that goes a second a look ahead when it is told to."""

    seconds: float = 0.0

    def __call__(self) -> Moment:
        return Moment(datetime(2026, 6, 4, 1, tzinfo=UTC) + timedelta(seconds=self.seconds), self.seconds, "bench")


@contextmanager
def _projector(clock: _Clock) -> Iterator[ProjectorWindow]:
    """The projector while the notes are grouped."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app)
    use_language("ja")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        workshop = new_workshop(Details(new_id(), "業務見直し皆議", date(2026, 6, 4), time(10)))
        workspace.create(workshop)
        live = LiveDocument(Document(workspace, workshop.id), clock)
        _fill(live)
        item = next(one for one in live.workshop.agenda_items() if one.phase is AgendaPhase.GROUP)
        live.apply(go_to(live.workshop, item, clock()))
        window = ProjectorWindow(live)
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        yield window
        window.close()
        workspace.close()


def _fill(live: LiveDocument) -> None:
    live.apply(add_notes(live.workshop, [f"照会の回答を毎回作り直していて、時間がかかる（{n}）" for n in range(NOTES)]))
    ids = [note.id for note in live.workshop.ordered_notes()]
    for start in range(0, NOTES, A_GROUP):
        live.apply(group_notes(live.workshop, ids[start : start + A_GROUP], f"照会を減らしたい {start}"))


def _measured() -> float:
    clock = _Clock()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    times, last = [], b""
    with _projector(clock) as window:
        window.render(image, QPoint())
        for number in range(REPAINTS):
            clock.seconds += 1
            start = perf_counter()
            window.turn(1 if number % TURN_EVERY == 0 else 0)
            window.render(image, QPoint())
            times.append(perf_counter() - start)
            picture = hashlib.sha256(bytes(image.constBits())).digest()
            assert picture != last, "the picture stayed the same"
            last = picture
    return median(times) * 1_000


if __name__ == "__main__":
    print(json.dumps(_measured()))
