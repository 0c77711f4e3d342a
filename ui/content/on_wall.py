"""What is on the projector by hand: a button for one thing, a bar that says what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from models.language import gettext as _
from models.workshop import Workshop
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.theme import RADIUS, SUCCESS, UNIT
from ui.wall import OnShow, Show, Wall

SHOWN = "#eef7f2"
"""The ground of what is on show."""


def toggle(wall: Wall, on_show: OnShow) -> None:
    """Show this to the room, or no longer."""
    if wall.on_show == on_show:
        wall.take_off()
    else:
        wall.put_on(on_show)


class WallButton(QPushButton):
    """「みんなに見せる」; while the thing is on show it says so, and takes it off. `name` is read aloud with it."""

    def __init__(self, wall: Wall, on_show: OnShow, name: str) -> None:
        super().__init__()
        self._wall, self._on_show, self._name = wall, on_show, name
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _on: toggle(wall, on_show))
        wall.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say how it is now."""
        shown = self._wall.on_show == self._on_show
        self.setChecked(shown)
        self.setText(_("On show – take it off") if shown else _("Show to everyone"))
        words = _("On show: {name}. Press to take it off.") if shown else _("Show to everyone: {name}")
        self.setAccessibleName(words.format(name=self._name))

    def rename(self, name: str) -> None:
        """The thing is called otherwise now."""
        self._name = name
        self.follow()


class WallBar(QFrame):
    """What was put on show by hand, and the way to take it off; unseen while nothing is."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.setObjectName("wall")
        self.setStyleSheet(
            f"QFrame#wall {{ background: {SHOWN}; border: 2px solid {SUCCESS}; border-radius: {RADIUS}px; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        self.told = label("", "field", wrap=True)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.told, 1)
        row.setAlignment(self.told, Qt.AlignmentFlag.AlignVCenter)
        self.off_button = button(_("Take it off"), live.wall.take_off, "quiet")
        row.addWidget(self.off_button)
        live.wall.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what is on show now."""
        wall = self._live.wall
        self.setVisible(wall.on_show is not None)
        if wall.on_show is not None:
            words = _("On show: {name}").format(name=show_name(self._live.workshop, wall.on_show))
            self.told.setText(words + held(wall))


def held(wall: Wall) -> str:
    """Why the room may see something else for now; empty when it does not."""
    if wall.black:
        return _(" (the projector is blacked out now)")
    return _(" (the projector's picture is held now)") if wall.frozen else ""


def show_name(workshop: Workshop, on_show: OnShow) -> str:
    """The name of what is on show."""
    knack, case = workshop.knacks.get(on_show.id), workshop.shown_cases.get(on_show.id)
    names = {
        Show.KNACK: _("the knack “{title}”").format(title="" if knack is None else knack.title),
        Show.CASE: _("the case “{title}”").format(title="" if case is None else case.title),
        Show.PLEDGES: pledges_name(workshop),
        Show.OWN_WORK: _("everybody's own work"),
        Show.STEPS: _("the steps of the work"),
        Show.TEAMS: _("the groups of people"),
        Show.LAST_TIME: _("homework of last time"),
    }
    return names[on_show.what]


def pledges_name(workshop: Workshop) -> str:
    """What pledges are called in this format."""
    return _("Declarations") if workshop.details.format == "training" else _("From tomorrow on")
