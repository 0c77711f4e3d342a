"""The screen of the replay: the board as it was at any moment, read anew each time it comes to the front."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.language import gettext as _
from models.problems import Problem
from models.workshop import Workshop
from ui.board.cancellable import Cancellable
from ui.board.replay.bar import ReplayBar
from ui.board.replay.past_view import PastScene, PastView
from ui.board.replay.playing import Playing, Speed
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.tab_order import tab_in_reading_order
from ui.theme import TEXT, UNIT, WHITE

if TYPE_CHECKING:
    from models.replaying import Replay

FRAME = 4
LOW = 520
"""The height, px, below which all words stand in the banner, so that there is a board to see."""
FEW = 40
"""Notes of so many changes are seen to move while it plays slowly; of more nobody could follow all."""


class ReplayScreen(QWidget):
    """Shows how the board of `live`'s workshop came to be, and changes nothing; `closed` asks for the board again.

    What is shown was read when the screen came to the front: edits made meanwhile do not disturb it.
    """

    closed = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._work: Cancellable | None = None
        self.replay: Replay | None = None
        self.playing = Playing(self)
        empty = Workshop(live.workshop.details)
        self.scene = PastScene(empty)
        self.scene.looks.inviting = False
        self.view = PastView(self.scene, empty)
        self.bar = ReplayBar(self.view, self.playing)
        self.hint = label("", "lead")
        self.picture = button(_("Make a picture of this moment"), self.make_picture)
        self.back = button(_("Back to the board of today"), self.leave)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner())
        frame = QFrame()
        frame.setObjectName("past")
        frame.setStyleSheet(f"QFrame#past {{ border: {FRAME}px solid {TEXT}; }}")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        inside.addWidget(self.view)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        inside.addWidget(self.hint)
        column.addWidget(frame, 1)
        column.addWidget(self.bar)
        self.scene.setParent(self)  # goes after the widgets that follow it
        tab_in_reading_order(self)

    def _banner(self) -> QWidget:
        """What says that this is the past."""
        banner = QWidget()
        banner.setObjectName("banner")
        banner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        banner.setStyleSheet(f"QWidget#banner {{ background: {TEXT}; }} QLabel {{ color: {WHITE}; }}")
        row = QHBoxLayout(banner)
        row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._heading = label(_("How the board came to be"), "field")
        self._past: QLabel = label(_("This is the past: nothing changes here."), wrap=True)
        self._words.addWidget(self._heading)
        self._words.addWidget(self._past)
        row.addLayout(self._words, 1)
        row.addWidget(self.picture)
        row.addWidget(self.back)
        return banner

    @property
    def banner_words(self) -> str:
        """What the banner says of the moment."""
        return self._past.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, the banner tells what else the bar does."""
        super().resizeEvent(event)
        low = self.height() < LOW
        self._heading.setHidden(low)
        self._past.setHidden(low)
        if low:
            self._words.addWidget(self.bar.told)
        self.bar.become(slim=low)
        self._tell_past(reworded=self.replay is not None and self.replay.reworded)

    def _connect(self) -> None:
        self.playing.beat.connect(self._play_on)
        self.bar.play_asked.connect(self.switch_playing)
        self.bar.moment_asked.connect(self.step)
        self.bar.chapter_asked.connect(self.step_chapter)
        self.bar.timeline.valueChanged.connect(self._go_to)
        self.bar.timeline.sliderPressed.connect(self.playing.stop)
        keys: dict[str, Callable[[], object]] = {
            "Left": lambda: self.step(-1),
            "Right": lambda: self.step(1),
            "Ctrl+Left": lambda: self.step_chapter(-1),
            "Ctrl+Right": lambda: self.step_chapter(1),
            "PgUp": lambda: self.step_chapter(-1),
            "PgDown": lambda: self.step_chapter(1),
            "Home": lambda: self.go_to(0),
            "End": lambda: self.go_to(self.bar.timeline.maximum()),
            "Escape": self.leave,
            "Ctrl++": self.view.zoom_in,
            "Ctrl+=": self.view.zoom_in,
            "Ctrl+;": self.view.zoom_in,
            "Ctrl+-": self.view.zoom_out,
            "Ctrl+0": lambda: self.view.zoom_to(1.0),
            "Ctrl+9": self.view.zoom_to_fit,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # coming and going

    def shown(self) -> None:
        """The screen came to the front: read the journal, and show its last moment."""
        self._forget()
        try:
            workshop, entries = self._live.workshop, self._live.journal()
        except Problem as problem:
            self._say(str(problem))
            return
        self._say(_("Looking through the record…"))

        def act(_stopped: object) -> object:
            from models.replaying import Replay

            return Replay(workshop, entries)

        self._work = Cancellable(act, self)
        self._work.done.connect(self._show)
        self._work.begin()

    def _show(self, replay: Any) -> None:
        self._work = None
        if not replay.moments:
            self._say(_("Nothing can be played yet: nothing has been done on the board that everybody has seen."))
            return
        from ui.board.replay.words import chapter_name

        self.replay = replay
        self.hint.hide()
        self.view.show()
        left, top, right, bottom = replay.reach or (0.0, 0.0, 0.0, 0.0)
        self.scene.reach_over(QRectF(left, top, right - left, bottom - top), families=bool(replay.workshop.families))
        self.scene.resync(replay.workshop)
        parts = [(one.first, one.end, chapter_name(replay, one)) for one in replay.chapters]
        timeline = self.bar.timeline
        timeline.blockSignals(True)
        timeline.show_parts(parts, len(replay.moments))
        timeline.setValue(replay.position)
        timeline.blockSignals(False)
        self.bar.setEnabled(True)
        self.picture.setEnabled(True)
        self._tell()
        timeline.setFocus()
        QTimer.singleShot(0, self, self.view.zoom_to_fit)

    def _say(self, sentence: str) -> None:
        """A sentence in place of the board."""
        self.view.hide()
        self.hint.setText(sentence)
        self.hint.show()
        self.bar.setEnabled(False)
        self.picture.setEnabled(False)
        self.bar.told.tell("")
        self.back.setFocus()

    def _forget(self) -> None:
        """Stop, and let go of what was read."""
        self.playing.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None
        self.replay = None
        self.scene.reach_over(QRectF(), families=False)
        self.scene.resync(Workshop(self._live.workshop.details))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()

    def leave(self) -> None:
        """Back to the board as it is."""
        self.closed.emit()

    # moments

    def go_to(self, position: int) -> None:
        """Show the board after so many moments, and stand still."""
        self.playing.stop()
        self.bar.timeline.setValue(position)

    def step(self, by: int) -> None:
        """Go so many moments on, or back."""
        self.go_to(self.bar.timeline.value() + by)

    def step_chapter(self, by: int) -> None:
        """Go to the next place where a chapter begins or ends, or to the one before."""
        if self.replay is None:
            return
        places = [0, *(one.end for one in self.replay.chapters)]
        here = self.replay.position
        index = bisect_right(places, here) if by > 0 else bisect_left(places, here) - 1
        self.go_to(places[min(max(index, 0), len(places) - 1)])

    def switch_playing(self) -> None:
        """Play on from here, from the beginning when all was shown; or stand still."""
        if self.playing.on:
            self.playing.stop()
        elif self.replay is not None:
            if self.replay.position == len(self.replay.moments):
                self.bar.timeline.setValue(0)
            self.playing.begin()

    def _play_on(self) -> None:
        timeline = self.bar.timeline
        timeline.setValue(timeline.value() + 1)
        if timeline.value() == timeline.maximum():
            self.playing.stop()

    def _go_to(self, position: int) -> None:
        if self.replay is None:
            return
        edit = self.replay.go_to(position)
        slowly = self.playing.on and self.playing.speed is Speed.SLOW and len(edit.changes) <= FEW
        self.scene.follow(self.replay.workshop, edit, glide=slowly)
        self.view.keep_in_sight()
        self._tell()

    def _tell(self) -> None:
        """Say where one is."""
        from ui.board.replay.words import chapter_at, chapter_name, clock_words, moment_words, told_beside

        replay = self.replay
        assert replay is not None
        self._tell_past(reworded=replay.reworded)
        self.bar.follow(replay.position, len(replay.moments))
        chapter, beside = chapter_at(replay, replay.position), told_beside(replay)
        if chapter is None:
            self.bar.told.tell(_("The beginning"), beside=beside)
        else:
            moment = replay.moments[replay.position - 1]
            clock = clock_words(moment, replay.workshop.details.held_on)
            self.bar.told.tell(chapter_name(replay, chapter), moment_words(moment), clock, beside)
        self.bar.timeline.setAccessibleDescription(self.bar.told.text)

    def _tell_past(self, *, reworded: bool) -> None:
        """Say in the banner that this is the past, and whether its words are those of today."""
        from ui.board.replay.words import past_words

        self._past.setText(past_words(reworded=reworded))
        self.bar.told.lie_on_dark(past_words(reworded=reworded, short=True) if self.height() < LOW else "")

    def make_picture(self) -> None:
        """Make a picture of this moment."""
        if self.replay is None:
            return
        from ui.board.picture_dialog import open_picture_dialog
        from ui.board.replay.words import past_of

        self.playing.stop()
        open_picture_dialog(self, self.replay.workshop, past=past_of(self.replay))

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.switch_playing()
        else:
            super().keyPressEvent(event)
