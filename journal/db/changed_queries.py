"""Doses and ratings that were changed a while after they had been written down."""

from __future__ import annotations

import datetime as dt

from journal.core import limits
from journal.core.changes import BY_ITSELF
from journal.core.figure_facts import ChangedFact
from journal.core.journal_day import local_span
from journal.core.moments import MINUTE_MS
from journal.db.connection import SqlConnection
from journal.db.schema import DONE

# A dose is of a product, a rating of a symptom. What was undone, or written by the program itself, is no change.
_CHANGED = """
SELECT {of}, private FROM {kind} AS entry WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? AND EXISTS (
    SELECT 1 FROM change JOIN change_set ON change_set.seq = change.change_set
    WHERE change.entry = entry.id AND change.before IS NOT NULL AND undone = {done} AND origin <> '{by_itself}'
        AND at_ms - entry.recorded_ms > ?
) ORDER BY entry.seq
"""
_OF = {"dose": "product", "rating": "symptom"}


def changed_later(connection: SqlConnection, first: dt.date, last: dt.date, day_start: int) -> list[ChangedFact]:
    """Those of the journal days ``first`` to ``last``, private ones too."""
    asked = (*local_span(first, last, day_start), limits.SOON_MINUTES * MINUTE_MS)
    return [
        ChangedFact(*row)
        for kind, of in _OF.items()
        for row in connection.execute(_CHANGED.format(kind=kind, of=of, done=DONE, by_itself=BY_ITSELF), asked)
    ]
