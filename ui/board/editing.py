"""Editing in place: a note's words over the note, a group's title over its head.

What is typed is kept after one second without a key and on leaving; Escape brings back what was there before.
"""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from models.edits.clusters import MAX_TITLE_CHARS
from models.edits.relations import MAX_LABEL_CHARS
from models.language import gettext as _
from models.routing import along
from models.text import MAX_NOTE_CHARS, clean, cut
from ui.board.actions import BoardActions
from ui.board.looks import LINE_STEP, PAPER
from ui.board.view import BoardView
from ui.parts import label
from ui.theme import ERROR, KEY, NOTE_FILL, SMALL, UNIT

IDLE_MS = 1_000
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMPOSING = (*_ENTER, Qt.Key.Key_Escape)
"""These keys are the input method's while something is composed."""


class NoteBox(QTextEdit):
    """A note's words while they are edited.

    `split_asked(before, after)` wants two notes of what stands before the cursor and behind it.
    """

    left = Signal()
    given_up = Signal()
    split_asked = Signal(str, str)

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self._composed = ""
        self.setAcceptRichText(False)
        self.setPlainText(text)
        self._loosen()
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Words of the note"))
        self.setAccessibleDescription(
            _("Ctrl+Enter keeps them, Escape brings back what was there, Ctrl+Shift+Enter splits the note in two")
        )
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.foot = self._make_foot()

    def _make_foot(self) -> QLabel:
        """How one gets out again, in a line of its own below the words."""
        made = label(_("Ctrl+Enter: done · Esc: as before"), "second")
        made.setParent(self)
        made.setStyleSheet(f"font-size: {SMALL}px; background: transparent;")
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.adjustSize()
        self.setViewportMargins(0, 0, 0, made.height())
        return made

    def least_width(self) -> int:
        """Px that the line below the words needs, with the edges of the box."""
        return self.foot.width() + 2 * UNIT + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.move(UNIT + 2, self.height() - self.foot.height() - 5)

    def _loosen(self) -> None:
        """Lines as far apart as on the note; that is nothing to undo."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_STEP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()

    def words(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def parts(self) -> tuple[str, str]:
        """What stands before the cursor and behind it."""
        text, at = self.toPlainText(), self.textCursor().position()
        utf16 = text.encode("utf-16-le")  # in whose units Qt counts
        return utf16[: 2 * at].decode("utf-16-le"), utf16[2 * at :].decode("utf-16-le")

    def can_split(self) -> bool:
        """Whether there are words on both sides of the cursor."""
        return all(map(clean, self.parts()))

    def ask_split(self) -> None:
        """Have the note split at the cursor, if there are words on both sides."""
        self.end_composition()
        if self.can_split():
            self.split_asked.emit(*self.parts())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def end_composition(self) -> None:
        """What is being composed is taken as it is, whether the input method hands it over by itself or not."""
        _end_composition(self, lambda: self._composed)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = MAX_NOTE_CHARS - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.textCursor().insertText(cut(source.text(), max(room, 0), ellipsis=""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._composed and event.key() in _COMPOSING:
            pass
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _ENTER and control and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.ask_split()
        elif event.key() in _ENTER and control:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # or the board would take the key for itself

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()


class TitleBox(QLineEdit):
    """A group's title while it is edited."""

    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self._composed = ""
        self.setMaxLength(MAX_TITLE_CHARS)
        self.setText(title)
        self.setPlaceholderText(_("What do these notes say together?"))
        self.setAccessibleName(_("Title of the group"))
        self.selectAll()
        self.returnPressed.connect(self.left)

    def words(self) -> str:
        """What is typed."""
        return self.text()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def end_composition(self) -> None:
        """What is being composed is taken as it is, whether the input method hands it over by itself or not."""
        _end_composition(self, lambda: self._composed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composed and event.key() in _COMPOSING:
            pass
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # or the board would take Enter for itself

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()


def _end_composition(box: QWidget, composed: Callable[[], str]) -> None:
    QGuiApplication.inputMethod().commit()
    if composed():
        event = QInputMethodEvent()
        event.setCommitString(composed())
        QApplication.sendEvent(box, event)


Box = NoteBox | TitleBox
Keep = Callable[[str, bool], bool]


class SplitButton(QPushButton):
    """Beside the editor, as high as the cursor, while there are words on both sides of it."""

    def __init__(self, box: NoteBox, room: QWidget) -> None:
        super().__init__(_("Split in two here"), room)
        self._box, self._room = box, room
        self.setAccessibleDescription(_("Key: {key}").format(key="Ctrl+Shift+Enter"))
        self.setToolTip(self.accessibleDescription())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who presses it goes on writing
        self.clicked.connect(box.ask_split)
        box.cursorPositionChanged.connect(self.follow)
        box.textChanged.connect(self.follow)

    def follow(self) -> None:
        """Lie where the cursor is, at whichever side of the editor there is room."""
        self.setVisible(self._box.can_split())
        self.adjustSize()
        room, box = self._room.rect(), self._box.geometry()
        y = box.y() + self._box.cursorRect().center().y() - self.height() // 2
        right, left = box.right() + UNIT, box.left() - UNIT - self.width()
        if right + self.width() <= room.right():
            place = QPoint(right, y)
        elif left >= 0:
            place = QPoint(left, y)
        else:
            below = box.bottom() + UNIT
            fits = below + self.height() <= room.bottom()
            place = QPoint(max(0, room.right() - self.width()), below if fits else box.top() - UNIT - self.height())
        self.move(place)
        self.raise_()


class Editing(QObject):
    """The one editor that is open on a board, or none; `switched` tells that one was opened or left."""

    switched = Signal()

    def __init__(self, view: BoardView, edits: BoardActions) -> None:
        super().__init__(view)
        self._view, self._edits = view, edits
        self.box: Box | None = None
        self.split_button: SplitButton | None = None
        self._of: tuple[type[Box], str] | None = None
        self._before = self._kept = ""
        self._keep: Keep = lambda _text, _continuing: True
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._save)
        view.moved.connect(self.place)
        view.edit_note.connect(self.edit_note)
        view.split_note.connect(self.split_note)
        view.edit_title.connect(self.edit_title)
        view.edit_family.connect(self.edit_family)
        view.edit_arrow.connect(self.edit_arrow)

    def edit_note(self, note_id: str) -> None:
        """Open the editor over a note."""
        note = self._view.board.notes.get(note_id)
        if note is None or not self.close():
            return
        if note.locked:
            self._view.noticed.emit(_("This is locked and was not changed. The key L unlocks it."), "warning")
            return
        box = NoteBox(self._view.viewport(), note.text)
        box.setStyleSheet(_border(KEY, NOTE_FILL[note.kind]))
        box.textChanged.connect(self._idle.start)
        box.split_asked.connect(lambda *parts: self._split(note_id, parts))
        self.split_button = SplitButton(box, self._view.viewport())
        self._open(box, note_id, note.text)
        self._keep = lambda text, continuing: self._edits.reword(note_id, text, continuing=continuing)

    def split_note(self, note_id: str) -> None:
        """Open the editor over a note, the cursor behind its first line, or else in the middle."""
        self.edit_note(note_id)
        if isinstance(self.box, NoteBox):
            text, cursor = self.box.words(), self.box.textCursor()
            cursor.setPosition(text.find("\n") if "\n" in text else len(text) // 2)
            self.box.setTextCursor(cursor)

    def _split(self, note_id: str, parts: tuple[str, str]) -> None:
        """The note is two now, and one goes on with the second."""
        self._idle.stop()
        new = self._edits.split(note_id, parts)
        if new is not None:
            self._remove()
            self._view.board.select([new])
            self._view.go_to(new)

    def edit_title(self, cluster_id: str) -> None:
        """Open the editor over a group's title."""
        island = self._view.board.islands.get(cluster_id)
        if island is None or not self.close():
            return
        box = TitleBox(self._view.viewport(), island.cluster.title)
        box.textChanged.connect(self._idle.start)
        self._open(box, cluster_id, island.cluster.title)
        self._keep = lambda text, continuing: self._edits.rename(cluster_id, text, continuing=continuing)

    def edit_family(self, family_id: str) -> None:
        """Open the editor over the title of a group of groups."""
        frame = self._view.board.frames.get(family_id)
        if frame is None or not self.close():
            return
        box = TitleBox(self._view.viewport(), frame.family.title)
        box.setPlaceholderText(_("What do these groups say together?"))
        box.setAccessibleName(_("Title of the bigger group"))
        box.textChanged.connect(self._idle.start)
        self._open(box, family_id, frame.family.title)
        self._keep = lambda text, continuing: self._edits.things.rename(family_id, text, continuing=continuing)

    def edit_arrow(self, relation_id: str) -> None:
        """Open the editor over the word on an arrow."""
        arrow = self._view.board.arrows.get(relation_id)
        if arrow is None or not self.close():
            return
        word = arrow.relation.label
        box = TitleBox(self._view.viewport(), word)
        box.setMaxLength(MAX_LABEL_CHARS)
        box.setPlaceholderText(_("A word on the arrow, 30 characters at the most"))
        box.setAccessibleName(_("Word on the arrow"))
        box.textChanged.connect(self._idle.start)
        self._open(box, relation_id, word)
        self._keep = lambda text, going_on: self._edits.things.change(relation_id, label=text, continuing=going_on)

    def _open(self, box: Box, of: str, text: str) -> None:
        self.box, self._of, self._before, self._kept = box, (type(box), of), text, text
        self._idle.stop()
        box.left.connect(self.close)
        box.given_up.connect(self.give_up)
        self.place()
        box.show()
        box.setFocus()
        self.switched.emit()

    def place(self) -> None:
        """Lie over what is edited, wherever it has moved on the screen, and stay within the window."""
        rect = self._rect()
        if rect is not None and self.box is not None:
            room = self._view.viewport().rect()
            size = rect.size().boundedTo(room.size())
            x = min(max(rect.x(), 0), room.width() - size.width())
            y = min(max(rect.y(), 0), room.height() - size.height())
            self.box.setGeometry(x, y, size.width(), size.height())
            if self.split_button is not None:
                self.split_button.follow()

    def _rect(self) -> QRect | None:
        if self._of is None:
            return None
        kind, of = self._of
        board = self._view.board
        if kind is NoteBox and of in board.notes:
            place = QPointF(*board.place(of))
            rect, least = self._view.on_screen(PAPER.translated(place)).toRect(), QSize(248, 136)
            if isinstance(self.box, NoteBox):
                least = least.expandedTo(QSize(self.box.least_width(), 0))
                rect.setHeight(max(rect.height(), least.height()) + self.box.foot.height())
        elif kind is TitleBox and of in board.islands:
            rect, least = self._view.on_screen(board.islands[of].title_rect()).toRect(), QSize(320, 44)
        elif kind is TitleBox and of in board.frames:
            rect, least = self._view.on_screen(board.frames[of].title_rect()).toRect(), QSize(320, 44)
        elif kind is TitleBox and of in board.arrows:
            middle = self._view.mapFromScene(QPointF(*along(board.arrows[of].way, 0.5)))
            rect, least = QRect(middle - QPoint(180, 22), QSize(360, 44)), QSize(360, 44)
        else:
            return None
        whole = QRect(rect.topLeft(), rect.size().expandedTo(least))
        if kind is TitleBox:
            whole.moveBottom(rect.bottom())  # over the head and what is above it, not over the notes one is naming
        return whole

    def _save(self, *, last: bool = False) -> bool:
        """Keep what is typed. An emptied note waits for the end of editing: only then is it deleted."""
        if self.box is None:
            return True
        text = self.box.words()
        if text == self._kept or (not clean(text) and not last and isinstance(self.box, NoteBox)):
            return True
        saved = self._keep(text, self._kept != self._before)
        if saved:
            self._kept = text
        else:
            self.box.setStyleSheet(_border(ERROR))
        return saved

    def close(self) -> bool:
        """Keep what is typed and close. False when it could not be saved: the editor stays, with every word."""
        self._idle.stop()
        if self.box is not None:
            self.box.end_composition()
        if not self._save(last=True):
            return False
        self._remove()
        return True

    def give_up(self) -> None:
        """Back to what was there before the editor opened."""
        self._idle.stop()
        if self._kept == self._before or self._keep(self._before, True):
            self._remove()

    def drop_if_gone(self) -> None:
        """Close without keeping anything, when what is edited went away (undone, deleted elsewhere)."""
        if self.box is not None and self._rect() is None:
            self._remove()

    def _remove(self) -> None:
        box, self.box, self._of = self.box, None, None
        split, self.split_button = self.split_button, None
        self._idle.stop()
        if split is not None:
            split.hide()
            split.deleteLater()
        if box is not None:
            had_focus = box.hasFocus()
            box.hide()
            box.deleteLater()
            if had_focus:
                self._view.setFocus()
            self.switched.emit()


def _border(colour: str, ground: str = "#ffffff") -> str:
    return (
        f"QTextEdit, QLineEdit {{ background: {ground}; border: 3px solid {colour}; border-radius: 4px;"
        " padding: 2px 6px; }"
    )
