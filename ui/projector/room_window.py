"""A window for the room: on the wall where there is one, and never by itself over what is private."""

import shiboken6
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from models.language import gettext as _
from ui.projector.curtain import Curtain
from ui.projector.screens import is_shared, wall

ORDINARY = (960, 540)
"""The size of the window when it does not fill a screen, px."""


class RoomWindow(QWidget):
    """Knows where it belongs; what is painted is for those who derive from it to say, `covered` tells when to hide it.

    `opened(bool)` tells of opening and closing. `screen_lost` comes when the room's screen is gone: the window has
    closed itself rather than come up over what is private; `screen_back` when it has come back by itself.
    `presenting(bool)` tells that the only screen is the room's now, or is the facilitator's again.
    """

    opened = Signal(bool)
    screen_lost = Signal()
    screen_back = Signal()
    presenting = Signal(bool)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.covered = False
        self._curtain = Curtain(self)
        self._desk: QWidget | None = None
        self._wall: QScreen | None = None
        self._lost = False
        self._dress()
        self._follow_screens()

    def _dress(self) -> None:
        self.setWindowTitle(_("Minaoshi: for the room"))
        self.setAccessibleName(_("Projector window"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 270)
        self.resize(*ORDINARY)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._toggle_full_screen)
        self._enter = [
            QShortcut(QKeySequence(key), self, self._confirm) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ]

    # opening and closing

    @property
    def is_presenting(self) -> bool:
        """Whether the only screen is the room's, and the facilitator's window is hidden."""
        return self._curtain.drawn

    def toggle(self, beside: QWidget) -> None:
        """Close the window, or open it: full screen on another screen than `beside`'s, else as an ordinary window."""
        if self.isVisible():
            self.close()
            return
        self._belong_to(beside)
        self._dress_for(presenting=False)
        screen = wall(QGuiApplication.screens(), beside.screen())
        if screen is None:
            self._show_ordinary(beside.screen())
        else:
            self._project(screen)
        beside.activateWindow()

    def present(self, beside: QWidget) -> None:
        """Fill the screen of `beside` with what the room sees, with every other window of the app hidden behind it."""
        if self.is_presenting:
            return
        self.hide()
        self._belong_to(beside)
        self._dress_for(presenting=True)
        screen = beside.screen()
        self._draw_curtain()
        self._fill(screen)
        self.activateWindow()

    def leave(self) -> None:
        """Leave the full screen; an ordinary window is closed. While presenting, put the cover up or take it off."""
        if self.is_presenting:
            self._cover(not self.covered)
        elif self.isFullScreen():
            self.showNormal()
        else:
            self.close()

    def _belong_to(self, desk: QWidget) -> None:
        self._desk, self._lost = desk, False
        handle = desk.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._desk_moved, Qt.ConnectionType.UniqueConnection)

    def _dress_for(self, *, presenting: bool) -> None:
        """While presenting the window has the keys, and nothing comes up over it. Only while it is hidden."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not presenting)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, presenting)
        self.destroy()  # a native window that had the keyboard before would not be told that it has it again

    def _show_ordinary(self, screen: QScreen) -> None:
        if not screen.availableGeometry().contains(self.geometry()):
            self.setScreen(screen)
            self.resize(*ORDINARY)
            self.move(screen.availableGeometry().topLeft())
        self.showNormal()

    def _project(self, screen: QScreen) -> None:
        self._fill(screen)
        self._wall = screen

    def _fill(self, screen: QScreen) -> None:
        if self.isFullScreen() and self.isVisible():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _toggle_full_screen(self) -> None:
        if self.is_presenting:
            self.leave()
        elif self.isFullScreen():
            self.showNormal()
        elif self._private is not None and is_shared(self.screen(), self._private) and self._desk is not None:
            self.present(self._desk)
        else:
            self.showFullScreen()

    # one screen for everybody

    def _draw_curtain(self) -> None:
        self._curtain.draw()
        self.presenting.emit(True)

    def look(self) -> None:
        """See what is to be painted now."""
        raise NotImplementedError

    def _cover(self, on: bool) -> None:
        self.covered = on
        self.look()

    def _confirm(self) -> None:
        """Leave the cover for the facilitator's own screen."""
        if self.is_presenting and self.covered:
            self.hide()

    def _open_curtain(self) -> None:
        self.covered = False
        self._curtain.open()
        if self._desk is not None and shiboken6.isValid(self._desk):
            self._desk.activateWindow()
        self.presenting.emit(False)

    # events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        handle.screenChanged.connect(self._screen_changed, Qt.ConnectionType.UniqueConnection)
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.opened.emit(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """While presenting nothing leads past the cover, unless the whole session ends."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        if self.is_presenting and not app.isSavingSession():
            self._cover(True)
            event.ignore()
            return
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():  # minimised
            return
        self._wall = None
        if self.is_presenting:
            self._open_curtain()
        self.opened.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """The room's keys belong to what has the focus: the window has it whenever the keyboard is its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        if event.type() == QEvent.Type.WindowStateChange:
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)

    # screens that come and go

    @property
    def _private(self) -> QScreen | None:
        """The facilitator's own screen: the one their window is on now."""
        return self._desk.screen() if self._desk is not None and shiboken6.isValid(self._desk) else None

    def _follow_screens(self) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_removed)
        app.screenAdded.connect(self._screen_added)
        for screen in app.screens():
            screen.geometryChanged.connect(self._screens_rearranged)

    @property
    def _projects(self) -> bool:
        """Whether it fills a screen of the room's, beside the facilitator's own."""
        return self.isVisible() and self.isFullScreen() and not self.is_presenting

    def _screen_removed(self, screen: QScreen) -> None:
        """Told before any window is moved off a screen that is gone."""
        if not self.isVisible() or self.is_presenting:
            return
        if screen in (self._wall, self.screen()):
            self._flee()
        elif self._projects and screen == self._private:
            self._draw_curtain()  # else the facilitator's window would be moved to the room's screen
            self.activateWindow()

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_rearranged)
        self._come_back(screen)

    def _screens_rearranged(self) -> None:
        """Screens were moved, mirrored or set apart."""
        if self._projects and self._wall is not None and self._private is not None:
            if is_shared(self._wall, self._private):
                self._flee()
            else:
                self.setGeometry(self._wall.geometry())
        for screen in QGuiApplication.screens():
            self._come_back(screen)

    def _come_back(self, screen: QScreen) -> None:
        """Fill a screen that is there again, if the window was lost with one, and it is not the private one."""
        private = self._private
        if self._lost and not self.isVisible() and private is not None and not is_shared(screen, private):
            self._lost = False
            self._project(screen)
            self.screen_back.emit()

    def _desk_moved(self, _screen: QScreen) -> None:
        """The facilitator's window came onto the room's screen: the projector goes to another, or closes."""
        private = self._private
        if not self._projects or self._wall is None or private is None or not is_shared(self._wall, private):
            return
        other = wall(QGuiApplication.screens(), private)
        if other is None:
            self._flee()
        else:
            self._project(other)

    def _screen_changed(self, screen: QScreen) -> None:
        """Some systems move the window to the private screen before they tell that its own is gone."""
        if self._projects and screen == self._private:
            self._flee()

    def _flee(self) -> None:
        lost = self._wall is not None
        self.close()
        self._lost = lost
        self.screen_lost.emit()
