"""The card of the item the room is at: title, task, clock, hint, what the 班 do, last time's homework, what to say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.agenda import AgendaItem, AgendaPhase
from models.language import gettext as _
from models.meeting import Meeting, Stage, had_its_break, local
from models.workshop import Workshop
from ui.live_document import LiveDocument
from ui.parts import button, label, restyle
from ui.run.carried_list import CarriedList
from ui.run.clock_face import ClockFace
from ui.run.hints import Cue, hint
from ui.run.lanes import LaneBars, lanes
from ui.run.offer_button import OfferButton
from ui.run.paragraph import Paragraph
from ui.run.reading_box import ReadingBox
from ui.theme import HEADING, LEAD, SECOND_TEXT, UNIT

HINT_HEIGHT = 48
"""Two lines, px: a hint that becomes longer must not move the buttons above it."""
WITH_LIST_CLOCK = 112
"""The greatest height of the clock beside last time's homework, px."""
TYPING = (AgendaPhase.WRITE, AgendaPhase.IDEAS, AgendaPhase.QUESTIONS, AgendaPhase.OTHER)
"""Phases in which it makes sense to keep new notes off the projector."""


class CurrentCard(QFrame):
    """What is now. Signals: `start_pause`, `next`, `back`, `minutes(int)`, `hide_notes`, `show_notes`, `close_asked`,
    `over_asked`, `decide_asked`."""

    start_pause = Signal()
    next = Signal()
    back = Signal()
    minutes = Signal(int)
    hide_notes = Signal()
    show_notes = Signal()
    over_asked = Signal()
    close_asked = Signal()
    decide_asked = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.clock_height = 320
        self._tight = False
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + UNIT // 2)
        self.place = label("", "second")
        self.title = label("", "title", wrap=True)
        self.task = Paragraph(HEADING, bold=True)
        self.first_steps = Paragraph(LEAD)
        self.first_steps.say(_first_steps())
        self.clock = ClockFace()
        self._above = QWidget()
        column.addWidget(self._above, 1)
        column.addWidget(self._head())
        for one in (self.task, self.first_steps):
            column.addWidget(one)
        column.addWidget(self.clock, 100)
        column.addWidget(self._moves())
        column.addWidget(self._hint())
        self.lanes = LaneBars()
        self.carried = CarriedList(live)
        self.reading = ReadingBox()
        column.addWidget(self.lanes)
        column.addWidget(self.carried, 200)
        column.addWidget(self.reading, 150)
        column.addStretch(2)

    def _head(self) -> QWidget:
        """Where the meeting is, and at its right the place that is kept for the offer of re-plans."""
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        words = QVBoxLayout()
        words.setSpacing(UNIT)
        words.addWidget(self.place)
        words.addWidget(self.title)
        row.addLayout(words, 1)
        self.offer = OfferButton()
        row.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignTop)
        return self.head

    def _moves(self) -> QWidget:
        self.moves = QWidget()
        row = QHBoxLayout(self.moves)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.start_button = button(_("Start the meeting"), self.start_pause.emit, "primary")
        self.back_button = button(_("← Back"), self.back.emit, "quiet", tip=_("Go back to the previous item"))
        self.less_button = button(_("−1 min"), lambda: self.minutes.emit(-1))
        self.more_button = button(_("＋1 min"), lambda: self.minutes.emit(1))
        self.next_button = button(_("Next →"), self.next.emit, "primary")
        self.decide_button = button(_("Check the decisions"), self.decide_asked.emit, "primary")
        self.close_button = button(_("Open the write-up"), self.close_asked.emit)
        self.over_button = button(
            _("Start over"), self.over_asked.emit, "quiet", tip=_("After a rehearsal: as before the start")
        )
        left = (self.start_button, self.less_button, self.more_button, self.decide_button, self.close_button)
        for one in left:
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.over_button)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return self.moves

    def _hint(self) -> QWidget:
        self.hint_row = QWidget()
        row = QHBoxLayout(self.hint_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        self.hint_row.setMinimumHeight(HINT_HEIGHT)
        self.hint = Paragraph(colour=SECOND_TEXT)
        self.hide_button = button(_("Hide notes while writing"), self.hide_notes.emit)
        self.show_button = button(_("Show the notes on the projector"), self.show_notes.emit)
        self.read_button = button(_("All that only you read (H)"), lambda: self.reading.toggle(), "quiet")
        row.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.read_button)
        row.addWidget(self.hide_button)
        row.addWidget(self.show_button)
        return self.hint_row

    def be_roomy(self, *, narrow: bool, high: bool) -> None:
        """Know how much room there is: a narrow page scrolls anyhow, a high one has room for everything."""
        self._tight = not narrow and not high
        space, edge = (UNIT, UNIT + UNIT // 2) if not high else (UNIT + UNIT // 2, 2 * UNIT)
        self._column.setSpacing(space)
        self._column.setContentsMargins(2 * UNIT, edge, 2 * UNIT, edge)
        self.reading.be_roomy(narrow)

    def take_tools(self, tools: QWidget) -> None:
        """On a narrow page the tools stand above what to say."""
        self._column.insertWidget(self._column.indexOf(self.hint_row), tools)

    def show_meeting(self, workshop: Workshop, meeting: Meeting) -> None:
        """Show how things stand."""
        self.clock.show_meeting(meeting)
        self._show_words(workshop, meeting)
        self._show_moves(meeting)
        self._show_hint(workshop, meeting)
        self.lanes.show_lanes(lanes(workshop, meeting))
        self._show_carried(workshop, meeting)
        crowded = not self.lanes.isHidden() or not self.carried.isHidden()
        closed_first = crowded and self._tight
        self.reading.show_item(meeting.item, closed_first=closed_first)
        self.read_button.setVisible(closed_first and not self.reading.asked_open)

    def _show_words(self, workshop: Workshop, meeting: Meeting) -> None:
        place, title, task = _words(workshop, meeting)
        for widget, text in ((self.place, place), (self.title, title)):
            if widget.text() != text:
                widget.setText(text)
        self.task.say(task)
        self.task.setVisible(bool(task))
        self.first_steps.setVisible(meeting.stage is Stage.BEFORE and bool(meeting.rows))

    def _show_moves(self, meeting: Meeting) -> None:
        under_way = meeting.stage in (Stage.RUNNING, Stage.PAUSED)
        self.clock.setVisible(under_way)
        self._above.setVisible(not under_way)
        for widget in (self.less_button, self.more_button):
            widget.setVisible(under_way)
            widget.setEnabled(not meeting.doubtful)
        self.next_button.setVisible(under_way)
        self.next_button.setEnabled(not meeting.doubtful)
        last = meeting.following is None
        _say(self.next_button, _("End the meeting") if last else _("Next →"))
        self.back_button.setVisible(meeting.stage is Stage.ENDED or _leads_back(meeting))
        self.back_button.setEnabled(not meeting.doubtful)
        self.start_button.setVisible(under_way or meeting.stage is Stage.BEFORE)
        self.start_button.setEnabled(bool(meeting.rows) and not meeting.doubtful)
        self._say_start(meeting.stage)
        for widget in (self.decide_button, self.close_button, self.over_button):
            widget.setVisible(meeting.stage is Stage.ENDED)

    def _say_start(self, stage: Stage) -> None:
        words = {Stage.BEFORE: _("Start the meeting"), Stage.RUNNING: _("Stop the clock")}
        _say(self.start_button, words.get(stage, _("Go on")))
        role = "primary" if stage is Stage.BEFORE else ""
        if self.start_button.property("role") != role:
            restyle(self.start_button, role)

    def _show_hint(self, workshop: Workshop, meeting: Meeting) -> None:
        silent = workshop.details.silent
        cue = _cue(workshop, meeting)
        self.hint.say(hint(cue) if cue is not None else "")
        self.hide_button.setVisible(not silent and cue is not None and cue.phase in TYPING)
        self.show_button.setVisible(silent or workshop.noted.hidden > 0)
        self.hint_row.setVisible(cue is not None or self.show_button.isVisibleTo(self.hint_row))

    def _show_carried(self, workshop: Workshop, meeting: Meeting) -> None:
        """Last time's homework in its phase; the clock and the task make room for it."""
        shown = meeting.item is not None and meeting.item.phase is AgendaPhase.LAST_TIME
        if shown:
            self.carried.show_workshop(workshop)
            self.task.setVisible(not workshop.carried and bool(self.task.text()))
        self.carried.setVisible(shown)
        most = min(self.clock_height, WITH_LIST_CLOCK) if shown else self.clock_height
        if self.clock.maximumHeight() != most:
            self.clock.setMaximumHeight(most)


def previous(meeting: Meeting) -> AgendaItem | None:
    """The item before the present one, or after the meeting the last one; what is left out, and a
    break the room has had, is passed over."""
    before = meeting.rows if meeting.stage is Stage.ENDED else meeting.rows[: meeting.index or 0]
    there = (row for row in reversed(before) if not had_its_break(row.item, row.timing))
    return next((row.item for row in there if not row.item.skipped), None)


def _leads_back(meeting: Meeting) -> bool:
    return (interrupted(meeting) or previous(meeting)) is not None


def interrupted(meeting: Meeting) -> AgendaItem | None:
    """The item the room left for the break it is in, which was put in at once; None where there is none."""
    following = meeting.following
    if meeting.item is None or meeting.item.phase is not AgendaPhase.BREAK or meeting.item.minutes:
        return None
    timed = any(row.item is following and row.ended is not None for row in meeting.rows)
    return following if timed else None


def _cue(workshop: Workshop, meeting: Meeting) -> Cue | None:
    if meeting.item is None:
        return None
    return Cue(
        phase=meeting.item.phase,
        left=meeting.left,
        allowed=meeting.allowed,
        paused=meeting.stage is Stage.PAUSED,
        silent=workshop.details.silent,
        notes=len(workshop.notes),
        hidden=workshop.noted.hidden,
        carried=len(workshop.carried),
    )


def _say(widget: QPushButton, words: str) -> None:
    if widget.text() != words:
        widget.setText(words)
        widget.setAccessibleName(words)


def _first_steps() -> str:
    """What is good to have done before the meeting begins."""
    return "\n".join(
        (
            _("Before you start:"),
            _("1  Connect the projector and open the projector window below."),
            _("2  See that everybody has sticky notes and a pen, or that you type for them."),
            _("3  Press “Start the meeting” or the space bar. What you may say appears here for every item."),
        )
    )


def _words(workshop: Workshop, meeting: Meeting) -> tuple[str, str, str]:
    """The three lines on top: where the meeting is, its title, its task."""
    details = workshop.details
    if meeting.stage is Stage.BEFORE and not meeting.rows:
        empty = _("The agenda has no items yet. Under “Prepare” you can add some, or choose a template.")
        return "", details.title, empty
    if meeting.stage is Stage.BEFORE:
        starts = _("Begins {start}, {minutes} min").format(start=f"{workshop.starts:%H:%M}", minutes=details.minutes)
        return starts, details.title, details.question
    if meeting.stage is Stage.ENDED:
        thanks = _("Thank you. Next, check the decisions and write them up.")
        return _("The last item is done"), _("The meeting has ended"), thanks
    if meeting.item is None or meeting.index is None:
        gone = _("The item the room was at is no longer in the agenda. Choose where to go on in the list.")
        return "", _("No item is chosen"), gone
    row = meeting.rows[meeting.index]
    began = local(row.timing.first_started_at) if row.timing else row.planned.start
    place = _("Item {number} of {count}, {minutes} min, since {start}").format(
        number=meeting.index + 1, count=len(meeting.rows), minutes=round(meeting.allowed / 60), start=f"{began:%H:%M}"
    )
    return place, meeting.item.title, meeting.item.task
