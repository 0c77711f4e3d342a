"""Dates in the Japanese era, with the weekday computed and never typed."""

from datetime import date, time

from exports.typesetting.numerals import Digits, number

_ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 10, 23), "明治"),
)
_WEEKDAYS = "月火水木金土日"


def era_year(day: date) -> tuple[str, int]:
    """The era a day lies in and the year in it; before Meiji the common era (西暦)."""
    for begins, name in _ERAS:
        if day >= begins:
            return name, day.year - begins.year + 1
    return "西暦", day.year


def long_date(day: date, digits: Digits = Digits.MIXED, *, weekday: bool = True) -> str:
    """令和８年６月４日（木）; the first year of an era is 元年."""
    era, year = era_year(day)
    shown = "元" if year == 1 and era != "西暦" else number(year, digits)
    name = f"{era}{shown}年{number(day.month, digits)}月{number(day.day, digits)}日"
    return f"{name}（{_WEEKDAYS[day.weekday()]}）" if weekday else name


def short_date(day: date) -> str:
    """令和8.6.4, for tables."""
    era, year = era_year(day)
    shown = "元" if year == 1 and era != "西暦" else str(year)
    return f"{era}{shown}.{day.month}.{day.day}"


def clock(at: time) -> str:
    """13:30, as it stands in the line of date and time."""
    return f"{at.hour}:{at.minute:02d}"
