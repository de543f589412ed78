"""Doses after a page's period: those up to now are told beside its figures, not in them, and the later ones counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind, Product
from journal.core.figure_facts import DoseFact, Facts
from journal.core.journal_day import day_number
from journal.core.moments import CLOCKS_APART
from journal.insights.days import day_figures, group_of_dose
from journal.insights.groups import Group, group_of_product
from journal.insights.summary import Span

LOOKED_AHEAD = dt.timedelta(days=365)  # for doses that a wrong clock has dated later than now


@dataclass(frozen=True, slots=True)
class Measured:
    """Doses measured alike: ``quantity`` is their sum, in thousandths of the dimension's unit."""

    dimension: Dimension
    quantity: int
    doses: int


@dataclass(frozen=True, slots=True)
class LaterGroup:
    """The doses of one group, with the ids of their products; ``open``: there may be more than is known."""

    group: Group
    products: tuple[str, ...]
    doses: int
    measured: tuple[Measured, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Later:
    """What was written down after a period, up to the moment at which its page is made.

    ``left_out`` counts private doses; ``more``: some were taken whose number is not known; ``ahead`` counts doses
    dated later than that moment. ``unread``: the period ends before yesterday, and the days after it are not looked at.
    """

    groups: tuple[LaterGroup, ...] = ()
    left_out: int = 0
    more: bool = False
    ahead: int = 0
    unread: bool = False

    @property
    def any(self) -> bool:
        """Whether there is something to be told."""
        return bool(self.groups or self.left_out or self.more or self.ahead or self.unread)


def first_day_after(period: Span, today: dt.date) -> dt.date | None:
    """From when on doses are told beside those of the period; None: there are whole days between it and today."""
    day = period.last + dt.timedelta(days=1)
    return day if day >= today else None


def told_days(period: Span, today: dt.date) -> Span:
    """The days of which the pages tell lists and values: those of the period and, if it ends next to it, the running
    day.
    """
    return Span(period.first, period.last if first_day_after(period, today) is None else max(today, period.last))


def later_doses(facts: Facts, products: Mapping[str, Product], now_ms: int, today: dt.date) -> Later:
    """Those of ``facts``, which begin after the period and are as they are disclosed.

    A dose taken before a journey to the west, or by a clock that was put back, lies on a day that has not come yet.
    """
    groups = {key: group_of_product(product) for key, product in products.items()}
    taken = replace(
        facts,
        last=facts.first + CLOCKS_APART,  # after a journey a dose of this minute may lie so much further on
        doses=tuple(dose for dose in facts.doses if dose.utc_ms <= now_ms),
        left_out=tuple(time for time in facts.left_out if time.utc_ms <= now_ms),
        ratings=(), notes=(), private_notes=(),
        marks=tuple(mark for mark in facts.marks if mark.day <= day_number(today)),
    )  # fmt: skip
    days = day_figures(taken, products)
    more, unsaid = any(day.more for day in days), any(Group.NOT_SAID in day.groups for day in days)
    by_group: dict[Group, list[DoseFact]] = {}
    for dose in taken.doses:
        by_group.setdefault(group_of_dose(dose, groups), []).append(dose)
    return Later(
        tuple(
            _group(group, by_group[group], more or (unsaid and group is not Group.NOT_SAID))
            for group in Group
            if group in by_group
        ),
        len(taken.left_out),
        more=more and not taken.left_out,
        ahead=len(facts.doses) - len(taken.doses),
    )


def last_dose(facts: Facts, after: Facts, now_ms: int) -> int | None:
    """The wall-clock time of the last dose up to now, as disclosed; None where a later one is withheld.

    ``after``: what follows the period of ``facts``.
    """
    doses = [dose for dose in (*facts.doses, *after.doses) if dose.utc_ms <= now_ms]
    last = max(doses, key=lambda dose: dose.utc_ms, default=None)
    withheld = [time.utc_ms for time in (*facts.left_out, *after.left_out) if time.utc_ms <= now_ms]
    return None if last is None or any(time >= last.utc_ms for time in withheld) else last.local_ms


def unknown_since(facts: Facts, after: Facts, last_ms: int, today: dt.date) -> bool:
    """Whether nothing tells if a dose followed the last one, on a later day than its own: no mark of all those days.

    ``last_ms``: its wall-clock time. A day whose number is not known tells that there was one.
    """
    since = range(facts.index_of(last_ms) + 1, (today - facts.first).days + 1)
    marked = {mark.day - day_number(facts.first): mark.mark for mark in (*facts.marks, *after.marks)}
    marks = {marked.get(day) for day in since}
    return bool(marks - {DayMarkKind.NONE_TODAY}) and DayMarkKind.NUMBER_NOT_KNOWN not in marks


def _group(group: Group, doses: list[DoseFact], open_: bool) -> LaterGroup:
    products = dict.fromkeys(dose.product for dose in doses if dose.product is not None)
    return LaterGroup(group, tuple(products), len(doses), tuple(_measured(doses)), open_)


def _measured(doses: Iterable[DoseFact]) -> Iterator[Measured]:
    known: dict[Dimension, list[int]] = {}
    for dose in doses:
        if dose.quantity is not None and dose.dimension is not None:
            known.setdefault(Dimension(dose.dimension), []).append(dose.quantity)
    return (
        Measured(dimension, sum(known[dimension]), len(known[dimension]))
        for dimension in Dimension
        if dimension in known
    )
