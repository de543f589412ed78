"""The warning signs and blood pressures among entries that pass by: what an import brings or leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from journal.core.denied_signs import sign_denied
from journal.core.entries import Condition, Entry, Measurement, Note, Rating, Symptom
from journal.core.entry import is_of_another_program
from journal.core.plaintext import folded
from journal.core.recent_signs import earlier_ms, recent_sign_ratings
from journal.core.symptoms import MASKED
from journal.core.warning_words import sign_code, sign_meant
from journal.guidance.around_signs import ALONE, Around, around_signs, as_urgent_for
from journal.guidance.blood_pressure import (
    HighPressure,
    high_in_journal,
    is_bad_headache,
    is_pregnant,
    pressures_in_lines,
)
from journal.guidance.emergency_lines import emergency_first, in_one_line, seizure_words
from journal.guidance.help_lines import Country
from journal.guidance.open_emergencies import emergencies_among, sees_pressure
from journal.guidance.pressure_as_typed import high_among_typed, with_unsaved_pressure
from journal.guidance.recent_pressure import ReadRecent
from journal.guidance.signs_in_words import lines_on, list_after_import, quiet_lines_of
from journal.guidance.signs_together import answered_ms, matters, others_that_matter, together, with_others_in
from journal.guidance.warning_signs import IF_NOW, Noted, advice, is_sign, most_urgent_first, noted_in
from journal.guidance.with_brought import WithBrought
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import HIDDEN_RATING, SYMPTOMS

TO_ANSWER = marked("What these rows say that needs an answer:")


WITH_THESE = marked("Written down before. With what came now it is more urgent:")


@dataclass(frozen=True, slots=True)
class FoundSigns:
    """The signs and high blood pressures that came, and what makes them more urgent.

    ``beside`` are other symptoms and signs near them, which came, too, or were there; ``earlier`` those of the signs
    that were there and are more urgent with what came; ``around`` what else the journal holds then.
    """

    noted: tuple[Noted, ...] = ()
    high: tuple[HighPressure, ...] = ()
    beside: tuple[Noted, ...] = ()
    earlier: tuple[Noted, ...] = ()
    around: Around = ALONE


class SignsBrought:
    """Remembers the ratings of warning signs, and blood pressures. ``known`` are the symptoms that are there."""

    def __init__(self, known: Iterable[Symptom]) -> None:
        self._codes: dict[str, str | None] = {}
        self._headaches: set[str] = set()
        self._symptoms: list[Symptom] = []
        for symptom in known:
            self._learn(symptom)
        self._ratings: list[Rating] = []
        self._written: dict[str, None] = {}
        self._conditions: list[Condition] = []
        self._measured: list[Measurement] = []
        self._written_pressures: list[tuple[str, str]] = []

    def watching(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries, one after the other; a rating may come before its symptom."""
        # A reading that is begun again counts anew.
        for seen in (self._ratings, self._measured, self._conditions, self._symptoms):
            seen.clear()
        for entry in entries:
            self.see(entry)
            yield entry

    def see(self, entry: Entry) -> None:
        """Remember it if something may have to be said of it."""
        if isinstance(entry, Symptom):
            self._learn(entry)
            self._symptoms.append(entry)
        elif isinstance(entry, Rating) and entry.value != 0 and self._may_matter(entry):
            self._ratings.append(entry)
        elif isinstance(entry, Measurement) and (entry.systolic or entry.diastolic):
            self._measured.append(entry)
        elif isinstance(entry, Condition):
            self._conditions.append(entry)
        elif isinstance(entry, Note) and (sign := _told_in(entry)) is not None:
            self._codes[sign.symptom] = sign_meant(sign.symptom)
            self._ratings.append(sign)

    def _learn(self, symptom: Symptom) -> None:
        self._codes[symptom.id] = sign_code(symptom)
        if symptom.code == "headache":
            self._headaches.add(symptom.id)

    def see_written(self, written: Iterable[tuple[str, str]]) -> None:
        """What a row says that could not be read: a symptom with its rating, an upper or lower number."""
        for name, value in written:
            if name in ("systolic", "diastolic"):
                self._written_pressures.append((name, value))
            elif value != "0":
                self._written[name] = None

    def _may_matter(self, rating: Rating) -> bool:
        """Whether it may be of a sign, or of what makes one, or a blood pressure, more urgent."""
        if rating.symptom not in self._codes:
            return True
        code = self._codes[rating.symptom]
        return (code is not None and matters(code, rating)) or is_bad_headache(rating, self._headaches)

    def found(self, journal: ReadRecent | None, now_ms: int) -> FoundSigns:
        """What was noted among those that passed, beside all that the journal holds, if there is one."""
        new = with_others_in(self._ratings, self._codes)
        if not new and not self._measured:
            return FoundSigns()
        both, noted = self._with(journal, now_ms), noted_in(self._ratings, self._codes)
        high = tuple(high_in_journal(both, self._measured))
        if not (noted or new or high):
            return FoundSigns()
        there, earlier = _near(new, both, now_ms)
        beside = (*(sign for sign in new if not is_sign(sign.code)), *there)
        return FoundSigns(tuple(noted), high, beside, earlier, around_signs(both, now_ms))

    def _with(self, journal: ReadRecent | None, now_ms: int) -> WithBrought:
        return WithBrought(journal, now_ms, self._symptoms, [*self._ratings, *self._measured], self._conditions)

    def noted_as_written(self, texts: Texts) -> list[str]:
        """The codes of the signs in rows that could not be read."""
        codes = (self._codes.get(name) or code_named(texts, name) for name in self._written)
        return [code for code in dict.fromkeys(codes) if code is not None and is_sign(code)]

    def high_as_written(self, journal: ReadRecent | None, now_ms: int) -> HighPressure | None:
        """The highest pressure that is spoken of in rows that could not be read."""
        if not self._written_pressures:
            return None
        both = self._with(journal, now_ms)
        return high_among_typed(self._written_pressures, is_pregnant(both.listed(Condition), both.today()))


# How other programs' values of their own become notes: "Chest pain: 7". These say that it was not there.
_VALUE = re.compile(r"(?P<name>[^:\n]{2,60}): (?P<value>[^\n]+)")
_NOT_THERE = re.compile(r"[0.,:]+(?![.,:\d])|no\b|skipped\b|not done\b", re.IGNORECASE)


def _told_in(note: Note) -> Rating | None:
    """The sign that a value of another program's own tracker tells of, as if it had been noted without a number."""
    value = _VALUE.match(note.text) if is_of_another_program(note.id) else None
    if value is None or _NOT_THERE.match(value["value"]):
        return None
    name = value["name"].strip()
    if not _means_sign(name):
        return None
    return Rating(id=note.id, at=note.at, symptom=name, value=None, private=note.private, recorded_ms=note.recorded_ms)


@lru_cache(1024)
def _means_sign(name: str) -> bool:
    """A tracker has one name and thousands of values."""
    return sign_meant(name) is not None and sign_denied(name) is None


def _near(new: list[Noted], journal: ReadRecent, now_ms: int) -> tuple[tuple[Noted, ...], tuple[Noted, ...]]:
    """What was there from a day before these on; and the signs among it that are more urgent with these."""
    ids = {sign.rating.id for sign in new}
    earliest_ms = min((sign.rating.at.utc_ms for sign in new), default=now_ms)
    ratings, codes = recent_sign_ratings(journal, now_ms, others_that_matter(), earliest_ms - earlier_ms())
    there = [sign for sign in with_others_in(ratings, codes) if sign.rating.id not in ids]
    answered = answered_ms(journal, there)
    joined = together([*new, *there], now_ms, answered) - together(there, now_ms, answered)
    return tuple(there), tuple(sign for sign in there if sign.rating.id in joined)


def code_named(texts: Texts, name: str) -> str | None:
    """The code of the symptom of that name, or of the sign that these words mean; a code names itself."""
    wanted = folded(name.strip())
    named = (code for code, built_in in SYMPTOMS.items() if wanted in (code, folded(texts(built_in))))
    return next(named, None) or sign_meant(name)


def dated_lines(texts: Texts, found_signs: FoundSigns, now_ms: int, place: Country, openly: bool = True) -> list[str]:
    """What to do about signs and blood pressures that came together: an emergency first, else the pressures.

    Nothing is said of what only makes a sign more urgent. Not ``openly``: others may see it, so that what is masked on
    every screen is not named.
    """
    every = [*found_signs.noted, *found_signs.beside]
    emergencies = emergencies_among(every, now_ms)
    of_signs = _signs_in_lines(texts, found_signs, now_ms, place, openly)
    if not found_signs.high:
        high = [found_signs.around.high] if found_signs.around.high is not None else []
        return [*seizure_words(texts, emergencies, place, high), *of_signs]
    urgent = bool(emergencies)
    waits = sees_pressure(emergencies_among(every, now_ms, found_signs.around))
    pressures = pressures_in_lines(texts, found_signs.high, now_ms, place, after_emergency=waits)
    if not urgent:
        return [*pressures, *of_signs]
    listed = {sign.rating.id for sign in (*found_signs.noted, *found_signs.earlier)}
    others = [emergency for emergency in emergencies if emergency.noted.rating.id not in listed]
    first = [in_one_line(emergency_first(texts, others, now_ms, place))] if others else []
    return [*seizure_words(texts, emergencies, place, found_signs.high), *first, *of_signs, *pressures]


def _signs_in_lines(texts: Texts, found_signs: FoundSigns, now_ms: int, place: Country, openly: bool) -> list[str]:
    """The list of those that came, and those of before that are more urgent with them."""
    joined = together([*found_signs.noted, *found_signs.beside], now_ms)
    came, before = (
        list_after_import(
            texts, signs, now_ms, place, joined,
            lambda advised, sign: as_urgent_for(advised, sign, found_signs.around, now_ms), masked,
        )
        for signs, masked in (
            (
                found_signs.noted,
                [] if openly else [sign.rating.id for sign in found_signs.noted if sign.code in MASKED],
            ),
            (
                found_signs.earlier,
                [sign.rating.id for sign in found_signs.earlier if sign.rating.private or sign.code in MASKED],
            ),
        )
    )  # fmt: skip
    lead = [texts(WITH_THESE)] if before else []
    return list(dict.fromkeys([*came, *lead, *before]))


def answers_needed(
    texts: Texts,
    brought: SignsBrought,
    journal: ReadRecent | None,
    now_ms: int,
    place: Country,
    openly: bool = True,
) -> list[str]:
    """What to do about all that was seen: dated entries first, then what rows say that could not be read."""
    dated = dated_lines(texts, brought.found(journal, now_ms), now_ms, place, openly)
    advised = most_urgent_first(advice(code, None, None) for code in brought.noted_as_written(texts))
    masked = [] if openly else [sign_advice for sign_advice in advised if sign_advice.code in MASKED]
    lines = lines_on(texts, [sign_advice for sign_advice in advised if sign_advice not in masked], place)
    hidden = [f"{texts(HIDDEN_RATING)}. {' '.join(quiet_lines_of(texts, place, masked))}"] if masked else []
    written = [texts(IF_NOW), *hidden, *lines] if advised else []
    high = brought.high_as_written(journal, now_ms)
    written = with_unsaved_pressure(texts, written, high, place, advised)
    lead = [texts("In rows that cannot be read as a whole, as if it were now:")] if written else []
    return [*dated, *lead, *written]
