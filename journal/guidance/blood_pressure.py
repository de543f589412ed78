"""What to say beside a blood pressure that was written down: from how much on, what to do, from where it is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, Protocol, TypeVar

from journal.assets import asset
from journal.core.entries import Condition, Entry, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.queries import EntryQuery
from journal.guidance.help_lines import Country
from journal.guidance.markdown import PageFault
from journal.guidance.signs_in_words import filled, when_noted
from journal.guidance.tables import read_table
from journal.guidance.warning_signs import SignText, WarningSign, is_sign, sign_of, sign_text
from journal.texts import Texts
from journal.texts.marked import marked

Kind = TypeVar("Kind", bound=Entry)

_NAME = "blood pressure"  # in faults of the table
_OLD_MS = 7 * DAY_MS
_BAD, _HEADACHE_MS = 8, 6 * HOUR_MS  # a headache of so much, so near
_NAMED = 3  # in a list of several
_KNOWN = ("first", "pregnant", "severe_now", "raised_today", "seizure")
_DAYS_BEFORE = dt.timedelta(days=2)  # a journal day may begin before its date


@dataclass(frozen=True, slots=True)
class Pressure:
    """Two numbers in mmHg."""

    systolic: int
    diastolic: int

    def reached_by(self, measured: Measurement) -> bool:
        """Whether the upper or the lower number is as high, whichever was measured."""
        upper, lower = measured.systolic or 0, measured.diastolic or 0
        return upper >= self.systolic or lower >= self.diastolic


@dataclass(frozen=True, slots=True)
class PressureTable:
    """The texts are templates as those of the warning signs are.

    ``signs`` are the warning signs that ``call`` names and that are no call by themselves; ``severe_signs`` those of
    ``severe_now``, for somebody whose pregnancy is written down. ``raised_signs`` are all those of ``raised_now``.

    ``known`` and ``private`` are the texts of those names where a pregnancy is written down: nobody is asked then.
    """

    high: Pressure
    in_pregnancy: Pressure
    call: SignText
    today: SignText
    again: SignText
    earlier: SignText
    first: SignText
    pregnant: SignText
    why: str
    sources: tuple[str, ...]
    raised: Pressure
    raised_now: SignText
    raised_today: SignText
    seizure: SignText
    raised_why: str
    raised_sources: tuple[str, ...]
    severe_now: SignText
    with_sign: SignText
    raised_with_sign: SignText
    signs: frozenset[str]
    raised_signs: frozenset[str]
    severe_signs: frozenset[str]
    known: Mapping[str, SignText]
    private: Mapping[str, SignText]

    def of_pregnancy(self, name: str, openly: bool) -> SignText:
        """A text to somebody whose pregnancy is written down; ``openly``: it may be named."""
        return self.known[name] if openly else self.private[name]

    def calls_with(self, sign: WarningSign, pregnant: bool) -> bool:
        """Whether a very high pressure makes this sign one to call about, whatever was answered: one rule for all."""
        named = self.signs | self.severe_signs if pregnant else self.signs
        return sign.now.urgency == "call" or sign.code in named


@dataclass(frozen=True, slots=True)
class HighPressure:
    """A measurement that is spoken of, how much it reached, and whether it is not the first one within a day.

    ``pregnant``: a pregnancy is written down, so that what to do in one comes first; ``openly``: it is not private.
    ``headache``: a very bad one was rated within hours of it, so that nothing is waited for. ``as_high_again``: one
    within that day reached as much, too.
    """

    measured: Measurement
    reached: Pressure
    again: bool = False
    pregnant: bool = False
    openly: bool = False
    headache: bool = False
    as_high_again: bool = False

    @property
    def is_raised_only(self) -> bool:
        """Whether it is spoken of only because of a pregnancy, and is less urgent than the others."""
        return self.reached == pressure_table().raised

    @property
    def sources(self) -> tuple[str, ...]:
        """From where what is said of it is known."""
        table = pressure_table()
        if self.is_raised_only:
            return table.raised_sources
        return (*table.sources, *table.raised_sources) if self.pregnant else table.sources


class ReadMeasurements(Protocol):
    """What is asked of an open journal."""

    def listed(self, cls: type[Kind]) -> list[Kind]:
        """Everything of a kind of few rows."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def symptoms(self) -> list[Symptom]:
        """The symptoms that are rated."""

    def today(self) -> dt.date:
        """The journal day."""


@cache
def pressure_table(language: str = "en") -> PressureTable:
    """The table. Raises PageFault where it is not in order."""
    fields: dict[str, Any] = dict(read_table(asset("guidance", language, "blood-pressure.toml")))
    try:
        call, today, again, earlier, first, pregnant = (
            sign_text(_NAME, fields.pop(key)) for key in ("call", "today", "again", "earlier", "first", "pregnant")
        )
        raised_now, raised_today, seizure, severe_now, with_sign, raised_with_sign = (
            sign_text(_NAME, fields.pop(key))
            for key in ("raised_now", "raised_today", "seizure", "severe_now", "with_sign", "raised_with_sign")
        )
        known, private = (
            {key: sign_text(_NAME, texts[key]) for key in _KNOWN}
            for texts in (fields.pop("known"), fields.pop("private"))
        )
        high, in_pregnancy, raised = (Pressure(**fields.pop(key)) for key in ("high", "in_pregnancy", "raised"))
        raised_why, raised_sources = str(fields.pop("raised_why")), tuple(fields.pop("raised_sources"))
        beside, raised_beside, severe_beside = (
            frozenset(fields.pop(key)) for key in ("signs", "raised_signs", "severe_signs")
        )
        why, sources = str(fields.pop("why")), tuple(fields.pop("sources"))
    except (KeyError, TypeError) as problem:
        raise PageFault(f"{_NAME}: {problem}") from problem
    if fields or not sources or not raised_sources:
        raise PageFault(f"{_NAME}: a field is missing or unknown")
    return PressureTable(
        high, in_pregnancy, call, today, again, earlier, first, pregnant, why, sources,
        raised, raised_now, raised_today, seizure, raised_why, raised_sources, severe_now, with_sign, raised_with_sign,
        beside, raised_beside, severe_beside, known, private,
    )  # fmt: skip


def high_pressures(
    measured: Iterable[object], pregnant: bool, others: Iterable[object] = (), openly: bool = False
) -> list[HighPressure]:
    """Those of the measurements that are spoken of, the newest first; in a pregnancy that is known, from less on.

    ``others`` were written down before; they are not spoken of and only tell whether one of these is not the first.
    """
    table = pressure_table()
    limits = (table.high, table.in_pregnancy, table.raised) if pregnant else (table.high,)
    speaking = (replace(high, openly=openly) for high in _high(measured, limits, pregnant))
    newest_first = sorted(speaking, key=lambda high: high.measured.at.utc_ms, reverse=True)
    new = {high.measured.id for high in newest_first}
    known = [high for high in _high(others, limits, pregnant) if high.measured.id not in new]
    return [
        replace(
            high,
            again=_is_repeated(_ms(high), _times(newest_first, high), _times(known, high)),
            as_high_again=_is_repeated(_ms(high), _times_as_high(newest_first, high), _times_as_high(known, high)),
        )
        for high in newest_first
    ]


def _times_as_high(others: Iterable[HighPressure], beside: HighPressure) -> list[int]:
    """When as much was reached: "again" is said of nothing less."""
    return [_ms(other) for other in others if other.reached.systolic >= beside.reached.systolic]


def _ms(high: HighPressure) -> int:
    return high.measured.at.utc_ms


def _times(others: Iterable[HighPressure], beside: HighPressure) -> list[int]:
    """When they were; beside a very high one those that are only raised do not count."""
    return [_ms(other) for other in others if beside.is_raised_only or not other.is_raised_only]


def _high(measured: Iterable[object], limits: Sequence[Pressure], pregnant: bool) -> Iterator[HighPressure]:
    for measurement in measured:
        if isinstance(measurement, Measurement) and measurement.deleted_ms is None:
            reached = next((limit for limit in limits if limit.reached_by(measurement)), None)
            if reached is not None:
                yield HighPressure(measurement, reached, pregnant=pregnant)


def _is_repeated(at_ms: int, times: Iterable[int], known: Iterable[int]) -> bool:
    """``known``: those written down before, which are known whether they were measured before or after this one."""
    return any(0 < at_ms - other <= DAY_MS for other in times) or any(
        0 < abs(at_ms - other) <= DAY_MS for other in known
    )


def most_urgent_pressures_first(high: Iterable[HighPressure]) -> list[HighPressure]:
    """Those that are only raised after the others, otherwise in the order given."""
    return sorted(high, key=lambda pressure: pressure.is_raised_only)


def high_in_journal(journal: ReadMeasurements, saved: Iterable[object]) -> list[HighPressure]:
    """Those of the measurements in a journal that are spoken of, each with whether one before it was high, too."""
    measured = [entry for entry in saved if isinstance(entry, Measurement)]
    conditions = journal.listed(Condition) if measured else []
    pregnant, openly = is_pregnant(conditions, journal.today()), is_openly_pregnant(conditions, journal.today())
    high = high_pressures(measured, pregnant)
    if not high:
        return []
    first = min(pressure.measured.at.local.date() for pressure in high) - _DAYS_BEFORE
    others = journal.find(EntryQuery(kinds=("measurement",), first_day=first))
    aches = _bad_headaches(journal, first)
    pressures = high_pressures(measured, pregnant, others, openly)
    return most_urgent_pressures_first(
        replace(pressure, headache=any(abs(at - _ms(pressure)) <= _HEADACHE_MS for at in aches))
        for pressure in pressures
    )


def _bad_headaches(journal: ReadMeasurements, first: dt.date) -> list[int]:
    """When one was rated as very bad, which the table names as a reason to call."""
    ids = tuple(symptom.id for symptom in journal.symptoms() if symptom.code == "headache")
    rated = journal.find(EntryQuery(kinds=("rating",), symptoms=ids, first_day=first)) if ids else []
    return [rating.at.utc_ms for rating in rated if isinstance(rating, Rating) and is_bad_headache(rating, ids)]


def is_bad_headache(entry: object, headaches: Collection[str]) -> bool:
    """Whether this is a rating of one of these symptoms that is so high."""
    return isinstance(entry, Rating) and entry.symptom in headaches and (entry.value or 0) >= _BAD


def is_pregnant(conditions: Iterable[Condition], today: dt.date) -> bool:
    """Whether a pregnancy is written down that has not ended."""
    return has_now(ConditionKind.PREGNANCY, conditions, today)


def has_now(kind: ConditionKind, conditions: Iterable[Condition], today: dt.date) -> bool:
    """Whether one of this kind is written down that has not ended."""
    return any(
        condition.what is kind and (condition.until is None or condition.until >= today)
        for condition in conditions
        if condition.deleted_ms is None
    )


def is_openly_pregnant(conditions: Iterable[Condition], today: dt.date) -> bool:
    """Whether one is that is not private, so that it is spoken of as known."""
    return is_pregnant((condition for condition in conditions if not condition.private), today)


_FIRST = marked("A blood pressure of {upper}/{lower} or more, {when}")
_SECOND = marked("Again a blood pressure of {upper}/{lower} or more, {when}")
_ONE_MORE = marked("one of {upper}/{lower} or more, {when}")
_ONE_AGAIN = marked("again one of {upper}/{lower} or more, {when}")


def pressure_title(texts: Texts, high: HighPressure, now_ms: int) -> str:
    """Which one is meant, without its numbers: "A blood pressure of 180/120 or more, today 15:24"."""
    return _titled(texts, _SECOND if high.as_high_again else _FIRST, high, now_ms)


def _titled(texts: Texts, words: str, high: HighPressure, now_ms: int) -> str:
    at = high.measured.at
    when = when_noted(texts, at, now_ms)
    if at.utc_ms > now_ms:
        when = texts("{days} (later than this computer's clock)", days=when)
    return texts(
        words, upper=texts.integer(high.reached.systolic), lower=texts.integer(high.reached.diastolic), when=when
    )


def pressure_advice(
    texts: Texts, high: HighPressure, now_ms: int, place: Country, after_emergency: bool = False
) -> list[str]:
    """What to do first, then why; what was measured more than a week ago may have been looked at.

    ``after_emergency``: what to do about an emergency stands before it; then nothing here is to be done first.
    """
    table = pressure_table()
    sentences = (filled(texts, part.text, place) for part in _what_to_do(high, now_ms, after_emergency))
    in_pregnancy = [texts(table.raised_why)] if high.pregnant else []
    return [*sentences, *in_pregnancy, *([] if high.is_raised_only else [texts(table.why)])]


def pressure_in_short(texts: Texts, high: HighPressure, now_ms: int, place: Country) -> str:
    """In a line above every place: which one, and what to do."""
    steps = (filled(texts, part.text, place) for part in _what_to_do(high, now_ms, after_emergency=False))
    return " ".join([f"{texts('First: {what}', what=pressure_title(texts, high, now_ms))}.", *steps])


def pressure_urgent(texts: Texts, high: HighPressure, place: Country) -> list[str]:
    """What is never folded away, though a sign stands before it: to go to hospital, whatever comes of the sign."""
    if not high.pregnant or high.is_raised_only:
        return []
    return [filled(texts, pressure_table().of_pregnancy("pregnant", high.openly).text, place)]


def _what_to_do(high: HighPressure, now_ms: int, after_emergency: bool) -> tuple[SignText, ...]:
    """In a pregnancy whom to call there, and the signs of it, whatever the pressure; measuring again is not waited for.

    Where no pregnancy is known the more urgent words for one still stand before the milder ones.
    """
    table = pressure_table()
    of = partial(table.of_pregnancy, openly=high.openly)
    signs: tuple[SignText, ...] = (table.raised_now,)
    if not high.is_raised_only:
        signs = (of("severe_now"), table.call) if high.pregnant else (table.call,)
    if after_emergency:
        return of("first") if high.pregnant else table.first, *signs
    if high.pregnant:
        if high.headache:  # one of the named: to call is the first line
            return signs if high.is_raised_only else (signs[0], of("pregnant"), *signs[1:])
        return (*signs, of("raised_today")) if high.is_raised_only else (of("pregnant"), *signs)
    if high.headache:
        return table.call, table.pregnant
    old = now_ms - high.measured.at.utc_ms > _OLD_MS
    return table.call, table.pregnant, table.earlier if old else table.again if high.again else table.today


def seizure_in_pregnancy(texts: Texts, codes: Iterable[str], place: Country, openly: bool = False) -> list[str]:
    """What is said first beside a high pressure where a sign is a seizure; it names a pregnancy only ``openly``."""
    if not any(is_sign(code) and sign_of(code).code == "seizure" for code in codes):
        return []
    table = pressure_table()
    seizure = table.of_pregnancy("seizure", openly)
    return [f"{filled(texts, seizure.text, place)} {texts(table.raised_why)}"]


def pressures_in_lines(
    texts: Texts, high: Iterable[HighPressure], now_ms: int, place: Country, after_emergency: bool = False
) -> list[str]:
    """For the command line and for a list: which they are, and once what to do, as the newest of them needs it."""
    newest_first = most_urgent_pressures_first(high)
    if not newest_first:
        return []
    newest, *before = newest_first
    # Of several the newest is not the first, however long before it the others were: call, rather than measure again.
    newest = replace(
        newest,
        again=newest.again or bool(_times(before, newest)),
        as_high_again=newest.as_high_again or bool(_times_as_high(before, newest)),
    )
    titles = [pressure_title(texts, newest, now_ms)]
    titles += [
        _titled(texts, _ONE_AGAIN if pressure.as_high_again else _ONE_MORE, pressure, now_ms)
        for pressure in before[: _NAMED - 1]
    ]
    if (more := len(newest_first) - _NAMED) > 0:
        titles.append(texts.plural("{n} more", "{n} more", more))
    advised = pressure_advice(texts, newest, now_ms, place, after_emergency)
    return [f"{'; '.join(titles)}. {' '.join(advised)}"]
