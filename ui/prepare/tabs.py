"""Pages of one screen behind a row of quiet buttons; a page is made when it is first wanted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import KEY, TARGET, UNIT

Make = Callable[[], QWidget]
_STYLE = f"""
QPushButton {{ padding: 0 14px; }}
QPushButton:checked {{ border: none; border-bottom: 3px solid {KEY}; border-radius: 0; }}
"""


class Tabs(QWidget):
    """`pages` gives for each name its title and what makes it; `row` takes more widgets at its right end."""

    turned = Signal(str)

    def __init__(self, pages: Mapping[str, tuple[str, Make]]) -> None:
        super().__init__()
        self._makers = {name: make for name, (_title, make) in pages.items()}
        self._made: dict[str, QWidget] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self.row = QHBoxLayout()
        self.row.setSpacing(0)
        group = QButtonGroup(self)
        for name, (title, _make) in pages.items():
            self.buttons[name] = _button(title)
            self.buttons[name].clicked.connect(lambda _on, name=name: self.turn(name))
            group.addButton(self.buttons[name])
            self.row.addWidget(self.buttons[name])
        self.row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self.row)
        column.addWidget(self._stack, 1)

    @property
    def front(self) -> str:
        """The name of the page that is seen."""
        return next((name for name, page in self._made.items() if page is self._stack.currentWidget()), "")

    def turn(self, name: str) -> None:
        """Bring a page to the front."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self.buttons[name].setChecked(True)
        self.turned.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with Page Up and Page Down turns, as everywhere."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if by is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        names = list(self._makers)
        self.turn(names[(names.index(self.front) + by) % len(names)])


def _button(title: str) -> QPushButton:
    made = QPushButton(title.replace("&", "&&"))
    made.setAccessibleName(title)
    made.setCheckable(True)
    made.setProperty("role", "quiet")
    made.setMinimumHeight(TARGET)
    made.setStyleSheet(_STYLE)
    return made
