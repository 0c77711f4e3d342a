"""Minutes a time and times a year, with a button for each usual frequency."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from models.language import gettext as _
from ui.content.wording import frequency_keys
from ui.editors import Editor, Number
from ui.parts import button, label
from ui.theme import TARGET, UNIT


def minutes_field(name: str) -> Number:
    """An editor of minutes; `name` is read aloud."""
    return _figure(name)


def times_field() -> Number:
    """An editor of times a year."""
    return _figure(_("Times a year"))


def _figure(name: str) -> Number:
    made = Number(1)
    made.setFixedWidth(88)
    made.setMinimumHeight(TARGET)
    made.setAccessibleName(name)
    return made


class Frequency(QWidget):
    """「1回 __ 分　年 __ 回」 and the buttons that fill the times in."""

    def __init__(self, minutes: Number, times: Number) -> None:
        super().__init__()
        self._times = times
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for part in (_("Each takes"), minutes, _("min,"), times, _("times a year")):
            row.addWidget(label(part) if isinstance(part, str) else part)
        self.buttons = [self._button(word, name, count) for word, name, count in frequency_keys()]
        for made in self.buttons:
            row.addWidget(made)
        row.addStretch(1)

    def _button(self, word: str, name: str, count: float) -> QPushButton:
        made = button(word, partial(self._fill, count), "quiet")
        made.setAccessibleName(name)
        made.setStyleSheet("padding: 0 8px;")
        return made

    def _fill(self, count: float) -> None:
        self._times.show_value(count)
        self._times.edited.emit()
        self._times.setFocus()
        QLineEdit.selectAll(self._times)


def frequency_of(editors: Mapping[str, Editor]) -> Frequency:
    """The same of a form's editors, which are `minutes` and `times_per_year`."""
    minutes, times = editors["minutes"], editors["times_per_year"]
    assert isinstance(minutes, Number)
    assert isinstance(times, Number)
    return Frequency(minutes, times)
