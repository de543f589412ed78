"""Journals at the edge of what can be entered: from a tenth of a gram to ten kilograms a day, whole weeks missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from journal.core.entries import Entry, Product, Symptom, kind_of
from journal.core.figure_facts import ChangedFact, Facts
from journal.core.journal_day import day_number
from journal.core.queries import EntryQuery
from journal.core.symptoms import SymptomKind
from journal.core.warning_facts import SignFact, WarningFacts
from journal.insights.summary import Span
from journal.insights.warning_signs import is_sign
from tests.insights.sheet import LEAF, NAUSEA, PRODUCTS, SHOT, Sheet

E = TypeVar("E", bound=Entry)
MOST_AT_ONCE = 1000  # grams of one dose
NAMES = ("Back", "Lower back pain", "Pain behind the left shoulder blade when lifting", "W" * 200)


@dataclass(frozen=True)
class OnPaper:
    """What a report reads, from a sheet of paper instead of a file."""

    sheet: Sheet
    named: tuple[Symptom, ...]
    others: tuple[Entry, ...] = ()
    written_ms: Mapping[str, int] = field(default_factory=dict)  # of those entries whose first writing matters

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """Like a journal, only of these days."""
        facts = self.sheet.facts(Span(first, last))
        days, begin = range(facts.days), day_number(first)
        return replace(
            facts,
            doses=tuple(each for each in facts.doses if facts.index_of(each.local_ms) in days),
            ratings=tuple(each for each in facts.ratings if facts.index_of(each.local_ms) in days),
            marks=tuple(each for each in facts.marks if each.day - begin in days),
            notes=tuple(each for each in facts.notes if facts.index_of(each) in days),
            private_notes=tuple(each for each in facts.private_notes if facts.index_of(each) in days),
        )

    def warning_facts(self, first: dt.date, private: bool = False) -> WarningFacts:
        signs = {each.id for each in self.named if is_sign(each)}
        found = [each for each in self.sheet.ratings if each.symptom in signs and each.value]
        facts = [SignFact(each.utc_ms, each.local_ms, each.symptom, each.value or 0, None, None) for each in found]
        return WarningFacts(first, signs=tuple(sorted(facts)))

    def changed_later(self, first: dt.date, last: dt.date) -> list[ChangedFact]:
        return []

    def all_products(self) -> list[Product]:
        return list(PRODUCTS.values())

    def symptoms(self) -> list[Symptom]:
        return list(self.named)

    def all_symptoms(self) -> list[Symptom]:
        return self.symptoms()

    def listed(self, cls: type[E]) -> list[E]:
        return [entry for entry in self.others if isinstance(entry, cls)]

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        return {entry_id: self.written_ms[entry_id] for entry_id in entry_ids if entry_id in self.written_ms}

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest first, as a journal does."""
        found = [entry for entry in self.others if kind_of(entry) in query.kinds]
        return list(reversed(found))


def most_of_all() -> OnPaper:
    """Ten kilograms on every day of eight weeks but the last one, in which nothing is known."""
    sheet = Sheet()
    for day in range(7, 56):
        _day(sheet, day, 10 * MOST_AT_ONCE + 1 - day % 2, 5)
    return OnPaper(sheet, _symptoms(NAMES[-1]))


def extreme_journal(seed: int) -> OnPaper:
    """Twelve weeks of one person; each of the two windows has an amount of its own, steady or not."""
    chance = Random(seed)
    sheet = Sheet()
    kept = chance.choice((0.3, 0.7, 1.0))
    without = chance.choice((range(0), range(7), range(28, 56), range(5, 25)))
    usual = {window: chance.choice((0.3, 9.9, 99.9, 250, 999.9, 1000, 5000, 10_000)) for window in (0, 1, 2)}
    spread = chance.choice((0, 0.3, 0.9))
    for day in range(84):
        if day not in without and chance.random() < kept:
            grams = usual[min(day // 28, 2)] * (1 - spread * chance.random())
            _day(sheet, day, round(grams, 3), chance.randint(0, 10))
    return OnPaper(sheet, _symptoms(chance.choice(NAMES)))


def _day(sheet: Sheet, day: int, grams: float, rating: int) -> None:
    doses = max(1, -(-grams // MOST_AT_ONCE), 3 * (day % 2))
    for number in range(int(doses)):
        hour = 7 + number * 16 / doses
        sheet.dose(day, grams / doses, hour, SHOT if day % 9 == 8 and not number else LEAF)
        sheet.rating(day, rating, hour - 0.2)
        sheet.rating(day, max(0, rating - number), hour + 1.5 if doses < 8 else hour + 0.1)
    if day % 3:
        sheet.rating(day, rating, 20, NAUSEA)


def _symptoms(name: str) -> tuple[Symptom, ...]:
    main = Symptom(id="pain", name=name, kind=SymptomKind.PAIN, main=True)
    return (main, Symptom(id="sleep", code="sleep_quality", kind=SymptomKind.WELLBEING), NAUSEA)
