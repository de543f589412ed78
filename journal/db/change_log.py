"""Writing the change log: every write in the journal itself, so that undo, redo and history outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, text, update

from journal.core.changes import BY_ITSELF
from journal.core.kinds import KINDS
from journal.core.records import Record
from journal.db.engine import sql_connection_of
from journal.db.prepared import Prepared
from journal.db.schema import DONE, OVERTAKEN, UNDONE
from journal.db.select import record_by_id
from journal.db.store import insert_record, update_record
from journal.db.tables import ENTRY_TABLES, change, change_set


@dataclass(frozen=True, slots=True)
class Change:
    """One entry's part in a change set; ``before`` None for an addition."""

    kind: str
    entry: str
    before: Record | None


_ADD_SET = Prepared(insert(change_set), ("at_ms", "label", "arguments", "origin", "undone"))
_ADD_CHANGE = Prepared(insert(change), ("change_set", "kind", "entry", "before"))
_OVERTAKE = Prepared(update(change_set).where(change_set.c.undone == UNDONE).values(undone=OVERTAKEN))


def open_set(transaction: Connection, at_ms: int, label: str, arguments: Mapping[str, str], origin: str) -> int:
    """Begin a change set and return its number; what had been undone can no longer be redone."""
    if origin != BY_ITSELF:
        _OVERTAKE.write(transaction, {})
    row = {
        "at_ms": at_ms,
        "label": label,
        "arguments": json.dumps(dict(arguments), ensure_ascii=False),
        "origin": origin,
        "undone": DONE,
    }
    return _ADD_SET.write(transaction, row)


def rename_set(transaction: Connection, seq: int, arguments: Mapping[str, str]) -> None:
    """Give a set its final numbers when a bulk job knows them."""
    words = json.dumps(dict(arguments), ensure_ascii=False)
    transaction.execute(update(change_set).where(change_set.c.seq == seq).values(arguments=words))


def apply_changes(transaction: Connection, set_seq: int, changes: Sequence[tuple[str, Record, Record | None]]) -> None:
    """Write each (kind, record, record before) as an addition (before None) or a change, and log what was there."""
    for kind, record, before in changes:
        if before is None:
            insert_record(transaction, kind, record)
        else:
            update_record(transaction, kind, record)
    log_changes(transaction, set_seq, (Change(kind, str(record["id"]), before) for kind, record, before in changes))


def log_changes(transaction: Connection, set_seq: int, changes: Iterable[Change]) -> None:
    """Note what each entry was before."""
    for logged in changes:
        before = None if logged.before is None else json.dumps(logged.before, ensure_ascii=False)
        row = {"change_set": set_seq, "kind": logged.kind, "entry": logged.entry, "before": before}
        _ADD_CHANGE.write(transaction, row)


# --- undo and redo --------------------------------------------------------------------------------------------------

_CHANGES = select(change).where(change.c.change_set == bindparam("wanted"))


def take_back(transaction: Connection, set_seq: int, at_ms: int) -> None:
    """Undo the set: additions become deleted, changed records get back what they were."""
    # Swapped first: what was added and changed in one set must end as deleted.
    _swap_changes(transaction, set_seq, newest_first=True)
    _mark_additions(transaction, set_seq, at_ms)
    _set_undone(transaction, set_seq, UNDONE)


def do_again(transaction: Connection, set_seq: int) -> None:
    """Redo the set."""
    _mark_additions(transaction, set_seq, None)
    _swap_changes(transaction, set_seq, newest_first=False)
    _set_undone(transaction, set_seq, DONE)


def _set_undone(transaction: Connection, set_seq: int, undone: int) -> None:
    transaction.execute(update(change_set).where(change_set.c.seq == set_seq).values(undone=undone))


def _mark_additions(transaction: Connection, set_seq: int, deleted_ms: int | None) -> None:
    # In SQL, because an import of 300,000 entries is one set too.
    kinds = transaction.execute(
        select(change.c.kind).where(change.c.change_set == set_seq, change.c.before.is_(None)).distinct()
    ).scalars()
    for kind in list(kinds):
        transaction.execute(_MARK[kind], {"deleted_ms": deleted_ms, "wanted": set_seq})


_MARK = {
    kind: text(
        f"UPDATE {kind} SET deleted_ms = :deleted_ms WHERE id IN "
        f"(SELECT entry FROM change WHERE change_set = :wanted AND kind = '{kind}' AND before IS NULL)"
    )
    for kind in ENTRY_TABLES
}


def _swap_changes(transaction: Connection, set_seq: int, newest_first: bool) -> None:
    order = change.c.seq.desc() if newest_first else change.c.seq
    rows = transaction.execute(_CHANGES.where(change.c.before.is_not(None)).order_by(order), {"wanted": set_seq}).all()
    for row in rows:
        present = record_by_id(sql_connection_of(transaction), row.kind, row.entry)
        if present is not None:
            wanted = _still_possible(transaction, row.kind, json.loads(row.before), present)
            update_record(transaction, row.kind, wanted)
            transaction.execute(
                update(change).where(change.c.seq == row.seq).values(before=json.dumps(present, ensure_ascii=False))
            )


# What a record refers to, by column; purging may have taken it away since the record was logged.
_REFERENCES = {code: {reference.column: reference.to for reference in kind.references} for code, kind in KINDS.items()}


def _still_possible(transaction: Connection, kind: str, record: Record, present: Record) -> Record:
    """The logged record without references to what was purged; where it must refer to something, the present one."""
    for column, target in _REFERENCES[kind].items():
        wanted = record[column]
        if wanted is not None and record_by_id(sql_connection_of(transaction), target, str(wanted)) is None:
            must = not ENTRY_TABLES[kind].c[column].nullable
            record = {**record, column: present[column] if must else None}
    return record
