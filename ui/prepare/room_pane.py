"""Getting the room ready: the checklist, the announcement, the first minutes, and the run sheet on paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.decisions import CarriedAction
from models.edits.change import Edit
from models.edits.deciding import set_details
from models.language import gettext as _
from models.text import clean
from models.workshop import Details
from ui.background import Work
from ui.choose_file import ask_save
from ui.editors import Area, titled
from ui.form import Form
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.parts import button, card, label, page
from ui.prepare.checklist import Checklist
from ui.prepare.columns import Columns
from ui.prepare.invitation import invitation_of
from ui.prepare.note_sheets import NoteSheets
from ui.tab_order import tab_in_reading_order
from ui.theme import UNIT
from ui.written import tell_written


class RoomPane(QWidget):
    """Everything saves itself. `ask_path` asks where the run sheet goes."""

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._work: Work | None = None
        self.notice = Notice()
        self.checklist = Checklist(live)
        self.note_sheets = NoteSheets(live, self.notice)
        self.invitation, self.rules, self.icebreaker = Area(8, 4_000), Area(4, 1_000), Area(2, 1_000)
        self.form = Form(
            {"invitation": self.invitation, "ground_rules": self.rules, "icebreaker": self.icebreaker}, self
        )
        self.form.settled.connect(self._save)
        self._build()
        self.checklist.reordered.connect(lambda: tab_in_reading_order(self))
        live.changed.connect(self._changed)
        self._show()
        tab_in_reading_order(self)

    # following and saving

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Details, CarriedAction):
            self._show()

    def _show(self) -> None:
        details = self._live.workshop.details
        self.form.show(
            {
                "invitation": details.invitation or invitation_of(self._live.workshop),
                "ground_rules": details.ground_rules,
                "icebreaker": details.icebreaker,
            }
        )
        self.again_button.setEnabled(bool(details.invitation))
        self._say_own(bool(details.invitation))

    def _save(self, continuing: bool) -> None:
        if self._apply(self.form.values(), continuing):
            self.form.saved()

    def _apply(self, values: dict[str, Any], continuing: bool = False) -> bool:
        """What was not changed in the announcement goes on following the details."""
        if clean(values["invitation"]) == clean(invitation_of(self._live.workshop)):
            values["invitation"] = ""
        details = replace(self._live.workshop.details, **values)
        return self._live.apply(set_details(self._live.workshop, details), continuing=continuing)

    def _make_again(self) -> None:
        self.form.flush()
        self._apply(self.form.values() | {"invitation": ""})

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.invitation.value())
        self._copied.setText(_("Copied. Paste it into a mail."))

    def _say_own(self, own: bool) -> None:
        followed = _("Follows date, place and question until you change it.")
        self._followed.setText(_("In your own words; date and place are no longer followed.") if own else followed)
        self._copied.setText("")

    # the run sheet

    def make_run_sheet(self) -> None:
        """Make the run sheet into a file the person chooses."""
        if self._work is not None:
            return
        self.form.flush()
        from exports.files import run_sheet_file_name

        name = run_sheet_file_name(self._live.workshop, ".pdf")
        path = self.ask_path(self, _("Where shall the run sheet go?"), name, _("PDF document (*.pdf)"))
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        from exports.papers import write_run_sheet

        workshop = self._live.workshop
        self._work = Work(lambda: (path, write_run_sheet(workshop, path)))
        self._work.done.connect(self._written)
        self._work.failed.connect(self._not_written)
        self.sheet_button.setDisabled(True)
        self.notice.tell(_("The run sheet is being made…"))
        self._work.begin()

    def _written(self, result: tuple[Path, tuple[str, ...]]) -> None:
        path, replaced = result
        self._ready()
        tell_written(self.notice, _("The run sheet was written: {path}").format(path=path), path, replaced)

    def _not_written(self, sentence: str) -> None:
        self._ready()
        self.notice.tell(sentence, look="problem")

    def _ready(self) -> None:
        self._work = None
        self.sheet_button.setDisabled(False)

    # building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(UNIT)
        outer.addWidget(self.notice)
        area, column = page(1400, margin=0)
        outer.addWidget(area, 1)
        right = QWidget()
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2 * UNIT)
        for part in (self._announcing(), self._beginning(), self.note_sheets):
            below.addWidget(part)
        below.addStretch(1)
        column.addWidget(Columns(self._seeing_to(), right, spacing=2 * UNIT))
        column.addStretch(1)

    def _seeing_to(self) -> QWidget:
        frame, column = card()
        head = QHBoxLayout()
        head.addWidget(label(_("Checklist for the room"), "heading", wrap=True), 1)
        tip = _("The agenda with times, words and materials, to hold in your hand.")
        self.sheet_button = button(_("Make the run sheet (PDF)"), self.make_run_sheet, tip=tip)
        head.addWidget(self.sheet_button)
        column.addLayout(head)
        column.addWidget(self.checklist)
        column.addStretch(1)
        return frame

    def _announcing(self) -> QWidget:
        frame, column = card(UNIT)
        column.addWidget(label(_("Announcement to those invited"), "heading", wrap=True))
        self._followed = label("", "second", wrap=True)
        column.addWidget(self._followed)
        self.invitation.setAccessibleName(_("Announcement to those invited"))
        column.addWidget(self.invitation)
        row = QHBoxLayout()
        self.copy_button = button(_("Copy it"), self._copy)
        self.again_button = button(_("Make it anew"), self._make_again, "quiet")
        self._copied = label("", "success")
        row.addWidget(self.copy_button)
        row.addWidget(self.again_button)
        row.addWidget(self._copied, 1)
        column.addLayout(row)
        return frame

    def _beginning(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("First promises and icebreaker"), "heading", wrap=True))
        column.addWidget(
            titled(_("First promises"), self.rules, _("One a line; the projector shows them at the opening."))
        )
        column.addWidget(titled(_("Icebreaker"), self.icebreaker, _("One short question that everybody answers.")))
        return frame
