"""The run screen: the current item, its clock, what comes next, and how the meeting stands against its plan."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.edits import running
from models.edits.notes import reveal_notes, start_silence
from models.language import gettext as _
from models.meeting import Meeting, Stage, read_meeting
from ui.live_document import LiveDocument
from ui.parts import label
from ui.projector.window import ProjectorWindow
from ui.run import keys
from ui.run.bars import AgendaBar
from ui.run.current_card import CurrentCard
from ui.run.doubt import DoubtPanel
from ui.run.gong import Gong
from ui.run.side_card import SideCard
from ui.run.tool_row import ToolRow
from ui.theme import UNIT

REPAINT_MS = 200
NARROW = 900
"""Below this width, in px, the list of items stands under the current one."""
LOW = 560
"""Below this height, in px, the clock makes room for the buttons under it."""
LOW_CLOCK = 112
HIGH_CLOCK = 320


class RunScreen(QWidget):
    """The room's clock. It repaints on a timer and counts nothing: time is read from `live.clock` and the workshop.

    `board_requested`, `decide_requested` and `close_requested` ask for another screen; `rang(str)` comes with the
    item's id when its time is up, whether or not the sound is on. A `projector` may be given; else the screen makes
    its own when one is first asked for, and takes it along when it goes.
    """

    board_requested = Signal()
    decide_requested = Signal()
    close_requested = Signal()
    rang = Signal(str)

    def __init__(self, live: LiveDocument, projector: ProjectorWindow | None = None) -> None:
        super().__init__()
        self.live = live
        self.sound_on = True
        self._meeting = read_meeting(live.workshop, live.clock())
        self._gong = Gong()
        self._asked = False
        self._build()
        self._projector: ProjectorWindow | None = None
        if projector is not None:
            self._adopt(projector)
        keys.bind_keys(self, self._commands())
        live.changed.connect(self._read)
        self._timer = QTimer(self, interval=REPAINT_MS)
        self._timer.timeout.connect(self._read)
        self._timer.start()
        self._read()

    def shown(self) -> None:
        """The screen came to the front: the room's keys work at once."""
        self._read()
        self.setFocus()

    # what it is made of

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Run"))
        ground = QWidget()
        ground.setObjectName("page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT + UNIT // 2)
        column.setSpacing(UNIT + UNIT // 2)
        self._fill(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._connect()
        self._leave_the_keys_alone()

    def _fill(self, column: QVBoxLayout) -> None:
        self.notice = label("", "warning", wrap=True)
        self.notice.hide()
        self.doubt = DoubtPanel()
        self.doubt.hide()
        self.agenda_bar = AgendaBar()
        self.card = CurrentCard()
        self.side = SideCard()
        self.tools = ToolRow()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(UNIT + UNIT // 2)
        self._halves.addWidget(self.card, 13)
        self._halves.addWidget(self.side, 7)
        for one in (self.notice, self.doubt, self.agenda_bar):
            column.addWidget(one)
        column.addLayout(self._halves, 1)
        column.addWidget(self.tools)

    def _leave_the_keys_alone(self) -> None:
        """A click on a button leaves the focus, and so the room's keys, where they were; Tab and Enter reach it."""
        for one in self.findChildren(QAbstractButton):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if isinstance(one, QPushButton):
                one.setAutoDefault(True)

    def _connect(self) -> None:
        card, doubt, tools = self.card, self.doubt, self.tools
        card.start_pause.connect(self.start_or_pause)
        card.next.connect(self.next)
        card.back.connect(self.back)
        card.minutes.connect(self.extend)
        card.hide_notes.connect(lambda: self.live.apply(start_silence(self.live.workshop)))
        card.show_notes.connect(lambda: self.live.apply(reveal_notes(self.live.workshop)))
        card.close_asked.connect(self.close_requested)
        card.decide_asked.connect(self.decide_requested)
        self.side.items.chosen.connect(self.go_to)
        doubt.ran.connect(lambda minutes: self._correct(minutes * 60.0))
        doubt.resumed.connect(lambda: self._correct(self._counted()))
        doubt.stood_still.connect(self._stood_still)
        tools.projector.connect(self.toggle_projector)
        tools.turned.connect(self._turn)
        tools.sound.connect(self.toggle_sound)
        tools.help.connect(self.show_keys)

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            keys.SPACE: self.start_or_pause,
            keys.NEXT: self.next,
            keys.BACK: self.back,
            keys.MORE: lambda: self.extend(1),
            keys.LESS: lambda: self.extend(-1),
            keys.PROJECTOR: self.toggle_projector,
            keys.SOUND: self.toggle_sound,
            keys.BOARD: self.board_requested.emit,
            keys.PAGE_DOWN: lambda: self._turn(1),
            keys.PAGE_UP: lambda: self._turn(-1),
            keys.HELP: self.show_keys,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        self.card.clock.setMaximumHeight(LOW_CLOCK if event.size().height() < LOW else HIGH_CLOCK)

    # what the facilitator does

    def start_or_pause(self) -> None:
        """Start the meeting, stop the clock, or let it go on."""
        if self._meeting.doubtful or self._meeting.stage in (Stage.ENDED, Stage.BETWEEN):
            return
        act = running.pause if self._meeting.stage is Stage.RUNNING else running.start
        self.live.apply(act(self.live.workshop, self.live.clock()))

    def next(self) -> None:
        """The room goes on to the next item; behind the last one the meeting is over. Does not start a meeting."""
        if self._meeting.index is not None and not self._meeting.doubtful:
            self.live.apply(running.next_item(self.live.workshop, self.live.clock()))

    def back(self) -> None:
        """The room goes back to the previous item, or after the end to the last one."""
        rows, index = self._meeting.rows, self._meeting.index
        if self._meeting.stage is Stage.ENDED and rows:
            self.go_to(rows[-1].item.id)
        elif index:
            self.go_to(rows[index - 1].item.id)

    def go_to(self, item_id: str) -> None:
        """The room goes to the item with this id."""
        item = self.live.workshop.agenda.get(item_id)
        if item is not None and not self._meeting.doubtful:
            self.live.apply(running.go_to(self.live.workshop, item, self.live.clock()))

    def extend(self, minutes: int) -> None:
        """The current item gets more or less time."""
        if not self._meeting.doubtful:
            self.live.apply(running.extend(self.live.workshop, minutes))

    def toggle_sound(self) -> None:
        """The gong sounds, or keeps quiet, until the screen is made anew."""
        self.sound_on = not self.sound_on
        self._say_tools()

    def show_keys(self) -> None:
        """Show the list of keys."""
        keys.KeyList(self).open()

    # the projector

    @property
    def projector(self) -> ProjectorWindow:
        """The second window; made when first asked for."""
        if self._projector is None:
            projector = ProjectorWindow(self.live)
            self.destroyed.connect(projector.deleteLater)
            self._adopt(projector)
            return projector
        return self._projector

    def toggle_projector(self) -> None:
        """Open the projector window beside this one, or close it."""
        self.notice.hide()
        self.projector.toggle(self.window())

    def _adopt(self, projector: ProjectorWindow) -> None:
        self._projector = projector
        keys.bind_keys(projector, self._commands())
        projector.opened.connect(self._say_tools)
        projector.screen_lost.connect(self._say_screen_lost)

    def _turn(self, step: int) -> None:
        if self._projector is not None:
            self._projector.turn(step)

    def _say_screen_lost(self) -> None:
        self.notice.setText(
            _(
                "The projector was unplugged, so its window was closed. Nothing private was shown; the clock goes on."
                " Plug it in again, then open the projector window."
            )
        )
        self.notice.show()

    def _say_tools(self) -> None:
        window = self._projector
        is_open = window is not None and window.isVisible()
        self.tools.say(projector_open=is_open, pages=window.pages if window else 0, sound_on=self.sound_on)

    # time

    def _read(self) -> None:
        """Look at the clocks and show what they say."""
        meeting = read_meeting(self.live.workshop, self.live.clock())
        before, self._meeting = self._meeting, meeting
        self._ask_when_doubtful(meeting)
        self.card.show_meeting(self.live.workshop, meeting)
        self.side.show_meeting(meeting)
        self.agenda_bar.show_meeting(meeting)
        self._say_tools()
        if _time_is_up(before, meeting):
            self._ring(meeting)

    def _ring(self, meeting: Meeting) -> None:
        assert meeting.item is not None
        self.rang.emit(meeting.item.id)
        if self.sound_on:
            self._gong.ring()

    def _ask_when_doubtful(self, meeting: Meeting) -> None:
        if meeting.doubtful and not self._asked and meeting.item is not None:
            believable = max(self._counted(), min(meeting.allowed - meeting.left, meeting.allowed))
            self.doubt.ask(meeting.item.title, self._counted(), believable)
        elif not meeting.doubtful:
            self.doubt.hide()
        self._asked = meeting.doubtful

    def _counted(self) -> float:
        """Seconds that were recorded before the stretch nobody can vouch for."""
        item = self._meeting.item
        return 0.0 if item is None else self.live.workshop.timings[item.id].elapsed

    def _correct(self, seconds: float) -> None:
        self.live.apply(running.correct(self.live.workshop, seconds, self.live.clock()))

    def _stood_still(self) -> None:
        self._correct(self._counted())
        if not self._meeting.doubtful:  # else it could not be saved, and the question stands
            self.live.apply(running.pause(self.live.workshop, self.live.clock()))


def _time_is_up(before: Meeting, now: Meeting) -> bool:
    """Whether the current item's time ran out between two looks at it: once for each agreed end, never in hindsight."""
    if before.item is None or now.item is None or before.item.id != now.item.id:
        return False
    if before.doubtful or before.allowed != now.allowed or now.stage is not Stage.RUNNING:
        return False
    return before.left > 0 >= now.left
