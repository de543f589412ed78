"""The main symptom as it was rated after a page's period: told beside its figures, not in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Symptom
from journal.core.figure_facts import Facts
from journal.insights.measures import ratings_by_symptom
from journal.insights.symptom_days import main_symptom


@dataclass(frozen=True, slots=True)
class RatedLater:
    """Its ratings (0 to 10) up to the moment at which the page is made, oldest first."""

    symptom: str
    values: tuple[int, ...]


def rated_later(facts: Facts, symptoms: Sequence[Symptom], main: str | None, now_ms: int) -> RatedLater | None:
    """Those of ``facts``, which begin after the period and are as they are disclosed; None: there is none.

    ``symptoms`` are in order, ``main`` is that of the period; where it has none, these days choose it by the same rule.
    """
    ratings = sorted(rating for rating in facts.ratings if rating.value is not None and rating.utc_ms <= now_ms)
    if main is None:
        by_symptom = ratings_by_symptom(replace(facts, ratings=tuple(ratings)))
        main = main_symptom(symptoms, by_symptom, range(facts.days))
    values = tuple(rating.value for rating in ratings if rating.symptom == main and rating.value is not None)
    return RatedLater(main, values) if main is not None and values else None
