"""事例: the shelf on the left, the case that was taken from it on the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.cases import CaseStudy
from models.decisions import ActionItem
from models.edits import cases
from models.edits.change import Edit
from models.language import gettext as _
from models.problems import Problem
from models.workspace.workspace import Workspace
from ui.background import Work
from ui.choose_file import ask_open, ask_save, open_outside
from ui.editors import Choice, titled
from ui.library.case_editor import CaseEditor
from ui.library.case_reader import CaseReader
from ui.library.shelf import OWN, RECEIVED, Shelf
from ui.library.writing import today, write_case_file
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.panes import TwoPanes
from ui.parts import button, card, label
from ui.theme import UNIT


class LibraryScreen(QWidget):
    """Cases of the open workshop (`live`, if any) and those received into the workspace.

    `ask_path` and `ask_file` ask where a case file goes and which one to open.
    """

    ask_path: Callable[[QWidget, str, str, str], Path | None] = staticmethod(ask_save)
    ask_file: Callable[[QWidget, str, str], Path | None] = staticmethod(ask_open)

    def __init__(self, workspace: Workspace, live: LiveDocument | None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._workspace, self._live = workspace, live
        self._work: Work | None = None
        self._offers_undo = False
        self.shelf = Shelf()
        self.actions_offered = Choice()
        self.make_button = button(_("Make a case of this action"), self._make_chosen)
        self.open_button = button(_("Open a case file"), self._open_asked)
        self.notice = Notice()
        self.stage = QStackedWidget()
        self._build()
        self.shelf.chosen.connect(self._show)
        if live is not None:
            live.changed.connect(self._changed)
        self._refill()

    def shown(self) -> None:
        """The screen came to the front: where nothing was chosen yet, the first case is shown."""
        first = self.shelf.first()
        if self.shelf.key() is None and first is not None:
            self.shelf.show_chosen(first)
            self._show(*first)

    @property
    def editor(self) -> CaseEditor | None:
        """The form in front, if one is."""
        front = self.stage.currentWidget()
        return front if isinstance(front, CaseEditor) else None

    @property
    def reader(self) -> CaseReader | None:
        """The received case in front, if one is."""
        front = self.stage.currentWidget()
        return front if isinstance(front, CaseReader) else None

    def make_case(self, action_id: str) -> None:
        """Draft a case from an action of the open workshop and show it; where there is one already, that one."""
        if self._live is None or action_id not in self._live.workshop.actions:
            return
        workshop = self._live.workshop
        known = next((case for case in workshop.cases.values() if case.action_id == action_id), None)
        if known is not None:
            self.notice.tell(_("There is a case of this action already; here it is."))
            self._choose(OWN, known.id)
            return
        edit = cases.add_case(workshop, workshop.actions[action_id], today())
        if self._live.apply(edit):
            self._choose(OWN, edit.changes[0].entity.id)

    def open_case_file(self, path: Path) -> bool:
        """Take in a case file and show it. A bad one is told in a sentence; nothing is changed, False comes back."""
        from models.library.case_file import read_case
        from models.library.container import file_bytes

        try:
            data = file_bytes(path)
            case = read_case(data).case
            case_id = self._workspace.receive_case(case.title, case.bureau, data)
        except Problem as problem:
            self.notice.tell(str(problem), look="problem")
            return False
        self.notice.tell(_("The case file was opened and kept under received cases."))
        self._refill()
        self._choose(RECEIVED, case_id)
        return True

    # showing

    def _choose(self, kind: str, case_id: str) -> None:
        self.shelf.show_chosen((kind, case_id))
        self._show(kind, case_id)
        self.panes.show_pane(1)

    def _show(self, kind: str, case_id: str) -> None:
        if kind == OWN and self._live is not None:
            if self.editor is not None and self.editor.case_id == case_id:
                return
            editor = CaseEditor(self._live, case_id)
            editor.export_wanted.connect(self._export)
            editor.delete_wanted.connect(self._delete)
            self._bring(editor)
        elif kind == RECEIVED:
            self._show_received(case_id)

    def _show_received(self, case_id: str) -> None:
        from models.library.case_file import read_case

        try:
            self._bring(CaseReader(read_case(self._workspace.received_case_file(case_id))))
        except Problem as problem:
            self.notice.tell(str(problem), look="problem")

    def _bring(self, widget: QWidget | None) -> None:
        old = self.stage.currentWidget()
        if isinstance(old, CaseEditor):
            old.form.flush()
        if old is not None and old is not self._teaching:
            self.stage.removeWidget(old)
            old.deleteLater()
        if widget is not None:
            self.stage.addWidget(widget)
            self.stage.setCurrentWidget(widget)

    def _changed(self, edit: Edit) -> None:
        if self._offers_undo:  # what it offers to take back is the last edit no more
            self._offers_undo = False
            self.notice.clear()
        if not edit.touches(CaseStudy, ActionItem):
            return
        self._refill()
        editor = self.editor
        if editor is not None and self._live is not None:
            if editor.case_id in self._live.workshop.cases:
                editor.refresh()
            else:
                self._bring(None)

    def _refill(self) -> None:
        workshop = None if self._live is None else self._live.workshop
        self.shelf.fill(workshop, self._workspace.received_cases())
        actions = [] if workshop is None else workshop.ordered_actions()
        self.actions_offered.offer([(action.id, action.what or _("(nothing written yet)")) for action in actions])
        self._making.setVisible(bool(actions))

    # doing

    def _make_chosen(self) -> None:
        if self.actions_offered.value() is not None:
            self.make_case(self.actions_offered.value())

    def _open_asked(self) -> None:
        path = self.ask_file(self, _("Open a case file"), _("Case file (*.jirei)"))
        if path is not None:
            self.open_case_file(path)

    def _delete(self, case_id: str) -> None:
        live = self._live
        if live is not None and live.apply(cases.delete_case(live.workshop, case_id)):
            self.notice.tell(_("The case was deleted."), (_("Take it back"), self._take_back))
            self._offers_undo = True
        self.shelf.setFocus()

    def _take_back(self) -> None:
        self.notice.clear()
        if self._live is not None:
            self._live.undo()

    def _export(self, case_id: str) -> None:
        from exports.files import safe_name

        editor = self.editor
        if editor is None or self._work is not None:
            return
        editor.form.flush()
        case = editor.case
        name = safe_name(f"事例_{case.title}", ".jirei")
        path = self.ask_path(self, _("Where shall the case file go?"), name, _("Case file (*.jirei)"))
        if path is not None:
            self._work = Work(lambda: (path, write_case_file(case, path)))
            self._work.done.connect(self._written)
            self._work.failed.connect(self._not_written)
            self.notice.tell(_("The case file is being made…"))
            self._work.begin()

    def _written(self, result: tuple[Path, tuple[str, ...]]) -> None:
        self._work = None
        path, replaced = result
        told = _("The case file was written: {path}").format(path=path)
        if replaced:
            told += "\n" + _("These characters are in none of our fonts and were set in their base form: {characters}")
            told = told.format(characters=" ".join(replaced))
        deed = (_("Open the folder"), partial(open_outside, path.parent))
        self.notice.tell(told, deed, look="warning" if replaced else "success")

    def _not_written(self, sentence: str) -> None:
        self._work = None
        self.notice.tell(sentence, look="problem")

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addWidget(self.notice)
        self._teaching = _teaching()
        self.stage.addWidget(self._teaching)
        shelf = (_("List of cases"), self._left())
        self.panes = TwoPanes(shelf, (_("The case"), self.stage), both_from=900, shares=(2, 5))
        column.addWidget(self.panes, 1)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.open_button)
        column.addWidget(self.shelf, 1)
        self._making, inside = card(UNIT, UNIT)
        inside.addWidget(titled(_("From an action of this workshop"), self.actions_offered))
        inside.addWidget(self.make_button)
        column.addWidget(self._making)
        return left


def _teaching() -> QWidget:
    frame, column = card()
    column.addStretch(1)
    column.addWidget(label(_("What worked here can help elsewhere"), "heading", wrap=True))
    told = _(
        "A case tells on one page what was changed, what came of it and where it fits. Make one of an action of this "
        "workshop, or open a case file (.jirei) that another bureau sent you."
    )
    column.addWidget(label(told, wrap=True))
    column.addStretch(2)
    return frame
