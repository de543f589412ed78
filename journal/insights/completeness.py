"""How complete a period is, how its doses were noted, and which products they were of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from journal.core.amounts import Basis
from journal.core.entries import Product
from journal.core.facts import DoseFact, Facts
from journal.core.moments import DAY_MS, HOUR_MS
from journal.insights.days import DayFigures, DayState
from journal.insights.measures import is_leaf, weights, within
from journal.insights.summary import NewProduct, ProductUse, Quality, Share
from journal.insights.windows import WINDOW


def quality(facts: Facts, days: Sequence[DayFigures], period: range, last: range) -> Quality:
    """Days of the period, and the bases and delays of the doses of the last 28 days."""
    shown = [days[number] for number in period]
    used = [day for day in shown if day.state is DayState.USE]
    maybe_leaf = [day for day in used if day.leaf_doses or day.unnamed_doses]
    doses = within(facts, facts.doses, last)
    return Quality(
        days=len(shown),
        recorded=sum(day.recorded for day in shown),
        known=sum(day.known for day in shown),
        weight_missing_days=sum(day.leaf_amount is None for day in maybe_leaf),
        no_leaf_days=len(used) - len(maybe_leaf),
        other_days=sum(day.state is DayState.OTHER for day in shown),
        weighed=_share(dose.basis == Basis.WEIGHED for dose in doses),
        guessed=_share(dose.basis == Basis.GUESSED for dose in doses),
        within_hour=_share(dose.recorded_ms - dose.utc_ms <= HOUR_MS for dose in doses),
        back_filled=_share(_delays(facts, period)),
    )


def _delays(facts: Facts, period: range) -> Iterable[bool]:
    """For each dose and rating of the period, whether it was noted more than 24 hours later."""
    yield from (dose.recorded_ms - dose.utc_ms > DAY_MS for dose in within(facts, facts.doses, period))
    yield from (rating.recorded_ms - rating.utc_ms > DAY_MS for rating in within(facts, facts.ratings, period))


def _share(flags: Iterable[bool]) -> Share:
    """Counted by entries, not by days: no interval, as entries of one day are alike."""
    counted = list(flags)
    return Share(sum(counted), len(counted))


def product_uses(
    facts: Facts, days: Sequence[DayFigures], products: Mapping[str, Product], period: range
) -> list[ProductUse]:
    """Every product with doses in the period, by name: an order by amount would look like a ranking."""
    taken: dict[str, list[DoseFact]] = {}
    for dose in within(facts, facts.doses, period):
        if dose.product is not None:
            taken.setdefault(dose.product, []).append(dose)
    amounts = {number: amount for number in period if (amount := days[number].leaf_amount) is not None}
    uses = [_use(facts, doses, amounts if is_leaf(doses[0], products) else {}) for doses in taken.values()]
    return sorted(uses, key=lambda each: (_name(products, each.product), each.product))


def _use(facts: Facts, doses: list[DoseFact], amounts: Mapping[int, int]) -> ProductUse:
    """``amounts``: mg of leaf of the days on which every weight is known; on others a share would be too small."""
    numbers = [facts.index_of(dose.local_ms) for dose in doses]
    known = weights([dose for dose, number in zip(doses, numbers, strict=True) if number in amounts])
    leaf_mg = sum(amounts.values())
    first, last = (facts.first + dt.timedelta(days=number) for number in (min(numbers), max(numbers)))
    return ProductUse(
        doses[0].product or "", len(doses), sum(known) / leaf_mg if known and leaf_mg else None, first, last
    )


def _name(products: Mapping[str, Product], product: str) -> str:
    return products[product].name.casefold() if product in products else ""


def chosen_products(uses: Sequence[ProductUse], most: int = 3) -> tuple[ProductUse, ...]:
    """The products with the most doses, in the order given (by name); of equal ones the larger share."""
    chosen = sorted(uses, key=lambda each: (-each.doses, -(each.grams_share or 0)))[:most]
    return tuple(each for each in uses if each in chosen)


def unnamed_doses(facts: Facts, period: range) -> int:
    """Doses of the period whose product was not said."""
    return sum(dose.product is None for dose in within(facts, facts.doses, period))


def new_products(facts: Facts, products: Mapping[str, Product], period: range) -> list[NewProduct]:
    """Products first taken on a day of the period, from 28 days after the journal's first dose of a named product on.

    Before that every product is new to the journal, and that says nothing of the person.
    """
    days = {each.product: facts.index_of(each.local_ms) for each in facts.first_uses if each.product in products}
    settled = min(days.values(), default=0) + WINDOW
    found = [(day, product) for product, day in days.items() if day in period and day >= settled]
    return [NewProduct(product, facts.first + dt.timedelta(days=day)) for day, product in sorted(found)]
