"""The find bar: entries by words, names, kinds and days.

The SQL is written by hand from constants and parameters: building it anew for each letter typed would cost more than
running it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from operator import itemgetter

from journal.core.entries import Entry
from journal.core.journal_day import day_number, local_span
from journal.core.kinds import KINDS, Kind, Placed
from journal.core.moments import DAY_MS, FIRST_DAY, LAST_DAY, MINUTE_MS
from journal.core.queries import EntryQuery
from journal.core.records import from_rows
from journal.db.connection import Row, SqlConnection
from journal.db.found_words import Condition, Term, Word, looked_at, one_of
from journal.db.newest import SEQ, SPARE, TIME, WIDEST_OFFSET_MS, Newest
from journal.db.select import UNDONE_ADDITION, rows_of
from journal.db.typed_beside import TypedBeside

_NOT_UNDONE = Condition(f"NOT {UNDONE_ADDITION}")


def find(
    connection: SqlConnection,
    with_rows: Collection[str],
    query: EntryQuery,
    names: Mapping[str, str],
    day_start: int,
    typed_beside: TypedBeside,
) -> list[Entry]:
    """The newest ``query.limit`` entries that meet every condition, newest first.

    ``with_rows``: the kinds that have any; others need not be looked for.
    """
    wanted = _wanted(query)
    kinds = tuple(code for code in query.kinds if code in with_rows and not (wanted and _excluded(code, wanted)))
    beside = typed_beside.of(connection, kinds, names) if query.text else {}
    terms = [Term(typed, connection, kinds, names, beside) for typed in query.text.split()]
    met: list[tuple[int, str, int]] = []
    for kind in map(KINDS.__getitem__, kinds):
        words = [term.of(kind.code) for term in terms]
        if None in words:
            continue
        # What is about a day is sorted to the beginning of the journal day.
        later = day_start * MINUTE_MS if kind.placed is Placed.ON_A_DAY else 0
        scope = list(_scope(kind, query, day_start))
        if met and len(met) == query.limit:
            scope.append(_not_before(kind, met[-1][0] - later))
        rows = _newest(connection, kind, scope, [word for word in words if word is not None], query.limit)
        if rows:
            met += [(row[TIME] + later, kind.code, row[SEQ]) for row in rows]
            met.sort(key=itemgetter(0), reverse=True)
            del met[query.limit :]
    return _entries(connection, met)


def _not_before(kind: Kind, time_ms: int) -> Condition:
    """Whatever may be as new as this instant: with enough entries of other kinds met, older ones are not wanted."""
    if kind.day_column:
        return Condition(f"{kind.day_column} >= ?", (time_ms // DAY_MS,))
    return Condition("local_ms >= ?", (time_ms - WIDEST_OFFSET_MS,))


def _entries(connection: SqlConnection, met: list[tuple[int, str, int]]) -> list[Entry]:
    """The whole entries, only now that it is known which are wanted."""
    read: dict[tuple[str, int], Entry] = {}
    for kind in {kind for _, kind, _ in met}:
        seqs = tuple(seq for _, met_kind, seq in met if met_kind == kind)
        marks = ", ".join("?" * len(seqs))
        rows = rows_of(connection, kind, f"WHERE seq IN ({marks})", seqs)
        read |= {(kind, row[-2]): entry for row, entry in zip(rows, from_rows(kind, rows), strict=True)}
    return [read[kind, seq] for _, kind, seq in met if (kind, seq) in read]  # the damaged may be left out


def _excluded(kind: str, wanted: _Wanted) -> bool:
    return any(KINDS[kind].reference_to(named) is None for named, _ in wanted)


_Wanted = tuple[tuple[str, tuple[str, ...]], ...]


def _wanted(query: EntryQuery) -> _Wanted:
    """What an entry must refer to, with the ids of which it may be any."""
    return tuple((named, ids) for named, ids in (("product", query.products), ("symptom", query.symptoms)) if ids)


def _newest(connection: SqlConnection, kind: Kind, scope: list[Condition], words: list[Word], limit: int) -> list[Row]:
    """The newest rows of a kind.

    A word that is in every other note is soon met among the latest rows, while full text would first gather every row
    that holds it; only when the latest do not suffice is full text asked. Where one word is in few rows full text is
    asked at once: that is quicker than to look through the latest.
    """
    tests = [word.test for word in words if word.test is not None]
    if tests and len(tests) == len(words) and not any(word.in_few_rows for word in words):
        passes = tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)
        met = _among_latest(connection, kind, scope, passes, limit)
        if met is not None:
            return met
    return _all_of_them(connection, kind, [*scope, *(word.condition for word in words)], limit)


def _among_latest(
    connection: SqlConnection, kind: Kind, scope: list[Condition], passes: Callable[[Row], bool], limit: int
) -> list[Row] | None:
    """The newest rows that pass, read one by one until there are enough; None if looking further is needed."""
    newest, most = Newest(limit), _LOOKED_AT * limit + SPARE
    with closing(connection.execute(*_select(kind, scope, most, with_words=True))) as latest:
        settled = newest.take(latest, passes)
    return newest.rows() if settled or newest.seen < most else None


_LOOKED_AT = 3  # times the limit


def _all_of_them(connection: SqlConnection, kind: Kind, conditions: list[Condition], limit: int) -> list[Row]:
    """The newest rows that meet the conditions; asked for more if too many lie within a day to know."""
    most = limit + SPARE
    while True:
        newest, rows = Newest(limit), connection.execute(*_select(kind, conditions, most)).fetchall()
        if newest.take(rows) or newest.seen < most:
            return newest.rows()
        most *= 4


def _select(
    kind: Kind, conditions: list[Condition], limit: int, with_words: bool = False
) -> tuple[str, tuple[object, ...]]:
    where = " AND ".join(condition.sql.format(kind=kind.code) for condition in conditions)
    columns = _LOOKED_AT_COLUMNS[kind.code] if with_words else _PLACES[kind.code]
    by_time = kind.day_column or "local_ms"
    sql = f"SELECT {columns} FROM {kind.code} WHERE {where} ORDER BY {by_time} DESC, seq DESC LIMIT ?"
    return sql, (*(value for condition in conditions for value in condition.parameters), limit)


def _place(kind: Kind) -> str:
    day = kind.day_column
    return f"seq, {day} * {DAY_MS}, {day} * {DAY_MS}" if day else "seq, utc_ms, local_ms"


def _scope(kind: Kind, query: EntryQuery, day_start: int) -> Iterable[Condition]:
    """Everything but the words."""
    yield Condition("deleted_ms IS NOT NULL" if query.trashed else "deleted_ms IS NULL")
    if query.trashed:
        yield _NOT_UNDONE
    if query.first_day is not None or query.last_day is not None:
        yield _range(kind, query.first_day or FIRST_DAY, query.last_day or LAST_DAY, day_start)
    for named, ids in _wanted(query):
        reference = kind.reference_to(named)
        if reference is not None:
            yield one_of(reference.column, ids)
    if query.private is not None:
        yield Condition("private = ?", (int(query.private),))


def _range(kind: Kind, first: dt.date, last: dt.date, day_start: int) -> Condition:
    if kind.day_column:
        return Condition(f"{kind.day_column} BETWEEN ? AND ?", (day_number(first), day_number(last)))
    return Condition("local_ms >= ? AND local_ms < ?", local_span(first, last, day_start))


_LOOKED_AT_COLUMNS = {kind.code: f"{_place(kind)}, {looked_at(kind)}" for kind in KINDS.values() if kind.in_diary}
_PLACES = {kind.code: _place(kind) for kind in KINDS.values() if kind.in_diary}
