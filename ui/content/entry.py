"""The line at the top of a list: type, Enter, and on with the next."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.text import is_blank
from ui.editors import Editor, Line
from ui.form import Form
from ui.parts import button
from ui.theme import TARGET, UNIT

Taken = Callable[[dict[str, Any], bool], bool]
"""Takes what was typed and whether Enter ended it; False when it could not be kept."""


class EntryField(Line):
    """A line whose Enter ends an input method's composition first, and the entry only after that."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._composing = False
        self.setMinimumHeight(TARGET)
        self.setMinimumWidth(96)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the middle of a composition is the input method's."""
        if self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """With nothing typed to undo, the keys are the workshop's history's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _leaves(self, event):
            event.ignore()
            return False
        return super().event(event)


def _leaves(field: QLineEdit, event: QKeyEvent) -> bool:
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return (event.matches(undo) and not field.isUndoAvailable()) or (
        event.matches(redo) and not field.isRedoAvailable()
    )


class QuickEntry(QWidget):
    """Editors that make one new row. Enter in any of them, or leaving them, hands over what was typed.

    The first editor must say something. `kept` names editors that keep what they hold for the next row.
    """

    def __init__(self, editors: Mapping[str, Editor], add: str, taken: Taken, kept: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.editors = dict(editors)
        self._taken, self._kept = taken, kept
        self._handing = False
        self._empty = {name: editor.value() for name, editor in editors.items()}
        self.add_button = button(add, self.enter, "primary")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
        self.form = Form(self.editors, self)
        self.form.settled.connect(lambda _continuing: self._leave())
        for editor in self.editors.values():
            if isinstance(editor, QLineEdit):
                editor.returnPressed.connect(self.enter)

    @property
    def first(self) -> Editor:
        """Where typing begins."""
        return next(iter(self.editors.values()))

    def enter(self) -> None:
        """Hand over what was typed and go on with the next row."""
        if is_blank(str(self.first.value())):
            self.first.setFocus()
        else:
            self._hand_over(by_key=True)

    def flush(self) -> None:
        """Hand over what was typed, if anything was."""
        if not is_blank(str(self.first.value())):
            self._hand_over(by_key=False)

    def _hand_over(self, *, by_key: bool) -> None:
        """Once only: the new row may take the focus, and so have this left, before it is done."""
        if self._handing:
            return
        self._handing = True
        try:
            if self._taken(self.form.values(), by_key):
                self._clear()
        finally:
            self._handing = False

    def _leave(self) -> None:
        """A second without a key is no leaving, nor is a look at another window: this one's focus is still here."""
        focused = self.window().focusWidget()
        if focused not in self.findChildren(QWidget):
            self.flush()

    def _clear(self) -> None:
        self.form.saved()
        self.form.show({name: value for name, value in self._empty.items() if name not in self._kept})
