"""What figures are made from: each measure of a journal by day, in whole base units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from journal.core.amounts import Dimension
from journal.core.entries import Product
from journal.core.facts import DoseFact, Facts, RatingFact
from journal.core.moments import HOUR_MS, local_span
from journal.insights.days import DayFigures
from journal.insights.groups import group_of_product
from journal.insights.statistics import median
from journal.insights.windows import Series

MILLIGRAMS = 1000  # of a gram
AnyFact = TypeVar("AnyFact", DoseFact, RatingFact)


@dataclass(frozen=True, slots=True)
class LeafMeasures:
    """Grams a day, doses a day, grams of a single dose, hours between doses of one day; leaf only."""

    amount: Series
    doses: Series
    single_dose: Series
    gap: Series


def leaf_measures(facts: Facts, days: Sequence[DayFigures], products: Mapping[str, Product]) -> LeafMeasures:
    """The measures of every day of the facts; a day whose amount or number is not known has none."""
    found = LeafMeasures(Series(MILLIGRAMS), Series(), Series(MILLIGRAMS), Series(HOUR_MS))
    leaf = doses_by_day(facts, [each for each in facts.doses if is_leaf(each, products)])
    for number, day in enumerate(days):
        if day.leaf_amount is not None:
            found.amount.add(number, day.leaf_amount)
        if day.leaf_count is not None:
            found.doses.add(number, day.leaf_count)
            found.gap.add(number, *_gaps(leaf.get(number, [])))
        found.single_dose.add(number, *weights(leaf.get(number, [])))
    return found


def is_leaf(dose: DoseFact, products: Mapping[str, Product]) -> bool:
    """Whether the dose's product is known to be leaf."""
    return group_of_product(products.get(dose.product or "")) == "leaf"


def weights(doses: Iterable[DoseFact]) -> list[int]:
    """The milligrams of those doses that have a weight."""
    return [dose.quantity for dose in doses if dose.dimension == Dimension.MASS and dose.quantity is not None]


def doses_by_day(facts: Facts, doses: Iterable[DoseFact]) -> dict[int, list[DoseFact]]:
    """Doses by day index, in order of time."""
    found: dict[int, list[DoseFact]] = {}
    for dose in doses:
        found.setdefault(facts.index_of(dose.local_ms), []).append(dose)
    return found


def within(facts: Facts, entries: Iterable[AnyFact], window: range) -> list[AnyFact]:
    """The doses or ratings on the days of the window; the days become times once, not each time a day."""
    first = facts.first + dt.timedelta(days=window.start)
    last = facts.first + dt.timedelta(days=window.stop - 1)
    start, end = local_span(first, last, facts.day_start)
    return [each for each in entries if start <= each.local_ms < end]


def _gaps(doses: Sequence[DoseFact]) -> list[int]:
    # By the instant, not by the clock on the wall: a clock change or a journey makes no gap longer.
    return [later.utc_ms - earlier.utc_ms for earlier, later in pairwise(doses)]


def ratings_by_symptom(facts: Facts) -> dict[str, dict[int, list[int]]]:
    """For each symptom and day index its ratings; skipped ones left out."""
    found: dict[str, dict[int, list[int]]] = {}
    for rating in facts.ratings:
        if rating.value is not None:
            days = found.setdefault(rating.symptom, {})
            days.setdefault(facts.index_of(rating.local_ms), []).append(rating.value)
    return found


def day_values(ratings: Mapping[int, Sequence[int]]) -> Series:
    """A symptom's day values: the median of each day's ratings."""
    return Series(1, {day: [median(values)] for day, values in ratings.items()})
