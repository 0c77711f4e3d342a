"""Prepare: the agenda, what the workshop is about, the room and the 班, one page each."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.language import gettext as _
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button
from ui.prepare.about_pane import AboutPane
from ui.prepare.agenda_editor import AgendaEditor
from ui.prepare.room_pane import RoomPane
from ui.prepare.tabs import Tabs
from ui.theme import UNIT

AGENDA, ABOUT, ROOM = "agenda", "about", "room"


class PrepareScreen(QWidget):
    """Everything saves itself. `run_requested` asks for the screen that runs the meeting; `folder` takes templates."""

    run_requested = Signal()

    def __init__(self, live: LiveDocument, folder: Path | None = None) -> None:
        super().__init__()
        self.agenda = AgendaEditor(live, folder)
        self.about, self.room = AboutPane(live), RoomPane(live)
        self.tabs = Tabs(
            {
                AGENDA: (_("Agenda"), lambda: self.agenda),
                ABOUT: (_("About this meeting"), lambda: self.about),
                ROOM: (_("Getting the room ready"), lambda: self.room),
            }
        )
        self.run_button = button(_("Go to the meeting"), self.run_requested.emit, "primary")
        self.tabs.row.addWidget(self.run_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        column.addWidget(self.tabs)
        self.tabs.turn(AGENDA)

    @property
    def editors(self) -> dict[str, Any]:
        """The editors of what the workshop is about, by the names of the fields."""
        return self.about.editors

    @property
    def form(self) -> Form:
        """The form they belong to."""
        return self.about.form

    def shown(self) -> None:
        """Nothing to do: the screen follows every edit."""
