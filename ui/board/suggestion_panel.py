"""「グループ案を作る」: a suggestion at the board's side, to be put right and taken, whole or in part, or left."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from models.grouping import Cancelled, suggest_groups
from models.language import gettext as _
from models.workshop import Workshop
from ui.board import cancellable
from ui.board.draft import Draft
from ui.board.grain import GrainRow
from ui.board.proposal_model import story
from ui.board.putting_right import JudgingBar, PuttingRight
from ui.board.scope import Asked, ScopeChoice, asked
from ui.parts import button, label
from ui.theme import HAIRLINE, UNIT, WHITE

if TYPE_CHECKING:
    from models.grouping.memory import Memory
    from models.grouping.suggestion import Suggestion

WIDTH, WIDER = 392, 440
"""Px of the panel, and where the screen has `ROOM` for more."""
ROOM = 1_100
LOW = 480
"""In a window of less height, px, what the cursor is on is told in its row alone."""
LEAST = 240
"""Px that the panel can do with."""
_WHOLE = 1_000


class _Share(QObject):
    """Carries how much is done from the thread that works to the window's; it belongs to the work, not to a window."""

    told = Signal(float)


class SuggestionPanel(QFrame):
    """`taken(gatherings)` asks the screen to apply; `pointed_at(ids or None)` shows where notes are; `closed`.

    `previewed(marks or None)`: for each note of a group its number, tint and whether it is weak (`draft.Mark`), for
    the board to show. `memory`, if given, keeps what sentences mean from one suggestion to the next.
    """

    taken = Signal(list)
    pointed_at = Signal(object)
    previewed = Signal(object)
    closed = Signal()

    def __init__(self, workshop: Callable[[], Workshop], memory: "Callable[[], Memory | None] | None" = None) -> None:
        super().__init__()
        self._workshop = workshop
        self._memory = memory
        self._chosen: frozenset[str] = frozenset()
        self.work: cancellable.Cancellable | None = None
        self.draft: Draft | None = None
        self._pointed: list[str] | None = None
        self._preview_soon = QTimer(self, singleShot=True, interval=0)
        self._preview_soon.timeout.connect(self._tell_preview)
        self.setObjectName("suggestion")
        self.setStyleSheet(f"QFrame#suggestion {{ background: {WHITE}; border-left: 1px solid {HAIRLINE}; }}")
        self.setFixedWidth(WIDTH)
        self._make()
        self.hide()

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addLayout(self._head())
        self.scope = ScopeChoice(lambda _scope: self._work_out())
        scope = QHBoxLayout()
        scope.addWidget(self.scope.caption)
        scope.addWidget(self.scope, 1)
        column.addLayout(scope)
        self.pages = QStackedWidget()
        self.waiting, self.nothing, self.offer = self._waiting(), self._nothing(), self._offer()
        for page in (self.waiting, self.nothing, self.offer):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)

    def _head(self) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        self.summary = label("", "second")
        words.addWidget(label(_("Suggested groups"), "heading"))
        words.addWidget(self.summary)
        row.addLayout(words, 1)
        row.addWidget(button(_("Close"), self.leave, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self.doing = label(_("Reading the notes…"), wrap=True)
        column.addWidget(self.doing)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Reading the notes…"))
        column.addWidget(self.bar)
        self.stop = button(_("Stop"), self.leave)
        column.addWidget(self.stop)
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
        column.setSpacing(UNIT // 2)
        self.by_words = label(_("Only words are compared here."), "second", wrap=True)
        self.grain = GrainRow()
        self.grain.moved.connect(self._go_to_grain)
        self.right = PuttingRight()
        self.tree = self.right.tree
        self.detail = label("", "second", wrap=True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setFixedHeight(3 * 20)
        self.detail.setStyleSheet("font-size: 14px;")
        self.judging = JudgingBar(self.right)
        for one in (self.by_words, self.grain):
            column.addWidget(one)
        column.addWidget(self.tree, 1)
        column.addWidget(self.detail)
        column.addWidget(self.judging)
        column.addLayout(self._taking())
        self.tree.pointed.connect(self._point)
        self.tree.rows.ticked.connect(self._follow)
        self.tree.rows.titled.connect(self._follow)
        self.right.judged.connect(self._follow_judged)
        self.right.named.connect(self._follow)
        return page

    def _taking(self) -> QHBoxLayout:
        self.take_chosen = button("", lambda: self._take(everything=False))
        self.take_all = button(_("Take all of it"), lambda: self._take(everything=True))
        row = QHBoxLayout()
        row.addWidget(self.take_chosen, 1)
        row.addWidget(self.take_all, 1)
        return row

    # working it out

    def begin(self, chosen: Collection[str] = ()) -> None:
        """Work out a suggestion for the workshop as it is now, for the `chosen` notes where they are several."""
        self._chosen = frozenset(chosen)
        self.scope.offer(self._workshop(), self._chosen)
        self._work_out()

    def _work_out(self) -> None:
        self._stop()
        self._forget()
        self.summary.clear()
        self._show_share(0.0)
        self.pages.setCurrentWidget(self.waiting)
        self.show()
        self.stop.setFocus()
        workshop = self._workshop()
        wanted = asked(workshop, self.scope.scope, self._chosen)
        memory, share = self._remembered(), _Share()
        share.told.connect(self._show_share)
        self.work = cancellable.Cancellable(
            lambda stopped: _suggested(wanted, memory, stopped, lambda done: share.told.emit(done)), self
        )
        self.work.done.connect(lambda suggestion: self._show(workshop, wanted, suggestion))
        self.work.failed.connect(self._tell)
        self.work.begin()

    def _remembered(self) -> "Memory | None":
        return None if self._memory is None else self._memory()

    def _show_share(self, share: float) -> None:
        """How much is read; once all is, it is not known how long the rest takes."""
        reading = share < 1.0
        self.bar.setRange(0, _WHOLE if reading else 0)
        self.bar.setValue(round(share * _WHOLE))
        self.doing.setText(_("Reading the notes…") if reading else _("Looking for what belongs together…"))

    def _show(self, workshop: Workshop, wanted: Asked, suggestion: "Suggestion | None") -> None:
        self.work = None
        if suggestion is None or not suggestion.at().groups:
            self._tell(_nothing_close())
            return
        self.draft = self.right.draft = Draft(workshop, suggestion, lifted=wanted.lifted)
        had_focus = self._has_focus()
        self.by_words.setVisible(suggestion.by_words_only)
        self.grain.slider.offer(len(suggestion.steps), suggestion.best)
        self.pages.setCurrentWidget(self.offer)
        self._lay_out()
        self.tree.show_draft(self.draft)
        self._follow()
        if had_focus:  # somebody may be typing a note meanwhile
            (self.grain.slider if len(suggestion.steps) > 1 else self.tree).setFocus()

    def _lay_out(self) -> None:
        """Give the list its height at once: it depends on it which groups are open."""
        self.take_chosen.hide()
        self.offer.setGeometry(self.pages.contentsRect())
        layout = self.offer.layout()
        if layout is not None:
            layout.activate()

    def _has_focus(self) -> bool:
        """Whether the keys are the panel's, or nobody's."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _tell(self, why: str) -> None:
        """Say why there is no suggestion."""
        self.work = None
        self.why.setText(why)
        self.pages.setCurrentWidget(self.nothing)

    # following what a person does to it

    def _go_to_grain(self, step: int) -> None:
        if self.draft is None:
            return
        self.draft.go_to(step)
        self.tree.refresh()
        self._follow()
        self._point_at(None)

    def _follow(self) -> None:
        """The draft is another now."""
        if self.draft is None:
            return
        words = _count_words(self.draft)
        self.summary.setText(words)
        self.grain.slider.tell(words)
        count = self.draft.chosen_count()
        chosen = _("Only the {count} ticked").format(count=count)
        self.take_chosen.setText(chosen)
        self.take_chosen.setAccessibleName(chosen)
        self.take_chosen.setEnabled(count > 0)
        self.take_chosen.setVisible(count < len(self.draft.homes))
        self._show_detail()
        self._preview_soon.start()

    def _follow_judged(self) -> None:
        """Something was put right; the board shows where the cursor has gone."""
        self._follow()
        notes = self.tree.current_notes() or None
        if notes != self._pointed:  # what was put right on the board leaves the board where it is
            self._point_at(notes)

    def _show_detail(self) -> None:
        row = self.tree.current_row()
        told = "" if row is None or self.draft is None else story(self.draft, row)
        self.detail.setText(told or _hint())
        self.judging.follow()

    def _point(self) -> None:
        self._show_detail()
        if self.pages.currentWidget() is self.offer:
            self._point_at(self.tree.current_notes() or None)

    def _point_at(self, note_ids: list[str] | None) -> None:
        self._pointed = note_ids
        self.pointed_at.emit(note_ids)

    def _tell_preview(self) -> None:
        self.previewed.emit(None if self.draft is None else self.draft.preview())

    def minimumSizeHint(self) -> QSize:
        """So low that the window may be made lower; `fit` then leaves out what there is no room for."""
        return QSize(self.minimumWidth(), LEAST)

    def fit(self, width: int, height: int) -> None:
        """As wide and full as a screen of this size lets it be, px."""
        self.setFixedWidth(WIDER if width >= ROOM else WIDTH)
        self.detail.setVisible(height >= LOW)

    # taking and leaving

    def _take(self, *, everything: bool) -> None:
        if self.draft is not None:
            self.taken.emit(self.draft.gatherings(everything=everything))

    def _stop(self) -> None:
        if self.work is not None:
            self.work.cancel()
            self.work = None

    def _forget(self) -> None:
        had = self.draft is not None
        self.draft = self.right.draft = None
        self.tree.clear()
        self._preview_soon.stop()
        if had:
            self.previewed.emit(None)
            self._point_at(None)

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Whether Ctrl+Z is the panel's: what was put right here comes before what was done to the board."""
        return event.matches(QKeySequence.StandardKey.Undo) and self.right.can_undo

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif self._takes_back(event):
            self.right.undo()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Close; the board is as it was."""
        self._stop()
        self.hide()
        self._forget()
        self._point_at(None)
        self.closed.emit()


def _suggested(
    wanted: Asked, memory: "Memory | None", stopped: cancellable.Asked, share: Callable[[float], None]
) -> "Suggestion | None":
    try:
        return suggest_groups(wanted.notes, wanted.clusters, memory=memory, cancelled=stopped, progress=share)
    except Cancelled:
        return None


def _hint() -> str:
    return _("Choose a row: K keeps it, M moves it, F takes it out, N next weak note, T next title, F2 writes it.")


def _count_words(draft: Draft) -> str:
    """How many groups, and how many notes in none."""
    groups = _("{count} groups").format(count=f"{len(draft.proposal.groups):,}")
    alone = _("alone: {count} notes").format(count=f"{len(draft.proposal.alone):,}")
    return _("{groups} · {alone}").format(groups=groups, alone=alone) if draft.proposal.alone else groups


def _nothing_close() -> str:
    none = _("No notes are close enough to suggest a group.")
    return none + "\n" + _("Lone notes may stay alone. Bring together by hand what you see.")
