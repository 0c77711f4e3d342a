"""The small marks of an agenda item: optional, protected, its start locked, a reserve, left out today."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.agenda import AgendaItem
from models.language import gettext as _
from ui.theme import FIELD_LINE, SECOND_TEXT, SMALL, WHITE, font

HEIGHT = 20


def marks_told(item: AgendaItem) -> list[str]:
    """The words of an item's marks."""
    marks = (
        (item.starts_at is not None, _("locked")),
        (item.protected, _("keep")),
        (item.optional, _("optional")),
        (item.is_buffer, _("Reserve")),
        (item.skipped, _("left out today")),
        (_is_changed(item), _("planned {minutes}").format(minutes=item.minutes)),
    )
    return [words for marked, words in marks if marked]


def _is_changed(item: AgendaItem) -> bool:
    """Whether other minutes were agreed on than were planned; a break put in on the way was not planned at all."""
    return bool(item.minutes) and item.agreed not in (None, item.minutes)


class Marks(QWidget):
    """The marks in a row; without any it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> list[str]:
        """What is marked."""
        return self._words

    def show_item(self, item: AgendaItem) -> None:
        """Show the marks of an item."""
        self._words = marks_told(item)
        self.setAccessibleName(" ".join(self._words))
        self.setVisible(bool(self._words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._wide(word) + 3 for word in self._words)), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def _wide(self, word: str) -> float:
        return QFontMetricsF(font(SMALL)).horizontalAdvance(word) + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        x = 0.5
        for word in self._words:
            box = QRectF(x, 0.5, self._wide(word), HEIGHT - 1)
            painter.setPen(QColor(FIELD_LINE))
            painter.setBrush(QColor(WHITE))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QColor(SECOND_TEXT))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            x += box.width() + 3
