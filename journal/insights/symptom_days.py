"""Which symptoms a period is told by, and the days with side effects and withdrawal-type symptoms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.core.entries import Symptom
from journal.core.facts import Facts
from journal.core.symptoms import SymptomKind
from journal.insights.days import DayFigures
from journal.insights.measures import doses_by_day, within
from journal.insights.summary import Share, SymptomDays, Withdrawal
from journal.insights.windows import share_of_days

Ratings = Mapping[str, Mapping[int, Sequence[int]]]  # by symptom and day index

MAIN_KINDS = (SymptomKind.PAIN, SymptomKind.SYMPTOM, SymptomKind.WITHDRAWAL, SymptomKind.WELLBEING)
_SLEEP = ("sleep_quality", "insomnia")


def in_order(symptoms: Sequence[Symptom]) -> list[Symptom]:
    """The person's own order, the same every time."""
    return sorted(symptoms, key=lambda each: (each.position, each.id))


def main_symptom(symptoms: Sequence[Symptom], ratings: Ratings, period: range) -> str | None:
    """The person's choice, else the one rated on most days; ``symptoms`` in order.

    Side effects and warning symptoms have places of their own, and a page may have to leave them out.
    """
    chosen = [each.id for each in symptoms if each.main and each.kind in MAIN_KINDS]
    return next(iter(chosen or _most_rated(symptoms, ratings, period)), None)


def second_symptom(symptoms: Sequence[Symptom], ratings: Ratings, period: range, main: str | None) -> str | None:
    """Sleep, if it was rated in the period, else the next by days rated."""
    others = [each for each in symptoms if each.id != main]
    rated = _most_rated(others, ratings, period)
    sleep = [each.id for code in _SLEEP for each in others if each.code == code and _days(ratings, each.id, period)]
    return next(iter(sleep or rated), None)


def _most_rated(symptoms: Sequence[Symptom], ratings: Ratings, period: range) -> list[str]:
    fit = [each.id for each in symptoms if each.kind in MAIN_KINDS and _days(ratings, each.id, period)]
    return sorted(fit, key=lambda each: -_days(ratings, each, period))


def _days(ratings: Ratings, symptom: str, window: range) -> int:
    return sum(day in window for day in ratings.get(symptom, {}))


def _noted(ratings: Ratings, symptom: str, window: range) -> dict[int, int]:
    """The worst rating of each day of the window with one above 0."""
    days = ratings.get(symptom, {})
    return {day: max(values) for day, values in days.items() if day in window and max(values) > 0}


def _of_kind(symptoms: Sequence[Symptom], kind: SymptomKind) -> list[str]:
    return [each.id for each in symptoms if each.kind is kind]


def side_effects(symptoms: Sequence[Symptom], ratings: Ratings, last: range, before: range) -> list[SymptomDays]:
    """Every side effect noted in either window, those with most days first."""
    found = []
    for symptom in _of_kind(symptoms, SymptomKind.SIDE_EFFECT):
        now, earlier = _noted(ratings, symptom, last), _noted(ratings, symptom, before)
        if now or earlier:
            found.append(SymptomDays(symptom, max(now.values(), default=None), len(now), len(earlier)))
    return sorted(found, key=lambda each: (-each.last28, -each.before28))


def side_effect_days(symptoms: Sequence[Symptom], ratings: Ratings, days: Sequence[DayFigures], window: range) -> Share:
    """Days with any side effect, of the recorded days of the window."""
    noted = {day for each in _of_kind(symptoms, SymptomKind.SIDE_EFFECT) for day in _noted(ratings, each, window)}
    return share_of_days(len(noted), sum(days[number].recorded for number in window))


def withdrawal(symptoms: Sequence[Symptom], facts: Facts, days: Sequence[DayFigures], window: range) -> Withdrawal:
    """Days of the window with a withdrawal-type symptom, and those on which one came before the first dose."""
    kinds = set(_of_kind(symptoms, SymptomKind.WITHDRAWAL))
    earliest: dict[int, int] = {}
    for rating in within(facts, facts.ratings, window):
        if rating.symptom in kinds and rating.value:
            earliest.setdefault(facts.index_of(rating.local_ms), rating.utc_ms)
    doses = doses_by_day(facts, within(facts, facts.doses, window))
    before = sum(day in doses and at < doses[day][0].utc_ms for day, at in earliest.items())
    recorded = sum(days[number].recorded for number in window)
    return Withdrawal(bool(kinds), len(earliest), recorded, before)
