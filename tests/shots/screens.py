"""The screens before the meeting and after it: the list, preparation, closing, the cases."""

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea, QWidget

from models.workshop import WorkshopFormat
from tests.shots.stage import ALL_SIZES, Picture, Stage
from ui.home.template_choice import TemplateChoice
from ui.main_window import MainWindow
from ui.prepare.note_sheets import NoteSheets
from ui.prepare.screen import ABOUT, ROOM, TEAMS
from ui.screens import CLOSE, HOME, LIBRARY, PREPARE, RUN

KAIGI = WorkshopFormat.KAIGI


def scenes(stage: Stage) -> Iterator[Picture]:
    """In the order in which a facilitator meets them."""
    window = stage.window
    window.show_screen(HOME)
    yield Picture("home-empty", sizes=ALL_SIZES)
    yield Picture("home-begin", lambda: window.made(HOME).begin(), sizes=ALL_SIZES)
    yield Picture("home-new", lambda: _choose_study(window), sizes=ALL_SIZES)
    for kind in WorkshopFormat:
        stage.demonstration(kind)
    window.show_screen(HOME)
    yield Picture("home")
    stage.open_copy(stage.before_the_meeting(KAIGI))
    yield Picture("prepare", sizes=ALL_SIZES)
    for page in (ABOUT, ROOM, TEAMS):
        window.made(PREPARE).tabs.turn(page)
        yield Picture(f"prepare-{page}", sizes=ALL_SIZES)
    window.made(PREPARE).tabs.turn(ROOM)
    yield Picture("prepare-sheets", lambda: _bring_into_sight(window.made(PREPARE), NoteSheets), sizes=ALL_SIZES)
    window.show_screen(RUN)
    yield Picture("run", sizes=ALL_SIZES)
    for name in (CLOSE, LIBRARY):
        stage.open(KAIGI, name)
        yield Picture(name, sizes=ALL_SIZES)


def _choose_study(window: MainWindow) -> None:
    choice = window.made(HOME).findChild(TemplateChoice)
    choice.shipped[WorkshopFormat.STUDY].click()


def _bring_into_sight(screen: QWidget, kind: type[QWidget]) -> None:
    wanted = screen.findChild(kind)
    for area in screen.findChildren(QScrollArea):
        if wanted is not None and area.isAncestorOf(wanted):
            area.ensureWidgetVisible(wanted)
