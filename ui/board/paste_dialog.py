"""A look at a pasted text, or at a text file, before it becomes notes: by lines, paragraphs or cells."""

from collections.abc import Container

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.board import NoteKind
from models.intake import Cut, Paste, PlainText
from models.language import gettext as _
from ui.board.intake_dialog import IntakeDialog
from ui.board.reading_row import ReadingRow, reading_title
from ui.editors import OneOf
from ui.parts import label
from ui.theme import UNIT

_WANTED = QSize(960, 640)


class PasteDialog(IntakeDialog):
    """How to cut the text is asked only where it makes a difference."""

    def __init__(self, parent: QWidget, title: str, kind: NoteKind, known: Container[str], paste: Paste) -> None:
        super().__init__(parent, title, kind, known, _WANTED)
        self._paste = paste
        self.ways = OneOf([(way, words) for way, words in _words().items() if way in paste.ways])
        self.ways.show_value(paste.guess)
        self.ways.edited.connect(self._cut)
        if len(paste.ways) > 1:
            self._ask()
        self._cut()
        self.list.setFocus()

    def _ask(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(label(_("One note for"), "field"))
        row.addWidget(self.ways, 1)
        self.head.addLayout(row)
        QWidget.setTabOrder(self.ways, self.list)

    def _cut(self) -> None:
        intake = self._paste.ways[self.ways.value()]
        self.look(lambda: intake)


class TextDialog(PasteDialog):
    """The same for a text file, whose characters may have been read wrongly."""

    def __init__(
        self, parent: QWidget, name: str, kind: NoteKind, known: Container[str], text: PlainText, asked: str
    ) -> None:
        super().__init__(parent, reading_title(name), kind, known, text.paste)
        self.reading = ReadingRow(text.encoding, text.beginning, garbled=text.garbled, asked=asked)
        self.reading.chosen.connect(self.encoding_asked)
        self.head.insertWidget(0, self.reading)


def _words() -> dict[Cut, str]:
    return {
        Cut.LINES: _("each line"),
        Cut.PARAGRAPHS: _("each paragraph (between blank lines)"),
        Cut.CELLS: _("each cell"),
    }
