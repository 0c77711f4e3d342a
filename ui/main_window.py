"""The main window: the rail with the way through a workshop, the strip above, and the screens.

The shell is painted first; the workspace, and what takes time to import, comes after.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from models.language import gettext as _
from models.language import use_language
from models.problems import Problem
from ui.notice import Notice
from ui.parts import button, label
from ui.rail import Rail
from ui.theme import UNIT, WHITE

if TYPE_CHECKING:
    from models.workspace.workspace import Workspace
    from ui.library.screen import LibraryScreen
    from ui.live_document import LiveDocument
    from ui.projector import ProjectorWindow

log = logging.getLogger("minaoshi")
BACKUP_EVERY_MS = 5 * 60 * 1000
HOME, PREPARE, RUN, BOARD, DECIDE, CLOSE, LIBRARY = "home", "prepare", "run", "board", "decide", "close", "library"


class Shell(QWidget):
    """The window's content; `painted` comes once, after it was first seen."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()


class MainWindow(QMainWindow):
    """One window on one workspace; `opened` comes when the workspace is there to be used."""

    opened = Signal()

    def __init__(self, folder: Path, settings: QSettings) -> None:
        super().__init__()
        self.folder = folder
        self.settings = settings
        self.workspace: Workspace | None = None
        self.live: LiveDocument | None = None
        self.projector: ProjectorWindow | None = None
        self._screens: dict[str, QWidget] = {}
        self._file: Path | None = None
        self._backup = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup.timeout.connect(self._back_up)
        self.setMinimumSize(640, 400)
        self._build()
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(keys), self, act)
        QShortcut(QKeySequence("Ctrl+Y"), self, self.redo)

    # the shell

    def _build(self) -> None:
        self.setWindowTitle(_("Minaoshi"))
        shell = Shell()
        shell.painted.connect(self._open_workspace, Qt.ConnectionType.QueuedConnection)
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(
            [
                (HOME, _("Workshops")),
                (PREPARE, _("Prepare")),
                (RUN, _("Run")),
                (BOARD, _("Notes")),
                (DECIDE, _("Decide")),
                (CLOSE, _("Write up")),
                (LIBRARY, _("Cases")),
            ]
        )
        self.rail.chosen.connect(self.show_screen)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.notice = Notice()
        self.stack = QStackedWidget()
        column.addWidget(self._strip())
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(shell)

    def _strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("strip")
        strip.setFixedHeight(48)
        strip.setStyleSheet(f"QWidget#strip {{ background: {WHITE}; border-bottom: 1px solid #cccccc; }}")
        row = QHBoxLayout(strip)
        row.setContentsMargins(3 * UNIT, 0, UNIT, 0)
        self.caption = label("", "lead")
        self.caption.setMinimumWidth(0)
        self.saved = label("", "second")
        self.undo_button = button(_("Undo"), self.undo, "quiet")
        self.redo_button = button(_("Redo"), self.redo, "quiet")
        row.addWidget(self.caption, 1)
        row.addWidget(self.saved)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        self._say_history()
        return strip

    # the workspace

    def _open_workspace(self) -> None:
        from models.workspace.connection import Damaged
        from models.workspace.workspace import Workspace

        try:
            self.workspace = self.workspace or Workspace(self.folder)
        except Damaged as problem:
            self._show_trouble(str(problem), can_restore=True)
            return
        except Problem as problem:
            self._show_trouble(str(problem), can_restore=False)
            return
        self._backup.start()
        self.rail.enable({HOME, LIBRARY})
        self.show_screen(HOME)
        self.opened.emit()
        if self._file is not None:
            self.open_file(self._file)

    def _show_trouble(self, sentence: str, *, can_restore: bool) -> None:
        from ui.home.trouble import TroubleScreen

        screen = TroubleScreen(self.folder, sentence, can_restore=can_restore)
        screen.try_again.connect(self._try_again)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)

    def _try_again(self) -> None:
        screen = self.stack.currentWidget()
        if screen is not None:
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._open_workspace()

    def _back_up(self) -> None:
        assert self.workspace is not None
        try:
            self.workspace.back_up_if_changed()
        except Problem as problem:
            self.say_problem(str(problem))

    def open_when_ready(self, file: Path) -> None:
        """Open a case file or a workshop package as soon as the workspace is there."""
        self._file = file

    def open_file(self, file: Path) -> None:
        """Open a case file or a workshop package; what it is, is told by its name."""
        assert self.workspace is not None
        if file.suffix.casefold() == ".jirei":
            self.show_screen(LIBRARY)
            self._library().open_case_file(file)
            return
        from models.library.workshop_package import read_package

        try:
            workshop = read_package(file)
            self.workspace.create(workshop)
        except Problem as problem:
            self.say_problem(str(problem))
            return
        self.open_workshop(workshop.id)

    # the open workshop

    def open_workshop(self, workshop_id: str, screen: str = PREPARE) -> None:
        """Open a workshop in place of the one that is open."""
        from models.document import Document
        from ui.live_document import LiveDocument

        assert self.workspace is not None
        try:
            document = Document(self.workspace, workshop_id)
        except Problem as problem:
            self.say_problem(str(problem))
            return
        self._close_workshop()
        self.live = LiveDocument(document)
        self.live.changed.connect(self._changed)
        self.live.not_saved.connect(self.say_problem)
        self.rail.enable({HOME, PREPARE, RUN, BOARD, DECIDE, CLOSE, LIBRARY})
        self._changed()
        self.show_screen(screen)

    def _close_workshop(self) -> None:
        if self.projector is not None:
            self.projector.close()
            self.projector.deleteLater()
            self.projector = None
        for name in [name for name in self._screens if name != HOME]:
            screen = self._screens.pop(name)
            self.stack.removeWidget(screen)
            screen.deleteLater()

    def _changed(self) -> None:
        assert self.live is not None
        details = self.live.workshop.details
        self.caption.setText(_("No. {number}  {title}").format(number=details.number, title=details.title))
        self.saved.setText(_("Saved"))
        self._say_history()

    def _say_history(self) -> None:
        from ui.history import edit_name

        undo = self.live.undo_kind() if self.live else None
        redo = self.live.redo_kind() if self.live else None
        self.undo_button.setEnabled(undo is not None)
        self.redo_button.setEnabled(redo is not None)
        self.undo_button.setToolTip(_("Undo: {what}").format(what=edit_name(undo)) if undo else "")
        self.redo_button.setToolTip(_("Redo: {what}").format(what=edit_name(redo)) if redo else "")

    def undo(self) -> None:
        """Take the last edit back."""
        if self.live is not None:
            self.live.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        if self.live is not None:
            self.live.redo()

    # the screens

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front, making it when it is first needed."""
        screen = self._screens.get(name)
        if screen is None:
            screen = self._screens[name] = self._made(name)
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self.rail.mark(name)
        shown: Callable[[], None] | None = getattr(screen, "shown", None)
        if shown is not None:
            shown()

    def _made(self, name: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            HOME: self._home,
            PREPARE: self._prepare,
            RUN: self._run,
            BOARD: self._board,
            DECIDE: self._decide,
            CLOSE: self._close,
            LIBRARY: self._make_library,
        }
        return makers[name]()

    def _home(self) -> QWidget:
        from ui.home.screen import HomeScreen

        assert self.workspace is not None
        screen = HomeScreen(self.workspace, self.settings)
        screen.workshop_chosen.connect(self.open_workshop)
        screen.file_chosen.connect(self.open_file)
        screen.problem.connect(self.say_problem)
        screen.done.connect(self.say)
        screen.language_chosen.connect(self.speak)
        return screen

    def _prepare(self) -> QWidget:
        from ui.prepare.screen import PrepareScreen

        screen = PrepareScreen(self._open_live())
        screen.run_requested.connect(lambda: self.show_screen(RUN))
        return screen

    def _run(self) -> QWidget:
        from ui.run.screen import RunScreen

        screen = RunScreen(self._open_live())
        screen.board_requested.connect(lambda: self.show_screen(BOARD))
        screen.close_requested.connect(lambda: self.show_screen(DECIDE))
        return screen

    def _board(self) -> QWidget:
        from ui.board.screen import BoardScreen

        return BoardScreen(self._open_live())

    def _decide(self) -> QWidget:
        from ui.decide.screen import DecideScreen

        screen = DecideScreen(self._open_live())
        screen.case_requested.connect(self._make_case)
        return screen

    def _close(self) -> QWidget:
        from ui.close.screen import CloseScreen

        return CloseScreen(self._open_live())

    def _library(self) -> LibraryScreen:
        from ui.library.screen import LibraryScreen

        screen = self._screens[LIBRARY]
        assert isinstance(screen, LibraryScreen)
        return screen

    def _make_library(self) -> QWidget:
        from ui.library.screen import LibraryScreen

        assert self.workspace is not None
        return LibraryScreen(self.workspace, self.live)

    def _make_case(self, action_id: str) -> None:
        self.show_screen(LIBRARY)
        self._library().make_case(action_id)

    def _open_live(self) -> LiveDocument:
        assert self.live is not None
        return self.live

    def speak(self, language: str) -> None:
        """Speak another language from now on; every screen is made anew."""
        use_language(language)
        self.settings.setValue("language", language)
        self._close_workshop()
        home = self._screens.pop(HOME)
        self.live = None
        home.deleteLater()
        self._build()

    # what is said

    def say_problem(self, sentence: str, retry: Callable[[], bool] | None = None) -> None:
        """Say what went wrong; `retry` tries again and returns whether it worked."""

        def again() -> None:
            if retry is not None and retry():
                self.notice.clear()

        deeds = [(_("Try again"), again)] if retry is not None else []
        self.notice.tell(sentence, *deeds, look="problem")

    def say(self, sentence: str) -> None:
        """Say that something is done."""
        self.notice.tell(sentence)

    def say_unexpected(self) -> None:
        """Say that the program went wrong; what was shown as saved is saved."""
        self.say_problem(
            _(
                "Something unexpected went wrong. What was shown as saved is safe. Please close Minaoshi and open it"
                " again."
            )
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is half typed is saved on leaving its editor; then the file is let go."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self._close_workshop()
        if self.workspace is not None:
            try:
                self.workspace.close()
            except Problem:
                log.warning("no backup at closing")
            self.workspace = None
        super().closeEvent(event)
