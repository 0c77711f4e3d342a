"""Keeping the agenda as a template of one's own: a button, and a line for its name."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from models.language import gettext as _
from models.problems import Problem
from ui.editors import Line
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.theme import UNIT

MAX_NAME_CHARS = 40


class SaveTemplate(QWidget):
    """`told(str, str)` carries what came of it, and the look of a notice for it (see `Notice.tell`)."""

    told = Signal(str, str)

    def __init__(self, live: LiveDocument, folder: Path) -> None:
        super().__init__()
        self._live, self._folder = live, folder
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._asking())
        self._pages.addWidget(self._naming())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it, Escape thinks better of it."""
        if event.key() == Qt.Key.Key_Escape and self._pages.currentIndex() == 1:
            self._fold()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self._save()
        else:
            super().keyPressEvent(event)

    def _asking(self) -> QWidget:
        whole, row = _row()
        tip = _("The agenda as it stands here can then be chosen for a new workshop.")
        self.begin_button = button(_("Keep as a template"), self._begin, "quiet", tip=tip)
        row.addStretch(1)
        row.addWidget(self.begin_button)
        return whole

    def _naming(self) -> QWidget:
        whole, row = _row()
        self.name = Line(MAX_NAME_CHARS)
        self.name.setAccessibleName(_("Name of the template"))
        self.save_button = button(_("Keep it"), self._save)
        row.addStretch(1)
        row.addWidget(label(_("Name of the template"), "field"))
        row.addWidget(self.name, 1)
        row.addWidget(self.save_button)
        row.addWidget(button(_("Cancel"), self._fold, "quiet"))
        self.name.setMaximumWidth(400)
        return whole

    def _begin(self) -> None:
        details = self._live.workshop.details
        self.name.show_value(_("{title} ({date})").format(title=details.title, date=_short(details.held_on)))
        self._pages.setCurrentIndex(1)
        self.name.setFocus()
        self.name.selectAll()

    def _fold(self) -> None:
        self._pages.setCurrentIndex(0)
        self.begin_button.setFocus()

    def _save(self) -> None:
        from models.templates import save_template

        name = self.name.value().strip()
        if not name:
            self.told.emit(_("Please give the template a name."), "problem")
            self.name.setFocus()
            return
        try:
            save_template(self._live.workshop, name, self._folder)
        except Problem as problem:
            self.told.emit(str(problem), "problem")
            return
        self._fold()
        told = _("“{name}” was kept as a template. It can be chosen when you begin a new workshop.")
        self.told.emit(told.format(name=name), "success")


def _row() -> tuple[QWidget, QHBoxLayout]:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
    row.setSpacing(UNIT)
    return whole, row


def _short(day: date) -> str:
    return f"{day.month}/{day.day}"
