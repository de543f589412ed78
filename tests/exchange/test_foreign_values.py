"""Numbers, days and times as others write them: exact, or refused with the reason."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.refusal import Refused
from journal.exchange.foreign_values import (
    DateOrder,
    Times,
    day_and_clock,
    exact_number,
    stamp_key,
    written_clock,
    written_day,
)

NUMBERS = {
    ("2.5", ""): "2.5", ("2,5", ""): "2.5", ("0,125", ""): "0.125", ("12", ""): "12", ("2,50", ""): "2.50",
    ("1,500", "."): "1500", ("1,500", ","): "1.500", ("1.500", "."): "1.500", ("1.500", ","): "1500",
    ("1.234,5", ","): "1234.5", ("1,234,567", "."): "1234567", ("2,5", ","): "2.5", (".5", ""): "0.5",
}  # fmt: skip
ODD_NUMBERS = {
    ("1,500", ""): "amount-ambiguous", ("1.234", ""): "amount-ambiguous", ("2,5", "."): "amount-unreadable",
    ("1.2.3", ""): "amount-unreadable", ("1,23,456", "."): "amount-unreadable", ("2.", "."): "amount-unreadable",
    (".", ""): "amount-unreadable", ("-2", "."): "amount-negative", ("1e3", "."): "amount-unreadable",
    ("٢", ""): "amount-unreadable", ("1_000", ""): "amount-unreadable", ("", ""): "amount-unreadable",
    ("NaN", "."): "amount-unreadable", ("=2", "."): "amount-unreadable", ("0,500", "."): "amount-unreadable",
}  # fmt: skip


@pytest.mark.parametrize(("written", "decimal"), NUMBERS)
def test_a_number_is_read_exactly(written: str, decimal: str) -> None:
    assert exact_number(written, decimal) == NUMBERS[written, decimal]


@pytest.mark.parametrize(("written", "decimal"), ODD_NUMBERS)
def test_what_is_no_number_is_refused(written: str, decimal: str) -> None:
    with pytest.raises(Refused) as caught:
        exact_number(written, decimal)
    assert caught.value.code == ODD_NUMBERS[written, decimal]


@given(st.integers(0, 999_999), st.integers(0, 999), st.sampled_from(".,"))
def test_grouped_numbers_come_back(whole: int, fraction: int, decimal: str) -> None:
    written = f"{whole:,}.{fraction:03d}"
    if decimal == ",":
        written = written.translate(str.maketrans(".,", ",."))
    assert exact_number(written, decimal) == f"{whole}.{fraction:03d}"


DMY, MDY, YMD = DateOrder
DAYS = {
    ("2026-11-20", None): "2026-11-20", ("2026/1/2", MDY): "2026-01-02", ("20.11.2026", None): "2026-11-20",
    ("11/20/2026", None): "2026-11-20", ("3/4/2026", DMY): "2026-04-03", ("3/4/2026", MDY): "2026-03-04",
    ("3/4/26", DMY): "2026-04-03", ("26-03-04", YMD): "2026-03-04", ("4/4/2026", None): "2026-04-04",
    ("20 Nov 2026", None): "2026-11-20", ("November 20th, 2026", None): "2026-11-20",
    ("1. May 2026", DMY): "2026-05-01", ("26-11-05", YMD): "2026-11-05", ("26-11-05", DMY): "2005-11-26",
}  # fmt: skip
ODD_DAYS = {
    ("3/4/2026", None): "day-ambiguous", ("20/11/2026", MDY): "day-unreadable", ("31/2/2026", DMY): "day-unreadable",
    ("45000", None): "day-unreadable", ("today", None): "day-unreadable", ("", None): "day-unreadable",
    ("0000-01-01", None): "day-unreadable", ("13/13/2026", None): "day-unreadable", ("1/1/202", DMY): "day-unreadable",
    ("26-11-05", None): "day-ambiguous", ("25/12/03", None): "day-ambiguous", ("31.01.02", None): "day-ambiguous",
    ("03/04/26", None): "day-ambiguous", ("30.02.26", None): "day-unreadable", ("45.13.26", None): "day-unreadable",
    ("5-11-20", YMD): "day-unreadable",
    ("20 Ma 2026", None): "day-unreadable", ("20 Maybe 2026", None): "day-unreadable",
}  # fmt: skip


@pytest.mark.parametrize(("written", "order"), DAYS)
def test_a_day_is_read(written: str, order: DateOrder | None) -> None:
    assert written_day(written, order).isoformat() == DAYS[written, order]


@pytest.mark.parametrize(("written", "order"), ODD_DAYS)
def test_what_is_no_day_is_refused(written: str, order: DateOrder | None) -> None:
    with pytest.raises(Refused) as caught:
        written_day(written, order)
    assert caught.value.code == ODD_DAYS[written, order]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(DateOrder), st.sampled_from("./-"))
def test_every_day_comes_back_in_its_order(day: dt.date, order: DateOrder, sign: str) -> None:
    parts = {"d": f"{day.day:02d}", "m": f"{day.month:02d}", "y": str(day.year)}
    assert written_day(sign.join(parts[letter] for letter in order), order) == day


@pytest.mark.parametrize(
    ("written", "clock"),
    [("8:10", "08:10:00"), ("08.10", "08:10:00"), ("8:10 PM", "20:10:00"), ("12:00 am", "00:00:00"),
     ("12:30 p.m.", "12:30:00"), ("23:59:59", "23:59:59"), ("7:05:01.250", "07:05:01"), ("9pm", "21:00:00"),
     ("9 pm", "21:00:00"), ("0810", "08:10:00"), ("8:10:05 pm", "20:10:05")],
)  # fmt: skip
def test_a_time_of_day_is_read(written: str, clock: str) -> None:
    assert written_clock(written).isoformat() == clock


@pytest.mark.parametrize(
    "written", ["", "8", "810", "2460", "8:10:60", "24:00", "8:60", "13:00 pm", "0:30 am", "noon", "8:1", "٨:10"]
)
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="clock-unreadable"):
        written_clock(written)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("20.11.2026 21:30", ("20.11.2026", "21:30")),
        ("11/20/26, 9pm", ("11/20/26", "9pm")),
        ("11/20/26 9:30 PM", ("11/20/26", "9:30 PM")),
        ("20.11.2026 0810", ("20.11.2026", "0810")),
        ("20 Nov 2026", ("20 Nov 2026", "")),
        ("Nov 20, 2026", ("Nov 20, 2026", "")),
        ("20 Nov 2026 0810", ("20 Nov 2026", "0810")),
        ("11.12. 2026", ("11.12. 2026", "")),
        ("20.11.2026", ("20.11.2026", "")),
    ],
)
def test_a_day_and_the_time_behind_it(cell: str, parts: tuple[str, str]) -> None:
    assert day_and_clock(cell, None) == parts


def test_stamps_are_compared_whatever_their_spelling() -> None:
    assert (
        len({stamp_key(stamp) for stamp in ("2026-11-20 8:10", "2026-11-20T08:10:00.0001", "2026-11-20t08:10:00")}) == 1
    )
    assert stamp_key("2026-11-20T08:10Z") != stamp_key("2026-11-20T08:10")
    assert stamp_key(" odd ") == "odd"


def test_a_time_that_came_twice_is_the_first_and_is_counted() -> None:
    times = Times("Europe/Berlin")
    assert times.stamp("2026-10-25T02:30:00").isoformat() == "2026-10-25T02:30:00+02:00"
    assert times.stamp("2026-10-25T02:30:00+01:00").isoformat() == "2026-10-25T02:30:00+01:00"
    assert (times.twice, times.without_offset) == (1, 1)
