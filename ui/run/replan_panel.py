"""The re-plans side by side: what each is called, the bar it would give, its end, and one key to take it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.language import gettext as _
from models.meeting import Alert, Meeting, Stage, clock_text
from models.replanning import MOST
from ui.parts import button, label
from ui.run.paragraph import Paragraph
from ui.run.replans import Choice, Look, Span
from ui.run.words import alert_words
from ui.theme import (
    BODY,
    ERROR,
    FIELD_LINE,
    HAIRLINE,
    KEY,
    KEY_TINT,
    LEAD,
    SECOND_TEXT,
    SMALL,
    SUCCESS,
    TEXT,
    UNIT,
    WHITE,
    font,
)

NARROW = 900
"""Below this width, in px, the cards lie beneath each other."""
INK_ON_TINT = {Alert.NONE: TEXT, Alert.SOON: TEXT, Alert.LAST: ERROR, Alert.OVER: ERROR}
STRIP = 20.0
"""The height of one of the two strips, px."""
GAP = 4.0
NARROWEST_EDGED = 6.0
"""Below this width, px, a span would be all edge."""
FILL = {Look.SAME: "#d9e0ee", Look.SHORTER: "#b8cdf8", Look.LONGER: "#c2e5d1", Look.DROPPED: WHITE}


class BeforeAfterBar(QWidget):
    """Two strips on one axis of time: what would come as it goes, and with the re-plan; a line is the agreed end."""

    def __init__(self) -> None:
        super().__init__()
        self._choice: Choice | None = None
        self.setFixedHeight(int(2 * STRIP + GAP) + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: Choice) -> None:
        """Paint a re-plan."""
        self._choice = choice
        self.setAccessibleName(f"{choice.end} {choice.changes}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        choice = self._choice
        if choice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = (_("now"), _("then"))
        left = max(QFontMetricsF(font(SMALL)).horizontalAdvance(name) for name in names) + UNIT
        for number, (name, spans) in enumerate(zip(names, (choice.now, choice.then), strict=True)):
            top = 2 + number * (STRIP + GAP)
            painter.setFont(font(SMALL))
            painter.setPen(QColor(SECOND_TEXT))
            painter.drawText(QRectF(0, top, left, STRIP), Qt.AlignmentFlag.AlignVCenter, name)
            self._paint_strip(painter, spans, QRectF(left, top, self.width() - left - 2, STRIP), choice.whole)
        x = left + (self.width() - left - 2) * max(0.0, min(1.0, choice.agreed / choice.whole))
        painter.setPen(QPen(QColor(ERROR), 2))
        painter.drawLine(int(x), 0, int(x), self.height())

    def _paint_strip(self, painter: QPainter, spans: Sequence[Span], room: QRectF, whole: float) -> None:
        for span in spans:
            x = room.left() + room.width() * span.start / whole
            wide = room.width() * (span.end - span.start) / whole
            if wide > 0:
                _paint_span(painter, span, QRectF(x, room.top(), max(1.0, wide - 1), room.height()))


def _paint_span(painter: QPainter, span: Span, place: QRectF) -> None:
    edge = QPen(QColor(KEY if span.look is Look.SHORTER else HAIRLINE), 1)
    painter.setPen(edge if place.width() >= NARROWEST_EDGED else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(FILL[span.look]))
    painter.drawRoundedRect(place, 2, 2)
    if span.look is Look.DROPPED:
        painter.fillRect(place, QBrush(QColor(FIELD_LINE), Qt.BrushStyle.BDiagPattern))
        return
    minutes = str(round(span.end - span.start))
    if QFontMetricsF(font(SMALL)).horizontalAdvance(minutes) <= place.width():
        painter.setPen(QColor(TEXT))
        painter.setFont(font(SMALL, bold=span.look is not Look.SAME))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, minutes)


class ChoiceCard(QFrame):
    """One re-plan; `taken` when it is chosen."""

    taken = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT + UNIT // 2, UNIT, UNIT + UNIT // 2, UNIT)
        column.setSpacing(UNIT // 2)
        head = QHBoxLayout()
        self.name = Paragraph(LEAD, bold=True)
        self.take_button = button(_("Take this ({key})").format(key=number), self.taken.emit)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.take_button)
        column.addLayout(head)
        self.end = Paragraph(BODY, bold=True)
        self.bar = BeforeAfterBar()
        self.changes = Paragraph(SMALL)
        self.missed = Paragraph(SMALL, ERROR)
        for one in (self.end, self.bar, self.changes, self.missed):
            column.addWidget(one)
        column.addStretch(1)

    def show_choice(self, choice: Choice) -> None:
        """Show a re-plan."""
        self.name.say(choice.name)
        self.end.say(choice.end, ERROR if choice.late else SUCCESS)
        self.bar.show_choice(choice)
        self.changes.say(choice.changes)
        self.missed.say(choice.missed)
        self.missed.setVisible(bool(choice.missed))
        self.take_button.setAccessibleDescription(f"{choice.name}  {choice.end}  {choice.changes}")


class ReplanPanel(QFrame):
    """Up to three re-plans beside or beneath each other. It lies over what is below the room's buttons and moves
    nothing. `taken(int)` brings the place of the chosen one, from 0; `put_away` when none is wanted."""

    taken = Signal(int)
    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("replans")
        self.setStyleSheet(f"QFrame#replans {{ background: {KEY_TINT}; border: 1px solid {KEY}; border-radius: 8px; }}")
        self.setAccessibleName(_("Re-plans"))
        self._low = False
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._head())
        column.addWidget(self._page(), 1)
        self.cards = list(self._cards())
        self.hide()

    def _head(self) -> QWidget:
        """The clock, where the panel lies over it, and the way out, where nothing else offers it."""
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(UNIT, 0, 0, 0)
        self.clock = Paragraph(LEAD, bold=True)
        row.addWidget(self.clock, 1)
        self.close_button = button(_("Close (Esc)"), self.put_away.emit, "quiet")
        row.addWidget(self.close_button)
        return self.head

    def _page(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setStyleSheet("QWidget#choices { background: transparent; }")
        ground.setObjectName("choices")
        self._area.viewport().setAutoFillBackground(False)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT)
        self.none = label("", "lead", wrap=True)
        self._row.addWidget(self.none, 1)
        self._area.setWidget(ground)
        return self._area

    def _cards(self) -> Iterator[ChoiceCard]:
        for place in range(MOST):
            made = ChoiceCard(place + 1)
            made.taken.connect(lambda place=place: self.taken.emit(place))
            self._row.addWidget(made, 1)
            yield made

    def whole(self, width: int) -> int:
        """The height of all of it at a width, px."""
        head = self.head.sizeHint().height() + UNIT if self.head.isVisibleTo(self) else 0
        return head + self._row.heightForWidth(width - 2 * UNIT) + 2 * UNIT + 2

    def arrange(self, width: int, *, low: bool) -> None:
        """Where there is little room the cards lie beneath each other, and the panel shows the clock that it covers."""
        narrow = width < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._low = low
        self._show_head()

    def show_clock(self, meeting: Meeting) -> None:
        """Show the clock, in the line that stands for the one that is covered."""
        words = alert_words(meeting).replace("\n", " ")
        known = meeting.stage in (Stage.RUNNING, Stage.PAUSED)
        self.clock.say(f"{clock_text(meeting.left)}  {words}" if known else "", INK_ON_TINT[meeting.alert])

    def show_choices(self, choices: Sequence[Choice], otherwise: str) -> None:
        """Show the re-plans, or a sentence where there are none."""
        self.none.setText("" if choices else otherwise)
        self.none.setVisible(not choices)
        for place, one in enumerate(self.cards):
            one.setVisible(place < len(choices))
            if place < len(choices):
                one.show_choice(choices[place])
        self._show_head()

    def _show_head(self) -> None:
        """The offer above says the way out; without re-plans there is no offer, and the panel says it."""
        nothing = self.none.isVisibleTo(self)
        self.head.setVisible(self._low or nothing)
        self.clock.setVisible(self._low)
        self.close_button.setVisible(nothing)
