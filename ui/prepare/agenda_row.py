"""One item of the agenda as it is edited: its times, title and minutes in a row, what is said in it below."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.agenda import MAX_MINUTES, AgendaItem
from models.language import gettext as _
from ui.editors import Area, Editor, Line, Number, titled
from ui.form import Form
from ui.parts import button, label
from ui.theme import HAIRLINE, UNIT, WHITE, font


class AgendaRow(QFrame):
    """Signals: values are to be saved (bool: the same editor goes on); the item is to move (-1 up, 1 down), or go."""

    settled = Signal(bool)
    moved = Signal(int)
    deleted = Signal()

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self.item_id = item.id
        self.setObjectName("item")
        self.setStyleSheet(f"QFrame#item {{ background: {WHITE}; border-bottom: 1px solid {HAIRLINE}; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        self.title, self.minutes = Line(60), Number(most=MAX_MINUTES)
        self.title.setMinimumWidth(96)
        self.minutes.setFixedWidth(64)
        self.task, self.script = Area(2, 400), Area(3, 1_000)
        editors: dict[str, Editor] = {
            "title": self.title,
            "minutes": self.minutes,
            "task": self.task,
            "script": self.script,
        }
        self.form = Form(editors, self)
        self.form.settled.connect(self.settled)
        column.addLayout(self._head(item))
        self._words = self._body()
        self._words.hide()
        column.addWidget(self._words)
        self.form.show({name: getattr(item, name) for name in self.form.editors})

    def _head(self, item: AgendaItem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.times = label("")
        self.times.setFont(font(figures=True))
        self.times.setFixedWidth(112)
        row.addWidget(self.times)
        self.title.setAccessibleName(_("Title of the item"))
        row.addWidget(self.title, 1)
        self.minutes.setAccessibleName(_("Minutes of {title}").format(title=item.title))
        row.addWidget(self.minutes)
        row.addWidget(label(_("min")))
        self.words_button = button(
            _("Words"), self._toggle, "quiet", tip=_("What the projector and you say in this item")
        )
        self.words_button.setCheckable(True)
        row.addWidget(self.words_button)
        for text, tip, act in (
            ("↑", _("Move up"), lambda: self.moved.emit(-1)),
            ("↓", _("Move down"), lambda: self.moved.emit(1)),
            ("×", _("Delete this item"), self.deleted.emit),
        ):
            made = button(text, act, "quiet", tip=tip)
            made.setAccessibleName(tip)
            made.setFixedWidth(44)
            made.setStyleSheet("padding: 0;")
            row.addWidget(made)
        return row

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(120, 0, 0, UNIT)
        column.addWidget(titled(_("What the projector shows"), self.task))
        column.addWidget(titled(_("What you may say (only you see it)"), self.script))
        return body

    def _toggle(self) -> None:
        self._words.setVisible(self.words_button.isChecked())

    def show_item(self, item: AgendaItem, start: datetime, end: datetime) -> None:
        """Show the item as it is now, and when it starts and ends."""
        self.form.show({name: getattr(item, name) for name in self.form.editors})
        self.times.setText(f"{start:%H:%M}-{end:%H:%M}")
