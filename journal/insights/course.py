"""The course of a period, beside its summary: what the pages behind the first tell of symptoms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from journal.core.entries import Symptom
from journal.core.figure_facts import ChangedFact, Facts
from journal.core.symptoms import MOOD, SymptomKind
from journal.insights.days import DayFigures
from journal.insights.measures import ratings_by_symptom
from journal.insights.since_dose import SinceDose, since_dose
from journal.insights.summary import Span, Summary
from journal.insights.symptom_courses import SymptomCourses, Windows, symptom_courses
from journal.insights.symptom_days import in_order, of_kind
from journal.insights.week_by_week import WeekByWeek, week_by_week
from journal.insights.written_down import WrittenDown, written_down


@dataclass(frozen=True, slots=True)
class Course:
    """How the period was written down, every symptom on its days, and of withdrawal signs and side effects the hours
    since the last dose (of the last 28 days) and the weeks.
    """

    written: WrittenDown
    symptoms: SymptomCourses
    since_dose: SinceDose
    weeks: WeekByWeek

    @property
    def named(self) -> frozenset[str]:
        """The symptoms that are called by their names."""
        courses = (*(course.symptom for course in self.symptoms.shown), *(key for key, _ in self.symptoms.few))
        rows = (*(row.symptom for row in self.weeks.rows), *self.weeks.left_out)
        return frozenset(key for key in (*courses, *self.symptoms.more, *rows) if key is not None)


def course_of(
    facts: Facts,
    days: Sequence[DayFigures],
    symptoms: Sequence[Symptom],
    summary: Summary,
    mood: bool = True,
    changed: Collection[ChangedFact] = (),
) -> Course:
    """``facts`` and ``days`` are what the summary was made of: those of its period.

    ``mood``: its scales are told; ``changed``: what was changed later.
    """
    ordered, ratings = in_order(symptoms), ratings_by_symptom(facts)
    signs = frozenset(of_kind(ordered, SymptomKind.WITHDRAWAL))
    last28 = _range(summary, summary.last28)
    before28 = None if summary.before28 is None else _range(summary, summary.before28)
    with_course = ordered if mood else [symptom for symptom in ordered if symptom.code not in MOOD]
    return Course(
        written_down(facts, changed, last28),
        symptom_courses(with_course, ratings, facts.days, (summary.main, summary.second), Windows(last28, before28)),
        since_dose(facts, days, signs, last28),
        week_by_week(facts, ordered, ratings),
    )


def _range(summary: Summary, span: Span) -> range:
    start = (span.first - summary.period.first).days
    return range(start, start + span.days)
