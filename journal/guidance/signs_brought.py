"""The warning signs and blood pressures among entries that pass by: what an import brings or leaves out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from journal.core.entries import Condition, Entry, Measurement, Rating, Symptom
from journal.core.plaintext import folded
from journal.core.warning_words import sign_code, sign_meant
from journal.guidance.blood_pressure import (
    HighPressure,
    ReadMeasurements,
    high_pressures,
    is_pregnant,
    pressures_in_lines,
)
from journal.guidance.help_lines import Country
from journal.guidance.open_emergencies import emergencies_among, seizure_words
from journal.guidance.pressure_as_typed import high_among_typed, with_unsaved_pressure
from journal.guidance.signs_in_words import lines_on, list_after_import
from journal.guidance.signs_together import others_that_matter, together, with_others_in
from journal.guidance.warning_signs import IF_NOW, Noted, advice, is_sign, most_urgent_first, noted_in
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import SYMPTOMS

TO_ANSWER = marked("What these rows say that needs an answer:")


class SignsBrought:
    """Remembers the ratings of warning signs, and blood pressures. ``known`` are the symptoms that are there."""

    def __init__(self, known: Iterable[Symptom]) -> None:
        self._codes = {symptom.id: sign_code(symptom) for symptom in known}
        self._ratings: list[Rating] = []
        self._written: dict[str, None] = {}
        self._conditions: list[Condition] = []
        self.measured: list[Measurement] = []
        self._written_pressures: list[tuple[str, str]] = []

    def watching(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries, one after the other; a rating may come before its symptom."""
        # A reading that is begun again counts anew.
        self._ratings.clear()
        self.measured.clear()
        for entry in entries:
            self.see(entry)
            yield entry

    def see(self, entry: Entry) -> None:
        """Remember it if something may have to be said of it."""
        if isinstance(entry, Symptom):
            self._codes[entry.id] = sign_code(entry)
        elif isinstance(entry, Rating) and entry.value != 0 and self._may_matter(entry):
            self._ratings.append(entry)
        elif isinstance(entry, Measurement) and (entry.systolic or entry.diastolic):
            self.measured.append(entry)
        elif isinstance(entry, Condition):
            self._conditions.append(entry)

    def see_written(self, written: Iterable[tuple[str, str]]) -> None:
        """What a row says that could not be read: a symptom with its rating, an upper or lower number."""
        for name, value in written:
            if name in ("systolic", "diastolic"):
                self._written_pressures.append((name, value))
            elif value != "0":
                self._written[name] = None

    def _may_matter(self, rating: Rating) -> bool:
        """Whether it may be of a sign, or of what makes one more urgent."""
        code = self._codes.get(rating.symptom)
        return rating.symptom not in self._codes or is_sign(code) or code in others_that_matter()

    def noted(self) -> list[Noted]:
        """What was noted among those that passed."""
        return noted_in(self._ratings, self._codes)

    def with_others(self) -> list[Noted]:
        """The same with what makes some of them more urgent."""
        return with_others_in(self._ratings, self._codes)

    def noted_as_written(self, texts: Texts) -> list[str]:
        """The codes of the signs in rows that could not be read."""
        codes = (self._codes.get(name) or code_named(texts, name) for name in self._written)
        return [code for code in dict.fromkeys(codes) if code is not None and is_sign(code)]

    def high(self, journal: ReadMeasurements | None) -> list[HighPressure]:
        """The pressures that are spoken of; a pregnancy may be in the journal, if there is one, or come along."""
        return high_pressures(self.measured, self._is_pregnant(journal)) if self.measured else []

    def high_as_written(self, journal: ReadMeasurements | None) -> HighPressure | None:
        """The highest pressure that is spoken of in rows that could not be read."""
        pressures = self._written_pressures
        return high_among_typed(pressures, self._is_pregnant(journal)) if pressures else None

    def _is_pregnant(self, journal: ReadMeasurements | None) -> bool:
        """By the journal, if there is one, and by what came along; without a day every pregnancy counts."""
        conditions = [*self._conditions, *(journal.listed(Condition) if journal is not None else ())]
        last = max((each.at.local.date() for each in self.measured), default=dt.date.min)
        return is_pregnant(conditions, journal.today() if journal is not None else last)


def code_named(texts: Texts, name: str) -> str | None:
    """The code of the symptom of that name, or of the sign that these words mean; a code names itself."""
    wanted = folded(name.strip())
    named = (code for code, built_in in SYMPTOMS.items() if wanted in (code, folded(texts(built_in))))
    return next(named, None) or sign_meant(name)


def dated_lines(
    texts: Texts, noted: Sequence[Noted], high: Sequence[HighPressure], now_ms: int, place: Country
) -> list[str]:
    """What to do about signs and blood pressures that came together: an emergency first, else the pressures.

    Among ``noted`` may stand what makes a sign more urgent; nothing is said of that itself.
    """
    emergencies = emergencies_among(noted, now_ms)
    urgent = bool(emergencies)
    pressures = pressures_in_lines(texts, high, now_ms, place, after_emergency=urgent)
    pregnant = seizure_words(texts, emergencies, place, high)
    of_signs = list_after_import(
        texts, [sign for sign in noted if is_sign(sign.code)], now_ms, place, together(noted, now_ms)
    )
    return [*pregnant, *of_signs, *pressures] if urgent else [*pressures, *of_signs]


def answers_needed(
    texts: Texts, brought: SignsBrought, journal: ReadMeasurements | None, now_ms: int, place: Country
) -> list[str]:
    """What to do about all that was seen: dated entries first, then what rows say that could not be read."""
    dated = dated_lines(texts, brought.with_others(), brought.high(journal), now_ms, place)
    advised = most_urgent_first(advice(code, None, None) for code in brought.noted_as_written(texts))
    written = [texts(IF_NOW), *lines_on(texts, advised, place)] if advised else []
    high = brought.high_as_written(journal)
    written = with_unsaved_pressure(texts, written, high, place, advised)
    lead = [texts("In rows that cannot be read as a whole, as if it were now:")] if written else []
    return [*dated, *lead, *written]
