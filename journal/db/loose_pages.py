"""Rows of pages that no readable page leads to any more: SQLite reads each page as if it were a whole table.

A table is a tree. Where a page inside it cannot be read, all the pages below are out of reach, although nothing is
wrong with them: hundreds of pages with thousands of rows. In a scratch copy the table's root is set to one page after
another. Whether what comes is a row is told by its check: 62 bits over all its columns.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.connection import Row, SqlConnection, value
from journal.db.row_checks import is_intact, no_row_of, whole_row

_PAGE = 4096
_FIRST = 2  # the first page is the schema's
MOST_ROWS = _PAGE // 36  # of a page, each with an id of 36 letters
_UNREADABLE = (sqlcipher.Error, UnicodeDecodeError, OverflowError)


class LoosePages:
    """The pages of a damaged file, each tried for each table; what holds rows of one is not tried for another.

    ``connect`` opens a copy of the file for writing. ``looked`` is called now and then, and may stop it all. ``owns``
    tells whether a row whose check is right can be a table's: see ``RowOwner``. ``make_known`` writes a table into the
    schema of a copy that does not have it: see ``EmptySchema``.
    """

    def __init__(
        self,
        damaged: Path,
        scratch: Path,
        connect: Callable[[Path], SqlConnection],
        looked: Callable[[], object],
        owns: Callable[[str, Row], bool],
        make_known: Callable[[Path, str], object],
    ) -> None:
        self._damaged, self._scratch, self._connect = damaged, scratch, connect
        self._looked, self._owns, self._make_known = looked, owns, make_known
        self._left = list(range(_FIRST, damaged.stat().st_size // _PAGE + 1))

    def rows(self, table: str, gaps: Sequence[tuple[int, int]]) -> Iterator[Row]:
        """Each row of the table once that was saved with a number in one of the ``gaps``.

        Stretches that one page can hold are left out: their rows stood in the page that cannot be read. ``gaps`` may
        still be empty when this is called; it is looked at when the first row is asked for.
        """
        wide = [(low, high) for low, high in _joined(gaps) if high - low >= MOST_ROWS]
        if not wide:
            return
        seen = set[int]()
        for row in self._in_any_page(table, wide[0][0], wide[-1][1]):
            number = int(row[-2])
            if number not in seen and any(low <= number <= high for low, high in wide):
                seen.add(number)
                yield row

    def _in_any_page(self, table: str, lowest: int, highest: int) -> Iterator[Row]:
        select = f"SELECT {whole_row(table)} FROM {table} NOT INDEXED WHERE seq BETWEEN {lowest:d} AND {highest:d}"
        shutil.copyfile(self._damaged, self._scratch)
        try:
            with _Roots(self._scratch, self._connect, table) as roots:
                if not roots.knows_the_table():
                    self._make_known(self._scratch, table)
                for done, page in enumerate([*self._left]):
                    if done % 100 == 0:
                        self._looked()
                    rows = roots.read(page, select)
                    if rows is None:
                        self._left.remove(page)  # no page of any table's rows, or one that cannot be read
                    elif intact := [row for row in rows if is_intact(row) and self._owns(table, row)]:
                        self._left.remove(page)
                        yield from intact
        finally:
            self._scratch.unlink(missing_ok=True)


def _joined(gaps: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, and none begins where another ends."""
    joined: list[tuple[int, int]] = []
    for low, high in sorted(gaps):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


class _Roots:
    """A connection that is told where a table begins, over and over; made again when it refuses everything."""

    def __init__(self, file: Path, connect: Callable[[Path], SqlConnection], table: str) -> None:
        self._file, self._connect, self._table = file, connect, table
        self._connection: SqlConnection | None = None
        self._version = 0

    def __enter__(self) -> _Roots:
        return self

    def knows_the_table(self) -> bool:
        """Whether the schema says what the table's columns are; then all other tables are forgotten, for speed."""
        try:
            self._open().execute(no_row_of(self._table))
            self._open().execute("DELETE FROM sqlite_master WHERE tbl_name <> ?", (self._table,))
            self._put_root(_FIRST)
        except _UNREADABLE:
            self._close()
            return False
        return True

    def __exit__(self, *_: object) -> None:
        self._close()

    def read(self, page: int, select: str) -> list[Row] | None:
        """What stands in a page if it is the table's root; None if it cannot be one."""
        try:
            self._put_root(page)
        except _UNREADABLE:
            self._close()  # after a page whose HMAC is wrong it answers nothing any more
            with suppress(*_UNREADABLE):
                self._put_root(page)
        try:
            return self._open().execute(select).fetchall()
        except _UNREADABLE:
            return None

    def _put_root(self, page: int) -> None:
        connection = self._open()
        connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (page, self._table))
        self._version += 1
        connection.execute(f"PRAGMA schema_version = {self._version}")  # or it would go on with the root that it knows

    def _open(self) -> SqlConnection:
        if self._connection is None:
            self._connection = self._connect(self._file)
            self._version = int(value(self._connection, "PRAGMA schema_version"))
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(sqlcipher.Error):
                self._connection.close()
            self._connection = None
