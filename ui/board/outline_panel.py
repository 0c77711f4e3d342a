"""「文章で読む」: the board's picture told as text at its side, in the order in which the arrows lead."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout

from models.language import gettext as _
from models.outline import Outline, Row, as_rows, as_text, outline
from models.problems import Problem
from models.workshop import Workshop
from ui.board.top_hint import top_words
from ui.choose_file import ask_save
from ui.parts import button, label
from ui.theme import HAIRLINE, KEY, KEY_TINT, UNIT, WHITE

WIDTH = 392
SOON_MS, LATER_MS = 120, 1_500
"""The text follows so long after an edit, and a long one when nothing was done for so long: typing does not wait."""
LONG = 1_000
LINE_STEP, IN = 24, 16
"""Px from line to line, and by which a row begins further in than that above it."""


class Text(QTextEdit):
    """The rows; `chosen(row)` when one is clicked, or Enter is pressed on it."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setAccessibleName(_("The board as text"))
        self.setAccessibleDescription(_("Enter, or a click, goes to what the line is about"))

    def show_rows(self, rows: Sequence[str]) -> None:
        """Show these rows, each further in by what it begins with of full-width spaces."""
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, row in enumerate(rows):
            words = row.lstrip("　")
            block = QTextBlockFormat()
            block.setLineHeight(LINE_STEP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            block.setLeftMargin(IN * (len(row) - len(words)) + IN)
            block.setTextIndent(-IN)
            if number:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            cursor.insertText(words)
        cursor.endEditBlock()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.chosen.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.textCursor().blockNumber())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OutlinePanel(QFrame):
    """`gone_to(id)` asks the screen for a group of groups, a group or a note; `closed`; `told(sentence, look)`."""

    gone_to = Signal(str)
    closed = Signal()
    told = Signal(str, str)

    def __init__(self, workshop: Callable[[], Workshop]) -> None:
        super().__init__()
        self._workshop = workshop
        self._told = Outline(())
        self._rows: list[Row] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.show_now)
        self.setObjectName("outline")
        self.setStyleSheet(
            f"QFrame#outline {{ background: {WHITE}; border-left: 1px solid {HAIRLINE}; }}"
            f"QPushButton:checked {{ background: {KEY_TINT}; border: 3px solid {KEY}; }}"
        )
        self.setFixedWidth(WIDTH)
        self._make()
        self.hide()

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        head.addWidget(label(_("Read as text"), "heading"), 1)
        head.addWidget(button(_("Close"), self.leave, "quiet"))
        column.addLayout(head)
        column.addLayout(self._switch())
        self.summary = label("", "second", wrap=True)
        column.addWidget(self.summary)
        self.text = Text()
        self.text.chosen.connect(self._go)
        self.text.left.connect(self.leave)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        self.copy = button(_("Copy"), self._copy)
        self.save = button(_("Save as text"), self._save)
        row.addWidget(self.copy, 1)
        row.addWidget(self.save, 1)
        column.addLayout(row)

    def _switch(self) -> QHBoxLayout:
        """Notes' words too, or titles only."""
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        self.titles = button(_("Titles only"), self.show_now)
        self.words = button(_("With the notes' words"), self.show_now)
        self._which = QButtonGroup(self)
        for one in (self.titles, self.words):
            one.setCheckable(True)
            self._which.addButton(one)
            row.addWidget(one, 1)
        self.titles.setChecked(True)
        return row

    def buttons(self) -> list[QPushButton]:
        """All of them, in reading order."""
        return [self.titles, self.words, self.copy, self.save]

    def begin(self) -> None:
        """Show the text, and go on following the board."""
        self.show_now()
        self.show()
        self.text.setFocus()

    def follow(self) -> None:
        """The board changed: the text follows soon."""
        if not self.isHidden():
            self._soon.start(SOON_MS if len(self._rows) < LONG else LATER_MS)

    def show_now(self) -> None:
        """Show the board as it is now; the line one was reading stays in sight."""
        self._soon.stop()
        workshop = self._workshop()
        self._told = outline(workshop, words=self.words.isChecked())
        rows = as_rows(self._told)
        self.summary.setText("\n".join(filter(None, (_left_out(workshop), top_words(workshop)))))
        self.summary.setVisible(bool(self.summary.text()))
        self.copy.setEnabled(bool(rows))
        self.save.setEnabled(bool(rows))
        if rows == self._rows and self.text.toPlainText():
            return
        at, self._rows = self.text.textCursor().blockNumber(), rows
        reading = self.text.verticalScrollBar().value()
        self.text.show_rows([row.text for row in rows] or [_("There is nothing to tell yet.")])
        cursor = QTextCursor(self.text.document().findBlockByNumber(min(at, max(len(rows) - 1, 0))))
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(reading)

    def _go(self, row: int) -> None:
        if row < len(self._rows) and self._rows[row].id:
            self.gone_to.emit(self._rows[row].id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._told))
        self.told.emit(_("The text is copied. It can be pasted into a letter or the minutes."), "success")

    def _save(self) -> None:
        from exports.files import safe_name, write_paper

        details = self._workshop().details
        name = safe_name(f"{details.held_on:%Y%m%d}_{details.title}_{_('The board as text')}", ".txt")
        path = ask_save(self, _("Save as text"), name, _("Text files (*.txt)"))
        if path is None:
            return
        try:
            write_paper(path, (as_text(self._told) + "\n").replace("\n", "\r\n").encode("utf-8-sig"))
        except Problem as problem:
            self.told.emit(str(problem), "problem")
        else:
            self.told.emit(_("Saved: {name}").format(name=path.name), "success")

    def leave(self) -> None:
        """Close; the board is as it was."""
        if not self.isHidden():
            self._soon.stop()
            self.hide()
            self.closed.emit()


def _left_out(workshop: Workshop) -> str:
    """How many notes are not told, because the room has not seen them."""
    kept = sum(note.hidden or bool(note.team) for note in workshop.notes.values())
    return _("Left out, for the room has not seen them: {count} notes").format(count=kept) if kept else ""
