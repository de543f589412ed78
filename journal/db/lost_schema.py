"""A copy whose schema cannot be read gets an empty one, into which the table that is looked for is written.

The schema stands in the first page, or in pages that the first one leads to. It says where every table begins; rows
can be found without that (see ``loose_pages``), but not without their columns, which are those of a new journal.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from journal.db.connection import Row, SqlConnection
from journal.db.damaged_rows import DamagedFile
from journal.db.first_page import emptied, empty_of_same_key, replace_first_page
from journal.db.row_checks import CHECKED, no_row_of

_SAID = "SELECT type, name, tbl_name, 2, sql FROM sqlite_master WHERE tbl_name = ? AND (type = 'table' OR sql IS NULL)"
_SAY = "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)"


def tables_in(file: DamagedFile) -> frozenset[str]:
    """Those with checks that the schema still names with all their columns, as far as it can be read.

    One letter of a column's name that changed on the disk hides every row of its table.
    """
    names = {str(name) for (name,) in file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if file.failed:
        return frozenset()
    return frozenset(name for name in names & CHECKED.keys() if _has_columns(file, name))


def _has_columns(file: DamagedFile, table: str) -> bool:
    return list(file.rows(no_row_of(table))) == [] and not file.failed


class EmptySchema:
    """``sound`` is a journal that says how a table is made; ``connect`` opens a file with the damaged one's key."""

    def __init__(self, sound: SqlConnection, connect: Callable[[Path], SqlConnection], encrypted: bool) -> None:
        self._sound, self._connect, self._encrypted = sound, connect, encrypted

    def put_into(self, copy: Path, table: str) -> None:
        """From now on the copy's schema is this table alone; where it begins is anybody's guess."""
        replace_first_page(copy, empty_of_same_key(copy, self._connect) if self._encrypted else emptied(copy))
        with closing(self._connect(copy)) as connection:
            connection.executemany(_SAY, self._rows(table))

    def _rows(self, table: str) -> list[Row]:
        return self._sound.execute(_SAID, (table,)).fetchall()
