"""できることから: what stands in the matrix as a list, what the section can do itself first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.board import Cluster, DotVote, Note, Payoff
from models.decisions import ActionItem
from models.edits.change import Edit
from models.language import gettext as _
from models.payoff import Weighed, doable_first, level, to_begin_with, unplaced, weighable
from models.text import cut
from models.workshop import Details, Workshop
from ui.decide.matrix.wording import counts_told, effect_word, reach_word, title_of
from ui.live_document import LiveDocument
from ui.panes import list_page
from ui.parts import button, emptied, label
from ui.theme import KEY, KEY_TINT, TARGET, UNIT

MOST_ROWS = 100
MOST_CHARS = 120


class DoableRow(QFrame):
    """One line of the list: its number, what it is, where it stands, and the button that makes homework of it."""

    action_wanted = Signal(str)

    def __init__(self, number: int, one: Weighed, homework: int, *, first: bool) -> None:
        super().__init__()
        self.one = one
        self.setProperty("role", "card")
        if first:
            self.setObjectName("first")
            self.setStyleSheet(f"QFrame#first {{ border: 2px solid {KEY}; background: {KEY_TINT}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(2 * UNIT)
        row.addWidget(_number(number))
        row.addLayout(_words(one, homework), 1)
        self.button = button(_("Make it homework"), lambda: self.action_wanted.emit(one.id))
        self.button.setAccessibleName(_("Make homework of {title}").format(title=title_of(one)))
        row.addWidget(self.button)


def _number(number: int) -> QWidget:
    made = label(str(number), "heading")
    made.setMinimumWidth(TARGET - UNIT)
    return made


def _words(one: Weighed, homework: int) -> QVBoxLayout:
    assert one.payoff is not None
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(cut(title_of(one), MOST_CHARS), "field", wrap=True))
    effect = _("Effect: {effect}").format(effect=effect_word(level(one.payoff.effect)))
    made = _("Homework: {count}").format(count=homework) if homework else ""
    told = (reach_word(one.payoff.reach), effect, counts_told(one), made)
    column.addWidget(label("　".join(filter(None, told)), "second", wrap=True))
    return column


class DoablePane(QWidget):
    """The list, and a sentence where it is empty. `action_wanted` carries the id of a group or note."""

    action_wanted = Signal(str)
    matrix_wanted = Signal()

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self._live = live
        self._shape: object = None
        self.rows: list[DoableRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        area, self._list = list_page()
        column.addWidget(area)
        live.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now; rows are made anew only when something in them changed."""
        workshop = self._live.workshop
        ones = doable_first(workshop)
        told = [(one, _homework(workshop, one)) for one in ones]
        missing = sum(one.is_group for one in unplaced(weighable(workshop)))
        if (told, missing) == self._shape:
            return
        self._shape = told, missing
        emptied(self._list)
        first = to_begin_with(ones)
        rows = enumerate(told[:MOST_ROWS], 1)
        self.rows = [DoableRow(place, one, made, first=place <= first) for place, (one, made) in rows]
        self._fill(len(ones), first, missing)

    def _fill(self, count: int, first: int, missing: int) -> None:
        self._list.addWidget(label(_how(count), "second", wrap=True))
        if count and missing:
            self._list.addWidget(self._missing(missing))
        for place, row in enumerate(self.rows):
            if place == 0 and first:
                self._list.addWidget(_heading(_("Begin with these")))
            elif place == first and first:
                self._list.addWidget(_heading(_("Then these")))
            row.action_wanted.connect(self.action_wanted)
            self._list.addWidget(row)
        if not count:
            opening = button(_("Open the matrix"), self.matrix_wanted.emit, "primary")
            self._list.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        elif count > MOST_ROWS:
            self._list.addWidget(label(_("And {count} more").format(count=f"{count - MOST_ROWS:,}"), "second"))
        self._list.addStretch(1)

    def _missing(self, count: int) -> QWidget:
        """How many groups are not in the list, and the way to where they are placed."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = _("Groups not placed yet: {count}. They are not in this list.")
        row.addWidget(label(words.format(count=f"{count:,}"), "warning", wrap=True), 1)
        row.addWidget(button(_("Open the matrix"), self.matrix_wanted.emit))
        return made

    def _changed(self, edit: Edit) -> None:
        if self.isVisible() and edit.touches(Note, Cluster, Payoff, DotVote, Details, ActionItem):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # while nobody saw it nothing was followed


def _homework(workshop: Workshop, one: Weighed) -> int:
    return sum(action.cluster_id == one.id for action in workshop.actions.values()) if one.is_group else 0


def _heading(text: str) -> QWidget:
    made = label(text, "heading")
    made.setStyleSheet(f"color: {KEY};")
    made.setContentsMargins(0, 2 * UNIT, 0, 0)  # nearer to what it heads than to what is above
    return made


def _how(count: int) -> str:
    if not count:
        return _("Nothing stands in the matrix yet. Place groups there; then they are put in order here.")
    return _("What our division can do itself comes first, then the greater effect, then the more dots.")
