"""The work behind the report: reading once, making the pages, locking and writing them. All of it in a worker."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.core.entries import Condition, Entry, Product, Symptom
from journal.core.figure_facts import ChangedFact, Facts
from journal.core.moments import Clock, Moment, moment_now
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.warning_facts import WarningFacts
from journal.exchange.files import whole_file
from journal.insights.summary import Span
from journal.reports.options import ReportOptions, suggested_name
from journal.reports.sheet_options import SheetOptions
from journal.texts import Texts
from journal.ui.report.made import Made

E = TypeVar("E", bound=Entry)

if TYPE_CHECKING:
    from typing import Protocol

    from journal.ui.trends.findings import Journal as Figures
    from journal.ui.trends.findings import Work

    class Journal(Figures, Protocol):
        """What the pages are read from."""

        def all_symptoms(self) -> list[Symptom]:
            """All symptoms, those in the trash too."""

        def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
            """The warning symptoms noted from a day on; ``private``: with private texts and doses near them, too."""

        def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
            """The doses and ratings that were changed a while after they had been written down."""

        def listed(self, cls: type[E]) -> list[E]:
            """Everything of a kind of few rows."""

        def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
            """When each of these entries was first written (UTC milliseconds); for few of them."""

        def find(self, query: EntryQuery) -> list[Entry]:
            """The newest entries that meet every condition."""


def load_reports() -> None:
    """Load what makes pages in the worker: with ReportLab and Matplotlib behind it this takes a second or more."""
    if "journal.reports.pdf" not in sys.modules:
        import journal.reports.pdf  # noqa: F401

        # A quarter of a million new objects that all stay: no collection, on the main thread, looks at each of them
        # again, which took a tenth of a second.
        gc.freeze()


class Source:
    """The journal as the pages read it: what was read is kept, so that typing words does not read it all again.

    A new one is made when the journal changes.
    """

    def __init__(self, journal: Journal, texts: Texts, clock: Clock) -> None:
        self._journal, self._texts, self._clock = journal, texts, clock
        self._kept: dict[Span, Facts] = {}
        self._changed: dict[Span, list[ChangedFact]] = {}
        self._warning_facts: dict[tuple[dt.date, bool], WarningFacts] = {}
        self._lists: dict[type[Entry], list[Entry]] = {}
        self._answers: dict[EntryQuery, list[Entry]] = {}
        self._first_written: dict[str, int] = {}

    def make(self, chosen: ReportOptions | SheetOptions, work: Work) -> Made:
        """The pages, or the sheet, as they are chosen now. Raises Refused("cancelled")."""
        load_reports()
        from journal.reports import pdf
        from journal.reports.printed import Printed, replaced_words
        from journal.ui.report.sheet_making import sheet_made

        reader, now = _Reader(self, work), moment_now(self._clock)
        if isinstance(chosen, SheetOptions):
            return sheet_made(reader, chosen, self._texts, now)
        pages = pdf.make_pdf(reader, chosen, self._texts, now, printed := Printed())
        if work.cancelled():
            raise Refused("cancelled")
        made = _made(pages, self._texts, chosen, reader, now)
        return replace(made, replaced=replaced_words(self._texts, printed.replaced))

    def tells_private(self, made: Made, work: Work) -> bool:
        """Whether something on these pages would not be there without what is marked private: then bytes differ."""
        from journal.reports import pdf

        if made.chosen is None or made.made_at is None:
            return False
        without = replace(made.chosen, private=False)
        pages = pdf.make_pdf(_Reader(self, work), without, self._texts, made.made_at)
        if work.cancelled():
            raise Refused("cancelled")
        return pages != made.pdf

    def save(self, chosen: ReportOptions | SheetOptions, password: str, path: Path, never: Path, work: Work) -> Saved:
        """Write the pages, whole or not at all; with a password nothing unlocked ever reaches the disk."""
        saved = Saved(path, self.make(chosen, work).pdf)
        if password:
            return lock_saved(saved, password, never)
        _write(saved.pdf, path, never)
        return saved


@dataclass(frozen=True, slots=True)
class Saved:
    """Pages as they were saved, before any password, and where."""

    path: Path
    pdf: bytes


def lock_saved(saved: Saved, password: str, never: Path) -> Saved:
    """Write the same pages with a password, in place of what is there."""
    from journal.reports.pdf import protect

    _write(protect(saved.pdf, password), saved.path, never)
    return saved


def _write(pdf: bytes, path: Path, never: Path) -> None:
    with whole_file(path, never=never) as file:
        file.write(pdf)


class _Reader:
    """What the pages are given to read from."""

    def __init__(self, source: Source, work: Work) -> None:
        self._source, self._work = source, work

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """Facts of these days, read only if they are not kept: those of the period, and of the day after it."""
        from journal.ui.trends.findings import read_facts

        span, kept = Span(first, last), self._source._kept
        if span not in kept:
            newest = dict(list(kept.items())[-1:])
            self._source._kept = kept = {**newest, span: read_facts(self._source._journal, span, self._work)}
        return kept[span]

    def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
        """Warning symptoms from this day on, read only if they are not the ones kept."""
        kept = self._source._warning_facts
        if (first, private) not in kept:
            kept.clear()
            kept[first, private] = self._source._journal.warning_facts(first, private)
        return kept[first, private]

    def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
        """Doses and ratings of these days that were changed later, read only if they are not kept."""
        span, kept = Span(first, last), self._source._changed
        if span not in kept:
            kept.clear()
            kept[span] = self._source._journal.changed_later(first, last)
        return kept[span]

    def all_products(self) -> list[Product]:
        """All products, those in the trash too."""
        return self._source._journal.all_products()

    def symptoms(self) -> list[Symptom]:
        """All symptoms."""
        return self._source._journal.symptoms()

    def all_symptoms(self) -> list[Symptom]:
        """All symptoms, those in the trash too."""
        return self._source._journal.all_symptoms()

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows, read once."""
        kept = self._source._lists
        if cls not in kept:
            kept[cls] = list(self._source._journal.listed(cls))
        return [entry for entry in kept[cls] if isinstance(entry, cls)]

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written, read once for each."""
        kept, asked = self._source._first_written, list(entry_ids)
        if unread := [entry_id for entry_id in asked if entry_id not in kept]:
            kept.update(self._source._journal.first_written(unread))
        return {entry_id: kept[entry_id] for entry_id in asked if entry_id in kept}

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition, read once for each query."""
        kept = self._source._answers
        if query not in kept:
            kept[query] = self._source._journal.find(query)
        return kept[query]


def _made(pdf: bytes, texts: Texts, options: ReportOptions, reader: _Reader, now: Moment) -> Made:
    """With what there is to be left out; what is marked private never was on the pages."""
    from journal.insights.leave_out import LeaveOut
    from journal.insights.warning_signs import first_day_looked_at
    from journal.reports.as_chosen import AsChosen, as_chosen
    from journal.reports.asked_twice import private_pregnancy_chosen
    from journal.reports.left_out import stays_out
    from journal.reports.offered import offered, rated_in, visit_told
    from journal.reports.singles import named_all_the_same, names_left_out, singles
    from journal.reports.warning_symptoms import private_rating_left_out

    disclosed = AsChosen(reader, options.leave_out, options.private)
    everything = as_chosen(reader, replace(options, leave_out=LeaveOut()))
    symptoms = disclosed.symptoms()
    private = private_pregnancy_chosen(reader.listed(Condition), options, now.local.date())
    facts = disclosed.warning_facts(first_day_looked_at(options.period, now.local.date()))
    there = offered(
        symptoms, facts, visit_told(disclosed, options.period, now), options, now, rated_in(disclosed, options.period)
    )
    return Made(
        pdf,
        suggested_name(options.period),
        there,
        private_rating_left_out(symptoms, facts, options, now),
        singles(texts, everything, options, now),
        tuple(stays_out(texts, options, there, names_left_out(texts, reader, options.leave_out), private)),
        named_all_the_same(texts, reader, disclosed, options, now),
        options,
        now,
    )
