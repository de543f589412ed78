"""How symptoms were rated by the hours since the last dose, and before the first dose of a day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from journal.core.figure_facts import Facts
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.insights import thresholds
from journal.insights.days import DayFigures
from journal.insights.measures import doses_by_day, within
from journal.insights.statistics import quantile
from journal.insights.windows import QUARTILES

HOURS = (0, 1, 2, 4, 6)  # at which a bin begins; the last one has no end


@dataclass(frozen=True, slots=True)
class Bin:
    """Ratings so many hours after a dose: from ``start`` to ``end``, which is None in the last one.

    ``start`` None: before the first dose of a day. ``days`` with such a rating; the median ``middle`` and the quartiles
    are None where there is not enough for them.
    """

    start: int | None
    end: int | None
    values: tuple[int, ...] = ()
    days: int = 0
    middle: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SinceDose:
    """Bins in order of the hours, the one before the first dose of a day last; every time of rating is in one of them.

    ``ratings``: times of rating on ``days``. ``unplaced``: times of which it is not known how long the last dose was
    ago, which are in no bin.
    """

    bins: tuple[Bin, ...]
    ratings: int
    days: int
    unplaced: int

    @property
    def enough(self) -> bool:
        """Whether there are enough for medians."""
        return self.ratings >= thresholds.RATINGS_OF_ALL_BINS and self.days >= thresholds.DAYS_OF_ALL_BINS


class _Rated(NamedTuple):
    """What was rated in one minute: the worst of it."""

    day: int
    at_ms: int
    value: int

    @property
    def minute_ms(self) -> int:
        """When its minute began: people write down the minute."""
        return self.at_ms // MINUTE_MS * MINUTE_MS


# The empty bins; a bin is known by its beginning.
_BINS = (*(Bin(start, end) for start, end in zip(HOURS, (*HOURS[1:], None), strict=True)), Bin(None, None))
NOTHING_SINCE = SinceDose(_BINS, 0, 0, 0)


def since_dose(facts: Facts, days: Sequence[DayFigures], symptoms: Container[str], window: range) -> SinceDose:
    """Of these symptoms in the window, an index range of ``days``, which are those of ``facts``."""
    doses, placed, unplaced = _Doses(facts, days), {empty.start: list[_Rated]() for empty in _BINS}, 0
    for rated in _rated(facts, symptoms, window):
        if doses.before_first(rated):
            placed[None].append(rated)
        elif (hours := doses.hours_since(rated)) is not None:
            placed[HOURS[bisect_right(HOURS, hours) - 1]].append(rated)
        else:
            unplaced += 1
    counted = [rated for ratings in placed.values() for rated in ratings]
    without_bins = SinceDose((), len(counted), len({rated.day for rated in counted}), unplaced)
    return replace(without_bins, bins=tuple(_bin(empty, placed[empty.start], without_bins.enough) for empty in _BINS))


def _rated(facts: Facts, symptoms: Container[str], window: range) -> Iterator[_Rated]:
    """Signs rated in the same minute are one time of rating."""
    worst: dict[int, _Rated] = {}
    ratings = within(facts, facts.ratings, window)
    for day, rating in zip(facts.indexes_of(rating.local_ms for rating in ratings), ratings, strict=True):
        if rating.symptom in symptoms and rating.value is not None:
            before = worst.get(rating.utc_ms // MINUTE_MS)
            if before is None or before.value < rating.value:
                worst[rating.utc_ms // MINUTE_MS] = _Rated(day, rating.utc_ms, rating.value)
    yield from worst.values()


class _Doses:
    """When doses were taken, as far as all of them are known."""

    def __init__(self, facts: Facts, days: Sequence[DayFigures]) -> None:
        by_day = doses_by_day(facts, facts.doses)
        self._first = {day: min(dose.utc_ms for dose in doses) for day, doses in by_day.items()}
        self._times = sorted((dose.utc_ms, day) for day, doses in by_day.items() for dose in doses)
        self._known = [day.with_or_without and not day.more for day in days]

    def before_first(self, rated: _Rated) -> bool:
        """Before the first dose of its day, or in its minute."""
        return self._known[rated.day] and rated.day in self._first and rated.minute_ms <= self._first[rated.day]

    def hours_since(self, rated: _Rated) -> float | None:
        """None without a dose before it, or where a day from that dose on may hold one that was not written down.

        What was rated in the minute of a dose was felt before it, whichever of the two was saved first.
        """
        last = bisect_left(self._times, (rated.minute_ms,)) - 1
        if last < 0:
            return None
        at_ms, day = self._times[last]
        return (rated.at_ms - at_ms) / HOUR_MS if all(self._known[day : rated.day + 1]) else None


def _bin(empty: Bin, ratings: Sequence[_Rated], enough: bool) -> Bin:
    values, days = tuple(rated.value for rated in ratings), len({rated.day for rated in ratings})
    counted = replace(empty, values=values, days=days)
    if not enough or len(values) < thresholds.RATINGS_OF_A_BIN or days < thresholds.DAYS_OF_A_BIN:
        return counted
    low, high = (quantile(values, quartile) for quartile in QUARTILES)
    return replace(counted, middle=quantile(values, 0.5), low=low, high=high)
