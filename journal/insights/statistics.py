"""Medians, intervals and trends that hold for short, gappy, autocorrelated series: the formulas of the last page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Z = 1.96  # of a two-sided 95 % interval
RUNNING_DAYS, RUNNING_AT_LEAST, RUNNING_IN_ALL = 7, 4, 7


def quantile(values: Sequence[float], fraction: float) -> float:
    """The type-7 (linear) quantile of at least one value; infinite where it touches an infinite one.

    >>> quantile([3, 1, 2, 10], 0.25), quantile([3, 1, 2, 10], 0.5), quantile([3, 1, 2, 10], 0.75)
    (1.75, 2.5, 4.75)
    """
    ordered = sorted(values)
    place = (len(ordered) - 1) * fraction
    below = math.floor(place)
    rest = place - below
    if not rest or ordered[below] == math.inf:
        return float(ordered[below])
    return ordered[below] + rest * (ordered[below + 1] - ordered[below])


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two middle ones.

    >>> median([3, 1, 2]), median([1, 2])
    (2.0, 1.5)
    """
    return quantile(values, 0.5)


def median_rank(n: int) -> int:
    """The largest k for which [x(k), x(n+1-k)] misses the median with at most 2.5 % on each side; 0 below n = 6.

    >>> [median_rank(n) for n in (5, 6, 9, 12, 15, 17, 20, 23, 25, 28, 30)]
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    """
    tail, k = 0, 0
    # Whole numbers: sum of C(n, j) <= 2.5 % of 2^n is exact however large n is.
    while (tail := tail + math.comb(n, k)) * 40 <= 2**n:
        k += 1
    return k


def median_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The order-statistic 95 % interval of a median; None below 6 values.

    >>> median_interval([5, 1, 4, 2, 3, 6]), median_interval([1, 2, 3, 4, 5])
    ((1, 6), None)
    """
    k = median_rank(len(values))
    ordered = sorted(values)
    return (ordered[k - 1], ordered[-k]) if k else None


def wilson(k: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of the share k/n, n at least 1.

    >>> tuple(round(end, 3) for end in wilson(7, 10))
    (0.397, 0.892)
    """
    share = k / n
    centre = share + Z * Z / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    # With k = 0 or k = n the end is exactly 0 or 1; rounding would leave 1e-17 instead.
    low = (centre - half) / scale if k else 0.0
    high = (centre + half) / scale if k < n else 1.0
    return low, high


@dataclass(frozen=True, slots=True)
class Slope:
    """A change for each step of x, with its 95 % interval."""

    value: float
    low: float
    high: float


def theil_sen(xs: Sequence[int], ys: Sequence[float], as_later: Sequence[float] | None = None) -> Slope:
    """The median of all pairwise slopes, with Sen's interval; at least 2 points, xs rising.

    ``as_later``: the values where they are the later ones of a pair, if other than ``ys``. With the highest that each
    can be in ``ys`` and the lowest in ``as_later`` no choice of values gives a smaller slope or interval.

    The interval runs from the slope of rank (N - C) / 2, rounded down, to its counterpart from the top: the N slopes
    are sorted, C = 1.96 sqrt(n (n - 1) (2 n + 5) / 18). Rounding down never makes the interval narrower.
    Example: y = 1, 2, 4, 3, 5, 6 at x = 0 to 5 has 15 slopes and C = 10.43, so the 2nd and the 14th are its ends.
    """
    import numpy as np  # imported here, because screens without a trend must not wait for it

    x, y = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
    later = y if as_later is None else np.asarray(as_later, dtype=float)
    n = len(x)
    # One lag at a time: 50 years are 2,600 weeks and 3.4 million slopes, and index arrays would cost twice as much.
    slopes = np.concatenate([(later[lag:] - y[:-lag]) / (x[lag:] - x[:-lag]) for lag in range(1, n)])
    count = len(slopes)
    spread = Z * math.sqrt(n * (n - 1) * (2 * n + 5) / 18)
    rank = max(0, math.floor((count - spread) / 2) - 1)
    middle = ((count - 1) // 2, count // 2)
    ordered = np.partition(slopes, sorted({rank, *middle, count - 1 - rank}))
    value = float(ordered[middle[0]] + ordered[middle[1]]) / 2
    return Slope(value, float(ordered[rank]), float(ordered[count - 1 - rank]))


def running_median(values: Sequence[float | None]) -> list[float | None]:
    """The median of the 7 days around each day, where at least 4 of them have a value.

    None on days without a value, so that a line breaks there; all None below 7 values.

    >>> running_median([1, 1, 1, None, 9, 9, 9, 9])
    [None, 1.0, 1.0, None, 9.0, 9.0, 9.0, 9.0]
    """
    if sum(value is not None for value in values) < RUNNING_IN_ALL:
        return [None] * len(values)
    return [None if value is None else _median_around(values, day) for day, value in enumerate(values)]


def _median_around(values: Sequence[float | None], day: int) -> float | None:
    reach = RUNNING_DAYS // 2
    near = [value for value in values[max(0, day - reach) : day + reach + 1] if value is not None]
    return median(near) if len(near) >= RUNNING_AT_LEAST else None
