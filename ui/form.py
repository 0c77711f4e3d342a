"""A form saves itself: what is typed settles after a second without a key, or on leaving the editor."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from models.text import clean
from ui.editors import Area, Editor, Line, Number

IDLE_MS = 1_000
EDITOR = "form_editor"
"""The property of what belongs to a form."""


def is_drafting() -> bool:
    """Whether somebody is in an editor of a form: what it holds is saved, and may be half a sentence."""
    focused = QApplication.focusWidget()
    return focused is not None and bool(focused.property(EDITOR))


class Form(QObject):
    """Editors by the names of the fields they hold.

    `settled(continuing)` asks the screen to save; `continuing` says that the same editor goes on, so that a whole
    visit to one editor is one step back. The screen answers with `saved` when the disk has it; until then what was
    typed counts as unsaved, is kept through `show`, and is asked for again at the next occasion.
    """

    settled = Signal(bool)
    typed = Signal()

    def __init__(self, editors: Mapping[str, Editor], parent: QObject) -> None:
        super().__init__(parent)
        self.editors = editors
        self._unsaved: set[str] = set()
        self._last = ""
        self._typing = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.flush)
        for name, editor in editors.items():
            editor.edited.connect(lambda name=name: self._edited(name))
            editor.installEventFilter(self)
            editor.setProperty(EDITOR, True)

    def values(self) -> dict[str, Any]:
        """What every editor holds, by name."""
        return {name: editor.value() for name, editor in self.editors.items()}

    def show(self, values: Mapping[str, Any]) -> None:
        """Show values, except where something unsaved stands; an editor that shows its value already is left alone."""
        for name, value in values.items():
            editor = self.editors[name]
            if name not in self._unsaved and not _says(editor.value(), value):
                editor.show_value(value)

    def flush(self) -> None:
        """Ask for saving now when anything is unsaved."""
        self._idle.stop()
        if self._unsaved:
            continuing = self._typing == self._last
            self._last = self._typing
            self.settled.emit(continuing)

    def saved(self) -> None:
        """The disk has what the editors hold."""
        self._unsaved.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving an editor saves, and ends what counts as one step back."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.flush()
            self._last = ""
        return super().eventFilter(watched, event)

    def _edited(self, name: str) -> None:
        if self._typing != name:
            self.flush()
        self._typing = name
        self._unsaved.add(name)
        self.typed.emit()
        if isinstance(self.editors[name], Line | Area | Number):
            self._idle.start()
        else:
            self.flush()


def _says(shown: object, value: object) -> bool:
    """Whether an editor shows a value already, but for the space at the end that somebody is about to type on from."""
    return shown == value or (isinstance(shown, str) and clean(shown) == value)
