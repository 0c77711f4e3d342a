"""One quiet line above the entry line: the note just added says what another says already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.language import gettext as _
from ui.parts import button, label, small_button
from ui.theme import UNIT


class DoubleLine(QWidget):
    """Unseen until something is told. `shown_asked(id)` wants the other note seen, `take_back_asked(id)` the new gone.

    Nothing waits for an answer: whoever types on has both notes.
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
        self.new, self.other = new, others[0]
        words = _("There is a note that says the same: added as number {count}")
        self._text.setText(words.format(count=len(others) + 1))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing."""
        self.new = self.other = ""
        self.hide()

    def _take_back(self) -> None:
        new = self.new
        self.clear()
        self.take_back_asked.emit(new)
