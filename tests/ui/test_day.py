"""Choosing a day."""

from datetime import date

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from models.library.plain import FIRST_YEAR, LAST_YEAR
from ui.day import Day, DayPopup


def test_only_days_are_offered_that_a_file_handed_over_may_hold(qtbot: QtBot) -> None:
    day = Day(lambda: date(2026, 6, 4))
    qtbot.addWidget(day)
    calendar = DayPopup(day, date(2026, 6, 4), date(2026, 6, 4), ()).calendar
    assert calendar.minimumDate() == QDate(FIRST_YEAR, 1, 1)
    assert calendar.maximumDate() == QDate(LAST_YEAR, 12, 31)
