"""The screen 付箋: the board with its tools above, the entry line below, a suggestion at its side."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.board import Note, NoteKind
from models.edits.arranging import Sorting
from models.edits.change import Edit
from models.language import gettext as _
from models.text import clean
from ui.board.actions import GLIDING, BoardActions
from ui.board.alike import Alike
from ui.board.arrow_bar import ArrowBar
from ui.board.doubles import BoardTexts
from ui.board.editing import Editing
from ui.board.entry import EntryBar
from ui.board.finding import Finding
from ui.board.group_drop import GroupDrop
from ui.board.group_picker import GroupPicker
from ui.board.meaning import BoardMeaning
from ui.board.menu import board_menu
from ui.board.outline_panel import OutlinePanel
from ui.board.overlays import Cue, EmptyHint
from ui.board.proposed import Proposed
from ui.board.reason_bar import ReasonBar
from ui.board.scene import BoardScene
from ui.board.scope import Scope
from ui.board.selection_bar import SelectionBar
from ui.board.suggestion_panel import SuggestionPanel
from ui.board.taken_told import taken_told
from ui.board.taking_in import TakingIn
from ui.board.toolbar import Toolbar, is_silent
from ui.board.top_hint import TopHint
from ui.board.typed import Typed
from ui.board.view import BoardView
from ui.board.why_here import WhyHere
from ui.decide.wording import vote_changed_told
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.theme import UNIT

ROOMY = 560
"""A window of this height has room for tools, a suggestion and the entry line at once."""


LEAST_FOR_BAR = 480
"""So wide is the board at the least when there is a bar over it."""
GATHERING = ("notes_grouped", "notes_joined", "clusters_merged")
"""Edits after which a group may lie elsewhere than where it was made; it is brought into sight."""
GLIDE_MS = 220


class BoardScreen(QWidget):
    """Shows and edits the notes and groups of `live`'s workshop."""

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._asked_to_fit = self.fitted = False
        self._was_silent = live.workshop.details.silent
        self._unsaved = self._told_of_vote = self._told_of_groups = ""
        self.board = BoardScene(live.workshop)
        self.edits = BoardActions(live, self._resync, lambda: self.board.ground)
        self.view = BoardView(self.board, self.edits)
        self.finding = Finding(self.view)
        self.editing = Editing(self.view, self.edits)
        self.entry = EntryBar()
        self.notice = Notice()
        self.texts = BoardTexts(live, self)
        self.meaning = BoardMeaning(live, self)
        self.taking_in = TakingIn(self, live, self.notice, lambda: self.entry.kinds.kind, self.texts.keys, self._add)
        self.panel = SuggestionPanel(lambda: live.workshop, lambda: self.meaning.memory)
        self.outline = OutlinePanel(lambda: live.workshop)
        self.toolbar = Toolbar(self)
        self.selection = SelectionBar(self.view, self._is_bar_in_the_way)
        self.picker = GroupPicker(self.view)
        self.group_drop = GroupDrop(self.view)
        self.arrow_bar = ArrowBar(self.view)
        self._make_reasons()
        self.top_hint = TopHint(self.view)
        self.hint = EmptyHint(self.view, self.focus_entry, self.ask_for_file)
        self.cue = Cue(self.view)
        self._lay_out()
        self._connect()
        self._show_state()

    def _make_reasons(self) -> None:
        meaning = self.meaning
        self.reasons = ReasonBar(self.view)
        self.proposed = Proposed(self.view, self.reasons, lambda: self.panel.draft, self._put_right)
        self.why = WhyHere(self.view, self.reasons, lambda: meaning.memory)
        self.alike = Alike(self.view, self.reasons, self.finding, meaning.neighbourhood, self._end_search)
        self.typed = Typed(self.entry, self.board, self.texts, meaning.neighbourhood)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        noticed = QVBoxLayout()
        noticed.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        noticed.addWidget(self.notice)
        column.addLayout(noticed)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        row.addWidget(self.outline)
        column.addLayout(row, 1)
        column.addWidget(self.entry)
        self.board.setParent(self)  # goes after the widgets that follow it

    def _connect(self) -> None:
        self._connect_view()
        self._connect_entry()
        self._connect_search()
        self._connect_panels()
        self._add_shortcuts()

    def _connect_view(self) -> None:
        self._live.changed.connect(self._follow)
        self.view.menu.connect(self._open_menu)
        self.view.cue.connect(self.cue.say)
        self.view.noticed.connect(lambda sentence, look: self.notice.tell(sentence, look=look))
        self.view.keys_asked.connect(self._show_keys)
        self.editing.switched.connect(self.selection.follow)
        self.reasons.switched.connect(self.selection.follow)
        self.view.keys.paste = self.taking_in.paste
        self.view.keys.write = self.focus_entry

    def _connect_entry(self) -> None:
        self.entry.line.left.connect(self.view.setFocus)
        self.entry.entered.connect(self._enter)
        self.entry.teams.chosen.connect(self._choose_team)
        self.entry.line.pasted.connect(self.taking_in.paste)
        self.entry.double.shown_asked.connect(self.finding.see)
        self.entry.double.take_back_asked.connect(lambda note_id: self.edits.delete([note_id]))

    def _connect_search(self) -> None:
        search = self.toolbar.search
        search.highlighted.connect(self.board.highlight)
        search.highlighted.connect(lambda _ids: self.view.ring(None))
        search.gone_to.connect(self.finding.go_to)
        search.line.left.connect(self.view.setFocus)

    def _connect_panels(self) -> None:
        self.panel.taken.connect(self._take)
        self.panel.pointed_at.connect(self._point_at)
        self.panel.previewed.connect(self.proposed.show)
        self.panel.closed.connect(self._leave_panel)
        self.view.outline_asked.connect(self.read)
        self.outline.gone_to.connect(self.finding.choose)
        self.outline.told.connect(lambda sentence, look: self.notice.tell(sentence, look=look))
        self.outline.closed.connect(self._leave_panel)

    def _add_shortcuts(self) -> None:
        search = self.toolbar.search
        keys = {
            "Ctrl+F": self.toolbar.focus_search,
            "Ctrl++": self.view.zoom_in,
            "Ctrl+=": self.view.zoom_in,
            "Ctrl+;": self.view.zoom_in,
            "Ctrl+-": self.view.zoom_out,
            "Ctrl+0": lambda: self.view.zoom_to(1.0),
            "Ctrl+8": self.view.commands.zoom_to_chosen,
            "Ctrl+9": self.view.zoom_to_fit,
            "F3": lambda: search.go_on(1),
            "Shift+F3": lambda: search.go_on(-1),
            "?": self.view.keys_asked.emit,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # the main window's

    def shown(self) -> None:
        """The screen came to the front: one can type at once, and is not left before an empty stretch of board."""
        if self.fitted and self._live.workshop.notes and not self.view.sees_something():
            self.view.zoom_to_fit()
        self.meaning.warm()
        self.focus_entry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked_to_fit:
            self._asked_to_fit = True
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.view.zoom_to_fit()
        self.fitted = True

    def hideEvent(self, event: QHideEvent) -> None:
        self.editing.close()  # whoever has the focus by now
        super().hideEvent(event)

    # following the workshop

    def _follow(self, edit: Edit) -> None:
        if self.view.mouse.busy:
            self.view.mouse.give_up()
        self.board.follow(self._live.workshop, edit, glide=edit.kind in GLIDING)
        if self._unsaved and clean(self._unsaved) in _added(edit):
            self._entered(self._unsaved)  # perhaps by the banner's second try
        self.notice.pass_by()
        self._untell_groups()
        self.editing.drop_if_gone()
        self.editing.place()
        if self._was_silent and not self._live.workshop.details.silent:
            self.notice.clear()  # it may say that what is written is not projected
        self._was_silent = self._live.workshop.details.silent
        self._tell_vote(edit)
        if edit.kind in GATHERING:
            members = [change.entity.id for change in edit.changes if isinstance(change.after, Note)]
            QTimer.singleShot(GLIDE_MS, self, lambda: self.view.reveal_unseen(members))
        self._show_state()

    def _tell_vote(self, edit: Edit) -> None:
        """A closed vote does not change unnoticed; what was said of it goes when it is taken back."""
        if self._told_of_vote and self.notice.text == self._told_of_vote:
            self.notice.clear()
        self._told_of_vote = vote_changed_told(edit) if self._live.workshop.details.votes_closed else ""
        if self._told_of_vote:
            self.notice.tell(self._told_of_vote, look="warning")

    def _resync(self) -> None:
        self.board.resync(self._live.workshop)
        self._show_state()

    def _show_state(self) -> None:
        self.entry.follow(self._live.workshop.details.teams)
        self.toolbar.follow(self._live.workshop)
        self.selection.follow()
        self.outline.follow()
        self.top_hint.follow(self._live.workshop)
        self.hint.show_if(not self._live.workshop.notes)
        self.entry.double.follow(self._live.workshop.notes)

    # what a person asks for

    def focus_entry(self) -> None:
        """Ready to type a note."""
        self.entry.line.setFocus()

    def _enter(self, text: str, kind: NoteKind) -> None:
        self._unsaved = text
        others = self.texts.same(clean(text))
        added = self._add([text], [kind])
        if added:
            self._entered(text)
            self.typed.added(text, added[0], others)

    def _entered(self, text: str) -> None:
        """The note is kept: the line is free, unless something else was typed meanwhile."""
        self._unsaved = ""
        if self.entry.line.text() == text:
            self.entry.clear()

    def _add(self, texts: list[str], kinds: list[NoteKind]) -> list[str]:
        added = self.edits.add(texts, kinds, self.entry.team)
        self.view.reveal(added[-1:])
        return added

    def ask_for_file(self) -> None:
        """Choose a file with notes to read in."""
        self.taking_in.ask_for_file()

    def switch_silence(self) -> None:
        """Hide new notes from the projector, or show all."""
        workshop = self._live.workshop
        if is_silent(workshop):
            self.edits.reveal()
        elif self.edits.hide_new():
            self.notice.tell(_("New notes now stay off the projector, until you press “Show everybody”."))

    def _choose_team(self, team: int) -> None:
        """Whose notes are entered now: one sees where they come to lie."""
        self.board.choose_lane(team)
        if team:
            self.view.reveal_lane(team)
        elif self._live.workshop.notes:
            self.view.reveal([note.id for note in self._live.workshop.ordered_notes() if not note.team][-1:])

    def bring_together(self) -> None:
        """The notes of all 班 become one board, all of it in sight."""
        if self.edits.bring_together():
            self.entry.teams.go_to(0)
            self.view.zoom_to_fit()
            self.notice.tell(_("The teams' notes are together now, and mixed. “Undo” parts them again."))

    def tidy(self, by: Sorting = Sorting.ORDER) -> None:
        """Groups in rows and lone notes below, all of it in sight."""
        if self.edits.tidy(by):
            self.view.zoom_to_fit()

    def suggest(self) -> None:
        """Work out a suggestion of groups; the board stays as it is."""
        self.editing.close()
        chosen = self.view.commands.chosen()
        self.outline.leave()
        self.panel.begin(chosen)
        if self.panel.scope.scope is not Scope.CHOSEN:  # else it is to be seen for which notes it is
            self.view.commands.clear()
        self._make_room()

    def read(self) -> None:
        """Show the board as text at its side, or no more."""
        self.editing.close()
        if not self.outline.isHidden():
            self.outline.leave()
            return
        if not self.panel.isHidden():
            self.panel.leave()
        self.outline.begin()
        self._make_room()

    def _is_bar_in_the_way(self) -> bool:
        """While something is dragged or edited or an arrow is chosen, and where a panel leaves little of the board."""
        busy = self.view.mouse.busy or self.editing.box is not None or self.board.chosen_arrow is not None
        busy = busy or self.reasons.about is not None
        return busy or self.view.width() < LEAST_FOR_BAR

    def _make_room(self) -> None:
        """In a low window a panel has the place of the tools and of the entry line too."""
        roomy = (self.panel.isHidden() and self.outline.isHidden()) or self.height() >= ROOMY
        self.toolbar.setVisible(roomy)
        self.entry.setVisible(roomy)
        self.panel.fit(self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _leave_panel(self) -> None:
        self._make_room()
        self.view.setFocus()

    def _take(self, gatherings: list[object]) -> None:
        before = self._live.workshop
        if self.edits.take(gatherings):  # type: ignore[arg-type]  # a signal carries a plain list
            self.panel.leave()
            self.view.commands.clear()
            self.view.zoom_to_fit()
            self._tell_groups(taken_told(before, self._live.workshop))

    def _tell_groups(self, sentence: str) -> None:
        """What became of a suggestion, with the way back; a closed vote that changes by it is the greater news."""
        if sentence and not self._told_of_vote:
            self._told_of_groups = sentence
            self.notice.tell(sentence, (_("Undo"), self._live.undo))

    def _untell_groups(self) -> None:
        """Another edit came: the way back would take that one back."""
        if self._told_of_groups and self.notice.text == self._told_of_groups:
            self.notice.clear()
        self._told_of_groups = ""

    def _point_at(self, note_ids: list[str] | None) -> None:
        here = None if note_ids is None else [i for i in note_ids if i in self.board.notes]
        self.board.highlight(here)
        if here is None:
            self._end_search()
        self.view.reveal(here or ())

    def _put_right(self) -> None:
        """A note of the suggestion was put right on the board."""
        self.panel.tree.refresh()
        self.panel.right.judged.emit()

    def _end_search(self) -> None:
        """What stood out does so no more, but for what is searched for."""
        self.toolbar.search.follow(self._live.workshop)

    def _show_keys(self) -> None:
        from ui.board.key_list import BoardKeyList

        BoardKeyList(self).open()

    def _open_menu(self, at: QPoint) -> None:
        menu = board_menu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


def _added(edit: Edit) -> set[str]:
    """The texts of the notes that an edit brings."""
    return {change.after.text for change in edit.changes if change.before is None and isinstance(change.after, Note)}
