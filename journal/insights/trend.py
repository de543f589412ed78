"""Whether a measure rises or falls over a period: a robust slope of weekly medians, said only when clear (S5)."""

from __future__ import annotations

from journal.insights.statistics import Slope, median, theil_sen
from journal.insights.summary import Direction, Missing, Trend
from journal.insights.windows import Series, weekly_medians

FEWEST_WEEKS = 6
# Of the median of the weeks: a smaller change over the whole period is not worth the word "rising".
SMALLEST_SHARE = 0.15


def trend(series: Series, window: range) -> Trend:
    """The slope a week over the window, in the series' unit."""
    weeks = weekly_medians(series, window)
    usable = {number: value for number, value in enumerate(weeks) if value is not None}
    if len(usable) < FEWEST_WEEKS:
        return Trend(None, None, None, None, len(usable), len(weeks), missing=Missing.TOO_FEW_WEEKS)
    slope, apart = theil_sen(list(usable), list(usable.values())), max(usable) - min(usable)
    direction = _direction(slope, apart, median(list(usable.values())))
    value, low, high = (each / series.unit for each in (slope.value, slope.low, slope.high))
    return Trend(direction, value, low, high, len(usable), len(weeks), apart)


def _direction(slope: Slope, weeks: int, middle: float) -> Direction:
    clear = slope.low > 0 or slope.high < 0
    if not clear or abs(slope.value * weeks) < SMALLEST_SHARE * middle:
        return Direction.NO_CLEAR_TREND
    return Direction.RISING if slope.value > 0 else Direction.FALLING
