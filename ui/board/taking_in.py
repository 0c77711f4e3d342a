"""Notes from the clipboard and from files: read beside the window, looked at by a person, then one edit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from models.board import NoteKind
from models.language import gettext as _
from ui.board.cancellable import Asked, Cancellable
from ui.board.intake_dialog import IntakeDialog, TableDialog
from ui.choose_file import ask_open
from ui.notice import Notice

if TYPE_CHECKING:
    from models.intake import Intake, Table

ASK_FROM_CHARS = 3_000_000
"""A pasted text of about 10 MB is asked about first."""

Add = Callable[[list[str], NoteKind], bool]


class TakingIn(QObject):
    """Leads from a pasted text or a file to `add(texts, kind)`; `kind` says what is chosen in the entry line."""

    def __init__(self, parent: QWidget, notice: Notice, kind: Callable[[], NoteKind], add: Add) -> None:
        super().__init__(parent)
        self._parent, self._notice, self._kind, self._add = parent, notice, kind, add
        self.work: Cancellable | None = None
        self.dialog: IntakeDialog | None = None
        self.question: QMessageBox | None = None

    def paste(self, text: str) -> None:
        """Several lines were pasted."""
        if len(text) <= ASK_FROM_CHARS and len(text.encode("utf-8", "ignore")) <= 3 * ASK_FROM_CHARS:
            self._read_text(text)
        else:
            self._ask_first(text)

    def _ask_first(self, text: str) -> None:
        lines = text.count("\n") + 1
        box = QMessageBox(self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("A very long text"))
        words = _("The pasted text is very long: {chars} characters in {lines} lines. Shall it be read all the same?")
        box.setText(words.format(chars=f"{len(text):,}", lines=f"{lines:,}"))
        read = box.addButton(_("Read it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        read.clicked.connect(lambda: self._read_text(text))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = box
        box.finished.connect(lambda _result: self._forget_question())
        box.open()

    def _forget_question(self) -> None:
        self.question = None

    def _read_text(self, text: str) -> None:
        def read(_cancelled: object) -> "Intake":
            from models.intake import pasted_notes

            return pasted_notes(text)

        self._start(read, self._show_pasted)

    def _show_pasted(self, intake: "Intake") -> None:
        if not intake.notes:
            self._notice.tell(_("There was nothing in it that could become a note."), look="warning")
            return
        dialog = IntakeDialog(self._parent, _("Notes from a paste"), self._kind(), _at_once())
        dialog.show_intake(intake)
        self._open(dialog)

    def ask_for_file(self) -> None:
        """Choose a file to read notes from."""
        kinds = f"{_('Tables and texts')} (*.csv *.tsv *.txt *.xlsx *.xlsm);;{_('All files')} (*)"
        path = ask_open(self._parent, _("Read in notes"), kinds)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a table and show what is in it."""

        def read(_cancelled: object) -> "Table":
            from models.intake import read_table

            return read_table(path)

        self._start(read, lambda table: self._show_table(path.name, table))

    def _show_table(self, name: str, table: "Table") -> None:
        self._open(TableDialog(self._parent, name, table, self._kind(), _at_once()))

    def _start(self, read: Callable[[Asked], object], show: Callable[[Any], None]) -> None:
        self.cancel()
        self.work = Cancellable(read, self)
        self.work.done.connect(lambda result: self._read(result, show))
        self.work.failed.connect(self._failed)
        self._notice.tell(_("Reading…"), (_("Cancel"), self.cancel))
        self.work.begin()

    def cancel(self) -> None:
        """Read no further; nothing is added."""
        if self.work is not None:
            self.work.cancel()
            self._ended()

    def _ended(self) -> None:
        self.work = None
        self._notice.clear()

    def _read(self, result: object, show: Callable[[Any], None]) -> None:
        self._ended()
        show(result)

    def _failed(self, sentence: str) -> None:
        self._ended()
        self._notice.tell(sentence, look="problem")

    def _open(self, dialog: IntakeDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._add)
        dialog.finished.connect(lambda _result: self._forget_dialog())
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _at_once() -> int:
    from models.intake import MAX_PASTED_NOTES

    return MAX_PASTED_NOTES
