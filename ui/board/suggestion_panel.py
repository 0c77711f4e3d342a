"""「グループ案を作る」: a suggestion at the board's side, to be looked at, taken whole or in part, or left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from models.board import NoteKind
from models.grouping import Cancelled, suggest_groups
from models.language import gettext as _
from models.workshop import Workshop
from ui.board.cancellable import Asked, Cancellable
from ui.board.proposal import ProposalTree
from ui.parts import button, label
from ui.theme import HAIRLINE, UNIT, WHITE

if TYPE_CHECKING:
    from models.grouping.suggestion import Suggestion

WIDTH = 392


def _suggested(workshop: Workshop, cancelled: Asked) -> "Suggestion | None":
    """Groups for all notes but the parked ones, which were set aside on purpose."""
    notes = [note for note in workshop.ordered_notes() if note.kind is not NoteKind.PARKED]
    try:
        return suggest_groups(notes, workshop.ordered_clusters(), cancelled=cancelled)
    except Cancelled:
        return None


class SuggestionPanel(QFrame):
    """`taken(gatherings)` asks the screen to apply; `pointed_at(ids or None)` shows where notes are; `closed`."""

    taken = Signal(list)
    pointed_at = Signal(object)
    closed = Signal()

    def __init__(self, workshop: Callable[[], Workshop]) -> None:
        super().__init__()
        self._workshop = workshop
        self.work: Cancellable | None = None
        self.setObjectName("suggestion")
        self.setStyleSheet(f"QFrame#suggestion {{ background: {WHITE}; border-left: 1px solid {HAIRLINE}; }}")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.addLayout(self._head())
        self.pages = QStackedWidget()
        self.waiting, self.nothing, self.offer = self._waiting(), self._nothing(), self._offer()
        for page in (self.waiting, self.nothing, self.offer):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        self.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Suggested groups"), "heading"), 1)
        row.addWidget(button(_("Close"), self.leave, "quiet"))
        return row

    def _waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(label(_("Reading the notes…"), wrap=True))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Reading the notes…"))
        column.addWidget(bar)
        column.addWidget(button(_("Stop"), self.leave))
        column.addStretch(1)
        return page

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self.why = label("", wrap=True)
        column.addWidget(self.why)
        column.addStretch(1)
        return page

    def _offer(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self.summary = label("", "second", wrap=True)
        column.addWidget(self.summary)
        self.tree = ProposalTree()
        self.tree.itemChanged.connect(lambda _row, _column: self._count())
        self.tree.currentItemChanged.connect(lambda _row, _before: self._point())
        column.addWidget(self.tree, 1)
        self.take_chosen = button("", lambda: self._take(everything=False))
        self.take_all = button(_("Take all of it"), lambda: self._take(everything=True))
        row = QHBoxLayout()
        row.addWidget(self.take_chosen, 1)
        row.addWidget(self.take_all)
        column.addLayout(row)
        return page

    def begin(self) -> None:
        """Work out a suggestion for the workshop as it is now."""
        self._stop()
        self.pages.setCurrentWidget(self.waiting)
        self.show()
        workshop = self._workshop()
        self.work = Cancellable(lambda cancelled: _suggested(workshop, cancelled), self)
        self.work.done.connect(self._show)
        self.work.failed.connect(self._tell)
        self.work.begin()

    def _show(self, suggestion: "Suggestion | None") -> None:
        self.work = None
        proposal = None if suggestion is None else suggestion.at()
        if suggestion is None or proposal is None or not proposal.groups:
            self._tell(_nothing_close())
            return
        self.tree.show_suggestion(self._workshop(), suggestion, proposal)
        groups = _("Groups: {count}").format(count=len(proposal.groups))
        alone = _("alone: {count}").format(count=len(proposal.alone))
        words = _("{groups}, {alone}. The board is as before.")
        self.summary.setText(words.format(groups=groups, alone=alone))
        self._count()
        self.pages.setCurrentWidget(self.offer)
        self.tree.setFocus()

    def _tell(self, why: str) -> None:
        """Say why there is no suggestion."""
        self.work = None
        self.why.setText(why)
        self.pages.setCurrentWidget(self.nothing)

    def _count(self) -> None:
        count = self.tree.chosen_count()
        words = _("Only the {count} ticked").format(count=count)
        self.take_chosen.setText(words)
        self.take_chosen.setAccessibleName(words)
        self.take_chosen.setEnabled(count > 0)

    def _point(self) -> None:
        if self.pages.currentWidget() is self.offer:
            self.pointed_at.emit(self.tree.current_notes() or None)

    def _take(self, *, everything: bool) -> None:
        self.taken.emit(self.tree.gatherings(everything=everything))

    def _stop(self) -> None:
        if self.work is not None:
            self.work.cancel()
            self.work = None

    def leave(self) -> None:
        """Close; the board is as it was."""
        self._stop()
        self.hide()
        self.tree.clear()
        self.pointed_at.emit(None)
        self.closed.emit()


def _nothing_close() -> str:
    none = _("No notes are close enough to suggest a group.")
    return none + "\n" + _("Lone notes may stay alone. Bring together by hand what you see.")
