"""Which dates stand under a chart: days that begin weeks, months or years, as many as fit, in the reader's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from journal.texts import Texts

FORTNIGHT = 14
PAPER_WEEKS_UP_TO = 120  # days


class DateTick(NamedTuple):
    """A date's place, in days from the chart's left edge, and its words."""

    x: float
    label: str


def date_ticks(texts: Texts, first: dt.date, count: int, room: int, paper: bool = False) -> list[DateTick]:
    """The finest set of at most ``room`` dates, at least 2; on paper every two weeks for the usual periods."""
    if paper and 28 <= count <= PAPER_WEEKS_UP_TO:
        return _weeks(texts, first, count, FORTNIGHT)
    ticks: list[DateTick] = []
    for ticks in _from_fine_to_coarse(texts, first, count):
        if len(ticks) <= max(2, room):
            break
    return ticks


def _from_fine_to_coarse(texts: Texts, first: dt.date, count: int) -> Iterator[list[DateTick]]:
    if count <= FORTNIGHT:
        yield from ([_dated(texts, first, x) for x in range(0, count, every)] for every in (1, 2, 4))
    if count <= 200:
        yield from (_weeks(texts, first, count, every) for every in (7, 14, 28))
    if count > 28:
        yield from (_months(texts, first, count, every) for every in (1, 2, 3, 6))
    yield from (_years(first, count, every) for every in (1, 2, 5, 10, 20, 50))


def _dated(texts: Texts, first: dt.date, x: int) -> DateTick:
    return DateTick(x + 0.5, texts.day_and_month(first + dt.timedelta(days=x)))


def _weeks(texts: Texts, first: dt.date, count: int, every: int) -> list[DateTick]:
    return [_dated(texts, first, x) for x in range((texts.first_weekday - first.weekday()) % 7, count, every)]


def _months(texts: Texts, first: dt.date, count: int, every: int) -> list[DateTick]:
    ticks: list[DateTick] = []
    for start in _firsts(first, count):
        if (start.month - 1) % every == 0:
            dated = texts.month_and_year(start) if start.month == 1 or not ticks else texts.short_month(start)
            ticks.append(DateTick((start - first).days + 0.5, dated))
    return ticks


def _years(first: dt.date, count: int, every: int) -> list[DateTick]:
    januaries = [day for day in _firsts(first, count) if day.month == 1 and day.year % every == 0]
    return [DateTick((day - first).days + 0.5, str(day.year)) for day in januaries]


def _firsts(first: dt.date, count: int) -> Iterator[dt.date]:
    """The first of every month in the range."""
    day = first if first.day == 1 else (first.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    while (day - first).days < count:
        yield day
        day = (day + dt.timedelta(days=32)).replace(day=1)
