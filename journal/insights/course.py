"""The course of a period, beside its summary: what the pages behind the first tell of symptoms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core.entries import Symptom
from journal.core.figure_facts import Facts
from journal.core.symptoms import SymptomKind
from journal.insights.days import DayFigures
from journal.insights.measures import ratings_by_symptom
from journal.insights.since_dose import SinceDose, since_dose
from journal.insights.summary import Summary
from journal.insights.symptom_days import in_order, of_kind
from journal.insights.week_by_week import WeekByWeek, week_by_week


@dataclass(frozen=True, slots=True)
class Course:
    """Withdrawal signs of the last 28 days by the hours since the last dose, and signs and side effects by week."""

    since_dose: SinceDose
    weeks: WeekByWeek

    @property
    def named(self) -> frozenset[str]:
        """The symptoms that are called by their names."""
        shown = (row.symptom for row in self.weeks.rows if row.symptom is not None)
        return frozenset((*shown, *self.weeks.left_out))


def course_of(facts: Facts, days: Sequence[DayFigures], symptoms: Sequence[Symptom], summary: Summary) -> Course:
    """``facts`` and ``days`` are what the summary was made of: those of its period."""
    ordered, ratings = in_order(symptoms), ratings_by_symptom(facts)
    signs = frozenset(of_kind(ordered, SymptomKind.WITHDRAWAL))
    last28 = range((summary.last28.first - summary.period.first).days, facts.days)
    return Course(since_dose(facts, days, signs, last28), week_by_week(facts, ordered, ratings))
