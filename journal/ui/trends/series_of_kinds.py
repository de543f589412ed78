"""Everything that has numbers in a period, each kind for itself: symptoms, check-ins, measurements, lab results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from journal.charts.one_series import InPart, SeriesData, SeriesSet, Written
from journal.core.check_ins import ABOUT_MOOD, CheckIn, Instrument
from journal.core.entries import Entry, LabResult, Measurement, Rating, Symptom
from journal.core.health import Lab
from journal.core.preferences import Preferences
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.warning_words import is_masked
from journal.insights.kept_series import KeptSeries, SeriesKey, kept_series
from journal.insights.summary import Span
from journal.texts import Texts
from journal.texts.instruments import in_part_words
from journal.texts.names import shown_name
from journal.texts.series_names import (
    RATE_IT,
    about_series,
    highest_score,
    series_name,
    series_unit,
    where_to_write,
)

_SLICE = dt.timedelta(days=366)
_A_YEAR = 30_000  # entries; more than anybody writes down
_KINDS = ("check_in", "measurement", "lab_result")
_RATED_TO = 10


class Journal(Protocol):
    """What is asked of the logbook."""

    preferences: Preferences

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""


class Work(Protocol):
    """The task whose thread this is."""

    def cancelled(self) -> bool:
        """Whether to stop."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A symptom with its ratings by day, counted from the first, and how often it was asked and skipped."""

    symptom: Symptom
    ratings: Mapping[int, Sequence[int]]
    skipped: int


def read_series(journal: Journal, rated: Iterable[Rated], period: Span, texts: Texts, work: Work) -> SeriesSet:
    """All that the program can show, those without a number too. Raises Refused("cancelled").

    The running day belongs to it: going on changes the total of a day, and no number that stands by itself.
    """
    with_today = Span(period.first, period.last + dt.timedelta(days=1))
    with_entries = _of_entries(journal, list(_entries(journal, with_today, work)))
    kept = _with_empty_ones(with_entries, journal.preferences.ask_mood)
    of_today = journal.find(EntryQuery(kinds=("rating",), first_day=with_today.last, last_day=with_today.last))
    ratings = [entry for entry in of_today if isinstance(entry, Rating)]
    shown = [
        *(_rated(_with_those_of(with_today, one, ratings), with_today, texts) for one in rated),
        *(_kept(series, with_today, texts) for series in kept),
    ]
    return SeriesSet(texts, with_today.first, with_today.days, tuple(shown))


def _of_entries(journal: Journal, entries: Sequence[Entry]) -> list[KeptSeries]:
    return kept_series(
        [entry for entry in entries if isinstance(entry, CheckIn)],
        [entry for entry in entries if isinstance(entry, Measurement)],
        [entry for entry in entries if isinstance(entry, LabResult)],
        journal.preferences.day_start,
    )


def _entries(journal: Journal, period: Span, work: Work) -> Iterator[Entry]:
    """A year at a time, so that a save never waits long."""
    first = period.first
    while first <= period.last:
        if work.cancelled():
            raise Refused("cancelled")
        last = min(period.last, first + _SLICE)
        yield from journal.find(EntryQuery(kinds=_KINDS, first_day=first, last_day=last, limit=_A_YEAR))
        first = last + dt.timedelta(days=1)


def _with_empty_ones(kept: Sequence[KeptSeries], ask_mood: bool) -> list[KeptSeries]:
    """In a fixed order, and after the built-in ones the person's own lab values as they were added."""
    codes = {series.key.code for series in kept}
    asked = [
        instrument
        for instrument in Instrument
        if instrument is not Instrument.DAILY and (ask_mood or instrument not in ABOUT_MOOD)
    ]
    others = ("sleep", "quality", "function", "systolic", "diastolic", "pulse", "weight")
    empty = [
        SeriesKey(code) for code in (*asked, *others, *(lab for lab in Lab if lab is not Lab.OWN)) if code not in codes
    ]
    order = [*Instrument, *others, *Lab]
    every = [*kept, *(KeptSeries(key, (), 0) for key in empty)]
    return sorted(every, key=lambda series: order.index(series.key.code))


def _with_those_of(period: Span, rated: Rated, ratings: Iterable[Rating]) -> Rated:
    """With the ratings of the last day of the period, the running one."""
    own = sorted((rating for rating in ratings if rating.symptom == rated.symptom.id), key=lambda one: one.at.utc_ms)
    values = [rating.value for rating in own if rating.value is not None]
    by_day = {**rated.ratings, period.days - 1: values} if values else rated.ratings
    return Rated(rated.symptom, by_day, rated.skipped + len(own) - len(values))


def _rated(rated: Rated, period: Span, texts: Texts) -> SeriesData:
    symptom = rated.symptom
    written = [Written(day, Fraction(value)) for day, values in sorted(rated.ratings.items()) for value in values]
    masked = is_masked(symptom)
    return SeriesData(
        texts, f"symptom {symptom.id}", shown_name(texts, symptom),
        texts("0–10, 10 best") if symptom.ten_is_best and not masked else texts("0–10"), period.first, period.days,
        () if masked else tuple(written),
        highest=_RATED_TO,
        without_number=0 if masked else rated.skipped,
        where=texts(RATE_IT),
        withheld=texts("A hidden rating is read in the Diary, when you open it there.") if masked else "",
    )  # fmt: skip


def _kept(kept: KeptSeries, period: Span, texts: Texts) -> SeriesData:
    key = kept.key
    written = [Written((value.day - period.first).days, value.number, value.normal) for value in kept.values]
    return SeriesData(
        texts, f"{key.code} {key.unit} {key.name}", series_name(texts, key.code, key.name),
        series_unit(texts, key.code, key.unit), period.first, period.days, tuple(written),
        highest=highest_score(key.code),
        without_number=kept.without_number,
        as_printed=key.code in {*Lab},
        in_part=tuple(
            InPart((day - period.first).days, in_part_words(texts, check_in)) for day, check_in in kept.in_part
        ),
        about=about_series(texts, key.code),
        where=where_to_write(texts, key.code),
    )  # fmt: skip


def choices(series: SeriesSet) -> list[tuple[object, str]]:
    """What can be looked at, the whole first, then what has numbers, and at the end what has none yet."""
    texts = series.texts
    with_numbers = [one for one in series.series if one.values]
    without = [one for one in series.series if not one.values]
    return [
        ("", texts("All, small, side by side")),
        *((one.key, one.name) for one in with_numbers),
        *((one.key, _empty_name(texts, one)) for one in without),
    ]


def _empty_name(texts: Texts, series: SeriesData) -> str:
    if series.withheld:
        return series.title
    if series.in_part:
        return texts("{name} (no score in this period)", name=series.title)
    return texts("{name} (none in this period)", name=series.title)
