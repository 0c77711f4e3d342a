"""The list of cases: those of the open workshop, and those received."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.language import gettext as _
from models.workshop import Workshop
from models.workspace.workspace import ReceivedCase
from ui.theme import KEY_TINT, SECOND_TEXT, TEXT, UNIT, font

Key = tuple[str, str]
"""("own" or "received", the case's id)."""

OWN, RECEIVED = "own", "received"


class Shelf(QListWidget):
    """`chosen(kind, id)` tells which case a person wants to see."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Cases"))
        self.setStyleSheet(
            f"QListWidget {{ padding: {UNIT}px; }} QListWidget::item {{ padding: {UNIT}px; border-radius: 4px; }}"
            f"QListWidget::item:selected {{ background: {KEY_TINT}; color: {TEXT}; }}"
        )
        self.currentRowChanged.connect(self._tell)

    def fill(self, workshop: Workshop | None, received: list[ReceivedCase]) -> None:
        """Show these cases; the one that is chosen stays chosen and is not told again."""
        kept = self.key()
        self.blockSignals(True)
        self.clear()
        own = [] if workshop is None else sorted(workshop.cases.values(), key=lambda case: (case.title, case.id))
        self._heading(_("Cases of this workshop"))
        for case in own:
            self._add((OWN, case.id), case.title, case.bureau)
        if not own:
            told = _("None yet. Make one of an action below.")
            self._remark(told if workshop and workshop.actions else _("None yet."))
        self._heading(_("Received cases"))
        for one in received:
            self._add((RECEIVED, one.id), one.title, one.bureau)
        if not received:
            self._remark(_("None yet. Open a case file from another bureau."))
        self.blockSignals(False)
        self.show_chosen(kept)

    def key(self) -> Key | None:
        """What is chosen."""
        row = self.currentRow()
        return None if row < 0 else self._key_at(row)

    def first(self) -> Key | None:
        """The case at the top, None when there is none."""
        return next((key for row in range(self.count()) if (key := self._key_at(row)) is not None), None)

    def show_chosen(self, key: Key | None) -> None:
        """Mark a case without telling that it was chosen."""
        self.blockSignals(True)
        self.setCurrentRow(-1)
        for row in range(self.count()):
            if key is not None and self._key_at(row) == key:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def titles(self, kind: str) -> list[str]:
        """The titles of one kind of case, in the order of the list."""
        rows = [row for row in range(self.count()) if (self._key_at(row) or ("", ""))[0] == kind]
        return [self.item(row).text().split("\n")[0] for row in rows]

    def _key_at(self, row: int) -> Key | None:
        """The case of a row; None for a heading. Qt hands tuples back as lists."""
        key = self.item(row).data(Qt.ItemDataRole.UserRole)
        return None if key is None else (key[0], key[1])

    def _add(self, key: Key, title: str, bureau: str) -> None:
        item = QListWidgetItem((title or _("(no title)")) + (f"\n{bureau}" if bureau else ""))
        item.setData(Qt.ItemDataRole.UserRole, key)
        self.addItem(item)

    def _heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(bold=True))
        item.setForeground(QColor(TEXT))
        self.addItem(item)

    def _remark(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(SECOND_TEXT))
        self.addItem(item)

    def _tell(self, row: int) -> None:
        key = self._key_at(row) if row >= 0 else None
        if key is not None:
            self.chosen.emit(*key)
