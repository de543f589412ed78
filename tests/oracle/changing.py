"""Weeks, trends and the one word for a change, from values known on both sides."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.doubled import ByDay, Found, Number, both_medians, days_with, median, within
from tests.oracle.reading import date

Weeks = list[range]
Usable = dict[int, tuple[Number, Number]]  # by the week's place, the earliest 0
FEWEST_OF_A_WEEK = 4
FEWEST_FOR_TREND = 6
SMALLEST_CHANGE = Fraction(15, 100)
MARGIN = Fraction(5, 4)  # how many times further than weeks vary the middles of the windows must be apart
SMALLEST_PRINTED = Fraction(1, 10)


def weeks_back(first: int, last: int, part: bool = False) -> Weeks:
    """The weeks up to ``last``, earliest first: whole ones; with ``part`` the one that holds ``first`` too."""
    ends = range(last, first - 1, -7)
    weeks = [range(max(end - 6, first), end + 1) for end in ends if part or end - 6 >= first]
    return weeks[::-1]


@dataclass
class Course:
    """A measure over weeks: how a list of weeks becomes usable values, and what a window's middle is."""

    weekly: Callable[[Weeks], Usable]
    middle: Callable[[range, Weeks], tuple[Number, Number]]


def course_of(values: ByDay) -> Course:
    """Of a measure that has values on days: medians."""

    def weekly(weeks: Weeks) -> Usable:
        return {
            place: both_medians(within(values, week))
            for place, week in enumerate(weeks)
            if days_with(values, week) >= FEWEST_OF_A_WEEK
        }

    return Course(weekly, lambda window, _: both_medians(within(values, window)))


def course_of_shares(share: Callable[[Iterable[int]], tuple[int, int, int]]) -> Course:
    """Of a measure that counts days: days a week. ``share``: days that count, days that may count too, of how many."""

    def weekly(weeks: Weeks) -> Usable:
        found: Usable = {}
        for place, week in enumerate(weeks):
            k, maybe, n = share(week)
            if n >= FEWEST_OF_A_WEEK:
                found[place] = Fraction(7 * k, n), Fraction(7 * (k + maybe), n)
        return found

    def middle(_: range, weeks: Weeks) -> tuple[Number, Number]:
        k, maybe, n = share(day for week in weeks for day in week)
        return Fraction(7 * k, n), Fraction(7 * (k + maybe), n)

    return Course(weekly, middle)


# --- the trend ------------------------------------------------------------------------------------------------------


def trend(course: Course, weeks: Weeks, since: int | None, begins: bool) -> Found:
    """Theil and Sen over the weeks that are exact; ``begins``: whether the journal begins in the period."""
    usable = course.weekly(weeks)
    exact = {place: Fraction(low) for place, (low, high) in usable.items() if low == high}
    found: Found = {
        "direction": None, "slope": None, "low": None, "high": None, "weeks": len(exact), "of": len(weeks), "apart": 0,
        "began": None, "since": _day(since),
    }  # fmt: skip
    if len(exact) < FEWEST_FOR_TREND:
        return found
    points = sorted(exact.items())
    slopes = sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in itertools.combinations(points, 2))
    slope, (low, high) = Fraction(median(slopes)), _sen(slopes, len(points))
    apart = points[-1][0] - points[0][0]
    enough = abs(slope * apart) >= SMALLEST_CHANGE * Fraction(median(exact.values()))
    clear = enough and (low > 0 or high < 0)
    direction = "rising" if slope > 0 else "falling"
    if not clear or not _surely(usable, up=slope > 0):
        direction = "no_clear_trend"
    return found | {"direction": direction, "slope": float(slope), "low": float(low), "high": float(high),
                    "apart": apart, "began": _began([y for _, y in points]) if begins else None}  # fmt: skip


def _surely(usable: Usable, up: bool) -> bool:
    """Whether all the weeks go so, even if each pair of them goes as little so as it can.

    What is not known of the later week may be nothing and of the earlier one everything, or the other way round.
    """
    points = sorted(usable.items())
    pairs = [(j - i, one, other) for (i, one), (j, other) in itertools.combinations(points, 2)]
    least = sorted((later[0] - first[1] if up else first[0] - later[1]) / way for way, first, later in pairs)
    if _sen(least, len(points))[0] <= 0:
        return False
    whole = median(least) * (points[-1][0] - points[0][0])
    return whole >= SMALLEST_CHANGE * median([high for _, (_, high) in points])


def _day(day: int | None) -> dt.date | None:
    return None if day is None else date(day)


def _sen(slopes: Sequence[Number], n: int) -> tuple[Number, Number]:
    """Sen's limits: the slopes ranked (N - C)/2 from either end, rounded outwards where that is no whole number."""
    spread = 1.96 * math.sqrt(n * (n - 1) * (2 * n + 5) / 18)
    rank = max(1, math.floor((len(slopes) - spread) / 2))
    return slopes[rank - 1], slopes[-rank]


def _began(values: Sequence[Fraction]) -> str | None:
    first, others = values[:2], values[2:]
    if min(first) > max(others):
        return "highest"
    return "lowest" if max(first) < min(others) else None


# --- the word -------------------------------------------------------------------------------------------------------


@dataclass
class Windows:
    """The last 28 days and the 28 before with their weeks."""

    last: range
    before: range
    last_weeks: Weeks
    before_weeks: Weeks


def word(course: Course, trend: Found, windows: Windows | None, same: bool, at_least: bool = False) -> str:
    """The first that is true; ``same``: whether both windows are printed alike and exact; ``at_least``: whether one of
    their medians is.
    """
    if trend["direction"] in ("rising", "falling"):
        return str(trend["direction"])
    apart, comparable = (None, False) if windows is None else _apart(course, windows)
    if apart:
        return apart
    if trend["direction"] is not None or comparable:
        if windows is not None and same:
            return "same"
        return "not_known" if at_least and windows is not None and trend["slope"] is None else "no_clear_change"
    return "outside" if windows is None else "too_few_weeks"


def _apart(course: Course, windows: Windows) -> tuple[str | None, bool]:
    """Whether every week of one window is surely above every week of the other, and by enough; and whether there are
    enough weeks to say so."""
    last = list(course.weekly(windows.last_weeks).values())
    before = list(course.weekly(windows.before_weeks).values())
    if min(len(last), len(before)) < 3 or max(len(last), len(before)) < 4:
        return None, False
    usual = sum(max(high for _, high in weeks) - min(low for low, _ in weeks) for weeks in (last, before)) / 2
    now, then = course.middle(windows.last, windows.last_weeks), course.middle(windows.before, windows.before_weeks)
    if _above(last, before) and _clearly(now[0] - then[1], usual):
        return "higher", True
    if _above(before, last) and _clearly(then[0] - now[1], usual):
        return "lower", True
    return None, True


def _above(one: Sequence[tuple[Number, Number]], other: Sequence[tuple[Number, Number]]) -> bool:
    return min(low for low, _ in one) > max(high for _, high in other)


def _clearly(difference: Number, usual: Number) -> bool:
    return difference > MARGIN * usual and difference >= SMALLEST_PRINTED
