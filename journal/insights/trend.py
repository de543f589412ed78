"""Whether a measure rises or falls over a period: a robust slope of weekly medians, said only when clear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from journal.insights import thresholds
from journal.insights.statistics import Slope, median, theil_sen
from journal.insights.summary import Began, Direction, Trend
from journal.insights.windows import Bounds, Weeks

# Of the median of the weeks: a smaller change over the whole period is not worth the word "rising".
SMALLEST_SHARE = 0.15
FIRST_WEEKS = 2  # of a journal that began on bad days


def trend(weeks: Weeks, unit: int, since: dt.date | None = None, begins: bool = False) -> Trend:
    """The slope a week, in units shown; only of weeks whose median is exact.

    A direction is said only if it also holds whatever the medians of the other weeks were.

    ``begins``: the journal begins in these weeks. ``since``: from when those of a group new in the period count.
    """
    known = {number: week for number, week in enumerate(weeks) if week is not None}
    usable = {number: week.low for number, week in known.items() if week.exact}
    if len(usable) < thresholds.WEEKS_OF_A_TREND:
        return Trend(None, None, None, None, len(usable), len(weeks), since=since)
    slope, apart = theil_sen(list(usable), list(usable.values())), max(usable) - min(usable)
    direction = _direction(slope, apart, median(list(usable.values())))
    if len(known) > len(usable) and not _holds_whatever_is_not_known(direction, known):
        direction = Direction.NO_CLEAR_TREND
    value, low, high = (estimate / unit for estimate in (slope.value, slope.low, slope.high))
    began = _began(usable) if begins else None
    return Trend(direction, value, low, high, len(usable), len(weeks), apart, began, since)


def _direction(slope: Slope, weeks: int, middle: float) -> Direction:
    clear = slope.low > 0 or slope.high < 0
    if not clear or abs(slope.value * weeks) < SMALLEST_SHARE * middle:
        return Direction.NO_CLEAR_TREND
    return Direction.RISING if slope.value > 0 else Direction.FALLING


def _holds_whatever_is_not_known(direction: Direction, known: Mapping[int, Bounds]) -> bool:
    """Whether the direction is said with every median where it speaks most against it, pair by pair.

    So unweighed doses can remove a trend, and never cause one.
    """
    lows, highs = [week.low for week in known.values()], [week.high for week in known.values()]
    earlier, later = (highs, lows) if direction is Direction.RISING else (lows, highs)
    slope = theil_sen(list(known), earlier, later)
    return _direction(slope, max(known) - min(known), median(highs)) is direction


def _began(usable: Mapping[int, float]) -> Began | None:
    values = list(usable.values())
    first, others = values[:FIRST_WEEKS], values[FIRST_WEEKS:]
    if min(first) > max(others):
        return Began.HIGHEST
    return Began.LOWEST if max(first) < min(others) else None
