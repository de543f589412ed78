"""The trash and what lies behind it: purging removes rows, words and log, and leaves a tombstone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, select

from journal.core.entries import Tombstone
from journal.db.engine import driver_of
from journal.db.full_text import remove_words
from journal.db.rows import NEVER_WAS, find_record, never_was
from journal.db.store import add_tombstones
from journal.db.tables import ENTRY_TABLES, change, dose, rating, unit

KEPT_MS = 30 * 86_400_000
# What refers to a kind and keeps it from being purged. The order below purges what refers before what it refers to.
_HELD_BY = {"product": (dose.c.product,), "unit": (dose.c.unit,), "symptom": (rating.c.symptom,)}
_OUTERMOST_FIRST = ("note", "day_mark", "rating", "dose", "unit", "product", "symptom", "person", "setting")


def purge_older(transaction: Connection, deleted_before_ms: int, now_ms: int, limit: int = 5000) -> int:
    """Purge what was deleted before that time, undone additions included; what others refer to stays for them."""
    gone = 0
    for kind in _OUTERMOST_FIRST:
        table = ENTRY_TABLES[kind]
        old = select(table.c.id).where(table.c.deleted_ms < deleted_before_ms, *_not_held(kind)).limit(limit)
        gone += purge(transaction, transaction.execute(old).scalars().all(), now_ms)
    return gone


def _not_held(kind: str) -> list[ColumnElement[bool]]:
    table = ENTRY_TABLES[kind]
    held = [column == table.c.id for column in _HELD_BY.get(kind, ())]
    if kind == "product":
        held.append(and_(unit.c.product == table.c.id, dose.c.unit == unit.c.id))
    return [~exists().where(each) for each in held]


def purge(transaction: Connection, ids: Sequence[str], now_ms: int) -> int:
    """Remove trashed entries for good; entries that are not in the trash are left alone. Returns how many went."""
    gone = 0
    for entry_id in ids:
        found = find_record(driver_of(transaction), entry_id)
        if found is not None and found[1]["deleted_ms"] is not None:
            _remove_with_its_own(transaction, found[0], entry_id, now_ms)
            gone += 1
    return gone


def _remove_with_its_own(transaction: Connection, kind: str, entry_id: str, now_ms: int) -> None:
    """Units go with their product, and what was never there (undone additions) holds nothing back."""
    for column in _HELD_BY.get(kind, ()):
        holder = column.table.name
        ghosts = f"SELECT id FROM {holder} WHERE {column.name} = ? AND {NEVER_WAS.format(kind=holder)}"
        for (ghost,) in driver_of(transaction).execute(ghosts, (entry_id,)).fetchall():
            _remove(transaction, holder, ghost, now_ms)
    if kind == "product":
        for own in transaction.execute(select(unit.c.id).where(unit.c.product == entry_id)).scalars().all():
            _remove_with_its_own(transaction, "unit", own, now_ms)
    _remove(transaction, kind, entry_id, now_ms)


def _remove(transaction: Connection, kind: str, entry_id: str, now_ms: int) -> None:
    """An undone addition leaves no tombstone: it never was anything, and may still be imported."""
    table = ENTRY_TABLES[kind]
    leaves_one = not never_was(driver_of(transaction), kind, entry_id)
    seq = transaction.execute(select(table.c.seq).where(table.c.id == entry_id)).scalar_one()
    remove_words(transaction, kind, [seq])
    transaction.execute(delete(table).where(table.c.seq == seq))
    transaction.execute(delete(change).where(change.c.entry == entry_id))
    if leaves_one:
        add_tombstones(transaction, [Tombstone(entry_id, kind, now_ms)])
