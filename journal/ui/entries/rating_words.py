"""Ratings in words: the symptom with its number, where it is, and the dose it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core import warning_words
from journal.core.entries import Phase, Rating
from journal.texts import Texts
from journal.texts.names import PRIVATE_RATING, symptom_name
from journal.ui.entries.names import Names


def ratings_title(texts: Texts, names: Names, ratings: Iterable[Rating]) -> str:
    """ "Lower back pain 5, nausea 2"."""
    said = [rating_text(texts, names, rating) for rating in ratings]
    return ", ".join([*said[:1], *(lower(each) for each in said[1:])])


def is_masked(names: Names, rating: Rating) -> bool:
    """Whether neither symptom nor value may be read before the rating is opened."""
    symptom = names.symptom(rating.symptom)
    return symptom is not None and warning_words.is_masked(symptom)


def rating_text(texts: Texts, names: Names, rating: Rating, opened: bool = False) -> str:
    """ "Lower back pain 5"; a question that was skipped says so. A masked one says no more than that it is there."""
    if is_masked(names, rating) and not opened:
        return texts(PRIVATE_RATING)
    symptom = names.symptom(rating.symptom)
    name = symptom_name(texts, symptom) if symptom else texts("a deleted symptom")
    return f"{name} {texts('skipped') if rating.value is None else rating.value}"


def ratings_detail(texts: Texts, names: Names, rating: Rating) -> str:
    """Where, and before or after which dose."""
    where = " ".join(each for each in (rating.side, rating.site) if each)
    dose = names.dose(rating.dose) if rating.phase is not Phase.ROUTINE else None
    link = ""
    if dose is not None:
        time = texts.time(dose.at.local)
        before = rating.phase is Phase.BEFORE
        link = texts("before the {time} dose", time=time) if before else texts("after the {time} dose", time=time)
    return " · ".join(each for each in (where, link) if each)


def lower(text: str) -> str:
    """The first letter small, unless the word is written in capitals (an own name such as TMJ)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
