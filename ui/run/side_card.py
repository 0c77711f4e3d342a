"""The card beside the clock: how the meeting stands against its plan, what comes next, and all items."""

import math

from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.agenda import AgendaItem
from models.language import gettext as _
from models.meeting import Meeting, Stage
from ui.parts import label
from ui.run.bars import DriftBar
from ui.run.item_list import ItemList
from ui.run.paragraph import Paragraph
from ui.run.words import drift_words, end_words, ends_late, judged
from ui.theme import ERROR, TEXT, UNIT


class SideCard(QFrame):
    """Drift in words and as a bar, the expected end, the next item, and the list of `items`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT + UNIT // 2, 2 * UNIT, UNIT + UNIT // 2)
        column.setSpacing(UNIT)
        self.drift = label("", "heading")
        self.drift_bar = DriftBar()
        self.end = Paragraph()
        self.coming = label("", "field", wrap=True)
        self.items = ItemList()
        for one in (self.drift, self.drift_bar, self.end, self.coming):
            column.addWidget(one)
        column.addWidget(self.items, 1)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show how the meeting stands."""
        under_way = meeting.stage is not Stage.BEFORE
        self.drift.setVisible(under_way)
        self.drift_bar.setVisible(under_way)
        self.drift.setText(drift_words(judged(meeting)))
        self.drift_bar.show_meeting(meeting)
        self.end.setVisible(bool(meeting.rows))
        self.end.say(end_words(meeting), ERROR if ends_late(meeting) else TEXT)
        self._show_coming(meeting)
        self.items.show_meeting(meeting)

    def _show_coming(self, meeting: Meeting) -> None:
        self.coming.setVisible(bool(meeting.rows) and meeting.stage not in (Stage.ENDED, Stage.BETWEEN))
        if meeting.following is None:
            self.coming.setText(_("This is the last item"))
            return
        first = _("First: {title}, {minutes} min")
        text = first if meeting.stage is Stage.BEFORE else _("Next: {title}, {minutes} min")
        self.coming.setText(
            text.format(title=meeting.following.title, minutes=_minutes_to_come(meeting, meeting.following))
        )


def _minutes_to_come(meeting: Meeting, item: AgendaItem) -> int:
    """The minutes an item will take: its timebox, or what is left of it when the room comes back to it."""
    expected = next((row.expected for row in meeting.rows if row.item is item), None)
    return item.timebox if expected is None else math.ceil((expected.end - expected.start).total_seconds() / 60)
