"""How editors and lists stand beside and below each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import UNIT


def in_line(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Widgets in a row, each with its share of the width."""
    row = QHBoxLayout()
    row.setSpacing(UNIT)
    for part, stretch in parts:
        row.addWidget(part, stretch)
        row.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
    return row


def beside(*parts: QWidget) -> QWidget:
    """Widgets of one width beside each other."""
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    return _filled(row, parts, 1)


def stacked(*parts: QWidget) -> QWidget:
    """Widgets below each other."""
    column = QVBoxLayout()
    column.setSpacing(2 * UNIT)
    return _filled(column, parts, 0)


def _filled(layout: QBoxLayout, parts: tuple[QWidget, ...], stretch: int) -> QWidget:
    whole = QWidget()
    whole.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part, stretch)
    return whole
