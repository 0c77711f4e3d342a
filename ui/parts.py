"""The small parts every screen is made of: labels that show plain text only, buttons with one voice, cards."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.prose import Prose
from ui.theme import TARGET, UNIT

MENU_SIGN = "▼"
"""Stands behind the words of what opens a menu."""


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label; the text is never taken for markup. Roles: title, heading, lead, second, field, problem, warning…"""
    made = Prose() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, pressed: Callable[[], object], role: str = "", *, tip: str = "") -> QPushButton:
    """A button; roles: primary (one a screen), quiet, danger. `tip` becomes its description for screen readers."""
    made = QPushButton(text.replace("&", "&&"))
    made.clicked.connect(lambda: pressed())
    made.setAccessibleName(text)
    if role:
        made.setProperty("role", role)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    return made


def small_button(text: str, tip: str, pressed: Callable[[], object]) -> QPushButton:
    """A quiet button of one sign, which `tip` names."""
    made = button(text, pressed, "quiet", tip=tip)
    made.setAccessibleName(tip)
    made.setFixedWidth(TARGET)
    made.setStyleSheet("padding: 0;")
    return made


def card(spacing: int = 2 * UNIT, margin: int = 2 * UNIT) -> tuple[QFrame, QVBoxLayout]:
    """A white card, and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def page(widest: int = 1120, margin: int = 3 * UNIT) -> tuple[QScrollArea, QVBoxLayout]:
    """A page that scrolls downwards, never sideways, and the column of at most `widest` px in its middle."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    ground = QWidget()
    ground.setObjectName("page")
    outer = QHBoxLayout(ground)
    outer.setContentsMargins(margin, margin, margin, margin)
    inner = QWidget()
    inner.setMaximumWidth(widest)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    outer.addStretch(1)
    outer.addWidget(inner, 1_000)  # all the width it may have, the rest at both sides
    outer.addStretch(1)
    area.setWidget(ground)
    return area, column


def emptied(layout: QVBoxLayout) -> QVBoxLayout:
    """The layout with everything taken out of it, to be filled anew."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return layout


def restyle(widget: QWidget, role: str) -> None:
    """Give a widget another role and have the style sheet look again."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
