"""Typing as an input method does it: QTest's keys know Latin letters only."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Commit `text` to a widget, as an IME does when Enter ends the composition."""
    composing = QInputMethodEvent(text, [])
    QApplication.sendEvent(widget, composing)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
