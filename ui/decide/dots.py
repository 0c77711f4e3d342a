"""Dots of one group: counted in secret while the vote is open, a bar when it is closed."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.edits.turns import Turns
from models.edits.voting import MAX_DOTS
from models.language import gettext as _
from models.workshop import VoteTurn
from ui.editors import Number, number_told
from ui.form import Form
from ui.parts import button, label
from ui.theme import KEY, KEY_TINT, TARGET, UNIT

COVER = "●"


class SecretNumber(Number):
    """A number that shows only that it is there, until it is uncovered."""

    def __init__(self, most: float) -> None:
        self._kept: float | None = None
        self.covered = True
        super().__init__(most=most)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def value(self) -> float | None:
        """The number, covered or not."""
        return self._kept if self.covered else super().value()

    def show_value(self, value: float | None) -> None:
        """Show a number, or a dot in its place while it is covered."""
        self._kept = value
        shown = "" if value is None else COVER if self.covered else number_told(value)
        self.setText(shown)

    def cover(self, covered: bool) -> None:
        """Hide the number, or show it."""
        value = self.value()
        self.covered = covered
        self.show_value(value)


class Stepper(QWidget):
    """−, a number and ＋. `counted(number, continuing)` asks for saving, `form.saved()` answers it."""

    counted = Signal(int, bool)

    def __init__(self, field: Number, names: tuple[str, str, str], width: int = 64) -> None:
        super().__init__()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        self.field = field
        self.field.setFixedWidth(width)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName(names[0])
        self.less = self._button("−", -1, names[1])
        self.more = self._button("＋", 1, names[2])
        for part in (self.less, self.field, self.more):
            row.addWidget(part)
        self.form = Form({"number": field}, self)
        self.form.settled.connect(self._tell)

    def show_number(self, number: int | None) -> None:
        """Show what was counted, None while nothing was."""
        self.form.show({"number": None if number is None else float(number)})

    def insert_before(self, widget: QWidget) -> None:
        """Put something before −."""
        self._row.insertWidget(0, widget)

    def _button(self, sign: str, by: int, name: str) -> QPushButton:
        made = button(sign, lambda: self._step(by))
        made.setAccessibleName(name)
        made.setFixedSize(TARGET, TARGET)
        made.setStyleSheet("padding: 0; font-size: 20px;")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _step(self, by: int) -> None:
        self.field.step(by)
        self.form.flush()

    def _tell(self, continuing: bool) -> None:
        number = self.field.value()
        if number is not None:
            self.counted.emit(int(number), continuing)
        else:
            self.form.saved()


class DotsEntry(Stepper):
    """The dots of one candidate, seen only while somebody is at it: a projector shows nothing by accident.

    Once the managers' turn has come the field holds the dots of those whose turn it is, and says so; the others' are
    told beside it, covered likewise, and `counted` carries the total.
    """

    def __init__(self, group: str) -> None:
        self._secret = SecretNumber(MAX_DOTS)
        self._group = group
        self._others: int | None = None
        self._turn = VoteTurn.STAFF
        names = (
            _("Dots for {group}").format(group=group),
            _("One dot less for {group}").format(group=group),
            _("One dot more for {group}").format(group=group),
        )
        super().__init__(self._secret, names)
        self.caption = self._two_lines()
        self.insert_before(self.caption)
        for part in (self.less, self.field, self.more):
            part.installEventFilter(self)

    def _two_lines(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, UNIT // 2, 0)
        column.setSpacing(0)
        self._other, self._own = label("", "second"), label("", "field")
        for line in (self._other, self._own):
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(line)
        made.hide()
        return made

    @property
    def total(self) -> int:
        """The dots of both turns together."""
        return (self._others or 0) + int(self.field.value() or 0)

    def show_dots(self, total: int | None, turns: Turns, candidate_id: str) -> None:
        """Show what was counted, None while nothing was, in the turn that it is."""
        staff, managers = turns.share(candidate_id, total or 0)
        self._turn = turns.turn
        if turns.turn is VoteTurn.MANAGERS:
            self._others, own = staff, managers or None
        else:
            self._others, own = managers or None, None if total is None else staff
        self.show_number(own)
        self._tell_others()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Uncovered with the focus on one of the three, covered without."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            here = QApplication.focusWidget() in (self.less, self.field, self.more)
            self._secret.cover(not here)
            self._tell_others()
        return super().eventFilter(watched, event)

    def _tell_others(self) -> None:
        """Say beside the field whose dots it holds, and whose are added to them."""
        self.caption.setVisible(self._others is not None)
        if self._others is None:
            self.field.setAccessibleName(_("Dots for {group}").format(group=self._group))
            return
        managers = self._turn is VoteTurn.MANAGERS
        other = _("Staff {dots}") if managers else _("Managers {dots}")
        self._other.setText(other.format(dots=COVER if self._secret.covered else f"{self._others:,}"))
        self._own.setText(_("＋ managers") if managers else _("＋ staff"))
        name = _("Managers' dots for {group}") if managers else _("Staff's dots for {group}")
        self.field.setAccessibleName(name.format(group=self._group))


class Bar(QWidget):
    """A share of the most, to scale."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setFixedHeight(2 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole as a tint, the share in the key colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(KEY_TINT))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), QColor(KEY))
        painter.end()
