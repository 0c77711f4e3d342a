"""The 班 as cards: who sits where, as 課室, 職 and how many; one person at a time goes to another 班."""

from functools import partial
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.language import gettext as _
from models.teams import team_sizes
from models.workshop import Participant, Seat, Workshop, in_order
from ui.parts import card, emptied, label
from ui.team_names import team_name
from ui.theme import TARGET, UNIT

CARD_WIDTH = 232
"""A card is at least so wide, px."""


class SeatButton(QPushButton):
    """People of one row in one 班. Pressing it offers the other 班; so does the digit of one, at once."""

    asked = Signal(str, int)

    def __init__(self, row: Participant, seat: Seat, teams: int) -> None:
        super().__init__()
        self.seat, self._teams = seat, teams
        self._division, self._post = row.division or _("(division not yet written)"), row.post
        self.menu_shown: QMenu | None = None
        told = _("{who}: {count}").format(who=self._words(), count=seat.count)
        self.setAccessibleName(told)
        self.setAccessibleDescription(_("Press to move one person; a digit moves one to that team at once."))
        self.setMinimumHeight(TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "quiet")
        self.setStyleSheet("text-align: left; padding: 0 8px; font-weight: normal;")
        self.clicked.connect(self.offer)
        self._fit()

    def offer(self) -> None:
        """Show where one person can go."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(_("Move one person"))
        for team in self._others():
            action = menu.addAction(_("Move to {team} ({key})").format(team=team_name(team), key=team))
            action.triggered.connect(partial(self._ask, team))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.menu_shown = menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit moves one person."""
        team = int(event.text()) if event.text() in tuple("123456789") else 0
        if team in self._others():
            self._ask(team)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Narrow, however long the words are: they are shortened."""
        return QSize(TARGET, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shortened where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _others(self) -> list[int]:
        return [team for team in range(1, self._teams + 1) if team != self.seat.team]

    def _ask(self, team: int, _on: bool = False) -> None:
        self.asked.emit(self.seat.id, team)

    def _words(self) -> str:
        """課室 and 職; never a name."""
        return "　".join(filter(None, (self._division, self._post)))

    def _fit(self) -> None:
        """Where there is no room the 課室 is shortened first."""
        tail = f"　×{self.seat.count}" if self.seat.count > 1 else ""
        metrics = self.fontMetrics()
        room = self.width() - 3 * UNIT - metrics.horizontalAdvance(tail)
        post = metrics.elidedText(f"　{self._post}" if self._post else "", Qt.TextElideMode.ElideRight, room // 2)
        room -= metrics.horizontalAdvance(post)
        shown = metrics.elidedText(self._division, Qt.TextElideMode.ElideRight, max(room, 0)) + post
        self.setText((shown + tail).replace("&", "&&"))
        self.setToolTip("" if shown == self._words() else f"<qt>{escape(self._words())}</qt>")


class TeamCards(QWidget):
    """All 班 side by side, as many in a row as fit. `moved(seat_id, team)` asks for a move."""

    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.seats: dict[str, SeatButton] = {}
        self.titles: list[str] = []
        self._cards: list[tuple[QFrame, QVBoxLayout]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * UNIT)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show who sits where now."""
        teams = workshop.details.teams
        self._have(teams)
        sizes = team_sizes(workshop.seats.values(), teams)
        self.seats.clear()
        self.titles = [
            _("{team}: {count} people").format(team=team_name(n), count=sizes[n]) for n in range(1, teams + 1)
        ]
        for team, (_frame, column) in enumerate(self._cards, start=1):
            emptied(column).addWidget(self._title(self.titles[team - 1]))
            for seat in _of_team(workshop, team):
                column.addWidget(self._seat(workshop.participants[seat.participant_id], seat, teams))
            column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one card: fewer stand in a row then."""
        return QSize(CARD_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer cards in a row."""
        super().resizeEvent(event)
        self._arrange()

    def _title(self, words: str) -> QLabel:
        made = label(words, "field")
        made.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        return made

    def _seat(self, row: Participant, seat: Seat, teams: int) -> SeatButton:
        made = self.seats[seat.id] = SeatButton(row, seat, teams)
        made.asked.connect(self.moved)
        return made

    def _have(self, teams: int) -> None:
        if len(self._cards) == teams:
            return
        while len(self._cards) > teams:
            frame = self._cards.pop()[0]
            frame.hide()
            frame.deleteLater()
        while len(self._cards) < teams:
            self._cards.append(card(0, UNIT))
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(len(self._cards), (self.width() + 2 * UNIT) // (CARD_WIDTH + 2 * UNIT)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, (frame, _column) in enumerate(self._cards):
            self._grid.addWidget(frame, *divmod(place, columns))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _of_team(workshop: Workshop, team: int) -> list[Seat]:
    """The seats of one 班 in the order of the attendance."""
    rows = {row.id: place for place, row in enumerate(workshop.ordered_participants())}
    own = [seat for seat in in_order(workshop.seats) if seat.team == team]
    return sorted(own, key=lambda seat: rows[seat.participant_id])
