"""Parts side by side where there is room, one below the other where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import UNIT


class Columns(QWidget):
    """Widgets beside each other from a width of `from_width` px on; both ways they stand at the top."""

    def __init__(self, *widgets: QWidget, from_width: int = 760, spacing: int = 3 * UNIT) -> None:
        super().__init__()
        self._from_width, self._widgets = from_width, widgets
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        for widget in widgets:
            self._box.addWidget(widget, 1)

    def minimumSizeHint(self) -> QSize:
        """Narrow, whatever stands in it: the parts step below each other."""
        return QSize(max(one.minimumSizeHint().width() for one in self._widgets), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        beside = self.width() >= self._from_width
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)
            for widget in self._widgets:
                self._box.setAlignment(widget, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
