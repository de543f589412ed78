"""Warning symptoms that were noted, each with what was written beside it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

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
    texts = _Texts(facts.told)
    unsaid = texts.beside([each for each in facts.ratings if each.private and each.value and each.symptom in places])
    return [_warning(facts, day, noted[day, symptom], texts, unsaid) for day, symptom in ordered]


def _warning(facts: Facts, day: int, ratings: list[RatingFact], texts: _Texts, unsaid: set[int]) -> WarningNoted:
    """Of ratings of which some are private, the others; private where all are. ``unsaid``: beside a private one."""
    shown = [each for each in ratings if not each.private]
    counted = shown or ratings
    near = texts.at(texts.beside(counted) - unsaid if shown else texts.beside(counted))
    return WarningNoted(
        symptom=counted[0].symptom,
        day=facts.first + dt.timedelta(days=day),
        value=max(each.value or 0 for each in counted),
        private=not shown,
        notes=_once(each for each in near if facts.index_of(each.local_ms) == day),
        near=_once(near),
    )


def _once(texts: Iterable[TextFact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.text for each in texts))


class _Texts:
    """Texts in order of time, of whatever day: the start of a day may lie between a rating and what is said of it."""

    def __init__(self, told: Sequence[TextFact]) -> None:
        self._told = told
        self._times = [each.utc_ms for each in told]
        self._of_dose: dict[str, list[int]] = {}
        for place, each in enumerate(told):
            if each.dose is not None:
                self._of_dose.setdefault(each.dose, []).append(place)

    def at(self, places: set[int]) -> list[TextFact]:
        """The texts at these places, in order of time."""
        return [self._told[place] for place in sorted(places)]

    def beside(self, ratings: Sequence[RatingFact]) -> set[int]:
        """The places of the texts of these ratings: a dose's note by its link with it, any other by its time."""
        found: set[int] = set()
        for each in ratings:
            if each.dose is not None:
                found.update(self._of_dose.get(each.dose, ()))
            found.update(place for place in self._within_reach(each.utc_ms) if self._told[place].dose is None)
        return found

    def _within_reach(self, utc_ms: int) -> range:
        reach = NOTE_NEAR * MINUTE_MS
        return range(bisect_left(self._times, utc_ms - reach), bisect_right(self._times, utc_ms + reach))
