"""An editor for one line of text that is broken where it is too long, so that all of it can be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.editors import Area


class WrappedLine(Area):
    """One line, whatever is pasted; `entered` tells of Enter, `left` that it was done with."""

    entered = Signal()
    left = Signal()

    def __init__(self, limit: int, hint: str = "") -> None:
        super().__init__(1, limit, hint)

    def value(self) -> str:
        """The text as it stands, on one line."""
        return " ".join(super().value().splitlines())

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
