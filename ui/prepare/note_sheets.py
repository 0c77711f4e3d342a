"""Note sheets on paper: how many, and the file that is printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.note_sheets import COLUMNS, MOST_SHEETS, ROWS, note_sheets_file_name, sensible_sheets, write_note_sheets
from models.edits.change import Edit
from models.language import gettext as _
from models.workshop import Details, Participant
from ui.background import Work
from ui.choose_file import ask_save
from ui.editors import Number
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.parts import button, card, label
from ui.theme import TARGET, UNIT
from ui.written import tell_written


class NoteSheets(QWidget):
    """A card with a number and a button; the number follows who comes until somebody changes it.

    `ask_path` asks where the file goes; what came of it is told in `notice`.
    """

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)

    def __init__(self, live: LiveDocument, notice: Notice) -> None:
        super().__init__()
        self._live, self._notice = live, notice
        self._work: Work | None = None
        self._own = False
        self.number = Number(most=MOST_SHEETS)
        self._enough = label("", "second")
        tip = _("Eight notes a sheet, for those who would rather write by hand.")
        self.make_button = button(_("Make note sheets for printing (PDF)"), self.make, tip=tip)
        self._build(tip)
        self.number.edited.connect(self._changed_by_hand)
        live.changed.connect(self._follow)
        self._suggest()

    @property
    def sheets(self) -> int:
        """How many sheets are wanted, one at least."""
        return max(1, int(self.number.value() or 1))

    def make(self) -> None:
        """Make the sheets into a file the person chooses."""
        if self._work is not None:
            return
        name = note_sheets_file_name(self._live.workshop)
        path = self.ask_path(self, _("Where shall the note sheets go?"), name, _("PDF document (*.pdf)"))
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        workshop, sheets = self._live.workshop, self.sheets
        self._work = Work(lambda: (path, write_note_sheets(workshop, sheets, path)))
        self._work.done.connect(self._written)
        self._work.failed.connect(self._not_written)
        self.make_button.setDisabled(True)
        self._notice.tell(_("The note sheets are being made…"))
        self._work.begin()

    def _written(self, result: tuple[Path, tuple[str, ...]]) -> None:
        path, replaced = result
        self._ready()
        tell_written(self._notice, _("The note sheets were written: {path}").format(path=path), path, replaced)

    def _not_written(self, sentence: str) -> None:
        self._ready()
        self._notice.tell(sentence, look="problem")

    def _ready(self) -> None:
        self._work = None
        self.make_button.setDisabled(False)

    # how many

    def _follow(self, edit: Edit) -> None:
        if edit.touches(Details, Participant) and not self._own:
            self._suggest()

    def _suggest(self) -> None:
        self.number.show_value(sensible_sheets(self._live.workshop))
        self._tell()

    def _changed_by_hand(self) -> None:
        self._own = True
        self._tell()

    def _tell(self) -> None:
        words = _("sheets, that is {count} notes").format(count=self.sheets * COLUMNS * ROWS)
        self._enough.setText(words)

    # building

    def _build(self, tip: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        frame, column = card(UNIT)
        whole.addWidget(frame)
        column.addWidget(label(_("Notes written by hand"), "heading", wrap=True))
        column.addWidget(label(tip, "second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.number.setAccessibleName(_("Number of sheets"))
        self.number.setMinimumHeight(TARGET)
        row.addWidget(self.number)
        row.addWidget(self._enough, 1)
        column.addLayout(row)
        deeds = QHBoxLayout()
        deeds.addWidget(self.make_button)
        deeds.addStretch(1)
        column.addLayout(deeds)
