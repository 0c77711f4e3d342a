"""The main window: the rail with the way through a workshop, the strip above, and the screens.

The shell is painted first; the workspace, and what takes time to import, comes after.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from models.language import gettext as _
from models.language import use_language
from models.problems import Problem
from ui.history import edit_name, edit_place
from ui.notice import Notice
from ui.qt_words import qt_speaks
from ui.rail import Rail
from ui.screens import BOARD, CLOSE, CONTENT, DECIDE, HOME, LIBRARY, PREPARE, REPLAY, RUN, content_name, make_screen
from ui.strip import Strip

if TYPE_CHECKING:
    from models.grouping.vector_file import VectorFolder
    from models.workspace.workspace import Workspace
    from ui.library.screen import LibraryScreen
    from ui.live_document import LiveDocument
    from ui.parking import ParkingLine
    from ui.timekeeper import Timekeeper

log = logging.getLogger("minaoshi")
BACKUP_EVERY_MS = 5 * 60 * 1000
PARKING_KEY = "F8"


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
    """One window on one workspace; `opened` comes when the workspace is there to be used.

    In `cache`, if there is one, lies what is only kept to save time.
    """

    opened = Signal()

    def __init__(self, folder: Path, settings: QSettings, cache: Path | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.cache = cache
        self.settings = settings
        self.workspace: Workspace | None = None
        self.live: LiveDocument | None = None
        self._screens: dict[str, QWidget] = {}
        self._timekeeper: Timekeeper | None = None
        self._retrying = False
        self._file: Path | None = None
        self._warned = False
        self._backup = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup.timeout.connect(self._back_up)
        self.setMinimumSize(640, 400)
        self._build()
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(keys), self, act)
        QShortcut(QKeySequence("Ctrl+Y"), self, self.redo)
        QShortcut(QKeySequence(PARKING_KEY), self, self.park)

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
                (CONTENT, ""),
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
        self.strip = Strip()
        self._front = HOME
        self.strip.undo_asked.connect(self.undo)
        self.strip.redo_asked.connect(self.redo)
        self.strip.replan_asked.connect(self.replan)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self._column = column
        self.parking: ParkingLine | None = None
        row.addLayout(column, 1)
        self.setCentralWidget(shell)

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
        file, self._file = self._file, None  # this comes again with another language
        if file is not None:
            self.open_file(file)

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
        from ui.parking import ParkingLine
        from ui.timekeeper import Timekeeper

        assert self.workspace is not None
        try:
            document = Document(self.workspace, workshop_id)
        except Problem as problem:
            self.say_problem(str(problem))
            return
        if not self._is_kept():
            return
        self._close_workshop()
        kept = self._vectors()
        self.live = LiveDocument(document, vectors=None if kept is None else kept.file(workshop_id))
        self.strip.follow(self.live)
        self.made(HOME).follow(self.live)
        self.live.changed.connect(self._forget_warning)
        self.live.not_saved.connect(self.say_problem)
        self._timekeeper = Timekeeper(self.live, self.live)
        if self.parking is None:
            self.parking = ParkingLine()
            self._column.addWidget(self.parking)
        self.parking.follow(self.live)
        self.rail.enable({HOME, PREPARE, RUN, CONTENT, BOARD, DECIDE, CLOSE, LIBRARY})
        self.rail.name(CONTENT, content_name(self.live.workshop.details.format))
        self.show_screen(screen)

    def _is_kept(self) -> bool:
        """Save what is half typed. False, the first time, when that fails: everything stays, with every word."""
        from ui.form import Form

        failed: list[str] = []
        live = self.live
        if live is None:
            return True

        def count(sentence: str, _retry: object) -> None:
            failed.append(sentence)

        live.not_saved.connect(count)
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for form in self.findChildren(Form):
            form.flush()
        if self.parking is not None:
            self.parking.park()
        live.not_saved.disconnect(count)
        if not failed or self._warned:
            return True
        self._warned = True
        self.say_problem(
            _("{problem} What is half typed would be lost; to go on all the same, do it once more.").format(
                problem=failed[0]
            )
        )
        return False

    def _forget_warning(self) -> None:
        """Something was saved: what was warned of is over, and trying the old edit again would do it twice."""
        self._warned = False
        if self._retrying:
            self._retrying = False
            self.notice.clear()

    def _close_workshop(self) -> None:
        if self.live is not None:
            self.live.closed.emit()
        if self._timekeeper is not None:
            self._timekeeper.stop()
        for name in [name for name in self._screens if name != HOME]:
            screen = self._screens.pop(name)
            self.stack.removeWidget(screen)
            screen.deleteLater()

    def undo(self) -> None:
        """Take the last edit back."""
        kind = self.live.undo_kind() if self.live is not None and not self.strip.past else None
        if self.live is not None and kind is not None and self.live.undo():
            self._tell(kind, _("Undone: {what}"), _("{what} ({place}) was undone"))

    def redo(self) -> None:
        """Do again what was undone."""
        kind = self.live.redo_kind() if self.live is not None and not self.strip.past else None
        if self.live is not None and kind is not None and self.live.redo():
            self._tell(kind, _("Done again: {what}"), _("{what} ({place}) was done again"))

    def _tell(self, kind: str, here: str, elsewhere: str) -> None:
        """Say what went or came back; when it is on another screen, which one."""
        place = edit_place(kind)
        name = self.rail.text(place) if place != self._front else ""
        words = elsewhere if name else here
        self.strip.tell(words.format(what=edit_name(kind), place=name), unseen=bool(name))

    def park(self) -> None:
        """Ask what is to be set aside in the parking lot."""
        if self.parking is not None:
            self.parking.ask()

    def replan(self) -> None:
        """Go to the running meeting and show what can be done about the time."""
        self.show_screen(RUN)
        replanning = self.made(RUN).replanning
        if not replanning.is_open:
            replanning.toggle()

    # the screens

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front, making it when it is first needed."""
        screen = self._screens.get(name)
        if screen is None:
            screen = self._screens[name] = make_screen(name, self)
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self._front = name
        screen.setFocus()  # Tab then begins at the screen's first control
        self.rail.mark(BOARD if name == REPLAY else name)
        self.strip.stand_by(clock=name == RUN, past=name == REPLAY)
        shown: Callable[[], None] | None = getattr(screen, "shown", None)
        if shown is not None:
            shown()

    def made(self, name: str) -> Any:
        """A screen that was made already; its type depends on the name."""
        return self._screens[name]

    def _library(self) -> LibraryScreen:
        from ui.library.screen import LibraryScreen

        screen = self._screens[LIBRARY]
        assert isinstance(screen, LibraryScreen)
        return screen

    def make_case(self, action_id: str) -> None:
        """Go to the cases with a new one made from an action."""
        self.show_screen(LIBRARY)
        self._library().make_case(action_id)

    def open_live(self) -> LiveDocument:
        """The workshop that is open; there is one while its screens are made."""
        assert self.live is not None
        return self.live

    def speak(self, language: str) -> None:
        """Speak another language from now on; every screen is made anew."""
        if not self._is_kept():
            return
        use_language(language)
        qt_speaks(language)
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

        self._retrying = retry is not None
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
        if not self._is_kept():
            event.ignore()
            return
        self._close_workshop()
        if self.workspace is not None:
            self._tidy_cache(self.workspace)
            try:
                self.workspace.close()
            except Problem:
                log.warning("no backup at closing")
            self.workspace = None
        super().closeEvent(event)

    def _vectors(self) -> VectorFolder | None:
        """Where what notes mean is kept, if anywhere."""
        from models.grouping.vector_file import VectorFolder

        return None if self.cache is None else VectorFolder(self.cache, self.folder)

    def _tidy_cache(self, workspace: Workspace) -> None:
        """What was kept of workshops that are gone or put away goes too."""
        vectors = self._vectors()
        if vectors is not None:
            with suppress(Problem):  # a list that cannot be read was told of at its screen
                vectors.keep_only(details.id for details in workspace.workshops() if not details.archived)
