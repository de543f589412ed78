"""The journal as the person chose to tell it: the one door through which pages read what they are made of.

What is left out comes through it like what is marked private, so that no section can forget it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from journal.core.entries import Batch, Entry, Note, Product, Symptom, Unit
from journal.core.figure_facts import ChangedFact, Facts
from journal.core.kinds import KINDS
from journal.core.queries import EntryQuery
from journal.core.symptoms import MOOD, SymptomKind
from journal.core.warning_facts import WarningFacts
from journal.core.warning_words import is_masked, means_sign
from journal.insights.leave_out import (
    LeaveOut,
    first_day,
    marked_private,
    no_sign_private,
    none_private,
    signs_marked_private,
)
from journal.reports.options import ReportOptions

E = TypeVar("E", bound=Entry)
_FEW, _MOST = 100, 50_000
_NAMED_BY_PRODUCT = (Product, Symptom, Unit, Batch)


class Journal(Protocol):
    """What a report reads; a ``Logbook`` is one."""

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """What figures are made of."""

    def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
        """The warning symptoms noted from a day on; ``private``: with private texts and doses near them, too."""

    def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
        """The doses and ratings that were changed a while after they had been written down."""

    def all_products(self) -> list[Product]:
        """Every product, those in the trash too."""

    def symptoms(self) -> list[Symptom]:
        """Every symptom."""

    def all_symptoms(self) -> list[Symptom]:
        """Every symptom, those in the trash too."""

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written (UTC milliseconds); for few of them."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""


_BEGIN_BESIDE_DOSES = tuple(
    code for code, kind in KINDS.items() if kind.in_diary and kind.shows_day_written and code != "dose"
)

# Which choice prints the ratings of a kind. Warning symptoms have one of their own, whatever kind they are of.
_PRINTED_BY = {
    SymptomKind.PAIN: "symptoms",
    SymptomKind.SYMPTOM: "symptoms",
    SymptomKind.WELLBEING: "symptoms",
    SymptomKind.SIDE_EFFECT: "side_effects",
    SymptomKind.WITHDRAWAL: "withdrawal",
}


def as_chosen(journal: Journal, options: ReportOptions) -> AsChosen:
    """The journal as these options tell it."""
    out, symptoms = options.leave_out, journal.all_symptoms()
    if hidden := {symptom.id for symptom in symptoms if not _prints(options, symptom)}:
        out = replace(out, symptoms=out.symptoms | hidden)
    unsaid = frozenset(symptom.id for symptom in symptoms if is_masked(symptom) and not options.suicidal)
    return AsChosen(journal, out, options.private, unsaid)


def _prints(options: ReportOptions, symptom: Symptom) -> bool:
    """Scales of mood are told only where the person said so this time."""
    if means_sign(symptom):
        return True
    return bool(getattr(options, _PRINTED_BY[symptom.kind])) and (bool(options.mood) or symptom.code not in MOOD)


def _and_what_is_private(journal: Journal, out: LeaveOut) -> LeaveOut:
    """A product or symptom that is private takes along what belongs to it: a dose without its name would tell of it."""
    products = {product.id for product in journal.all_products() if product.private}
    symptoms = {symptom.id for symptom in journal.all_symptoms() if symptom.private}
    return replace(out, products=out.products | products, symptoms=out.symptoms | symptoms)


class AsChosen:
    """A journal for the pages. ``private`` of an entry says here whether it is withheld from them.

    ``private``: the person chose to tell what is marked so, too. ``unsaid``: warning symptoms without their yes; notes
    beside them stay out also where the symptom is in the trash.
    """

    def __init__(
        self, journal: Journal, leave_out: LeaveOut, private: bool = False, unsaid: frozenset[str] = frozenset()
    ) -> None:
        self._journal, self._private_too, self._unsaid = journal, private, unsaid
        self._out = leave_out if private else _and_what_is_private(journal, leave_out)

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """What figures are made of."""
        facts = self._journal.facts(first, last)
        if self._private_too:
            facts = none_private(facts)
            if facts.begun is not None and facts.begun >= first and self._told_before(first):
                facts = replace(facts, begun=first - dt.timedelta(days=1))
        if not self._out.anything:
            return facts
        marked = marked_private(facts, self._out, self._note_times(first, last))
        # Of a journal that began earlier by what is left out alone nobody is told that it did.
        if facts.begun is not None and facts.begun < first and not self._told_before(first):
            return replace(marked, begun=first_day(marked))
        return marked

    def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
        """The warning symptoms noted from a day on."""
        facts = self._journal.warning_facts(first, private or self._private_too)
        out = replace(self._out, symptoms=self._out.symptoms | self._unsaid)
        return signs_marked_private(no_sign_private(facts) if self._private_too else facts, out)

    def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
        """Those that may be counted."""
        out = self._out.products | self._out.symptoms
        changed = self._journal.changed_later(first, last)
        return [fact for fact in changed if fact.of not in out and (self._private_too or not fact.private)]

    def all_products(self) -> list[Product]:
        """Every product that may be named, those in the trash too."""
        return [product for product in self._journal.all_products() if product.id not in self._out.products]

    def symptoms(self) -> list[Symptom]:
        """Every symptom that may be named."""
        return [symptom for symptom in self._journal.symptoms() if symptom.id not in self._out.symptoms]

    def all_symptoms(self) -> list[Symptom]:
        """The same with those in the trash."""
        return [symptom for symptom in self._journal.all_symptoms() if symptom.id not in self._out.symptoms]

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows. What is left out is private here; what names products is not there."""
        entries = [self._as_told(entry) for entry in self._journal.listed(cls)]
        return entries if cls not in _NAMED_BY_PRODUCT else [entry for entry in entries if not self._out.covers(entry)]

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these entries was first written; what of them is told is chosen where it is printed."""
        return self._journal.first_written(entry_ids)

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition; what is left out is private here."""
        entries = [self._as_told(entry) for entry in self._journal.find(replace(query, private=None))]
        return [entry for entry in entries if query.private in (None, entry.private)]

    def _as_told(self, entry: E) -> E:
        private = self._out.covers(entry) or (entry.private and not self._private_too)
        return entry if private is entry.private else replace(entry, private=private)

    def _note_times(self, first: dt.date, last: dt.date) -> list[int]:
        """When the notes were written that are left out and not private anyway."""
        if not self._out.entries:
            return []
        shown = None if self._private_too else False
        query = EntryQuery(kinds=("note",), first_day=first, last_day=last, private=shown, limit=_MOST)
        entries = self._journal.find(query)
        return [note.at.local_ms for note in entries if isinstance(note, Note) and self._out.covers(note)]

    def _told_before(self, day: dt.date) -> bool:
        """Whether the journal holds what begins it earlier: a dose, even one left out; else what is not left out."""
        before = EntryQuery(kinds=("dose",), last_day=day - dt.timedelta(days=1), limit=1)
        others = replace(before, kinds=_BEGIN_BESIDE_DOSES, private=False)
        return bool(self._journal.find(before)) or any(
            self.find(replace(others, limit=limit)) for limit in (_FEW, _MOST)
        )
