"""Which symptoms describe a period, and the days with side effects and withdrawal-type symptoms."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from journal.core.entries import Symptom
from journal.core.figure_facts import Facts
from journal.core.moments import MINUTE_MS
from journal.core.symptoms import SymptomKind
from journal.core.warning_words import is_masked, means_sign
from journal.insights.measures import doses_by_day, within
from journal.insights.rated_days import Rated, SymptomDays, Withdrawal

Ratings = Mapping[str, Mapping[int, Sequence[int]]]  # by symptom and day index

MAIN_KINDS = (SymptomKind.PAIN, SymptomKind.SYMPTOM, SymptomKind.WITHDRAWAL, SymptomKind.WELLBEING)
NOTED = 1  # of 10
STRONG = 4  # of 10: a withdrawal-type symptom below that is not counted
_SLEEP = ("sleep_quality", "insomnia")


def in_order(symptoms: Sequence[Symptom]) -> list[Symptom]:
    """The person's own order, the same every time."""
    return sorted(symptoms, key=lambda symptom: (symptom.position, symptom.id))


def may_be_main(symptom: Symptom) -> bool:
    """Not what the person calls by the words of a warning sign: a page may have to leave it out."""
    return symptom.kind in MAIN_KINDS and not means_sign(symptom)


def main_symptom(symptoms: Sequence[Symptom], ratings: Ratings, period: range) -> str | None:
    """The person's choice, else the one rated on most days; ``symptoms`` in order.

    Side effects and warning symptoms have places of their own, and a page may have to leave them out.
    """
    chosen = [symptom.id for symptom in symptoms if symptom.main and may_be_main(symptom)]
    return next(iter(chosen or _most_rated(symptoms, ratings, period)), None)


def second_symptom(symptoms: Sequence[Symptom], ratings: Ratings, period: range, main: str | None) -> str | None:
    """Sleep, if it was rated in the period, else the next by days rated."""
    others = [symptom for symptom in symptoms if symptom.id != main]
    rated = _most_rated(others, ratings, period)
    sleep = [
        symptom.id
        for code in _SLEEP
        for symptom in others
        if symptom.code == code and _days(ratings, symptom.id, period)
    ]
    return next(iter(sleep or rated), None)


def _most_rated(symptoms: Sequence[Symptom], ratings: Ratings, period: range) -> list[str]:
    fit = [symptom.id for symptom in symptoms if may_be_main(symptom) and _days(ratings, symptom.id, period)]
    return sorted(fit, key=lambda symptom: -_days(ratings, symptom, period))


def _days(ratings: Ratings, symptom: str, window: range) -> int:
    return sum(day in window for day in ratings.get(symptom, {}))


def of_kind(symptoms: Sequence[Symptom], kind: SymptomKind) -> list[str]:
    """Without thoughts of suicide, whatever kind they were given: they are printed only with a consent of their own."""
    return [symptom.id for symptom in symptoms if symptom.kind is kind and not is_masked(symptom)]


def worst_of_days(ratings: Ratings, symptoms: Sequence[str], window: range) -> dict[int, int]:
    """The worst rating of any of these symptoms on each day of the window with one, 0 included."""
    worst: dict[int, int] = {}
    for symptom in symptoms:
        for day, values in ratings.get(symptom, {}).items():
            if day in window:
                worst[day] = max(worst.get(day, 0), *values)
    return worst


def rated(ratings: Ratings, symptoms: Sequence[str], window: range, least: int = NOTED) -> Rated:
    """Days of the window with a rating of at least ``least``, of the days on which any of these symptoms was rated."""
    return _counted(worst_of_days(ratings, symptoms, window), least)


def _counted(worst_of: Mapping[int, int], least: int) -> Rated:
    """``worst_of``: the worst rating of each day that has one."""
    k, worst = sum(value >= least for value in worst_of.values()), max(worst_of.values(), default=0)
    return Rated(k, len(worst_of), worst or None)


def side_effects(
    symptoms: Sequence[Symptom], ratings: Ratings, last: range, before: range | None
) -> tuple[tuple[SymptomDays, ...], tuple[str, ...]]:
    """Every side effect rated in either window, those noted on most days first; and those that were never rated."""
    effects = of_kind(symptoms, SymptomKind.SIDE_EFFECT)
    all_days = [
        SymptomDays(
            symptom, rated(ratings, [symptom], last), None if before is None else rated(ratings, [symptom], before)
        )
        for symptom in effects
    ]
    asked = [effect for effect in all_days if effect.last28.n or (effect.before28 and effect.before28.n)]
    ordered = sorted(asked, key=lambda effect: (-effect.last28.k, -(effect.before28.k if effect.before28 else 0)))
    named = {effect.symptom for effect in asked}
    return tuple(ordered), tuple(symptom for symptom in effects if symptom not in named)


def withdrawal(
    symptoms: Sequence[Symptom], facts: Facts, ratings: Ratings, last: range, before: range | None
) -> Withdrawal:
    """Days of both windows with a withdrawal-type rating of 4 or more, of the days on which any was rated."""
    kinds = of_kind(symptoms, SymptomKind.WITHDRAWAL)
    windows = [last] if before is None else [last, before]
    return Withdrawal(
        symptoms=tuple(symptom for symptom in kinds if any(rated(ratings, [symptom], window).n for window in windows)),
        last28=rated(ratings, kinds, last, STRONG),
        before28=None if before is None else rated(ratings, kinds, before, STRONG),
        before_first=_before_first(facts, frozenset(kinds), last),
    )


def _before_first(facts: Facts, kinds: Container[str], window: range) -> Rated:
    """Days of the window with a strong rating before the first dose, of the days on which one was rated then."""
    return _counted(worst_before_first(facts, kinds, window), STRONG)


def worst_before_first(facts: Facts, kinds: Container[str], window: range) -> dict[int, int]:
    """The worst rating before the first dose of each day of the window that has one, or in its minute.

    The dose may be left out of a page.

    A day of which a page lists no dose has no first one.
    """
    first = {day: doses[0].utc_ms for day, doses in doses_by_day(facts, within(facts, facts.doses, window)).items()}
    for left_out in facts.left_out:
        day = facts.index_of(left_out.local_ms)
        if day in first:
            first[day] = min(first[day], left_out.utc_ms)
    worst: dict[int, int] = {}
    for rating in within(facts, facts.ratings, window):
        day = facts.index_of(rating.local_ms)
        if (
            rating.symptom in kinds
            and rating.value is not None
            and _minute(rating.utc_ms) <= _minute(first.get(day, 0))
        ):
            worst[day] = max(worst.get(day, 0), rating.value)
    return worst


def _minute(utc_ms: int) -> int:
    """What people write down; of two entries of one minute the rating was felt first."""
    return utc_ms // MINUTE_MS
