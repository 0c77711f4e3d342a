"""コツ／演習／手順: what the format works on beside its notes, entered in the room and shown to it by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.board import Note, NoteKind
from models.edits.change import Edit
from models.formats import Knack, OwnWork, Pledge, ProcessStep, ShownCase
from models.language import gettext as _
from models.workshop import Details, WorkshopFormat, in_order
from models.workspace.workspace import Workspace
from ui.content.cases import CasesPane
from ui.content.homework import action_edit, action_of_process, action_of_step, known_action
from ui.content.knacks import KnackPane, in_short
from ui.content.list_pane import ListPane
from ui.content.on_wall import WallBar, pledges_name
from ui.content.own_works import OwnWorkPane
from ui.content.pledges import PledgePane
from ui.content.steps import StepPane
from ui.decide.wording import effect_told
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.parts import button
from ui.tab_order import tab_in_reading_order
from ui.theme import UNIT

AnyPane = ListPane[Knack] | ListPane[Pledge] | ListPane[ShownCase] | ListPane[OwnWork] | ListPane[ProcessStep]

WIDEST = 1440
"""The lists are no wider, px, so that what belongs to a row is seen with it."""


class ContentScreen(QWidget):
    """The lists of the open workshop's format, one at a time.

    `board_requested` asks for the notes, `decide_requested` for the homework that was made here.
    """

    board_requested = Signal()
    decide_requested = Signal()

    def __init__(self, live: LiveDocument, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live, self._workspace = live, workspace
        self.notice = Notice()
        self.wall_bar = WallBar(live)
        self.lists: dict[type, AnyPane] = {}
        self.tabs: dict[type, QPushButton] = {}
        self.cases: CasesPane | None = None
        self.questions_button = button("", self.board_requested.emit, "quiet")
        self._stack = QStackedWidget()
        self._tab_row = QHBoxLayout()
        self._build()
        self._format = live.workshop.details.format
        self._make_panes()
        live.changed.connect(self._changed)

    def shown(self) -> None:
        """The screen came to the front: typing may begin."""
        if self.cases is not None and self._stack.currentWidget() is self.cases:
            self.cases.begin()
        elif isinstance(front := self._stack.currentWidget(), ListPane):
            front.entry.first.setFocus()

    def flush(self) -> None:
        """Save what is being typed now."""
        for pane in self.lists.values():
            pane.flush()

    def show_list(self, kind: type) -> None:
        """Bring a list to the front."""
        self.tabs[kind].setChecked(True)
        pane = self.lists[kind]
        self._stack.setCurrentWidget(self.cases if self.cases is not None and kind is ShownCase else pane)

    # building

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        outer.addStretch(1)
        outer.addWidget(inner, 1_000)
        outer.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._tab_row.setSpacing(UNIT)
        column.addLayout(self._tab_row)
        column.addWidget(self.notice)
        column.addWidget(self.wall_bar)
        column.addWidget(self._stack, 1)
        self._group = QButtonGroup(self)

    def _make_panes(self) -> None:
        """Make the lists of this format."""
        live = self._live
        if self._format is WorkshopFormat.STUDY:
            self.lists = {Knack: KnackPane(live), Pledge: PledgePane(live)}
        elif self._format is WorkshopFormat.TRAINING:
            self.cases = CasesPane(live, self._workspace, self.notice)
            self.lists = {ShownCase: self.cases.list, OwnWork: OwnWorkPane(live), Pledge: PledgePane(live)}
        elif self._format is WorkshopFormat.DX:
            steps = StepPane(live)
            steps.homework_wanted.connect(self._make_homework)
            self.lists = {ProcessStep: steps}
        for kind, pane in self.lists.items():
            self._take_in(kind, pane)
        self._finish_tabs()

    def _take_in(self, kind: type, pane: AnyPane) -> None:
        made = QPushButton()
        made.setCheckable(True)
        made.clicked.connect(lambda _on: self.show_list(kind))
        self._group.addButton(made)
        self.tabs[kind] = made
        self._tab_row.addWidget(made)
        self._stack.addWidget(self.cases if self.cases is not None and kind is ShownCase else pane)
        pane.deleted.connect(self._tell_deleted)
        pane.refresh()

    def _finish_tabs(self) -> None:
        """One list needs no choice; questions are told where they are asked for."""
        for made in self.tabs.values():
            made.setVisible(len(self.tabs) > 1)
        self._tab_row.addStretch(1)
        self._tab_row.addWidget(self.questions_button)
        self.questions_button.setVisible(self._format is WorkshopFormat.STUDY)
        self._tell_counts()
        if self.lists:
            self.show_list(next(iter(self.lists)))
        tab_in_reading_order(self)

    # following

    def _changed(self, edit: Edit) -> None:
        self.notice.clear()  # what it offers to take back is the last edit no more
        for kind, pane in self.lists.items():
            if edit.touches(kind) or (kind is ProcessStep and edit.touches(Details)):
                pane.refresh()
        if edit.touches(Note, *self.lists):
            self._tell_counts()
            self.wall_bar.follow()

    def _tell_counts(self) -> None:
        names = {
            Knack: _("Knacks"),
            Pledge: pledges_name(self._live.workshop),
            ShownCase: _("Cases to show"),
            OwnWork: _("Own work"),
            ProcessStep: _("Steps of the work"),
        }
        for kind, made in self.tabs.items():
            words = _("{name} ({count})").format(name=names[kind], count=len(self.lists[kind].rows))
            made.setText(words)
            made.setAccessibleName(words)
        asked = self._live.workshop.noted.of_kind(NoteKind.QUESTION)
        self.questions_button.setText(_("Questions: {count} – go to the notes").format(count=asked))
        self.questions_button.setAccessibleName(self.questions_button.text())

    def _tell_deleted(self, name: str) -> None:
        self.notice.tell(_("Deleted: “{name}”").format(name=in_short(name)), (_("Take it back"), self._take_back))

    def _take_back(self) -> None:
        self.notice.clear()
        self._live.undo()

    # homework

    def _make_homework(self, step_id: str) -> None:
        """Make homework of a step, of all of them where none is named; the same is not made twice."""
        self.flush()
        workshop = self._live.workshop
        steps = in_order(workshop.process_steps)
        step = workshop.process_steps.get(step_id)
        action = action_of_process(workshop, steps) if step is None else action_of_step(workshop, step)
        known = known_action(workshop, action)
        there = (_("Go to decisions"), self.decide_requested.emit)
        if known is not None:
            told = _("This is homework already: “{what}”. It can be changed among the decisions.")
            self.notice.tell(told.format(what=in_short(known.what)), there)
        elif self._live.apply(action_edit(workshop, action)):
            told = _("It is homework now: “{what}”. {effect} Who does it until when is settled among the decisions.")
            effect = effect_told(action.effect)
            effect = _("({effect}).").format(effect=effect) if effect else ""
            self.notice.tell(
                told.format(what=in_short(action.what), effect=effect), (_("Take it back"), self._take_back), there
            )
