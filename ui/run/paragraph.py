"""Running text with air between its lines, which a label does not give Japanese. Plain text, never markup."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import BODY, TEXT, font

LEADING = 1.5
USUAL_WIDTH = 400


class Paragraph(QWidget):
    """Text that wraps and grows downwards; `px` is its size."""

    def __init__(self, px: int = BODY, colour: str = TEXT, *, bold: bool = False) -> None:
        super().__init__()
        self._text = ""
        self._px = px
        self._bold = bold
        self._colour = colour
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The text."""
        return self._text

    def say(self, text: str, colour: str | None = None) -> None:
        """Show another text, or the same in another colour."""
        colour = colour or self._colour
        if (text, colour) != (self._text, self._colour):
            self._text, self._colour = text, colour
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = sum(layout.lineCount() for layout in self._layouts(width))
        return int(lines * self._px * LEADING) + 2

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, self.heightForWidth(USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, int(self._px * LEADING) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._colour))
        y = self._px * (LEADING - 1) / 2
        for layout in self._layouts(self.width()):
            for index in range(layout.lineCount()):
                layout.lineAt(index).draw(painter, QPointF(0, y))
                y += self._px * LEADING

    def _layouts(self, width: int) -> Iterator[QTextLayout]:
        """One layout for each paragraph, its lines broken at `width`; their own y is nought."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for paragraph in self._text.split("\n"):
            layout = QTextLayout(paragraph, font(self._px, bold=self._bold))
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
            layout.endLayout()
            yield layout
