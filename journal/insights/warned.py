"""Warning symptoms that were noted, each with what was written beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.core.entries import Symptom
from journal.core.facts import Facts, RatingFact, TextFact
from journal.core.moments import MINUTE_MS
from journal.core.symptoms import SymptomKind
from journal.insights.measures import within
from journal.insights.summary import WarningNoted

NOTE_NEAR = 60  # minutes between a rating and a note that is taken to be about it, to either side


def warnings(symptoms: Sequence[Symptom], facts: Facts, period: range) -> list[WarningNoted]:
    """Every warning symptom rated above 0, newest first, one of a kind a day with its worst rating."""
    places = {each.id: place for place, each in enumerate(symptoms) if each.kind is SymptomKind.WARNING}
    if not places:
        return []
    noted: dict[tuple[int, str], list[RatingFact]] = {}
    for rating in within(facts, facts.ratings, period):
        if rating.symptom in places and rating.value:
            noted.setdefault((facts.index_of(rating.local_ms), rating.symptom), []).append(rating)
    ordered = sorted(noted, key=lambda each: (-each[0], places[each[1]]))
    texts = _texts_by_day(facts)
    return [_warning(facts, day, noted[day, symptom], texts.get(day, [])) for day, symptom in ordered]


def _texts_by_day(facts: Facts) -> dict[int, list[TextFact]]:
    found: dict[int, list[TextFact]] = {}
    for text in facts.told:
        found.setdefault(facts.index_of(text.local_ms), []).append(text)
    return found


def _warning(facts: Facts, day: int, ratings: list[RatingFact], texts: list[TextFact]) -> WarningNoted:
    """Of ratings of which some are private, the others; private where all are."""
    shown = [each for each in ratings if not each.private]
    counted = shown or ratings
    return WarningNoted(
        symptom=counted[0].symptom,
        day=facts.first + dt.timedelta(days=day),
        value=max(each.value or 0 for each in counted),
        private=not shown,
        notes=tuple(dict.fromkeys(each.text for each in texts if _belongs(each, counted))),
    )


def _belongs(text: TextFact, ratings: list[RatingFact]) -> bool:
    """A dose's note to the ratings linked with that dose, any other by its time."""
    if text.dose is not None:
        return any(each.dose == text.dose for each in ratings)
    return any(abs(each.utc_ms - text.utc_ms) <= NOTE_NEAR * MINUTE_MS for each in ratings)
