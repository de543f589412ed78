"""Ratings in words: the symptom with its number, where it is, and the dose it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core import warning_words
from journal.core.entries import Phase, Rating
from journal.texts import Texts
from journal.texts.names import HIDDEN_RATING, symptom_inside, symptom_name
from journal.ui.entries.names import Names


def ratings_title(texts: Texts, names: Names, ratings: Iterable[Rating]) -> str:
    """ "Lower back pain 5, nausea 2"."""
    first, *others = ratings
    return ", ".join([rating_text(texts, names, first), *(rating_inside(texts, names, other) for other in others)])


def is_masked(names: Names, rating: Rating) -> bool:
    """Whether neither symptom nor value may be read before the rating is opened."""
    symptom = names.symptom(rating.symptom)
    return symptom is not None and warning_words.is_masked(symptom)


def rating_text(texts: Texts, names: Names, rating: Rating, opened: bool = False) -> str:
    """ "Lower back pain 5"; a question that was skipped says so, and a sign without a number is noted all the same.

    Of a masked one only that there is one.
    """
    if is_masked(names, rating) and not opened:
        return texts(HIDDEN_RATING)
    symptom = names.symptom(rating.symptom)
    return _rated(texts, names, symptom_name(texts, symptom) if symptom else texts("a deleted symptom"), rating)


def rating_inside(texts: Texts, names: Names, rating: Rating) -> str:
    """ "lower back pain 5": the same behind other words."""
    if is_masked(names, rating):
        return texts("hidden rating")
    symptom = names.symptom(rating.symptom)
    return _rated(texts, names, symptom_inside(texts, symptom) if symptom else texts("a deleted symptom"), rating)


def _rated(texts: Texts, names: Names, name: str, rating: Rating) -> str:
    symptom = names.symptom(rating.symptom)
    if rating.value is None and symptom is not None and warning_words.means_sign(symptom):
        return texts("{symptom}, no number", symptom=name)
    value = texts("skipped") if rating.value is None else texts.integer(rating.value)
    return texts("{symptom} {value}", symptom=name, value=value)


def ratings_detail(texts: Texts, names: Names, rating: Rating) -> str:
    """Where, and before or after which dose."""
    where = " ".join(part for part in (rating.side, rating.site) if part)
    dose = names.dose(rating.dose) if rating.phase is not Phase.ROUTINE else None
    link = ""
    if dose is not None:
        time = texts.time(dose.at.local)
        before = rating.phase is Phase.BEFORE
        link = texts("before the {time} dose", time=time) if before else texts("after the {time} dose", time=time)
    return " · ".join(part for part in (where, link) if part)
