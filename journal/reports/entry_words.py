"""One entry in words for the list of all: when it was, what it is of, and what was written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from journal.core.amounts import Basis
from journal.core.check_ins import ABOUT_MOOD, QUESTIONNAIRES
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
    Phase,
    Product,
    Rating,
    Substance,
    Symptom,
    Timed,
    Unit,
    Urge,
)
from journal.reports.drinks import drink_count
from journal.reports.printed import Printed
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.health_names import CARE, LABS, TAKEN, WEIGHT_UNITS, reasons_in_words
from journal.texts.instruments import NAMES, NO_SCORE, score_words
from journal.texts.marked import marked
from journal.texts.names import ANSWERS, BASES, PREPARATIONS, STOMACHS, mark_alone, symptom_name

_PHASES = marked({"before": "before a dose", "after": "after a dose"})
_DOSE, _NOTE, _URGE, _MEASUREMENT = marked(("Dose", "Note", "Urge without a dose", "Measurement"))


@dataclass(frozen=True, slots=True)
class Named:
    """What entries refer to, by id."""

    products: Mapping[str, Product]
    units: Mapping[str, Unit]
    symptoms: Mapping[str, Symptom]
    substances: Mapping[str, Substance]


class EntryWords:
    """Every word is printable. ``notes``: with what was written beside an entry; ``products``: with their names."""

    def __init__(self, texts: Texts, printed: Printed, named: Named, notes: bool, products: bool) -> None:
        self._texts, self._named, self._notes, self._products = texts, named, notes, products
        self._printable = lru_cache(maxsize=4096)(printed.words)  # most names stand in many rows
        self._day = lru_cache(maxsize=64)(texts.short_day)

    def when(self, entry: Entry) -> str:
        """ "12 Nov 2026, 08:15", by the clock of the place; of what is about a day the day."""
        match entry:
            case Timed():
                local = entry.at.local
                return f"{self._day(local.date())}, {self._texts.time(local)}"
            case DayMark() | LabResult():
                return self._day(entry.day)
        raise TypeError(f"{type(entry).__name__} has no time here")

    def what(self, entry: Entry) -> str:
        """The product, the symptom, or what kind of entry it is."""
        texts = self._texts
        match entry:
            case Dose():
                product = self._named.products.get(entry.product or "") if self._products else None
                return self._printable(product.name) if product is not None else texts(_DOSE)
            case Rating():
                return self._printable(symptom_name(texts, self._named.symptoms[entry.symptom]))
            case Intake():
                substance = self._named.substances.get(entry.substance or "")
                return self._printable(substance.name if substance else entry.name) or texts(TAKEN[entry.what])
            case CheckIn():
                return texts(NAMES[entry.instrument])
            case Care():
                return self._printable(entry.name) or texts(CARE[entry.what])
            case LabResult():
                return self._printable(entry.name) or texts(LABS[entry.what])
            case DayMark():
                return mark_alone(texts, entry)
            case Note():
                return texts(_NOTE)
            case Urge():
                return texts(_URGE)
            case Measurement():
                return texts(_MEASUREMENT)
        raise TypeError(f"{type(entry).__name__} has no name here")

    def said(self, entry: Entry) -> str:
        """What was written down of it, in its order."""
        return "; ".join(part for part in self._parts(entry) if part)

    def _parts(self, entry: Entry) -> Iterator[str]:
        match entry:
            case Dose():
                yield from self._dose(entry)
            case Rating():
                yield from self._rating(entry)
            case Intake():
                yield self._printable(entry.amount)
                if entry.drinks is not None:
                    yield drink_count(self._texts, entry.drinks)
            case CheckIn():
                yield from self._check_in(entry)
            case Urge():
                yield self._of_ten(entry.value)
                yield from self._helped(entry.helped)
            case Care():
                if entry.minutes is not None:
                    yield self._texts.plural("{n} minute", "{n} minutes", entry.minutes)
            case Measurement():
                yield from self._measurement(entry)
            case LabResult():
                yield self._printable(f"{entry.value} {entry.unit}".strip())
                if entry.normal:
                    yield self._texts("range printed there {range}", range=self._printable(entry.normal))
            case Note():
                yield self._printable(entry.text)
        note = getattr(entry, "note", "")
        if note and self._notes:
            yield self._texts("“{text}”", text=self._printable(note))

    def _dose(self, dose: Dose) -> Iterator[str]:
        texts = self._texts
        unit = self._named.units.get(dose.amount.unit or "")
        yield self._printable(amount_text(texts, dose.amount, unit.name if unit else ""))
        if dose.amount.known and dose.amount.basis is not Basis.UNKNOWN:
            yield texts(BASES[dose.amount.basis])
        if dose.preparation is not None:
            yield texts(PREPARATIONS[dose.preparation])
        if dose.stomach is not None:
            yield texts(STOMACHS[dose.stomach])
        if dose.reasons:
            yield texts("for: {reason}", reason=self._printable(reasons_in_words(texts, dose.reasons)))

    def _rating(self, rating: Rating) -> Iterator[str]:
        yield self._of_ten(rating.value)
        yield self._printable(" ".join(part for part in (rating.side, rating.site) if part))
        if rating.phase is not Phase.ROUTINE:
            yield self._texts(_PHASES[rating.phase])
        if rating.answer is not None:
            yield self._texts("answered: {answer}", answer=self._texts(ANSWERS[rating.answer]))

    def _of_ten(self, value: int | None) -> str:
        return self._texts("no number") if value is None else self._texts("{value} of 10", value=value)

    def _check_in(self, check_in: CheckIn) -> Iterator[str]:
        texts = self._texts
        if check_in.instrument in QUESTIONNAIRES:
            yield self._scored(check_in)
        yield from self._sleep(check_in.sleep, check_in.quality)
        if check_in.function is not None:
            yield texts("could do {value} of 10 of what was planned", value=check_in.function)
        yield from self._helped(check_in.helped)

    def _scored(self, check_in: CheckIn) -> str:
        """The score; of pain and function what was answered without one, too, and of mood that there is none."""
        if check_in.score is not None:
            return self._texts("score {score}", score=score_words(self._texts, check_in))
        mood = check_in.instrument in ABOUT_MOOD
        return self._texts(NO_SCORE) if mood else score_words(self._texts, check_in)

    def _sleep(self, thousandths: int | None, quality: int | None) -> Iterator[str]:
        texts = self._texts
        if thousandths is not None:
            yield texts("{n} h of sleep", n=texts.number(thousandths))
        if quality is not None:
            yield texts("sleep quality {value} of 10", value=quality)

    def _helped(self, helped: tuple[str, ...]) -> Iterator[str]:
        if helped:
            yield self._texts("helped: {what}", what=self._printable(", ".join(helped)))

    def _measurement(self, measured: Measurement) -> Iterator[str]:
        texts = self._texts
        if measured.systolic is not None and measured.diastolic is not None:
            yield texts("blood pressure {upper}/{lower} mmHg", upper=measured.systolic, lower=measured.diastolic)
        elif measured.systolic is not None:
            yield texts("blood pressure, upper {value} mmHg", value=measured.systolic)
        elif measured.diastolic is not None:
            yield texts("blood pressure, lower {value} mmHg", value=measured.diastolic)
        if measured.pulse is not None:
            yield texts("pulse {n} a minute", n=measured.pulse)
        if measured.weight is not None:
            unit = texts(WEIGHT_UNITS[measured.weight_unit]) if measured.weight_unit else ""
            yield texts("weight {n} {unit}", n=texts.number(measured.weight), unit=unit).strip()
        yield from self._sleep(measured.sleep, measured.quality)
