"""The row of tools under the clock: the projector, a break, what is one key away, the sound, the list of keys."""

from functools import partial
from html import escape

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from models.language import gettext as _
from ui.parts import button, small_button
from ui.theme import FOCUS, RADIUS, TEXT, UNIT, WARNING_TEXT, WARNING_TINT

BREAKS = (5, 10)
"""The minutes of a break that can be put in."""
ON = (
    f"QPushButton {{ background: {WARNING_TINT}; color: {TEXT}; border: 2px solid {WARNING_TEXT};"
    f" border-radius: {RADIUS}px; }}"
    f'QPushButton[ring="true"] {{ background: {FOCUS}; border: 2px solid {TEXT}; }}'
)
"""The look of a button that says that the projector's picture is held or black."""


class ToolRow(QWidget):
    """Signals say what was asked for: `projector`, `present`, `turned(int)`, `freeze`, `black`, `rest(int, bool)` (a
    break of so many minutes, at once or behind the item), `content`, `parking`, `sound`, `help`."""

    projector = Signal()
    present = Signal()
    turned = Signal(int)
    freeze = Signal()
    black = Signal()
    rest = Signal(int, bool)
    content = Signal()
    parking = Signal()
    sound = Signal()
    help = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(UNIT)
        self._make()
        self._short = self._busy = False
        self._words: dict[QPushButton, tuple[str, str]] = {}
        self._say(self.present_button, _("Give the room this screen (Shift+P)"), _("Give this screen"))
        self._say(self.break_button, _("Put in a break"), _("Break"))
        self._say(self.parking_button, _("Parking lot (K)"), _("Parking lot"))
        self._say(self.keys_button, _("Keys (?)"), _("Keys"))
        self._left = _row(self.projector_button, self.present_button, self.page_up, self.page_down)
        self._left.addWidget(self.freeze_button)
        self._left.addWidget(self.black_button)
        self._left.addStretch(1)
        self._right = _row(self.break_button, self.content_button, self.parking_button, self.sound_button)
        self._right.addWidget(self.keys_button)
        self._right.insertStretch(0, 1)
        self._whole.addLayout(self._left)
        self._whole.addStretch(1)
        self._whole.addLayout(self._right)

    def _make(self) -> None:
        self.projector_button = button("", self.projector.emit)
        self.present_button = button(_("Give the room this screen (Shift+P)"), self.present.emit, "quiet")
        self.page_up = small_button("‹", _("Previous notes"), lambda: self.turned.emit(-1))
        self.page_down = small_button("›", _("Next notes"), lambda: self.turned.emit(1))
        self.freeze_button = button("", self.freeze.emit, "quiet")
        self.black_button = button("", self.black.emit, "quiet")
        self.break_button = button(_("Put in a break"), self.open_breaks, "quiet")
        self.content_button = button("", self.content.emit, "quiet")
        self.parking_button = button(_("Parking lot (K)"), self.parking.emit, "quiet")
        self.sound_button = button("", self.sound.emit, "quiet")
        self.keys_button = button(_("Keys (?)"), self.help.emit, "quiet")

    def open_breaks(self) -> QMenu:
        """Offer breaks, at once or behind the present item."""
        menu = QMenu(self)
        later = _("A break of {minutes} min after this item")
        for text, at_once in ((_("A break of {minutes} min now"), True), (later, False)):
            for minutes in BREAKS:
                menu.addAction(text.format(minutes=minutes), partial(self.rest.emit, minutes, at_once))
        top = self.break_button.mapToGlobal(self.break_button.rect().topLeft())
        top.setY(top.y() - menu.sizeHint().height())
        menu.popup(top)
        return menu

    def say(self, *, sound_on: bool, content: str, can_rest: bool) -> None:
        """Let the buttons say how things are; `content` names the screen of the format's own content, if there is."""
        self._say(self.sound_button, _("Sound: on") if sound_on else _("Sound: off"))
        self._say(self.content_button, _("{place} (T)").format(place=content), content)
        self.content_button.setVisible(bool(content))
        self.break_button.setEnabled(can_rest)

    def say_wall(self, *, projector_open: bool, pages: int, one_screen: bool, frozen: bool, black: bool) -> None:
        """Let the buttons say how the projector is."""
        there = _("Open the projector window (there is one screen)") if one_screen else _("Open the projector window")
        whole = _("Close the projector window") if projector_open else there
        self._say(self.projector_button, whole, _("Close (P)") if projector_open else _("Projector (P)"))
        self.present_button.setVisible(one_screen and not projector_open)
        for turner in (self.page_up, self.page_down):
            turner.setVisible(projector_open and pages > 1)
        held, hold = (_("Picture held: go on (F)"), _("Held (F)")), (_("Hold the picture (F)"), _("Hold (F)"))
        dark, darken = (_("Picture black: bring it back (.)"), _("Black (.)")), (_("Black out (.)"), _("To black (.)"))
        self._say_state(self.freeze_button, frozen, *(held if frozen else hold))
        self._say_state(self.black_button, black, *(dark if black else darken))
        self.freeze_button.setVisible(projector_open or frozen)
        self.black_button.setVisible(projector_open or black)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The wider of the two rows: they go beneath each other where there is no room."""
        wide = max(self._left.minimumSize().width(), self._right.minimumSize().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _say(self, widget: QPushButton, words: str, short: str = "") -> None:
        """Words for a button, and shorter ones for a row that would be too long; a reader always hears all of them."""
        said = (words, short or words)
        if self._words.get(widget) == said:
            return
        self._words[widget] = said
        widget.setAccessibleName(words)
        widget.setToolTip("" if said[0] == said[1] else f"<qt>{escape(words)}</qt>")
        widget.setText(said[self._short])

    def _say_state(self, widget: QPushButton, on: bool, words: str, short: str) -> None:
        if widget.accessibleName() != words:
            widget.setStyleSheet(ON if on else "")
        self._say(widget, words, short)

    def _needed(self) -> int:
        return self._left.sizeHint().width() + self._right.sizeHint().width() + 2 * UNIT

    def _be_short(self, short: bool) -> None:
        if short != self._short:
            self._short = short
            for widget, said in self._words.items():
                widget.setText(said[short])

    def _whole_width(self) -> int:
        """The width of the row in its whole words, px."""
        shown = [one for one in self._words if not one.isHidden()]
        more = (one.fontMetrics().horizontalAdvance(self._words[one][0]) for one in shown)
        now = (one.fontMetrics().horizontalAdvance(self._words[one][self._short]) for one in shown)
        return self._needed() + sum(more) - sum(now)

    def _arrange(self) -> None:
        """Whole words in a row; short ones where there is no room for them; two rows where there is none for those."""
        if self._busy:
            return
        self._busy = True
        self._be_short(self._whole_width() > self.width())
        needed = self._needed()
        self._busy = False
        wide = QBoxLayout.Direction.LeftToRight
        direction = wide if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        if direction != self._whole.direction():
            self._whole.setDirection(direction)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for one in buttons:
        row.addWidget(one)
    return row
