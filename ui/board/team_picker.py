"""Whose notes are being entered: everybody's, or those of one 班 after another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.language import gettext as _
from ui.board.lanes import team_word
from ui.editors import Choice
from ui.theme import TARGET


class TeamPicker(Choice):
    """Everybody or one 班; unseen while there are none. `chosen(team)` tells a new choice, 0 for everybody."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)
        self._teams = -1
        self.setMinimumHeight(TARGET)
        self.setMinimumContentsLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Whose notes"))
        self.setAccessibleDescription(_("Ctrl+↓ while typing goes to the next team, Ctrl+↑ back"))
        self.setToolTip(_("Ctrl+↓ while typing goes to the next team, Ctrl+↑ back"))
        self.edited.connect(lambda: self.chosen.emit(self.team))
        self.follow(0)

    @property
    def team(self) -> int:
        """The number of the chosen 班, 0 for everybody."""
        return self.value() or 0

    def follow(self, teams: int) -> None:
        """There are so many 班 now; who is gone is no longer chosen."""
        if teams == self._teams:
            return
        self._teams, before = teams, self.team
        self.offer((team, team_word(team)) for team in range(teams + 1))
        self.setVisible(teams > 0)
        if self.team != before:
            self.chosen.emit(self.team)

    def step(self, by: int) -> None:
        """The next 班 or the one before; behind the last comes everybody."""
        self.go_to((self.team + by) % (self._teams + 1))

    def go_to(self, team: int) -> None:
        """Choose a 班, or everybody (0)."""
        if team != self.team:
            self.show_value(team)
            self.chosen.emit(self.team)
