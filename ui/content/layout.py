"""How editors and lists stand beside and below each other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

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


def tab_in_reading_order(whole: QWidget) -> None:
    """Tab goes through everything in `whole` as it is read: row by row, from the left."""
    for one, other in pairwise(_stops(whole)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    for part in (inside,) if inside is not None else _parts(widget.layout()):
        yield from _stops(part)


def _parts(layout: QLayout | None) -> Iterable[QWidget]:
    for place in range(0 if layout is None else layout.count()):
        item = layout.itemAt(place) if layout is not None else None
        widget = None if item is None else item.widget()
        if widget is not None:
            yield widget
        elif item is not None:
            yield from _parts(item.layout())
