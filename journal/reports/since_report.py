"""What changed since the last report, by the dates that were written down: what has no date is not seen here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Condition, LabResult, Substance
from journal.insights.named_products import NewProduct
from journal.insights.visit_facts import VisitFacts
from journal.insights.warning_signs import Noted
from journal.reports.disclosed import Chosen
from journal.reports.options import ReportOptions


@dataclass(frozen=True, slots=True)
class SinceReport:
    """What has a date after the day ``report`` on which the last one went out, up to the end of what the pages tell.

    The period of the pages may begin later than that day: what lies between is not forgotten. ``signs`` are those of
    that day, too: whether the last report knew them is not known.
    """

    report: dt.date
    begun: tuple[Substance, ...] = ()
    ended: tuple[Substance, ...] = ()
    conditions: tuple[Condition, ...] = ()
    labs: tuple[LabResult, ...] = ()
    products: tuple[NewProduct, ...] = ()
    signs: tuple[Noted, ...] = ()


def since_report(
    facts: VisitFacts,
    options: ReportOptions,
    report: dt.date,
    until: dt.date,
    labs: Sequence[LabResult],
    products: Sequence[NewProduct],
    noted: Sequence[Noted],
) -> SinceReport:
    """Of what the person lets the pages tell, in the order of the dates.

    ``labs``, ``products``: the results, and the products first taken, of all days since that one. ``noted``: warning
    symptoms that are not withheld.
    """

    def after(day: dt.date | None) -> bool:
        return day is not None and report < day <= until

    chosen = Chosen(options)
    taken = [substance for substance in facts.substances if chosen.substance(substance)]
    return SinceReport(
        report,
        tuple(sorted((item for item in taken if after(item.since)), key=lambda item: item.since or until)),
        tuple(sorted((item for item in taken if after(item.until)), key=lambda item: item.until or until)),
        tuple(condition for condition in facts.conditions if after(condition.since) and chosen.tells(condition)),
        tuple(lab for lab in labs if after(lab.day) and options.lab_results and not lab.private),
        tuple(products),
        tuple(sign for rated in noted if (sign := _from(rated, report)).days),
    )


def _from(noted: Noted, report: dt.date) -> Noted:
    return replace(noted, days=tuple(sign for sign in noted.days if sign.day >= report))
