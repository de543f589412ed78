"""What one journal day says: doses, amounts that may be "at least", and the strip of the day. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind, Dose, Phase, Product, Rating
from journal.core.journal_day import local_span
from journal.core.moments import HOUR_MS, Moment
from journal.core.queries import Day
from journal.insights.groups import Group, group_of_product

_NO_NAMES: Mapping[str, str] = {}


class Total(NamedTuple):
    """The sum of what is known in one group and dimension, in thousandths.

    ``known`` and ``unknown`` count doses; with any unknown the sum is "at least". ``quantity`` None: nothing known.
    ``unit``: the name of the own unit that all pieces are of, "" where they are of several or of none.
    """

    group: Group
    dimension: Dimension | None
    quantity: int | None
    known: int
    unknown: int
    unit: str = ""

    @property
    def at_least(self) -> bool:
        """Whether the true amount may be larger."""
        return self.unknown > 0


class TodaySummary(NamedTuple):
    """What the cards of a day show.

    Today the last dose and rating are those of the journal, and ``ms_since_last_dose`` None means that no dose was ever
    recorded. On an earlier day they are that day's own, and nothing is counted from them to now.
    """

    doses: int
    totals: tuple[Total, ...]
    amounts_unknown: int
    marked_none: bool
    last_dose: Dose | None
    last_rating: Rating | None
    ms_since_last_dose: int | None


def group_of(dose: Dose, products: Mapping[str, Product]) -> Group:
    """Which amounts the dose's amount may be added to."""
    return group_of_product(products.get(dose.product or ""))


def day_totals(
    doses: tuple[Dose, ...], products: Mapping[str, Product], units: Mapping[str, str] = _NO_NAMES
) -> tuple[Total, ...]:
    """Sums by group and dimension, in the order of ``Group``; ``units`` are the names of own units by their id.

    Example: 2.5 g of leaf and a leaf dose of unknown amount give Total(leaf, mass, 2500, 1, 1): at least 2.5 g.
    """
    totals: list[Total] = []
    for group in Group:
        members = [dose for dose in doses if group_of(dose, products) == group]
        unknown = sum(not dose.amount.known for dose in members)
        sums = _sums(members)
        totals += [
            Total(group, dimension, quantity, n, unknown, _unit_of_all(members, units, dimension))
            for dimension, (quantity, n) in sums.items()
        ]
        if unknown and not sums:
            totals.append(Total(group, None, None, 0, unknown))
    return tuple(totals)


def _unit_of_all(doses: list[Dose], units: Mapping[str, str], dimension: Dimension) -> str:
    counted = [dose.amount.unit for dose in doses if dose.amount.dimension is dimension]
    names = {units.get(unit or "", "") for unit in counted}
    return names.pop() if dimension is Dimension.COUNT and len(names) == 1 else ""


def _sums(doses: list[Dose]) -> dict[Dimension, tuple[int, int]]:
    sums: dict[Dimension, tuple[int, int]] = {}
    for dose in doses:
        if dose.amount.dimension is not None and dose.amount.quantity is not None:
            quantity, n = sums.get(dose.amount.dimension, (0, 0))
            sums[dose.amount.dimension] = (quantity + dose.amount.quantity, n + 1)
    return sums


def summarise(
    day: Day, products: Mapping[str, Product], last_dose: Dose | None, last_rating: Rating | None, now: Moment,
    units: Mapping[str, str] = _NO_NAMES,
) -> TodaySummary:  # fmt: skip
    """The cards of today."""
    since = None if last_dose is None else now.utc_ms - last_dose.at.utc_ms
    return _summary(day, day_totals(day.doses, products, units), last_dose, last_rating, since)


def summarise_earlier(
    day: Day, products: Mapping[str, Product], main_symptom: str | None, units: Mapping[str, str] = _NO_NAMES
) -> TodaySummary:
    """The cards of a day that is over: its own last dose, and its own last rating of the main symptom."""
    rated = [rating for rating in day.ratings if rating.symptom == main_symptom and rating.value is not None]
    return _summary(
        day,
        day_totals(day.doses, products, units),
        max(day.doses, key=lambda dose: dose.at.utc_ms, default=None),
        max(rated, key=lambda rating: rating.at.utc_ms, default=None),
        None,
    )


def _summary(
    day: Day, totals: tuple[Total, ...], last_dose: Dose | None, last_rating: Rating | None, since: int | None
) -> TodaySummary:
    return TodaySummary(
        doses=len(day.doses),
        totals=totals,
        amounts_unknown=sum(not dose.amount.known for dose in day.doses),
        marked_none=any(mark.mark is DayMarkKind.NONE_TODAY for mark in day.marks),
        last_dose=last_dose,
        last_rating=last_rating,
        ms_since_last_dose=since,
    )


class Bar(NamedTuple):
    """A dose on the strip; ``fraction`` of the day's largest dose of its group and dimension, None when unknown."""

    local_ms: int
    fraction: float | None
    dose: Dose


class Dot(NamedTuple):
    """A rating of the main symptom on the strip."""

    local_ms: int
    value: int
    phase: Phase


class DayStrip(NamedTuple):
    """One journal day from ``start`` to ``end`` (wall-clock ms); ``now`` None when the day is not today.

    ``night``: what was taken after midnight and is counted to the day before.
    """

    start: int
    end: int
    hours: tuple[int, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    now: int | None
    night: tuple[Bar, ...] = ()


def after_midnight(before: Day) -> tuple[Dose, ...]:
    """The doses of a journal day whose clock says the date after it."""
    return tuple(dose for dose in before.doses if dose.at.local.date() > before.day)


def day_strip(
    day: Day,
    products: Mapping[str, Product],
    main_symptom: str | None,
    day_start: int,
    now: Moment,
    night: tuple[Dose, ...] = (),
) -> DayStrip:
    """The strip's values; hour marks every three hours from the day's start. ``night``: doses of the night before."""
    start, end = local_span(day.day, day.day, day_start)
    bars = _bars((*night, *day.doses), products)  # together, so that equal amounts are equally high
    return DayStrip(
        start=start,
        end=end,
        hours=tuple(range(start, end + 1, 3 * HOUR_MS)),
        bars=bars[len(night) :],
        dots=tuple(
            Dot(rating.at.local_ms, rating.value, rating.phase)
            for rating in day.ratings
            if rating.symptom == main_symptom and rating.value is not None
        ),
        now=now.local_ms if start <= now.local_ms < end else None,
        night=bars[: len(night)],
    )


def _bars(doses: tuple[Dose, ...], products: Mapping[str, Product]) -> tuple[Bar, ...]:
    largest: dict[tuple[Group, Dimension | None], int] = {}
    for dose in doses:
        key = group_of(dose, products), dose.amount.dimension
        largest[key] = max(largest.get(key, 0), dose.amount.quantity or 0)
    return tuple(Bar(dose.at.local_ms, _fraction(dose, products, largest), dose) for dose in doses)


def _fraction(
    dose: Dose, products: Mapping[str, Product], largest: Mapping[tuple[Group, Dimension | None], int]
) -> float | None:
    if dose.amount.quantity is None:
        return None
    return dose.amount.quantity / largest[group_of(dose, products), dose.amount.dimension]
