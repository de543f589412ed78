"""Days brought down to what a picture can hold: each day, or medians and quartiles of weeks or months; gaps stay."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journal.insights import thresholds
from journal.insights.statistics import quantile, running_median

DAYS_AT_MOST = 400
WEEKS_AT_MOST = 5 * 366  # days; above that months are drawn
OUTLIER = 1.5
OUTLIER_OF = 0.95

Values = Sequence[float | None]


class Grain(StrEnum):
    """What one step of a chart is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Step(NamedTuple):
    """Days ``start`` to ``end``, the latter not included; day 0 is the chart's first, and is 1 wide."""

    start: int
    end: int


class Point(NamedTuple):
    """A place in a panel: ``x`` in days from the chart's left edge, ``y`` in the panel's unit."""

    x: float
    y: float


class Bar(NamedTuple):
    """A bar, or a quartile band from ``low`` to ``high``; ``hollow`` if the amount is at least that."""

    start: float
    end: float
    low: float
    high: float
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Reduced:
    """A series as drawn: runs of the median that no gap interrupts, quartile bands, values too few for a median."""

    runs: tuple[tuple[Point, ...], ...]
    bands: tuple[Bar, ...] = ()
    loose: tuple[Point, ...] = ()


def grain_of(days: int) -> Grain:
    """The finest step that stays legible."""
    if days <= DAYS_AT_MOST:
        return Grain.DAY
    return Grain.WEEK if days <= WEEKS_AT_MOST else Grain.MONTH


def steps_of(first: dt.date, days: int, grain: Grain) -> list[Step]:
    """Days; weeks counted back from the end; or calendar months."""
    if grain is Grain.DAY:
        return [Step(day, day + 1) for day in range(days)]
    if grain is Grain.WEEK:
        return [Step(max(0, end - 7), end) for end in range(days, 0, -7)][::-1]
    starts = [0, *_month_starts(first, days)]
    return [Step(start, end) for start, end in zip(starts, [*starts[1:], days], strict=True)]


def _month_starts(first: dt.date, days: int) -> Iterable[int]:
    for month in range(first.year * 12 + first.month, (first.year + days // 365 + 2) * 12):
        start = (dt.date(month // 12, month % 12 + 1, 1) - first).days
        if start >= days:
            return
        yield start


def smooth(values: Values, most: Values | None = None) -> Reduced:
    """The 7-day running median of daily values.

    ``most``: what a day may hold at most, infinite where it is known in part; the line breaks where that matters.
    """
    medians = running_median(values)
    exact = medians if most is None else running_median(most)
    pairs = zip(medians, exact, strict=True)
    return Reduced(runs_of([_point(x + 0.5, low, high) for x, (low, high) in enumerate(pairs)]))


def _point(x: float, low: float | None, high: float | None) -> Point | None:
    return None if low is None or low != high else Point(x, low)


def reduced(values: Values, steps: Sequence[Step], most: Values | None = None) -> Reduced:
    """Median and quartiles of each step, where it has enough values and ``most`` gives the same."""
    medians: list[Point | None] = []
    bands: list[Bar] = []
    loose: list[Point] = []
    for start, end in steps:
        known = sorted([value for value in values[start:end] if value is not None])
        most_known = sorted([value for value in (most or values)[start:end] if value is not None])
        middle = (start + end) / 2
        enough = len(known) >= thresholds.DAYS_OF_A_STEP
        medians.append(_same(middle, known, most_known) if enough else None)
        if len(known) >= thresholds.DAYS_OF_A_BAND and _quartiles(known) == _quartiles(most_known):
            low, high = _quartiles(known)
            bands.append(Bar(start, end, low, high))
        if not enough:
            loose += [Point(middle, value) for value in known]
    return Reduced(runs_of(medians), tuple(bands), tuple(loose))


def _quartiles(values: Sequence[float]) -> tuple[float, float]:
    return quantile(values, 0.25), quantile(values, 0.75)


def _same(x: float, known: Sequence[float], most: Sequence[float]) -> Point | None:
    return _point(x, quantile(known, 0.5), quantile(most, 0.5))


def runs_of(points: Iterable[Point | None]) -> tuple[tuple[Point, ...], ...]:
    """Neighbours that a line may join.

    >>> runs_of([Point(0, 1), Point(1, 2), None, Point(3, 4)])
    ((Point(x=0, y=1), Point(x=1, y=2)), (Point(x=3, y=4),))
    """
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)


def spans(flags: Iterable[bool], steps: Sequence[Step]) -> tuple[Step, ...]:
    """Neighbouring steps with a flag, joined.

    >>> spans([True, True, False, True], [Step(0, 7), Step(7, 14), Step(14, 21), Step(21, 28)])
    (Step(start=0, end=14), Step(start=21, end=28))
    """
    joined: list[Step] = []
    for flag, step in zip(flags, steps, strict=True):
        if flag and joined and joined[-1].end == step.start:
            joined[-1] = Step(joined[-1].start, step.end)
        elif flag:
            joined.append(step)
    return tuple(joined)


def outlier_bound(heights: Sequence[float]) -> float:
    """Above this a bar is clipped: 1.5 times the 95th percentile; infinite while that is 0 or nothing is there."""
    bound = OUTLIER * quantile(heights, OUTLIER_OF) if heights else 0.0
    return bound or math.inf


# Where an axis may end, in tens of any size, and how far apart its labels then are.
_TOPS = {1: 0.5, 1.5: 0.5, 2: 1, 2.5: 1, 3: 1, 4: 2, 5: 2, 6: 2, 8: 4, 10: 5}


class Axis(NamedTuple):
    """An axis from 0 to ``top`` with a label every ``step``."""

    top: float
    step: float

    def labels(self) -> list[float]:
        """0 and every step up to the top.

        >>> Axis(15.0, 5.0).labels(), Axis(2.5, 1.0).labels()
        ([0.0, 5.0, 10.0, 15.0], [0.0, 1.0, 2.0])
        """
        return [round(number * self.step, 9) for number in range(int(self.top / self.step + 1e-9) + 1)]


def axis_to(highest: float, whole_numbers: bool = False) -> Axis:
    """An axis that ends at a round number little above the highest value, labelled with round numbers; whole ones from
    0 to at least 2 if ``whole_numbers``.

    >>> axis_to(10.4), axis_to(17.5), axis_to(5, whole_numbers=True), axis_to(0.3)
    (Axis(top=15.0, step=5.0), Axis(top=20.0, step=10.0), Axis(top=5.0, step=2.0), Axis(top=0.3, step=0.1))
    """
    if highest <= 0:
        return Axis(2.0, 1.0)
    unit = 10.0 ** math.floor(math.log10(highest))
    fitting = (top for top in _TOPS if top * unit >= highest * (1 - 1e-9))
    top = next(fitting, 10)
    if whole_numbers and top * unit < 2:
        return Axis(2.0, 1.0)
    return Axis(round(top * unit, 9), round(_TOPS[top] * unit, 9))
