"""What a person chose goes before the system's region, each by itself; what is read follows what is shown."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import moment_from_iso
from journal.texts import english
from journal.texts.chosen_formats import Chosen
from journal.texts.typed import read_day, read_moment
from tests.journals import FixedClock

DAY, TIME = dt.date(2026, 11, 9), dt.time(21, 30)


@pytest.mark.parametrize(
    ("region", "chosen", "said"),
    [
        ("en_US", Chosen(), ("9:30\u202fPM", "Nov 9, 2026", "2.5", 6)),
        ("de_DE", Chosen(), ("21:30", "9 Nov 2026", "2,5", 0)),
        ("en_US", Chosen(clock="24"), ("21:30", "Nov 9, 2026", "2.5", 6)),
        ("en_US", Chosen(order="day"), ("9:30\u202fPM", "9 Nov 2026", "2.5", 6)),
        ("en_US", Chosen(decimal="comma"), ("9:30\u202fPM", "Nov 9, 2026", "2,5", 6)),
        ("en_US", Chosen(week="monday"), ("9:30\u202fPM", "Nov 9, 2026", "2.5", 0)),
        ("de_DE", Chosen("12", "month", "point", "saturday"), ("9:30\u202fPM", "Nov 9, 2026", "2.5", 5)),
        ("", Chosen("12", "month", "comma", "sunday"), ("9:30\u202fPM", "Nov 9, 2026", "2,5", 6)),
        ("de_DE", Chosen("what", "ever", "a file", "says"), ("21:30", "9 Nov 2026", "2,5", 0)),
    ],
)
def test_each_is_chosen_by_itself(region: str, chosen: Chosen, said: tuple[str, str, str, int]) -> None:
    texts = english(region, region, chosen)
    assert (texts.time(TIME), texts.short_day(DAY), texts.number(2500), texts.first_weekday) == said


@pytest.mark.parametrize(("order", "day"), [("day", dt.date(2026, 12, 11)), ("month", dt.date(2026, 11, 12))])
def test_a_day_in_numbers_is_read_in_the_chosen_order(order: str, day: dt.date) -> None:
    for region in ("", "en_US", "de_DE"):
        assert read_day(english(region, region, Chosen(order=order)), "11/12/2026") == day


@pytest.mark.parametrize("clock", ["system", "12", "24"])
@pytest.mark.parametrize("region", ["", "en_US", "de_DE"])
def test_a_shown_time_is_read_again(region: str, clock: str) -> None:
    texts = english(region, region, Chosen(clock=clock))
    now = FixedClock(moment_from_iso("2026-11-09T22:00:00+00:00", "UTC").utc_ms, "UTC")
    assert read_moment(texts, texts.time(TIME), now).local == dt.datetime.combine(DAY, TIME)
