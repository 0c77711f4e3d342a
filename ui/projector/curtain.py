"""While the only screen is the room's, every other window of the app is behind a curtain."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Menus, lists and tooltips: they do not come back."""


class Curtain(QObject):
    """Hides the app's windows but one, `stage`, until it is opened; what comes up meanwhile is hidden at once."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._behind: list[QWidget] = []
        self.drawn = False

    def draw(self) -> None:
        """Hide every other window, and keep them hidden."""
        if self.drawn:
            return
        self.drawn = True
        self._behind = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self._stage]
        for one in self._behind:
            one.hide()
        _app().installEventFilter(self)

    def open(self) -> None:
        """Show again what was hidden."""
        if not self.drawn:
            return
        self.drawn = False
        _app().removeEventFilter(self)
        behind, self._behind = self._behind, []
        for one in behind:
            if shiboken6.isValid(one) and one.windowType() not in PASSING:
                one.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and watched is not self._stage
        if shows and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, watched, watched.hide)
        return False


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
