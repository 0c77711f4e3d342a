"""A label for running text, with the air between its lines that Japanese needs and QLabel does not give."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption

LEADING = 1.5
USUAL_WIDTH = 400
MOST_HEIGHTS = 16


class Prose(QLabel):
    """Plain text that wraps, one and a half lines high; font, colour and padding are the style sheet's."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._heights: dict[tuple[str, str, int, int, int], int] = {}

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        across, down = self._padding()
        asked = (self.text(), self.font().key(), across, down, width)
        if asked not in self._heights:  # layouts ask for the same dozens of times
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            lines = sum(layout.lineCount() for layout in self._layouts(width - across))
            self._heights[asked] = round(lines * self._pitch() + down)
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        across, _down = self._padding()
        longest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(longest + 2 + across, USUAL_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        across, down = self._padding()
        return QSize(min(self.sizeHint().width(), 120 + across), round(self._pitch() + down))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        inside = self.contentsRect()
        y = inside.top() + (self._pitch() - self.fontMetrics().height()) / 2
        for layout in self._layouts(inside.width()):
            for index in range(layout.lineCount()):
                layout.lineAt(index).draw(painter, QPointF(inside.left(), y))
                y += self._pitch()

    def _pitch(self) -> float:
        """From line to line, px."""
        return self.font().pixelSize() * LEADING if self.font().pixelSize() > 0 else self.fontMetrics().height()

    def _padding(self) -> tuple[int, int]:
        inside = self.contentsRect()
        return self.width() - inside.width(), self.height() - inside.height()

    def _layouts(self, width: float) -> Iterator[QTextLayout]:
        """One layout for each paragraph, its lines broken at `width`; a line's own y is nought."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
            layout.endLayout()
            yield layout
