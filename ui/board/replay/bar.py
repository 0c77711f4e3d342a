"""The bar below the board as it was: where one is, the slider, the buttons that play, and the zoom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.board.replay.playing import Playing, Speed
from ui.board.replay.signs import Sign, SignButton
from ui.board.replay.timeline import Timeline
from ui.board.replay.told import Told
from ui.board.toolbar import ZoomTools
from ui.board.view import BoardView
from ui.parts import button
from ui.theme import HAIRLINE, TARGET, UNIT, WHITE


class ReplayBar(QWidget):
    """Signals: one moment on or back (+1, −1), one chapter on or back, play or pause."""

    moment_asked = Signal(int)
    chapter_asked = Signal(int)
    play_asked = Signal()

    def __init__(self, view: BoardView, playing: Playing) -> None:
        super().__init__()
        self.setObjectName("replay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#replay {{ background: {WHITE}; border-top: 1px solid {HAIRLINE}; }}")
        self._playing = playing
        self.told = Told()
        self.timeline = Timeline()
        self.play = SignButton(Sign.PLAY, self.play_asked.emit, primary=True)
        self.steps = {
            Sign.CHAPTER_BACK: self._step(Sign.CHAPTER_BACK, _("To the chapter before"), "Ctrl+←", -1),
            Sign.BACK: self._step(Sign.BACK, _("One moment back"), "←", -1),
            Sign.ON: self._step(Sign.ON, _("One moment on"), "→", 1),
            Sign.CHAPTER_ON: self._step(Sign.CHAPTER_ON, _("To the next chapter"), "Ctrl+→", 1),
        }
        self.speeds = {speed: self._speed(speed) for speed in Speed}
        self.zoom = ZoomTools(view)
        self._lay_out()
        playing.changed.connect(self.follow_playing)
        self.follow_playing()

    def _step(self, what: Sign, words: str, key: str, by: int) -> SignButton:
        asked = self.chapter_asked if what in (Sign.CHAPTER_BACK, Sign.CHAPTER_ON) else self.moment_asked
        made = SignButton(what, lambda: asked.emit(by))
        made.become(what, words, key)
        return made

    def _speed(self, speed: Speed) -> QPushButton:
        made = button(f"{speed.value}×", lambda: self._playing.go_at(speed))
        made.setAccessibleName(_("Speed: {count} moments a second").format(count=speed.value))
        made.setToolTip(made.accessibleName())
        made.setCheckable(True)
        made.setStyleSheet("padding: 0;")
        made.setFixedWidth(TARGET)
        return made

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.told)
        column.addWidget(self.timeline)
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        steps = list(self.steps.values())
        for one in (*steps[:2], self.play, *steps[2:]):
            row.addWidget(one)
        row.addSpacing(UNIT)
        group = QButtonGroup(self)
        for speed in self.speeds.values():
            group.addButton(speed)
            row.addWidget(speed)
        row.addStretch(1)
        row.addWidget(self.zoom)
        column.addLayout(row)
        self.become(slim=False)

    def become(self, *, slim: bool) -> None:
        """Take little room, with the words given away and no titles below the slider; or be whole."""
        edge = UNIT // 2 if slim else UNIT
        self._column.setContentsMargins(2 * UNIT, edge, 2 * UNIT, edge)
        if not slim:
            self._column.insertWidget(0, self.told)
        self.timeline.show_titles(not slim)

    def follow_playing(self) -> None:
        """It began to play, stopped, or plays at another speed."""
        on = self._playing.on
        self.play.become(Sign.PAUSE if on else Sign.PLAY, _("Pause") if on else _("Play"), "Space")
        self.speeds[self._playing.speed].setChecked(True)

    def follow(self, position: int, count: int) -> None:
        """So many of all moments are carried out now."""
        for what in (Sign.CHAPTER_BACK, Sign.BACK):
            self.steps[what].setEnabled(position > 0)
        for what in (Sign.ON, Sign.CHAPTER_ON):
            self.steps[what].setEnabled(position < count)
        self.play.setEnabled(count > 0)
