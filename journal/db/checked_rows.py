"""The one place that inserts, changes and removes rows with a check: row, check and seal are never apart.

What was stored is compared with its check before it is changed or removed, so that no write seals damage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from journal.core.records import Plain
from journal.db.connection import Row, SqlConnection, value
from journal.db.row_checks import CHECKED, check_of, refuse_damaged, whole_row
from journal.db.seals import SealChanges

SLICE = 5000


@cache
def _insert(table: str) -> str:
    columns = ", ".join(f'"{column}"' for column in (*CHECKED[table], "seq", "check"))
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (len(CHECKED[table]) + 2))})"


@cache
def _update(table: str, columns: tuple[str, ...]) -> str:
    """Only of these columns: SQLite then leaves the indexes of all others alone."""
    values = ", ".join(f'"{column}" = ?' for column in (*columns, "check"))
    return f"UPDATE {table} SET {values} WHERE seq = ?"


def insert_row(connection: SqlConnection, table: str, values: Sequence[Plain]) -> int:
    """Add a row, its values in the order of ``CHECKED``; returns its seq."""
    return insert_rows(connection, table, [values])


def insert_rows(connection: SqlConnection, table: str, rows: Iterable[Sequence[Plain]]) -> int:
    """Add many; they are numbered in their order from the seq that is returned on."""
    first = int(value(connection, f"SELECT coalesce(max(seq), 0) FROM {table}")) + 1
    seals = SealChanges()
    inserted: list[tuple[Plain, ...]] = []
    for seq, values in enumerate(rows, first):
        check = check_of((*values, seq))
        seals.add(table, values, check)
        inserted.append((*values, seq, check))
    connection.executemany(_insert(table), inserted)
    seals.write(connection)
    return first


def insert_numbered(connection: SqlConnection, table: str, rows: Iterable[Row]) -> None:
    """Add rows with the seq that each has behind its columns; whatever follows it is ignored."""
    width = len(CHECKED[table]) + 1
    seals, inserted = SealChanges(), list[Row]()
    for row in rows:
        numbered = tuple(row[:width])
        check = check_of(numbered)
        seals.add(table, numbered, check)
        inserted.append((*numbered, check))
    connection.executemany(_insert(table), inserted)
    seals.write(connection)


def stored_rows(connection: SqlConnection, table: str, rest: str, parameters: Sequence[object]) -> list[Row]:
    """The rows as they are stored, compared with their checks; ``rest`` is what follows FROM."""
    rows = connection.execute(f"SELECT {whole_row(table)} FROM {table} {rest}", parameters).fetchall()
    refuse_damaged(rows)
    return rows


def seq_of(row: Row) -> int:
    """The seq of a stored row."""
    return int(row[-2])


def change_rows(connection: SqlConnection, table: str, rows: Iterable[Row], changes: Mapping[str, Plain]) -> None:
    """Put new values into some columns of stored rows."""
    rows = list(rows)
    if not rows:
        return
    places = [place for place, column in enumerate(CHECKED[table]) if column in changes]
    columns = tuple(CHECKED[table][place] for place in places)
    values = [changes[column] for column in columns]
    seals, updates = SealChanges(), list[tuple[Plain, ...]]()
    for row in rows:
        changed = list(row[:-1])
        for place, new in zip(places, values, strict=True):
            changed[place] = new
        check = check_of(tuple(changed))
        seals.take(table, row, int(row[-1]))
        seals.add(table, changed, check)
        updates.append((*values, check, seq_of(row)))
    connection.executemany(_update(table, columns), updates)
    seals.write(connection)


def remove_rows(connection: SqlConnection, table: str, rows: Iterable[Row]) -> None:
    """Remove stored rows."""
    seals, seqs = SealChanges(), []
    for row in rows:
        seals.take(table, row, int(row[-1]))
        seqs.append((seq_of(row),))
    connection.executemany(f"DELETE FROM {table} WHERE seq = ?", seqs)
    seals.write(connection)
