"""A measure in its windows, with its trend and the one word for its change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from journal.core import limits
from journal.insights import thresholds
from journal.insights.change import Windows, change_word, compared
from journal.insights.measures import GroupSeries
from journal.insights.summary import Figure, Measure, Missing, Word
from journal.insights.trend import trend
from journal.insights.windows import (
    WEEK,
    Bounds,
    Series,
    Weeks,
    count_figure,
    days_a_week,
    largest_figure,
    median_bounds,
    median_figure,
    week_ranges,
    weekly_medians,
    weekly_shares,
)

OUTSIDE = Figure(None, 0, missing=Missing.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Ranges:
    """The windows of a period as ranges of day indices, 0 for its first day; nothing outside the period is looked at.

    ``before28`` None: the period is shorter than both windows. ``begins``: the journal begins in the period.
    """

    first: dt.date
    days: int
    begins: bool

    @property
    def period(self) -> range:
        return range(self.days)

    @property
    def last7(self) -> range:
        return self._back(WEEK)

    @property
    def last28(self) -> range:
        return self._back(limits.WINDOW_DAYS)

    @property
    def before28(self) -> range | None:
        start = self.days - 2 * limits.WINDOW_DAYS
        return range(start, start + limits.WINDOW_DAYS) if start >= 0 else None

    def _back(self, days: int) -> range:
        return range(max(0, self.days - days), self.days)

    def date(self, number: int) -> dt.date:
        """The day of an index."""
        return self.first + dt.timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The day on which a group was first taken, where that is in the period: its weeks count from there."""

    number: int
    day: dt.date


def row(
    ranges: Ranges, figure: Callable[[range], Figure], of_seven: Callable[[range], Figure] | None = None
) -> Measure:
    """A measure whose change says nothing; ``of_seven``: the figure of the last 7 days, if it is made differently."""
    before = OUTSIDE if ranges.before28 is None else figure(ranges.before28)
    return Measure((of_seven or figure)(ranges.last7), figure(ranges.last28), before)


def median_row(
    series: Series, ranges: Ranges, absent: Callable[[range], Missing], beginning: Beginning | None = None
) -> Measure:
    """Medians with quartiles; of the last 7 days without."""
    weeks = weekly_medians(series, _weeks(ranges, beginning))
    return _with_word(plain_median_row(series, ranges, absent), weeks, series, ranges, beginning, median_bounds)


def plain_median_row(series: Series, ranges: Ranges, absent: Callable[[range], Missing]) -> Measure:
    """The same of a measure whose change says nothing."""

    def figure(window: range) -> Figure:
        return median_figure(series, window, thresholds.DAYS_OF_A_WINDOW, absent(window))

    def of_seven(window: range) -> Figure:
        return median_figure(series, window, thresholds.DAYS_OF_SEVEN, absent(window), quartiles=False)

    return row(ranges, figure, of_seven)


def days_taken_row(taken: Series, ranges: Ranges, beginning: Beginning | None) -> Measure:
    """On how many days a group was taken, of the days that are known; its weeks are days a week."""

    def figure(window: range) -> Figure:
        days = taken.within(window)
        return count_figure(round(sum(taken.known(days))), len(days), any(day in taken.incomplete for day in days))

    start = 0 if beginning is None else beginning.number
    since = Series(1, {day: taken.values[day] for day in taken.values if day >= start}, taken.incomplete)
    weeks = weekly_shares(since, _weeks(ranges, beginning))
    return _with_word(row(ranges, figure), weeks, since, ranges, beginning, days_a_week)


def largest_row(series: Series, ranges: Ranges, absent: Callable[[range], Missing]) -> Measure:
    """The largest day of each window."""
    return row(ranges, lambda window: largest_figure(series, window, absent(window)))


def why_none(group: GroupSeries) -> Callable[[range], Missing]:
    """Why a group has no median in a window."""
    return lambda window: Missing.TOO_FEW if group.doses.within(window) else Missing.NOT_TAKEN


def _weeks(ranges: Ranges, beginning: Beginning | None) -> list[range]:
    if beginning is None:
        return week_ranges(ranges.period)
    return week_ranges(range(beginning.number, ranges.days), partial=True)


def _is_young(ranges: Ranges, beginning: Beginning | None) -> bool:
    """Whether the group was begun within the windows that are compared."""
    return beginning is not None and ranges.before28 is not None and beginning.number > ranges.before28.start


_OF_A_YOUNG_GROUP_NEW = (Word.NO_CLEAR_CHANGE, Word.NOT_KNOWN, Word.TOO_FEW_WEEKS)


def _with_word(
    measure: Measure,
    weeks: Weeks,
    series: Series,
    ranges: Ranges,
    beginning: Beginning | None,
    middle: Callable[[Series, list[int]], Bounds],
) -> Measure:
    since = None if beginning is None else beginning.day
    slope = trend(weeks, series.unit, since, begins=ranges.begins and beginning is None)
    before = None if ranges.before28 is None else measure.before28
    enough = None if before is None else compared(weeks)
    windows = None
    if ranges.before28 is not None and enough is not None:
        now, then = (middle(series, series.within(window)) for window in (ranges.last28, ranges.before28))
        windows = Windows(*enough, now, then)
    word = change_word(slope, windows, series.unit, measure.last28, before)
    if _is_young(ranges, beginning) and word in _OF_A_YOUNG_GROUP_NEW:
        word = Word.NEW  # the earlier window is not all its own: that it did not change would be false
    weekly = tuple(None if week is None else week.shown_in(series.unit) for week in weeks)
    return Measure(measure.last7, measure.last28, measure.before28, slope, word, weekly)
