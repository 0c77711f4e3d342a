"""The rail at the left: the way through a workshop, from the list to the papers."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.theme import BODY, DISABLED_TEXT, FOCUS, KEY, KEY_TINT, TEXT, WHITE, font

WIDTH = 112


class RailButton(QAbstractButton):
    """One place on the rail, with a bar at its side when it is the present one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(44)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = bool(self.property("ring"))
        if ringed:
            painter.fillRect(self.rect(), QColor(TEXT))
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), QColor(FOCUS))
        elif self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.fillRect(self.rect(), QColor(KEY_TINT))
        if self.isChecked():
            painter.fillRect(QRect(0, 0, 6, self.height()), QColor(KEY))
        colour = DISABLED_TEXT if not self.isEnabled() else TEXT if ringed else KEY
        painter.setPen(QColor(colour if self.isChecked() or not self.isEnabled() else TEXT))
        painter.setFont(font(BODY, bold=self.isChecked()))
        painter.drawText(self.rect().adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(QWidget):
    """The places, top to bottom in the order of the work. `chosen` tells the name of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Places"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for name, text in places:
            made = RailButton(text)
            made.setEnabled(False)
            made.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(made)
            made.setVisible(bool(text))
            self._buttons[name] = made
            column.addWidget(made)
        column.addStretch(1)

    def enable(self, names: Iterable[str]) -> None:
        """Make just these places ones that can be gone to."""
        wanted = set(names)
        for name, place in self._buttons.items():
            place.setEnabled(name in wanted)

    def text(self, place: str) -> str:
        """What a place is called now; empty for one that is not there."""
        return self._buttons[place].text() if place in self._buttons else ""

    def name(self, place: str, text: str) -> None:
        """What a place is called; one without a name is not there."""
        button = self._buttons[place]
        button.setText(text)
        button.setAccessibleName(text)
        button.setVisible(bool(text))

    def place(self, name: str) -> RailButton:
        """The button of a place."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Show where one is."""
        self._buttons[name].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(WHITE))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor("#cccccc"))
