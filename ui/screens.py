"""The places of the main window, and how the screen of each is made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from models.language import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.workshop import WorkshopFormat
    from ui.main_window import MainWindow

HOME, PREPARE, RUN, CONTENT, BOARD = "home", "prepare", "run", "content", "board"
DECIDE, CLOSE, LIBRARY = "decide", "close", "library"
REPLAY = "replay"
"""Lies in the place of the board; the rail has no place of its own for it."""


def content_name(workshop_format: WorkshopFormat) -> str:
    """What the place of a format's own content is called; empty for a format that has none."""
    from models.workshop import WorkshopFormat

    names = {
        WorkshopFormat.STUDY: _("Knacks"),
        WorkshopFormat.TRAINING: _("Exercise"),
        WorkshopFormat.DX: _("Process"),
    }
    return names.get(workshop_format, "")


def make_screen(name: str, window: MainWindow) -> QWidget:
    """The screen of a place, its signals led to the window."""
    return _MAKERS[name](window)


def _home(window: MainWindow) -> QWidget:
    from ui.home.screen import HomeScreen

    assert window.workspace is not None
    screen = HomeScreen(window.workspace, window.settings)
    screen.workshop_chosen.connect(window.open_workshop)
    screen.meeting_chosen.connect(lambda workshop_id: window.open_workshop(workshop_id, RUN))
    screen.file_chosen.connect(window.open_file)
    screen.problem.connect(window.say_problem)
    screen.done.connect(window.say)
    screen.language_chosen.connect(window.speak)
    return screen


def _prepare(window: MainWindow) -> QWidget:
    from ui.prepare.screen import PrepareScreen

    screen = PrepareScreen(window.open_live(), window.folder)
    screen.run_requested.connect(lambda: window.show_screen(RUN))
    return screen


def _run(window: MainWindow) -> QWidget:
    from ui.run.screen import RunScreen

    screen = RunScreen(window.open_live(), settings=window.settings)
    screen.board_requested.connect(lambda: window.show_screen(BOARD))
    screen.content_requested.connect(lambda: window.show_screen(CONTENT))
    screen.parking_requested.connect(window.park)
    screen.decide_requested.connect(lambda: window.show_screen(DECIDE))
    screen.close_requested.connect(lambda: window.show_screen(CLOSE))
    return screen


def _content(window: MainWindow) -> QWidget:
    from ui.content.screen import ContentScreen

    assert window.workspace is not None
    screen = ContentScreen(window.open_live(), window.workspace)
    screen.board_requested.connect(lambda: window.show_screen(BOARD))
    screen.decide_requested.connect(lambda: window.show_screen(DECIDE))
    return screen


def _board(window: MainWindow) -> QWidget:
    from ui.board.screen import BoardScreen

    screen = BoardScreen(window.open_live())
    screen.view.past_asked.connect(lambda: window.show_screen(REPLAY))
    return screen


def _replay(window: MainWindow) -> QWidget:
    from ui.board.replay.screen import ReplayScreen

    screen = ReplayScreen(window.open_live())
    screen.closed.connect(lambda: window.show_screen(BOARD))
    return screen


def _decide(window: MainWindow) -> QWidget:
    from ui.decide.screen import DecideScreen

    screen = DecideScreen(window.open_live())
    screen.case_requested.connect(window.make_case)
    return screen


def _close(window: MainWindow) -> QWidget:
    from ui.close.screen import CloseScreen

    return CloseScreen(window.open_live())


def _library(window: MainWindow) -> QWidget:
    from ui.library.screen import LibraryScreen

    assert window.workspace is not None
    return LibraryScreen(window.workspace, window.live)


_MAKERS: Mapping[str, Callable[[MainWindow], QWidget]] = {
    HOME: _home,
    PREPARE: _prepare,
    RUN: _run,
    CONTENT: _content,
    BOARD: _board,
    REPLAY: _replay,
    DECIDE: _decide,
    CLOSE: _close,
    LIBRARY: _library,
}
