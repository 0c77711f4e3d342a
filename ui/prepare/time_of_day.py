"""An editor for a time of day that is simply typed: 13:30, 1330, 9時半 stays what it was."""

import re
import unicodedata
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.editors import Line

_TYPED = re.compile(r"(\d{1,2})[:時.]?(\d{2})分?|(\d{1,2})時?")
DAY_MINUTES = 24 * 60
STEP_MINUTES = 5


class TimeOfDay(Line):
    """Hours and minutes; arrows up and down go by five minutes. What cannot be read leaves the time as it was."""

    def __init__(self) -> None:
        super().__init__(limit=8)
        self._time = time(0, 0)
        self.setFixedWidth(96)

    def value(self) -> time:  # type: ignore[override]  # a time where a line has text
        """The time as it is typed; while it cannot be read, the one before."""
        return self._read()

    def _read(self) -> time:
        found = _TYPED.fullmatch(unicodedata.normalize("NFKC", self.text()).strip())
        if found is not None:
            hour, minute = int(found[1] or found[3]), int(found[2] or 0)
            if hour < 24 and minute < 60:
                self._time = time(hour, minute)
        return self._time

    def show_value(self, value: time) -> None:  # type: ignore[override]  # the same
        """Show a time without telling that it was typed."""
        self._time = value
        super().show_value(f"{value:%H:%M}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down count."""
        steps = {Qt.Key.Key_Up: STEP_MINUTES, Qt.Key.Key_Down: -STEP_MINUTES}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        now = self._read()
        hours, minutes = divmod((now.hour * 60 + now.minute + by) % DAY_MINUTES, 60)
        self.show_value(time(hours, minutes))
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is shown as it was understood."""
        super().focusOutEvent(event)
        self.show_value(self.value())
