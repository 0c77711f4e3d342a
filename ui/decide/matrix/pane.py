"""The page of the matrix: the tray, the matrix, and below them what is chosen and what can be made of it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from models.board import Cluster, DotVote, Note, Payoff
from models.edits.change import Edit
from models.language import gettext as _
from models.payoff import unplaced, weighable
from models.workshop import Details
from ui.decide.matrix.card import Card
from ui.decide.matrix.carrying import Carrying
from ui.decide.matrix.hand import Hand
from ui.decide.matrix.plot import Plot
from ui.decide.matrix.tray import Tray
from ui.decide.matrix.wording import spoken
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.prepare.one_line import OneLine
from ui.theme import UNIT

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class MatrixPane(QWidget):
    """`decision_wanted` and `action_wanted` carry the id of the group or note they are to be made of."""

    decision_wanted = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.chosen = ""
        self.tray, self.plot = Tray(self), Plot(self)
        self.carrying = Carrying(live, self.tray, self.plot, Hand(self))
        self._head = label("", "second", wrap=True)
        self._told = OneLine()
        self.aside_button = button(_("Back to the tray"), self._put_aside, "quiet")
        self.decision_button = button(_("Make it a decision"), lambda: self.decision_wanted.emit(self.chosen))
        self.action_button = button(_("Make it homework"), lambda: self.action_wanted.emit(self.chosen))
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._side())
        row.addWidget(self.plot, 1)
        column.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        for made in (self.aside_button, self.decision_button, self.action_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the card
            foot.addWidget(made)
        column.addLayout(foot)

    def _side(self) -> QWidget:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(self._head)
        column.addWidget(self.tray, 1)
        return self.side

    def _connect(self) -> None:
        self._live.changed.connect(self._changed)
        self.plot.made.connect(self._listen)
        self._listen(self.tray)
        self.carrying.said.connect(self._say)

    def _listen(self, source: Card | Tray) -> None:
        source.keyed.connect(self._key)  # before the hand, so that the Esc that empties it does nothing else
        self.carrying.listen(source)
        source.focused.connect(self._choose)
        source.menu.connect(self.open_menu)
        if isinstance(source, Card):
            QWidget.setTabOrder(self.tray, source)  # else it would come behind the buttons, being made later

    # what is shown

    def _changed(self, edit: Edit) -> None:
        if self.isVisible() and edit.touches(Note, Cluster, Payoff, DotVote, Details):
            self.refresh()

    def refresh(self) -> None:
        """Show the cards as they are now; what is in the hand goes back to where it was."""
        self.carrying.give_up()
        ones = weighable(self._live.workshop)
        self.carrying.known = {one.id: one for one in ones}
        waiting = unplaced(ones)
        self.tray.show_all(waiting)
        self.plot.show_all([one for one in ones if one.payoff is not None])
        self._head.setText(_head_words(len(ones), len(waiting)))
        self._choose(self.chosen)

    def _choose(self, card_id: str) -> None:
        """The card that is told of below, and that the buttons are about."""
        one = self.carrying.known.get(card_id)
        self.chosen = "" if one is None else card_id
        if card_id in self.plot.cards:
            self.plot.stop_at(card_id)
        self._told.show_text(_("Choose a card, or drag one into the matrix.") if one is None else spoken(one))
        self.aside_button.setVisible(one is not None and one.payoff is not None)
        for made in (self.decision_button, self.action_button):
            made.setEnabled(one is not None)

    def _say(self, words: str) -> None:
        """Tell screen readers, and show it below."""
        self._told.show_text(words)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # what is done

    def _key(self, card_id: str, event: QKeyEvent) -> None:
        """Arrows go from card to card, and between the tray and the matrix."""
        if self.carrying.hand.held is not None or event.key() not in ARROWS:
            return
        key = Qt.Key(event.key())
        if card_id in self.plot.cards:
            event.setAccepted(True)
            near = self.plot.neighbour(card_id, key)
            if near is None and key == Qt.Key.Key_Left:
                self.tray.setFocus()
            elif near is not None:
                near.setFocus()
        elif key == Qt.Key.Key_Right and self.plot.cards:
            event.setAccepted(True)
            self.plot.stop.setFocus()

    def _put_aside(self) -> None:
        self.carrying.put_aside(self.chosen)

    def open_menu(self, card_id: str, where: QPoint) -> None:
        """What can be made of a card."""
        self._choose(card_id)
        menu = self.menu_of(card_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_of(self, card_id: str) -> QMenu:
        """The menu of a card."""
        menu = QMenu(self)
        menu.addAction(_("Make it a decision"), lambda: self.decision_wanted.emit(card_id))
        menu.addAction(_("Make it homework"), lambda: self.action_wanted.emit(card_id))
        if card_id in self.plot.cards:
            menu.addAction(_("Back to the tray"), lambda: self.carrying.put_aside(card_id))
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # while nobody saw it nothing was followed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.carrying.give_up()
        self.side.setFixedWidth(max(180, min(320, self.width() // 4)))


def _head_words(all_: int, waiting: int) -> str:
    if not all_:
        return _("There is nothing to weigh yet. Bring notes together on the notes screen; the groups come here.")
    if not waiting:
        return _("Everything is placed.")
    return _("Not placed yet: {count}").format(count=f"{waiting:,}")
