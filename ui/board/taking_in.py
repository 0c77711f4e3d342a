"""Notes from the clipboard and from files: read beside the window, looked at by a person, then one edit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from models.board import NoteKind
from models.language import gettext as _
from ui.board.cancellable import Asked, Cancellable
from ui.choose_file import ask_open
from ui.live_document import LiveDocument
from ui.notice import Notice

if TYPE_CHECKING:
    from models.intake import Brought, Paste
    from ui.board.intake_dialog import IntakeDialog

ASK_FROM_CHARS = 3_000_000
"""A pasted text of about 10 MB is asked about first."""

Add = Callable[[list[str], list[NoteKind]], list[str]]
Known = Callable[[], frozenset[str]]


class TakingIn(QObject):
    """Leads from a pasted text or a file to `add(texts, kinds)`.

    `kind` says what is chosen in the entry line, `known` what is on the board already (models.sameness). What was added
    is told, with a way back for as long as nothing else is done.
    """

    def __init__(
        self, parent: QWidget, live: LiveDocument, notice: Notice, kind: Callable[[], NoteKind], known: Known, add: Add
    ) -> None:
        super().__init__(parent)
        self._live, self._told = live, ""
        live.changed.connect(lambda _edit: self._untell())
        self._parent, self._notice, self._kind, self._known, self._add = parent, notice, kind, known, add
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
        def read(stopped: Asked) -> "Paste":
            from models.intake import read_paste

            return read_paste(text, stopped)

        self._start(read, self._show_pasted)

    def _show_pasted(self, paste: "Paste") -> None:
        from ui.board.paste_dialog import PasteDialog

        if not paste.likely.notes:
            self._notice.tell(_("There was nothing in it that could become a note."), look="warning")
            return
        self._open(PasteDialog(self._parent, _("Notes from a paste"), self._kind(), self._known(), paste))

    def ask_for_file(self) -> None:
        """Choose a file to read notes from."""
        kinds = _("Tables and texts (*.csv *.tsv *.txt *.xlsx *.xlsm)") + ";;" + _("All files (*)")
        path = ask_open(self._parent, _("Read in notes"), kinds)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path, encoding: str = "") -> None:
        """Read a file and show what is in it, in place of what was shown of it before."""

        def read(stopped: Asked) -> "Brought":
            from models.intake import read_brought

            return read_brought(path, encoding, stopped)

        self._start(read, partial(self._show_brought, path, encoding))

    def _show_brought(self, path: Path, encoding: str, brought: "Brought") -> None:
        from models.intake import Table
        from ui.board.paste_dialog import TextDialog
        from ui.board.table_dialog import TableDialog

        kind, known = NoteKind.TROUBLE, self._known()
        before = self.dialog
        if before is not None:
            kind = before.kinds.kind
        dialog: IntakeDialog = (
            TableDialog(self._parent, path.name, kind, known, brought, encoding)
            if isinstance(brought, Table)
            else TextDialog(self._parent, path.name, kind, known, brought, encoding)
        )
        dialog.encoding_asked.connect(partial(self.read_file, path))
        if before is not None:
            dialog.setGeometry(before.geometry())
        self._open(dialog)
        if before is not None:
            before.reject()

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
        if self.dialog is not None:
            self.dialog.tell(sentence)
        else:
            self._notice.tell(sentence, look="problem")

    def _open(self, dialog: "IntakeDialog") -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take)
        dialog.finished.connect(lambda _result: self._closed(dialog))
        dialog.open()

    def _take(self, texts: list[str], kinds: list[NoteKind]) -> None:
        added = self._add(texts, kinds)
        if not added:
            return
        hidden = self._live.workshop.notes[added[0]].hidden
        words = _("{count} notes were added. They are not projected.") if hidden else _("{count} notes were added.")
        self._told = words.format(count=f"{len(added):,}")
        self._notice.tell(self._told, (_("Undo"), self._live.undo))

    def _untell(self) -> None:
        """Another edit came: the way back would take that one back."""
        if self._told and self._notice.text == self._told:
            self._notice.clear()
        self._told = ""

    def _closed(self, dialog: "IntakeDialog") -> None:
        """It may have given its place to another, which shows the file read anew."""
        if self.dialog is dialog:
            self.cancel()
            self.dialog = None
