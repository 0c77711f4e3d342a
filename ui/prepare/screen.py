"""Prepare: the agenda, what the workshop is about, the room and the 班, one page each."""

from functools import cached_property
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

AGENDA, ABOUT, ROOM, TEAMS = "agenda", "about", "room", "teams"


class PrepareScreen(QWidget):
    """Everything saves itself. `run_requested` asks for the screen that runs the meeting; `folder` takes templates."""

    run_requested = Signal()

    def __init__(self, live: LiveDocument, folder: Path | None = None) -> None:
        super().__init__()
        self.agenda = AgendaEditor(live, folder)
        self.about = AboutPane(live)
        self._live = live
        self.tabs = Tabs(
            {
                AGENDA: (_("Agenda"), lambda: self.agenda),
                ABOUT: (_("About this meeting"), lambda: self.about),
                ROOM: (_("Getting the room ready"), lambda: self.room),
                TEAMS: (_("Teams"), lambda: self.teams),
            }
        )
        self.run_button = button(_("Go to the meeting"), self.run_requested.emit, "primary")
        self.tabs.row.addWidget(self.run_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        column.addWidget(self.tabs)
        self.tabs.turn(AGENDA)

    @cached_property
    def room(self) -> RoomPane:
        """The page about the room, made when it is first wanted."""
        return RoomPane(self._live)

    @cached_property
    def teams(self) -> QWidget:
        """The page about the 班, made when it is first wanted."""
        from ui.prepare.teams_pane import TeamsPane

        return TeamsPane(self._live)

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
