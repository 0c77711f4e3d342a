"""A card that folds: a few lines to read, or the form they come from, which saves itself."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.edits.change import Edit
from models.language import gettext as _
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.theme import UNIT


class ItemCard(QFrame):
    """One decision or action, from draft to deletion. A draft is kept from its first letter on."""

    opened = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, live: LiveDocument, item_id: str, form: Form, fields: QWidget) -> None:
        super().__init__()
        self.item_id = item_id
        self.is_draft = False
        self._first_values: dict[str, Any] = {}
        self._live = live
        self.form = form
        form.setParent(self)
        form.settled.connect(self._save)
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        self._column.setSpacing(UNIT // 2)
        self.lines: list[QLabel] = []
        self.summary = self._summary()
        self.fields = self._fields(fields)
        self._column.addWidget(self.summary)
        self._column.addWidget(self.fields)
        self.fields.hide()

    # what a kind of card says of itself

    def edit(self, values: Mapping[str, Any]) -> Edit | None:
        """The edit that makes the item what the form says, None when the item is no more."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """What the form should show."""
        raise NotImplementedError

    def told(self) -> list[tuple[str, str]]:
        """The lines of the folded card: text and role."""
        raise NotImplementedError

    def exists(self) -> bool:
        """Whether the workshop has the item."""
        raise NotImplementedError

    # folding

    @property
    def is_open(self) -> bool:
        """Whether the form is seen."""
        return not self.fields.isHidden()

    def open(self) -> None:
        """Show the form, ready to type into."""
        self.refresh()
        self._first_values = self._first_values or self.form.values()
        self.summary.hide()
        self.fields.show()
        next(iter(self.form.editors.values())).setFocus()
        self.opened.emit(self.item_id)

    def fold(self) -> None:
        """Save, and show the few lines."""
        self.form.flush()
        self.fields.hide()
        self.summary.show()
        self.refresh()

    @property
    def is_untouched(self) -> bool:
        """Whether it is a draft in which nothing was written."""
        return self.is_draft and not self.exists() and self.form.values() == self._first_values

    def refresh(self) -> None:
        """Show the item as it is now; what is being typed stays."""
        if self.exists():
            self.form.show(self.values())
            self._show_lines()

    def _show_lines(self) -> None:
        told = [(text, role) for text, role in self.told() if text]
        for shown in self.lines:
            shown.hide()
            shown.deleteLater()
        self.lines = [label(text, role, wrap=True) for text, role in told]
        for place, shown in enumerate(self.lines):
            self._lines.insertWidget(place, shown)

    def _summary(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(UNIT // 2)
        row.addLayout(self._lines, 1)
        self.open_button = button(_("Change"), self.open, "quiet")
        row.addWidget(self.open_button)
        return whole

    def _fields(self, fields: QWidget) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, UNIT, UNIT, UNIT)
        column.addWidget(fields)
        self.foot = QHBoxLayout()
        self.fold_button = button(_("Close"), self.fold)
        self.delete_button = button(_("Delete"), lambda: self.delete_wanted.emit(self.item_id), "quiet")
        self.foot.addWidget(self.delete_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.fold_button)
        column.addLayout(self.foot)
        return whole

    def _save(self, continuing: bool) -> None:
        edit = self.edit(self.form.values())
        if edit is None or not edit.changes or self._live.apply(edit, continuing=continuing):
            self.form.saved()
            self.is_draft = self.is_draft and not self.exists()
