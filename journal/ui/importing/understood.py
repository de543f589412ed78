"""Entries of one row in a few words, for the rows that are shown before an import."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.entries import Dose, Entry, Note, Product, Rating, Symptom, Timed
from journal.core.plaintext import clean_name
from journal.core.warning_words import is_masked
from journal.exchange.names import Names
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.names import PREPARATIONS, PRIVATE_RATING, symptom_name

_NOTE = 60


class Understood:
    """Says row after row, remembering the products and symptoms that earlier rows brought."""

    def __init__(self, here: Names, texts: Texts) -> None:
        self._texts = texts
        self._products = {key: each.name for key, each in here.products.items()}
        self._symptoms = {key: symptom_name(texts, each) for key, each in here.symptoms.items()}
        self._masked = {key for key, each in here.symptoms.items() if is_masked(each)}

    def words(self, entries: Sequence[Entry]) -> list[str]:
        """When, then each entry: "20 Nov 2026, 08:10", "2.5 g Green", "tea", "Lower back pain 6 of 10", "“late”"."""
        self._remember(entries)
        timed = [each for each in entries if isinstance(each, Timed)]
        said = [_when(each, self._texts) for each in timed[:1]]
        for entry in timed:
            said += self._said(entry)
        return said

    def _remember(self, entries: Sequence[Entry]) -> None:
        for each in entries:
            if isinstance(each, Product):
                self._products[each.id] = each.name
            elif isinstance(each, Symptom):
                self._symptoms[each.id] = symptom_name(self._texts, each)
                self._masked |= {each.id} if is_masked(each) else set()

    def _said(self, entry: Timed) -> list[str]:
        match entry:
            case Dose():
                return _dose(entry, self._products.get(entry.product or ""), self._texts)
            case Rating() if entry.symptom in self._masked:
                return [self._texts(PRIVATE_RATING)]
            case Rating():
                name = self._symptoms.get(entry.symptom, "")
                return [self._texts("{symptom} {value} of 10", symptom=name, value=entry.value)]
            case Note():
                return [_quoted(entry.text, self._texts)]
        return []


def _when(entry: Timed, texts: Texts) -> str:
    local = entry.at.local
    said = f"{texts.short_day(local.date())}, {texts.time(local)}"
    return texts("{when}, to be completed", when=said) if entry.complete_later else said


def _dose(dose: Dose, product: str | None, texts: Texts) -> list[str]:
    amount = amount_text(texts, dose.amount)
    said = [f"{amount} {product}" if product else texts("{amount}, product not said", amount=amount)]
    if dose.preparation is not None:
        said.append(texts(PREPARATIONS[dose.preparation]))
    return [*said, _quoted(dose.note, texts)] if dose.note else said


def _quoted(text: str, texts: Texts) -> str:
    one_line = clean_name(text[:_NOTE])
    return texts("“{text}…”", text=one_line) if len(text) > _NOTE else texts("“{text}”", text=one_line)
