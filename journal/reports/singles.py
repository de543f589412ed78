"""What the pages of a period could name, so that each of it can be left out by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.core.entries import Entry, Note, Person, Question, Symptom
from journal.core.figure_facts import Facts
from journal.core.journal_day import journal_day
from journal.core.moments import Moment, wall_clock
from journal.core.queries import EntryQuery
from journal.core.substances import Substance
from journal.core.symptoms import SymptomKind
from journal.core.warning_facts import WarningFacts
from journal.core.warning_words import is_masked
from journal.insights.after_period import LOOKED_AHEAD, first_day_after
from journal.insights.leave_out import LeaveOut
from journal.insights.visit_facts import taken_in
from journal.insights.warning_signs import first_day_looked_at
from journal.insights.without_private import without_private
from journal.reports.as_chosen import Journal
from journal.reports.left_out import one_by_one, still_named
from journal.reports.options import ReportOptions
from journal.reports.printed import whole_words
from journal.reports.seizures_noted import seizures
from journal.reports.sheet_options import SheetKind
from journal.reports.substance_rows import MEDICINES, choice_of_substance
from journal.reports.taken_before import intakes_near_signs
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import symptom_name

_NOTE_LETTERS = 30
_EVERY = 50_000


class Heading(StrEnum):
    """A heading under which single things stand."""

    PRODUCT = marked("Products")
    SYMPTOM = marked("Symptoms")
    MEDICINE = marked("Medicines")
    NOTE = marked("Notes")


@dataclass(frozen=True, slots=True)
class Single:
    """One thing that the pages could tell."""

    heading: Heading
    id: str
    title: str


def singles(texts: Texts, journal: Journal, options: ReportOptions, made_at: Moment) -> tuple[Single, ...]:
    """Products taken, symptoms rated, medicines listed and notes printed that are not private, in that order."""
    period = options.period
    facts = [without_private(journal.facts(period.first, period.last))]
    if (day := first_day_after(period, journal_day(made_at, facts[0].day_start))) is not None:
        facts.append(without_private(journal.facts(day, day + LOOKED_AHEAD)))
    warned = journal.warning_facts(first_day_looked_at(period, made_at.local.date()))
    return (
        *_products(journal, facts),
        *_symptoms(texts, journal, facts, warned),
        *_medicines(journal, options, made_at, warned),
        *_notes(texts, journal, options, warned),
    )


def _products(journal: Journal, facts: Sequence[Facts]) -> Iterator[Single]:
    taken = {dose.product for some in facts for dose in some.doses}
    for product in journal.all_products():
        if product.id in taken:
            yield Single(Heading.PRODUCT, product.id, product.name)


def _symptoms(texts: Texts, journal: Journal, facts: Sequence[Facts], warned: WarningFacts) -> Iterator[Single]:
    """Thoughts of suicide have a choice of their own."""
    rated = {rating.symptom for some in facts for rating in some.ratings}
    rated |= {sign.symptom for sign in warned.signs if not sign.private}
    for symptom in journal.symptoms():
        if (symptom.id in rated or _may_be_named(symptom)) and not is_masked(symptom):
            yield Single(Heading.SYMPTOM, symptom.id, symptom_name(texts, symptom))


def _may_be_named(symptom: Symptom) -> bool:
    """Side effects of the person's list are named as not rated, and so is the main symptom."""
    return symptom.main or symptom.kind is SymptomKind.SIDE_EFFECT


def _medicines(journal: Journal, options: ReportOptions, made_at: Moment, warned: WarningFacts) -> Iterator[Single]:
    """Those of the list in these days, and those taken in the hours before a warning symptom, whenever that was."""
    listed = [substance for substance in journal.listed(Substance) if not substance.private and options.medicines]
    now = taken_in(listed, options.period.first, made_at.local.date(), made_at.local.date())
    near = {intake.substance for intake in intakes_near_signs(journal, warned)}
    for substance in listed:
        if (substance in now or substance.id in near) and choice_of_substance(substance) == MEDICINES:
            yield Single(Heading.MEDICINE, substance.id, substance.name)


def _notes(texts: Texts, journal: Journal, options: ReportOptions, warned: WarningFacts) -> Iterator[Single]:
    """Those beside warning symptoms and those in the list of entries, each once, in order of time."""
    beside = warned.texts if options.notes and options.warnings else ()
    written = {text.note: (text.local_ms, text.text) for text in beside if text.note}
    listed = (entry for entry in _in_list(journal, options) if isinstance(entry, Note))
    written |= {note.id: (note.at.local_ms, note.text) for note in listed}
    for note, (local_ms, text) in sorted(written.items(), key=lambda item: item[1][0]):
        yield _note(texts, note, wall_clock(local_ms), text)


def _note(texts: Texts, note: str, at: dt.datetime, text: str) -> Single:
    words = " ".join(text.split())
    shown = words if len(words) <= _NOTE_LETTERS else f"{whole_words(words, _NOTE_LETTERS)}…"
    title = texts("{day}, {time}: {words}", day=texts.short_day(at.date()), time=texts.time(at), words=shown)
    return Single(Heading.NOTE, note, title)


def _in_list(journal: Journal, options: ReportOptions, kinds: tuple[str, ...] = ("note",)) -> list[Entry]:
    """What the list of every entry prints with the person's notes."""
    if not (options.entries and options.entry_notes):
        return []
    first, last = options.period.first, options.period.last
    return journal.find(EntryQuery(kinds=kinds, first_day=first, last_day=last, private=False, limit=_EVERY))


def of_sheets(journal: Journal, out: LeaveOut, kind: SheetKind) -> LeaveOut:
    """What of it a sheet could name: medicines, seizures and products; the card names no product, and of what kinds
    they are is always on it.
    """
    named = journal.all_products() if kind is SheetKind.PHARMACIST else []
    products = frozenset(product.id for product in named)
    medicines = frozenset(substance.id for substance in journal.listed(Substance))
    symptoms = seizures(journal.all_symptoms())
    return LeaveOut(products & out.products, symptoms & out.symptoms, medicines & out.entries)


def names_left_out(texts: Texts, journal: Journal, out: LeaveOut) -> list[str]:
    """The names of what is left out one by one, for the person alone."""
    return one_by_one(texts, out, _named_entries(journal, out))


def named_all_the_same(
    texts: Texts, journal: Journal, disclosed: Journal, options: ReportOptions, made_at: Moment
) -> str:
    """A sentence on what is left out and stands in printed words. ``disclosed``: the journal as the pages know it."""
    out = options.leave_out
    if not out.anything:
        return ""
    told_options = options.as_told()
    written = [told_options.words, told_options.goal, told_options.planned]
    if options.own_words:
        written += [person.goal for person in disclosed.listed(Person) if not person.private]
    if options.questions:
        written += [question.text for question in disclosed.listed(Question) if not question.private]
    if options.notes and options.warnings:
        first = first_day_looked_at(options.period, made_at.local.date())
        written += [text.text for text in disclosed.warning_facts(first).texts]
    for entry in _in_list(disclosed, options, ("note", "dose")):
        written.append(entry.text if isinstance(entry, Note) else getattr(entry, "note", ""))
    return still_named(texts, out, _named_entries(journal, out), written)


def _named_entries(journal: Journal, out: LeaveOut) -> list[Entry]:
    """Everything that could be left out one by one."""
    if not out.anything:
        return []
    notes = journal.find(EntryQuery(kinds=("note",), limit=_EVERY)) if out.entries else []
    return [*journal.all_products(), *journal.symptoms(), *journal.listed(Substance), *notes]
