"""Every screen and the projector, drawn from the demonstration workshops into docs/screens/: `make shots`.

Drawn offscreen with the shipped fonts, at the two sizes a meeting room has, and once at the smallest (150 % scaling).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from models.agenda import AgendaPhase
from models.demonstration import add_demonstration
from models.edits import running
from models.library.workshop_package import with_new_ids
from models.timing import Moment, system_clock
from models.workshop import WorkshopFormat, in_order
from ui.background import wait_for_all
from ui.main_window import MainWindow
from ui.prepare.screen import ABOUT, ROOM, TEAMS
from ui.projector.window import ProjectorWindow
from ui.screens import BOARD, CLOSE, CONTENT, DECIDE, HOME, LIBRARY, PREPARE, REPLAY, RUN
from ui.theme import apply_theme
from ui.wall import OnShow, Show

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
SIZES = ((1280, 720), (1920, 1080))
SMALLEST = (853, 480)
Scene = tuple[str, Callable[[], object]]


def settle(milliseconds: int = 400) -> None:
    """Let the window lay itself out, and animations end."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _shoot(widget: QWidget, name: str, *sizes: tuple[int, int]) -> None:
    for size in sizes:
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


class Drawings:
    """The window, the projector and the clock that the drawings are made with."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.clock = _Fixed()
        self.known: dict[WorkshopFormat, str] = {}

    def draw(self) -> None:
        """Draw everything."""
        for name, enter in self._screens():
            enter()
            _shoot(self.window, name, *SIZES, SMALLEST)
        for kind in WorkshopFormat:
            self._open_before_the_meeting(kind)
            self._draw_meeting(kind)
        self.window.show_screen(HOME)
        _shoot(self.window, "home", *SIZES)

    # the screens

    def _screens(self) -> Iterator[Scene]:
        """The states worth drawing, in the order in which a facilitator meets them."""
        window = self.window
        yield "home-empty", lambda: None
        yield "home-begin", lambda: window.made(HOME).begin()
        yield "home-new", self._choose_study
        yield "prepare", lambda: self._open_before_the_meeting(WorkshopFormat.KAIGI)
        for page in (ABOUT, ROOM, TEAMS):
            yield f"prepare-{page}", lambda page=page: window.made(PREPARE).tabs.turn(page)  # type: ignore[misc]
        yield RUN, lambda: window.show_screen(RUN)
        yield "decide-vote", lambda: window.show_screen(DECIDE)
        yield "decide-strokes", lambda: window.made(DECIDE).votes.counting.by_strokes.click()
        for name in (BOARD, DECIDE, CLOSE, LIBRARY):
            yield name, lambda name=name: self._open(WorkshopFormat.KAIGI, name)  # type: ignore[misc]
        yield REPLAY, self._look_back
        for kind in (WorkshopFormat.STUDY, WorkshopFormat.TRAINING, WorkshopFormat.DX):
            yield f"content-{kind}", lambda kind=kind: self._open(kind, CONTENT)  # type: ignore[misc]

    def _look_back(self) -> None:
        """The board of the 皆議 in the middle of being grouped."""
        self._open(WorkshopFormat.KAIGI, BOARD)
        self.window.show_screen(REPLAY)
        wait_for_all()
        settle()
        self.window.made(REPLAY).go_to(15)

    def _choose_study(self) -> None:
        from ui.home.template_choice import TemplateChoice

        choice = self.window.made(HOME).findChild(TemplateChoice)
        choice.shipped[WorkshopFormat.STUDY].click()

    def _open(self, kind: WorkshopFormat, screen: str = PREPARE) -> None:
        """Open the demonstration of a format, run to its end."""
        self.window.open_workshop(self._demonstration(kind), screen)

    def _demonstration(self, kind: WorkshopFormat) -> str:
        assert self.window.workspace is not None
        if kind not in self.known:
            self.known[kind] = add_demonstration(self.window.workspace, kind)
        return self.known[kind]

    def _open_before_the_meeting(self, kind: WorkshopFormat) -> None:
        """Open a copy of the demonstration with everything in it, but nothing run, agreed on the way or voted."""
        workspace = self.window.workspace
        assert workspace is not None
        whole = workspace.load(self._demonstration(kind))
        items = (item for item in whole.agenda.values() if item.minutes)
        agenda = {item.id: replace(item, agreed=None, skipped=False) for item in items}
        details = replace(whole.details, extension=0, votes_closed=False)
        copy = with_new_ids(replace(whole, timings={}, agenda=agenda, details=details))
        workspace.create(copy)
        self.window.open_workshop(copy.id, PREPARE)

    # the meeting

    def _draw_meeting(self, kind: WorkshopFormat) -> None:
        """The projector in every phase of a format, and for the 皆議 the run screen before, at and after overrun."""
        live = self.window.open_live()
        projector = ProjectorWindow(live)
        projector.resize(1280, 720)
        projector.show()
        self.window.show_screen(RUN)
        for phase in dict.fromkeys(item.phase for item in live.workshop.agenda_items()):
            self._be_at(phase, 0.4)
            self._put_on(phase)
            _shoot(projector, f"projector-{kind}-{phase}", *SIZES)
            if phase in (AgendaPhase.WRITE, AgendaPhase.LAST_TIME):
                _shoot(self.window, f"run-{kind}-{phase}", *SIZES)
        live.wall.take_off()
        projector.close()
        if kind is WorkshopFormat.KAIGI:
            self._open_before_the_meeting(kind)
            self.window.show_screen(RUN)
            self._draw_overrun()

    def _be_at(self, phase: AgendaPhase, share: float) -> None:
        """Have the room be at an item of which so great a share is over, everything before it on time."""
        live = self.window.open_live()
        items = live.workshop.agenda_items()
        item = next(item for item in items if item.phase is phase)
        seconds = item.timebox * 60 * share
        before = sum(one.timebox for one in items[: items.index(item)])
        begun = live.workshop.starts.astimezone(UTC) + timedelta(minutes=before, seconds=seconds)
        now = Moment(begun, begun.timestamp(), "drawing")
        live.clock = self.clock
        self.clock.now = now
        live.apply(running.go_to(live.workshop, item, now))
        live.apply(running.correct(live.workshop, seconds, now))

    def _put_on(self, phase: AgendaPhase) -> None:
        """Put on show what a facilitator would in this phase."""
        live = self.window.open_live()
        workshop = live.workshop
        first_knack = next(iter(in_order(workshop.knacks)), None)
        first_case = next(iter(in_order(workshop.shown_cases)), None)
        shows = {
            AgendaPhase.PRESENT: OnShow(Show.KNACK, first_knack.id) if first_knack else None,
            AgendaPhase.CASES: OnShow(Show.CASE, first_case.id) if first_case else None,
            AgendaPhase.OWN_WORK: OnShow(Show.OWN_WORK) if workshop.own_works else None,
            AgendaPhase.STEPS: OnShow(Show.STEPS) if workshop.process_steps else None,
            AgendaPhase.PLEDGE: OnShow(Show.PLEDGES) if workshop.pledges else None,
        }
        on_show = shows.get(phase)
        if on_show is not None:
            live.wall.put_on(on_show)

    def _draw_overrun(self) -> None:
        screen = self.window.made(RUN)
        self._be_at(AgendaPhase.GROUP, 0.85)
        _shoot(self.window, "run-soon", *SIZES)
        self._be_at(AgendaPhase.GROUP, 1.6)
        _shoot(self.window, "run-over", *SIZES, SMALLEST)
        screen.replanning.toggle()
        _shoot(self.window, "run-replans", *SIZES, SMALLEST)
        screen.replanning.take(1)
        _shoot(self.window, "run-replanned", *SIZES)


def main() -> int:
    """Draw everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    apply_theme(app)
    with tempfile.TemporaryDirectory(prefix="minaoshi-") as folder:
        window = MainWindow(Path(folder), QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        window.show()
        settle()
        Drawings(window).draw()
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
