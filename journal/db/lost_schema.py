"""A copy whose schema cannot be read gets an empty one, into which the table that is looked for is written.

The schema stands in the first page, or in pages that the first one leads to. It says where every table begins; rows
can be found without that (see ``loose_pages``), but not without their columns, which are those of a new journal.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from journal.db.connection import Row, SqlConnection
from journal.db.damaged_rows import DamagedFile

_PAGE = 4096
_HEADER = 100
_EMPTY_LEAF = bytes((13, 0, 0, 0, 0, 0x10, 0, 0))  # a page of rows without one
_SAID = "SELECT type, name, tbl_name, 2, sql FROM sqlite_master WHERE tbl_name = ? AND (type = 'table' OR sql IS NULL)"
_SAY = "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)"


def tables_in(file: DamagedFile) -> frozenset[str]:
    """Those that the schema still names, as far as it can be read."""
    names = frozenset(str(name) for (name,) in file.rows("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return names if not file.failed else frozenset()


class EmptySchema:
    """``sound`` is a journal that says how a table is made; ``connect`` opens a file with the damaged one's key."""

    def __init__(self, sound: SqlConnection, connect: Callable[[Path], SqlConnection], encrypted: bool) -> None:
        self._sound, self._connect, self._encrypted = sound, connect, encrypted

    def put_into(self, copy: Path, table: str) -> None:
        """From now on the copy's schema is this table alone; where it begins is anybody's guess."""
        first = self._first_page_of_same_key(copy) if self._encrypted else _emptied(copy)
        with copy.open("r+b") as file:
            file.write(first)
        with closing(self._connect(copy)) as connection:
            connection.executemany(_SAY, self._rows(table))

    def _rows(self, table: str) -> list[Row]:
        return self._sound.execute(_SAID, (table,)).fetchall()

    def _first_page_of_same_key(self, copy: Path) -> bytes:
        """SQLCipher writes it: of an empty file with as many pages, all of which it takes for free."""
        empty = copy.with_name(copy.name + ".empty")
        try:
            empty.touch(0o600)
            with closing(self._connect(empty)) as connection:
                connection.execute("CREATE TABLE filler (bytes)")
                connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (copy.stat().st_size,))
                connection.execute("DROP TABLE filler")
            with empty.open("rb") as file:
                return file.read(_PAGE)
        finally:
            with suppress(OSError):
                empty.unlink(missing_ok=True)


def _emptied(copy: Path) -> bytes:
    """The first page of a plain file with the header that it has, and nothing else."""
    with copy.open("rb") as file:
        header = file.read(_HEADER)
    return (header + _EMPTY_LEAF).ljust(_PAGE, b"\0")
