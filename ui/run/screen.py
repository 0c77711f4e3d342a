"""The run screen: the current item, its clock, what comes next, and how the meeting stands against its plan."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.agenda import AgendaPhase
from models.edits.notes import reveal_notes, start_silence
from models.language import gettext as _
from models.meeting import Meeting, read_meeting
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.projector.window import ProjectorWindow
from ui.run import keys
from ui.run.bars import AgendaBar
from ui.run.bells import step_is_over, time_is_up
from ui.run.conduct import Conduct
from ui.run.current_card import CurrentCard
from ui.run.doubt import DoubtPanel
from ui.run.gong import SOFT, Gong
from ui.run.lanes import too_long
from ui.run.replanning import Replanning
from ui.run.side_card import SideCard
from ui.run.start_offer import StartOffer
from ui.run.tool_row import ToolRow
from ui.run.wall_control import WallControl
from ui.screens import content_name
from ui.theme import UNIT

REPAINT_MS = 200
NARROW = 900
"""Below this width, in px, the list of items stands under the current one."""
LOW = 560
"""Below this height, in px, the clock makes room for the buttons under it."""
HIGH = 800
"""From this height on, in px, there is room for what to say beside lists and lanes."""
LOW_CLOCK = 112
MIDDLE_CLOCK = 96
"""So much that the re-plans have room below the buttons."""
HIGH_CLOCK = 320
SOUND = "sound"
"""The setting that keeps whether the gong sounds."""
ASK_MS = 4_000
"""So long a second → ends the meeting, ms."""


class RunScreen(QWidget):
    """The room's clock. It repaints on a timer and counts nothing: time is read from `live.clock` and the workshop.

    `board_requested`, `content_requested`, `decide_requested` and `close_requested` ask for another screen,
    `parking_requested` for the parking lot. `rang(str)` comes with the item's id when its time is up, `struck(str)`
    when a step of group work in it is over, whether or not the sound is on. A `projector` may be given; else the screen
    makes its own when one is first asked for, and takes it along when it goes. With `settings` it keeps in mind whether
    the gong sounds.
    """

    board_requested = Signal()
    content_requested = Signal()
    decide_requested = Signal()
    close_requested = Signal()
    parking_requested = Signal()
    rang = Signal(str)
    struck = Signal(str)

    def __init__(
        self, live: LiveDocument, projector: ProjectorWindow | None = None, settings: QSettings | None = None
    ) -> None:
        super().__init__()
        self.live = live
        self._settings = settings
        self.sound_on = settings is None or bool(settings.value(SOUND, True, type=bool))
        self._meeting = read_meeting(live.workshop, live.clock())
        self.conduct = Conduct(live, lambda: self._meeting)
        self._gong = Gong()
        self._ending = QTimer(self, interval=ASK_MS, singleShot=True)
        self._asked = False
        self._build()
        commands = self._commands()
        self.wall = WallControl(live, self.tools, self.notice, commands | self._arrows())
        self.wall.gives_screen.connect(self._put_away)  # nobody takes a re-plan unseen
        if projector is not None:
            self.wall.adopt(projector)
        keys.bind_keys(self, commands)
        self._start_offer = StartOffer(live, self.notice)
        self._ending.timeout.connect(self._end_not_meant)
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
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        self._page = column
        self._fill(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.notice = Notice()
        self.notice.setParent(self)
        self.replanning = Replanning(self.live, self, self.card, self.notice)
        self._connect()
        self._leave_the_keys_alone()

    def _fill(self, column: QVBoxLayout) -> None:
        self.doubt = DoubtPanel()
        self.doubt.hide()
        self.agenda_bar = AgendaBar()
        self.card = CurrentCard(self.live)
        self.side = SideCard()
        self.tools = ToolRow()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(UNIT + UNIT // 2)
        self._halves.addWidget(self.card, 13)
        self._halves.addWidget(self.side, 7)
        for one in (self.doubt, self.agenda_bar):
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
        card.start_pause.connect(self.conduct.start_or_pause)
        card.next.connect(self.conduct.next)
        card.back.connect(self.conduct.back)
        card.minutes.connect(self.conduct.extend)
        card.hide_notes.connect(lambda: self.live.apply(start_silence(self.live.workshop)))
        card.show_notes.connect(lambda: self.live.apply(reveal_notes(self.live.workshop)))
        card.close_asked.connect(self.close_requested)
        card.over_asked.connect(self._ask_to_start_over)
        card.decide_asked.connect(self.decide_requested)
        card.reading.toggle_asked.connect(self.toggle_method)
        card.carried.left.connect(self.setFocus)
        self.side.items.chosen.connect(self.conduct.go_to)
        self.side.items.skip_asked.connect(self.conduct.leave_out)
        doubt.ran.connect(lambda minutes: self.conduct.correct(minutes * 60.0))
        doubt.resumed.connect(lambda: self.conduct.correct(self.conduct.counted()))
        doubt.stood_still.connect(self.conduct.stood_still)
        tools.rest.connect(self.conduct.put_in_break)
        tools.content.connect(self._ask_for_content)
        tools.parking.connect(self._ask_for_parking)
        tools.sound.connect(self.toggle_sound)
        tools.help.connect(self.show_keys)

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            keys.SPACE: self.conduct.start_or_pause,
            keys.NEXT: self._next,
            keys.BACK: self.conduct.back,
            keys.MORE: lambda: self.conduct.extend(1),
            keys.LESS: lambda: self.conduct.extend(-1),
            keys.PROJECTOR: self.toggle_projector,
            keys.PRESENT: lambda: self.wall.present(),
            keys.FREEZE: self.live.wall.toggle_freeze,
            keys.BLACK: self.live.wall.toggle_black,
            keys.PAGE_DOWN: lambda: self.wall.turn(1),
            keys.PAGE_UP: lambda: self.wall.turn(-1),
            keys.SOUND: self.toggle_sound,
            keys.BOARD: self.board_requested.emit,
            keys.CONTENT: self._ask_for_content,
            keys.PARK: self._ask_for_parking,
            keys.METHOD: self.toggle_method,
            keys.REPLAN: self._toggle_replans,
            keys.AWAY: self._put_away,
            keys.HELP: self.show_keys,
            **{key: partial(self._number, place) for place, key in enumerate(keys.NUMBERS)},
        }

    def _arrows(self) -> dict[str, Callable[[], object]]:
        """On this screen the arrows up and down belong to what has the focus, see `keyPressEvent`."""
        return {keys.UP: lambda: self.card.carried.step(-1), keys.DOWN: lambda: self.card.carried.step(1)}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a piece of last time's homework."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or self.card.carried.isHidden():
            super().keyPressEvent(event)
        else:
            self.card.carried.step(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        self._place_tools(narrow)
        self.card.be_roomy(narrow=narrow, high=event.size().height() >= HIGH)
        self.card.clock_height = _clock_height(event.size().height())
        self._place()

    def _place_tools(self, narrow: bool) -> None:
        """Below all, or on a narrow page below the clock's buttons: there the rest is scrolled to."""
        in_card = self.tools.parentWidget() is self.card
        if narrow and not in_card:
            self.card.take_tools(self.tools)
        elif not narrow and in_card:
            self._page.addWidget(self.tools)

    def _place(self) -> None:
        """Lay what floats over the screen where it belongs."""
        if self.replanning.is_open:
            self.replanning.place()
        if not self.notice.isHidden():
            width = self.width() - 4 * UNIT
            height = max(self.notice.sizeHint().height(), self.notice.heightForWidth(width))
            above_the_tools = self.height() - height - 8 * UNIT
            top = above_the_tools if self.height() >= LOW else UNIT  # the buttons stay free on a low screen, too
            self.notice.setGeometry(2 * UNIT, top, width, height)
            self.notice.raise_()

    # what the facilitator does

    def _next(self) -> None:
        """→ goes on; behind the last item, where there is no way on, it must be pressed twice."""
        meeting = self._meeting
        last = meeting.item is not None and not meeting.doubtful and meeting.following is None
        if last and not self._ending.isActive():
            self.notice.tell(_("Press → once more to end the meeting."), look="warning")
            self._ending.start()
            return
        self._end_not_meant()
        self.conduct.next()

    def _end_not_meant(self) -> None:
        """Ask no longer whether the meeting is to end."""
        self._ending.stop()
        if self.notice.text == _("Press → once more to end the meeting."):
            self.notice.clear()

    def toggle_method(self) -> None:
        """Show how the item is done and what it takes, or what to say."""
        self.card.reading.toggle()

    def toggle_sound(self) -> None:
        """The gong sounds, or keeps quiet from now on."""
        self.sound_on = not self.sound_on
        if self._settings is not None:
            self._settings.setValue(SOUND, self.sound_on)
        self._say_tools()

    def show_keys(self) -> None:
        """Show the list of keys."""
        if self.isVisible():
            keys.KeyList(self, self._content()).open()

    def _content(self) -> str:
        return content_name(self.live.workshop.details.format)

    def _ask_for_content(self) -> None:
        if self._content():
            self.content_requested.emit()

    def _ask_for_parking(self) -> None:
        if self.isVisible():
            self.parking_requested.emit()

    def _toggle_replans(self) -> None:
        if self.isVisible():
            self.replanning.toggle()
            self._place()

    def _put_away(self) -> None:
        if self.replanning.is_open:
            self.replanning.put_away()
        self.setFocus()

    def _number(self, place: int) -> None:
        """1, 2 and 3 belong to the re-plans while they are open, else to last time's homework."""
        item = self._meeting.item
        if self.replanning.is_open:
            self.replanning.take(place)
        elif item is not None and item.phase is AgendaPhase.LAST_TIME:
            self.card.carried.answer(place)

    def _ask_to_start_over(self) -> None:
        self.notice.tell(
            _("What the clock recorded is forgotten, and the agenda is as planned. Notes and decisions stay."),
            (_("Start over now"), self._start_over),
            look="warning",
        )

    def _start_over(self) -> None:
        self.notice.clear()
        self.conduct.start_over()

    # the projector

    @property
    def projector(self) -> ProjectorWindow:
        """The second window; made when first asked for."""
        return self.wall.window

    def toggle_projector(self) -> None:
        """Open the projector window beside this one, or close it."""
        self.wall.toggle()

    def _say_tools(self) -> None:
        can_rest = self._meeting.item is not None and not self._meeting.doubtful
        self.tools.say(sound_on=self.sound_on, content=self._content(), can_rest=can_rest)
        self.wall.say()

    # time

    def _read(self) -> None:
        """Look at the clocks and show what they say."""
        meeting = read_meeting(self.live.workshop, self.live.clock())
        before, self._meeting = self._meeting, meeting
        steps = self.card.lanes.shown_lanes
        self._ask_when_doubtful(meeting)
        self.card.show_meeting(self.live.workshop, meeting)
        self.side.show_meeting(meeting)
        self.agenda_bar.show_meeting(meeting)
        self.replanning.show_meeting(meeting)
        self._say_tools()
        self._start_offer.look(before, meeting)
        if meeting.item is not None and (before.item is None or before.item.id != meeting.item.id):
            self._warn_of_long_steps(meeting)
        self._place()
        if self._ending.isActive() and (meeting.item is None or meeting.following is not None):
            self._end_not_meant()
        if time_is_up(before, meeting):
            self._ring(meeting)
        elif step_is_over(before, steps, meeting, self.card.lanes.shown_lanes):
            self._strike(meeting)

    def _warn_of_long_steps(self, meeting: Meeting) -> None:
        """Say once, as the item begins, that group work has no time for all of its steps."""
        minutes = too_long(self.live.workshop, meeting)
        if minutes and not self.notice.text:
            text = _("The steps of the teams are {minutes} min longer than this item. They end with it.")
            self.notice.tell(text.format(minutes=minutes), look="warning")

    def _ring(self, meeting: Meeting) -> None:
        assert meeting.item is not None
        self.rang.emit(meeting.item.id)
        if self.sound_on:
            self._gong.ring()

    def _strike(self, meeting: Meeting) -> None:
        assert meeting.item is not None
        self.struck.emit(meeting.item.id)
        if self.sound_on:
            self._gong.ring(SOFT)

    def _ask_when_doubtful(self, meeting: Meeting) -> None:
        if meeting.doubtful and not self._asked and meeting.item is not None:
            believable = max(self.conduct.counted(), min(meeting.allowed - meeting.left, meeting.allowed))
            self.doubt.ask(meeting.item.title, self.conduct.counted(), believable)
        elif not meeting.doubtful:
            self.doubt.hide()
        self._asked = meeting.doubtful


def _clock_height(height: int) -> int:
    """The greatest height of the clock on a screen so high, px."""
    if height < LOW:
        return LOW_CLOCK
    return MIDDLE_CLOCK if height < HIGH else HIGH_CLOCK
