"""The card in the hand, on its way by mouse or keys: drawn above everything, kept nowhere until it is put down."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.payoff import Weighed
from ui.decide.matrix.face import paint_card
from ui.decide.matrix.field import CardSize


@dataclass(slots=True)
class Held:
    """A card in the hand; `grip` is where in it the mouse holds it, None for the keyboard."""

    one: Weighed
    size: CardSize
    grip: QPoint | None
    corner: QPointF


class Hand(QWidget):
    """Lies over the whole page and lets every press through. `corner` is in the page's px."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.held: Held | None = None
        self.hide()

    def take(self, one: Weighed, size: CardSize, corner: QPointF, grip: QPoint | None = None) -> None:
        """Take a card up; by mouse it is held at `grip`, but never outside of the card as large as it is drawn now."""
        if grip is not None:
            grip = QPoint(min(grip.x(), int(size.size.width()) - 4), min(grip.y(), int(size.size.height()) - 4))
        self.held = Held(one, size, grip, corner)
        self.setGeometry(self.page.rect())
        self.raise_()
        self.show()
        self.update()

    def follow(self, where: QPoint) -> None:
        """Go along with the mouse."""
        if self.held is not None and self.held.grip is not None:
            self.move_to(QPointF(where - self.held.grip))

    def move_to(self, corner: QPointF) -> None:
        """Be there."""
        assert self.held is not None
        self.held.corner = corner
        self.update()

    def let_go(self) -> Held | None:
        """The hand is empty again. Returns what was in it."""
        held, self.held = self.held, None
        self.hide()
        return held

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.held is not None:
            painter = QPainter(self)
            painter.translate(self.held.corner)
            paint_card(painter, self.held.one, self.held.size, ringed=self.held.grip is None, chosen=True)
            painter.end()
