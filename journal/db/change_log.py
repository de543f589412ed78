"""The change log: every write in the journal itself, so that undo, redo and history outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, insert, select, text, update

from journal.core.changes import ChangeSet, Revision
from journal.core.records import Record
from journal.db.prepared import Prepared
from journal.db.store import insert_record, record_by_id, update_record
from journal.db.tables import ENTRY_TABLES, change, change_set
from journal.db.undone import DONE, OVERTAKEN, UNDONE


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
    for each in changes:
        before = None if each.before is None else json.dumps(each.before, ensure_ascii=False)
        row = {"change_set": set_seq, "kind": each.kind, "entry": each.entry, "before": before}
        _ADD_CHANGE.write(transaction, row)


# --- undo and redo --------------------------------------------------------------------------------------------------

_HAS_CHANGES = exists().where(change.c.change_set == change_set.c.seq)
_NEXT_UNDO = (
    select(change_set).where(change_set.c.undone == DONE, _HAS_CHANGES).order_by(change_set.c.seq.desc()).limit(1)
)
_NEXT_REDO = select(change_set).where(change_set.c.undone == UNDONE, _HAS_CHANGES).order_by(change_set.c.seq).limit(1)
_CHANGES = select(change).where(change.c.change_set == bindparam("wanted"))
_COUNT = select(func.count()).select_from(change).where(change.c.change_set == bindparam("wanted"))


def next_undo(transaction: Connection) -> ChangeSet | None:
    """The set that undo would take back."""
    return _set_or_none(transaction.execute(_NEXT_UNDO).one_or_none())


def next_redo(transaction: Connection) -> ChangeSet | None:
    """The set that redo would do again."""
    return _set_or_none(transaction.execute(_NEXT_REDO).one_or_none())


def size_of(transaction: Connection, set_seq: int) -> int:
    """How many entries the set changed."""
    return int(transaction.execute(_COUNT, {"wanted": set_seq}).scalar_one())


def changed_records(transaction: Connection, set_seq: int) -> list[tuple[str, Record]]:
    """The kinds and present records of the entries that the set changed."""
    rows = transaction.execute(_CHANGES, {"wanted": set_seq}).all()
    found = ((row.kind, record_by_id(transaction, row.kind, row.entry)) for row in rows)
    return [(kind, record) for kind, record in found if record is not None]


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
        present = record_by_id(transaction, row.kind, row.entry)
        if present is not None:
            wanted = _still_possible(transaction, row.kind, json.loads(row.before), present)
            update_record(transaction, row.kind, wanted)
            transaction.execute(
                update(change).where(change.c.seq == row.seq).values(before=json.dumps(present, ensure_ascii=False))
            )


# What a record refers to, by column; purging may have taken it away since the record was logged.
_REFERENCES = {
    kind: {key.parent.name: key.column.table.name for key in table.foreign_keys} for kind, table in ENTRY_TABLES.items()
}


def _still_possible(transaction: Connection, kind: str, record: Record, present: Record) -> Record:
    """The logged record without references to what was purged; where it must refer to something, the present one."""
    for column, target in _REFERENCES[kind].items():
        wanted = record[column]
        if wanted is not None and record_by_id(transaction, target, str(wanted)) is None:
            must = not ENTRY_TABLES[kind].c[column].nullable
            record = {**record, column: present[column] if must else None}
    return record


def _set_or_none(row: Any) -> ChangeSet | None:
    if row is None:
        return None
    return ChangeSet(row.seq, row.at_ms, row.label, json.loads(row.arguments), row.origin)


def is_undone(transaction: Connection, set_seq: int) -> bool | None:
    """Whether the set is undone; None when there is none of that number."""
    undone = transaction.execute(select(change_set.c.undone).where(change_set.c.seq == set_seq)).scalar_one_or_none()
    return None if undone is None else undone != DONE


# --- history --------------------------------------------------------------------------------------------------------

_HISTORY = (
    select(change_set.c.at_ms, change_set.c.label, change_set.c.undone, change.c.before)
    .join(change, change.c.change_set == change_set.c.seq)
    .where(change.c.entry == bindparam("wanted"))
    .order_by(change.c.seq)
)


def history(transaction: Connection, entry_id: str) -> list[Revision]:
    """What happened to an entry, oldest first."""
    rows = transaction.execute(_HISTORY, {"wanted": entry_id}).all()
    return [
        Revision(row.at_ms, row.label, None if row.before is None else json.loads(row.before), row.undone != DONE)
        for row in rows
    ]


def head(transaction: Connection) -> tuple[int, int]:
    """A number pair that moves whenever the log does; long readers compare it between slices."""
    last = transaction.execute(select(func.coalesce(func.max(change_set.c.seq), 0))).scalar_one()
    undone = transaction.execute(
        select(func.count()).select_from(change_set).where(change_set.c.undone > 0)
    ).scalar_one()
    return int(last), int(undone)


def newest_ms(transaction: Connection, before_ms: int | None = None) -> int:
    """When the last change set was written, or the last before a time (0: never)."""
    newest = select(func.coalesce(func.max(change_set.c.at_ms), 0))
    return int(
        transaction.execute(newest if before_ms is None else newest.where(change_set.c.at_ms < before_ms)).scalar_one()
    )
