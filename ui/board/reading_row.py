"""How a file was read: its encoding, to be chosen by whoever sees that it is wrong, and how it begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.editors import Choice
from ui.parts import label
from ui.theme import TARGET, UNIT

_SHOWN = 40
_NAMES = {"utf-8": "UTF-8", "cp932": "Shift_JIS (CP932)", "utf-16": "UTF-16"}


class ReadingRow(QWidget):
    """`chosen(encoding)` asks for the file to be read anew, "" by itself."""

    chosen = Signal(str)

    def __init__(self, encoding: str, beginning: str, *, garbled: bool, asked: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        self.encodings = self._choice(encoding, asked)
        self.beginning = label(_begin(beginning), "second", wrap=True)
        self.warning = label("", "warning", wrap=True)
        if encoding != "xlsx":
            row = QHBoxLayout()
            row.setSpacing(UNIT)
            row.addWidget(label(_("Characters read as"), "field"))
            row.addWidget(self.encodings, 1)
            column.addLayout(row)
            column.addWidget(self.beginning)
        self.warning.setText(_("The characters look garbled. Choose another way to read them: nothing is kept yet."))
        self.warning.setVisible(garbled)
        column.addWidget(self.warning)

    def _choice(self, encoding: str, asked: str) -> Choice:
        found = _("By itself ({encoding})").format(encoding=_name(encoding))
        made = Choice([("", found if not asked else _("By itself")), *_NAMES.items()])
        made.show_value(asked)
        made.setMinimumHeight(TARGET)
        made.setAccessibleName(_("Characters read as"))
        made.setAccessibleDescription(_("Another choice reads the file anew"))
        made.edited.connect(lambda: self.chosen.emit(made.value()))
        return made


def reading_title(name: str) -> str:
    """The title over what was read from a file."""
    return _("Read in notes: {file}").format(file=name)


def _name(encoding: str) -> str:
    return next((name for known, name in _NAMES.items() if encoding.startswith(known)), encoding.upper())


def _begin(beginning: str) -> str:
    words = " ".join(beginning.split())
    return _("It begins: {words}").format(words=words[:_SHOWN])
