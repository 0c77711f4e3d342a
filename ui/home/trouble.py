"""What is shown in place of the list when the workspace cannot be opened: the sentence, and the ways on."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.language import gettext as _
from ui.parts import button, label, page


class TroubleScreen(QWidget):
    """Nothing is changed until the person chooses; a damaged file is kept beside the restored one."""

    try_again = Signal()

    def __init__(self, folder: Path, sentence: str, *, can_restore: bool) -> None:
        super().__init__()
        self._folder = folder
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area, column = page(800)
        outer.addWidget(area)
        column.addWidget(label(_("The workshops cannot be opened"), "title", wrap=True))
        column.addWidget(label(sentence, "warning", wrap=True))
        self.outcome = label("", "problem", wrap=True)
        column.addWidget(self.outcome)
        row = QHBoxLayout()
        self.again_button = button(_("Try again"), self.try_again.emit, "primary")
        row.addWidget(self.again_button)
        if can_restore:
            self.restore_button = button(_("Go back to the latest backup"), self._restore)
            row.addWidget(self.restore_button)
        row.addWidget(button(_("Open the folder"), self._show_folder))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _restore(self) -> None:
        from models.problems import Problem
        from models.workspace.backup import backups, restore

        known = backups(self._folder)
        if not known:
            self.outcome.setText(_("There is no backup to go back to."))
            return
        try:
            restore(self._folder, known[0])
        except Problem as problem:
            self.outcome.setText(str(problem))
            return
        except OSError:
            self.outcome.setText(_("The backup could not be put in place. Nothing was changed."))
            return
        self.try_again.emit()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
