"""An editor for one line of text that is broken where it is too long, so that all of it can be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.editors import Area

RAISED = 4
"""So much a line spaced as prose stands above the middle, px."""


class WrappedLine(Area):
    """One line, whatever is pasted; `entered` tells of Enter, `left` that it was done with."""

    entered = Signal()
    left = Signal()

    def __init__(self, limit: int, hint: str = "") -> None:
        super().__init__(1, limit, hint)
        self.setViewportMargins(0, RAISED, 0, 0)

    def value(self) -> str:
        """The text as it stands, on one line."""
        return " ".join(super().value().splitlines())

    def _grow(self) -> None:
        super()._grow()
        self.setFixedHeight(self.height() + RAISED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is told."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it is told."""
        super().focusOutEvent(event)
        self.left.emit()
