"""Reading the facts that figures are made of, without building entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from journal.core.figure_facts import DoseFact, Facts, FirstUse, MarkFact, RatingFact
from journal.core.journal_day import day_from_number, day_number, local_span
from journal.core.kinds import KINDS
from journal.core.moments import DAY_MS, MINUTE_MS
from journal.db.connection import SqlConnection, value
from journal.db.journal_days import beginning_of, day_number_of

# Fifty years are a third of a million rows. What a fact holds is called as its column.
_TIMED = "FROM {kind} WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
_DOSES = f"SELECT {', '.join(DoseFact._fields)} {_TIMED.format(kind='dose')}"
_RATINGS = f"SELECT {', '.join(RatingFact._fields)} {_TIMED.format(kind='rating')}"
# Of these a figure needs only that something was written: notes, and every kind that has no fact of its own
# and shows that its day was written down.
_WITH_FACTS = ("dose", "rating", "day_mark")
_WRITTEN = {
    kind.code: f"SELECT {kind.day_column} * {DAY_MS} + ?3 AS at, private FROM {kind.code} "
    f"WHERE deleted_ms IS NULL AND at >= ?1 AND at < ?2"
    if kind.day_column
    else f"SELECT local_ms AS at, private FROM {kind.code} WHERE deleted_ms IS NULL AND at >= ?1 AND at < ?2"
    for kind in KINDS.values()
    if kind.in_diary and kind.shows_day_written and kind.code not in _WITH_FACTS
}
_MARKS = f"""
SELECT {", ".join(MarkFact._fields)} FROM day_mark WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, seq
"""
# Looked up in indexes, without reading all rows.
_FIRST_DOSE = "SELECT min(local_ms) FROM dose WHERE product IS named.id AND deleted_ms IS NULL"
_FIRST_USES = f"""
SELECT id, ({_FIRST_DOSE}) AS first, ({_FIRST_DOSE} AND NOT private)
FROM (SELECT id FROM product UNION ALL SELECT NULL) AS named WHERE first IS NOT NULL ORDER BY first, id
"""
# The first day of each kind that begins a journal: a dose, even a private one; else what can be told.
_FIRST_WRITTEN = {
    kind.code: f"SELECT {beginning_of('min(day)') if kind.day_column else 'min(local_ms)'} AS at FROM {kind.code} "
    f"WHERE deleted_ms IS NULL{'' if kind.code == 'dose' else ' AND NOT private'}"
    for kind in KINDS.values()
    if kind.in_diary and kind.shows_day_written
}


def figure_facts(
    connection: SqlConnection, kinds: Collection[str], first: dt.date, last: dt.date, day_start: int
) -> Facts:
    """Everything of the journal days ``first`` to ``last`` that figures are made of; ``kinds``: those with rows."""
    span, start = local_span(first, last, day_start), day_start * MINUTE_MS
    rows = connection.execute
    notes = _written(connection, kinds, span, start)
    return Facts(
        first,
        last,
        day_start,
        doses=tuple(map(DoseFact._make, rows(_DOSES, span))),
        ratings=tuple(map(RatingFact._make, rows(_RATINGS, span))),
        marks=tuple(map(MarkFact._make, rows(_MARKS, (day_number(first), day_number(last))))),
        notes=tuple(local_ms for local_ms, private in notes if not private),
        private_notes=tuple(local_ms for local_ms, private in notes if private),
        first_uses=tuple(map(FirstUse._make, rows(_FIRST_USES))),
        begun=_begun(connection, kinds, start),
    )


def _written(
    connection: SqlConnection, kinds: Collection[str], span: tuple[int, int], start: int
) -> list[tuple[int, int]]:
    """When something was written that has no fact of its own, and whether it is private.

    By the clock on the wall: so slices of days, put together, are in the order of the whole.
    """
    written: list[tuple[int, int]] = []
    for kind, sql in _WRITTEN.items():
        if kind in kinds:
            written += connection.execute(sql, (*span, start) if KINDS[kind].day_column else span).fetchall()
    return sorted(written)


def _begun(connection: SqlConnection, kinds: Collection[str], start: int) -> dt.date | None:
    firsts = [sql for kind, sql in _FIRST_WRITTEN.items() if kind in kinds]
    if not firsts:
        return None
    sql = f"SELECT min({day_number_of('at')}) FROM ({' UNION ALL '.join(firsts)})"
    day = value(connection, sql, {"begins": start})
    return None if day is None else day_from_number(day)
