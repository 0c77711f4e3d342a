"""A workshop in the list: what it is, whether its meeting is under way, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.language import gettext as _
from models.workshop import Details
from ui.day import day_told
from ui.home.words import format_word
from ui.parts import button, label
from ui.theme import UNIT


class WorkshopCard(QFrame):
    """Signals bring the details: open it, go back to the meeting, hand it over, put it away or take it back."""

    opened = Signal(object)
    returned = Signal(object)
    handed_over = Signal(object)
    archived = Signal(object)

    def __init__(self, details: Details, *, running: bool) -> None:
        super().__init__()
        self.details = details
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        row.setSpacing(UNIT)
        row.addLayout(self._words(running), 1)
        self._add_buttons(row, running)

    def _words(self, running: bool) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        details = self.details
        name = _("No. {number}  {title}").format(number=details.number, title=details.title)
        words.addWidget(label(name, "heading", wrap=True))
        words.addWidget(label("　".join(filter(None, _facts(details))), "second", wrap=True))
        if running:
            words.addWidget(label(_("The meeting is under way"), "success"))
        if details.archived:
            words.addWidget(label(_("Put away"), "second"))
        return words

    def _add_buttons(self, row: QHBoxLayout, running: bool) -> None:
        details = self.details
        tip = _("Save as a file for a colleague")
        row.addWidget(button(_("Hand over"), partial(self.handed_over.emit, details), "quiet", tip=tip))
        if not running:
            away = _("Take back") if details.archived else _("Put away")
            row.addWidget(button(away, partial(self.archived.emit, details), "quiet"))
        open_it = button(_("Open"), partial(self.opened.emit, details))
        open_it.setAccessibleDescription(details.title)
        row.addWidget(open_it)
        if running:
            back = button(_("Back to the meeting"), partial(self.returned.emit, details))
            back.setAccessibleDescription(details.title)
            row.addWidget(back)


def _facts(details: Details) -> tuple[str, ...]:
    return (
        format_word(details.format),
        day_told(details.held_on),
        _("{time} start").format(time=f"{details.starts_at:%H:%M}"),
        _("{minutes} min").format(minutes=details.minutes),
        details.place,
        details.bureau,
    )
