"""Two panes side by side; where there is no room for both, one at a time behind two buttons."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.parts import page
from ui.theme import UNIT


class TwoPanes(QWidget):
    """`first` and `second` (each a title and a widget), one at a time below a width of `both_from` px.

    Without `switches` somebody else's buttons call `show_pane`.
    """

    def __init__(
        self,
        first: tuple[str, QWidget],
        second: tuple[str, QWidget],
        *,
        both_from: int = 900,
        shares: tuple[int, int] = (1, 1),
        switches: bool = True,
    ) -> None:
        super().__init__()
        self._both_from = both_from
        self._switched = switches
        self._panes = (first[1], second[1])
        self._front = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._bar, self._buttons = _switches(first[0], second[0])
        for place, made in enumerate(self._buttons):
            made.clicked.connect(lambda _on, place=place: self.show_pane(place))
        column.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        for pane, share in zip(self._panes, shares, strict=True):
            row.addWidget(pane, share)
        column.addLayout(row, 1)
        self.show_pane(0)

    @property
    def both(self) -> bool:
        """Whether there is room for both."""
        return self.width() >= self._both_from

    def show_pane(self, place: int) -> None:
        """Bring a pane (0 or 1) to the front, where only one has room."""
        self._front = place
        self._buttons[place].setChecked(True)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Small, whatever the panes want: one of them steps back."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.both
        self._bar.setVisible(self._switched and not both)
        for place, pane in enumerate(self._panes):
            pane.setVisible(both or place == self._front)


def _switches(*titles: str) -> tuple[QWidget, list[QPushButton]]:
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    group = QButtonGroup(bar)
    buttons = []
    for title in titles:
        made = QPushButton(title.replace("&", "&&"))
        made.setAccessibleName(title)
        made.setCheckable(True)
        group.addButton(made)
        row.addWidget(made)
        buttons.append(made)
    row.addStretch(1)
    return bar, buttons


def list_page() -> tuple[QScrollArea, QVBoxLayout]:
    """A page for a pane: it reaches to the pane's edges, its parts stand close."""
    area, column = page(widest=1600)
    content = area.widget()
    if content is not None and (outer := content.layout()) is not None:
        outer.setContentsMargins(0, 0, UNIT, 0)
    column.setSpacing(UNIT)
    return area, column
