"""Dates under a chart: as many as fit, in order, Mondays on paper."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.dates import date_ticks
from journal.texts import english

TEXTS = english()


@given(st.dates(dt.date(1950, 1, 1), dt.date(2060, 1, 1)), st.integers(1, 20_000), st.integers(2, 20))
def test_dates_are_few_in_order_and_inside(first: dt.date, count: int, room: int) -> None:
    ticks = date_ticks(TEXTS, first, count, room)
    assert len(ticks) <= room
    places = [tick.x for tick in ticks]
    assert places == sorted(set(places)) and all(0 < x < count for x in places)


def test_paper_has_every_second_monday() -> None:
    first = dt.date(2026, 3, 9)  # a Monday
    assert [tick.label for tick in date_ticks(TEXTS, first, 84, 3, paper=True)] == [
        "9 Mar", "23 Mar", "6 Apr", "20 Apr", "4 May", "18 May",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "labels"),
    [
        (3, ["19 Nov", "20 Nov", "21 Nov"]),
        (300, ["Jan 2027", "Mar", "May", "Jul", "Sep"]),
        (3000, ["2028", "2030", "2032", "2034"]),
    ],
)
def test_days_months_and_years(count: int, labels: list[str]) -> None:
    found = [tick.label for tick in date_ticks(TEXTS, dt.date(2026, 11, 19), count, 8)]
    assert found == labels
