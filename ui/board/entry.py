"""The entry line: choose a kind, type, press Enter, again and again."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from models.board import NoteKind
from models.language import gettext as _
from models.text import MAX_NOTE_CHARS
from ui.board.double_line import DoubleLine
from ui.board.keys import DIGITS
from ui.board.kinds import kind_key, kind_word
from ui.board.lanes import team_word
from ui.board.team_picker import TeamPicker
from ui.parts import button, label
from ui.theme import HAIRLINE, NOTE_FILL, NOTE_LINE, NOTE_MARK, TARGET, TEXT, UNIT, WHITE

ROOMY = 800
"""From this width on there is room for a button beside the line."""
LINE = 240
"""The line is at least so wide before the kinds say their words, px."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def kind_button(kind: NoteKind, *, words: bool = True) -> QToolButton:
    """A button in the colour of a kind, with its mark, and its name unless there is no room."""
    made = QToolButton()
    mark = NOTE_MARK[kind]
    made.setText(_told(kind) if words else mark)
    made.setAccessibleName(kind_word(kind))
    made.setToolTip(kind_word(kind))
    made.setMinimumSize(TARGET, TARGET)
    made.setStyleSheet(
        f"QToolButton {{ background: {NOTE_FILL[kind]}; color: {TEXT}; border: 1px solid {NOTE_LINE[kind]};"
        " padding: 0 10px; font-weight: normal; }"
        f"QToolButton:hover {{ border: 2px solid {TEXT}; }}"
        f"QToolButton:checked {{ border: 3px solid {TEXT}; font-weight: bold; }}"
        f"QToolButton:focus {{ border: 3px solid {TEXT}; background: #ffd43d; }}"
    )
    return made


def _keys() -> str:
    """The keys of the entry line, for whoever asks."""
    return "\n".join(
        (
            _("Tab: the next kind, Shift+Tab: the one before"),
            _("Ctrl+Z in the empty line takes the last note back"),
            _("Esc: to the board, F6: to the next control"),
        )
    )


def _told(kind: NoteKind) -> str:
    return f"{NOTE_MARK[kind]} {kind_word(kind)}"


class KindPicker(QWidget):
    """The kinds, one of them chosen."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        self._group = QButtonGroup(self)
        self.buttons = {kind: kind_button(kind) for kind in NoteKind}
        for kind, made in self.buttons.items():
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setAccessibleDescription(_("Alt+{key} while typing").format(key=kind_key(kind)))
            made.clicked.connect(lambda _on, kind=kind: self.chosen.emit(kind))
            self._group.addButton(made)
            row.addWidget(made)
        self.choose(NoteKind.TROUBLE)

    def set_words(self, on: bool) -> None:
        """Show the kinds' names, or where there is no room their marks alone."""
        for kind, made in self.buttons.items():
            made.setText(_told(kind) if on else NOTE_MARK[kind])

    def width_with_words(self) -> int:
        """The width, px, it takes with the kinds' names."""
        widths = (made.fontMetrics().horizontalAdvance(_told(kind)) + 28 for kind, made in self.buttons.items())
        return sum(widths) + (len(self.buttons) - 1) * (UNIT // 2)

    @property
    def kind(self) -> NoteKind:
        """The chosen kind."""
        return next(kind for kind, made in self.buttons.items() if made.isChecked())

    def choose(self, kind: NoteKind) -> None:
        """Choose a kind."""
        self.buttons[kind].setChecked(True)
        self.chosen.emit(kind)

    def step(self, by: int) -> None:
        """The next kind or the one before; behind the last comes the first."""
        kinds = list(NoteKind)
        self.choose(kinds[(kinds.index(self.kind) + by) % len(kinds)])


class EntryLine(QLineEdit):
    """One line; what is pasted in several lines is handed on as `pasted` and not put in.

    Tab and Shift+Tab go through the kinds, as whoever types for a room needs them under the same fingers; Esc and F6
    lead out.
    """

    pasted = Signal(str)
    kind_asked = Signal(object)
    kind_stepped = Signal(int)
    team_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MAX_NOTE_CHARS)
        self.setAcceptDrops(False)
        self._composing = False
        self.setMinimumHeight(TARGET)
        self.setMinimumWidth(120)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tabs(event):
            return True
        return super().event(event)

    def _tabs(self, event: QKeyEvent) -> bool:
        """Whether the key goes to another kind; while something is composed it is the input method's."""
        by = _TABS.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & _ELSEWHERE:
            return False
        if not self._composing:
            self.kind_stepped.emit(by)
        event.accept()
        return True

    def _leaves(self, event: QKeyEvent) -> bool:
        """With nothing typed to undo or redo, the keys are the board's history's."""
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        return (event.matches(undo) and not self.isUndoAvailable()) or (
            event.matches(redo) and not self.isRedoAvailable()
        )

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it ends the composition, not the note
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        elif event.key() == Qt.Key.Key_Escape and not self._composing:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F6:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in DIGITS:
            self.kind_asked.emit(list(NoteKind)[DIGITS.index(Qt.Key(event.key()))])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _STEPS:
            self.team_asked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.take_clipboard)
        menu.popup(event.globalPos())

    def take_clipboard(self) -> None:
        """Put one line in; hand on several."""
        text = QGuiApplication.clipboard().text()
        if "\n" in text.strip() or "\r" in text.strip() or "\t" in text.strip() or len(text) > MAX_NOTE_CHARS:
            self.pasted.emit(text)
        else:
            self.insert(text.strip())


class EntryBar(QWidget):
    """班, kinds, line and button; `entered(text, kind)` asks for a note, and `clear` follows when it was saved."""

    entered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#entry {{ background: {WHITE}; border-top: 1px solid {HAIRLINE}; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        self.double = DoubleLine()
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.teams = TeamPicker(self)
        self.kinds = KindPicker()
        self.line = EntryLine()
        self.line.setAccessibleName(_("New note"))
        self.line.setAccessibleDescription(
            _("Enter adds the note. Several pasted lines become several notes.") + _keys()
        )
        self.line.setToolTip(_keys())
        self.add = button(_("Add"), self._enter)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.whose = label(_("Team writing"), "field")
        self.whose.setBuddy(self.teams)
        self.whose.hide()
        row.addWidget(self.whose)
        row.addWidget(self.teams)
        row.addWidget(self.kinds)
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        column.addWidget(self.double)
        column.addLayout(row)
        for before, after in pairwise(
            (self.line, self.add, self.double.see, self.double.take_back, self.double.close_it)
        ):
            QWidget.setTabOrder(before, after)
        self.line.returnPressed.connect(self._enter)
        self.line.kind_asked.connect(self.kinds.choose)
        self.line.kind_stepped.connect(self.kinds.step)
        self.line.team_asked.connect(self.teams.step)
        self.kinds.chosen.connect(lambda _kind: self._invite())
        self.teams.chosen.connect(lambda _team: self._invite())
        self._invite()

    @property
    def team(self) -> int:
        """The 班 whose notes are entered, 0 for everybody."""
        return self.teams.team

    def follow(self, teams: int) -> None:
        """There are so many 班 now."""
        self.teams.follow(teams)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets with marks for the kinds."""
        return QSize(320, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self.add.setVisible(self.width() >= ROOMY)  # Enter does the same
        self.whose.setVisible(not self.teams.isHidden() and self.width() >= ROOMY)
        others = [one for one in (self.whose, self.teams, self.add) if not one.isHidden()]
        taken = sum(one.sizeHint().width() + UNIT for one in others) + 5 * UNIT
        self.kinds.set_words(self.width() - taken - self.kinds.width_with_words() >= LINE)

    def _invite(self) -> None:
        """Say what to type."""
        self.line.setPlaceholderText(self._hint(self.kinds.kind))
        if self.isVisible():  # the 班 may be cleared from another screen, where one types
            self.line.setFocus()

    def _hint(self, kind: NoteKind) -> str:
        hints = {
            NoteKind.TROUBLE: _("Write one trouble, then press Enter"),
            NoteKind.IDEA: _("Write one idea, then press Enter"),
            NoteKind.TIP: _("Write one knack, then press Enter"),
            NoteKind.PARKED: _("Write what to come back to, then press Enter"),
            NoteKind.QUESTION: _("Write one question, then press Enter"),
        }
        hint = _("{hint} (Tab: another kind)").format(hint=hints[kind])
        if not self.team:
            return hint
        return _("{team}: {hint}").format(team=team_word(self.team), hint=hint)

    def _enter(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text(), self.kinds.kind)
        self.line.setFocus()

    def clear(self) -> None:
        """Ready for the next note."""
        self.line.setText("")  # which, unlike clear(), leaves nothing of it to undo
