"""The projector's window: on the wall where there is one, and never by itself on the private screen."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from models.language import gettext as _
from ui.live_document import LiveDocument
from ui.projector.picture import Frame, Still, clock_pieces, still
from ui.projector.pieces import Piece, Words, paint
from ui.projector.shown import Shown, ShownClock, View, look
from ui.theme import WHITE

REPAINT_MS = 200


def wall(screens: list[QScreen], private: QScreen) -> QScreen | None:
    """The screen for the room: the first that is not the facilitator's own."""
    return next((screen for screen in screens if screen != private), None)


class ProjectorWindow(QWidget):
    """Shows what `shown.look` gives, and nothing else.

    `opened(bool)` tells of opening and closing. `screen_lost` comes when the screen it was on is gone: the window has
    closed itself rather than come up over what is private.
    """

    opened = Signal(bool)
    screen_lost = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.live = live
        self._wall: QScreen | None = None
        self._private: QScreen | None = None
        self._page = 0
        self._key: tuple[Shown, QSize, int] | None = None
        self._still = Still(((),), None)
        self._pieces: tuple[Piece, ...] = ()
        self._dress()
        live.changed.connect(self.look)
        self._timer = QTimer(self, interval=REPAINT_MS)
        self._timer.timeout.connect(self.look)
        QGuiApplication.instance().screenRemoved.connect(self._screen_removed)  # type: ignore[union-attr]

    def _dress(self) -> None:
        self.setWindowTitle(_("Minaoshi: for the room"))
        self.setAccessibleName(_("Projector window"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(480, 270)
        self.resize(960, 540)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._toggle_full_screen)

    # opening and closing

    def toggle(self, beside: QWidget) -> None:
        """Close the window, or open it: full screen on another screen than `beside`'s, else as an ordinary window."""
        if self.isVisible():
            self.close()
            return
        self._private = beside.screen()
        self._wall = wall(QGuiApplication.screens(), self._private)
        self._page = 0
        if self._wall is None:
            self.showNormal()
        else:
            self.setScreen(self._wall)
            self.setGeometry(self._wall.geometry())
            self.showFullScreen()
        beside.activateWindow()

    def leave(self) -> None:
        """Leave the full screen; from an ordinary window, close it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.close()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        handle.screenChanged.connect(self._screen_changed, Qt.ConnectionType.UniqueConnection)
        self.look()
        self._timer.start()
        self.opened.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():  # minimised
            return
        self._timer.stop()
        self._wall = None
        self.opened.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)

    def _screen_removed(self, screen: QScreen) -> None:
        if self.isVisible() and screen in (self._wall, self.screen()):
            self._flee()

    def _screen_changed(self, screen: QScreen) -> None:
        """Some systems move the window to the private screen before they tell that its own is gone."""
        if self.isVisible() and self.isFullScreen() and screen == self._private:
            self._flee()

    def _flee(self) -> None:
        self.close()
        self.screen_lost.emit()

    # what is painted

    @property
    def pages(self) -> int:
        """How many pages the notes fill."""
        return len(self._still.pages)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return min(self._page, self.pages - 1)

    def turn(self, step: int) -> None:
        """Show the next page, or with -1 the one before; behind the last comes the first."""
        self._page = (self.page + step) % self.pages
        self.look()

    def painted_texts(self) -> list[str]:
        """Every text in the window, taken from the very pieces that are painted."""
        return [piece.text for piece in self._pieces if isinstance(piece, Words)]

    def look(self) -> None:
        """Read the workshop and the clock, and repaint when something that is seen has changed."""
        shown, clock = look(self.live.workshop, self.live.clock())
        self._arrange(shown, clock)
        pieces = (*self._still.pages[self.page], *self._clock(shown, clock))
        if pieces != self._pieces:
            self._pieces = pieces
            self.update()

    def _arrange(self, shown: Shown, clock: ShownClock | None) -> None:
        """Lay everything but the clock out anew, when it or the size has changed."""
        figures = 5 if clock is None else len(clock.figures) + clock.figures.count("＋")
        key = (shown, self.size(), figures)
        if key != self._key:
            if self._key is not None and (self._key[0].view, self._key[0].item) != (shown.view, shown.item):
                self._page = 0
            self._key = key
            self._still = still(shown, self._frame(), figures)

    def _frame(self) -> Frame:
        return Frame(self.width(), self.height())

    def _clock(self, shown: Shown, clock: ShownClock | None) -> tuple[Piece, ...]:
        if clock is None or self._still.clock is None:
            return ()
        return clock_pieces(clock, self._still.clock, self._frame(), huge=shown.view is View.TASK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), WHITE)
        paint(painter, self._pieces)
