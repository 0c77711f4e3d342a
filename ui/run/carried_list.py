"""The homework of last time: one key says what became of each, and a line takes a word on it."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.decisions import ActionStatus, CarriedAction
from models.edits.lists import listed, set_row
from models.language import gettext as _
from models.workshop import Workshop
from ui.day import day_told
from ui.editors import Line
from ui.form import Form
from ui.live_document import LiveDocument
from ui.parts import button, label
from ui.run.paragraph import Paragraph
from ui.theme import BODY, HAIRLINE, KEY, KEY_TINT, SECOND_TEXT, SMALL, UNIT, WHITE

LEAST_HEIGHT = 156
"""Enough for the selected row and a look at the next, px."""
EMPTY_HEIGHT = 96
ANSWERS = (ActionStatus.DONE, ActionStatus.DOING, ActionStatus.STOPPED)
"""What the keys 1, 2 and 3 say."""


def answer_words() -> tuple[str, str, str]:
    """The answers in words."""
    return _("It is done"), _("It goes on"), _("It was stopped")


class CarriedRow(QFrame):
    """One piece of homework: what, who and until when; three answers and a remark.

    `selected` when it was clicked, `answered(status)` by its buttons.
    """

    selected = Signal()
    answered = Signal(object)

    def __init__(self, live: LiveDocument, row: CarriedAction) -> None:
        super().__init__()
        self._live = live
        self.row = row
        self.setObjectName("carried")
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT + UNIT // 2, UNIT // 2, UNIT, UNIT // 2)
        column.setSpacing(UNIT // 2)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self.what = Paragraph(BODY, bold=True)
        self.who = Paragraph(SMALL, SECOND_TEXT)
        words.addWidget(self.what)
        words.addWidget(self.who)
        head.addLayout(words, 1)
        self.buttons = [self._answer_button(place) for place in range(len(ANSWERS))]
        for one in self.buttons:
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        self.remark = Line(hint=_("A word on it (optional)"))
        self.remark.setAccessibleName(_("A word on it"))
        self.remark.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self.remark)
        self.form = Form({"remark": self.remark}, self)
        self.form.settled.connect(self._save)
        self.show_row(row)
        self.select(False)

    def _answer_button(self, place: int) -> QPushButton:
        made = button(answer_words()[place], lambda: self.answered.emit(ANSWERS[place]))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def show_row(self, row: CarriedAction) -> None:
        """Show what is known of it."""
        self.row = row
        self.what.say(row.what)
        self.who.say("  ".join(filter(None, (row.owner, day_told(row.due) if row.due else ""))))
        self.form.show({"remark": row.remark})
        for status, made in zip(ANSWERS, self.buttons, strict=True):
            made.setChecked(row.status is status)
        self.setAccessibleName(row.what)

    def select(self, on: bool) -> None:
        """Be the row that the keys 1, 2 and 3 are for: it shows them, and its remark."""
        ground, edge = (KEY_TINT, KEY) if on else (WHITE, HAIRLINE)
        self.setStyleSheet(f"QFrame#carried {{ background: {ground}; border: 1px solid {edge}; border-radius: 8px; }}")
        self.remark.setVisible(on or bool(self.row.remark))
        for place, (words, made) in enumerate(zip(answer_words(), self.buttons, strict=True), start=1):
            made.setText(f"{place} {words}" if on else words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.selected.emit()
        super().mousePressEvent(event)

    def _save(self, continuing: bool) -> None:
        known = self._live.workshop.carried.get(self.row.id)
        if known is None:
            self.form.saved()
            return
        changed = replace(known, remark=self.remark.value().strip())
        if changed == known or self._live.apply(set_row(self._live.workshop, changed), continuing=continuing):
            self.form.saved()


class CarriedList(QScrollArea):
    """All rows, or a word on what to do with the minutes where there are none. `left` when the keys should go back."""

    left = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._at = 0
        self.rows: list[CarriedRow] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LEAST_HEIGHT)
        ground = QWidget()
        ground.setObjectName("homework")
        ground.setStyleSheet(f"QWidget#homework {{ background: {WHITE}; }}")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT // 2)
        self.empty = label(_first_meeting(), "lead", wrap=True)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.setWidget(ground)

    def sizeHint(self) -> QSize:
        return QSize(300, self.minimumHeight())

    @property
    def selected(self) -> CarriedRow | None:
        """The row that the keys are for."""
        return self.rows[self._at] if self._at < len(self.rows) else None

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the homework as it stands; what is being typed stays."""
        known = listed(workshop, CarriedAction)
        if [row.id for row in known] != [made.row.id for made in self.rows]:
            self._make(known)
        for made, row in zip(self.rows, known, strict=True):
            if made.row != row:
                made.show_row(row)
        self.empty.setVisible(not known)
        least = LEAST_HEIGHT if known else EMPTY_HEIGHT
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)
            self.updateGeometry()

    def _make(self, known: list[CarriedAction]) -> None:
        for old in self.rows:
            old.form.flush()
            old.hide()
            old.deleteLater()
        self.rows = [CarriedRow(self._live, row) for row in known]
        for place, made in enumerate(self.rows):
            self._column.insertWidget(place, made)
            made.selected.connect(lambda place=place: self.select(place))
            made.answered.connect(lambda status, place=place: self._answer(place, status))
            made.remark.returnPressed.connect(self.left)
        undone = (place for place, row in enumerate(known) if row.status not in ANSWERS)
        self.select(next(undone, 0))

    def select(self, place: int) -> None:
        """The keys are for this row from now on."""
        if self.selected is not None and self.selected.remark.hasFocus():
            self.left.emit()  # which saves what was typed; else the focus would go to the next button
        self._at = max(0, min(place, len(self.rows) - 1))
        for number, made in enumerate(self.rows):
            made.select(number == self._at)
        QTimer.singleShot(0, self, self._into_view)

    def step(self, by: int) -> None:
        """Select the row below (1) or above (-1)."""
        self.select(self._at + by)

    def answer(self, place: int) -> None:
        """The selected homework is done (0), goes on (1) or is stopped (2); then the next row is selected."""
        self._answer(self._at, ANSWERS[place])

    def _answer(self, at: int, status: ActionStatus) -> None:
        if at >= len(self.rows):
            return
        made = self.rows[at]
        made.form.flush()
        known = self._live.workshop.carried.get(made.row.id)
        kept = known is not None and self._live.apply(set_row(self._live.workshop, replace(known, status=status)))
        made.show_row(self._live.workshop.carried.get(made.row.id, made.row))
        if kept:
            self.select(at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down select, also from a line that is typed into."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def _into_view(self) -> None:
        if self.selected is not None:
            self.ensureWidgetVisible(self.selected, 0, UNIT)


def _first_meeting() -> str:
    return _(
        "There is no homework of last time. In a first meeting, ask each for one thing they gave up lately and do not"
        " miss; or go on at once with →, and keep the minutes for later. Homework is taken over when the workshop is"
        " made as the next one of a series."
    )
