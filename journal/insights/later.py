"""Doses of the running day, which a period that ends yesterday does not hold: told beside its figures, not in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from journal.core.entries import Product
from journal.core.facts import Facts
from journal.insights.days import DayFigures, day_figures, group_of_dose
from journal.insights.group_figures import dimension_of, thousandths, unit_of
from journal.insights.groups import Group, group_of_product
from journal.insights.summary import Span, Statistic, Unit


@dataclass(frozen=True, slots=True)
class LaterGroup:
    """The doses of one group, with the ids of their products; ``amount`` None: nothing is known of it."""

    group: Group
    products: tuple[str, ...]
    doses: Statistic
    unit: Unit
    amount: Statistic | None


@dataclass(frozen=True, slots=True)
class Later:
    """What was written down after a period, up to the moment at which its page is made.

    ``left_out`` counts private doses; ``more``: some were taken whose number is not known. ``unread``: the period ends
    before yesterday, and the days after it are not looked at.
    """

    groups: tuple[LaterGroup, ...] = ()
    left_out: int = 0
    more: bool = False
    unread: bool = False

    @property
    def any(self) -> bool:
        """Whether there is something to be told."""
        return bool(self.groups or self.left_out or self.more or self.unread)


def running_day(period: Span, today: dt.date) -> dt.date | None:
    """The day whose doses are told beside those of the period: today, if the period ends yesterday."""
    return today if today - period.last == dt.timedelta(days=1) else None


def ends_earlier(period: Span, today: dt.date) -> bool:
    """Whether there are whole days between the period and today."""
    return today - period.last > dt.timedelta(days=1)


def later_doses(facts: Facts, products: Mapping[str, Product], now_ms: int) -> Later:
    """Those of the only day of ``facts``, as they are disclosed, up to now; doses dated later are in no figure."""
    cut = replace(
        facts,
        doses=tuple(each for each in facts.doses if each.utc_ms <= now_ms),
        left_out=tuple(each for each in facts.left_out if each.utc_ms <= now_ms),
    )
    (day,) = day_figures(cut, products)
    groups = tuple(_group(cut, products, day, each) for each in Group if each in day.groups)
    return Later(groups, len(cut.left_out), more=day.more and not cut.left_out)


def _group(facts: Facts, products: Mapping[str, Product], day: DayFigures, group: Group) -> LaterGroup:
    of_day, whole = day.groups[group], not day.open_for(group)
    groups = {key: group_of_product(product) for key, product in products.items()}
    named = (each.product for each in facts.doses if group_of_dose(each, groups) is group)
    dimension = dimension_of([day], group)
    unit = Unit.NONE if dimension is None else unit_of([day], group, dimension)
    amount = None
    if dimension is not None:
        complete = whole and of_day.complete(dimension)
        amount = Statistic(of_day.known(dimension) / thousandths(unit), at_least=not complete)
    return LaterGroup(
        group=group,
        products=tuple(dict.fromkeys(each for each in named if each is not None)),
        doses=Statistic(of_day.doses, at_least=not whole),
        unit=unit,
        amount=amount,
    )
