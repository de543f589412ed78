"""The seal of a day: how many rows of a kind it has, and the sum of their checks; it tells what a row cannot.

A row that vanished, came twice or moved to another day is intact in itself. A seal changes with each write by what was
written, never by counting what lies on the disk: that would seal the damage too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from types import MappingProxyType

from journal.core.kinds import KINDS, Placed
from journal.core.moments import DAY_MS
from journal.core.records import Plain
from journal.db.connection import Row, SqlConnection, value
from journal.db.row_checks import CHECKED, LARGEST, Damaged, is_intact, refuse_damaged, whole_row

Seal = tuple[int, int]  # how many rows, and the sum of their checks in 62 bits
_NOTHING: Seal = (0, 0)

# What is about no day has one seal for each table, trash included everywhere.
UNTIMED = 0
_EVE = -1
TIMED = tuple(kind.code for kind in KINDS.values() if kind.placed is not Placed.NOWHERE)


def _bucket(table: str) -> Callable[[Sequence[Plain]], int]:
    kind, columns = KINDS.get(table), CHECKED[table]
    if kind is None or kind.placed is Placed.NOWHERE:
        return lambda _row: UNTIMED
    if kind.day_column:
        day = columns.index(kind.day_column)
        return lambda row: int(row[day] or 0)
    utc_ms, offset_s = columns.index("utc_ms"), columns.index("offset_s")
    return lambda row: (int(row[utc_ms] or 0) + int(row[offset_s] or 0) * 1000) // DAY_MS


_BUCKETS = MappingProxyType({table: _bucket(table) for table in CHECKED})


def bucket_of(table: str, row: Sequence[Plain]) -> int:
    """The day by the clock on the wall, as a number from 1970 on, that a row is counted under."""
    return _BUCKETS[table](row)


# --- changing them ---------------------------------------------------------------------------------------------------

_ADD = (
    f"INSERT INTO seal (kind, bucket, rows, total) VALUES (?, ?, ?, ?) ON CONFLICT (bucket, kind) DO UPDATE SET "
    f"rows = rows + excluded.rows, total = (total + excluded.total) & {LARGEST}"
)
_CHANGE = f"UPDATE seal SET rows = rows + ?, total = (total + ?) & {LARGEST} WHERE bucket = ? AND kind = ?"
_FORGET_EMPTY = "DELETE FROM seal WHERE bucket = ? AND kind = ? AND rows = 0 AND total = 0"


class SealChanges:
    """What a write adds to the seals and takes from them, put together until ``write``."""

    def __init__(self) -> None:
        self._changes: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])

    def add(self, table: str, row: Sequence[Plain], check: int) -> None:
        """A row that was written; ``row`` begins with its columns."""
        change = self._changes[table, bucket_of(table, row)]
        change[0] += 1
        change[1] += check

    def take(self, table: str, row: Sequence[Plain], check: int) -> None:
        """A row that was there and is no more, or not as it was: with the check that was stored and compared."""
        change = self._changes[table, bucket_of(table, row)]
        change[0] -= 1
        change[1] -= check

    def write(self, connection: SqlConnection) -> None:
        """Change the seals; Damaged where one is missing or too small for what is taken from it."""
        for (table, bucket), (rows, total) in self._changes.items():
            if rows > 0:
                connection.execute(_ADD, (table, bucket, rows, total & LARGEST))
            else:
                done = connection.execute(_CHANGE, (rows, total & LARGEST, bucket, table))
                if done.rowcount != 1:
                    raise Damaged
                if rows < 0:
                    connection.execute(_FORGET_EMPTY, (bucket, table))
        self._changes.clear()


# --- comparing them --------------------------------------------------------------------------------------------------


def compare_whole(connection: SqlConnection, table: str) -> None:
    """Damaged unless a table has the rows that were saved; they are not kept in memory."""
    counted = Counted(table)
    counted.take(connection.execute(f"SELECT {whole_row(table)} FROM {table} NOT INDEXED"))
    # The key begins with the day: without it, the seals of fifty years would be read for each short table.
    stored = _stored(connection, table) if table in TIMED else _stored(connection, table, OF_NO_DAY)
    if counted.damaged or counted.seals != stored:
        raise Damaged


def compare_days(connection: SqlConnection, kind: str, first: int, last: int) -> None:
    """Damaged unless a kind has the rows that were saved on the days ``first`` to ``last``, trash included.

    They are read by the index that everything else goes along, so that a row which it lost is missed here.
    """
    rows = connection.execute(_OF_DAYS[kind], {"first": first, "last": last}).fetchall()
    refuse_damaged(rows)
    of_days = "SELECT bucket, rows, total FROM seal WHERE kind = ? AND bucket BETWEEN ? AND ?"
    stored = {bucket: (n, total) for bucket, n, total in connection.execute(of_days, (kind, first, last))}
    if _sealed(kind, rows) != stored:
        raise Damaged


def _of_days(kind: str) -> str:
    day = KINDS[kind].day_column
    within = f"{day} BETWEEN :first AND :last" if day else _WITHIN_DAYS
    there = f"SELECT {whole_row(kind)} FROM {kind} WHERE {{deleted}} AND {within}"
    return f"{there.format(deleted='deleted_ms IS NULL')} UNION ALL {there.format(deleted='deleted_ms IS NOT NULL')}"


_WITHIN_DAYS = f"local_ms >= :first * {DAY_MS} AND local_ms < (:last + 1) * {DAY_MS}"
_OF_DAYS = MappingProxyType({kind: _of_days(kind) for kind in TIMED})


def _sealed(table: str, rows: Iterable[Row]) -> dict[int, Seal]:
    """The seals that these rows would have, by day."""
    bucket, seals = _BUCKETS[table], dict[int, Seal]()
    for row in rows:
        day, check = bucket(row), row[-1]
        n, total = seals.get(day, _NOTHING)
        seals[day] = n + 1, (total + int(check)) & LARGEST
    return seals


OF_EVERY_DAY = "SELECT bucket, rows, total FROM seal WHERE kind = ?"
OF_NO_DAY = f"{OF_EVERY_DAY} AND bucket = {UNTIMED}"


def _stored(connection: SqlConnection, table: str, sql: str = OF_EVERY_DAY) -> dict[int, Seal]:
    return {bucket: (rows, total) for bucket, rows, total in connection.execute(sql, (table,))}


def last_sealed_day(connection: SqlConnection) -> int:
    """The number of the last day on which there is anything, by the clock on the wall; 0 without any."""
    return int(value(connection, "SELECT coalesce(max(bucket), 0) FROM seal"))


class ComparedOnce:
    """What was compared with its seals since the file was opened: once is enough, as later writes keep both in step."""

    def __init__(self) -> None:
        self._days = 0  # a bit for each day
        self._tables = set[str]()

    def days(self, connection: SqlConnection, kinds: Collection[str], first: int, last: int) -> None:
        """Compare the days ``first`` to ``last`` (numbers from 1970 on) of all kinds placed in time, if there are any.

        Nothing lies before -1: the eve of 1970, by a clock west of Greenwich.
        """
        first = max(first, _EVE)
        if last < first:
            return
        wanted = (1 << (last - first + 1)) - 1 << (first + 1)
        missing = wanted & ~self._days
        if not missing:
            return
        start, end = (missing & -missing).bit_length() - 2, missing.bit_length() - 2
        for kind in TIMED:
            if kind in kinds:
                compare_days(connection, kind, start, end)
        self._days |= missing

    def table(self, connection: SqlConnection, table: str) -> None:
        """Compare a whole table."""
        if table not in self._tables:
            compare_whole(connection, table)
            self._tables.add(table)


class Counted:
    """A table that is compared row by row, in as many parts as whoever reads it likes."""

    def __init__(self, table: str) -> None:
        self._table, self._bucket = table, _BUCKETS[table]
        self.damaged = 0
        self.seals: dict[int, Seal] = {}

    def take(self, rows: Iterable[Row]) -> None:
        """Rows as ``whole_row`` selects them."""
        for row in rows:
            if is_intact(row):
                day = self._bucket(row)
                n, total = self.seals.get(day, _NOTHING)
                self.seals[day] = n + 1, (total + row[-1]) & LARGEST
            else:
                self.damaged += 1

    def problems(self, connection: SqlConnection) -> list[str]:
        """What is wrong with the table, now that all its rows were taken."""
        if self.damaged:
            return [f"{self._table}: {self.damaged} not as saved"]
        if self.seals != _stored(connection, self._table):
            return [f"{self._table}: not all that was saved, or more"]
        return []


def seal_problems(connection: SqlConnection) -> list[str]:
    """Every table compared row by row and day by day, in the order of the disk; empty when all is what was saved."""
    problems: list[str] = []
    for table in CHECKED:
        counted = Counted(table)
        counted.take(connection.execute(f"SELECT {whole_row(table)} FROM {table} NOT INDEXED"))
        problems += counted.problems(connection)
    known = ", ".join("?" * len(CHECKED))
    unknown = value(connection, f"SELECT count(*) FROM seal WHERE kind NOT IN ({known})", tuple(CHECKED))
    return [*problems, "seal: of an unknown kind"] if unknown else problems
