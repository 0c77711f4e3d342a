"""Home: the workshops there are, and the button that begins a new one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedLayout,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from models.document import Document
from models.edits.change import Edit
from models.edits.deciding import archive
from models.following import begun
from models.language import LANGUAGES, current_language
from models.language import gettext as _
from models.problems import Problem
from models.template_file import AgendaTemplate
from models.workshop import Details, WorkshopFormat
from models.workspace.workspace import Workspace
from ui.choose_file import ask_open, ask_save
from ui.home.new_workshop import NewWorkshopForm
from ui.home.template_choice import TemplateChoice
from ui.home.workshop_card import WorkshopCard
from ui.live_document import LiveDocument
from ui.parts import button, card, emptied, label, page
from ui.theme import UNIT

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


class HomeScreen(QWidget):
    """Signals: a workshop, its running meeting (ids) or a file was chosen; what went wrong, or is done; a language."""

    workshop_chosen = Signal(str)
    meeting_chosen = Signal(str)
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
        self.new_button = button(_("Begin a workshop"), self.begin, "primary")
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
        self.language_picker.setItemDelegate(QStyledItemDelegate(self.language_picker))
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
        running = self._workspace.running()
        for details in sorted(listed, key=lambda one: one.id not in running):  # the meeting under way is on top
            self._list.addWidget(self._card(details, running))
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

    def _card(self, details: Details, running: frozenset[str]) -> WorkshopCard:
        made = WorkshopCard(details, running=details.id in running)
        made.opened.connect(lambda one: self.workshop_chosen.emit(one.id))
        made.returned.connect(lambda one: self.meeting_chosen.emit(one.id))
        made.handed_over.connect(self._hand_over)
        made.archived.connect(self._archive)
        return made

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

    def _demonstrate_format(self, kind: WorkshopFormat) -> None:
        from models.demonstration import add_demonstration

        def show() -> None:
            self._leave_form()
            self._add(partial(add_demonstration, format=kind))

        QTimer.singleShot(0, self, show)

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
        """Ask which kind of meeting it shall be."""
        choice = TemplateChoice(self._workspace.folder)
        choice.cancelled.connect(self._leave_form)
        choice.chosen.connect(self._ask)
        choice.demonstration_wanted.connect(self._demonstrate_format)
        self._turn(choice)

    def _ask(self, template: AgendaTemplate) -> None:
        """Ask what a new workshop needs."""
        form = NewWorkshopForm(self._workspace.workshops(), template)
        form.cancelled.connect(self.begin)
        form.submitted.connect(partial(self._create, template))
        self._turn(form)

    def _turn(self, page_: QWidget) -> None:
        self._leave_form()
        self._stack.addWidget(page_)
        self._stack.setCurrentWidget(page_)
        page_.setFocus()

    def _leave_form(self) -> None:
        while self._stack.count() > 1:
            form = self._stack.widget(1)
            assert form is not None
            self._stack.removeWidget(form)
            form.deleteLater()

    def _create(self, template: AgendaTemplate, details: Details) -> None:
        try:
            previous = self._workspace.load(details.follows) if details.follows else None
            workshop = begun(details, template, previous)
            self._workspace.create(workshop)
        except Problem as problem:
            self.problem.emit(str(problem))
            return
        self._leave_form()
        self.workshop_chosen.emit(workshop.id)
