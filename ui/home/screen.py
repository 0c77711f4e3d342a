"""Home: the workshops there are, and the button that begins a new one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from models.document import Document
from models.edits.change import Edit
from models.edits.deciding import archive
from models.language import LANGUAGES, current_language
from models.language import gettext as _
from models.problems import Problem
from models.templates import new_workshop
from models.workshop import Details
from models.workspace.workspace import Workspace
from ui.choose_file import ask_open, ask_save
from ui.day import day_told
from ui.live_document import LiveDocument
from ui.parts import button, card, emptied, label, page
from ui.prepare.details_form import NewWorkshopForm
from ui.theme import UNIT

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


class HomeScreen(QWidget):
    """Signals: a workshop (id) or a file was chosen, something went wrong, or is done; a language was chosen."""

    workshop_chosen = Signal(str)
    file_chosen = Signal(Path)
    problem = Signal(str)
    done = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, workspace: Workspace, settings: QSettings) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._live: LiveDocument | None = None
        self._stack = QStackedLayout(self)
        area, column = page(960)
        self._stack.addWidget(area)
        column.addLayout(self._head())
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * UNIT)
        column.addLayout(self._list)
        column.addStretch(1)
        column.addLayout(self._foot())

    def shown(self) -> None:
        """Read the list anew."""
        self._stack.setCurrentIndex(0)
        self._fill()

    def follow(self, live: LiveDocument) -> None:
        """The workshop that is open: what is done to it here, its other screens see too."""
        self._live = live
        live.changed.connect(self._changed)

    def _changed(self, edit: Edit) -> None:
        if edit.touches(Details) and self.isVisible():
            self._fill()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Workshops"), "title"), 1)
        self.open_button = button(_("Open a file"), self._choose_file, tip=_("A workshop handed over, or a case file"))
        self.new_button = button(_("Begin a 皆議"), self.begin, "primary")
        row.addWidget(self.open_button)
        row.addWidget(self.new_button)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.archived_box = QCheckBox(_("Show workshops put away"))
        self.archived_box.toggled.connect(self._fill)
        row.addWidget(self.archived_box)
        row.addStretch(1)
        row.addWidget(label("表示の言葉 / Language", "second"))
        self.language_picker = QComboBox()
        self.language_picker.setAccessibleName("表示の言葉 / Language")
        for code in LANGUAGES:
            self.language_picker.addItem(_LANGUAGE_NAMES[code], code)
        self.language_picker.setCurrentIndex(LANGUAGES.index(current_language()))
        self.language_picker.activated.connect(lambda index: self.language_chosen.emit(LANGUAGES[index]))
        row.addWidget(self.language_picker)
        return row

    def _fill(self) -> None:
        emptied(self._list)
        everything = self._workspace.workshops()
        listed = [one for one in everything if self.archived_box.isChecked() or not one.archived]
        self.archived_box.setVisible(any(one.archived for one in everything))
        for details in listed:
            self._list.addWidget(self._card(details))
        if not everything:
            self._list.addWidget(self._welcome())

    def _welcome(self) -> QWidget:
        frame, column = card(margin=4 * UNIT)
        column.addWidget(label(_("Workshops that make the work better begin here"), "heading", wrap=True))
        steps = (
            _("1. Prepare: fill in date, place and question; the agenda is made for you."),
            _("2. Run: the clock and the prompts lead you through; the projector shows what the room needs."),
            _("3. Notes, Decide, Write up: group the troubles, vote, name owners, and the minutes are there."),
        )
        for step in steps:
            column.addWidget(label(step, "lead", wrap=True))
        row = QHBoxLayout()
        self.demo_button = button(_("Open the demonstration workshop"), self._demonstrate)
        row.addWidget(self.demo_button)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _card(self, details: Details) -> QFrame:
        frame, column = card(spacing=UNIT)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        title = label(
            _("No. {number}  {title}").format(number=details.number, title=details.title), "heading", wrap=True
        )
        words.addWidget(title)
        facts = (
            day_told(details.held_on),
            _("{time} start").format(time=f"{details.starts_at:%H:%M}"),
            _("{minutes} min").format(minutes=details.minutes),
            details.place,
            details.bureau,
        )
        words.addWidget(label("　".join(filter(None, facts)), "second", wrap=True))
        if details.archived:
            words.addWidget(label(_("Put away"), "second"))
        row.addLayout(words, 1)
        row.addWidget(self._quiet_buttons(details))
        open_it = button(_("Open"), partial(self.workshop_chosen.emit, details.id))
        open_it.setAccessibleDescription(details.title)
        row.addWidget(open_it)
        column.addLayout(row)
        return frame

    def _quiet_buttons(self, details: Details) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            button(_("Hand over"), partial(self._hand_over, details), "quiet", tip=_("Save as a file for a colleague"))
        )
        away = _("Take back") if details.archived else _("Put away")
        row.addWidget(button(away, partial(self._archive, details), "quiet"))
        return holder

    def _archive(self, details: Details) -> None:
        live = self._live
        if live is not None and live.workshop.id == details.id:
            live.apply(archive(live.workshop, not details.archived))
            return
        try:
            document = Document(self._workspace, details.id)
            document.apply(archive(document.workshop, not details.archived))
        except Problem as problem:
            self.problem.emit(str(problem))
            return
        self._fill()

    def _hand_over(self, details: Details) -> None:
        from exports.files import safe_name, write_paper
        from models.library.workshop_package import write_package

        name = safe_name(f"{details.held_on:%Y%m%d}_{details.title}第{details.number}回", ".minaoshi")
        chosen = ask_save(self, _("Hand over"), name, _("Workshop package (*.minaoshi)"))
        if chosen is None:
            return
        try:
            write_paper(chosen, write_package(self._workspace.load(details.id)))
        except Problem as problem:
            self.problem.emit(str(problem))
            return
        self.done.emit(_("Saved: {file}").format(file=chosen))

    def _choose_file(self) -> None:
        kinds = _("Workshop packages and case files (*.minaoshi *.jirei)")
        chosen = ask_open(self, _("Open a file"), kinds)
        if chosen is not None:
            self.file_chosen.emit(chosen)

    def _demonstrate(self) -> None:
        from models.demonstration import add_demonstration

        self.demo_button.setEnabled(False)
        self.demo_button.setText(_("One moment…"))
        QTimer.singleShot(0, lambda: self._add(add_demonstration))

    def _add(self, make: object) -> None:
        assert callable(make)
        try:
            workshop_id = make(self._workspace)
        except Problem as problem:
            self.problem.emit(str(problem))
            self._fill()
            return
        self.workshop_chosen.emit(workshop_id)

    def begin(self) -> None:
        """Ask what a new workshop needs."""
        form = NewWorkshopForm(self._workspace.workshops())
        form.cancelled.connect(self._leave_form)
        form.submitted.connect(self._create)
        self._leave_form()
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)

    def _leave_form(self) -> None:
        while self._stack.count() > 1:
            form = self._stack.widget(1)
            assert form is not None
            self._stack.removeWidget(form)
            form.deleteLater()

    def _create(self, details: Details) -> None:
        workshop = new_workshop(details)
        try:
            self._workspace.create(workshop)
        except Problem as problem:
            self.problem.emit(str(problem))
            return
        self._leave_form()
        self.workshop_chosen.emit(workshop.id)
