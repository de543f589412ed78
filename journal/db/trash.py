"""The trash and what lies behind it: purging removes rows, words and log, and leaves a tombstone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, select

from journal.core.entries import Entry, Tombstone
from journal.db.change_log import DONE
from journal.db.full_text import remove_words
from journal.db.store import add_tombstones, everything, find_record, values
from journal.db.tables import ENTRY_TABLES, change, change_set

KEPT_MS = 30 * 86_400_000
_SHOWN = ("dose", "rating", "day_mark", "note", "product", "unit", "symptom")


def trashed(transaction: Connection, limit: int = 5000) -> list[Entry]:
    """What was deleted and not yet purged, last deleted first; undone additions are hidden."""
    found: list[Entry] = []
    for kind in _SHOWN:
        table = ENTRY_TABLES[kind]
        never_was = exists().where(
            change.c.entry == table.c.id,
            change.c.before.is_(None),
            change.c.change_set == change_set.c.seq,
            change_set.c.undone != DONE,
        )
        query = everything(kind).where(table.c.deleted_ms.is_not(None), ~never_was)
        found += values(transaction, kind, query.order_by(table.c.deleted_ms.desc()).limit(limit))
    return sorted(found, key=lambda entry: entry.deleted_ms or 0, reverse=True)


def older_than(transaction: Connection, deleted_before_ms: int, limit: int = 5000) -> list[str]:
    """The ids of what was deleted before that time, undone additions included."""
    ids: list[str] = []
    for table in ENTRY_TABLES.values():
        query = select(table.c.id).where(table.c.deleted_ms < deleted_before_ms).limit(limit)
        ids += transaction.execute(query).scalars()
    return ids


def purge(transaction: Connection, ids: Sequence[str], now_ms: int) -> int:
    """Remove trashed entries for good; entries that are not in the trash are left alone. Returns how many went."""
    gone = 0
    for entry_id in ids:
        found = find_record(transaction, entry_id)
        if found is not None and found[1]["deleted_ms"] is not None:
            _remove(transaction, found[0], entry_id)
            add_tombstones(transaction, [Tombstone(entry_id, found[0], now_ms)])
            gone += 1
    return gone


def _remove(transaction: Connection, kind: str, entry_id: str) -> None:
    table = ENTRY_TABLES[kind]
    seq = transaction.execute(select(table.c.seq).where(table.c.id == entry_id)).scalar_one()
    remove_words(transaction, kind, [seq])
    transaction.execute(delete(table).where(table.c.seq == seq))
    transaction.execute(delete(change).where(change.c.entry == entry_id))
