"""A list of folding cards with its heading, its way to begin, and one open card at a time."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.decide.item_card import ItemCard
from ui.parts import button, label
from ui.theme import UNIT


class ItemList(QWidget):
    """Cards in the order of the items; drafts come last. `opened` tells which card was opened."""

    opened = Signal(str)

    def __init__(self, title: str, teaching: str, add: tuple[str, Callable[[], object]]) -> None:
        super().__init__()
        self.cards: dict[str, ItemCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        head.addWidget(label(title, "heading"), 1)
        self.add_button = button(add[0], add[1])
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._teaching = label(teaching, "second", wrap=True)
        column.addWidget(self._teaching)
        self._column = QVBoxLayout()
        self._column.setSpacing(UNIT)
        column.addLayout(self._column)

    def sync(self, ids: Iterable[str], made: Callable[[str], ItemCard]) -> None:
        """Have a card for each id, in that order; cards of what is gone go, drafts stay."""
        wanted = list(ids)
        for item_id in [i for i, card in self.cards.items() if i not in wanted and not card.is_draft]:
            self._drop(item_id)
        for place, item_id in enumerate(wanted):
            card = self.cards.get(item_id) or self._taken(made(item_id))
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.refresh()
        self._teaching.setVisible(not self.cards)

    def begin(self, card: ItemCard) -> None:
        """Take in a draft and open it."""
        self._column.addWidget(self._taken(card))
        self._teaching.hide()
        card.open()

    def fold(self, but: str = "") -> None:
        """Fold every card but one; drafts in which nothing was written go."""
        for item_id, card in list(self.cards.items()):
            if item_id != but and card.is_open:
                card.fold()
            if item_id != but and card.is_draft and not card.exists():
                self._drop(item_id)
        self._teaching.setVisible(not self.cards)

    def drop_untouched(self) -> None:
        """Take away the drafts in which nothing was written; what is being typed stays."""
        for item_id, card in list(self.cards.items()):
            if card.is_untouched:
                self.drop(item_id)

    def flush(self) -> None:
        """Save what is being typed."""
        for card in self.cards.values():
            card.form.flush()

    def drop(self, item_id: str) -> None:
        """Take a card away."""
        self._drop(item_id)
        self._teaching.setVisible(not self.cards)

    def _taken(self, card: ItemCard) -> ItemCard:
        self.cards[card.item_id] = card
        card.opened.connect(self._opened)
        card.fold_button.clicked.connect(lambda: self.fold())
        return card

    def _opened(self, item_id: str) -> None:
        self.fold(but=item_id)
        self.opened.emit(item_id)

    def _drop(self, item_id: str) -> None:
        card = self.cards.pop(item_id)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
