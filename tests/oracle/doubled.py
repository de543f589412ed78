"""Statistics in exact fractions, each on what is known of the days (L) and on what they may come to (U)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

Found = dict[str, Any]
Number = Fraction | float  # a float is infinity, and nothing else
Known = tuple[Fraction, Number]  # L and U of one value
ByDay = dict[int, list[Known]]  # the values of each day that has any
QUARTERS = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


def type_seven(values: Iterable[Number], share: Fraction) -> Number:
    """The linear quantile; infinite where it lies on infinity or between a number and infinity."""
    ordered = sorted(values)
    below, rest = divmod((len(ordered) - 1) * share, 1)
    if not rest:
        return ordered[int(below)]
    low, high = ordered[int(below)], ordered[int(below) + 1]
    return math.inf if high == math.inf else low + rest * (high - low)


def median(values: Iterable[Number]) -> Number:
    """The middle."""
    return type_seven(values, Fraction(1, 2))


def both_medians(values: Sequence[Known]) -> tuple[Number, Number]:
    """The medians of what is known and of what it may come to."""
    return median(low for low, _ in values), median(high for _, high in values)


def statistic(low: Number, high: Number) -> Found:
    """Exact where both are equal, else at least the lower."""
    return {"value": float(low), "at_least": low != high}


def within(values: ByDay, window: Iterable[int]) -> list[Known]:
    """All values of the window."""
    return [value for day in window for value in values.get(day, ())]


def days_with(values: ByDay, window: Iterable[int]) -> int:
    """How many days of the window have a value."""
    return sum(day in values for day in window)


def empty_figure(missing: str | None, n: int = 0, of: int | None = None, incomplete: int = 0) -> Found:
    """No number, and why."""
    return {"value": None, "n": n, "low": None, "high": None, "of": of, "incomplete": incomplete, "missing": missing}


def count_figure(k: int, of: int, at_least: bool = False) -> Found:
    """A count of days, at least that where some days may be counted too."""
    return empty_figure(None, of, of) | {"value": {"value": k, "at_least": at_least}}


def median_figure(values: Sequence[Known], quartiles: bool) -> Found:
    """The median and the quartiles of some values; not said, where all that is known of the median is that it is
    more than nothing."""
    incomplete = sum(low != high for low, high in values)
    ends = [tuple(type_seven(side, share) for side in zip(*values, strict=True)) for share in QUARTERS]
    if ends[1] == (0, math.inf):
        return empty_figure("not_said", len(values), incomplete=incomplete)
    lower, middle, upper = (statistic(low, high) for low, high in ends)
    found = empty_figure(None, len(values), incomplete=incomplete) | {"value": middle}
    return found | {"low": lower, "high": upper} if quartiles else found


def largest_figure(values: Sequence[Known]) -> Found:
    """The largest of some values."""
    incomplete = sum(low != high for low, high in values)
    if not values:
        return empty_figure("not_taken")
    low, high = (max(side) for side in zip(*values, strict=True))
    if (low, high) == (0, math.inf):
        return empty_figure("not_said", len(values), incomplete=incomplete)
    return empty_figure(None, len(values), incomplete=incomplete) | {"value": statistic(low, high)}


def printed(value: float) -> int:
    """In tenths, a half rounded up; from 1000 on the tenth is not printed."""
    exact = Fraction(value)
    return math.floor(exact + Fraction(1, 2)) * 10 if abs(exact) >= 1000 else math.floor(exact * 10 + Fraction(1, 2))


def same(one: Found, other: Found) -> bool:
    """Whether two figures say the same with all they print, and exactly."""
    sides = [(one[key], other[key]) for key in ("value", "low", "high")]
    return all(
        a is not None and b is not None and not a["at_least"] and not b["at_least"]
        and printed(a["value"]) == printed(b["value"])
        for a, b in sides
    )  # fmt: skip
