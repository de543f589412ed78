"""Entries of one row in a few words, for the rows that are shown before an import."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.entries import Entry, Product, Symptom, Timed, kind_of
from journal.core.kinds import day_of
from journal.core.warning_words import is_masked
from journal.exchange.names import Names
from journal.texts import Texts
from journal.texts.names import symptom_name
from journal.ui.entries.brief import Brought
from journal.ui.entries.kinds import ENTRY_KINDS


class Understood:
    """Says row after row, remembering the products and symptoms that earlier rows brought."""

    def __init__(self, here: Names, texts: Texts) -> None:
        self._texts = texts
        self._brought = Brought(
            texts,
            {key: product.name for key, product in here.products.items()},
            {key: symptom_name(texts, symptom) for key, symptom in here.symptoms.items()},
            {key for key, symptom in here.symptoms.items() if is_masked(symptom)},
            {key: unit.name for key, unit in here.units.items()},
        )

    def words(self, entries: Sequence[Entry]) -> list[str]:
        """When, then each entry: "20 Nov 2026, 08:10", "2.5 g Green", "tea", "Lower back pain 6 of 10", "“late”"."""
        self._remember(entries)
        shown = [brought for brought in entries if kind_of(brought) in ENTRY_KINDS]
        parts = [_when(first, self._texts) for first in shown[:1]]
        for entry in shown:
            parts += ENTRY_KINDS[kind_of(entry)].brief(self._brought, entry)
        return parts

    def _remember(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if isinstance(entry, Product):
                self._brought.products[entry.id] = entry.name
            elif isinstance(entry, Symptom):
                self._brought.symptoms[entry.id] = symptom_name(self._texts, entry)
                self._brought.masked.update({entry.id} if is_masked(entry) else ())


def _when(entry: Entry, texts: Texts) -> str:
    if not isinstance(entry, Timed):
        day = day_of(entry, 0)
        return "" if day is None else texts.short_day(day)
    local = entry.at.local
    when = f"{texts.short_day(local.date())}, {texts.time(local)}"
    return texts("{when}, to be completed", when=when) if entry.complete_later else when
