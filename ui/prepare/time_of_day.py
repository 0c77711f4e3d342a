"""An editor for a time of day that speaks as the other editors do."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTimeEdit


class TimeOfDay(QTimeEdit):
    """Hours and minutes; arrows go by the hour or by five minutes, the wheel scrolls the page."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setFixedWidth(96)
        self.lineEdit().setTextMargins(12, 0, 0, 0)
        self.timeChanged.connect(lambda _time: self.edited.emit())

    def value(self) -> time:
        """The time as it stands."""
        return time(self.time().hour(), self.time().minute())

    def show_value(self, value: time) -> None:
        """Show a time without telling that it was typed."""
        self.blockSignals(True)
        self.setTime(QTime(value.hour, value.minute))
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        """Five minutes at a time, in the minutes."""
        in_minutes = self.currentSection() == QTimeEdit.Section.MinuteSection
        super().stepBy(steps * 5 if in_minutes else steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()
