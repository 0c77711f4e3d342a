"""The card of the item the room is at: title, task, clock, what to say, and what the app can do now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.language import gettext as _
from models.meeting import Meeting, Stage, local
from models.workshop import Workshop
from ui.parts import button, label, restyle
from ui.run.clock_face import ClockFace
from ui.run.paragraph import Paragraph
from ui.run.words import phase_hint
from ui.theme import HEADING, KEY_TINT, LEAD, RADIUS, SECOND_TEXT, UNIT


class CurrentCard(QFrame):
    """What is now. Signals: `start_pause`, `next`, `back`, `minutes(int)`, `hide_notes`, `show_notes`, `close_asked`,
    `decide_asked`."""

    start_pause = Signal()
    next = Signal()
    back = Signal()
    minutes = Signal(int)
    hide_notes = Signal()
    show_notes = Signal()
    close_asked = Signal()
    decide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
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
        for one in (self.place, self.title, self.task, self.first_steps):
            column.addWidget(one)
        column.addWidget(self.clock, 100)
        column.addLayout(self._moves())
        column.addWidget(self._hint())
        column.addWidget(self._script())
        column.addStretch(2)

    def _moves(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.start_button = button(_("Start the meeting"), self.start_pause.emit, "primary")
        self.back_button = button(_("← Back"), self.back.emit, "quiet", tip=_("Go back to the previous item"))
        self.less_button = button(_("−1 min"), lambda: self.minutes.emit(-1))
        self.more_button = button(_("＋1 min"), lambda: self.minutes.emit(1))
        self.next_button = button(_("Next →"), self.next.emit, "primary")
        self.decide_button = button(_("Check the decisions"), self.decide_asked.emit, "primary")
        self.close_button = button(_("Open the write-up"), self.close_asked.emit)
        left = (self.start_button, self.less_button, self.more_button, self.decide_button, self.close_button)
        for one in left:
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row

    def _hint(self) -> QWidget:
        self.hint_row = QWidget()
        row = QHBoxLayout(self.hint_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        self.hint = Paragraph(colour=SECOND_TEXT)
        self.hide_button = button(_("Hide notes while writing"), self.hide_notes.emit)
        self.show_button = button(_("Show the notes on the projector"), self.show_notes.emit)
        row.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.hide_button)
        row.addWidget(self.show_button)
        return self.hint_row

    def _script(self) -> QWidget:
        self.script_box = QFrame()
        self.script_box.setObjectName("script")
        self.script_box.setStyleSheet(f"QFrame#script {{ background: {KEY_TINT}; border-radius: {RADIUS}px; }}")
        column = QVBoxLayout(self.script_box)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(4)
        column.addWidget(label(_("What you may say (only you see this)"), "field"))
        self.script = Paragraph(LEAD)
        column.addWidget(self.script)
        return self.script_box

    def show_meeting(self, workshop: Workshop, meeting: Meeting) -> None:
        """Show how things stand."""
        self.clock.show_meeting(meeting)
        self._show_words(workshop, meeting)
        self._show_moves(meeting)
        self._show_hint(workshop, meeting)

    def _show_words(self, workshop: Workshop, meeting: Meeting) -> None:
        place, title, task = _words(workshop, meeting)
        script = meeting.item.script if meeting.item else ""
        for widget, text in ((self.place, place), (self.title, title)):
            if widget.text() != text:
                widget.setText(text)
        self.task.say(task)
        self.script.say(script)
        self.task.setVisible(bool(task))
        self.script_box.setVisible(bool(script))
        self.first_steps.setVisible(meeting.stage is Stage.BEFORE)

    def _show_moves(self, meeting: Meeting) -> None:
        under_way = meeting.stage in (Stage.RUNNING, Stage.PAUSED)
        self.clock.setVisible(under_way)
        self._above.setVisible(not under_way)
        for widget in (self.less_button, self.more_button):
            widget.setVisible(under_way)
            widget.setEnabled(not meeting.doubtful)
        self.next_button.setVisible(under_way)
        self.next_button.setEnabled(not meeting.doubtful)
        last = meeting.index == len(meeting.rows) - 1
        _say(self.next_button, _("End the meeting") if last else _("Next →"))
        self.back_button.setVisible(meeting.stage is Stage.ENDED or bool(meeting.index))
        self.back_button.setEnabled(not meeting.doubtful)
        self.start_button.setVisible(under_way or meeting.stage is Stage.BEFORE)
        self.start_button.setEnabled(bool(meeting.rows) and not meeting.doubtful)
        self._say_start(meeting.stage)
        for widget in (self.decide_button, self.close_button):
            widget.setVisible(meeting.stage is Stage.ENDED)

    def _say_start(self, stage: Stage) -> None:
        words = {Stage.BEFORE: _("Start the meeting"), Stage.RUNNING: _("Stop the clock")}
        _say(self.start_button, words.get(stage, _("Go on")))
        role = "primary" if stage is Stage.BEFORE else ""
        if self.start_button.property("role") != role:
            restyle(self.start_button, role)

    def _show_hint(self, workshop: Workshop, meeting: Meeting) -> None:
        silent = workshop.details.silent
        hidden = sum(note.hidden for note in workshop.notes.values())
        text = phase_hint(meeting.item.phase, silent, hidden) if meeting.item else ""
        self.hint.say(text)
        self.hide_button.setVisible(not silent)
        self.show_button.setVisible(silent or hidden > 0)
        self.hint_row.setVisible(meeting.stage in (Stage.RUNNING, Stage.PAUSED) or silent or hidden > 0)


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
