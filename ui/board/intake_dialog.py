"""Before many lines become notes: a look at them, with ticks, and the column to take for a table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from models.board import NoteKind
from models.language import gettext as _
from models.text import MAX_NOTE_CHARS, cut
from ui.board.entry import KindPicker
from ui.board.intake_list import IntakeList
from ui.board.ticks import TickDelegate
from ui.parts import button, label
from ui.theme import TARGET, UNIT

if TYPE_CHECKING:
    from models.intake import Intake, Table


class IntakeDialog(QDialog):
    """Shows an `Intake`; `taken(texts, kind)` comes when a person agrees."""

    taken = Signal(list, object)

    def __init__(self, parent: QWidget, title: str, kind: NoteKind, at_once: int) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._more = 0
        self.setWindowTitle(title)
        self.resize(720, 560)
        self.setMinimumSize(480, 320)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        self.column.setSpacing(UNIT)
        self.heading = label("", "heading")
        self.remarks = label("", "warning", wrap=True)
        self.lines = IntakeList()
        self.list = self._list()
        self.kinds = KindPicker()
        self.kinds.choose(kind)
        self.lines.counted.connect(self._count)
        self._lay_out()

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.lines)
        made.setItemDelegate(TickDelegate(made))
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(_("Lines that become notes"))
        made.setAccessibleDescription(_("Space ticks a line or leaves it out, F2 edits it"))
        return made

    def _lay_out(self) -> None:
        self.column.addWidget(self.heading)
        self.column.addWidget(self.remarks)
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button(_("Tick all"), lambda: self.lines.tick_all(True), "quiet"))
        row.addWidget(button(_("Tick none"), lambda: self.lines.tick_all(False), "quiet"))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(button(_("Cancel"), self.reject))
        self.add = button(_("Add"), self._agree, "primary")
        self.add.setDefault(True)
        last.addWidget(self.add)
        self.column.addLayout(last)

    def show_intake(self, intake: "Intake") -> None:
        """Show what was read, ticked as far as is sensible at once."""
        self.lines.show_texts(intake.notes, self._at_once)
        remarks = []
        if intake.shortened:
            words = _("Longer than {limit} characters, without their ends: {count}")
            remarks.append(words.format(count=f"{intake.shortened:,}", limit=f"{MAX_NOTE_CHARS:,}"))
        if intake.skipped:
            words = _("Left out because only a mark or a number was in the line: {count}")
            remarks.append(words.format(count=f"{intake.skipped:,}"))
        if len(intake.notes) > self._at_once:
            words = _("There are {count} lines. Only the first {limit} are ticked: a board with more is hard to read.")
            remarks.append(words.format(count=f"{len(intake.notes):,}", limit=f"{self._at_once:,}"))
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))

    def _count(self) -> None:
        count = len(self.lines.chosen())
        words = _("Notes to be added: {count}")
        self.heading.setText(words.format(count=f"{count:,}"))
        self.add.setEnabled(count > 0)

    def _agree(self) -> None:
        self.taken.emit(self.lines.chosen(), self.kinds.kind)
        self.accept()


class TableDialog(IntakeDialog):
    """The same for a table: which column, and whether the first row holds names."""

    def __init__(self, parent: QWidget, name: str, table: "Table", kind: NoteKind, at_once: int) -> None:
        from models.intake import guess_note_column, has_header

        super().__init__(parent, _("Read in"), kind, at_once)
        self._table = table
        self.columns = QComboBox()
        self.columns.setMinimumHeight(TARGET)
        self.columns.setAccessibleName(_("Column with the notes"))
        self.columns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.header = QCheckBox(_("The first row holds names of columns"))
        self.header.setChecked(has_header(table))
        self._name_columns()
        self.columns.setCurrentIndex(guess_note_column(table))
        encoding = label(
            _("{file} · read as {encoding}").format(file=name, encoding=_encoding(table)), "second", wrap=True
        )
        self._insert(encoding)
        self.columns.currentIndexChanged.connect(lambda _column: self._read())
        self.header.toggled.connect(lambda _on: self._read_anew())
        self._read()

    def _insert(self, encoding: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(label(_("Column with the notes"), "field"))
        row.addWidget(self.columns, 1)
        row.addWidget(self.header)
        self.column.insertWidget(0, encoding)
        self.column.insertLayout(1, row)
        QWidget.setTabOrder(self.columns, self.header)
        QWidget.setTabOrder(self.header, self.list)

    def _name_columns(self) -> None:
        named = self.header.isChecked()
        for number, name in enumerate(self._table.header, start=1):
            words = _("Column {number}").format(number=number)
            self.columns.addItem(f"{words}: {cut(name, 40)}" if named and name else f"{words}（{cut(name, 20)}）")

    def _read_anew(self) -> None:
        column = self.columns.currentIndex()
        blocked = self.columns.blockSignals(True)
        self.columns.clear()
        self._name_columns()
        self.columns.setCurrentIndex(column)
        self.columns.blockSignals(blocked)
        self._read()

    def _read(self) -> None:
        from models.intake import column_notes

        self.show_intake(column_notes(self._table, self.columns.currentIndex(), self.header.isChecked()))


def _encoding(table: "Table") -> str:
    names: dict[str, str] = {"xlsx": "Excel", "cp932": "Shift_JIS (CP932)", "utf-8": "UTF-8"}
    return names.get(table.encoding, table.encoding.upper())
