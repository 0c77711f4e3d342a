"""Choosing cases from the library: a search line, the list, and one key to take one."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.language import gettext as _
from models.problems import Problem
from models.text import search_key
from models.workshop import Workshop
from models.workspace.workspace import Workspace
from ui.content.case_source import Offer, own_offers, received_offers
from ui.content.entry import EntryField
from ui.content.layout import in_line
from ui.parts import button, label
from ui.theme import KEY_TINT, SECOND_TEXT, TEXT, UNIT


class CasePicker(QWidget):
    """`chosen(Offer)` tells which case is wanted, `done` that no more are.

    Cases come in one workshop after another, so that many workshops do not hold the window up.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._coming: Iterator[Callable[[], list[Offer]]] = iter(())
        self._offers: list[Offer] = []
        self._taken: Collection[str] = ()
        self._rows: list[int] = []
        self._unread = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)
        self.search = EntryField(_("Search title, bureau or workshop"))
        self.search.setAccessibleName(_("Search cases"))
        self.list = QListWidget()
        self.remark = label("", "second", wrap=True)
        self.take_button = button(_("Take this case in"), self._take, "primary")
        self.back_button = button(_("Back to the list"), self.done.emit)
        self._build()

    def open(self, here: Workshop) -> None:
        """Offer all cases there are now."""
        self._coming = own_offers(self._workspace, here)
        self._offers, self._unread = received_offers(self._workspace), 0
        self.search.clear()
        self.mark({case.case_id for case in here.shown_cases.values() if case.case_id})
        self._timer.start()
        self.search.setFocus()

    def mark(self, taken: Collection[str]) -> None:
        """Say which cases were taken already."""
        self._taken = taken
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search line the arrows go through the list; Enter takes, Escape goes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._act(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _act(self, watched: QObject, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Escape:
            self.done.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.list:
            self._take()
        elif key in steps and watched is self.search:
            row = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        else:
            return False
        return True

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(in_line((self.search, 1), (self.take_button, 0), (self.back_button, 0)))
        self.told_none = label(_none_told(), "lead", wrap=True)
        self.told_none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told_none.hide()
        column.addWidget(self.list, 1)
        column.addWidget(self.told_none, 1)
        column.addWidget(self.remark)
        self.list.setAccessibleName(_("Cases to choose from"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet(
            f"QListWidget::item {{ padding: {UNIT}px; border-radius: 4px; }}"
            f"QListWidget::item:selected {{ background: {KEY_TINT}; color: {TEXT}; }}"
        )
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self._take)
        for part in (self.search, self.list):
            part.installEventFilter(self)

    def _next(self) -> None:
        try:
            self._offers += next(self._coming)()
        except StopIteration:
            self._timer.stop()
        except Problem:
            self._unread += 1
        self._fill()

    def _fill(self) -> None:
        chosen = self._current()
        words = search_key(self.search.text()).split()
        self.list.clear()
        self._rows = [place for place, offer in enumerate(self._offers) if all(word in offer.key for word in words)]
        for place in self._rows:
            self._add(self._offers[place], chosen)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.take_button.setEnabled(self.list.count() > 0)
        none = not self._offers and not self._timer.isActive() and not self._unread
        self.list.setVisible(not none)
        self.told_none.setVisible(none)
        self.remark.setText(self._remark())

    def _add(self, offer: Offer, chosen: Offer | None) -> None:
        taken = offer.id in self._taken
        told = _(" · ").join(part for part in (offer.bureau, offer.source, _("taken in") if taken else "") if part)
        item = QListWidgetItem(f"{offer.title or _('(no title)')}\n{told}")
        if taken:
            item.setForeground(QColor(SECOND_TEXT))
        self.list.addItem(item)
        if offer is chosen:
            self.list.setCurrentItem(item)

    def _current(self) -> Offer | None:
        row = self.list.currentRow()
        return None if row < 0 else self._offers[self._rows[row]]

    def _take(self) -> None:
        offer = self._current()
        if offer is not None:
            self.chosen.emit(offer)

    def _remark(self) -> str:
        if self._unread:
            return _("A workshop could not be read; its cases are not listed. Nothing was changed.")
        if self._offers and not self.list.count():
            return _("No case has these words.")
        if not self._offers and not self._timer.isActive():
            return ""  # it is said in the middle, and there is nothing to choose
        return _("↑↓ choose · Enter take in · Esc back")


def _none_told() -> str:
    return _(
        "There are no cases yet. Make one of an action (under “Cases”), open a case file from another bureau"
        " there, or write one here by hand."
    )
