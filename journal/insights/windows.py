"""Values by day, and what a window of days says of them: medians and quartiles with their n, or why there are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from journal.insights import thresholds
from journal.insights.statistics import quantile
from journal.insights.summary import Figure, Missing, Span, Statistic

WEEK = 7
QUARTILES = (0.25, 0.75)


@dataclass(slots=True)
class Series:
    """A measure's values by day index, in whole base units; ``unit`` of them make one of the unit shown.

    Base units (milligrams, milliseconds) keep medians exact, so that two equal weeks are never told apart by rounding.
    The values of the ``incomplete`` days are what is known of them: the truth is that or more.
    """

    unit: int = 1
    values: dict[int, list[float]] = field(default_factory=dict)
    incomplete: set[int] = field(default_factory=set)

    def add(self, day: int, *values: float, complete: bool = True) -> None:
        """All values of a day; none are none."""
        if values:
            self.values[day] = [*values]
            if not complete:
                self.incomplete.add(day)

    def within(self, window: range) -> list[int]:
        """The days of the window that have values."""
        return [day for day in window if day in self.values]

    def known(self, days: Iterable[int]) -> list[float]:
        """The values of these days as far as they are known (L)."""
        return [value for day in days for value in self.values[day]]

    def at_most(self, days: Iterable[int]) -> list[float]:
        """The same with every incomplete day put at the top (U)."""
        return [inf if day in self.incomplete else value for day in days for value in self.values[day]]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A statistic computed on what is known (``low``) and with every incomplete day put at the top (``high``)."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether incomplete days cannot change it."""
        return self.low == self.high

    def shown_in(self, unit: int) -> Statistic:
        """The number to be shown."""
        return Statistic(self.low / unit, at_least=not self.exact)


Weeks = Sequence[Bounds | None]  # oldest first; None: too few days with values


def span_back(last: dt.date, days: int) -> Span:
    """So many days, the last included."""
    return Span(last - dt.timedelta(days=days - 1), last)


def median_bounds(series: Series, days: Sequence[int], fraction: float = 0.5) -> Bounds:
    """The median, or another quantile, of the values of these days; at least one."""
    known = quantile(series.known(days), fraction)
    complete = series.incomplete.isdisjoint(days)
    return Bounds(known, known if complete else quantile(series.at_most(days), fraction))


def median_figure(series: Series, window: range, fewest: int, absent: Missing, quartiles: bool = True) -> Figure:
    """The median, with quartiles; ``absent`` says why, if fewer than ``fewest`` days have values."""
    days = series.within(window)
    n, incomplete = sum(len(series.values[day]) for day in days), _incomplete(series, days)
    if len(days) < fewest:
        return Figure(None, n, incomplete=incomplete, missing=absent)
    middle = median_bounds(series, days)
    if _nothing_known(middle):
        return Figure(None, n, incomplete=incomplete, missing=Missing.NOT_SAID)
    low, high = (
        median_bounds(series, days, quartile).shown_in(series.unit) if quartiles else None for quartile in QUARTILES
    )
    return Figure(middle.shown_in(series.unit), n, low, high, incomplete=incomplete)


def largest_figure(series: Series, window: range, absent: Missing) -> Figure:
    """The largest day; at least that, where a day of the window is incomplete."""
    days = series.within(window)
    if not days:
        return Figure(None, 0, missing=absent)
    incomplete = _incomplete(series, days)
    largest = Bounds(max(series.known(days)), max(series.at_most(days)))
    if _nothing_known(largest):
        return Figure(None, len(days), incomplete=incomplete, missing=Missing.NOT_SAID)
    return Figure(largest.shown_in(series.unit), len(days), incomplete=incomplete)


def count_figure(k: int, n: int, at_least: bool = False) -> Figure:
    """``k`` of ``n`` days."""
    if not n:
        return Figure(None, 0, of=0, missing=Missing.TOO_FEW)
    return Figure(Statistic(k, at_least), n, of=n)


def _incomplete(series: Series, days: Iterable[int]) -> int:
    return sum(day in series.incomplete for day in days)


def _nothing_known(bounds: Bounds) -> bool:
    return bounds.low == 0 and bounds.high == inf


def week_ranges(window: range, partial: bool = False) -> list[range]:
    """The whole weeks counted back from the window's end, oldest first; days before the first belong to no week.

    With ``partial`` these are a week of their own.
    """
    rest = len(window) % WEEK
    first = [range(window.start, window.start + rest)] if partial and rest else []
    return first + [range(start, start + WEEK) for start in range(window.start + rest, window.stop, WEEK)]


def weekly_medians(series: Series, weeks: Iterable[range]) -> Weeks:
    """The median of each week, in base units; None with fewer than 4 days of values."""
    days_with_values = (series.within(week) for week in weeks)
    return [
        median_bounds(series, days) if len(days) >= thresholds.DAYS_OF_A_WEEK else None for days in days_with_values
    ]


def weekly_shares(taken: Series, weeks: Iterable[range]) -> Weeks:
    """Of days that are 1 or 0: how many days a week, of those that are known; None with fewer than 4 such days."""
    known_days = (taken.within(week) for week in weeks)
    return [days_a_week(taken, days) if len(days) >= thresholds.DAYS_OF_A_WEEK else None for days in known_days]


def days_a_week(taken: Series, days: Sequence[int]) -> Bounds:
    """The share of days that are 1, times 7; an incomplete day is at least 0 and at most 1."""
    known = sum(taken.known(days))
    return Bounds(WEEK * known / len(days), WEEK * (known + _incomplete(taken, days)) / len(days))
