"""The rows of a damaged table: read up to what cannot be read, from behind down to it, and in halves between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.connection import Row, SqlConnection
from journal.db.row_checks import is_intact, whole_row

LAST = (1 << 63) - 1
_FURTHER = 500  # so many numbers are tried behind the last row that can be read, where nothing says how many there are
_PARTS = 16  # of a stretch at whose both ends nothing can be read: no page of rows is much smaller than this beside it


class DamagedFile:
    """Statements on a file that may fail anywhere.

    After one page whose HMAC is wrong a connection of SQLCipher refuses everything, so each failure ends it.
    """

    def __init__(self, connect: Callable[[], SqlConnection]) -> None:
        self._connect = connect
        self._connection: SqlConnection | None = None
        self.failed = False  # whether the statement before this moment ended early

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> Iterator[Row]:
        """Rows up to the end, or up to what cannot be read: ``failed`` tells which."""
        self.failed = False
        try:
            if self._connection is None:
                self._connection = self._connect()
            yield from self._connection.execute(sql, parameters)
        except (sqlcipher.Error, UnicodeDecodeError, OverflowError):
            self.close()
            self.failed = True

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class DamagedTable:
    """The rows of a table by a whole number that orders them on the disk.

    ``number(row)`` is that of a row, None for one that cannot be trusted; ``up`` and ``down`` select the rows from a
    number on, and down from one. ``expected``: how many rows there should be, 0 if unknown. After reading, ``gaps``
    are the stretches of numbers that could not be read; ``open_ended``: where the last one ends, nobody knows.
    """

    def __init__(
        self, file: DamagedFile, up: str, down: str, number: Callable[[Row], int | None], expected: int = 0
    ) -> None:
        self._file, self._up, self._down = file, up, down
        self._number, self._expected = number, expected
        self.seen = set[int]()  # the numbers of rows that came
        self._untrusted = set[Row]()
        self._reached, self._any = 0, False  # of the run before this moment: the last number, and whether there was one
        self.gaps: list[tuple[int, int]] = []
        self.open_ended = False

    def rows(self) -> Iterator[Row]:
        """Each row once, the ones that cannot be trusted too; not in order."""
        for row in self._all_rows():
            if self._number(row) is None:
                self._untrusted.add(row)
            yield row

    @property
    def passed_over(self) -> bool:
        """Whether more is missing than could not be read: SQLite is led past pages by one wrong number in another."""
        unread = sum(high - low + 1 for low, high in self.gaps)
        return self._expected - len(self.seen) - len(self._untrusted) > unread

    def _all_rows(self) -> Iterator[Row]:
        yield from self._run(self._up, 0)
        if not self._file.failed:
            return
        low = self._reached + 1 if self._any else 0
        yield from self._run(self._down, LAST)
        if not self._file.failed:
            return
        self.open_ended = not self._any
        high = max(low + _FURTHER, self._expected) if self.open_ended else self._reached - 1
        yield from self._between(low, high)
        if self.open_ended:
            self.gaps.append((max(high, self._highest_seen()) + 1, LAST))

    def _highest_seen(self) -> int:
        return max(self.seen, default=0)

    def _run(self, sql: str, start: int) -> Iterator[Row]:
        """In one direction up to what cannot be read, or to what was read before; ``_reached`` is the last number."""
        self._any, known = False, None
        for row in self._up_to_failure(sql, start):
            number = self._number(row)
            if number is None:
                yield row
                continue
            if number in self.seen and number != known:
                return
            known = self._reached = number
            self._any = True
            self.seen.add(number)
            yield row

    def _up_to_failure(self, sql: str, start: int) -> Iterator[Row]:
        """Before Python gives a row it asks for the next, and if that fails gives neither: it is asked for alone."""
        yield from self._file.rows(sql, (start,))
        if self._file.failed:
            step = 1 if sql == self._up else -1
            yield from self._file.rows(f"{sql} LIMIT 1", (self._reached + step if self._any else start,))
            self._file.failed = True

    def _between(self, low: int, high: int) -> Iterator[Row]:
        yield from self._parts(low, high, max(1, (high - low) // _PARTS))

    def _parts(self, low: int, high: int, narrowest: int) -> Iterator[Row]:
        """Of a stretch at whose both ends nothing can be read: try its middle, then both halves."""
        if low > high:
            return
        if high - low < narrowest:
            self.gaps.append((low, high))
            return
        middle = (low + high) // 2
        yield from self._run(self._up, middle)
        if self._file.failed and not self._any:
            yield from self._parts(low, middle - 1, narrowest)
            yield from self._parts(middle, high, narrowest) if middle > low else self._lost(middle, high)
            return
        if self._file.failed:
            yield from self._between(self._reached + 1, high)
        yield from self._run(self._down, middle - 1)
        if self._file.failed:
            yield from self._between(low, self._reached - 1 if self._any else middle - 1)

    def _lost(self, low: int, high: int) -> Iterator[Row]:
        self.gaps.append((low, high))
        return iter(())


def checked_table(file: DamagedFile, table: str, expected: int = 0) -> DamagedTable:
    """The rows of a table that has checks, by their ``seq``; one whose check is wrong cannot be trusted."""
    select = f"SELECT {whole_row(table)} FROM {table} NOT INDEXED"
    up, down = f"{select} WHERE seq >= ? ORDER BY seq", f"{select} WHERE seq <= ? ORDER BY seq DESC"
    return DamagedTable(file, up, down, lambda row: int(row[-2]) if is_intact(row) else None, expected)
