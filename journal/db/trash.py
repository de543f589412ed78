"""The trash, and deleting for good: purging removes rows, words and log, and leaves a tombstone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, ColumnElement, Connection, and_, exists, select

from journal.core.entries import Tombstone
from journal.core.fields import Gone
from journal.core.kinds import KINDS, Reference
from journal.core.records import Plain
from journal.db.checked_rows import change_rows, remove_rows, seq_of, stored_rows
from journal.db.connection import SqlConnection
from journal.db.engine import sql_connection_of
from journal.db.full_text import remove_words
from journal.db.row_checks import CHECKED
from journal.db.schema import TEXT_COLUMNS
from journal.db.select import UNDONE_ADDITION, find_record, is_undone_addition
from journal.db.store import add_tombstones
from journal.db.tables import ENTRY_TABLES

# What refers is purged before what it refers to, which ``KINDS`` names first.
_OUTERMOST_FIRST = tuple(reversed(tuple(KINDS)))


def purge_older(transaction: Connection, deleted_before_ms: int, now_ms: int, limit: int = 5000) -> int:
    """Purge what was deleted before that time, undone additions included; what others refer to stays for them."""
    gone = 0
    for kind in _OUTERMOST_FIRST:
        table = ENTRY_TABLES[kind]
        old = select(table.c.id).where(table.c.deleted_ms < deleted_before_ms, *_not_held(kind)).limit(limit)
        gone += purge(transaction, transaction.execute(old).scalars().all(), now_ms)
    return gone


def _not_held(kind: str) -> list[ColumnElement[bool]]:
    """The condition that nothing refers to the entry, or to what would be deleted with it, in a way that keeps it."""
    own_id = ENTRY_TABLES[kind].c.id
    held = [_column(reference) == own_id for reference in KINDS[kind].held_by]
    for own in KINDS[kind].taken_along:
        along = ENTRY_TABLES[own.kind]
        held += [
            and_(_column(own) == own_id, _column(reference) == along.c.id) for reference in KINDS[own.kind].held_by
        ]
    return [~exists().where(condition) for condition in held]


def _column(reference: Reference) -> Column[str]:
    return ENTRY_TABLES[reference.kind].c[reference.column]


def purge(transaction: Connection, ids: Sequence[str], now_ms: int) -> int:
    """Remove trashed entries for good; entries that are not in the trash are left alone. Returns how many went."""
    connection, gone = sql_connection_of(transaction), list[tuple[str, str]]()
    for entry_id in ids:
        present = find_record(connection, entry_id)
        if present is not None and present[1]["deleted_ms"] is not None:
            gone.append((present[0], entry_id))
    # A product's unit may be named beside its product.
    removed = list(
        dict.fromkeys(entry for kind, entry_id in gone for entry in _with_its_own(connection, kind, entry_id))
    )
    for kind, entry_id in removed:
        _overwrite(connection, kind, entry_id)
    for kind, entry_id in removed:
        _remove(transaction, kind, entry_id, now_ms)
    return len(gone)


def _with_its_own(connection: SqlConnection, kind: str, entry_id: str) -> Iterator[tuple[str, str]]:
    """What goes with an entry, and then itself: a product's units, and undone additions, which do not keep it."""
    for reference in KINDS[kind].held_by:
        undone = UNDONE_ADDITION.format(kind=reference.kind)
        undone_rows = f"SELECT id FROM {reference.kind} WHERE {reference.column} = ? AND {undone}"
        for (undone_id,) in connection.execute(undone_rows, (entry_id,)).fetchall():
            yield reference.kind, undone_id
    for along in KINDS[kind].taken_along:
        own = f"SELECT id FROM {along.kind} WHERE {along.column} = ?"
        for (own_id,) in connection.execute(own, (entry_id,)).fetchall():
            yield from _with_its_own(connection, along.kind, own_id)
    yield kind, entry_id


def _overwrite(connection: SqlConnection, kind: str, entry_id: str) -> None:
    """Put blanks of the same length over its words, in place.

    SQLite wipes what is removed. But while it removes one row it moves its neighbours within their page, and what they
    leave behind there is not wiped: so the words go from all rows before the first row does.
    """
    blanked = [(kind, TEXT_COLUMNS.get(kind, ()), "WHERE id = ?"), ("change", ("before",), "WHERE entry = ?")]
    for table, columns, where in blanked:
        for row in stored_rows(connection, table, where, (entry_id,)) if columns else ():
            stored = dict(zip(CHECKED[table], row, strict=False))
            change_rows(connection, table, [row], {column: _blanks(stored[column]) for column in columns})


def _blanks(words: Plain) -> Plain:
    return None if words is None else " " * len(str(words).encode())


def _remove(transaction: Connection, kind: str, entry_id: str, now_ms: int) -> None:
    """An undone addition leaves no tombstone, so that it may still be imported."""
    connection = sql_connection_of(transaction)
    leaves_one = not is_undone_addition(connection, kind, entry_id)
    (row,) = stored_rows(connection, kind, "WHERE id = ?", (entry_id,))
    remove_words(transaction, kind, [seq_of(row)])
    _forget(connection, kind, entry_id)
    remove_rows(connection, kind, [row])
    remove_rows(connection, "change", stored_rows(connection, "change", "WHERE entry = ?", (entry_id,)))
    if leaves_one:
        add_tombstones(transaction, [Tombstone(entry_id, kind, now_ms)])


_FORGETTING = [reference for kind in KINDS.values() for reference in kind.references if reference.gone is Gone.FORGETS]


def _forget(connection: SqlConnection, kind: str, entry_id: str) -> None:
    """What refers to it and can exist without it: here, since SQLite's own SET NULL would leave the old check."""
    for reference in _FORGETTING:
        if reference.to == kind:
            rows = stored_rows(connection, reference.kind, f"WHERE {reference.column} = ?", (entry_id,))
            change_rows(connection, reference.kind, rows, {reference.column: None})
