"""How many rows of a damaged journal are missing: by the seals, where they can be relied on, else by what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.rescued import Brought
from journal.db.connection import Row
from journal.db.damaged_rows import DamagedFile, DamagedTable
from journal.db.damaged_source import Source
from journal.db.row_checks import CHECKED, LARGEST
from journal.db.seals import TIMED, UNTIMED, bucket_of

_MOST_ROWS = 10_000_000  # of one kind on one day: a seal that says more was damaged itself
_UP = "SELECT kind, bucket, rows, total FROM seal WHERE bucket >= ? ORDER BY bucket"
_DOWN = "SELECT kind, bucket, rows, total FROM seal WHERE bucket <= ? ORDER BY bucket DESC"


class ReadRows:
    """What was read of a table, day by day: how many rows, the sum of their checks, and the last number."""

    def __init__(self) -> None:
        self.rows, self.last = 0, 0
        self.of_days, self.totals = Counter[int](), Counter[int]()

    def add(self, table: str, row: Row) -> None:
        """A row whose check is right."""
        day = bucket_of(table, row)
        self.rows += 1
        self.last = max(self.last, int(row[-2]))
        self.of_days[day] += 1
        self.totals[day] = (self.totals[day] + int(row[-1])) & LARGEST


class MissingRows:
    """What the seals say there should be; a seal that could not be read may be any table's."""

    def __init__(self, source: Source, file: DamagedFile) -> None:
        self._source = source
        table = DamagedTable(file, _UP, _DOWN, lambda row: row[1] if _is_seal(row) else None)
        rows = list(table.rows())
        self._seals = {(str(row[0]), int(row[1])): (int(row[2]), int(row[3])) for row in rows if _is_seal(row)}
        whole = bool(rows) and not table.gaps and all(map(_is_seal, rows))
        self._all_there = whole and self._is_sound("seal")

    def expected(self, table: str = "") -> int:
        """How many rows there should be of a table, or of all; 0 if nothing says it."""
        return sum(rows for (kind, _), (rows, _) in self._seals.items() if table in ("", kind))

    def days(self, table: str, read: ReadRows) -> Iterator[int]:
        """The days of a table of which rows are known to be missing."""
        if table in TIMED:
            yield from (day for day, (rows, _) in self._of(table) if read.of_days[day] < rows)

    def brought(self, name: str, read: ReadRows, doubtful: int, table: DamagedTable, known_place: bool) -> Brought:
        """What became of a table, which was read along its tree if its place is known."""
        missing = max(0, self.expected(name) - read.rows - doubtful)
        if self._tells(name) and self._agrees(name, read):
            return Brought(name, read.rows, doubtful, missing, at_most=False)
        if known_place and not table.gaps and self._is_sound(name):
            return Brought(name, read.rows, doubtful, missing, at_most=False, unknown=missing > 0)
        if known_place and table.gaps and not table.open_ended:
            # No number is above that of the last row, which was read.
            return Brought(name, read.rows, doubtful, max(missing, read.last - read.rows), at_most=True)
        return Brought(name, read.rows, doubtful, 0, at_most=False, unknown=True)

    def _of(self, table: str) -> Iterator[tuple[int, tuple[int, int]]]:
        return ((day, seal) for (kind, day), seal in self._seals.items() if kind == table)

    def _tells(self, table: str) -> bool:
        return self._all_there or (table not in TIMED and (table, UNTIMED) in self._seals)

    def _agrees(self, table: str, read: ReadRows) -> bool:
        """Whether no day has more rows than its seal says, or as many and others."""
        if any(count > self._seals.get((table, day), (0, 0))[0] for day, count in read.of_days.items()):
            return False
        return all(total == read.totals[day] for day, (rows, total) in self._of(table) if rows == read.of_days[day])

    def _is_sound(self, table: str) -> bool:
        """By SQLite's own check: a page of a plain file can be damaged so that rows are passed over in silence."""
        try:
            with closing(self._source.connect()) as connection:
                return connection.execute(f'PRAGMA integrity_check("{table}")').fetchall() == [("ok",)]
        except (sqlcipher.Error, UnicodeDecodeError):
            return False


def _is_seal(row: Row) -> bool:
    kind, bucket, rows, total = row
    numbers = all(isinstance(number, int) for number in (bucket, rows, total))
    return kind in CHECKED and numbers and bucket >= 0 and 0 <= rows <= _MOST_ROWS
