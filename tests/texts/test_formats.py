"""Dates, times and numbers look as each region writes them; without a region they look as they always did."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.texts import Texts, english
from journal.texts.language import translated

WHEN = dt.datetime(2026, 11, 9, 15, 4)
DAY = WHEN.date()
NARROW = "\u202f"

LOOKS = {
    ("en", ""): (
        "15:04", "15", "Monday 9 November", "Monday 9 November 2026", "9 November 2026", "9 Nov 2026", "9 Nov",
        "Nov 2026",
    ),
    ("en", "en_US"): (
        f"3:04{NARROW}PM", f"3{NARROW}PM", "Monday, November 9", "Monday, November 9, 2026", "November 9, 2026",
        "Nov 9, 2026", "Nov 9", "Nov 2026",
    ),
    ("en", "en_GB"): (
        "15:04", "15", "Monday, 9 November", "Monday, 9 November 2026", "9 November 2026", "9 Nov 2026", "9 Nov",
        "Nov 2026",
    ),
    # English words, as they are written in Germany: there is English of Germany.
    ("en", "de_DE"): (
        "15:04", "15", "Monday, 9 November", "Monday, 9 November 2026", "9 November 2026", "9 Nov 2026", "9 Nov",
        "Nov 2026",
    ),
    # English words with the clock of twelve hours: there is no English of Egypt.
    ("en", "ar_EG"): (
        f"3:04{NARROW}pm", f"3{NARROW}pm", "Monday, 9 November", "Monday, 9 November 2026", "9 November 2026",
        "9 Nov 2026", "9 Nov", "Nov 2026",
    ),
    ("de", "de_DE"): (
        "15:04", "15", "Montag, 9. November", "Montag, 9. November 2026", "9. November 2026", "9. Nov. 2026", "9. Nov.",
        "Nov. 2026",
    ),
    ("fr", "fr_FR"): (
        "15:04", "15", "lundi 9 novembre", "lundi 9 novembre 2026", "9 novembre 2026", "9 nov. 2026", "9 nov.",
        "nov. 2026",
    ),
    ("sv", "sv_SE"): (
        "15:04", "15", "måndag 9 november", "måndag 9 november 2026", "9 november 2026", "9 nov. 2026", "9 nov.",
        "nov. 2026",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "region"), LOOKS)
def test_dates_and_times(language: str, region: str) -> None:
    texts = translated(language, region, region)
    shown = (
        texts.time(WHEN), texts.hour(WHEN), texts.day(DAY), texts.full_day(DAY), texts.long_day(DAY),
        texts.short_day(DAY), texts.day_and_month(DAY), texts.month_and_year(DAY),
    )  # fmt: skip
    assert shown == LOOKS[language, region]


@pytest.mark.parametrize(
    ("region", "number", "integer"),
    [
        ("", "2.5", "18,412"),
        ("en_US", "2.5", "18,412"),
        ("de_DE", "2,5", "18.412"),
        ("fr_FR", "2,5", "18\u202f412"),
        ("sv_SE", "2,5", "18\u00a0412"),
        ("de_CH", "2.5", "18'412"),
    ],
)
def test_numbers(region: str, number: str, integer: str) -> None:
    texts = english(numbers=region)
    assert (texts.number(2500), texts.integer(18_412)) == (number, integer)


@pytest.mark.parametrize(("region", "first"), [("", 0), ("en_US", 6), ("en_GB", 0), ("de_DE", 0), ("ar_EG", 5)])
def test_the_week_begins_where_the_region_says(region: str, first: int) -> None:
    assert english(region).first_weekday == first


def test_dates_and_numbers_may_be_of_two_regions() -> None:
    texts = english("en_US", "de_DE")
    assert (texts.short_day(DAY), texts.number(2500)) == ("Nov 9, 2026", "2,5")


def test_an_unknown_region_is_none() -> None:
    texts = english("xx_YY", "no region")
    assert (texts.time(WHEN), texts.number(2500)) == ("15:04", "2.5")


def test_what_two_days_share_is_said_once() -> None:
    same_month, same_year, later = dt.date(2026, 11, 15), dt.date(2026, 12, 1), dt.date(2027, 1, 2)
    texts = english()
    assert texts.first_and_last(DAY, same_month) == ("9", "15 November 2026")
    assert texts.first_and_last(DAY, same_year) == ("9 November", "1 December 2026")
    assert texts.first_and_last(DAY, later) == ("9 November 2026", "2 January 2027")
    assert english("en_US").first_and_last(DAY, same_month) == ("November 9", "November 15, 2026")


def test_names_of_weekdays_and_months() -> None:
    texts = Texts()
    assert [texts.short_weekday(n) for n in range(7)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert texts.weekday(DAY) == "Monday" and texts.short_month(dt.date(2026, 9, 1)) == "Sep"
    assert texts.time_of_day(240) == "04:00"
