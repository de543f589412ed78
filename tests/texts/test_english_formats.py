"""The shipped table of English dates and numbers says in every region what Babel says there."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from journal.texts import english
from journal.texts.babel_formats import BabelDates, BabelNumbers
from journal.texts.english_formats import english_dates, english_numbers
from journal.texts.formats import Dates, Numbers, formats_of
from tests.texts.region_table import TABLE, as_shipped, regions

DAYS = [dt.date(2026, month, 2 * month) for month in range(1, 13)] + [dt.date(2027, 2, 28), dt.date(987, 6, 5)]
TIMES = [dt.time(0, 0), dt.time(9, 5), dt.time(11, 59), dt.time(12, 0), dt.time(23, 40)]
THOUSANDTHS = [0, 5, 50, 500, 1000, 2500, 12_340, 1_234_567_891, -1, -2500, -12_000_000]
INTEGERS = [0, 7, 999, 1000, 9999, 10_000, 123_456, -1, -18_412]
MILLIONS = [1_234_567, 12_345_678_901]
# Every look of dates and of numbers, though not every region that has it.
SOME = ("", "en_US", "en_GB", "en_IN", "en_ZA", "de_DE", "de_CH", "fr_FR", "sv_SE", "ar_EG", "fa_IR", "he_IL", "zh_TW")


def said_by(dates: Dates | None, numbers: Numbers | None) -> list[object]:
    """Everything that the two can say of the examples."""
    of_a_day = ("day", "full_day", "long_day", "short_day", "month_day", "short_month_day", "short_month_year")
    assert dates is not None and numbers is not None
    return [
        [dates.written(name, day) for name in of_a_day for day in DAYS],
        [dates.written(name, time) for name in ("time", "hour") for time in TIMES],
        [(dates.weekday(n), dates.short_weekday(n)) for n in range(7)],
        [dates.short_month(n) for n in range(1, 13)],
        (dates.first_weekday, dates.day_before_month),
        [numbers.number(n, None) for n in THOUSANDTHS],
        [numbers.number(n - n % (10 ** (3 - places)), places) for n in THOUSANDTHS for places in (0, 1, 2, 3)],
        [numbers.integer(n) for n in INTEGERS],
        [numbers.integer(n) for n in MILLIONS if numbers.integer(1000) != "1'000"],  # Babel takes some of these out
    ]


@pytest.mark.parametrize("region", SOME)
def test_it_says_what_babel_says(region: str) -> None:
    babels = said_by(BabelDates("en", region), BabelNumbers("en", region))
    assert said_by(english_dates(region), english_numbers(region)) == babels


@pytest.mark.slow
def test_it_says_what_babel_says_in_every_region() -> None:
    wrong = [
        region
        for region in regions()
        if said_by(english_dates(region), english_numbers(region))
        != said_by(BabelDates("en", region), BabelNumbers("en", region))
    ]
    assert wrong == []


@pytest.mark.slow
def test_the_table_is_what_the_locked_babel_says() -> None:
    assert TABLE.read_text(encoding="utf-8") == as_shipped(), "python3 -m tests.texts.region_table writes it anew"


def test_millions_have_all_their_signs_in_switzerland() -> None:
    assert [english("", "de_CH").integer(n) for n in MILLIONS] == ["1'234'567", "12'345'678'901"]


def test_a_region_that_the_table_does_not_have_is_babels_or_none() -> None:
    assert english_dates("en_Latn_US") is None and english_numbers("en_Latn_US") is None
    longer, unknown = (formats_of("en", region, region) for region in ("en_Latn_US", "xx_YY"))
    assert longer.dates == "en_Latn_US" and longer.number(2500, None) == "2.5"
    assert unknown.dates == "" and unknown.number(2500, None) == "2.5"


@pytest.mark.parametrize("region", ["", "de_DE", "en_US"])
def test_babel_is_not_loaded_for_it(region: str) -> None:
    code = (
        "import datetime as dt, sys; from journal.texts import english;"
        f"texts = english({region!r}, {region!r}); day = dt.date(2026, 11, 9);"
        "texts.full_day(day), texts.time(dt.time(9, 5)), texts.weekday(day), texts.integer(1000), texts.number(2500);"
        "texts.first_weekday; print([name for name in sys.modules if name.startswith('babel')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
