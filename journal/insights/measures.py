"""What figures are made from: each measure of a journal by day, in whole base units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from journal.core.amounts import Dimension
from journal.core.figure_facts import DoseFact, Facts, RatingFact
from journal.core.journal_day import local_span
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.insights.days import DayFigures
from journal.insights.groups import Group
from journal.insights.statistics import median
from journal.insights.windows import Series

AnyFact = TypeVar("AnyFact", DoseFact, RatingFact)


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """One group by day: 1 on a day taken and 0 on another known day; amounts and doses per day taken.

    In ``taken`` a day is incomplete that may have had some of the group; in the others one that may have had more.
    """

    taken: Series
    doses: Series
    amount: Series | None


def group_series(days: Sequence[DayFigures], group: Group, dimension: Dimension | None, unit: int) -> GroupSeries:
    """The measures of a group; ``unit``: thousandths of the dimension that make one of the unit shown."""
    taken, doses, amount = Series(), Series(), Series(unit)
    for number, day in enumerate(days):
        if not day.with_or_without:
            continue
        complete, of_day = not day.open_for(group), day.groups.get(group)
        if of_day is None:
            taken.add(number, 0, complete=complete)
            continue
        taken.add(number, 1)
        doses.add(number, of_day.doses, complete=complete)
        if dimension is not None:
            amount.add(number, of_day.known(dimension), complete=complete and of_day.complete(dimension))
    return GroupSeries(taken, doses, amount if dimension is not None else None)


def gap_series(facts: Facts, days: Sequence[DayFigures]) -> Series:
    """Milliseconds between consecutive doses of any product on one day; a day with more doses than known has none.

    Doses of one minute, of two products or one written down in two parts, are one time of taking here.
    """
    gaps = Series(HOUR_MS)
    for number, doses in doses_by_day(facts, facts.doses).items():
        if not days[number].more:
            gaps.add(number, *_gaps(doses))
    return gaps


def night_series(facts: Facts, days: Sequence[DayFigures]) -> Series:
    """Milliseconds from the last dose of a day to the first of the next, of any product, by the day that it ends on.

    Only between two days with doses of which all is known: else another dose may lie between.
    """
    nights, by_day = Series(HOUR_MS), doses_by_day(facts, facts.doses)
    for number, doses in by_day.items():
        before = by_day.get(number - 1)
        if before is None or days[number].more or days[number - 1].more:
            continue
        hours = min(dose.utc_ms for dose in doses) - max(dose.utc_ms for dose in before)
        if hours > 0:  # on a journey to the west the next day may begin before the last one has ended
            nights.add(number, hours)
    return nights


def doses_by_day(facts: Facts, doses: Iterable[DoseFact]) -> dict[int, list[DoseFact]]:
    """Doses by day index, in order of time."""
    by_day: dict[int, list[DoseFact]] = {}
    of_days = list(doses)
    for number, dose in zip(facts.indexes_of(dose.local_ms for dose in of_days), of_days, strict=True):
        by_day.setdefault(number, []).append(dose)
    return by_day


def within(facts: Facts, entries: Iterable[AnyFact], window: range) -> list[AnyFact]:
    """The doses or ratings on the days of the window; the days become times once, not each time a day."""
    first = facts.first + dt.timedelta(days=window.start)
    last = facts.first + dt.timedelta(days=window.stop - 1)
    start, end = local_span(first, last, facts.day_start)
    return [entry for entry in entries if start <= entry.local_ms < end]


def _gaps(doses: Sequence[DoseFact]) -> list[int]:
    # By the instant, not by the clock on the wall: a clock change or a journey makes no gap longer.
    first = {dose.utc_ms // MINUTE_MS: dose.utc_ms for dose in reversed(doses)}
    return [later - earlier for earlier, later in pairwise(sorted(first.values()))]


def ratings_by_symptom(facts: Facts) -> dict[str, dict[int, list[int]]]:
    """For each symptom and day index its ratings; skipped ones left out."""
    by_symptom: dict[str, dict[int, list[int]]] = {}
    numbers = facts.indexes_of(rating.local_ms for rating in facts.ratings)
    for number, rating in zip(numbers, facts.ratings, strict=True):
        if rating.value is not None:
            by_symptom.setdefault(rating.symptom, {}).setdefault(number, []).append(rating.value)
    return by_symptom


def day_values(ratings: Mapping[int, Sequence[int]]) -> Series:
    """A symptom's day values: the median of each day's ratings."""
    return Series(1, {day: [median(values)] for day, values in ratings.items()})
