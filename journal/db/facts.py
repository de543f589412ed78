"""Reading the facts that figures are made of, without building entries."""

from __future__ import annotations

import datetime as dt

from journal.core.facts import DoseFact, Facts, FirstUse, MarkFact, RatingFact, TextFact
from journal.core.moments import DAY_MS, MINUTE_MS, day_number, local_span
from journal.db.driver import Driver

# Fifty years are a third of a million rows.
_TIMED = "FROM {kind} WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
_DOSES = "SELECT id, utc_ms, local_ms, recorded_ms, product, quantity, dimension, basis " + _TIMED.format(kind="dose")
_RATINGS = "SELECT utc_ms, local_ms, recorded_ms, symptom, value, phase, dose, private " + _TIMED.format(kind="rating")
# By the clock on the wall, as they are kept: so slices of days, put together, are in the order of the whole.
_NOTES = "SELECT local_ms FROM note WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY local_ms"
_MARKS = "SELECT day, mark FROM day_mark WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, seq"
# A seek in an index for each product, and for each day with a warning symptom: the file is not gone through.
_FIRST_USES = """
SELECT id, (SELECT min(local_ms) FROM dose WHERE product = product.id AND deleted_ms IS NULL) AS first
FROM product WHERE first IS NOT NULL ORDER BY first, id
"""
_WARNED = f"""
WITH warned (start) AS (
    SELECT DISTINCT (local_ms - ?) / {DAY_MS} * {DAY_MS} + ? FROM rating
    WHERE symptom IN (SELECT id FROM symptom WHERE kind = 'warning')
        AND value > 0 AND deleted_ms IS NULL AND local_ms >= ? AND local_ms < ?
)
"""
_OF_A_DAY = f"ON local_ms >= start AND local_ms < start + {DAY_MS} WHERE deleted_ms IS NULL AND NOT private"
_TOLD = f"""
{_WARNED}
SELECT utc_ms, local_ms, text, NULL AS dose FROM warned CROSS JOIN note {_OF_A_DAY}
UNION ALL SELECT utc_ms, local_ms, note, id FROM warned CROSS JOIN dose {_OF_A_DAY} AND note <> ''
ORDER BY utc_ms, dose, 3
"""  # noqa: S608


def facts(driver: Driver, first: dt.date, last: dt.date, day_start: int) -> Facts:
    """Everything of the journal days ``first`` to ``last`` that figures are made of."""
    span, start = local_span(first, last, day_start), day_start * MINUTE_MS
    rows = driver.execute
    return Facts(
        first,
        last,
        day_start,
        doses=tuple(map(DoseFact._make, rows(_DOSES, span))),
        ratings=tuple(map(RatingFact._make, rows(_RATINGS, span))),
        marks=tuple(map(MarkFact._make, rows(_MARKS, (day_number(first), day_number(last))))),
        notes=tuple(row[0] for row in rows(_NOTES, span)),
        told=tuple(map(TextFact._make, rows(_TOLD, (start, start, *span)))),
        first_uses=tuple(map(FirstUse._make, rows(_FIRST_USES))),
    )
