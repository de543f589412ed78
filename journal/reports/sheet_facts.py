"""What the sheet for a pharmacist and the emergency card are made of: nothing private, and of what is asked only a yes.

What is withheld looks like what was never written down.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from journal.core import limits
from journal.core.entries import Condition, Contact, Entry, LabResult, Person, Product, Question, Unit
from journal.core.figure_facts import Facts
from journal.core.health import PRIVATE_BY_NATURE, ConditionKind
from journal.core.journal_day import journal_day
from journal.core.moments import Moment
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.guidance.counts_still import ENDED_DAYS_LONG
from journal.insights.groups import Group
from journal.insights.statements import Standing
from journal.insights.summary import Span, Summary
from journal.insights.visit_facts import VisitFacts, visit_facts
from journal.reports.options import PREGNANCY, ReportOptions
from journal.reports.seizures_noted import seizure_days
from journal.reports.sheet_doses import (
    DaysKnown,
    ProductTaken,
    days_known,
    days_of_groups,
    disclosed_facts,
    figures_of_groups,
    left_out,
    products_taken,
)
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
    facts = disclosed_facts(journal.facts(date - dt.timedelta(days=limits.WINDOW_DAYS + 1), date), products)
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
        left_out=left_out(facts, last28, made_at),
        days=days_known(facts, last28),
        days_of=days_of_groups(facts, last28, products),
        figures=figures_of_groups(facts, products, last28),
        since=person.since,
        taken=shown.taken,
        alcohol=of_days(last28).alcohol,
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
    sure = PREGNANCY in options.private_printed
    disclosed = (condition for condition in facts.conditions if sure or not condition.private)
    of = (condition for condition in disclosed if condition.what in PRIVATE_BY_NATURE)
    return tuple(condition for condition in of if condition.until is None or condition.until >= today)


def _newest_units(versions: Iterable[Unit]) -> tuple[Unit, ...]:
    """Of each own unit the newest version, which comes first, where it says what one of it is."""
    newest: dict[tuple[str, str], Unit] = {}
    for unit in versions:
        newest.setdefault((unit.product, folded(unit.name)), unit)
    return tuple(unit for unit in newest.values() if unit.quantity is not None and not unit.private)
