"""The matrix itself: three columns, the words of its axes, and the cards that stand in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from models.board import Reach
from models.language import gettext as _
from models.payoff import Level, Weighed
from ui.decide.matrix.card import Card
from ui.decide.matrix.field import CardSize, Field, card_size
from ui.decide.matrix.wording import GROUNDS, effect_word, reach_word
from ui.projector.pieces import LINE_SPACING, Words, wrapped
from ui.theme import FIELD_LINE, GROUND, HAIRLINE, KEY, LEAD, RADIUS, SECOND_TEXT, TEXT, WHITE

GLIDE_MS = 180


class Plot(QWidget):
    """Draws the matrix and holds its cards; `made` tells of each new card, so that somebody listens to it."""

    made = Signal(Card)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: dict[str, Card] = {}
        self._ones: Sequence[Weighed] = ()
        self._size = CardSize(Field(QRectF(), QRectF().size()).card, 14, 1)
        self._under: Reach | None = None
        self._wanted: Mapping[str, QPointF] = {}
        self._from: dict[str, QPointF] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._step)
        self.setAccessibleName(_("Matrix of effect and feasibility"))

    # where things are

    @property
    def px(self) -> int:
        """The size of the axes' words."""
        return max(18, min(32, round(self.width() / 42)))

    @property
    def area(self) -> QRectF:
        """The three columns."""
        side, foot = self.px * 3.4, self.px * LINE_SPACING + 8
        return QRectF(side, 0.0, max(1.0, self.width() - side), max(1.0, self.height() - foot))

    @property
    def size_of_cards(self) -> CardSize:
        """How large the cards are now."""
        return self._size

    @property
    def field(self) -> Field:
        """Where cards of the present size stand."""
        return Field(self.area, self._size.size)

    # what is shown

    def show_all(self, ones: Sequence[Weighed]) -> None:
        """Show these cards; they are seen to go to their places."""
        if list(ones) == list(self._ones):
            return
        self._ones = ones
        known = {one.id: self.cards[one.id].pos().toPointF() for one in ones if one.id in self.cards}
        self._arrange()
        self._start_gliding(known)

    def _arrange(self) -> None:
        crowds = Counter(one.payoff.reach for one in self._ones if one.payoff is not None)
        self._size = card_size(max(crowds.values(), default=1), self.area)
        self._sync()
        self._wanted = self.field.corners([one.payoff for one in self._ones if one.payoff is not None])
        self._glide.stop()
        self._from = {}
        for card_id, corner in self._wanted.items():
            self.cards[card_id].move(corner.toPoint())
            self.cards[card_id].raise_()
        focused = next((card for card in self.cards.values() if card.hasFocus()), None)
        if focused is not None:
            focused.raise_()
        self._in_reading_order()

    def _sync(self) -> None:
        here = {one.id for one in self._ones}
        for card_id in [card_id for card_id in self.cards if card_id not in here]:
            gone = self.cards.pop(card_id)
            gone.hide()
            gone.deleteLater()
        for one in self._ones:
            if one.id in self.cards:
                self.cards[one.id].show_one(one, self._size)
            else:
                self._make(one)

    def _make(self, one: Weighed) -> None:
        card = self.cards[one.id] = Card(one, self._size, self)
        self.made.emit(card)
        card.show()

    def _in_reading_order(self) -> None:
        """Tab enters the matrix at one card; arrows go from there."""
        stops = any(card.focusPolicy() & Qt.FocusPolicy.TabFocus for card in self.cards.values())
        if self._wanted and not stops:
            self.stop_at(next(iter(self._wanted)))

    def stop_at(self, card_id: str) -> None:
        """Have Tab stop at this card."""
        for one, card in self.cards.items():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == card_id else Qt.FocusPolicy.ClickFocus)

    @property
    def stop(self) -> Card:
        """The card at which Tab stops; there has to be one."""
        return next(card for card in self.cards.values() if card.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def lift(self, card_id: str) -> None:
        """Which card is in the hand, and only faint here; none for an empty id."""
        for one, card in self.cards.items():
            card.lift(one == card_id)

    def next_to(self, card_id: str) -> str:
        """The card nearest to another, whichever way; empty when it is alone."""
        here = self.cards[card_id].geometry().center()
        others = (card for one, card in self.cards.items() if one != card_id)
        far = (((card.geometry().center() - here).manhattanLength(), card.one.id) for card in others)
        return min(far, default=(0, ""))[1]

    def neighbour(self, card_id: str, key: Qt.Key) -> Card | None:
        """The nearest card in an arrow's direction, None at the edge."""
        here = self.cards[card_id].geometry().center()
        others = (card for one, card in self.cards.items() if one != card_id)
        ahead = ((_ahead(card.geometry().center() - here, key), card) for card in others)
        return min(((far, card.one.id, card) for far, card in ahead if far is not None), default=(0, "", None))[2]

    def show_under(self, reach: Reach | None) -> None:
        """Mark the column that the card in the hand would stand in."""
        if reach is not self._under:
            self._under = reach
            self.update()

    # motion

    def _start_gliding(self, known: dict[str, QPointF]) -> None:
        moved = {i: at for i, at in known.items() if at.toPoint() != self._wanted[i].toPoint()}
        if moved and motion_wanted():
            self._from = moved
            self._step(0.0)
            self._glide.start()

    def _step(self, share: float) -> None:
        for card_id, start in self._from.items():
            self.cards[card_id].move((start + (self._wanted[card_id] - start) * share).toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self.field
        painter.setPen(QPen(QColor(HAIRLINE), 1))
        painter.setBrush(QColor(WHITE))
        painter.drawRoundedRect(self.area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        for reach in Reach:
            self._paint_column(painter, field.column(reach), reach)
        self._paint_levels(painter)
        self._paint_side(painter)
        if not self._ones:
            self._paint_teaching(painter)
        painter.end()

    def _paint_teaching(self, painter: QPainter) -> None:
        text = _("Drag the cards in here: the higher the greater their effect, the further right the sooner done.")
        place = self.area.adjusted(24, 24, -24, -24)
        lines = wrapped(text, LEAD, place.width(), 3)
        centre = Qt.AlignmentFlag.AlignHCenter
        Words(place, lines, LEAD, colour=SECOND_TEXT, middle=True, align=centre).paint(painter)

    def _paint_column(self, painter: QPainter, column: QRectF, reach: Reach) -> None:
        ground = column.adjusted(1.0, 1.0, -1.0, -1.0)
        marked = reach is self._under
        painter.setPen(QPen(QColor(KEY), 3) if marked else QPen(QColor(GROUND), 0))
        painter.setBrush(QColor(GROUNDS[reach]))
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1) if marked else ground, RADIUS, RADIUS)
        below = QRectF(column.left(), column.bottom() + 6, column.width(), self.px * LINE_SPACING)
        centre = Qt.AlignmentFlag.AlignHCenter
        words = wrapped(reach_word(reach), self.px, column.width(), 1, True)
        Words(below, words, self.px, bold=True, colour=KEY if marked else TEXT, align=centre).paint(painter)

    def _paint_levels(self, painter: QPainter) -> None:
        """Faint lines between the levels of the effect: a card counts to the one that its middle is in."""
        area, small = self.area, max(14, round(self.px * 0.7))
        inner = [self.field.between(share) for share in (2 / 3, 1 / 3)]
        painter.setPen(QPen(QColor(FIELD_LINE), 1, Qt.PenStyle.DashLine))
        for y in inner:
            painter.drawLine(QPointF(area.left() + 1, y), QPointF(area.right() - 1, y))
        edges = [area.top() + 2 * self.px * LINE_SPACING, *inner, area.bottom() - 2 * self.px * LINE_SPACING]
        right = Qt.AlignmentFlag.AlignRight
        for one, (top, bottom) in zip((Level.HIGH, Level.MIDDLE, Level.LOW), pairwise(edges), strict=True):
            place = QRectF(0, (top + bottom - small * LINE_SPACING) / 2, area.left() - 6, small * LINE_SPACING)
            Words(place, (effect_word(one),), small, colour=SECOND_TEXT, align=right).paint(painter)

    def _paint_side(self, painter: QPainter) -> None:
        """The words of the effect, and an arrow from the small to the great."""
        area, px = self.area, self.px
        high, low = (_("Effect\ngreat"), _("Effect\nsmall"))
        step = px * LINE_SPACING
        top = QRectF(0, area.top(), area.left() - 8, 2 * step)
        bottom = QRectF(0, area.bottom() - 2 * step, area.left() - 8, 2 * step)
        centre = Qt.AlignmentFlag.AlignHCenter
        for rect, text in ((top, high), (bottom, low)):
            Words(rect, tuple(text.split("\n")), px, bold=True, align=centre).paint(painter)
        middle = top.center().x()
        self._paint_arrow(painter, QPointF(middle, bottom.top() - 8), QPointF(middle, top.bottom() + 8))
        small = max(14, round(px * 0.7))
        corner = QRectF(0, area.bottom() + 6, area.left() - 8, px * LINE_SPACING)
        Words(corner, (_("Feasibility"),), small, colour=SECOND_TEXT, middle=True, align=centre).paint(painter)

    def _paint_arrow(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        if start.y() - end.y() < 2 * self.px:
            return
        painter.setPen(QPen(QColor(FIELD_LINE), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)
        painter.drawLine(end, end + QPointF(-7, 9))
        painter.drawLine(end, end + QPointF(7, 9))


def _ahead(by: QPoint, key: Qt.Key) -> int | None:
    """How far something is in an arrow's direction, what lies aside counting double; None when it is not there."""
    along, aside = {
        Qt.Key.Key_Right: (by.x(), by.y()),
        Qt.Key.Key_Left: (-by.x(), by.y()),
        Qt.Key.Key_Down: (by.y(), by.x()),
        Qt.Key.Key_Up: (-by.y(), by.x()),
    }[key]
    return along + 2 * abs(aside) if along > 0 else None


def motion_wanted() -> bool:
    """Whether the system asks for no less motion."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
