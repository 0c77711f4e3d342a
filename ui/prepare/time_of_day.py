"""Editors for a time of day that is simply typed: 13:30, 1330, 9時; what cannot be read is told, and stays."""

import re
import unicodedata
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.editors import Line, titled
from ui.parts import label
from ui.theme import UNIT

_TYPED = re.compile(r"(\d{1,2})[:時.]?(\d{2})分?|(\d{1,2})時?")
DAY_MINUTES = 24 * 60
STEP_MINUTES = 5


class TimeOfDay(Line):
    """Hours and minutes; arrows up and down go by five minutes.

    What cannot be read stays as it was typed, the time as it was, and `word`, a label to stand beside, says so.
    """

    def __init__(self) -> None:
        super().__init__(limit=8)
        self._time: time | None = time(0, 0)
        self.word = label("", "problem", wrap=True)
        self.setFixedWidth(96)
        self.textChanged.connect(lambda _text: self._say_read())

    @property
    def is_readable(self) -> bool:
        """Whether what is typed is a time, or may stand for none."""
        return self._found() is not None

    def value(self) -> time | None:  # type: ignore[override]  # a time where a line has text
        """The time as it is typed; while it cannot be read, the one before."""
        found = self._found()
        if found is not None:
            self._time = found
        return self._time

    def show_value(self, value: time | None) -> None:  # type: ignore[override]  # the same
        """Show a time without telling that it was typed."""
        self._time = value
        super().show_value("" if value is None else f"{value:%H:%M}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down count."""
        steps = {Qt.Key.Key_Up: STEP_MINUTES, Qt.Key.Key_Down: -STEP_MINUTES}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        now = self.value() or time(0, 0)
        hours, minutes = divmod((now.hour * 60 + now.minute + by) % DAY_MINUTES, 60)
        self.show_value(time(hours, minutes))
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is shown as it was understood, or stays and is told."""
        super().focusOutEvent(event)
        if self.is_readable or not self._typed():
            self.show_value(self.value())
        else:
            self.word.setText(_("Please write it like 13:30, from 0:00 to 23:59."))

    def _typed(self) -> str:
        return unicodedata.normalize("NFKC", self.text()).strip()

    def _found(self) -> time | None:
        found = _TYPED.fullmatch(self._typed())
        if found is None:
            return None
        hour, minute = int(found[1] or found[3]), int(found[2] or 0)
        return time(hour, minute) if hour < 24 and minute < 60 else None

    def _say_read(self) -> None:
        if self.is_readable:
            self.word.clear()


class TimeOrNone(TimeOfDay):
    """A time of day, or none when the line is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._time = None

    @property
    def is_readable(self) -> bool:
        """An empty line stands for none."""
        return not self._typed() or super().is_readable

    def value(self) -> time | None:  # type: ignore[override]  # the same
        """The time as it is typed, None for an empty line."""
        if not self._typed():
            self._time = None
        return super().value()


def with_word(editor: TimeOfDay) -> QHBoxLayout:
    """The editor with its word beside it, where nothing moves when it is said."""
    row = QHBoxLayout()
    row.setSpacing(UNIT)
    row.addWidget(editor)
    row.addWidget(editor.word, 1)
    return row


def titled_time(title: str, editor: TimeOfDay, hint: str = "") -> QWidget:
    """The editor under its name, with its word beside it."""
    whole = titled(title, editor, hint)
    column = whole.layout()
    assert isinstance(column, QVBoxLayout)
    column.removeWidget(editor)
    column.addLayout(with_word(editor))
    return whole
