"""Journals of people whose use does not change, or changes by a known factor, and the change words said of them.

``python -m tests.insights.simulation`` measures everything anew and prints journal/insights/reliability.py's numbers.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from journal.core.amounts import Basis, Dimension
from journal.core.figure_facts import DoseFact, Facts, MarkFact, RatingFact
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS
from journal.insights import change
from journal.insights.change_words import is_change
from journal.insights.measure_windows import Ranges, days_taken_row, median_row
from journal.insights.summary import Measure, Missing, Word
from journal.insights.windows import Series
from tests.insights.sheet import LEAF, PAIN, PERIOD, SLEEP

Numbers = npt.NDArray[np.float64]

DAYS, LAST28, LOOK_DAYS = 84, 28, 84
SPREAD = 0.35  # of the logarithm of a day's amount, about what diaries show from day to day
NOT_RECORDED = 0.15
DAILY, FOUR_OF_FIVE = 9.0, 0.8416  # a standard normal value is below it on (nearly) all days, on 4 of 5
USES = (DAILY, FOUR_OF_FIVE)
PHIS = (0.0, 0.4, 0.7, 0.9)
MEASURES = ("days_taken", "amount", "doses", "gap", "main", "second")
LINES = ("days_taken", "amount", "doses", "gap")  # whose words stand in the line "Change", if they say up or down


@dataclass(frozen=True, slots=True)
class Journal:
    """One person's days: 1 where taken, amounts in mg, times of doses in hours, ratings; ``recorded`` or not."""

    taken: Numbers
    amounts: Numbers
    times: tuple[Numbers, ...]
    ratings: tuple[Numbers, Numbers]
    recorded: npt.NDArray[np.bool_]


def journal(seed: int, phi: float, factor: float = 1.0, days: int = DAYS, use: float = DAILY) -> Journal:
    """``phi``: how much a day is like the day before; the last 28 days have ``factor`` times the amount."""
    random = np.random.default_rng([seed, round(100 * phi)])
    day, size, count, pace, pain, sleep = (_memory(random, phi, days) for _ in range(6))
    more = np.where(np.arange(days) >= days - LAST28, factor, 1.0)
    doses = np.maximum(1, np.round(3 * np.exp(SPREAD * count))).astype(int)
    return Journal(
        taken=(day < use).astype(float),
        amounts=np.round(8000 * more * np.exp(SPREAD * size), -2),
        times=tuple(_times(random, n, float(np.exp(SPREAD * speed))) for n, speed in zip(doses, pace, strict=True)),
        ratings=(_rating(pain), _rating(sleep)),
        recorded=random.random(days) >= NOT_RECORDED,
    )


def _memory(random: np.random.Generator, phi: float, days: int) -> Numbers:
    """A stationary AR(1) series with variance 1."""
    steps, values = random.standard_normal(days), np.empty(days)
    values[0] = steps[0]
    for number in range(1, days):
        values[number] = phi * values[number - 1] + np.sqrt(1 - phi * phi) * steps[number]
    return values


def _times(random: np.random.Generator, doses: int, pace: float) -> Numbers:
    """From 7 o'clock on, a few hours apart; all of them within the journal day."""
    apart = 3 * pace * np.exp(0.3 * random.standard_normal(doses))
    latest = 27.5 + np.arange(doses) / 60
    return np.asarray(np.minimum(7 + np.cumsum(apart) - apart[0], latest), dtype=np.float64)


def _rating(values: Numbers) -> Numbers:
    return np.asarray(np.clip(np.round(5 + 1.5 * values), 0, 10), dtype=np.float64)


# --- words of a journal ---------------------------------------------------------------------------------------------


def measures(made: Journal, last: int = DAYS, keys: Iterable[str] = MEASURES) -> dict[str, Measure]:
    """These measures, with their words, of the 84 days up to the day ``last``, that one left out."""
    ranges = Ranges(PERIOD.first, DAYS, begins=False)
    first = last - DAYS
    known = [day for day in range(first, last) if made.recorded[day]]
    used = [day for day in known if made.taken[day]]

    def row(unit: int, values: Mapping[int, list[float]]) -> Measure:
        series = Series(unit, {day - first: entry for day, entry in values.items() if entry})
        return median_row(series, ranges, lambda _: Missing.TOO_FEW)

    def ratings(number: int) -> dict[int, list[float]]:
        return {day: [float(made.ratings[number][day])] for day in known}

    rows: dict[str, Callable[[], Measure]] = {
        "days_taken": lambda: days_taken_row(
            Series(1, {day - first: [float(made.taken[day])] for day in known}), ranges, None
        ),
        "amount": lambda: row(1000, {day: [float(made.amounts[day])] for day in used}),
        "doses": lambda: row(1, {day: [float(len(made.times[day]))] for day in used}),
        "gap": lambda: row(1, {day: [float(gap) for gap in np.diff(made.times[day])] for day in used}),
        "main": lambda: row(1, ratings(0)),
        "second": lambda: row(1, ratings(1)),
    }
    return {key: rows[key]() for key in keys}


def changed(measured: Mapping[str, Measure], keys: Iterable[str]) -> bool:
    """Whether any of these measures has a word that says up or down."""
    return any(is_change(measured[key].word) for key in keys)


def facts_of(made: Journal) -> Facts:
    """The same journal as entries, to be summarised like any other."""
    doses: list[DoseFact] = []
    ratings: list[RatingFact] = []
    marks: list[MarkFact] = []
    for day in (day for day in range(DAYS) if made.recorded[day]):
        start = (day_number(PERIOD.first) + day) * DAY_MS
        doses += _doses(made, day, start) if made.taken[day] else []
        if not made.taken[day]:
            marks.append(MarkFact(day_number(PERIOD.first) + day, "none_today"))
        noon = start + 12 * HOUR_MS
        for symptom, values in zip((PAIN, SLEEP), made.ratings, strict=True):
            ratings.append(RatingFact(noon, noon, noon, symptom.id, int(values[day]), "routine", None))
    begun = PERIOD.first - dt.timedelta(days=400)
    return Facts(PERIOD.first, PERIOD.last, doses=tuple(doses), ratings=tuple(ratings), marks=tuple(marks), begun=begun)


def _doses(made: Journal, day: int, start: int) -> list[DoseFact]:
    times = [start + round(float(hour) * HOUR_MS) for hour in made.times[day]]
    whole = int(made.amounts[day])
    sizes = [whole // len(times)] * (len(times) - 1)
    sizes.append(whole - sum(sizes))
    return [
        DoseFact(f"{day}-{n}", at, at, at, LEAF.id, size, Dimension.MASS, Basis.WEIGHED)
        for n, (at, size) in enumerate(zip(times, sizes, strict=True))
    ]


# --- what is measured -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Of ``n`` journals without a change, how many have a false word: by measure, in the lines on top, anywhere."""

    n: int
    by_measure: Mapping[str, int]
    lines: int
    page: int
    covered: int  # trends of the amount whose interval holds the truth, 0
    trends: int


def unchanged(phi: float, n: int, use: float = DAILY) -> Unchanged:
    """Of the first ``n`` journals."""
    journals = [measures(journal(seed, phi, use=use)) for seed in range(n)]
    trends = [journal_measures["amount"].trend for journal_measures in journals]
    ends = [(trend.low, trend.high) for trend in trends if trend and trend.low is not None and trend.high is not None]
    return Unchanged(
        n,
        {key: sum(changed(journal_measures, [key]) for journal_measures in journals) for key in MEASURES},
        lines=sum(changed(journal_measures, LINES) for journal_measures in journals),
        page=sum(changed(journal_measures, MEASURES) for journal_measures in journals),
        covered=sum(low <= 0 <= high for low, high in ends),
        trends=len(ends),
    )


def missed(phi: float, n: int, factor: float = 1.5) -> int:
    """Of ``n`` journals with half as much again in the last 28 days, how many have no word that says up."""
    words = (measures(journal(seed, phi, factor), keys=("amount",))["amount"].word for seed in range(n))
    return sum(word not in (Word.RISING, Word.HIGHER) for word in words)


def missed_unweighed(share: float, n: int, phi: float = 0.4, factor: float = 1.5) -> int:
    """The same of journals in which each dose is unweighed with this probability."""

    def word(seed: int) -> Word | None:
        made, chance = journal(seed, phi, factor), np.random.default_rng([seed, 7])
        series = Series(1000)
        for day in (day for day in range(DAYS) if made.recorded[day]):
            doses = len(made.times[day])
            lost = int((chance.random(doses) < share).sum())
            series.add(day, float(made.amounts[day]) * (doses - lost) / doses, complete=not lost)
        return median_row(series, Ranges(PERIOD.first, DAYS, begins=False), lambda _: Missing.TOO_FEW).word

    return sum(word(seed) not in (Word.RISING, Word.HIGHER) for seed in range(n))


def looking(phi: float, n: int) -> int:
    """Of ``n`` unchanged journals, looked at every second day for 12 weeks, how many show a false word on top."""

    def ever(seed: int) -> bool:
        made = journal(seed, phi, days=DAYS + LOOK_DAYS)
        return any(changed(measures(made, last, LINES), LINES) for last in range(DAYS, DAYS + LOOK_DAYS + 1, 2))

    return sum(ever(seed) for seed in range(n))


# --- all of it ------------------------------------------------------------------------------------------------------


def measure_all(phis: Iterable[float] = PHIS, n: int = 4000, looks: int = 1000) -> None:
    """Print everything that the last page says."""
    for phi in phis:
        for name, use in (("daily", DAILY), ("four of five", FOUR_OF_FIVE)):
            print(f"phi {phi}, {name}: {unchanged(phi, n, use)}", flush=True)
        usual = change.MARGIN
        for margin in (usual, 1.0):
            change.MARGIN = margin
            print(f"phi {phi}, margin {margin}: +50 % missed in {missed(phi, looks)} of {looks}", flush=True)
        change.MARGIN = usual
        print(f"phi {phi}: looking shows a false word in {looking(phi, looks)} of {looks}", flush=True)
    for share in (0.02, 0.1):
        print(f"{share} unweighed: +50 % missed in {missed_unweighed(share, looks)} of {looks}", flush=True)


if __name__ == "__main__":
    measure_all([float(phi) for phi in sys.argv[1:]] or PHIS)
