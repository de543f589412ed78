"""Values by day, and what a window of days says of them: medians and quartiles with their n, or why there are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from journal.insights.days import DayFigures, DayState
from journal.insights.statistics import median, quantile, separation, wilson
from journal.insights.summary import Change, Comparison, Figure, Missing, Share, Span

WEEK = 7
WINDOW = 28
FEWEST_DAYS_OF_SEVEN = 4
FEWEST_DAYS = 5
FEWEST_DAYS_FOR_CHANGE = 14
FEWEST_DAYS_OF_A_WEEK = 4
FEWEST_WEEKS = (3, 4)
FEWEST_DAYS_FOR_SHARE = 6
SMALLEST_PRINTED = 0.1  # of the unit shown


@dataclass(slots=True)
class Series:
    """A measure's values by day index, in whole base units; ``unit`` of them make one of the unit shown.

    Base units (milligrams, milliseconds) keep medians exact, so that two equal weeks are never told apart by rounding.
    """

    unit: int = 1
    values: dict[int, list[float]] = field(default_factory=dict)

    def add(self, day: int, *values: float) -> None:
        """Values of a day; none are none."""
        if values:
            self.values.setdefault(day, []).extend(values)

    def within(self, window: range) -> list[list[float]]:
        """The values of each day of the window that has some."""
        return [self.values[day] for day in window if day in self.values]


def span_back(last: dt.date, days: int) -> Span:
    """So many days, the last included."""
    return Span(last - dt.timedelta(days=days - 1), last)


def flat(days: Iterable[Sequence[float]]) -> list[float]:
    """All values, days forgotten."""
    return [value for day in days for value in day]


def median_figure(series: Series, window: range, fewest: int, absent: Missing, quartiles: bool = True) -> Figure:
    """The median, with quartiles; ``absent`` says why, if fewer than ``fewest`` days have values."""
    days = series.within(window)
    values = flat(days)
    if len(days) < fewest:
        return Figure(None, len(values), missing=absent)
    low, middle, high = (quantile(values, fraction) / series.unit for fraction in (0.25, 0.5, 0.75))
    return Figure(middle, len(values), low, high) if quartiles else Figure(middle, len(values))


def largest_figure(series: Series, days: Sequence[DayFigures], window: range, absent: Missing) -> Figure:
    """The largest amount of a day; at least that, where a day without all of its weights has more than any other."""
    whole = flat(series.within(window))
    partial = [days[number].leaf_mg for number in window if days[number].weight_missing and days[number].leaf_mg]
    if not whole and not partial:
        return Figure(None, 0, missing=absent)
    largest, at_least = max(whole, default=0), max(partial, default=0)
    if absent is Missing.NOT_SAID and not max(largest, at_least):
        return Figure(None, len(whole), missing=absent)  # only the days confirmed without are known
    return Figure(max(largest, at_least) / series.unit, len(whole) + len(partial), at_least=at_least > largest)


def change(series: Series, last: range, before: range) -> Change:
    """The difference of the two medians, and whether they are clearly apart (S4)."""
    compared = comparison(series, last, before)
    later, earlier = series.within(last), series.within(before)
    if min(len(later), len(earlier)) < FEWEST_DAYS_FOR_CHANGE:
        return Change(None, compared, Missing.TOO_FEW)
    return Change((median(flat(later)) - median(flat(earlier))) / series.unit, compared)


def comparison(series: Series, last: range, before: range) -> Comparison:
    """S4: complete separation of the weekly medians, at least 4 of one window and 3 of the other, and by enough.

    Separation alone is met by chance in 2 of 35 cases (4 and 3 weeks), and more often where days resemble the day
    before. So the windows' medians must also differ by more than the weeks of a window do (``week_to_week``).
    """
    later, earlier = (_usable(weekly_medians(series, window)) for window in (last, before))
    fewer, more = sorted((len(later), len(earlier)))
    if fewer < FEWEST_WEEKS[0] or more < FEWEST_WEEKS[1]:
        return Comparison.TOO_FEW_WEEKS
    way = separation(later, earlier)
    now, then = (median(flat(series.within(window))) for window in (last, before))
    apart = way * (now - then)
    # Medians that are printed alike are not clearly apart: a unit weighed anew moves every week by a few milligrams.
    clear = apart > week_to_week(later, earlier) and apart >= SMALLEST_PRINTED * series.unit
    return (Comparison.WITHIN, Comparison.HIGHER, Comparison.LOWER)[way] if clear else Comparison.WITHIN


def week_to_week(later: Sequence[float], earlier: Sequence[float]) -> float:
    """How much weeks vary within a window: from the lowest to the highest, the mean of both windows.

    >>> week_to_week([9, 10, 9.5, 12], [5, 6, 5.5])
    2.0
    """
    return sum(max(weeks) - min(weeks) for weeks in (later, earlier)) / 2


def _usable(weeks: list[float | None]) -> list[float]:
    return [week for week in weeks if week is not None]


def weekly_medians(series: Series, window: range) -> list[float | None]:
    """The whole weeks counted back from the window's end, oldest first; None with fewer than 4 days of values.

    In base units. Days before the first whole week belong to no week.
    """
    starts = range(window.start + len(window) % WEEK, window.stop, WEEK)
    weeks = [series.within(range(start, start + WEEK)) for start in starts]
    return [median(flat(week)) if len(week) >= FEWEST_DAYS_OF_A_WEEK else None for week in weeks]


def share_of_days(k: int, n: int) -> Share:
    """S3: a share of days, with its interval from 6 days on."""
    return Share(k, n, *wilson(k, n)) if n >= FEWEST_DAYS_FOR_SHARE else Share(k, n)


def mostly_not_said(days: Sequence[DayFigures], valued: Container[int], window: range) -> bool:
    """Whether days confirmed without are counted as 0 beside days of use most of which have no value.

    Their median would be the 0 of the days without: use that is not known must not make it so.
    """
    used = [number for number in window if days[number].maybe_leaf]
    zeros = any(days[number].state is DayState.NONE for number in window)
    return zeros and 2 * sum(number in valued for number in used) < len(used)


def why_no_leaf_value(days: Sequence[DayFigures], valued: Container[int], window: range) -> Missing:
    """NO_LEAF if things were taken, but surely no leaf; NOT_SAID if no day of use has a value; else too little."""
    inside = [days[number] for number in window]
    confirmed = any(day.state is DayState.NONE for day in inside)
    used = [number for number in window if days[number].maybe_leaf]
    if not used:
        other_only = any(day.state is DayState.USE for day in inside) and not confirmed
        return Missing.NO_LEAF if other_only else Missing.TOO_FEW
    return Missing.TOO_FEW if any(number in valued for number in used) else Missing.NOT_SAID
