"""Withdrawal signs and side effects week by week: on how many of the days on which they were rated they were strong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.core.entries import Symptom
from journal.core.figure_facts import Facts
from journal.core.symptoms import SymptomKind
from journal.insights.symptom_days import STRONG, Ratings, of_kind, worst_before_first, worst_of_days
from journal.insights.windows import week_ranges

MOST_WEEKS, MOST_ROWS = 12, 12


class Of(StrEnum):
    """What a row is of."""

    WITHDRAWAL = "withdrawal"  # any withdrawal-type symptom
    BEFORE_FIRST = "before_first"  # the same before the first dose of a day
    SIDE_EFFECT = "side_effect"


@dataclass(frozen=True, slots=True)
class Week:
    """On ``k`` of ``n`` days with a rating one was strong; n = 0: not rated."""

    k: int
    n: int


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One row; ``symptom`` is that of a side effect."""

    of: Of
    symptom: str | None
    weeks: tuple[Week, ...]

    @property
    def days(self) -> int:
        """Days with a rating."""
        return sum(week.n for week in self.weeks)


@dataclass(frozen=True, slots=True)
class WeekByWeek:
    """Whole weeks counted back from the end of the period, at most ``MOST_WEEKS``; ``starts`` are their first days.

    ``rows`` were all rated in them; ``left_out`` are the side effects rated on the fewest days, for which there is no
    row.
    """

    starts: tuple[dt.date, ...]
    rows: tuple[WeekRow, ...]
    left_out: tuple[str, ...]


def week_by_week(facts: Facts, symptoms: Sequence[Symptom], ratings: Ratings) -> WeekByWeek:
    """``facts`` and ``ratings`` are those of the period, ``symptoms`` in the person's order."""
    weeks = [week for week in week_ranges(range(facts.days)) if len(week)][-MOST_WEEKS:]
    starts = tuple(facts.first + dt.timedelta(days=week.start) for week in weeks)
    if not weeks:
        return WeekByWeek((), (), ())
    window = range(weeks[0].start, weeks[-1].stop)
    signs = of_kind(symptoms, SymptomKind.WITHDRAWAL)
    first = [
        _row(Of.WITHDRAWAL, None, worst_of_days(ratings, signs, window), weeks),
        _row(Of.BEFORE_FIRST, None, worst_before_first(facts, frozenset(signs), window), weeks),
    ]
    effects = [
        _row(Of.SIDE_EFFECT, symptom, worst_of_days(ratings, [symptom], window), weeks)
        for symptom in of_kind(symptoms, SymptomKind.SIDE_EFFECT)
    ]
    rows = [row for row in first if row.days]
    kept = sorted((row for row in effects if row.days), key=lambda row: -row.days)[: MOST_ROWS - len(rows)]
    shown, left_out = _parted([row for row in effects if row.days], {row.symptom for row in kept})
    return WeekByWeek(starts, (*rows, *shown), left_out)


def _row(of: Of, symptom: str | None, worst: Mapping[int, int], weeks: Sequence[range]) -> WeekRow:
    """``worst``: the worst rating of each day that has one."""
    of_weeks = ([worst[day] for day in week if day in worst] for week in weeks)
    counted = tuple(Week(sum(value >= STRONG for value in values), len(values)) for values in of_weeks)
    return WeekRow(of, symptom, counted)


def _parted(rows: Sequence[WeekRow], shown: set[str | None]) -> tuple[list[WeekRow], tuple[str, ...]]:
    """In the person's order: the rows that are shown, and the symptoms of the others."""
    left_out = tuple(row.symptom for row in rows if row.symptom is not None and row.symptom not in shown)
    return [row for row in rows if row.symptom in shown], left_out
