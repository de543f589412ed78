"""One line of Markdown for each entry of the Diary, in words; typed text can be no markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from journal.core.care import Care, CareKind, Measurement
from journal.core.check_ins import CheckIn, Instrument, Urge
from journal.core.entries import DIARY_KINDS, DayMark, Dose, Entry, LabResult, Note, Rating, Statement, kind_of
from journal.core.health import Lab
from journal.core.kinds import refuse_other_kinds
from journal.core.substances import Intake, Taken
from journal.core.warning_words import means_sign
from journal.exchange.names import Names
from journal.texts.amounts import amount_text
from journal.texts.health_names import CARE, LABS, TAKEN, WEIGHT_UNITS, reasons_in_words
from journal.texts.instruments import NAMES, score_words
from journal.texts.marked import marked
from journal.texts.measured import pressure_text
from journal.texts.names import ANSWERS, BASES, PREPARATIONS, STOMACHS, mark_alone, symptom_name
from journal.texts.statements import stated_words

KIND_NAMES: dict[str, str] = marked({
    "dose": "Dose", "rating": "Rating", "day_mark": "The day", "note": "Note", "intake": "Also taken",
    "check_in": "Check-in", "urge": "Urge without a dose", "care": "Care", "measurement": "Measured",
    "lab_result": "Laboratory", "statement": "Stated",
})  # fmt: skip
refuse_other_kinds(KIND_NAMES, "names in Markdown", DIARY_KINDS)
# What a reader of Markdown could take for a sign, anywhere and at the beginning of a line, stands behind a backslash.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&!^])")
_FIRST = re.compile(r"^([-+=:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Typed text inside of a line, as it will be read."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def quoted(text: str) -> Iterator[str]:
    """A note's lines, as a quotation below its entry."""
    return (f"  > {_at_first(escaped(line))}".rstrip() for line in text.strip().splitlines())


def _at_first(line: str) -> str:
    return _FIRST.sub(lambda first: f"{first[1]}\\" if first[1].isdigit() else f"\\{first[1]}", line)


class Lines:
    """Says entries of the Diary in words."""

    def __init__(self, names: Names) -> None:
        self._names, self._texts = names, names.texts
        self._words: dict[str, Callable[[Any], Iterator[str]]] = {
            "dose": self._dose, "rating": self._rating, "day_mark": self._day_mark, "note": self._note,
            "intake": self._intake, "check_in": self._check_in, "urge": self._urge, "care": self._care,
            "measurement": self._measurement, "lab_result": self._lab_result, "statement": self._statement,
        }  # fmt: skip

    def of(self, entry: Entry) -> list[str]:
        """The entry's line, and below it what was written freely."""
        kind, texts = kind_of(entry), self._texts
        parts = [escaped(part) for part in self._words[kind](entry) if part]
        at = getattr(entry, "at", None)
        time = f"{texts.time(at.local)} " if at is not None else ""
        private = [texts("private")] if entry.private else []
        words = ", ".join((*parts, *private))
        free = entry.text if isinstance(entry, Note) else getattr(entry, "note", "")
        return [f"- {time}**{texts(KIND_NAMES[kind])}**{': ' if words else ''}{words}", *quoted(free)]

    def _dose(self, dose: Dose) -> Iterator[str]:
        texts, product = self._texts, self._names.products.get(dose.product or "")
        unit = self._names.units.get(dose.amount.unit or "")
        yield product.name if product else ""
        yield amount_text(texts, dose.amount, unit.name if unit else "")
        yield texts(BASES[dose.amount.basis]) if dose.amount.known else dose.amount.text
        yield texts(PREPARATIONS[dose.preparation]) if dose.preparation else ""
        yield texts(STOMACHS[dose.stomach]) if dose.stomach else ""
        yield reasons_in_words(texts, dose.reasons)

    def _rating(self, rating: Rating) -> Iterator[str]:
        texts, symptom = self._texts, self._names.symptoms[rating.symptom]
        yield symptom_name(texts, symptom)
        if rating.value is None:
            yield texts("no number") if means_sign(symptom) else texts("skipped")  # a sign is noted all the same
        else:
            yield texts("{n} of 10", n=rating.value)
        yield " ".join(filter(None, (rating.site, rating.side)))
        yield texts(ANSWERS[rating.answer]) if rating.answer else ""

    def _day_mark(self, mark: DayMark) -> Iterator[str]:
        yield mark_alone(self._texts, mark)

    def _note(self, _note: Note) -> Iterator[str]:
        yield ""

    def _intake(self, intake: Intake) -> Iterator[str]:
        texts = self._texts
        yield "" if intake.what is Taken.OWN else texts(TAKEN[intake.what])
        yield intake.name
        yield intake.amount
        yield "" if intake.drinks is None else texts("drinks: {number}", number=texts.number(intake.drinks))

    def _check_in(self, check_in: CheckIn) -> Iterator[str]:
        texts = self._texts
        yield texts(NAMES[check_in.instrument])
        if check_in.instrument is not Instrument.DAILY:
            yield score_words(texts, check_in)
        yield from self._sleep(check_in)
        if check_in.function is not None:
            yield texts("could do {n} of 10 of what was planned", n=check_in.function)
        yield ", ".join(check_in.helped)

    def _sleep(self, entry: Measurement | CheckIn) -> Iterator[str]:
        texts = self._texts
        if entry.sleep is not None:
            yield texts("{number} h of sleep", number=texts.number(entry.sleep))
        if entry.quality is not None:
            yield texts("quality of sleep {n} of 10", n=entry.quality)

    def _urge(self, urge: Urge) -> Iterator[str]:
        texts = self._texts
        yield texts("skipped") if urge.value is None else texts("{n} of 10", n=urge.value)
        yield ", ".join(urge.helped)

    def _care(self, care: Care) -> Iterator[str]:
        texts = self._texts
        yield "" if care.what is CareKind.OWN else texts(CARE[care.what])
        yield care.name
        yield "" if care.minutes is None else texts("{n} min", n=texts.integer(care.minutes))

    def _measurement(self, measured: Measurement) -> Iterator[str]:
        texts = self._texts
        yield pressure_text(texts, measured.systolic, measured.diastolic)
        yield "" if measured.pulse is None else texts("pulse {n} a minute", n=texts.integer(measured.pulse))
        if measured.weight is not None:
            unit = texts(WEIGHT_UNITS[measured.weight_unit]) if measured.weight_unit else ""
            yield texts("weight {number} {unit}", number=texts.number(measured.weight), unit=unit)
        yield from self._sleep(measured)

    def _lab_result(self, result: LabResult) -> Iterator[str]:
        texts = self._texts
        yield "" if result.what is Lab.OWN else texts(LABS[result.what])
        yield result.name
        yield " ".join(filter(None, (result.value, result.unit)))
        yield texts("the laboratory’s range: {range}", range=result.normal) if result.normal else ""

    def _statement(self, statement: Statement) -> Iterator[str]:
        yield stated_words(self._texts, statement)
