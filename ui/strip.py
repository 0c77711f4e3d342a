"""The strip above every screen: which workshop this is, the room's clock, that all is saved, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.language import gettext as _
from ui.parts import button, label
from ui.theme import ERROR, HAIRLINE, TEXT, UNIT, WARNING_TINT, WHITE, font

if TYPE_CHECKING:
    from ui.live_document import LiveDocument

CLOCK_MS = 500


class Strip(QWidget):
    """Signals: undo, redo or the re-plans were asked for. Before a workshop is open it is empty."""

    undo_asked = Signal()
    redo_asked = Signal()
    replan_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self.setStyleSheet(f"QWidget#strip {{ background: {WHITE}; border-bottom: 1px solid {HAIRLINE}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, 0, UNIT, 0)
        row.setSpacing(2 * UNIT)
        self.caption = label("", "lead")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clock = label("")
        self.clock.setFont(font(bold=True, figures=True))
        self.replan_button = button(_("Re-plan"), self.replan_asked.emit)
        self.replan_button.hide()
        self.saved = label("", "second")
        self.undo_button = button(_("Undo"), self.undo_asked.emit, "quiet")
        self.redo_button = button(_("Redo"), self.redo_asked.emit, "quiet")
        for one in (self.undo_button, self.redo_button):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the screen
        row.addWidget(self.caption, 1)
        for widget in (self.clock, self.replan_button, self.saved, self.undo_button, self.redo_button):
            row.addWidget(widget)
        self._beside_a_clock = self.past = False
        self._live: LiveDocument | None = None
        self._timer = QTimer(self, interval=CLOCK_MS)
        self._timer.timeout.connect(self._say_time)
        self._say_history()

    def follow(self, live: LiveDocument) -> None:
        """Tell of this workshop from now on."""
        self._live = live
        live.changed.connect(self._read)
        live.not_saved.connect(lambda *_told: self.saved.setText(_("Not saved")))
        self._timer.start()
        self._read()

    def stand_by(self, *, clock: bool, past: bool = False) -> None:
        """Whether the screen below shows the room's clock itself: two are never quite alike. Or whether it shows the
        `past`: then nothing can be taken back, for one would not see what."""
        self._beside_a_clock, self.past = clock, past
        self._say_history()
        if self._live is not None:
            self._say_time()

    def tell(self, deed: str, *, unseen: bool = False) -> None:
        """Say what was just done, until the next edit; what is `unseen` on the screen in front is told louder."""
        self.saved.setText(deed)
        self._raise_voice(loud=unseen)

    def _raise_voice(self, *, loud: bool) -> None:
        self.saved.setStyleSheet(
            f"color: {TEXT}; background: {WARNING_TINT}; font-weight: bold; padding: 4px 8px;" if loud else ""
        )

    def _read(self) -> None:
        assert self._live is not None
        details = self._live.workshop.details
        self.caption.setText(_("No. {number}  {title}").format(number=details.number, title=details.title))
        self.saved.setText(_("Saved"))
        self._raise_voice(loud=False)
        self._say_history()
        self._say_time()

    def _say_time(self) -> None:
        """The item the room is at and what is left of it, on every screen."""
        from models.meeting import Alert, clock_text, read_meeting
        from models.replanning import proposals
        from ui.run.words import alert_words

        assert self._live is not None
        now = self._live.clock()
        meeting = read_meeting(self._live.workshop, now)
        told = (
            "" if meeting.item is None or self._beside_a_clock else f"{meeting.item.title}　{clock_text(meeting.left)}"
        )
        if told and meeting.alert is not Alert.NONE:
            told += "　" + alert_words(meeting).replace("\n", "　")
        if told != self.clock.text():
            self.clock.setText(told)
            urgent = meeting.alert in (Alert.LAST, Alert.OVER)
            self.clock.setStyleSheet(f"color: {ERROR if urgent else TEXT};")
        offered = not self._beside_a_clock and not meeting.doubtful
        self.replan_button.setVisible(offered and bool(proposals(self._live.workshop, now)))

    def _say_history(self) -> None:
        from ui.history import edit_name

        undo = self._live.undo_kind() if self._live else None
        redo = self._live.redo_kind() if self._live else None
        self.undo_button.setEnabled(undo is not None and not self.past)
        self.redo_button.setEnabled(redo is not None and not self.past)
        self.undo_button.setToolTip(_("Undo: {what}").format(what=edit_name(undo)) if undo else "")
        self.redo_button.setToolTip(_("Redo: {what}").format(what=edit_name(redo)) if redo else "")
