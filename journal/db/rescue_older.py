"""Rescue of a journal whose format has no checks yet: into a new file of that format, which is then updated.

Nothing says whether such a row is as it was saved: what the table takes is brought back, and that is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from journal.core.entries import TYPES
from journal.core.kinds import KINDS
from journal.core.records import from_rows, to_record
from journal.core.refusal import Refused
from journal.core.rescued import ALL_PARTS, Brought, Doubtful, Rescued
from journal.core.updating import Watched
from journal.db.checked_rows import remove_rows
from journal.db.connection import Row, SqlConnection, value
from journal.db.damaged_rows import DamagedFile, DamagedTable
from journal.db.damaged_source import Source
from journal.db.engine import sql_connection_of
from journal.db.full_text import words_in, write_many_words
from journal.db.journal_file import JournalFile
from journal.db.migrate import upgrade
from journal.db.names_read import named_in
from journal.db.row_checks import whole_row
from journal.db.schema import TEXT_COLUMNS

_SLICE = 2000
# What entries belong to comes first, so that a reference which leads nowhere is seen when it is met.
_HISTORY = ("change_set", "change", "tombstone")


def rescue_older(source: Source, made: Path, passphrase: str | None, lost_name: str, watched: Watched) -> Rescued:
    """Read everything into a new file at ``made`` and bring that to today's format; what came of it."""
    file = JournalFile(made, passphrase, "rwc", None, passphrase is not None)
    try:
        upgrade(file, f"{source.version:04}")
        with file.writing() as transaction:
            rescued = _Older(source, sql_connection_of(transaction), watched).done(lost_name)
        upgrade(file)
        with file.writing() as transaction:
            doubtful = tuple(_unreadable(sql_connection_of(transaction)))
            _write_words(transaction)
        return replace(rescued, doubtful=(*rescued.doubtful, *doubtful))
    finally:
        file.close()


class _Older:
    def __init__(self, source: Source, new: SqlConnection, watched: Watched) -> None:
        self._source, self._new, self._watched = source, new, watched
        self._file = DamagedFile(source.connect)
        self._doubtful: list[Doubtful] = []

    def done(self, lost_name: str) -> Rescued:
        """Everything read and written."""
        tables = [name for name in (*KINDS, *_HISTORY) if self._columns(name)]
        brought = []
        try:
            for number, name in enumerate(tables, 1):
                self._watched.stop_if_cancelled()
                brought.append(self._bring(name))
                self._watched.report(ALL_PARTS * number // len(tables))
        finally:
            self._file.close()
        renamed, unlinked = self._mend_references(lost_name)
        return Rescued(
            tables=tuple(table for table in brought if table.table != "tombstone"),
            days=(),
            renamed=renamed,
            unlinked=unlinked,
            beginning_mended=self._source.mended,
            doubtful=tuple(self._doubtful),
            unchecked=True,
            pages=self._source.pages,
            pages_missing=self._source.pages_missing,
            named=named_in(self._new, self._doubtful),
        )

    def _columns(self, table: str) -> list[str]:
        """What is stored, with ``seq`` last; what SQLite computes itself is left out."""
        names = [str(row[1]) for row in self._new.execute(f'PRAGMA table_info("{table}")')]
        return [name for name in names if name != "seq"] + ["seq"] if names else []

    def _bring(self, table: str) -> Brought:
        columns = self._columns(table)
        named = ", ".join(f'"{column}"' for column in columns)
        select = f'SELECT {named} FROM "{table}" NOT INDEXED'
        damaged = DamagedTable(
            self._file, f"{select} WHERE seq >= ? ORDER BY seq", f"{select} WHERE seq <= ? ORDER BY seq DESC", _number
        )
        insert = f'INSERT INTO "{table}" ({named}) VALUES ({", ".join("?" * len(columns))})'
        rows, read, doubtful = damaged.rows(), 0, 0
        while part := list(islice(rows, _SLICE)):
            self._watched.stop_if_cancelled()
            for row in part:
                if (table != "change" or _is_change(row)) and self._takes(insert, row):
                    read += 1
                else:
                    doubtful += 1
                    self._doubtful.append(Doubtful(table, row[:-1]))
        lost = 0 if damaged.open_ended else sum(high - low + 1 for low, high in damaged.gaps)
        return Brought(table, read, doubtful, lost, bool(lost), damaged.open_ended)

    def _takes(self, insert: str, row: Row) -> bool:
        """Whether the table takes it: numbers out of range, text that is no text and a second row of one id are not."""
        try:
            self._new.execute("SAVEPOINT one")
            try:
                self._new.execute(insert, row)
            except (sqlcipher.Error, UnicodeEncodeError, OverflowError):
                self._new.execute("ROLLBACK TO one")
                return False
            return True
        finally:
            self._new.execute("RELEASE one")

    # --- what rows refer to -----------------------------------------------------------------------------------------

    def _mend_references(self, lost_name: str) -> tuple[int, int]:
        """What must be there is put back by its id, with a name that says so; other references are taken out."""
        renamed = unlinked = 0
        for child, rowid, parent, column, must in list(self._leading_nowhere()):
            wanted = value(self._new, f'SELECT "{column}" FROM "{child}" WHERE seq = ?', (rowid,))
            if parent not in KINDS:  # a change of a set that was lost
                self._new.execute(f'DELETE FROM "{child}" WHERE seq = ?', (rowid,))
            elif must or parent in ("product", "symptom"):
                renamed += self._name_again(parent, str(wanted), lost_name)
            else:
                self._new.execute(f'UPDATE "{child}" SET "{column}" = NULL WHERE seq = ?', (rowid,))
                unlinked += 1
        return renamed, unlinked

    def _leading_nowhere(self) -> Iterator[tuple[str, int, str, str, bool]]:
        """Table and seq of each row with such a reference, where it leads, its column, and whether it has to lead."""
        for child, rowid, parent, number in self._new.execute("PRAGMA foreign_key_check").fetchall():
            keys = self._new.execute(f'PRAGMA foreign_key_list("{child}")').fetchall()
            column = next(str(key[3]) for key in keys if key[0] == number)
            described = self._new.execute(f'PRAGMA table_info("{child}")').fetchall()
            must = next(bool(info[3]) for info in described if info[1] == column)
            yield str(child), int(rowid), str(parent), column, must

    def _name_again(self, kind: str, entry_id: str, lost_name: str) -> int:
        if self._new.execute(f'SELECT 1 FROM "{kind}" WHERE id = ?', (entry_id,)).fetchone():
            return 0
        record = to_record(TYPES[kind](id=entry_id, name=lost_name))  # type: ignore[call-arg]
        columns = [column for column in self._columns(kind) if column in record]
        named = ", ".join(f'"{column}"' for column in columns)
        values = [record[column] for column in columns]
        self._new.execute(f'INSERT INTO "{kind}" ({named}) VALUES ({", ".join("?" * len(columns))})', values)
        return 1


def _is_change(row: Row) -> bool:
    """Whether what was there before can be read, as the update does."""
    *_, before, _seq = row
    try:
        return before is None or isinstance(json.loads(before), dict)
    except (ValueError, TypeError):
        return False


def _number(row: Row) -> int | None:
    return row[-1] if isinstance(row[-1], int) and row[-1] > 0 else None


def _unreadable(connection: SqlConnection) -> Iterator[Doubtful]:
    """What is no entry, though its table takes it; nothing needs such a row, or it would have been kept."""
    for kind in (spec.code for spec in KINDS.values() if not spec.held_by):
        rows = connection.execute(f'SELECT {whole_row(kind)} FROM "{kind}"').fetchall()
        gone = [row for row in rows if not _is_entry(kind, row)]
        if gone:
            remove_rows(connection, kind, gone)
            yield from (Doubtful(kind, row[:-2]) for row in gone)


def _is_entry(kind: str, row: Row) -> bool:
    try:
        from_rows(kind, [row])
    except (ValueError, TypeError, KeyError, Refused):
        return False
    return True


def _write_words(transaction: Connection) -> None:
    """Full text beside all rows: the earlier format wrote it with each of them."""
    connection = sql_connection_of(transaction)
    for kind, columns in TEXT_COLUMNS.items():
        named = ", ".join(f'"{column}"' for column in columns)
        rows = connection.execute(f'SELECT seq, {named} FROM "{kind}"').fetchall()
        words = ((int(row[0]), words_in(row[1:])) for row in rows)
        write_many_words(transaction, kind, [(seq, row_words) for seq, row_words in words if row_words])
