"""How complete a period is, how its doses were noted, and which products they were of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from journal.core import limits
from journal.core.amounts import Basis
from journal.core.entries import Product
from journal.core.figure_facts import DoseFact, Facts
from journal.core.moments import HOUR_MS
from journal.insights.days import DayFigures, DayState
from journal.insights.groups import Group
from journal.insights.measures import within
from journal.insights.named_products import NewProduct, ProductUse
from journal.insights.summary import Quality, Share


def quality(facts: Facts, days: Sequence[DayFigures], last: range) -> Quality:
    """Days of the period, and the bases and delays of the doses of the last 28 days."""
    used = [day for day in days if day.state is DayState.USE]
    begun = facts.begun
    doses = within(facts, facts.doses, last)
    return Quality(
        days=len(days),
        recorded=sum(day.recorded for day in days),
        recorded28=_share(days[number].recorded for number in last),
        known=sum(day.with_or_without for day in days),
        amount_missing_days=len({*facts.indexes_of(dose.local_ms for dose in facts.doses if dose.quantity is None)}),
        kind_missing_days=_share(Group.NOT_SAID in day.groups for day in used),
        other_days=sum(day.recorded and not day.with_or_without for day in days),
        left_out_doses=len(facts.left_out),
        weighed=_share(dose.basis == Basis.WEIGHED for dose in doses),
        guessed=_share(dose.basis == Basis.GUESSED for dose in doses),
        within_hour=_share(dose.recorded_ms - dose.utc_ms <= HOUR_MS for dose in doses),
        first_entry=begun if begun in {day.day for day in days} else None,
        last_entry=max((day.day for day in days if day.recorded), default=None),
        back_filled=_share(_delays(facts)),
        days_since_first_entry=sum(begun is None or day.day >= begun for day in days),
    )


def _delays(facts: Facts) -> Iterable[bool]:
    """For each dose and rating, whether it was noted late."""
    late_ms = limits.LATE_HOURS * HOUR_MS
    yield from (dose.recorded_ms - dose.utc_ms > late_ms for dose in facts.doses)
    yield from (rating.recorded_ms - rating.utc_ms > late_ms for rating in facts.ratings)


def _share(flags: Iterable[bool]) -> Share:
    """Counted one by one: no interval, as the entries of one day are alike."""
    counted = list(flags)
    return Share(sum(counted), len(counted))


def product_uses(facts: Facts, products: Mapping[str, Product], window: range) -> list[ProductUse]:
    """Every named product with doses in the window, most doses first, then by name."""
    taken: dict[str, list[DoseFact]] = {}
    for dose in within(facts, facts.doses, window):
        if dose.product is not None:
            taken.setdefault(dose.product, []).append(dose)
    uses = [_use(facts, product, doses) for product, doses in taken.items()]
    return sorted(uses, key=lambda use: (-use.doses, _name(products, use.product), use.product))


def _use(facts: Facts, product: str, doses: Sequence[DoseFact]) -> ProductUse:
    numbers = {facts.index_of(dose.local_ms) for dose in doses}
    first, last = (facts.first + dt.timedelta(days=number) for number in (min(numbers), max(numbers)))
    return ProductUse(product, len(doses), len(numbers), first, last)


def _name(products: Mapping[str, Product], product: str) -> str:
    return products[product].name.casefold() if product in products else ""


def unnamed_doses(facts: Facts, window: range) -> int:
    """Doses of the window whose product was not said."""
    return sum(dose.product is None for dose in within(facts, facts.doses, window))


def new_products(facts: Facts, products: Mapping[str, Product], period: range) -> list[NewProduct]:
    """Products first taken on a day of the period, from 28 days after the journal's first dose of a named product on.

    Before that every product is new to the journal, whatever the person took earlier.
    """
    named = ((use.product, use.local_ms) for use in facts.first_uses if use.product is not None)
    days = {product: facts.index_of(local_ms) for product, local_ms in named if product in products}
    settled = min(days.values(), default=0) + limits.WINDOW_DAYS
    newly_used = [(day, product) for product, day in days.items() if day in period and day >= settled]
    return [NewProduct(product, facts.first + dt.timedelta(days=day)) for day, product in sorted(newly_used)]
