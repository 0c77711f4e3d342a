"""How a card goes from the tray into the matrix, within it and back, by mouse or keys: one edit when it is put down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.board import Payoff
from models.edits.payoff import place_payoff, put_aside
from models.language import gettext as _
from models.payoff import Weighed
from ui.decide.matrix.hand import Hand, Held
from ui.decide.matrix.wording import place_told, spoken, title_of
from ui.live_document import LiveDocument

if TYPE_CHECKING:
    from ui.decide.matrix.card import Card
    from ui.decide.matrix.plot import Plot
    from ui.decide.matrix.tray import Tray

STEP, FINE_STEP = 10, 2
"""Steps of the effect, in hundredths."""
ACROSS, FINE_ACROSS = 10, 1
"""Steps of the feasibility, in sixtieths: two for a column."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
SIGNS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
"""How an arrow changes feasibility and effect."""
MIDDLE = Payoff("", 0.5, 0.5)
"""Where a card from the tray begins when the keyboard takes it up."""


class Carrying(QObject):
    """Takes cards up and puts them down. `said` tells screen readers of each step; `known` are the cards there are."""

    said = Signal(str)

    def __init__(self, live: LiveDocument, tray: Tray, plot: Plot, hand: Hand) -> None:
        super().__init__(hand)
        self._live = live
        self._tray, self._plot, self.hand = tray, plot, hand
        self._place = MIDDLE
        self.known: Mapping[str, Weighed] = {}

    def listen(self, source: Card | Tray) -> None:
        """Take up what is grabbed or chosen there."""
        source.grabbed.connect(self._grab)
        source.dragged.connect(self._drag)
        source.dropped.connect(self._drop)
        source.keyed.connect(self._key)
        source.left.connect(self._left)

    # the mouse

    def _grab(self, card_id: str, grip: QPoint, where: QPoint) -> None:
        if self.hand.held is None and card_id in self.known:
            self.hand.take(self.known[card_id], self._plot.size_of_cards, QPointF(), grip)
            self._lift(card_id)
            self._drag(where)

    def _drag(self, where: QPoint) -> None:
        if self.hand.held is not None and self.hand.held.grip is not None:
            self.hand.follow(self.hand.mapFromGlobal(where))
            over = self._over_plot(where)
            self._plot.show_under(self._seen().reach if over else None)

    def _drop(self, where: QPoint) -> None:
        held = self.hand.held
        if held is None or held.grip is None:
            return
        place, over_plot, over_tray = self._seen(), self._over_plot(where), self._over_tray(where)
        self.give_up()
        if over_plot:
            self._put(held.one, place)
            self._focus(held.one.id)
        elif over_tray:
            self.put_aside(held.one.id)

    def _over_plot(self, where: QPoint) -> bool:
        return self._plot.rect().contains(self._plot.mapFromGlobal(where))

    def _over_tray(self, where: QPoint) -> bool:
        return self._tray.rect().contains(self._tray.mapFromGlobal(where))

    def _seen(self) -> Payoff:
        """Where the card in the hand would stand."""
        held = self.hand.held
        assert held is not None
        corner = QPointF(self._plot.mapFrom(self.hand.page, QPoint())) + held.corner
        effect, feasibility = self._plot.field.place(corner)
        return Payoff(held.one.id, effect, feasibility)

    # the keyboard

    def _key(self, card_id: str, event: QKeyEvent) -> None:
        if self.hand.held is not None:
            event.setAccepted(True)
            self._key_in_hand(self.hand.held, event)
        elif event.key() in ENTER:
            event.setAccepted(True)
            self.take_up(card_id)
        elif event.key() in DELETE:
            event.setAccepted(True)
            self.put_aside(card_id)

    def _key_in_hand(self, held: Held, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.give_up()
            self.said.emit(_("Put back: {card}").format(card=spoken(held.one)))
        elif held.grip is not None:
            return
        elif key in SIGNS:
            self._step(*SIGNS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in ENTER:
            self._put_down(held)
        elif key in DELETE:
            self.give_up()
            self.put_aside(held.one.id)

    def take_up(self, card_id: str) -> None:
        """Take a card up by key, from where it stands, or into the middle of the matrix."""
        one = self.known[card_id]
        self._place = one.payoff or MIDDLE
        self.hand.take(one, self._plot.size_of_cards, self._corner())
        self._lift(card_id)
        self._plot.show_under(self._place.reach)
        taken = _("Taken up: {title}, {place}. Arrows move it, Enter puts it down, Esc gives up.")
        self.said.emit(taken.format(title=title_of(one), place=place_told(self._place)))

    def _step(self, across: int, up: int, *, fine: bool) -> None:
        effect = round(self._place.effect * 100) + up * (FINE_STEP if fine else STEP)
        feasibility = round(self._place.feasibility * 60) + across * (FINE_ACROSS if fine else ACROSS)
        self._place = Payoff("", max(0, min(100, effect)) / 100, max(0, min(60, feasibility)) / 60)
        self.hand.move_to(self._corner())
        self._plot.show_under(self._place.reach)
        self.said.emit(place_told(self._place))

    def _corner(self) -> QPointF:
        corner = self._plot.field.corner(self._place.effect, self._place.feasibility)
        return corner + QPointF(self._plot.mapTo(self.hand.page, QPoint()))

    def _put_down(self, held: Held) -> None:
        from_tray, place = held.one.payoff is None, self._place
        self.give_up()
        self._put(held.one, place)
        if not from_tray:
            self._focus(held.one.id)

    def _left(self) -> None:
        if self.hand.held is not None and self.hand.held.grip is None:
            self.give_up()

    # what becomes of it

    def _put(self, one: Weighed, place: Payoff) -> None:
        if one.payoff is not None and (place.effect, place.feasibility) == (one.payoff.effect, one.payoff.feasibility):
            return
        if self._live.apply(place_payoff(self._live.workshop, one.id, place.effect, place.feasibility)):
            self.said.emit(_("Put down: {title}, {place}").format(title=title_of(one), place=place_told(place)))

    def put_aside(self, card_id: str) -> None:
        """Take a card out of the matrix, back to the tray."""
        one = self.known.get(card_id)
        if one is None or one.payoff is None:
            return
        neighbour = self._plot.next_to(card_id)
        if self._live.apply(put_aside(self._live.workshop, card_id)):
            (self._plot.cards.get(neighbour) or self._tray).setFocus()
            self.said.emit(_("Back in the tray: {title}").format(title=title_of(one)))

    def give_up(self) -> None:
        """Have nothing in the hand; what was in it is where it was."""
        if self.hand.let_go() is not None:
            self._lift("")
            self._plot.show_under(None)

    def _lift(self, card_id: str) -> None:
        self._tray.lift(card_id)
        self._plot.lift(card_id)

    def _focus(self, card_id: str) -> None:
        if card_id in self._plot.cards:
            self._plot.cards[card_id].setFocus(Qt.FocusReason.OtherFocusReason)
