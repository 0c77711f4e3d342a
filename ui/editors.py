"""Editors of one value each, which all speak alike: `value`, `show_value`, and `edited` for what a person does.

They hold plain text only. What is pasted is cut to what can be kept, so that ten megabytes do not stall the window.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from models.text import MAX_LINE_CHARS, MAX_NOTE_CHARS, cut
from ui.day import Day
from ui.parts import MENU_SIGN, label
from ui.theme import SMALL, TARGET, UNIT, font

MAX_NUMBER = 1_000_000.0
ARROW_ROOM = 32
LINE_HEIGHT = 145
"""Of a text of several lines, in percent of its type."""


def number_told(value: float) -> str:
    """A number with its commas and at most one decimal."""
    return f"{value:,.1f}".removesuffix(".0")


class Line(QLineEdit):
    """A text of one line."""

    edited = Signal()

    def __init__(self, limit: int = MAX_LINE_CHARS, hint: str = "") -> None:
        super().__init__()
        self.setMaxLength(limit)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """The text as it stands."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show a text without telling that it was typed."""
        self.setText(value)
        self.setCursorPosition(0)


class Area(QTextEdit):
    """A text of several lines, plain, with room between them; it grows with what is written, from `lines` to twelve."""

    edited = Signal()
    MOST_LINES = 12

    def __init__(self, lines: int = 2, limit: int = MAX_NOTE_CHARS, hint: str = "") -> None:
        super().__init__()
        self._lines, self._limit = lines, limit
        self.setPlaceholderText(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self._space_lines()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self.edited)
        self._grow()

    def value(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def show_value(self, value: str) -> None:
        """Show a text without telling that it was typed."""
        self.blockSignals(True)
        self.setPlainText(value)
        self._space_lines()
        self.blockSignals(False)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted comes in as plain text, no more of it than can be kept."""
        room = self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText())
        if source.hasText() and room > 0:
            self.textCursor().insertText(cut(source.text(), room, ellipsis=""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def _space_lines(self) -> None:
        """Put the lines as far apart as the house's prose; that is no step that could be undone."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.document().setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(spaced)
        self.document().setUndoRedoEnabled(True)

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing() * LINE_HEIGHT / 100
        height = min(max(self.document().size().height(), self._lines * line), self.MOST_LINES * line)
        self.setFixedHeight(round(height) + 2 * UNIT)


class Number(QLineEdit):
    """A number from 0, None while nothing is said; full-width digits are taken as well, arrows count up and down."""

    edited = Signal()

    def __init__(self, decimals: int = 0, most: float = MAX_NUMBER) -> None:
        super().__init__()
        self._decimals, self._most = decimals, most
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(96)
        self.textEdited.connect(self.edited)

    def value(self) -> float | None:
        """The number as it stands, None for what is none."""
        typed = unicodedata.normalize("NFKC", self.text()).replace(",", "").strip()
        try:
            number = round(float(typed), self._decimals)
        except (ValueError, OverflowError):
            return None
        return min(number, self._most) if number >= 0 else None

    def show_value(self, value: float | None) -> None:
        """Show a number without telling that it was typed."""
        self.setText("" if value is None else number_told(value))

    def step(self, by: int) -> None:
        """Count up or down, as a person does with the arrows."""
        self.show_value(min(max((self.value() or 0.0) + by, 0.0), self._most))
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down count."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is shown as it was understood."""
        super().focusOutEvent(event)
        self.show_value(self.value())


class Choice(QComboBox):
    """One of several values, each with its words. The wheel scrolls the page and chooses nothing."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[object, str]] = ()) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # which follows the theme in the opened list
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices)
        self.activated.connect(lambda _row: self.edited.emit())

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """Replace what there is to choose from; the choice stays where it is still offered."""
        offered = list(choices)
        chosen = self.value()
        self._values = [value for value, _words in offered]
        self.clear()
        self.addItems([words for _value, words in offered])
        self.show_value(chosen)

    def value(self) -> Any:
        """The chosen value, None for none."""
        row = self.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def show_value(self, value: object) -> None:
        """Show a choice without telling that it was made; an unknown one shows the first."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else min(0, self.count() - 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is chosen, shortened with an ellipsis where it is too long, and the arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - ARROW_ROOM - 2 * UNIT
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = self.rect().adjusted(self.width() - ARROW_ROOM, 0, -UNIT, 0)
        painter.setFont(font(SMALL))
        painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, MENU_SIGN)
        painter.end()


class Tick(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setMinimumHeight(TARGET)
        self.setAccessibleName(words)
        self.clicked.connect(lambda _on: self.edited.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        """Show it ticked or not, without telling that somebody did."""
        self.setChecked(value)


class Ticks(QWidget):
    """Any of several values, in `columns` columns."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]], columns: int = 1) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._ticks = {value: Tick(words) for value, words in choices}
        for place, tick in enumerate(self._ticks.values()):
            grid.addWidget(tick, place // columns, place % columns)
            tick.edited.connect(self.edited)
        self.setFocusProxy(next(iter(self._ticks.values())))

    def tick(self, value: object) -> Tick:
        """The box of a value."""
        return self._ticks[value]

    def value(self) -> tuple[Any, ...]:
        """The ticked values, in the order they are offered."""
        return tuple(value for value, tick in self._ticks.items() if tick.value())

    def show_value(self, value: Iterable[object]) -> None:
        """Show what is ticked."""
        ticked = set(value)
        for one, tick in self._ticks.items():
            tick.show_value(one in ticked)


class OneOf(QWidget):
    """One of a few values, all of them in sight; nothing is chosen until a person chooses."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        self._group = QButtonGroup(self)
        self._buttons = {value: QRadioButton(words) for value, words in choices}
        for value, words in choices:
            made = self._buttons[value]
            made.setAccessibleName(words)
            made.setMinimumHeight(TARGET)
            self._group.addButton(made)
            row.addWidget(made)
            made.clicked.connect(lambda _on: self.edited.emit())
        row.addStretch(1)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def option(self, value: object) -> QRadioButton:
        """The button of a value."""
        return self._buttons[value]

    def value(self) -> Any:
        """The chosen value, None while none is."""
        return next((value for value, made in self._buttons.items() if made.isChecked()), None)

    def show_value(self, value: object) -> None:
        """Show a choice, or none, without telling that it was made."""
        self._group.setExclusive(False)
        for one, made in self._buttons.items():
            made.setChecked(one == value)
        self._group.setExclusive(True)


Editor = Line | Area | Number | Choice | Tick | Ticks | OneOf | Day


def titled(title: str, editor: QWidget, hint: str = "") -> QWidget:
    """An editor under its name, with a word of advice between; the name is read aloud with it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(UNIT // 2)
    name = label(title, "field", wrap=True)
    name.setBuddy(editor)
    column.addWidget(name)
    if hint:
        column.addWidget(label(hint, "second", wrap=True))
        editor.setAccessibleDescription(hint)
    editor.setAccessibleName(title)
    column.addWidget(editor)
    return whole
