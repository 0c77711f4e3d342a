"""What a person puts right in a suggestion: by a key, a small button, or the menu of a row."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QPushButton, QWidget

from models.grouping import SuggestedGroup
from models.language import gettext as _
from models.text import cut
from ui.board.bars import open_menu
from ui.board.draft import Draft
from ui.board.menu_lines import add, with_key
from ui.board.proposal import ProposalTree
from ui.board.proposal_model import Kind, Row, group_words
from ui.parts import MENU_SIGN, button
from ui.theme import UNIT

_Key = Qt.Key
_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_MENU_CHARS = 32


class PuttingRight(QObject):
    """Commands on the row the cursor of a tree is on; `judged` when the groups are others now, `named` a title."""

    judged = Signal()
    named = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.tree = ProposalTree(self.wants)
        self._table: dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]] = {
            (_NONE, _Key.Key_K): self.keep,
            (_NONE, _Key.Key_Return): self.keep,
            (_NONE, _Key.Key_Enter): self.keep,
            (_NONE, _Key.Key_M): self.move,
            (_SHIFT, _Key.Key_M): self.ask_where,
            (_NONE, _Key.Key_F): self.free,
            (_NONE, _Key.Key_Delete): self.free,
            (_NONE, _Key.Key_Backspace): self.free,
            (_NONE, _Key.Key_T): self.next_title,
            (_NONE, _Key.Key_N): self.go_to_weak,
            (_CTRL, _Key.Key_Z): self.undo,
        }
        self.tree.pressed_key.connect(self.press)
        self.tree.menu_asked.connect(self.open_menu)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._table.get((modifiers, event.key()))
        return None if act == self.undo and not self.can_undo else act

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key puts something right."""
        return self._act(event) is not None

    def press(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        act = self._act(event)
        if act is not None:
            act()

    # what the cursor is on

    @property
    def row(self) -> Row | None:
        """What the cursor is on."""
        return self.tree.current_row()

    @property
    def can_judge(self) -> bool:
        """Whether the cursor is on a group or on a note in one."""
        return self.row is not None and self.row.group is not None

    @property
    def can_move(self) -> bool:
        """Whether the cursor is on a note that there is another group for."""
        row, draft = self.row, self.draft
        if row is None or draft is None or not row.note_id:
            return False
        return len(draft.proposal.groups) > (0 if row.kind is Kind.LONE else 1)

    @property
    def can_name(self) -> bool:
        """Whether the cursor is on a group whose title is still open."""
        row, draft = self.row, self.draft
        return row is not None and row.kind is Kind.GROUP and draft is not None and not draft.is_known(_group(row))

    @property
    def can_undo(self) -> bool:
        """Whether anything was put right."""
        return self.draft is not None and self.draft.can_undo

    # what can be done

    def _done(self, name: str | None) -> None:
        self.tree.refresh(name)
        self.judged.emit()

    def keep(self) -> None:
        """The note is right here, or all of the group; the cursor goes on."""
        if self.draft is not None and self.can_judge:
            if self.row is not None and self.row.kind is Kind.GROUP:
                self.draft.keep_group(_group(self.row))
                self._done(None)
                return
            name = self.tree.name_below()
            self.draft.keep(self.tree.current_notes())
            self._done(name)

    def free(self) -> None:
        """The note stays alone, or all of the group."""
        if self.draft is not None and self.can_judge:
            name = self.tree.name_below() if self.row is not None and self.row.note_id else None
            self.draft.free(self.tree.current_notes())
            self._done(name)

    def move(self) -> None:
        """The note goes to the next best group; where that is not known one is asked which."""
        row, draft = self.row, self.draft
        if draft is None or row is None or not self.can_move:
            return
        other = None if row.group is None or row.member is None else draft.next_best(row.group, row.member)
        if other is None:
            self.ask_where()
        else:
            self.move_to(other.key)

    def move_to(self, key: str) -> None:
        """The note goes to this group."""
        if self.draft is not None:
            name = self.tree.name_below()
            self.draft.move(self.tree.current_notes(), key)
            self._done(name)

    def next_title(self) -> None:
        """The next proposal for the title."""
        if self.draft is not None and self.can_name and self.row is not None:
            self.draft.next_title(_group(self.row))
            self._renamed()

    def take_title(self, words: str) -> None:
        """This title."""
        if self.draft is not None and self.can_name and self.row is not None:
            self.draft.name(_group(self.row), words)
            self._renamed()

    def _renamed(self) -> None:
        self.tree.viewport().update()
        self.named.emit()

    def write_title(self) -> None:
        """Write the title oneself."""
        if self.can_name:
            self.tree.setFocus()
            self.tree.edit(self.tree.currentIndex(), QAbstractItemView.EditTrigger.AllEditTriggers, None)  # type: ignore[call-overload]

    def go_to_weak(self) -> None:
        """The next note that is weak."""
        name = self.tree.next_weak()
        if name is not None:
            self.tree.go_to(name)

    def undo(self) -> None:
        """As before what was put right last."""
        if self.draft is not None and self.can_undo:
            self.draft.undo()
            self._done(None)

    # menus

    def ask_where(self) -> None:
        """Have a group chosen for the note."""
        if self.can_move:
            index = self.tree.currentIndex()
            at = self.tree.visualRect(index).bottomLeft() + QPoint(4 * UNIT, 0)
            self._pop_up(self.where_menu(), self.tree.viewport().mapToGlobal(at))

    def where_menu(self) -> QMenu:
        """All groups but the note's own; the next best comes first."""
        menu, row, draft = QMenu(_("Move"), self.tree), self.row, self.draft
        if row is None or draft is None:
            return menu
        best = None if row.group is None or row.member is None else draft.next_best(row.group, row.member)
        if best is not None:
            add(menu, _menu_words(draft, best), "M", partial(self.move_to, best.key))
            menu.addSeparator()
        for group in draft.proposal.groups:
            if group != best and group != row.group:
                add(menu, _menu_words(draft, group), "", partial(self.move_to, group.key))
        return menu

    def title_menu(self) -> QMenu:
        """The proposals for the title, the present one marked, and writing it oneself."""
        menu, row, draft = QMenu(_("Title"), self.tree), self.row, self.draft
        if row is None or draft is None or not self.can_name:
            return menu
        group = _group(row)
        for words in draft.choices(group):
            action = menu.addAction(with_key(words, ""))
            action.setCheckable(True)
            action.setChecked(words == draft.title(group) and not draft.is_open(group))
            action.triggered.connect(partial(self.take_title, words))
        menu.addSeparator()
        add(menu, _("Write it yourself"), "F2", self.write_title)
        return menu

    def open_menu(self, at: QPoint) -> None:
        """The menu of the row, at a point of the screen."""
        menu = QMenu(self.tree)
        if self.can_name:
            titles = self.title_menu()
            titles.setParent(menu, titles.windowFlags())
            menu.addMenu(titles)
        if self.can_judge:
            add(menu, _("Right here"), "K", self.keep)
        if self.can_move:
            where = self.where_menu()
            where.setParent(menu, where.windowFlags())
            menu.addMenu(where)
        if self.can_judge:
            add(menu, _("Take it out"), "Delete", self.free)
        add(menu, _("Next weak note"), "N", self.go_to_weak, usable=self.tree.next_weak() is not None)
        add(menu, _("Undo this change"), "Ctrl+Z", self.undo, usable=self.can_undo)
        self._pop_up(menu, at)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


class JudgingBar(QWidget):
    """Small buttons for the row the cursor is on."""

    def __init__(self, do: PuttingRight) -> None:
        super().__init__()
        self._do = do
        self.keep = button(_("Right here"), do.keep, tip=_("The note is right in this group (K or Enter)"))
        self.title = self._with_menu(_("Title"), do.title_menu, _("Choose a title for the group (T)"))
        self.where = self._with_menu(_("Move"), do.where_menu, _("To another group (M: to the next best)"))
        self.free = button(_("Take it out"), do.free, tip=_("The note stays alone (Delete or F)"))
        self.undo = button(_("Take back the correction"), do.undo, tip=_("Take back what was put right last (Ctrl+Z)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for one in self.buttons():
            one.setStyleSheet("padding: 0 8px;")
            row.addWidget(one, 1)
        self.follow()

    def buttons(self) -> list[QPushButton]:
        """All of them, from left to right."""
        return [self.title, self.keep, self.where, self.free, self.undo]

    def _with_menu(self, words: str, make: Callable[[], QMenu], tip: str) -> QPushButton:
        made = button(f"{words} {MENU_SIGN}", lambda: open_menu(made, make(), above=True), tip=tip)
        made.setAccessibleName(words)
        return made

    def follow(self) -> None:
        """The cursor is elsewhere, or something was put right."""
        do = self._do
        heads = do.row is not None and do.row.kind is Kind.GROUP
        self.title.setVisible(heads)
        self.where.setVisible(not heads)
        self.title.setEnabled(do.can_name)
        self.keep.setEnabled(do.can_judge)
        self.where.setEnabled(do.can_move)
        self.free.setEnabled(do.can_judge)
        self.undo.setEnabled(do.can_undo)


def _group(row: Row) -> SuggestedGroup:
    assert row.group is not None
    return row.group


def _menu_words(draft: Draft, group: SuggestedGroup) -> str:
    return cut(group_words(draft, group), _MENU_CHARS)
