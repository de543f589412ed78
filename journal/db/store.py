"""Reading and writing single entries: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, or_, select, update

from journal.core.entries import Draft, Entry, Tombstone
from journal.core.records import Record, columns_of, from_values
from journal.db import tables
from journal.db.full_text import words_of, write_words
from journal.db.prepared import Prepared
from journal.db.tables import ENTRY_TABLES
from journal.db.undone import never_was

# Each statement is built once and when it is first needed: compiling costs more than running, and building all of them
# at import would cost the window's start.


@cache
def _select(kind: str) -> Select[Any]:
    return select(*(ENTRY_TABLES[kind].c[each] for each in columns_of(kind)))


@cache
def _by_id(kind: str) -> Prepared:
    return Prepared(_select(kind).where(ENTRY_TABLES[kind].c.id == bindparam("wanted")))


@cache
def _seq_by_id(kind: str) -> Prepared:
    return Prepared(select(ENTRY_TABLES[kind].c.seq).where(ENTRY_TABLES[kind].c.id == bindparam("wanted")))


@cache
def _insert(kind: str) -> Prepared:
    return Prepared(insert(ENTRY_TABLES[kind]), columns_of(kind))


@cache
def _update(kind: str) -> Prepared:
    return Prepared(update(ENTRY_TABLES[kind]).where(ENTRY_TABLES[kind].c.id == bindparam("wanted")), columns_of(kind))


_IN_LIMIT = 900


def live(kind: str) -> Select[Any]:
    """A select of this kind's records that are not in the trash."""
    return _select(kind).where(ENTRY_TABLES[kind].c.deleted_ms.is_(None))


def everything(kind: str) -> Select[Any]:
    """A select of all of this kind's records, trash included."""
    return _select(kind)


def values(transaction: Connection, kind: str, query: Select[Any], **parameters: object) -> list[Entry]:
    """The entries that a select of this kind's columns finds."""
    return [from_values(kind, row) for row in transaction.execute(query, parameters).all()]


@cache
def column_list(kind: str) -> str:
    """The names for SQL written by hand, where building and looking up a statement costs more than running it."""
    return ", ".join(f'{kind}."{each}"' for each in columns_of(kind))


def prepared_values(transaction: Connection, kind: str, query: Prepared, **parameters: object) -> list[Entry]:
    """The entries that a prepared select of this kind's columns finds."""
    return [from_values(kind, row) for row in query.rows(transaction, **parameters)]


def quick_rows(transaction: Connection, sql: str, parameters: tuple[object, ...]) -> Any:
    """The driver's cursor for a SELECT written by hand from constants: rows as they are asked for."""
    driver: Any = transaction.connection.driver_connection
    return driver.execute(sql, parameters)


def record_by_id(transaction: Connection, kind: str, entry_id: str) -> Record | None:
    """The record with this id, also from the trash."""
    row = _by_id(kind).row(transaction, wanted=entry_id)
    return None if row is None else dict(zip(columns_of(kind), row, strict=True))


def find_record(transaction: Connection, entry_id: str) -> tuple[str, Record] | None:
    """The kind and record with this id, whatever its kind."""
    for kind in ENTRY_TABLES:
        record = record_by_id(transaction, kind, entry_id)
        if record is not None:
            return kind, record
    return None


def insert_record(transaction: Connection, kind: str, record: Record) -> None:
    """Add a row, and its words."""
    seq = _insert(kind).write(transaction, record)
    words = words_of(kind, record)
    if words:
        write_words(transaction, kind, seq, words, existed=False)


def update_record(transaction: Connection, kind: str, record: Record) -> None:
    """Put the record in place of the one with its id, and its words in place of the old ones."""
    _update(kind).write(transaction, {**record, "wanted": record["id"]})
    if kind in tables.TEXT_COLUMNS:
        ((seq,),) = _seq_by_id(kind).rows(transaction, wanted=record["id"])
        write_words(transaction, kind, seq, words_of(kind, record), existed=True)


def existing_records(
    transaction: Connection, column: str, wanted: Sequence[str], kinds: Iterable[str] = ENTRY_TABLES
) -> dict[str, tuple[str, Record]]:
    """Of these ids (or origins), the ones that are here, with kind and record."""
    found: dict[str, tuple[str, Record]] = {}
    for start in range(0, len(wanted), _IN_LIMIT):
        part = wanted[start : start + _IN_LIMIT]
        for kind in kinds:
            query = _select(kind).where(ENTRY_TABLES[kind].c[column].in_(part))
            for row in transaction.execute(query):
                record = _record(row)
                found[str(record[column])] = (kind, record)
    return found


def slices(transaction: Connection, kind: str, after: int, size: int) -> tuple[list[Entry], int]:
    """The next ``size`` entries in order of writing, trash included, and the seq to go on after (-1: no more).

    Undone additions are left out: elsewhere they would come back as trash.
    """
    table = ENTRY_TABLES[kind]
    there = or_(table.c.deleted_ms.is_(None), ~never_was(table))
    query = _select(kind).add_columns(table.c.seq).where(table.c.seq > after, there).order_by(table.c.seq).limit(size)
    rows = transaction.execute(query).all()
    return [from_values(kind, row) for row in rows], rows[-1].seq if len(rows) == size else -1


def _record(row: Row[Any]) -> Record:
    return dict(row._mapping)


# --- tombstones -----------------------------------------------------------------------------------------------------


def tombstones(transaction: Connection) -> Iterator[Tombstone]:
    """Everything that was deleted for good, in that order."""
    table = tables.tombstone
    for row in transaction.execute(select(table.c.id, table.c.kind, table.c.purged_ms).order_by(table.c.seq)):
        yield Tombstone(row.id, row.kind, row.purged_ms)


def add_tombstones(transaction: Connection, stones: Iterable[Tombstone]) -> None:
    """Remember what was deleted for good; known ones are left as they are."""
    statement = insert(tables.tombstone).prefix_with("OR IGNORE")
    rows = [{"id": stone.id, "kind": stone.kind, "purged_ms": stone.purged_ms} for stone in stones]
    if rows:
        transaction.execute(statement, rows)


# --- drafts ---------------------------------------------------------------------------------------------------------


def drafts(transaction: Connection) -> list[Draft]:
    """All unsaved forms."""
    table = tables.draft
    rows = transaction.execute(select(table.c.form, table.c.content, table.c.saved_ms).order_by(table.c.form))
    return [Draft(row.form, row.content, row.saved_ms) for row in rows]


def write_draft(transaction: Connection, draft: Draft) -> None:
    """Keep an unsaved form in place of its earlier state."""
    statement = insert(tables.draft).prefix_with("OR REPLACE")
    transaction.execute(statement, {"form": draft.form, "content": draft.content, "saved_ms": draft.saved_ms})


def drop_draft(transaction: Connection, form: str) -> None:
    """Forget an unsaved form."""
    transaction.execute(tables.draft.delete().where(tables.draft.c.form == form))
