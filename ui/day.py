"""A day or none, chosen from a calendar that hangs under its button."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.language import current_language
from models.language import gettext as _
from ui.parts import button
from ui.theme import DISABLED_TEXT, TARGET, TEXT, WHITE


def day_told(day: date) -> str:
    """A day with its weekday, in the interface's language."""
    weekday = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]
    return _("{month}/{day}/{year} ({weekday})").format(year=day.year, month=day.month, day=day.day, weekday=weekday)


class Day(QPushButton):
    """A day or none, chosen from a calendar or from `shortcuts` (words, days from `today`)."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], shortcuts: Sequence[tuple[str, int]] = (), none: str = "") -> None:
        super().__init__()
        self._today, self._shortcuts, self._none = today, shortcuts, none or _("Choose a day")
        self._value: date | None = None
        self.setMinimumHeight(TARGET)
        self.clicked.connect(self._open)
        self.show_value(None)

    def value(self) -> date | None:
        """The chosen day."""
        return self._value

    def show_value(self, value: date | None) -> None:
        """Show a day, or that there is none, without telling that it was chosen."""
        self._value = value
        self.setText(self._none if value is None else day_told(value))

    def choose(self, value: date | None) -> None:
        """Take a day, as a person does in the calendar."""
        self.show_value(value)
        self.edited.emit()

    def _open(self) -> None:
        popup = DayPopup(self, self._value or self._today(), self._today(), self._shortcuts)
        popup.chosen.connect(self.choose)
        popup.adjustSize()
        popup.move(_beside(self, popup))
        popup.show()
        popup.calendar.setFocus()


class DayPopup(QFrame):
    """The calendar that hangs under a `Day`; Escape closes it and nothing is chosen."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, shown: date, today: date, shortcuts: Sequence[tuple[str, int]]) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        for words, days in shortcuts:
            row.addWidget(button(words, partial(self._take, today + timedelta(days=days)), "quiet"))
        column.addLayout(row)
        self.calendar = _calendar(shown)
        self.calendar.clicked.connect(lambda day: self._take(_date(day)))
        self.calendar.activated.connect(lambda day: self._take(_date(day)))
        column.addWidget(self.calendar)
        column.addWidget(button(_("Leave it open"), lambda: self._take(None), "quiet"))

    def _take(self, day: date | None) -> None:
        self.chosen.emit(day)
        self.close()


def _calendar(shown: date) -> QCalendarWidget:
    from models.library.plain import FIRST_YEAR, LAST_YEAR

    made = QCalendarWidget()
    made.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))  # no more than a file handed over may hold
    made.setLocale(QLocale(QLocale.Language.Japanese if current_language() == "ja" else QLocale.Language.English))
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setSelectedDate(QDate(shown.year, shown.month, shown.day))
    made.setMinimumSize(380, 340)
    made.setStyleSheet(
        f"QWidget#qt_calendar_navigationbar {{ background: {WHITE}; }}"
        f"QToolButton {{ border-color: transparent; padding: 0 8px; min-width: {TARGET - 18}px; }}"
        f"QToolButton:focus {{ border: 2px solid {TEXT}; }} QAbstractItemView {{ border-radius: 0; }}"
        f"QAbstractItemView:disabled {{ color: {DISABLED_TEXT}; }}"
    )
    made.setAccessibleName(_("Calendar"))
    return made


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _beside(owner: QWidget, popup: QWidget) -> QPoint:
    """Under its owner, or wherever it is whole on the screen."""
    room = owner.screen().availableGeometry()
    at = owner.mapToGlobal(QPoint(0, owner.height() + 4))
    x = min(max(at.x(), room.left()), room.right() - popup.width())
    return QPoint(x, min(max(at.y(), room.top()), room.bottom() - popup.height()))
