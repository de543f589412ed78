"""What else the pages for a visit are made of: what is taken beside, what a person has, answers and questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from journal.core.entries import (
    Attempt,
    Batch,
    CheckIn,
    Condition,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Person,
    Question,
    Statement,
    Substance,
)
from journal.core.health import Subject
from journal.core.queries import EntryQuery
from journal.insights.summary import Span

E = TypeVar("E", bound=Entry)

# More than ten years of some a day: enough for every period, and no journal can make a page endless.
_MOST = 50_000


class ReadKinds(Protocol):
    """What is asked of an open journal."""

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written (UTC milliseconds); for few of them."""


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What is not in the trash, oldest first.

    ``intakes``, ``lab_results``, ``check_ins`` and ``measurements`` are those of the days that were read; of the others
    there is everything. ``first_written``: when each substance, condition and statement of a list was first written
    into this journal, by id.
    """

    substances: tuple[Substance, ...] = ()
    conditions: tuple[Condition, ...] = ()
    statements: tuple[Statement, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    questions: tuple[Question, ...] = ()
    batches: tuple[Batch, ...] = ()
    intakes: tuple[Intake, ...] = ()
    lab_results: tuple[LabResult, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    persons: tuple[Person, ...] = ()
    first_written: Mapping[str, int] = field(default_factory=dict)


def visit_facts(journal: ReadKinds, days: Span) -> VisitFacts:
    """Everything of these journal days, private entries too."""
    substances, conditions = tuple(journal.listed(Substance)), tuple(journal.listed(Condition))
    statements = tuple(journal.listed(Statement))
    of_lists = [statement for statement in statements if statement.subject is not Subject.NOTHING_LAST_NIGHT]
    written = (entry.id for entry in (*substances, *conditions, *of_lists))
    return VisitFacts(
        substances=substances,
        conditions=conditions,
        statements=statements,
        attempts=tuple(journal.listed(Attempt)),
        questions=tuple(journal.listed(Question)),
        batches=tuple(journal.listed(Batch)),
        intakes=_of_days(journal, Intake, "intake", days),
        lab_results=lab_results(journal, days),
        check_ins=_of_days(journal, CheckIn, "check_in", days),
        measurements=_of_days(journal, Measurement, "measurement", days),
        persons=tuple(journal.listed(Person)),
        first_written=journal.first_written(written) if of_lists else {},
    )


def lab_results(journal: ReadKinds, days: Span) -> tuple[LabResult, ...]:
    """Those of these days, private ones too."""
    return _of_days(journal, LabResult, "lab_result", days)


def measurements_from(journal: ReadKinds, first: dt.date) -> tuple[Measurement, ...]:
    """Those of this day and of all later ones, private ones too."""
    entries = journal.find(EntryQuery(kinds=("measurement",), first_day=first, limit=_MOST))
    return tuple(entry for entry in reversed(entries) if isinstance(entry, Measurement))


def _of_days(journal: ReadKinds, cls: type[E], kind: str, days: Span) -> tuple[E, ...]:
    query = EntryQuery(kinds=(kind,), first_day=days.first, last_day=days.last, limit=_MOST)
    return tuple(entry for entry in reversed(journal.find(query)) if isinstance(entry, cls))


def taken_in(substances: Iterable[Substance], first: dt.date, last: dt.date, today: dt.date) -> Sequence[Substance]:
    """Those whose time overlaps these days; an end that was not said is open.

    One that begins after ``today`` is not over: the computer's clock was set back.
    """
    return [
        substance
        for substance in substances
        if (substance.since is None or substance.since <= last or substance.since > today)
        and (substance.until is None or substance.until >= first)
    ]
