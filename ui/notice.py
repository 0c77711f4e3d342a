"""One line in the screen that says what happened, with what can be done about it. Never a box in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from models.language import gettext as _
from ui.parts import button, label, restyle
from ui.theme import ERROR, ERROR_TINT, HAIRLINE, SUCCESS, UNIT, WARNING_TEXT, WARNING_TINT, WHITE

_LOOKS = {"success": (WHITE, SUCCESS), "warning": (WARNING_TINT, WARNING_TEXT), "problem": (ERROR_TINT, ERROR)}

STAY_MS = 12_000
"""So long a mere information is told, unless the mouse or the focus is on it."""

Deed = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """Empty and unseen until something is told; its text is never markup.

    A mere information goes by itself. What went wrong, or can be answered, stays until it is closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        self._text = label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)  # its lines stand beside the buttons' words
        self._deeds = QWidget()
        self._deed_row = QHBoxLayout(self._deeds)
        self._deed_row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._deeds)
        self._look, self._answerable = "success", False
        self._going = QTimer(self, singleShot=True, interval=STAY_MS)
        self._going.timeout.connect(self.go)
        self.hide()

    @property
    def text(self) -> str:
        """What is told now, empty for nothing."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, *deeds: Deed, look: str = "success") -> None:
        """Show a sentence and its buttons; looks: success, warning, problem."""
        ground, edge = _LOOKS[look]
        self.setStyleSheet(
            f"QFrame#notice {{ background: {ground}; border: 1px solid {HAIRLINE};"
            f" border-left: 4px solid {edge}; border-radius: 4px; margin: 4px 0; }}"
        )
        restyle(self._text, "problem" if look == "problem" else "")
        self._text.setText(text)
        self._offer(deeds)
        self._look, self._answerable = look, bool(deeds)
        self._going.stop()
        if look == "success" and not deeds:
            self._going.start()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def go(self) -> None:
        """Its time is over; while somebody is at it, it stays as long again."""
        if self.underMouse() or self._is_focused():
            self._going.start()
        else:
            self.clear()

    def pass_by(self) -> None:
        """Something else was done: what asks for no answer and is no problem need not be told any longer."""
        if self._look != "problem" and not self._answerable and not self._is_focused():
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._going.stop()
        self._give_focus_back()
        self.hide()

    def _give_focus_back(self) -> None:
        """To the screen, of which the keys then work: else it would go to whatever comes next."""
        parent = self.parentWidget()
        if parent is not None and self._is_focused():
            parent.setFocus()

    def _is_focused(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _offer(self, deeds: tuple[Deed, ...]) -> None:
        self._give_focus_back()
        while (item := self._deed_row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for words, deed in (*deeds, (_("Close"), self.clear)):
            made = button(words, deed, "quiet")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one was
            self._deed_row.addWidget(made)
