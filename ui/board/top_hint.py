"""A quiet line: how many things there are at the top of the board, once there are bigger groups and more than seven."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from models.language import gettext as _
from models.workshop import Workshop
from ui.theme import SECOND_TEXT, UNIT, WHITE

MOST = 7
"""So many things can be talked over one by one; of more, people lose the thread."""


def top_count(workshop: Workshop) -> int:
    """How many bigger groups, and groups in none, there are."""
    return len(workshop.families) + sum(one.family_id is None for one in workshop.clusters.values())


def top_words(workshop: Workshop) -> str:
    """What is to be said about the top; nothing before there are bigger groups, and nothing up to seven."""
    count = top_count(workshop)
    if not workshop.families or count <= MOST:
        return ""
    words = _("Up to {most} at the top are easy to talk over. Now there are {count}.")
    return words.format(most=MOST, count=count)


class TopHint(QLabel):
    """Lies in the upper left corner of the board; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: {WHITE}; color: {SECOND_TEXT}; border-radius: 4px; padding: 2px 8px; font-size: 14px;"
        )
        self.move(UNIT, UNIT)
        self.hide()

    def follow(self, workshop: Workshop) -> None:
        """The workshop changed."""
        words = top_words(workshop)
        if words != self.text():
            self.setText(words)
            self.adjustSize()
        self.setVisible(bool(words))
