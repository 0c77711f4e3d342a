"""Tab goes as the eye reads, also where rows come, go and change places."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


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
