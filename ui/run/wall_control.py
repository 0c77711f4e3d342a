"""What the run screen does with the projector: open and close it, turn its pages, hold its picture, black it out."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from models.language import gettext as _
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.projector.window import ProjectorWindow
from ui.run import keys
from ui.run.tool_row import ToolRow

NOT_ON_THE_WALL = (keys.AWAY,)
"""Keys that mean something else in the projector window."""


class WallControl(QObject):
    """Holds the projector window; makes it when it is first asked for. `commands` are the room's keys.

    `gives_screen` comes before the only screen is given to the room.
    """

    gives_screen = Signal()

    def __init__(
        self, live: LiveDocument, tools: ToolRow, notice: Notice, commands: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(tools)
        self._live = live
        self._tools = tools
        self._notice = notice
        self._commands = commands
        self._window: ProjectorWindow | None = None
        live.wall.changed.connect(self.say)
        tools.turned.connect(self.turn)
        tools.projector.connect(self.toggle)
        tools.present.connect(self.present)
        tools.freeze.connect(live.wall.toggle_freeze)
        tools.black.connect(live.wall.toggle_black)

    @property
    def window(self) -> ProjectorWindow:
        """The second window."""
        if self._window is not None:
            return self._window
        made = ProjectorWindow(self._live)
        self.destroyed.connect(made.deleteLater)
        self.adopt(made)
        return made

    def adopt(self, window: ProjectorWindow) -> None:
        """Take a window that is there already."""
        self._window = window
        commands = {key: act for key, act in self._commands.items() if key not in NOT_ON_THE_WALL}
        keys.bind_keys(window, {key: partial(self._unless_covered, act) for key, act in commands.items()})
        window.opened.connect(self.say)
        window.screen_lost.connect(self._say_lost)
        window.screen_back.connect(self._say_back)

    def _unless_covered(self, act: Callable[[], object]) -> None:
        """While the cover asks whether to leave, nothing is done unseen behind it."""
        if not self.window.covered:
            act()

    def toggle(self) -> None:
        """Open the projector window beside this one, or close it."""
        self._notice.clear()
        self.window.toggle(self._tools.window())

    def present(self) -> None:
        """Let the room have the only screen, with all that is private hidden."""
        self._notice.clear()
        self.gives_screen.emit()
        self.window.present(self._tools.window())

    def turn(self, step: int) -> None:
        """Show the next page of what the projector shows, or with -1 the one before."""
        if self._window is not None:
            self._window.turn(step)

    def say(self) -> None:
        """Let the tools say how things are."""
        window, wall = self._window, self._live.wall
        is_open = window is not None and window.isVisible()
        self._tools.say_wall(
            projector_open=is_open,
            pages=window.pages if window else 0,
            one_screen=len(QGuiApplication.screens()) < 2,
            frozen=wall.frozen,
            black=wall.black,
        )

    def _say_lost(self) -> None:
        text = _(
            "The projector was unplugged, so its window was closed. Nothing private was shown; the clock goes on."
            " Plug it in again, then open the projector window."
        )
        self._notice.tell(text, look="warning")

    def _say_back(self) -> None:
        self._notice.tell(_("The projector is there again, and shows the room's picture."))
