"""班: who comes, how many 班 that makes, who sits where, and the slips by which it is drawn in the room."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.board import Note
from models.edits.change import Edit
from models.edits.teams import clear_teams, make_teams, move_seat
from models.language import gettext as _
from models.teams import FEWEST, most_teams, sensible_teams
from models.workshop import Details, Participant, Seat, Workshop
from ui.attendance import Attendance
from ui.background import Work
from ui.choose_file import ask_save
from ui.editors import Choice
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.panes import list_page
from ui.parts import button, card, label
from ui.prepare.team_cards import TeamCards
from ui.theme import TARGET, UNIT
from ui.wall import OnShow, Show
from ui.written import tell_written

TRIES = 20
"""So often another way of sitting is looked for, before there is held to be none."""


class TeamsPane(QWidget):
    """Follows and edits `live`'s workshop. `ask_path` asks where the slips go, `seed` draws the lots."""

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)
    seed: Callable[[], int] = staticmethod(partial(SystemRandom().randrange, 2**31))

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._work: Work | None = None
        self._picked = 0
        self.attendance = Attendance(live)
        self.number = Choice()
        self.advice = label("", "second", wrap=True)
        self.make_button = button("", self.make)
        self.clear_button = button(_("Do without teams"), self.clear, "quiet")
        self.show_button = button("", self.switch_show)
        self.print_button = button(_("Print the slips (PDF)"), self.print_slips)
        self.cards = TeamCards()
        self.notice = Notice()
        self._build()
        self._connect()
        self.refresh()

    def shown(self) -> None:
        """Nothing to do: the pane follows every edit."""

    def flush(self) -> None:
        """Save what is being typed now."""
        self.attendance.flush()

    # what a person asks for

    def make(self) -> None:
        """Deal everybody to as many 班 as are chosen; where these are made already, in another way."""
        self.flush()
        edit = self._other_way(self._live.workshop, self._wanted())
        if edit is None:
            self.notice.tell(_("There is no other way of spreading the divisions over the teams."), look="warning")
        elif self._live.apply(edit):
            self._picked = 0
            self._tell_made(edit)
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Where the attendance is long, what was made lies below the window's edge."""
        self._area.ensureWidgetVisible(self._below, 0, 2 * UNIT)

    def clear(self) -> None:
        """No 班 any more."""
        if self._on_wall():
            self._live.wall.take_off()
        if self._live.apply(clear_teams(self._live.workshop)):
            self.notice.clear()
            self.make_button.setFocus()

    def move_one(self, seat_id: str, team: int) -> None:
        """One person of a seat goes to another 班; the focus stays where one can go on."""
        seat = self._live.workshop.seats.get(seat_id)
        if seat is None or not self._live.apply(move_seat(self._live.workshop, seat_id, team)):
            return
        there = (one for one in self._live.workshop.seats.values() if one.participant_id == seat.participant_id)
        left = seat_id if seat_id in self.cards.seats else next(one.id for one in there if one.team == team)
        self.cards.seats[left].setFocus()

    def switch_show(self) -> None:
        """Put the 班 on the projector, or take them off."""
        if self._on_wall():
            self._live.wall.take_off()
        else:
            self._live.wall.put_on(OnShow(Show.TEAMS))

    def print_slips(self) -> None:
        """Write slips and signs into a file the person chooses."""
        self.flush()
        if self._work is not None:
            return
        from exports.team_slips import slips_file_name

        name = slips_file_name(self._live.workshop)
        path = self.ask_path(self, _("Where shall the slips go?"), name, _("PDF document (*.pdf)"))
        if path is not None:
            self._write(path)

    # following

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.attendance.refresh()
        self._show_number()
        self._show_teams()

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Participant, Seat, Details):
            self.refresh()

    def _people(self) -> int:
        return sum(one.count for one in self._live.workshop.participants.values())

    def _wanted(self) -> int:
        """How many 班 are chosen."""
        return self.number.value() or FEWEST

    def _pick(self) -> None:
        self._picked = self._wanted()
        self._show_number()

    def _show_number(self) -> None:
        people, made = self._people(), self._live.workshop.details.teams
        most = most_teams(people)
        self.number.offer((number, team_count(number)) for number in range(FEWEST, most + 1))
        self.number.show_value(self._picked or made or sensible_teams(people))
        self.number.setEnabled(most > 0)
        self.make_button.setEnabled(most > 0)
        again = _("Shuffle again") if self._wanted() == made else _("Make {count} anew")
        words = again.format(count=team_count(self._wanted())) if made else _("Make the teams")
        self.make_button.setText(words)
        self.make_button.setAccessibleName(words)
        self.advice.setText(advice(people, self._wanted()))

    def _show_teams(self) -> None:
        made = bool(self._live.workshop.details.teams)
        for one in (self.cards, self.clear_button, self._hint, self._below):
            one.setVisible(made)
        self.cards.show_workshop(self._live.workshop)
        self._show_wall()

    def _on_wall(self) -> bool:
        on_show = self._live.wall.on_show
        return on_show is not None and on_show.what is Show.TEAMS

    def _show_wall(self) -> None:
        words = _("Take the teams off the projector") if self._on_wall() else _("Show the teams on the projector")
        self.show_button.setText(words)
        self.show_button.setAccessibleName(words)

    def _tell_made(self, edit: Edit) -> None:
        if edit.touches(Note):
            self.notice.tell(_("The teams are made anew. Their notes were brought together and mixed."))
        else:
            self.notice.clear()

    def _other_way(self, workshop: Workshop, teams: int) -> Edit | None:
        """The edit that makes the 班, in another way than they are made now; None where there is no other."""
        now = _sitting(workshop.seats.values())
        for _try in range(TRIES):
            edit = make_teams(workshop, teams, self.seed())
            if _sitting(_after(edit)) != now:
                return edit
        return None

    # making the paper

    def _write(self, path: Path) -> None:
        from exports.team_slips import write_team_slips

        workshop = self._live.workshop
        self._work = Work(lambda: (path, write_team_slips(workshop, path)))
        self._work.done.connect(self._written)
        self._work.failed.connect(self._not_written)
        self.print_button.setEnabled(False)
        self._work.begin()

    def _written(self, result: tuple[Path, tuple[str, ...]]) -> None:
        path, replaced = result
        self._over()
        tell_written(self.notice, _("The slips were written: {path}").format(path=path), path, replaced)

    def _not_written(self, sentence: str) -> None:
        self._over()
        self.notice.tell(sentence, look="problem")

    def _over(self) -> None:
        self._work = None
        self.print_button.setEnabled(True)

    # building

    def _connect(self) -> None:
        self.number.edited.connect(self._pick)
        self.cards.moved.connect(self.move_one)
        self._live.changed.connect(self._changed)
        self._live.wall.changed.connect(self._show_wall)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.notice)
        self._area, column = list_page()
        column.setSpacing(2 * UNIT)
        column.addWidget(self._attendance_card())
        column.addWidget(self._teams_card())
        column.addStretch(1)
        outer.addWidget(self._area, 1)

    def _attendance_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("Who comes"), "heading"))
        column.addWidget(self.attendance)
        return frame

    def _teams_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("Teams"), "heading"))
        column.addWidget(self.advice)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.number.setAccessibleName(_("Number of teams"))
        self.number.setFixedWidth(112)
        self.number.setMinimumHeight(TARGET)
        for one in (self.number, self.make_button, self.clear_button):
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        self._hint = label(_("Press a line to move one person to another team."), "second", wrap=True)
        column.addWidget(self._hint)
        column.addWidget(self.cards)
        column.addWidget(self._deeds())
        return frame

    def _deeds(self) -> QWidget:
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.show_button)
        row.addWidget(self.print_button)
        row.addStretch(1)
        return self._below


def team_count(number: int) -> str:
    """So many 班."""
    return _("{number} teams").format(number=number)


def advice(people: int, teams: int) -> str:
    """What so many people make, and how large so many 班 become."""
    if not people:
        return _("Write down first who comes. The teams are then made so that every one has people of each division.")
    if not most_teams(people):
        return _("With {people} people, work together without teams.").format(people=people)
    least, rest = divmod(people, teams)
    size = _("{least} to {most} people").format(least=least, most=least + 1) if rest else _each(least)
    sensible = sensible_teams(people)
    if not sensible:
        told = _("{people} people talk well without teams; if you divide them, it is {teams} of {size}.")
        return told.format(people=people, teams=team_count(teams), size=size)
    told = _("{people} people: {teams} of {size}.").format(people=people, teams=team_count(teams), size=size)
    return told + _(" {teams} are suggested.").format(teams=team_count(sensible))


def _each(people: int) -> str:
    return _("{count} people each").format(count=people)


def _after(edit: Edit) -> list[Seat]:
    return [change.after for change in edit.changes if isinstance(change.after, Seat)]


def _sitting(seats: Iterable[Seat]) -> set[tuple[int, str, int]]:
    return {(seat.team, seat.participant_id, seat.count) for seat in seats}
