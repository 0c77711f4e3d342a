"""The window that is drawn, the workshops in it, and how a picture of it is taken."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QRect, QSettings
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from models.demonstration import add_demonstration
from models.library.workshop_package import with_new_ids
from models.timing import Moment, system_clock
from models.workshop import Workshop, WorkshopFormat
from models.workspace.workspace import Workspace
from ui.main_window import MainWindow
from ui.screens import PREPARE
from ui.theme import FIELD_LINE

FOLDER = Path(__file__).parent.parent.parent / "docs" / "screens"
SIZES = ((1280, 720), (1920, 1080))
SMALLEST = (853, 480)
ALL_SIZES = (*SIZES, SMALLEST)
LAYING_OUT_MS, SETTLING_MS, PATIENCE_MS = 120, 320, 10_000
"""A window lays itself out; motion ends; work beside the window is given up."""


OUT_OF_THE_WAY = QPoint(790, 790)
"""Where the pointer points at nothing: windows of an offscreen screen begin in its upper left."""
_SHADE = QColor(0, 0, 0, 70)
"""What lies behind a dialog steps back."""


def settle(milliseconds: int = SETTLING_MS) -> None:
    """Let the window lay itself out, and animations end."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def wait_for(done: Callable[[], object]) -> None:
    """Let work beside the window come to its end."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not done():
        assert not deadline.hasExpired(), "what is drawn never came"
        settle(20)


def nothing() -> None:
    """Nothing to do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A state worth drawing: `enter` brings it about each time the window has got its size, `leave` ends it."""

    name: str
    enter: Callable[[], object] = nothing
    leave: Callable[[], object] = nothing
    sizes: tuple[tuple[int, int], ...] = SIZES
    widget: QWidget | None = None


class FixedClock:
    """A clock that the drawings set, so that they are the same each time."""

    def __init__(self) -> None:
        self.now = system_clock()

    def __call__(self) -> Moment:
        return self.now


class Stage:
    """The window, and the demonstrations that are opened in it."""

    def __init__(self, window: MainWindow, wanted: tuple[str, ...] = ()) -> None:
        self.window = window
        self.wanted = wanted
        self.clock = FixedClock()
        self._known: dict[WorkshopFormat, str] = {}

    def shoot(self, picture: Picture) -> None:
        """Draw a state at its sizes, unless only others are wanted."""
        if self.wanted and not picture.name.startswith(self.wanted):
            return
        widget = picture.widget or self.window
        for size in picture.sizes:
            QCursor.setPos(OUT_OF_THE_WAY)
            widget.resize(*size)
            settle(LAYING_OUT_MS)
            picture.enter()
            settle()
            path = FOLDER / f"{picture.name}-{size[0]}.png"
            _seen(widget).save(str(path))
            print(path.relative_to(FOLDER.parent.parent))
            picture.leave()

    @property
    def workspace(self) -> Workspace:
        """The window's."""
        assert self.window.workspace is not None
        return self.window.workspace

    def demonstration(self, kind: WorkshopFormat) -> Workshop:
        """The demonstration of a format, run to its end."""
        if kind not in self._known:
            self._known[kind] = add_demonstration(self.workspace, kind)
        return self.workspace.load(self._known[kind])

    def open(self, kind: WorkshopFormat, screen: str = PREPARE) -> None:
        """Open the demonstration of a format."""
        self.window.open_workshop(self.demonstration(kind).id, screen)

    def open_copy(self, workshop: Workshop, screen: str = PREPARE) -> None:
        """Open a workshop made for a drawing; it gets ids of its own."""
        copy = with_new_ids(workshop)
        self.workspace.create(copy)
        self.window.open_workshop(copy.id, screen)

    def before_the_meeting(self, kind: WorkshopFormat) -> Workshop:
        """The demonstration with everything in it, but nothing run, agreed on the way or voted."""
        whole = self.demonstration(kind)
        items = (item for item in whole.agenda.values() if item.minutes)
        agenda = {item.id: replace(item, agreed=None, skipped=False) for item in items}
        details = replace(whole.details, extension=0, votes_closed=False)
        return replace(whole, timings={}, agenda=agenda, details=details)


def _over() -> list[QWidget]:
    """The menus and dialogs that are open."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and isinstance(one, QDialog | QMenu)]


def close_what_is_over() -> None:
    """Close every menu and dialog."""
    for one in _over():
        one.close()
    settle(20)


def _seen(widget: QWidget) -> QPixmap:
    """What somebody before the screen sees of a window: with its open menus, and its dialogs in its middle."""
    picture = widget.grab()
    painter = QPainter(picture)
    for over in _over():
        middle = QPoint((widget.width() - over.width()) // 2, (widget.height() - over.height()) // 2)
        at = over.pos() - widget.mapToGlobal(QPoint()) if isinstance(over, QMenu) else middle
        if isinstance(over, QDialog):
            painter.fillRect(picture.rect(), _SHADE)
        painter.drawPixmap(at, over.grab())
        painter.setPen(QColor(FIELD_LINE))
        painter.drawRect(QRect(at, over.size()).adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


@contextmanager
def on_stage(wanted: tuple[str, ...] = ()) -> Iterator[Stage]:
    """A stage with a window on a workspace that goes afterwards."""
    with TemporaryDirectory(prefix="minaoshi-") as folder:
        window = MainWindow(Path(folder), QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        window.show()
        settle()
        yield Stage(window, wanted)
        window.close()
