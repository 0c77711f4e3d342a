"""One item of the agenda as it is edited: number, times, title and minutes in a row, all the rest in its detail."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.agenda import AgendaItem
from models.language import gettext as _
from ui.editors import Line
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label, restyle, small_button
from ui.prepare.handle import Handle
from ui.prepare.item_detail import ItemDetail
from ui.prepare.item_fields import head_values
from ui.prepare.marks import Marks
from ui.prepare.minutes_field import Minutes
from ui.prepare.one_line import OneLine
from ui.prepare.plan import Block
from ui.prepare.plan_told import start_told
from ui.theme import HAIRLINE, KEY, UNIT, WHITE, font

ROW_STYLE = f"""
QFrame#item {{
    background: {WHITE}; border: none; border-bottom: 1px solid {HAIRLINE}; border-left: 4px solid {WHITE};
}}
QFrame#item[chosen="true"] {{ background: #f5f8ff; border-left-color: {KEY}; }}
"""
"""For the widget that holds the rows."""

WIDE = 1_240


class AgendaRow(QFrame):
    """Signals: a form is to be saved (bool: the same editor goes on); the item is to move (-1 up, 1 down), to go, to
    be doubled, its detail to be unfolded or folded.
    """

    settled = Signal(object, bool)
    pressed = Signal()
    moved = Signal(int)
    deleted = Signal()
    doubled = Signal()
    toggled = Signal(bool)

    def __init__(self, live: LiveDocument, item: AgendaItem) -> None:
        super().__init__()
        self._live = live
        self.item_id = item.id
        self.detail: ItemDetail | None = None
        self.setObjectName("item")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        self._column.setSpacing(UNIT // 2)
        self.title, self.minutes = Line(60), Minutes()
        self.title.setMinimumWidth(96)
        self.title.setMaximumWidth(560)
        self.form = Form({"title": self.title, "minutes": self.minutes}, self)
        self.form.settled.connect(lambda continuing: self.settled.emit(self.form, continuing))
        self.minutes.bounded.connect(self._say_bounded)
        for editor in (self.title, self.minutes):
            editor.editingFinished.connect(self._show_kept)
        self._bounded, self._start = "", ("", False)
        self._column.addLayout(self._head())
        self.word = label("", "second", wrap=True)
        self.word.setContentsMargins(52, 0, 0, UNIT // 2)
        self.word.hide()
        self._column.addWidget(self.word)

    @property
    def is_open(self) -> bool:
        """Whether the detail is seen."""
        return self.detail is not None and not self.detail.isHidden()

    def open(self, on: bool) -> None:
        """Unfold or fold the detail; it is made when it is first wanted."""
        if on and self.detail is None:
            self.detail = ItemDetail(self._live, self.item_id)
            self.detail.settled.connect(self.settled)
            self.detail.doubled.connect(self.doubled)
            self._column.addWidget(self.detail)
            self._show_detail()
        if self.detail is not None:
            self.detail.setVisible(on)
        self.open_button.setChecked(on)

    def choose(self, on: bool) -> None:
        """Show the row as the selected one, or not."""
        if bool(self.property("chosen")) != on:
            self.setProperty("chosen", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is much room, what the projector will show stands beside the title."""
        super().resizeEvent(event)
        self.task.setVisible(self.width() >= WIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the editors selects."""
        self.pressed.emit()

    def show_block(self, block: Block) -> None:
        """Show the item as it is now, and when it starts and ends."""
        item = block.item
        self._block = block
        self.form.show(head_values(item))
        self.minutes.setAccessibleName(_("Minutes of {title}").format(title=item.title))
        self.times.setText(f"{block.start:%H:%M}-{block.end:%H:%M}")
        self.handle.show_number(block.number, item.phase)
        self.marks.show_item(item)
        self.task.show_text(item.task)
        self._start = start_told(block, f"{self._live.workshop.starts:%H:%M}")
        self._say()
        self._show_detail()

    def _show_kept(self) -> None:
        """What was emptied is not: it is shown again on leaving."""
        item = self._live.workshop.agenda.get(self.item_id)
        if item is not None:
            self.form.show(head_values(item))

    def _show_detail(self) -> None:
        if self.detail is not None:
            self.detail.show_item(self._block.item, self._block.start.time())

    def _say_bounded(self, told: str) -> None:
        self._bounded = told
        self._say()

    def _say(self) -> None:
        told, wrong = self._start
        sentences = [one for one in (self._bounded, told) if one]
        self.word.setText("\n".join(sentences))
        restyle(self.word, "problem" if self._bounded or wrong else "second")
        self.word.setVisible(bool(sentences))

    # building

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.handle, self.times, self.marks = Handle(), label(""), Marks()
        row.addWidget(self.handle)
        times = QVBoxLayout()
        times.setSpacing(2)
        self.times.setFont(font(figures=True))
        self.times.setFixedSize(112, 20)
        self.marks.setMaximumWidth(112)
        times.addStretch(1)
        times.addWidget(self.times)
        times.addWidget(self.marks)
        times.addStretch(1)
        row.addLayout(times)
        self.title.setAccessibleName(_("Title of the item"))
        row.addWidget(self.title, 2)
        row.addWidget(self.minutes)
        row.addWidget(label(_("min")))
        self.task = OneLine()
        row.addWidget(self.task, 1)
        self.open_button = button(
            _("Detail"), self._toggle, "quiet", tip=_("Least time, lock, words, materials and group work")
        )
        self.open_button.setCheckable(True)
        self.open_button.setStyleSheet("padding: 0 8px;")
        row.addWidget(self.open_button)
        row.addWidget(small_button("↑", _("Move up"), lambda: self.moved.emit(-1)))
        row.addWidget(small_button("↓", _("Move down"), lambda: self.moved.emit(1)))
        row.addWidget(small_button("×", _("Delete this item"), self.deleted.emit))
        return row

    def _toggle(self) -> None:
        self.toggled.emit(self.open_button.isChecked())
