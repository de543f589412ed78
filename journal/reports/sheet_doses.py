"""What the doses of the last 28 days say on a sheet: products, days, groups and figures, without what is private."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from journal.core.entries import DayMarkKind, Product
from journal.core.figure_facts import Facts
from journal.core.journal_day import day_from_number
from journal.core.moments import Moment
from journal.insights import thresholds
from journal.insights.groups import Group, group_of_product
from journal.insights.period import summarise_period
from journal.insights.summary import Span, Summary
from journal.insights.without_private import without_private


@dataclass(frozen=True, slots=True)
class ProductTaken:
    """A product of the last 28 days; None: the doses name none. ``a_day``: doses on the days on which it was taken.

    ``a_day`` is None below four such days, ``since`` the first day on which it was written down at all.
    """

    product: Product | None
    doses: int
    days: int
    a_day: float | None
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class DaysKnown:
    """Of the last 28 full days: on how many it was taken, and how many were said to be without."""

    taken: int
    without: int

    @property
    def known(self) -> int:
        """Days of which something is known."""
        return self.taken + self.without


def disclosed_facts(facts: Facts, products: Sequence[Product]) -> Facts:
    """Without what is private; a dose of a private product is a private dose."""
    hidden = {product.id for product in products if product.private}
    return without_private(
        replace(
            facts, doses=tuple(dose._replace(private=1) if dose.product in hidden else dose for dose in facts.doses)
        )
    )


def left_out(facts: Facts, last28: Span, made_at: Moment) -> int:
    """How many private doses since ``last28`` began every total is short of."""
    begins = (last28.first - facts.first).days
    times = (dose for dose in facts.left_out if dose.utc_ms <= made_at.utc_ms)
    return sum(facts.index_of(dose.local_ms) >= begins for dose in times)


def products_taken(
    facts: Facts, last28: Span, products: Sequence[Product], made_at: Moment
) -> tuple[ProductTaken, ...]:
    """Each product taken since ``last28`` began, the one on most days first, then by name."""
    by_id = {product.id: product for product in products}
    per_day: dict[str | None, Counter[dt.date]] = {}
    for dose in facts.doses:
        product = by_id.get(dose.product or "")
        day = facts.first + dt.timedelta(days=facts.index_of(dose.local_ms))
        if day >= last28.first and dose.utc_ms <= made_at.utc_ms:
            per_day.setdefault(product.id if product else None, Counter())[day] += 1
    first_days = {
        use.product: facts.first + dt.timedelta(days=facts.index_of(use.local_ms)) for use in facts.first_uses
    }
    taken = [
        _taken(by_id.get(key or ""), days, last28, first_days.get(key))
        for key, days in per_day.items()
    ]  # fmt: skip
    return tuple(sorted(taken, key=_most_days_first))


def _taken(
    product: Product | None, doses: Counter[dt.date], last28: Span, first: dt.date | None
) -> ProductTaken:  # fmt: skip
    full = [count for day, count in doses.items() if day <= last28.last]
    return ProductTaken(
        product,
        doses.total(),
        len(doses),
        float(median(full)) if len(full) >= thresholds.DAYS_OF_A_PRODUCT else None,
        min(filter(None, (first, min(doses))), default=None),
    )


def days_known(facts: Facts, last28: Span) -> DaysKnown:
    """What is said of each full day without what is private: a day with a dose is no day without."""
    taken = {facts.first + dt.timedelta(days=facts.index_of(dose.local_ms)) for dose in facts.doses}
    open_still = {facts.first + dt.timedelta(days=facts.index_of(dose.local_ms)) for dose in facts.left_out}
    marks = [(day_from_number(mark.day), mark.mark) for mark in facts.marks if not mark.private]
    taken |= {day for day, mark in marks if mark == DayMarkKind.NUMBER_NOT_KNOWN}
    without = {day for day, mark in marks if mark == DayMarkKind.NONE_TODAY} - taken - open_still
    within = [len([day for day in days if last28.first <= day <= last28.last]) for days in (taken, without)]
    return DaysKnown(*within)


def days_of_groups(facts: Facts, last28: Span, products: Sequence[Product]) -> dict[Group, int]:
    """On how many full days each group was written down."""
    by_id = {product.id: product for product in products}
    days: dict[Group, set[dt.date]] = {}
    for dose in facts.doses:
        day = facts.first + dt.timedelta(days=facts.index_of(dose.local_ms))
        if last28.first <= day <= last28.last:
            days.setdefault(group_of_product(by_id.get(dose.product or "")), set()).add(day)
    return {group: len(of) for group, of in days.items()}


def figures_of_groups(facts: Facts, products: Sequence[Product], last28: Span) -> Summary:
    """Amounts and doses a day of each group; of days with private doses at least these."""
    days = range((last28.first - facts.first).days, (last28.last - facts.first).days + 1)
    kept = tuple(dose for dose in facts.doses if facts.index_of(dose.local_ms) in days)
    withheld = tuple(dose for dose in facts.left_out if facts.index_of(dose.local_ms) in days)
    of_days = replace(facts, first=last28.first, last=last28.last, doses=kept, ratings=(), notes=(), left_out=withheld)
    return summarise_period(of_days, {product.id: product for product in products}, (), last28)


def _most_days_first(taken: ProductTaken) -> tuple[bool, int, str]:
    name = taken.product.name.casefold() if taken.product else ""
    return taken.product is None, -taken.days, name
