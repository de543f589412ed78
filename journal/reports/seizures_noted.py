"""The days on which a person noted a seizure: both sheets tell them where seizures were chosen, without a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from journal.core.entries import Entry, Rating, Symptom
from journal.core.queries import EntryQuery
from journal.core.warning_words import sign_code
from journal.texts import Texts

E = TypeVar("E", bound=Entry)
SEIZURE = "seizure"  # the code of the sign, whatever the person calls it
_MOST = 1000  # ratings: their number is not told beyond that of their days


class FindRatings(Protocol):
    """What is asked of a journal."""

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""


def seizures(symptoms: Iterable[Symptom]) -> frozenset[str]:
    """Those symptoms, by id, whose ratings say that there was one."""
    return frozenset(symptom.id for symptom in symptoms if sign_code(symptom) == SEIZURE)


def seizure_days(journal: FindRatings) -> tuple[dt.date, ...]:
    """The newest first, however long ago; of what is private or left out nothing."""
    meant = seizures(symptom for symptom in journal.listed(Symptom) if not symptom.private)
    if not meant:
        return ()
    query = EntryQuery(kinds=("rating",), symptoms=tuple(sorted(meant)), private=False, limit=_MOST)
    ratings = (entry for entry in journal.find(query) if isinstance(entry, Rating) and entry.symptom in meant)
    return tuple(sorted({rating.at.local.date() for rating in ratings if rating.value != 0}, reverse=True))


def noted_words(texts: Texts, days: Collection[dt.date]) -> str:
    """ "one was noted on 11 Oct 2026", "noted on 3 days, the last 11 Oct 2026"; "" where none was."""
    if not days:
        return ""
    last = texts.short_day(max(days))
    if len(days) == 1:
        return texts("one was noted on {day}", day=last)
    return texts.plural("noted on {n} day, the last {day}", "noted on {n} days, the last {day}", len(days), day=last)
