"""Before many lines become notes: a look at them, with ticks."""

from collections.abc import Callable, Container
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from models.board import NoteKind
from models.intake import MAX_AT_ONCE, Found, Intake, compared
from models.language import gettext as _
from models.text import MAX_NOTE_CHARS
from ui.board.cancellable import Cancellable
from ui.board.entry import KindPicker
from ui.board.intake_list import IntakeList
from ui.board.intake_row import IntakeDelegate
from ui.board.kinds import kind_word
from ui.parts import button, label
from ui.theme import UNIT

if TYPE_CHECKING:
    from ui.board.reading_row import ReadingRow

AIR = 6 * UNIT
"""What stays of the window around the dialog, px."""


class IntakeDialog(QDialog):
    """Shows what came in; `taken(texts, kinds)` comes when a person agrees. `known` is what the board says already.

    Reading goes on beside the window: `ready` comes when the list shows what was asked for last.
    """

    taken = Signal(object, object)
    ready = Signal()
    encoding_asked = Signal(str)

    def __init__(self, parent: QWidget, title: str, kind: NoteKind, known: Container[str], wanted: QSize) -> None:
        super().__init__(parent)
        self._known = known
        self._found = Found(Intake(()), {})
        self.work: Cancellable | None = None
        self.reading: ReadingRow | None = None
        self.setWindowTitle(title)
        self.resize(wanted.boundedTo(parent.window().size() - QSize(AIR, AIR)))
        self.head = QVBoxLayout()
        self.heading = label("", "heading")
        self.remarks = label("", "warning", wrap=True)
        self.lines = IntakeList()
        self.list = self._list()
        self.spare = button("", self.lines.untick_spare, "quiet", tip=_("One note of each text stays ticked"))
        self.kind_label = label("", "field")
        self.kinds = KindPicker()
        self.add = button(_("Add"), self._agree, "primary")
        self.add.setDefault(True)
        self._lay_out()
        self.lines.counted.connect(self._count)
        self.kinds.chosen.connect(lambda _kind: self._name_kind())
        self.kinds.choose(kind)

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.lines)
        made.setItemDelegate(IntakeDelegate(made))
        made.setUniformItemSizes(True)
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMinimumHeight(80)
        made.setAccessibleName(_("Lines that become notes"))
        made.setAccessibleDescription(_("Space ticks a line or leaves it out, F2 edits it"))
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        self.head.setSpacing(UNIT)
        column.addLayout(self.head)
        self.body = QHBoxLayout()
        self.body.setSpacing(2 * UNIT)
        self.body.addLayout(self._notes(), 3)
        column.addLayout(self.body, 1)
        column.addLayout(self._last_row())

    def _notes(self) -> QVBoxLayout:
        notes = QVBoxLayout()
        notes.setSpacing(UNIT)
        notes.addWidget(self.heading)
        notes.addWidget(self.remarks)
        notes.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(button(_("Tick all"), lambda: self.lines.tick_all(True), "quiet"))
        row.addWidget(button(_("Tick none"), lambda: self.lines.tick_all(False), "quiet"))
        row.addStretch(1)
        row.addWidget(self.spare)
        notes.addLayout(row)
        return notes

    def _last_row(self) -> QHBoxLayout:
        last = QHBoxLayout()
        last.setSpacing(UNIT)
        last.addWidget(self.kind_label)
        last.addWidget(self.kinds)
        last.addStretch(1)
        last.addWidget(button(_("Cancel"), self.reject))
        last.addWidget(self.add)
        return last

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room, the kinds show their marks alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = self.kind_label.sizeHint().width() + self.add.sizeHint().width() + 20 * UNIT + 6 * UNIT
        self.kinds.set_words(self.width() - others >= self.kinds.width_with_words())

    def done(self, result: int) -> None:
        """Nobody waits for what is still read."""
        self._stop()
        super().done(result)

    # reading

    def look(self, read: Callable[[], Intake]) -> None:
        """Read beside the window, and show it."""
        known = self._known
        self.begin(lambda: compared(read(), known), self.show_found)

    def begin(self, act: Callable[[], object], show: Callable[..., None]) -> None:
        """Do something beside the window in place of whatever is still done, then `show(result)`."""
        self._stop()
        self.add.setEnabled(False)
        self.heading.setText(_("Reading…"))
        self.work = Cancellable(lambda _stopped: act(), self)
        self.work.done.connect(show)
        self.work.begin()

    def _stop(self) -> None:
        if self.work is not None:
            self.work.cancel()
            self.work = None

    def show_found(self, found: Found) -> None:
        """Show what was read, ticked as far as is sensible at once."""
        self.work = None
        self._found = found
        self.lines.show_found(found, MAX_AT_ONCE)
        self.list.setCurrentIndex(self.lines.index(0))  # the keys work at once
        self.tell("\n".join(self._remarks(found)))
        self._name_kind()
        self.ready.emit()

    def tell(self, sentence: str) -> None:
        """Say what a person should know before agreeing; nothing when it is empty."""
        self.remarks.setText(sentence)
        self.remarks.setVisible(bool(sentence))

    def _remarks(self, found: Found) -> list[str]:
        """What a person should know about what was read."""
        intake, told = found.intake, []
        if intake.shortened:
            words = _("Longer than {limit} characters, without their ends: {count}")
            told.append(words.format(count=f"{intake.shortened:,}", limit=f"{MAX_NOTE_CHARS:,}"))
        if intake.skipped:
            words = _("Left out because only a mark or a number was in the line: {count}")
            told.append(words.format(count=f"{intake.skipped:,}"))
        if found.asides:
            words = _("Not ticked, as they look like greetings, signatures or “nothing”: {count}")
            told.append(words.format(count=f"{len(found.asides):,}"))
        if intake.more:
            words = _(
                "This is very much: only the first {limit} are shown and can be taken. The rest was not read. "
                "Bring it in on its own."
            )
            told.append(words.format(limit=f"{len(intake.notes):,}"))
            words = _("Only the first {limit} are ticked: a board with more is hard to read.")
            told.append(words.format(limit=f"{MAX_AT_ONCE:,}"))
        elif len(intake.notes) > MAX_AT_ONCE:
            words = _("There are {count} lines. Only the first {limit} are ticked: a board with more is hard to read.")
            told.append(words.format(count=f"{len(intake.notes):,}", limit=f"{MAX_AT_ONCE:,}"))
        return told

    def _count(self) -> None:
        count, spare = self.lines.count(), self.lines.spare()
        words = _("Notes to be added: {count}")
        self.heading.setText(words.format(count=f"{count:,}"))
        self.add.setEnabled(count > 0)
        self.spare.setText(_("Untick what is said twice ({count})").format(count=f"{spare:,}"))
        self.spare.setVisible(spare > 0)

    def _name_kind(self) -> None:
        named = any(self._found.intake.kinds)
        words = _("Kind where none is told: {kind}") if named else _("Kind: {kind}")
        self.kind_label.setText(words.format(kind=kind_word(self.kinds.kind)))
        self._fit()

    def _agree(self) -> None:
        self.taken.emit(self.lines.chosen(), self.lines.chosen_kinds(self.kinds.kind))
        self.accept()
