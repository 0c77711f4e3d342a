"""Re-planning on the run screen: the quiet offer, the panel below the buttons, taking a re-plan and undoing it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models.edits.agenda import take_proposal
from models.language import gettext as _
from models.meeting import Meeting, read_meeting
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.run.current_card import CurrentCard
from ui.run.replan_panel import ReplanPanel
from ui.run.replans import Choice, Replans, choices, no_choice_words, offer_words
from ui.run.words import end_shown
from ui.theme import UNIT

KIND = "replanned"
TOLD_MS = 10_000
"""So long what was re-planned is told, ms; Ctrl+Z takes it back after that, too."""
NOTHING_BELOW = 64
"""The panel goes down to the edge rather than leave less than this of what it covers, px."""
LEAST_HEIGHT = 200
"""With less room below the buttons, px, the panel begins below the title and shows the clock itself."""


class Replanning(QObject):
    """Reads the re-plans, offers them, and takes one; the panel lies over the screen and moves nothing in it."""

    def __init__(self, live: LiveDocument, screen: QWidget, card: CurrentCard, notice: Notice) -> None:
        super().__init__(screen)
        self._live, self._screen, self._card, self._notice = live, screen, card, notice
        self._replans = Replans()
        self._choices: tuple[Choice, ...] = ()
        self._told = ""
        self._fading = QTimer(self, interval=TOLD_MS, singleShot=True)
        self._fading.timeout.connect(self._tell_no_more)
        self.panel = ReplanPanel(screen)
        self.panel.taken.connect(self.take)
        self.panel.put_away.connect(self.put_away)
        card.offer.asked.connect(self.toggle)
        live.changed.connect(self._look_back)
        for one in (card.head, card.moves):
            one.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the panel is open."""
        return not self.panel.isHidden()

    def show_meeting(self, meeting: Meeting) -> None:
        """Look whether time runs short, and say so."""
        now = self._live.clock()
        self._meeting = meeting
        anew = self._replans.read(self._live.workshop, meeting, now)
        if anew and self.is_open:
            self._fill_again()
        if self.is_open:
            self.panel.show_clock(meeting)
        self._offer(meeting)

    def _offer(self, meeting: Meeting) -> None:
        if self.is_open and self._replans.offered(meeting):
            self._card.offer.offer_to_go_on(offer_words(meeting))
        elif self._replans.offered(meeting):
            self._card.offer.offer(offer_words(meeting))
        else:
            self._card.offer.hide()

    def _fill_again(self) -> None:
        """Show the re-plans as they are now; when there is nothing to make up for any more, the panel goes."""
        had = bool(self._choices)
        self._fill()
        if had and not self._choices:
            self._hide()

    def _hide(self) -> None:
        """Put the panel away; a focus within it goes to the screen, of which the keys then work."""
        focused = QApplication.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self._screen.setFocus()
        self.panel.hide()

    def _fill(self) -> None:
        found = self._replans.found
        self._choices = choices(self._live.workshop, self._meeting, found, self._live.clock())
        self.panel.show_choices(self._choices, no_choice_words(self._meeting))

    def toggle(self) -> None:
        """Open the re-plans, or put them away."""
        if self.is_open:
            self.put_away()
            return
        self._notice.clear()
        self._fill()
        self.panel.show_clock(self._meeting)
        self.panel.show()
        self.panel.raise_()
        self.place()
        self._offer(self._meeting)

    def put_away(self) -> None:
        """Go on as it is; the offer comes again when the overrun has grown by two minutes."""
        self._hide()
        self._replans.put_away(self._meeting)
        self._offer(self._meeting)

    def take(self, place: int) -> None:
        """Take the re-plan with this number, from 0, as it is shown."""
        if not self.is_open or place >= len(self._choices):
            return
        chosen = self._choices[place]
        self._hide()
        if not self._live.apply(take_proposal(self._live.workshop, chosen.proposal)):
            return
        after = read_meeting(self._live.workshop, self._live.clock())
        end = end_shown(after.expected_end, after.booked_end)
        text = _("Re-planned ({name}): the meeting will end at {end}.").format(name=chosen.name, end=f"{end:%H:%M}")
        self._notice.tell(text, (_("Undo (Ctrl+Z)"), self._take_back))
        self._told = text
        self._fading.start()

    def _look_back(self) -> None:
        """What the notice offers to take back may be the last edit no more."""
        if self._told and self._live.undo_kind() != KIND:
            self._tell_no_more()

    def _tell_no_more(self) -> None:
        if self._told and self._notice.text == self._told:  # nobody else has told something since
            self._notice.clear()
        self._told = ""

    def _take_back(self) -> None:
        if self._live.undo_kind() == KIND:
            self._told = ""
            if self._live.undo():
                self._notice.tell(_("The agenda is as it was before."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room's buttons have moved: the panel stays below them."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.is_open:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Lie below the room's buttons; where there is no room, below the title, with the clock in the panel."""
        screen, card = self._screen, self._card
        top = card.moves.mapTo(screen, QPoint(0, card.moves.height())).y() + UNIT
        low = screen.height() - top < LEAST_HEIGHT
        if low:
            top = card.head.mapTo(screen, QPoint(0, card.head.height())).y() + UNIT
        top = min(max(top, UNIT), screen.height() - LEAST_HEIGHT)
        width = screen.width() - 2 * UNIT
        self.panel.arrange(width, low=low)
        room, height = screen.height() - top - UNIT, self.panel.whole(width)
        if height > room - NOTHING_BELOW:
            height = room
        self.panel.setGeometry(QRect(UNIT, top, width, height))
