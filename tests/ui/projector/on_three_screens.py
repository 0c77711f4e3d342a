"""What happens to the projector on three screens: `python -m tests.ui.projector.on_three_screens FOLDER SCENARIO`.

Run in a process of its own, with a platform of three screens and a fourth that mirrors the desk's. A scenario fails
with an AssertionError.
"""

import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from random import Random

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from models.document import Document
from models.edits.change import new_id
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace
from ui.live_document import LiveDocument
from ui.projector import ProjectorWindow
from ui.projector.screens import is_shared, wall

STEPS = 800


class Room:
    """The facilitator's window, the projector, and the screens by their names."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        workspace = Workspace(folder)
        workshop = new_workshop(Details(new_id(), "会", date(2026, 6, 4), time(10)))
        workspace.create(workshop)
        self.desk = QWidget()
        self.desk.setGeometry(10, 10, 400, 300)
        self.desk.show()
        self.window = ProjectorWindow(LiveDocument(Document(workspace, workshop.id)))
        self.told: list[str] = []
        self.window.screen_lost.connect(lambda: self.told.append("lost"))
        self.window.screen_back.connect(lambda: self.told.append("back"))

    def screen(self, name: str) -> QScreen:
        return next(screen for screen in QGuiApplication.screens() if screen.name() == name)

    def removed(self, name: str) -> None:
        self.app.screenRemoved.emit(self.screen(name))
        self.app.processEvents()

    def added(self, name: str) -> None:
        self.app.screenAdded.emit(self.screen(name))
        self.app.processEvents()

    def move_desk(self, name: str) -> None:
        self.desk.windowHandle().setScreen(self.screen(name))
        self.desk.move(self.screen(name).geometry().topLeft())
        self.app.processEvents()

    def assert_safe(self) -> None:
        """The room's picture never fills the facilitator's screen beside their window, nor their window the room's."""
        window, desk = self.window, self.desk
        if window.isVisible() and window.isFullScreen():
            assert not (desk.isVisible() and is_shared(window.screen(), desk.screen()))


def fills_the_wall(room: Room) -> None:
    room.window.toggle(room.desk)
    assert room.window.isFullScreen()
    assert room.window.screen().name() == "wall"


def comes_back(room: Room) -> None:
    fills_the_wall(room)
    room.removed("wall")
    assert not room.window.isVisible()
    room.added("desk")
    room.added("mirror")
    assert not room.window.isVisible()
    room.added("wall")
    assert room.window.isFullScreen()
    assert room.window.screen().name() == "wall"
    assert room.told == ["lost", "back"]


def stays_away_when_it_was_closed(room: Room) -> None:
    fills_the_wall(room)
    room.window.toggle(room.desk)
    room.removed("wall")
    room.added("wall")
    assert not room.window.isVisible()
    assert room.told == []


def goes_to_the_other_screen_when_the_desk_is_on_the_wall(room: Room) -> None:
    room.move_desk("wall")
    room.window.toggle(room.desk)
    assert room.window.screen().name() == "desk"
    assert room.window.isFullScreen()


def makes_way_when_the_desk_comes_onto_the_wall(room: Room) -> None:
    fills_the_wall(room)
    room.move_desk("wall")
    assert room.window.isFullScreen()
    assert not is_shared(room.window.screen(), room.desk.screen())


def hides_the_desk_when_its_own_screen_is_gone(room: Room) -> None:
    fills_the_wall(room)
    room.removed("desk")
    assert room.window.is_presenting
    assert room.window.screen().name() == "wall"
    assert not room.desk.isVisible()
    room.move_desk("wall")
    assert not room.desk.isVisible()
    room.added("desk")
    assert room.window.is_presenting
    room.window.leave()
    assert len(room.window.painted_texts()) == 1
    room.window._confirm()
    assert room.desk.isVisible()
    assert not room.window.isVisible()


def closes_when_the_wall_becomes_a_mirror(room: Room) -> None:
    fills_the_wall(room)
    room.window._wall = room.screen("mirror")
    room.screen("wall").geometryChanged.emit(room.screen("desk").geometry())
    assert room.told == ["lost", "back"]  # off the mirror, and onto the screen that is the room's alone
    assert room.window.screen().name() == "wall"


def takes_no_mirror_for_the_wall(room: Room) -> None:
    desk, mirror = room.screen("desk"), room.screen("mirror")
    assert wall([desk, mirror], desk) is None
    assert wall([mirror, desk, room.screen("wall 2")], desk) == room.screen("wall 2")


def is_safe_whatever_happens(room: Room) -> None:
    rng = Random(7)
    names = ["desk", "mirror", "wall", "wall 2"]
    acts: list[Callable[[], object]] = [
        *[lambda: room.window.toggle(room.desk)] * 3,
        *[lambda: room.removed(rng.choice(names))] * 3,
        *[lambda: room.added(rng.choice(names))] * 3,
        lambda: room.move_desk(rng.choice(names)),
        lambda: room.screen(rng.choice(names)).geometryChanged.emit(room.screen("wall").geometry()),
        lambda: room.window.present(room.desk),
        *[lambda: room.window.leave()] * 3,
        *[lambda: room.window._confirm()] * 3,
        lambda: room.window._toggle_full_screen(),
    ]
    for _step in range(STEPS):
        rng.choice(acts)()
        room.app.processEvents()
        room.assert_safe()
    assert {"lost", "back"} <= set(room.told), room.told


SCENARIOS = (
    comes_back,
    stays_away_when_it_was_closed,
    goes_to_the_other_screen_when_the_desk_is_on_the_wall,
    makes_way_when_the_desk_comes_onto_the_wall,
    hides_the_desk_when_its_own_screen_is_gone,
    closes_when_the_wall_becomes_a_mirror,
    takes_no_mirror_for_the_wall,
    is_safe_whatever_happens,
)

if __name__ == "__main__":
    {one.__name__: one for one in SCENARIOS}[sys.argv[2]](Room(QApplication([]), Path(sys.argv[1])))
