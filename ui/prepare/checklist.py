"""The checklist for the room: what to see to, bring and announce, with a tick for each."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.edits import lists
from models.edits.change import Edit, put
from models.formats import CheckKind, RoomCheck
from models.language import gettext as _
from ui.editors import Tick
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label, small_button
from ui.prepare.wrapped_line import WrappedLine
from ui.theme import TARGET, UNIT


class Box(Tick):
    """A tick whose words stand in the line beside it; all of it can be pressed."""

    def __init__(self) -> None:
        super().__init__("")
        self.setFixedWidth(TARGET)

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere on it."""
        return self.rect().contains(pos)


class CheckRow(QFrame):
    """One entry. `delete` and `add_next` are what its button and Enter do."""

    delete: Callable[[], object]
    add_next: Callable[[], object]

    def __init__(self) -> None:
        super().__init__()
        self.done, self.text = Box(), WrappedLine(120, _("What is to be seen to"))
        self.form = Form({"done": self.done, "text": self.text}, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.done)
        self.text.setAccessibleName(_("What is to be seen to"))
        self.text.entered.connect(lambda: self.add_next())
        row.addWidget(self.text, 1)
        self.delete_button = small_button("×", _("Delete this entry"), lambda: self.delete())
        row.addWidget(self.delete_button)

    def show_check(self, check: RoomCheck) -> None:
        """Show an entry."""
        self.form.show({"done": check.done, "text": check.text})
        self.done.setAccessibleName(_("Done: {text}").format(text=check.text))


class Checklist(QWidget):
    """Entries by what they are about; every change is an edit. `reordered` says that rows came or went."""

    reordered = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self.rows: dict[str, CheckRow] = {}
        self._columns: dict[CheckKind, QVBoxLayout] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self.progress = label("", "lead")
        column.addWidget(self.progress)
        self.usual_button = button(_("Put in what is usually needed"), self._take_usual)
        column.addWidget(self.usual_button)
        for kind, title in kind_titles():
            column.addSpacing(UNIT)
            column.addLayout(self._group(kind, title))
        live.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now."""
        checks = lists.listed(self._live.workshop, RoomCheck)
        before = list(self.rows)
        for check_id in [one for one in self.rows if one not in self._live.workshop.checks]:
            gone = self.rows.pop(check_id)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        for kind, column in self._columns.items():
            for index, check in enumerate(check for check in checks if check.kind is kind):
                if check.id not in self.rows:
                    self.rows[check.id] = self._row(check)
                row = self.rows[check.id]
                if column.indexOf(row) != index:
                    column.insertWidget(index, row)
                row.show_check(check)
        self.progress.setText(progress_told(checks))
        self.usual_button.setVisible(not checks)
        if list(self.rows) != before:
            self.reordered.emit()

    def _changed(self, edit: Edit) -> None:
        if edit.touches(RoomCheck):
            self.refresh()

    def _row(self, check: RoomCheck) -> CheckRow:
        row = CheckRow()
        row.form.settled.connect(partial(self._save, check.id))
        row.text.left.connect(self.refresh)  # what was emptied is not, and is shown again
        row.delete = partial(self._delete, check.id)
        row.add_next = partial(self.add, check.kind)
        return row

    def _save(self, check_id: str, continuing: bool) -> None:
        check = self._live.workshop.checks.get(check_id)
        if check is None:
            return
        values = self.rows[check_id].form.values()
        new = replace(check, done=values["done"], text=values["text"].strip() or check.text)
        if self._live.apply(lists.set_row(self._live.workshop, new), continuing=continuing):
            self.rows[check_id].form.saved()

    def _delete(self, check_id: str) -> None:
        self._live.apply(lists.delete_row(self._live.workshop.checks[check_id]))

    def add(self, kind: CheckKind) -> None:
        """A new entry of a kind, ready to be written; one that is still empty is taken first."""
        checks = lists.listed(self._live.workshop, RoomCheck)
        known = next((check.id for check in checks if check.kind is kind and not check.text), None)
        if known is None or self.rows[known].text.value():
            edit = lists.add_row(self._live.workshop, RoomCheck, text="", kind=kind)
            if not self._live.apply(edit):
                return
            known = edit.changes[0].entity.id
        self.rows[known].text.setFocus()

    def _take_usual(self) -> None:
        from models.templates import new_workshop

        checks = new_workshop(self._live.workshop.details).checks.values()
        self._live.apply(put(self._live.workshop, "check_added", *checks))

    def _group(self, kind: CheckKind, title: str) -> QVBoxLayout:
        group = QVBoxLayout()
        group.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(title, "field"), 1)
        add = button(
            _("Add an entry"), partial(self.add, kind), "quiet", tip=_("Add an entry to “{kind}”").format(kind=title)
        )
        add.setAccessibleName(_("Add an entry to “{kind}”").format(kind=title))
        head.addWidget(add)
        group.addLayout(head)
        self._columns[kind] = QVBoxLayout()
        self._columns[kind].setSpacing(UNIT // 2)
        group.addLayout(self._columns[kind])
        return group


def kind_titles() -> list[tuple[CheckKind, str]]:
    """What an entry can be about, with its name."""
    return [
        (CheckKind.ROOM, _("The room")),
        (CheckKind.THINGS, _("Things to bring")),
        (CheckKind.NOTICE, _("Announcement")),
    ]


def progress_told(checks: list[RoomCheck]) -> str:
    """How many of the entries that say anything are done."""
    said = [check for check in checks if check.text]
    if not said:
        return _("Nothing is listed yet.")
    done = sum(check.done for check in said)
    if done == len(said):
        return _("All {count} are done.").format(count=done)
    return _("{done} of {count} done").format(done=done, count=len(said))
