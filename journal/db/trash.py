"""The trash, and deleting for good: purging removes rows, words and log, and leaves a tombstone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement, Connection, and_, delete, exists, select

from journal.core.entries import Tombstone
from journal.core.kinds import KINDS, Reference
from journal.db.engine import sql_connection_of
from journal.db.full_text import remove_words
from journal.db.select import UNDONE_ADDITION, find_record, is_undone_addition
from journal.db.store import add_tombstones
from journal.db.tables import ENTRY_TABLES, change

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
    gone = 0
    for entry_id in ids:
        present = find_record(sql_connection_of(transaction), entry_id)
        if present is not None and present[1]["deleted_ms"] is not None:
            _remove_with_its_own(transaction, present[0], entry_id, now_ms)
            gone += 1
    return gone


def _remove_with_its_own(transaction: Connection, kind: str, entry_id: str, now_ms: int) -> None:
    """Units go with their product; undone additions do not keep it from being removed."""
    for reference in KINDS[kind].held_by:
        undone = UNDONE_ADDITION.format(kind=reference.kind)
        undone_rows = f"SELECT id FROM {reference.kind} WHERE {reference.column} = ? AND {undone}"
        for (undone_id,) in sql_connection_of(transaction).execute(undone_rows, (entry_id,)).fetchall():
            _remove(transaction, reference.kind, undone_id, now_ms)
    for along in KINDS[kind].taken_along:
        own_ids = select(ENTRY_TABLES[along.kind].c.id).where(_column(along) == entry_id)
        for own in transaction.execute(own_ids).scalars().all():
            _remove_with_its_own(transaction, along.kind, own, now_ms)
    _remove(transaction, kind, entry_id, now_ms)


def _remove(transaction: Connection, kind: str, entry_id: str, now_ms: int) -> None:
    """An undone addition leaves no tombstone, so that it may still be imported."""
    table = ENTRY_TABLES[kind]
    leaves_one = not is_undone_addition(sql_connection_of(transaction), kind, entry_id)
    seq = transaction.execute(select(table.c.seq).where(table.c.id == entry_id)).scalar_one()
    remove_words(transaction, kind, [seq])
    transaction.execute(delete(table).where(table.c.seq == seq))
    transaction.execute(delete(change).where(change.c.entry == entry_id))
    if leaves_one:
        add_tombstones(transaction, [Tombstone(entry_id, kind, now_ms)])
