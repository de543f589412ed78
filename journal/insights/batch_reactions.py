"""Batches with a laboratory's figures of which a dose was taken on a day with a side effect or warning symptom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from journal.core.entries import Batch, Dose
from journal.core.figure_facts import Facts
from journal.core.journal_day import journal_day
from journal.insights.symptom_days import NOTED


@dataclass(frozen=True, slots=True)
class BatchReactions:
    """``noted``: each symptom with its days, the first one first. No number of them, and no cause: a batch that is
    taken daily has every day's."""

    batch: Batch
    noted: Mapping[str, tuple[dt.date, ...]]


def days_with_a_reaction(facts: Facts, symptoms: Collection[str]) -> Mapping[dt.date, frozenset[str]]:
    """The days on which any of these symptoms was rated as noted, and which."""
    days: dict[dt.date, set[str]] = {}
    for rating, index in zip(facts.ratings, facts.indexes_of(rating.local_ms for rating in facts.ratings), strict=True):
        if rating.symptom in symptoms and (rating.value or 0) >= NOTED:
            days.setdefault(facts.first + dt.timedelta(days=index), set()).add(rating.symptom)
    return {day: frozenset(noted) for day, noted in days.items()}


def batch_reactions(
    batches: Iterable[Batch],
    doses: Iterable[Dose],
    reactions: Mapping[dt.date, frozenset[str]],
    symptoms: Iterable[str],
    day_start: int,
) -> tuple[BatchReactions, ...]:
    """In the order in which the batches and the symptoms are given; one without such a day is not there."""
    taken_on: dict[str, set[dt.date]] = {}
    for dose in doses:
        if dose.batch is not None:
            taken_on.setdefault(dose.batch, set()).add(journal_day(dose.at, day_start))
    ordered, with_days = [*symptoms], []
    for batch in batches:
        days = sorted(taken_on.get(batch.id, set()) & reactions.keys())
        noted = {symptom: tuple(day for day in days if symptom in reactions[day]) for symptom in ordered}
        if days:
            with_days.append(BatchReactions(batch, {symptom: on for symptom, on in noted.items() if on}))
    return tuple(with_days)
