"""What each group of products came to: amounts and doses a day, days taken; groups are never added to one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.core import limits
from journal.core.amounts import GRAM, Basis, Dimension
from journal.core.entries import Product, ProductKind
from journal.core.figure_facts import DoseFact, Facts
from journal.insights.days import DayFigures, group_of_dose
from journal.insights.groups import Group, group_of_product
from journal.insights.measure_windows import Beginning, Ranges, days_taken_row, largest_row, median_row, why_none
from journal.insights.measures import group_series, within
from journal.insights.summary import GroupFigures, Share, Unit
from journal.insights.windows import Series

CURRENT_DAYS = 14  # a group without a dose in so many days is "last taken on" a day
_ALWAYS = {Group.LEAF: Unit.GRAMS, Group.SEVEN_OH: Unit.MILLIGRAMS}
_OTHER_UNITS = {Dimension.VOLUME: Unit.MILLILITRES, Dimension.COUNT: Unit.PIECES}


@dataclass(frozen=True, slots=True)
class Taken:
    """Everything taken on the days of a period."""

    facts: Facts
    days: Sequence[DayFigures]
    products: Mapping[str, Product]
    ranges: Ranges

    def by_group(self) -> dict[Group, list[DoseFact]]:
        """The doses of each group in order of time."""
        groups = {key: group_of_product(product) for key, product in self.products.items()}
        by_group: dict[Group, list[DoseFact]] = {group: [] for group in Group}
        for dose in self.facts.doses:
            by_group[group_of_dose(dose, groups)].append(dose)
        return by_group


def all_groups(taken: Taken) -> tuple[GroupFigures, ...]:
    """Every group with a dose in the period, the most used of the last 28 days first."""
    figures = [_figures(taken, group, doses) for group, doses in taken.by_group().items() if doses]
    return tuple(sorted(figures, key=lambda group: (-group.days28, -group.doses28, -_last_taken(group))))


def _last_taken(figures: GroupFigures) -> int:
    return 0 if figures.last_taken is None else figures.last_taken.toordinal()


def _figures(taken: Taken, group: Group, doses: Sequence[DoseFact]) -> GroupFigures:
    ranges = taken.ranges
    dimension = dimension_of(taken.days, group)
    unit = Unit.NONE if dimension is None else unit_of(taken.days, group, dimension)
    series = group_series(taken.days, group, dimension, thousandths(unit))
    beginning, absent = _beginning(taken, group), why_none(series)
    on = [number for number in ranges.period if group in taken.days[number].groups]
    on28 = [number for number in on if number in ranges.last28]
    return GroupFigures(
        group=group,
        unit=unit,
        by_label=_by_label(doses),
        kinds=_kinds(doses, taken.products),
        days_taken=days_taken_row(series.taken, ranges, beginning),
        amount=None if series.amount is None else median_row(series.amount, ranges, absent, beginning),
        doses=median_row(series.doses, ranges, absent, beginning),
        largest_day=None if series.amount is None else largest_row(series.amount, ranges, absent),
        days28=len(on28),
        doses28=sum(taken.days[number].groups[group].doses for number in on28),
        guessed28=_guessed(within(taken.facts, doses, ranges.last28)),
        complete28=_known_in_full(series.amount, ranges.last28),
        new_on=None if beginning is None else beginning.day,
        last_taken=ranges.date(on[-1]),
        current=on[-1] >= ranges.days - CURRENT_DAYS,
    )


def _known_in_full(amounts: Series | None, window: range) -> tuple[float, ...]:
    """No median: the days that are known in full are no sample of all, as the busy ones lack an amount more often."""
    if amounts is None:
        return ()
    complete = [value for day in window if day not in amounts.incomplete for value in amounts.values.get(day, ())]
    return (min(complete) / amounts.unit, max(complete) / amounts.unit) if complete else ()


def dimension_of(days: Sequence[DayFigures], group: Group) -> Dimension | None:
    """The one in which most doses have a known amount; of equal ones mass, then volume, then pieces."""
    counts = {
        dimension: sum(day.groups[group].amounts.get(dimension, (0, 0))[1] for day in days if group in day.groups)
        for dimension in (Dimension.MASS, Dimension.VOLUME, Dimension.COUNT)
    }
    best = max(counts, key=lambda dimension: counts[dimension])
    return best if counts[best] else None


def unit_of(days: Sequence[DayFigures], group: Group, dimension: Dimension) -> Unit:
    """What amounts of the group in this dimension are said in."""
    if dimension is not Dimension.MASS:
        return _OTHER_UNITS[dimension]
    if group in _ALWAYS:
        return _ALWAYS[group]
    complete_days = [
        day.groups[group].known(dimension)
        for day in days
        if group in day.groups and day.groups[group].complete(dimension) and not day.open_for(group)
    ]
    return Unit.GRAMS if max(complete_days, default=0) >= GRAM else Unit.MILLIGRAMS


def thousandths(unit: Unit) -> int:
    """How many thousandths of its dimension make one of the unit."""
    return 1 if unit is Unit.MILLIGRAMS else GRAM


def _by_label(doses: Sequence[DoseFact]) -> bool:
    known = [dose for dose in doses if dose.quantity is not None]
    return bool(known) and all(dose.basis == Basis.LABEL for dose in known)


def _guessed(doses: Sequence[DoseFact]) -> Share:
    known = [dose.basis for dose in doses if dose.quantity is not None]
    return Share(sum(basis == Basis.GUESSED for basis in known), len(known))


def _kinds(doses: Sequence[DoseFact], products: Mapping[str, Product]) -> tuple[ProductKind, ...]:
    named = {dose.product for dose in doses}
    kinds = {product.kind for key, product in products.items() if key in named}
    return tuple(kind for kind in ProductKind if kind in kinds)


def _beginning(taken: Taken, group: Group) -> Beginning | None:
    """The group's first dose in the journal, if that is in the period and the journal named products before."""
    first = {use.product: taken.facts.index_of(use.local_ms) for use in taken.facts.first_uses}
    groups = {key: group_of_product(taken.products.get(key or "")) for key in first}
    number = min((day for key, day in first.items() if groups[key] is group), default=-1)
    named = [day for key, day in first.items() if key is not None]
    if number not in taken.ranges.period or not named or number < min(named) + limits.WINDOW_DAYS:
        return None
    return Beginning(number, taken.ranges.date(number))
