"""Writing single entries, what was deleted for good, and unsaved forms."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from journal.core.entries import Draft, Tombstone
from journal.core.records import Record, columns_of
from journal.db import tables
from journal.db.checked_rows import change_rows, insert_row, seq_of, stored_rows
from journal.db.engine import sql_connection_of
from journal.db.full_text import words_of, write_words
from journal.db.schema import TEXT_COLUMNS


def insert_record(transaction: Connection, kind: str, record: Record) -> None:
    """Add a row, and its words."""
    connection = sql_connection_of(transaction)
    seq = insert_row(connection, kind, [record[column] for column in columns_of(kind)])
    words = words_of(kind, record)
    if words:
        write_words(transaction, kind, seq, words, existed=False)


def update_record(transaction: Connection, kind: str, record: Record) -> None:
    """Put the record in place of the one with its id, and its words in place of the old ones."""
    connection = sql_connection_of(transaction)
    (stored,) = stored_rows(connection, kind, "WHERE id = ?", (record["id"],))
    present = dict(zip(columns_of(kind), stored, strict=False))
    change_rows(connection, kind, [stored], {name: new for name, new in record.items() if new != present[name]})
    if kind in TEXT_COLUMNS:
        write_words(transaction, kind, seq_of(stored), words_of(kind, record), existed=True)


# --- tombstones -----------------------------------------------------------------------------------------------------


def add_tombstones(transaction: Connection, stones: Iterable[Tombstone]) -> None:
    """Remember what was deleted for good; known ones are left as they are."""
    statement = insert(tables.tombstone).prefix_with("OR IGNORE")
    rows = [{"id": stone.id, "kind": stone.kind, "purged_ms": stone.purged_ms} for stone in stones]
    if rows:
        transaction.execute(statement, rows)


# --- drafts ---------------------------------------------------------------------------------------------------------


def write_draft(transaction: Connection, draft: Draft) -> None:
    """Keep an unsaved form in place of its earlier state."""
    statement = insert(tables.draft).prefix_with("OR REPLACE")
    transaction.execute(statement, {"form": draft.form, "content": draft.content, "saved_ms": draft.saved_ms})


def drop_draft(transaction: Connection, form: str) -> None:
    """Forget an unsaved form."""
    transaction.execute(tables.draft.delete().where(tables.draft.c.form == form))
