"""The big clock of the run screen: figures, what they mean, and a bar of what is left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.language import gettext as _
from models.meeting import Alert, Meeting, Stage, clock_text
from ui.run.colours import BAR, BAR_GROUND, GROUND, INK
from ui.run.words import alert_words
from ui.theme import RADIUS, SMALL, UNIT, font

BAR_HEIGHT = 8.0
LONGEST = "＋99:59"
WORDS_SHARE = 0.18
"""The size of the words beside the figures' size."""


class ClockFace(QWidget):
    """Shows one item's time; `show_meeting` repaints only when something that is seen has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[str, str, Alert, float] = ("", "", Alert.NONE, 0.0)
        self.setMinimumSize(240, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, 96)

    @property
    def figures(self) -> str:
        """The figures as they are painted: 07:42, ＋1:20."""
        return self._seen[0]

    @property
    def words(self) -> str:
        """The words beside the figures."""
        return self._seen[1]

    @property
    def alert(self) -> Alert:
        """The urgency that gives the colours."""
        return self._seen[2]

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is left of the current item; unknown while the facilitator is asked about a restart."""
        share = max(0.0, min(1.0, meeting.left / meeting.allowed)) if meeting.allowed else 0.0
        seen = (clock_text(meeting.left), alert_words(meeting), meeting.alert, round(share, 3))
        if meeting.doubtful:
            seen = ("––:––", _("How long did it run?"), Alert.NONE, 0.0)
        elif meeting.stage not in (Stage.RUNNING, Stage.PAUSED):
            seen = ("", "", Alert.NONE, 0.0)
        if seen != self._seen:
            self._seen = seen
            self.setAccessibleName(f"{seen[0]} {seen[1]}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(GROUND[self.alert]))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self._paint_figures(painter)
        self._paint_bar(painter)

    def _paint_figures(self, painter: QPainter) -> None:
        """Figures and words as one line, as large as the widget allows; they do not jump as the figures change."""
        high = self.height() - 2 * UNIT - 2 * BAR_HEIGHT
        figures = font(100, bold=True, figures=True)
        words = font(100, bold=True)
        widest = QFontMetricsF(figures).horizontalAdvance(LONGEST if "＋" in self.figures else "00:00")
        beside = QFontMetricsF(words).horizontalAdvance(_("Ending now")) * WORDS_SHARE
        px = min(100 * (self.width() - 7 * UNIT) / (widest + beside), high)
        figures.setPixelSize(max(24, int(px)))
        words.setPixelSize(max(SMALL, int(px * WORDS_SHARE)))
        advance = QFontMetricsF(figures).horizontalAdvance(self.figures)
        painter.setPen(QColor(INK[self.alert]))
        painter.setFont(figures)
        place = QRectF(2 * UNIT, UNIT, advance + 1, high)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.figures)
        painter.setFont(words)
        place = QRectF(place.right() + 2 * UNIT, place.top(), self.width() - place.right() - 3 * UNIT, high)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.words)

    def _paint_bar(self, painter: QPainter) -> None:
        share = self._seen[3]
        whole = QRectF(2 * UNIT, self.height() - 2 * BAR_HEIGHT, self.width() - 4 * UNIT, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(BAR_GROUND[self.alert]))
        painter.drawRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        if share:
            painter.setBrush(QColor(BAR[self.alert]))
            whole.setWidth(max(BAR_HEIGHT, whole.width() * share))
            painter.drawRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
