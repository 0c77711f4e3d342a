"""The notes of a group beside what is written of them: to read, and not to copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.language import gettext as _
from models.text import cut
from ui.parts import button, label
from ui.theme import GROUND, UNIT

MOST_SHOWN = 200
"""Characters of a note."""
AT_ONCE = 30
"""Notes that are shown before more are asked for."""


class NotesBeside(QWidget):
    """Some of the notes in one label, and a button that brings more of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("beside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#beside {{ background: {GROUND}; border-radius: 4px; }}")
        self.notes: tuple[str, ...] = ()
        self._most = AT_ONCE
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(label(_("The notes (for reading)"), "field", wrap=True))
        self._told = label("", "second", wrap=True)
        column.addWidget(self._told)
        self.more_button = button("", self._show_more)
        column.addWidget(self.more_button)
        column.addStretch(1)
        self._tell()

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show what the notes say now."""
        if notes != self.notes:
            self.notes = notes
            self._tell()

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._tell()

    def _tell(self) -> None:
        self._told.setText("\n".join(f"・{_in_a_paragraph(text)}" for text in self.notes[: self._most]))
        self._told.setVisible(bool(self.notes))
        rest = len(self.notes) - self._most
        self.more_button.setText(_("Show {count} more").format(count=f"{rest:,}"))
        self.more_button.setAccessibleName(self.more_button.text())
        self.more_button.setVisible(rest > 0)


def _in_a_paragraph(text: str) -> str:
    """What stands in several lines stands below its mark."""
    return cut(text, MOST_SHOWN).replace("\n", "\n　")
