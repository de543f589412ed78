"""What the sheet for a pharmacist and the emergency card are made of: nothing private, and of what is asked only a yes.

What is withheld looks like what was never written down.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import Protocol, TypeVar

from journal.core import limits
from journal.core.entries import Condition, Contact, DayMarkKind, Entry, LabResult, Person, Product, Question, Unit
from journal.core.figure_facts import Facts
from journal.core.health import PRIVATE_BY_NATURE, ConditionKind
from journal.core.journal_day import day_from_number, journal_day
from journal.core.moments import Moment
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.guidance.matching import ENDED_DAYS_LONG
from journal.insights import thresholds
from journal.insights.groups import Group, group_of_product
from journal.insights.period import summarise_period
from journal.insights.statements import Standing
from journal.insights.summary import Span, Summary
from journal.insights.visit_facts import VisitFacts, visit_facts
from journal.insights.without_private import without_private
from journal.reports.options import PREGNANCY, ReportOptions
from journal.reports.seizures_noted import seizure_days
from journal.reports.sheet_options import ALCOHOL, CANNABIS, LABS, OTHER, QUESTIONS, SheetKind, SheetOptions
from journal.reports.visit_answers import newest_labs
from journal.reports.visit_shown import Alcohol, TakenBeside, Times, VisitShown, visit_shown

E = TypeVar("E", bound=Entry)
_DAYS_OF_LABS = 365
# What ended so long before is listed still: the card names what may act still, though it ended before its 28 days.
_LISTED_BEFORE = {SheetKind.PHARMACIST: dt.timedelta(), SheetKind.EMERGENCY: dt.timedelta(days=ENDED_DAYS_LONG)}


class SheetJournal(Protocol):
    """What a sheet reads; a ``Logbook`` is one."""

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """What figures are made of."""

    def all_products(self) -> list[Product]:
        """Every product, those in the trash too."""

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written (UTC milliseconds); for few of them."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""


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


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """``last28`` are the full days before ``today``; what was taken today counts for ``products``, not for a median
    and not for drinks.

    ``days_of``: on how many of those days each group was written down. ``conditions`` are those of every kind that is
    no allergy, operation or pregnancy; what is printed of them is chosen where it is printed. ``seizure_days``: on
    which one was noted, the newest first. ``units`` are the
    products' own ones whose size is known. ``left_out``: private doses since ``last28`` began, which every total is
    short of.
    """

    today: dt.date
    last28: Span
    products: tuple[ProductTaken, ...]
    units: tuple[Unit, ...]
    left_out: int
    days: DaysKnown
    days_of: Mapping[Group, int]
    figures: Summary
    since: dt.date | None
    taken: tuple[TakenBeside, ...]
    alcohol: Alcohol | None
    list_checked: Standing | None
    allergies: tuple[Condition, ...]
    operations: tuple[Condition, ...]
    pregnancies: tuple[Condition, ...]
    conditions: tuple[Condition, ...]
    seizure_days: tuple[dt.date, ...]
    labs: tuple[LabResult, ...]
    questions: tuple[Question, ...]
    contacts: tuple[Contact, ...]


def sheet_facts(journal: SheetJournal, options: SheetOptions, made_at: Moment) -> SheetFacts:
    """Read what this sheet may tell."""
    date = made_at.local.date()
    products = journal.all_products()
    facts = _disclosed(journal.facts(date - dt.timedelta(days=limits.WINDOW_DAYS + 1), date), products)
    today = journal_day(made_at, facts.day_start)
    last = today - dt.timedelta(days=1)
    last28 = Span(last - dt.timedelta(days=limits.WINDOW_DAYS - 1), last)
    written = visit_facts(journal, Span(today - dt.timedelta(days=_DAYS_OF_LABS), today))
    of_days = partial(_shown, written, options, today, facts.day_start)
    shown = of_days(Span(last28.first, today))
    kinds = _of_kinds(written.conditions)
    person = next((person for person in journal.listed(Person) if not person.private), Person())
    return SheetFacts(
        today=today,
        last28=last28,
        products=products_taken(facts, last28, products, made_at),
        units=_newest_units(journal.listed(Unit)),
        left_out=_left_out(facts, last28, made_at),
        days=days_known(facts, last28),
        days_of=_days_of_groups(facts, last28, products),
        figures=_figures(facts, products, last28),
        since=person.since,
        taken=shown.taken,
        alcohol=_alcohol(of_days(last28).alcohol, shown.alcohol),
        list_checked=shown.list_checked,
        allergies=kinds(lambda condition: condition.what is ConditionKind.ALLERGY),
        operations=kinds(lambda condition: _is_ahead(condition, today)),
        pregnancies=_pregnancies(written, options, today) if options.prints(PREGNANCY) else (),
        conditions=kinds(lambda condition: condition.what not in _ELSEWHERE),
        seizure_days=seizure_days(journal),
        labs=tuple(newest_labs(shown.labs)),
        questions=shown.questions if options.prints(QUESTIONS) else (),
        contacts=tuple(sorted((contact for contact in journal.listed(Contact) if not contact.private), key=_place)),
    )


def _shown(written: VisitFacts, options: SheetOptions, today: dt.date, day_start: int, days: Span) -> VisitShown:
    return visit_shown(written, _as_pages(options, days), days, today, Times(today, day_start))


def _alcohol(counted: Alcohol | None, with_today: Alcohol | None) -> Alcohol | None:
    """Drinks of the full days, like doses and like the pages for a visit; what was drunk today alone has no number."""
    if counted is None and with_today is not None:
        return replace(with_today, drinks=None)
    return counted


def _as_pages(options: SheetOptions, period: Span) -> ReportOptions:
    """The same choices as the pages for a visit know them; mood is never told here."""
    return ReportOptions(
        period=replace(period, first=min(period.first, period.last - _LISTED_BEFORE[options.kind])),
        alcohol=options.prints(ALCOHOL),
        cannabis=options.prints(CANNABIS),
        other_substances=options.prints(OTHER),
        lab_results=options.prints(LABS),
        mood=False,
        function=False,
        attempts=False,
    )


def _place(contact: Contact) -> int:
    return contact.position


# --- conditions ------------------------------------------------------------------------------------------------------

_ELSEWHERE = PRIVATE_BY_NATURE | {ConditionKind.ALLERGY, ConditionKind.PLANNED_OPERATION}


def _of_kinds(conditions: Iterable[Condition]) -> Callable[[Callable[[Condition], bool]], tuple[Condition, ...]]:
    """Those that are not private; one that is over counts on, with the day on which it ended."""
    disclosed = [condition for condition in conditions if not condition.private]
    return lambda wanted: tuple(condition for condition in disclosed if wanted(condition))


def _is_ahead(condition: Condition, today: dt.date) -> bool:
    planned = condition.what is ConditionKind.PLANNED_OPERATION
    return planned and (condition.planned is None or condition.planned >= today)


def _pregnancies(facts: VisitFacts, options: SheetOptions, today: dt.date) -> tuple[Condition, ...]:
    """Private by nature: what is marked so needs a second yes at each printing. One that is over is not told."""
    sure = PREGNANCY in options.private_told
    disclosed = (condition for condition in facts.conditions if sure or not condition.private)
    of = (condition for condition in disclosed if condition.what in PRIVATE_BY_NATURE)
    return tuple(condition for condition in of if condition.until is None or condition.until >= today)


# --- products --------------------------------------------------------------------------------------------------------


def _disclosed(facts: Facts, products: Sequence[Product]) -> Facts:
    """Without what is private; a dose of a private product is a private dose."""
    hidden = {product.id for product in products if product.private}
    return without_private(
        replace(
            facts, doses=tuple(dose._replace(private=1) if dose.product in hidden else dose for dose in facts.doses)
        )
    )


def _left_out(facts: Facts, last28: Span, made_at: Moment) -> int:
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


def _days_of_groups(facts: Facts, last28: Span, products: Sequence[Product]) -> dict[Group, int]:
    by_id = {product.id: product for product in products}
    days: dict[Group, set[dt.date]] = {}
    for dose in facts.doses:
        day = facts.first + dt.timedelta(days=facts.index_of(dose.local_ms))
        if last28.first <= day <= last28.last:
            days.setdefault(group_of_product(by_id.get(dose.product or "")), set()).add(day)
    return {group: len(of) for group, of in days.items()}


def _figures(facts: Facts, products: Sequence[Product], last28: Span) -> Summary:
    """Amounts and doses a day of each group; of days with private doses at least these."""
    days = range((last28.first - facts.first).days, (last28.last - facts.first).days + 1)
    kept = tuple(dose for dose in facts.doses if facts.index_of(dose.local_ms) in days)
    withheld = tuple(dose for dose in facts.left_out if facts.index_of(dose.local_ms) in days)
    of_days = replace(facts, first=last28.first, last=last28.last, doses=kept, ratings=(), notes=(), left_out=withheld)
    return summarise_period(of_days, {product.id: product for product in products}, (), last28)


def _newest_units(versions: Iterable[Unit]) -> tuple[Unit, ...]:
    """Of each own unit the newest version, which comes first, where it says what one of it is."""
    newest: dict[tuple[str, str], Unit] = {}
    for unit in versions:
        newest.setdefault((unit.product, folded(unit.name)), unit)
    return tuple(unit for unit in newest.values() if unit.quantity is not None and not unit.private)


def _most_days_first(taken: ProductTaken) -> tuple[bool, int, str]:
    name = taken.product.name.casefold() if taken.product else ""
    return taken.product is None, -taken.days, name
