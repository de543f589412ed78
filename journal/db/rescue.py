"""What can be read of a damaged journal, by value into a new one, which is there whole or not at all.

A row goes in if its check is right. The damaged file is left as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from journal.core.entries import TYPES
from journal.core.journal_day import day_from_number
from journal.core.kinds import KINDS, Reference
from journal.core.records import Plain, to_values
from journal.core.refusal import Refused
from journal.core.rescued import ALL_PARTS, Brought, Doubtful, Rescued
from journal.core.updating import NOBODY, Watched
from journal.db.backup import problems_in
from journal.db.checked_rows import change_rows, insert_numbered, insert_rows, remove_rows, seq_of, stored_rows
from journal.db.connection import Row, SqlConnection, connect
from journal.db.damaged_rows import DamagedFile, DamagedTable, checked_table
from journal.db.damaged_source import Source, copy_bytes, readable_source
from journal.db.engine import sql_connection_of
from journal.db.failures import told_plainly
from journal.db.found_rows import FoundRows
from journal.db.full_text import words_in, write_many_words
from journal.db.lock import lock_file
from journal.db.missing_rows import MissingRows, ReadRows
from journal.db.names_read import named_in
from journal.db.opening import create_file
from journal.db.rescue_older import rescue_older
from journal.db.rescue_remembered import remember
from journal.db.row_checks import CHECKED, is_intact
from journal.db.schema import CHECKED_SINCE, SCHEMA_VERSION, TEXT_COLUMNS
from journal.errors import UserError
from journal.paths import sync_file, sync_folder

_SLICE = 2000
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What other entries need so much that a lost one is put back by its id, with a name that says so.
_NAMED_AGAIN = ("product", "symptom", "substance")


def rescue(
    damaged: Path,
    target: Path,
    passphrase: str | None,
    salts: Iterable[str],
    lost_name: str,
    watched: Watched = NOBODY,
) -> Rescued:
    """Read the damaged journal into a new one at ``target``, with the same passphrase; what came of it.

    ``salts``: what an encrypted journal may have begun with. ``lost_name``: of a product or symptom that was lost and
    that other entries name. Refused if the target exists, nothing can be read, or whoever waits has had enough: then
    nothing was made.
    """
    _refuse_existing(target)
    copy, made = target.with_name(target.name + ".damaged"), target.with_name(target.name + ".rescued")
    try:
        _refuse_unreadable(damaged)
        _remove(copy, made)
        _copy(damaged, copy)
        with told_plainly(damaged):
            source = _source_in(copy, damaged, passphrase, salts)
        into = rescue_older if source.version < CHECKED_SINCE else _into_new
        rescued = into(source, made, passphrase, lost_name, watched)
        _verify(made, passphrase)
        if not any(brought.read for brought in rescued.tables):
            nothing_is_missing = all(brought.whole for brought in rescued.tables) and not rescued.unchecked
            raise Refused("rescue-empty" if nothing_is_missing else "rescue-nothing", path=damaged)
        _put_in_place(made, target)
        return rescued
    except Refused as refused:
        if refused.code == "disk-full":
            raise UserError("disk-full-file", path=target) from refused
        raise
    finally:
        _remove(copy, made)


def _source_in(copy: Path, damaged: Path, passphrase: str | None, salts: Iterable[str]) -> Source:
    """The copy, ready to be read; what is refused of it names the journal that it was made of."""
    try:
        source = readable_source(copy, passphrase, salts)
    except Refused as refused:
        raise type(refused)(refused.code, **{**refused.values, "path": damaged}) from refused
    if not 1 <= source.version <= SCHEMA_VERSION:
        raise Refused("rescue-other-version", path=damaged, found=source.version, known=SCHEMA_VERSION)
    return source


def _refuse_unreadable(damaged: Path) -> None:
    with told_plainly(damaged), damaged.open("rb"):
        pass


def _refuse_existing(target: Path) -> None:
    """Its folder is made where it is not there yet."""
    with told_plainly(target):
        if target.exists():
            raise Refused("journal-exists", path=target)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)


def _put_in_place(made: Path, target: Path) -> None:
    with told_plainly(target):
        sync_file(made)
        made.rename(target)
        sync_folder(target.parent)


def _copy(damaged: Path, copy: Path) -> None:
    """The damaged file can be read: what fails is the place of the copy."""
    with told_plainly(copy):
        try:
            copy_bytes(damaged, copy)
        except FileNotFoundError as problem:  # its folder is there and takes no file, as /proc
            raise UserError("folder-read-only", path=copy.parent) from problem
        unfinished = damaged.with_name(damaged.name + "-journal")
        if unfinished.exists():
            copy_bytes(unfinished, copy.with_name(copy.name + "-journal"))


def _remove(*files: Path) -> None:
    for file in files:
        for leftover in (file, file.with_name(file.name + "-journal"), lock_file(file)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _into_new(source: Source, made: Path, passphrase: str | None, lost_name: str, watched: Watched) -> Rescued:
    file = create_file(made, passphrase)
    try:
        with file.writing() as transaction:
            return _Rescue(source, transaction, watched).done(lost_name)
    finally:
        file.close()


def _verify(made: Path, passphrase: str | None) -> None:
    with closing(connect(made, passphrase, "ro")) as connection:
        problems = problems_in(connection, passphrase is not None)
    if problems:
        raise AssertionError(f"the rescued journal is not sound: {problems[0]}")


class _Rescue:
    def __init__(self, source: Source, transaction: Connection, watched: Watched) -> None:
        self._source, self._transaction, self._watched = source, transaction, watched
        self._done = 0  # rows that were looked at
        self._file = DamagedFile(source.connect)
        self._new: SqlConnection = sql_connection_of(transaction)
        self._found = FoundRows(source, self._file, self._new, watched.stop_if_cancelled)
        self._doubtful: dict[tuple[str, Row], Doubtful] = {}
        self._missing = MissingRows(source, self._file)
        self._days = set[int]()

    def done(self, lost_name: str) -> Rescued:
        """Everything read and written."""
        try:
            tables = [self._bring(table) for table in CHECKED]
            self._bring_tombstones()
        finally:
            self._file.close()
        renamed, unlinked = self._mend_references(lost_name)
        self._forget_changes_of_lost_sets()
        remember(self._new, tables)
        return Rescued(
            tables=tuple(tables),
            days=tuple(_dates(self._days)),
            renamed=renamed,
            unlinked=unlinked,
            beginning_mended=self._source.mended,
            doubtful=tuple(self._doubtful.values()),
            pages=self._source.pages,
            pages_missing=self._source.pages_missing,
            named=named_in(self._new, self._doubtful.values()),
        )

    # --- rows -------------------------------------------------------------------------------------------------------

    def _bring(self, name: str) -> Brought:
        """Read a table and write what is as it was saved."""
        table = checked_table(self._file, name, self._missing.expected(name))
        doubtful_before, read = len(self._doubtful), ReadRows()
        rows = self._found.rows(name, table)
        while part := list(islice(rows, _SLICE)):
            self._tell(len(part))
            for row in self._write(name, [row for row in part if self._is_intact(name, row)]):
                read.add(name, row)
        self._days.update(self._missing.days(name, read))
        doubtful = len(self._doubtful) - doubtful_before
        return self._missing.brought(name, read, doubtful, table, self._found.knows(name))

    def _tell(self, rows: int) -> None:
        """How far it is, as far as the seals tell how many rows there are."""
        self._watched.stop_if_cancelled()
        self._done += rows
        self._watched.report(min(ALL_PARTS, ALL_PARTS * self._done // max(1, self._missing.expected())))

    def _is_intact(self, table: str, row: Row) -> bool:
        if is_intact(row):
            return True
        self._doubtful[table, row] = Doubtful(table, row[:-2])
        return False

    def _write(self, table: str, rows: list[Row]) -> list[Row]:
        """Those that the new journal takes: two with one id, as a page in another's place brings, are one too many."""
        self._new.execute("SAVEPOINT part")
        try:
            insert_numbered(self._new, table, rows)
            taken = rows
        except sqlcipher.IntegrityError:
            self._new.execute("ROLLBACK TO part")
            taken = [row for row in rows if self._writes(table, row)]
        self._new.execute("RELEASE part")
        if table in TEXT_COLUMNS:
            places = [CHECKED[table].index(column) for column in TEXT_COLUMNS[table]]
            words = ((seq_of(row), words_in(row[place] for place in places)) for row in taken)
            write_many_words(self._transaction, table, [(seq, row_words) for seq, row_words in words if row_words])
        return taken

    def _writes(self, table: str, row: Row) -> bool:
        self._new.execute("SAVEPOINT one")
        try:
            insert_numbered(self._new, table, [row])
        except sqlcipher.IntegrityError:
            self._new.execute("ROLLBACK TO one")
            self._doubtful[table, row] = Doubtful(table, row[:-2])
            return False
        finally:
            self._new.execute("RELEASE one")
        return True

    def _bring_tombstones(self) -> None:
        """What was deleted for good. They have no check: one that is none would only keep an unknown id away."""
        up = "SELECT id, kind, purged_ms, seq FROM tombstone WHERE seq >= ? ORDER BY seq"
        down = "SELECT id, kind, purged_ms, seq FROM tombstone WHERE seq <= ? ORDER BY seq DESC"
        table = DamagedTable(self._file, up, down, lambda row: row[3] if _is_tombstone(row) else None)
        rows = sorted((row for row in table.rows() if _is_tombstone(row)), key=lambda row: int(row[3]))
        add = "INSERT OR IGNORE INTO tombstone (id, kind, purged_ms) VALUES (?, ?, ?)"
        self._new.executemany(add, [row[:3] for row in rows])

    # --- what rows refer to -----------------------------------------------------------------------------------------

    def _mend_references(self, lost_name: str) -> tuple[int, int]:
        """Lost products and the like are named again; other references to what was lost are taken out."""
        references = [reference for kind in KINDS.values() for reference in kind.references]
        renamed = sum(self._name_again(name, references, lost_name) for name in _NAMED_AGAIN)
        unlinked = sum(self._unlink(reference) for reference in references if reference.to not in _NAMED_AGAIN)
        return renamed, unlinked

    def _name_again(self, name: str, references: list[Reference], lost_name: str) -> int:
        lost = {
            str(entry_id): None
            for reference in references
            if reference.to == name
            for (entry_id,) in self._new.execute(
                f"SELECT DISTINCT {reference.column} FROM {reference.kind} {_refers_to_lost(reference)}"
            )
        }
        rows = [_named(name, entry_id, lost_name) for entry_id in lost]
        first = insert_rows(self._new, name, rows) if rows else 0
        if name in TEXT_COLUMNS:
            numbered = enumerate(rows, first)
            places = [CHECKED[name].index(column) for column in TEXT_COLUMNS[name]]
            words = [(seq, words_in(row[place] for place in places)) for seq, row in numbered]
            write_many_words(self._transaction, name, words)
        return len(rows)

    def _unlink(self, reference: Reference) -> int:
        rows = stored_rows(self._new, reference.kind, _refers_to_lost(reference), ())
        change_rows(self._new, reference.kind, rows, {reference.column: None})
        return len(rows)

    def _forget_changes_of_lost_sets(self) -> None:
        gone = "WHERE change_set NOT IN (SELECT seq FROM change_set)"
        remove_rows(self._new, "change", stored_rows(self._new, "change", gone, ()))


def _is_tombstone(row: Row) -> bool:
    entry_id, kind, purged_ms, seq = row
    return bool(_ID.fullmatch(str(entry_id))) and kind in KINDS and isinstance(purged_ms, int) and isinstance(seq, int)


def _refers_to_lost(reference: Reference) -> str:
    return f"WHERE {reference.column} IS NOT NULL AND {reference.column} NOT IN (SELECT id FROM {reference.to})"


def _named(kind: str, entry_id: str, lost_name: str) -> list[Plain]:
    return to_values(TYPES[kind](id=entry_id, name=lost_name))  # type: ignore[call-arg]


def _dates(days: Iterable[int]) -> Iterator[dt.date]:
    return (day_from_number(day) for day in sorted(days) if 0 <= day < 100_000)
