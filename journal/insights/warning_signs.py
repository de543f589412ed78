"""Warning symptoms that were noted: what a page may print of them, when each was, and what was written near it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.core import warning_facts
from journal.core.entries import Answer, Symptom
from journal.core.figure_facts import TextFact
from journal.core.moments import HOUR_MS, MINUTE_MS, Moment, wall_clock
from journal.core.warning_facts import (
    HOURS_BEFORE,
    NOTE_NEAR,
    NearDose,
    SignFact,
    WarningFacts,
)
from journal.core.warning_words import means_sign
from journal.insights.summary import Span


class When(StrEnum):
    """When a sign was noted, in relation to the period and the clock."""

    IN_PERIOD = "in_period"
    BEFORE = "before"  # the period
    AFTER = "after"  # the period, up to now
    LATER = "later"  # than the computer's clock


@dataclass(frozen=True, slots=True)
class Sign:
    """A symptom on a day: its last rating with time and answer, and what was written beside any of them.

    ``value`` None: noted without a number. ``worst``: the worst rating of the day, where the last one is lower or has
    no number; nobody gave the answer of one to the other.
    """

    symptom: str
    day: dt.date
    at: dt.datetime
    utc_ms: int
    value: int | None
    answer: Answer | None
    when: When
    notes: tuple[str, ...] = ()
    worst: Sign | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A symptom on all its days, the newest first; those dated later than the clock by themselves."""

    symptom: str
    days: tuple[Sign, ...]

    @property
    def last(self) -> Sign:
        """The newest."""
        return self.days[0]

    @property
    def worst(self) -> Sign | None:
        """The worst rating of all its days, of equal ones the newest; None where the last one is as bad."""
        worst = max((day.worst or day for day in self.days), key=_number)
        return worst if _number(worst) > _number(self.last) else None


def first_day_looked_at(period: Span, today: dt.date) -> dt.date:
    """From where warning symptoms are read: the period's beginning, or 90 days back."""
    return min(period.first, today - dt.timedelta(days=warning_facts.DAYS_LOOKED_BACK))


def noted_signs(
    symptoms: Sequence[Symptom], facts: WarningFacts, period: Span, now: Moment, withheld: Collection[str] = ()
) -> list[Noted]:
    """What may be printed, the symptom that was noted last first.

    ``withheld``: symptoms that are not printed; nor is what is marked private. A note that was written beside one of
    those is not printed either, whatever else it is near to: it may be about that. What is dated later than the clock
    is listed apart, so that it does not pass for the latest sign.
    """
    known = {symptom.id for symptom in symptoms if is_sign(symptom)} - {*withheld}
    shown = [sign for sign in facts.signs if sign.symptom in known and not sign.private]
    texts = _Texts(facts.texts)
    unsaid = texts.beside([sign for sign in facts.signs if sign.private or sign.symptom in withheld])
    days: dict[tuple[str, dt.date, When], list[SignFact]] = {}
    for sign in shown:
        day = facts.day_of(sign.local_ms)
        if (when := _when(sign, day, facts, period, now)) is not None:
            days.setdefault((sign.symptom, day, when), []).append(sign)
    by_symptom: dict[tuple[str, bool], list[Sign]] = {}
    for (symptom, day, when), ratings in sorted(days.items(), key=lambda item: item[1][-1].utc_ms, reverse=True):
        notes = texts.at(texts.beside(ratings) - unsaid)
        by_symptom.setdefault((symptom, when is When.LATER), []).append(_sign(day, ratings, when, notes))
    return [Noted(symptom, tuple(signs)) for (symptom, _), signs in by_symptom.items()]


def place_of(utc_ms: int, day: dt.date, period: Span, now: Moment, today: dt.date) -> When | None:
    """Where something of this time and journal day lies. None: before everything that is looked at."""
    if utc_ms > now.utc_ms:
        return When.LATER
    if period.first <= day <= period.last:
        return When.IN_PERIOD
    if day < today - dt.timedelta(days=warning_facts.DAYS_LOOKED_BACK):
        return None
    return When.BEFORE if day < period.first else When.AFTER


def is_sign(symptom: Symptom) -> bool:
    """Warning symptoms, palpitations although they are a side effect, and what the person calls by such words."""
    return means_sign(symptom)


def last_before_now(noted: Sequence[Noted]) -> Sign | None:
    """The newest sign that is not dated later than the clock; else the newest."""
    signs = sorted((sign for symptom in noted for sign in symptom.days), key=lambda sign: sign.utc_ms, reverse=True)
    return next((sign for sign in signs if sign.when is not When.LATER), signs[0] if signs else None)


def doses_before(facts: WarningFacts, sign: Sign) -> list[NearDose]:
    """What was written down as taken in the 6 hours before it, the newest first."""
    earliest = sign.utc_ms - HOURS_BEFORE * HOUR_MS
    return [dose for dose in reversed(facts.doses) if earliest <= dose.utc_ms <= sign.utc_ms]


def left_out_before(facts: WarningFacts, sign: Sign) -> int:
    """How many doses of these hours are left out."""
    earliest = sign.utc_ms - HOURS_BEFORE * HOUR_MS
    return sum(earliest <= dose.utc_ms <= sign.utc_ms for dose in facts.left_out)


def _when(sign: SignFact, day: dt.date, facts: WarningFacts, period: Span, now: Moment) -> When | None:
    return place_of(sign.utc_ms, day, period, now, facts.day_of(now.local_ms))


def _sign(day: dt.date, ratings: Sequence[SignFact], when: When, notes: Iterable[TextFact]) -> Sign:
    last, worst = ratings[-1], max(ratings, key=_number)
    texts = tuple(dict.fromkeys(note.text for note in notes))
    return _rated(last, day, when, texts, _rated(worst, day, when) if _number(worst) > _number(last) else None)


def _number(rating: SignFact | Sign) -> int:
    """What is compared; one without a number is worse than none that has one."""
    return rating.value or 0


def _rated(rating: SignFact, day: dt.date, when: When, notes: tuple[str, ...] = (), worst: Sign | None = None) -> Sign:
    at = wall_clock(rating.local_ms)
    answer = None if rating.answer is None else Answer(rating.answer)
    return Sign(rating.symptom, day, at, rating.utc_ms, rating.value, answer, when, notes, worst)


class _Texts:
    """Texts in order of time, of whatever day: the start of a day may lie between a rating and what is said of it."""

    def __init__(self, texts: Sequence[TextFact]) -> None:
        self._texts = texts
        self._times = [text.utc_ms for text in texts]
        self._of_dose: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            if text.dose is not None:
                self._of_dose.setdefault(text.dose, []).append(place)

    def at(self, places: set[int]) -> list[TextFact]:
        """The texts at these places, in order of time."""
        return [self._texts[place] for place in sorted(places)]

    def beside(self, ratings: Sequence[SignFact]) -> set[int]:
        """The places of the texts of these ratings: a dose's note by its link with it, any other by its time."""
        places: set[int] = set()
        for rating in ratings:
            if rating.dose is not None:
                places.update(self._of_dose.get(rating.dose, ()))
            places.update(place for place in self._within_reach(rating.utc_ms) if self._texts[place].dose is None)
        return places

    def _within_reach(self, utc_ms: int) -> range:
        reach = NOTE_NEAR * MINUTE_MS
        return range(bisect_left(self._times, utc_ms - reach), bisect_right(self._times, utc_ms + reach))
