"""Every entry of the period that the person lets the pages tell, oldest first, in words: for the list at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from journal.core.check_ins import Instrument
from journal.core.entries import (
    Care,
    CheckIn,
    DayMark,
    Dose,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Note,
    Product,
    Rating,
    Substance,
    Symptom,
    Timed,
    Unit,
    Urge,
    kind_of,
    kind_of_class,
)
from journal.core.journal_day import journal_day
from journal.core.queries import EntryQuery
from journal.core.warning_words import means_sign
from journal.reports.as_chosen import Journal
from journal.reports.disclosed import Chosen
from journal.reports.entry_words import EntryWords, Named
from journal.reports.options import ReportOptions
from journal.reports.printed import Printed
from journal.reports.warning_symptoms import withheld
from journal.texts import Texts

MOST = 50_000  # entries: more than fifteen years of some a day
# What is said of a day ("nothing else is taken") may deny what is left out, and is not among them.
LISTED = tuple(map(kind_of_class, (Dose, Rating, DayMark, Note, Intake, CheckIn, Urge, Care, Measurement, LabResult)))
_CHOICE_OF = {
    Instrument.DAILY: "function",
    Instrument.PEG: "function",
    Instrument.PHQ2: "mood",
    Instrument.GAD2: "mood",
}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry: when it was, what it is of, and what was written down."""

    when: str
    what: str
    said: str


@dataclass(frozen=True, slots=True)
class EntryList:
    """``whole``: no entry of the period is older than the first one because there are too many."""

    rows: tuple[EntryRow, ...]
    whole: bool = True


def entry_list(journal: Journal, options: ReportOptions, texts: Texts, printed: Printed, day_start: int) -> EntryList:
    """What the list holds; ``journal`` is as the person chose to tell it."""
    period = options.period
    query = EntryQuery(kinds=LISTED, first_day=period.first, last_day=period.last, private=False, limit=MOST)
    newest = journal.find(query)
    chosen = _ChosenEntries(journal, options)
    entries = sorted(map(chosen.as_listed, filter(chosen.lists, newest)), key=lambda entry: _place(entry, day_start))
    words = EntryWords(texts, printed, chosen.named, notes=options.entry_notes, products=options.products)
    rows = tuple(EntryRow(words.when(entry), words.what(entry), words.said(entry)) for entry in entries)
    return EntryList(rows, whole=len(newest) < MOST)


def _place(entry: Entry, day_start: int) -> tuple[dt.date, int]:
    """What is about a whole day stands before what was at a time of it."""
    match entry:
        case Timed():
            return journal_day(entry.at, day_start), entry.at.utc_ms
        case DayMark() | LabResult():
            return entry.day, 0
    raise TypeError(f"{kind_of(entry)} has no place in the list")


class _ChosenEntries:
    """Which entries that are not private the person's choices let the pages list."""

    def __init__(self, journal: Journal, options: ReportOptions) -> None:
        self._options, self._chosen = options, Chosen(options)
        symptoms = journal.all_symptoms()
        self._masked = withheld(symptoms, options.suicidal)
        self._substances: Mapping[str, Substance] = {row.id: row for row in journal.listed(Substance)}
        products: Mapping[str, Product] = {row.id: row for row in journal.all_products()}
        units: Mapping[str, Unit] = {row.id: row for row in journal.listed(Unit)}
        self._symptoms: Mapping[str, Symptom] = {row.id: row for row in symptoms}
        self.named = Named(products, units, self._symptoms, self._substances)

    def lists(self, entry: Entry) -> bool:
        options = self._options
        match entry:
            case Rating():
                return self._rating(entry)
            case Note():
                return options.entry_notes
            case Intake():
                return self._chosen.intake(entry, self._substances.get(entry.substance or ""))
            case CheckIn():
                return bool(getattr(options, _CHOICE_OF[entry.instrument]))
            case Urge():
                return options.withdrawal
            case LabResult():
                return options.lab_results
            case Measurement():
                return options.measurements
        return True

    def as_listed(self, entry: Entry) -> Entry:
        """A daily check-in says how sleep was only where sleep is printed."""
        if isinstance(entry, CheckIn) and not self._options.measurements:
            return replace(entry, sleep=None, quality=None)
        return entry

    def _rating(self, rating: Rating) -> bool:
        """One of a symptom that is left out is private; warning symptoms have a choice of their own."""
        symptom = self._symptoms.get(rating.symptom)
        if symptom is None:
            return False
        return not means_sign(symptom) or (self._options.warnings and symptom.id not in self._masked)
