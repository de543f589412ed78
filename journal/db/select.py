"""Entries out of SELECTs written by hand from constants, for everything that only reads.

SQLAlchemy takes a third of a second to import and 50 µs to find a statement again; a day is read in less, and a start
of the window waits for every import.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.entries import Entry
from journal.core.kinds import KINDS
from journal.core.records import Record, columns_of, from_rows
from journal.db.connection import Row, SqlConnection, value
from journal.db.left_out import any_bytes, is_no_text
from journal.db.row_checks import is_intact, refuse_damaged, whole_row
from journal.db.schema import DONE

# Of a row: it is an undone addition. The row is kept so that redo can bring it back, but everything that reads leaves
# it out: its addition was undone, and no change set that is still in force mentions it.
_LOGGED = "SELECT 1 FROM change c JOIN change_set s ON s.seq = c.change_set WHERE c.entry = {kind}.id"
UNDONE_ADDITION = (
    f"(EXISTS ({_LOGGED} AND c.before IS NULL AND s.undone <> {DONE}) AND NOT EXISTS ({_LOGGED} AND s.undone = {DONE}))"
)


def is_undone_addition(connection: SqlConnection, kind: str, entry_id: str) -> bool:
    """Whether this row is an undone addition."""
    return bool(value(connection, f"SELECT {UNDONE_ADDITION.format(kind=kind)} FROM {kind} WHERE id = ?", (entry_id,)))


def rows_of(connection: SqlConnection, kind: str, rest: str, parameters: Sequence[object] = ()) -> list[Row]:
    """The rows of a kind, each with ``seq`` and ``check`` last; Damaged if one is not what was saved.

    ``rest`` is what follows FROM: conditions, order, limit. Constants only, and ``?``. A connection on which damaged
    rows are left out is told of them.
    """
    sql = f"SELECT {whole_row(kind)} FROM {kind} {rest}"
    if connection.left_out is not None:
        return _intact(connection, kind, sql, parameters)
    rows = connection.execute(sql, parameters).fetchall()
    if connection.verifies_rows:
        refuse_damaged(rows)
    return rows


def _intact(connection: SqlConnection, kind: str, sql: str, parameters: Sequence[object]) -> list[Row]:
    rows = _all_rows(connection, sql, parameters)
    intact = [row for row in rows if is_intact(row)]
    if len(intact) < len(rows) and connection.left_out is not None:
        connection.left_out(kind)
    return intact


def _all_rows(connection: SqlConnection, sql: str, parameters: Sequence[object]) -> list[Row]:
    """Bytes that are no text must not end the reading of all the others; only where there are any that costs time."""
    try:
        return connection.execute(sql, parameters).fetchall()
    except sqlcipher.OperationalError as problem:
        if not is_no_text(problem):
            raise
    connection.text_factory = any_bytes
    try:
        return connection.execute(sql, parameters).fetchall()
    finally:
        connection.text_factory = str


def entries(connection: SqlConnection, kind: str, rest: str, parameters: Sequence[object] = ()) -> list[Entry]:
    """The entries of a kind; ``rest`` as for ``rows_of``."""
    rows = rows_of(connection, kind, rest, parameters)
    return from_rows(kind, rows) if rows else []


def record_by_id(connection: SqlConnection, kind: str, entry_id: str) -> Record | None:
    """The record with this id, also from the trash."""
    rows = rows_of(connection, kind, "WHERE id = ?", (entry_id,))
    return record_in(kind, rows[0]) if rows else None


def record_in(kind: str, row: Row) -> Record:
    """The record that a row begins with."""
    return dict(zip(columns_of(kind), row, strict=False))


def find_record(
    connection: SqlConnection, entry_id: str, kinds: Iterable[str] = tuple(KINDS)
) -> tuple[str, Record] | None:
    """The kind and record with this id, whatever its kind. ``kinds``: those that have rows, if that is known."""
    for kind in kinds:
        record = record_by_id(connection, kind, entry_id)
        if record is not None:
            return kind, record
    return None


def kinds_with_rows(connection: SqlConnection) -> tuple[str, ...]:
    """The kinds of which the file holds anything, trash included."""
    row = connection.execute(_ANY_ROWS).fetchone() or ()
    return tuple(kind for kind, there in zip(KINDS, row, strict=True) if there)


_ANY_ROWS = "SELECT " + ", ".join(f"EXISTS (SELECT 1 FROM {kind})" for kind in KINDS)
_IN_LIMIT = 900  # parameters in one statement


def existing_records(
    connection: SqlConnection,
    column: str,
    wanted: Sequence[str],
    kinds: Iterable[str] = tuple(KINDS),
    undone: bool = False,
) -> dict[str, tuple[str, Record]]:
    """Of these ids (or origins, as ``column`` says), the ones that are here, with kind and record.

    ``undone``: additions that were undone too, which is what a row to be written may meet.
    """
    records: dict[str, tuple[str, Record]] = {}
    for start in range(0, len(wanted), _IN_LIMIT):
        part = wanted[start : start + _IN_LIMIT]
        marks = ", ".join("?" * len(part))
        for kind in kinds:
            there = "1" if undone else f"(deleted_ms IS NULL OR NOT {UNDONE_ADDITION.format(kind=kind)})"
            for row in rows_of(connection, kind, f"WHERE {column} IN ({marks}) AND {there}", part):
                record = record_in(kind, row)
                records[str(record[column])] = (kind, record)
    return records


def row_counts(connection: SqlConnection) -> dict[str, int]:
    """How many rows each ordinary table has; full-text shadows and SQLite's own tables are left out."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_text%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {name: int(value(connection, f'SELECT count(*) FROM "{name}"')) for (name,) in names}
