"""One quiet line above the entry line: what is typed, or was just added, says what another note says already."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.language import gettext as _
from models.text import clean_line, cut
from ui.parts import button, label, small_button
from ui.theme import UNIT

TEXT_CHARS = 40


class DoubleLine(QWidget):
    """Unseen until something is told. `shown_asked(id)` wants the other note seen, `take_back_asked(id)` the new gone.

    Nothing waits for an answer: whoever types on has both notes. While a note is still being typed `new` is empty, and
    there is nothing to take back.
    """

    shown_asked = Signal(str)
    take_back_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.new = self.other = ""
        self._text = label("", "second", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._text, 1)
        self.see = self._deed(button(_("See the other"), lambda: self.shown_asked.emit(self.other), "quiet"))
        self.take_back = self._deed(button(_("Take the new one back"), self._take_back, "quiet"))
        self.close_it = self._deed(small_button("×", _("Close"), self.clear))
        for made in (self.see, self.take_back, self.close_it):
            row.addWidget(made)
        self.hide()

    def _deed(self, made: QPushButton) -> QPushButton:
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the entry line
        return made

    @property
    def text(self) -> str:
        """What is told now, empty for nothing."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, new: str, others: list[str]) -> None:
        """The `new` note says the same as the `others`, which were there before."""
        words = _("There is a note that says the same: added as number {count}")
        if not new:
            words = _("There is a note that says the same.")
        self._tell(new, others[0], words.format(count=len(others) + 1))

    def tell_near(self, new: str, others: list[str], text: str) -> None:
        """The `new` note says nearly the same as the `others`, in other words; the first of them says `text`."""
        words = _("There is a note like this: “{text}”")
        if len(others) > 1:
            words = _("There are {count} notes like this: “{text}” and others")
        self._tell(new, others[0], words.format(count=len(others), text=cut(clean_line(text), TEXT_CHARS)))

    def _tell(self, new: str, other: str, words: str) -> None:
        self.new, self.other = new, other
        self._text.setText(words)
        self.take_back.setVisible(bool(new))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def name(self, new: str) -> None:
        """What was typed is the `new` note by now."""
        self.new = new
        self.take_back.setVisible(True)

    def follow(self, notes: Collection[str]) -> None:
        """These notes are there now: what was told of others is told no more."""
        if self.other and any(one not in notes for one in (self.other, self.new) if one):
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.new = self.other = ""
        self.hide()

    def _take_back(self) -> None:
        new = self.new
        self.clear()
        self.take_back_asked.emit(new)
