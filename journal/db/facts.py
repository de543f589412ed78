"""Reading the facts that figures are made of, without building entries."""

from __future__ import annotations

import datetime as dt

from journal.core.facts import DoseFact, Facts, MarkFact, RatingFact
from journal.core.moments import day_number, local_span
from journal.db.driver import Driver

# Fifty years are a third of a million rows.
_TIMED = "FROM {kind} WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
_DOSES = "SELECT id, utc_ms, local_ms, recorded_ms, product, quantity, dimension, basis " + _TIMED.format(kind="dose")
_RATINGS = "SELECT utc_ms, local_ms, recorded_ms, symptom, value, phase, dose " + _TIMED.format(kind="rating")
_NOTES = "SELECT local_ms " + _TIMED.format(kind="note")
_MARKS = "SELECT day, mark FROM day_mark WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, seq"


def facts(driver: Driver, first: dt.date, last: dt.date, day_start: int) -> Facts:
    """Everything of the journal days ``first`` to ``last`` that figures are made of."""
    span = local_span(first, last, day_start)
    rows = driver.execute
    return Facts(
        first,
        last,
        day_start,
        doses=tuple(map(DoseFact._make, rows(_DOSES, span))),
        ratings=tuple(map(RatingFact._make, rows(_RATINGS, span))),
        marks=tuple(map(MarkFact._make, rows(_MARKS, (day_number(first), day_number(last))))),
        notes=tuple(row[0] for row in rows(_NOTES, span)),
    )
