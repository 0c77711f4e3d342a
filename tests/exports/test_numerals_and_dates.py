"""Tests of the numerals and dates of official papers."""

from datetime import date, time

import pytest

from exports.typesetting.dates import clock, long_date, short_date
from exports.typesetting.numerals import Digits, figure, kana, number, rounded


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 6, 4), "令和８年６月４日（木）", "令和8.6.4"),
        (date(2028, 12, 25), "令和10年12月25日（月）", "令和10.12.25"),
        (date(2019, 5, 1), "令和元年５月１日（水）", "令和元.5.1"),
        (date(2019, 4, 30), "平成31年４月30日（火）", "平成31.4.30"),
        (date(1989, 1, 7), "昭和64年１月７日（土）", "昭和64.1.7"),
        (date(1800, 1, 1), "西暦1800年１月１日（水）", "西暦1800.1.1"),
    ],
)
def test_date_is_in_its_era_when_written(day: date, long: str, short: str) -> None:
    assert (long_date(day), short_date(day)) == (long, short)


@pytest.mark.parametrize(("digits", "shown"), [(Digits.MIXED, "８12"), (Digits.HALF, "812"), (Digits.FULL, "８１２")])
def test_digits_follow_the_setting_when_written(digits: Digits, shown: str) -> None:
    assert number(8, digits) + number(12, digits) == shown


def test_figures_are_rounded_when_shown() -> None:
    assert [figure(1234.56), figure(3.0), figure(0.25)] == ["1,234.6", "3", "0.2"]
    assert [rounded(612.5), rounded(-0.5), rounded(2.4)] == [613, -1, 2]


def test_numbering_goes_on_when_the_kana_are_used_up() -> None:
    assert [kana(0), kana(1), kana(45), kana(46)] == ["ア", "イ", "ン", "アア"]


def test_time_has_two_digits_of_minutes_when_shown() -> None:
    assert clock(time(9, 5)) == "9:05"
