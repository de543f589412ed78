"""Writing the change log: every write in the journal itself, so that undo, redo and history outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from journal.core.changes import BY_ITSELF
from journal.core.kinds import KINDS
from journal.core.records import Plain, Record
from journal.db.change_history import AFTER_WHAT_STANDS
from journal.db.checked_rows import SLICE, change_rows, insert_row, insert_rows, stored_rows
from journal.db.connection import Row, SqlConnection
from journal.db.engine import sql_connection_of
from journal.db.row_checks import refuse_damaged, whole_row
from journal.db.schema import DONE, OVERTAKEN, UNDONE
from journal.db.select import record_by_id
from journal.db.store import insert_record, update_record
from journal.db.tables import ENTRY_TABLES


@dataclass(frozen=True, slots=True)
class Change:
    """One entry's part in a change set; ``before`` None for an addition."""

    kind: str
    entry: str
    before: Record | None


def open_set(transaction: Connection, at_ms: int, label: str, arguments: Mapping[str, str], origin: str) -> int:
    """Begin a change set and return its number; what had been undone can no longer be redone."""
    connection = sql_connection_of(transaction)
    if origin != BY_ITSELF:
        undone = stored_rows(connection, "change_set", f"WHERE undone = {UNDONE} AND {AFTER_WHAT_STANDS}", ())
        change_rows(connection, "change_set", undone, {"undone": OVERTAKEN})
    return insert_row(connection, "change_set", (at_ms, label, _in_json(arguments), origin, DONE))


def _in_json(arguments: Mapping[str, str]) -> str:
    return json.dumps(dict(arguments), ensure_ascii=False)


def rename_set(transaction: Connection, seq: int, arguments: Mapping[str, str]) -> None:
    """Give a set its final numbers when a bulk job knows them."""
    _change_set(transaction, seq, {"arguments": _in_json(arguments)})


def _change_set(transaction: Connection, seq: int, changes: Mapping[str, Plain]) -> None:
    connection = sql_connection_of(transaction)
    change_rows(connection, "change_set", stored_rows(connection, "change_set", "WHERE seq = ?", (seq,)), changes)


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
    rows = [(set_seq, logged.kind, logged.entry, _before_in_json(logged.before)) for logged in changes]
    insert_rows(sql_connection_of(transaction), "change", rows)


def _before_in_json(before: Record | None) -> str | None:
    return None if before is None else json.dumps(before, ensure_ascii=False)


# --- undo and redo --------------------------------------------------------------------------------------------------


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
    _change_set(transaction, set_seq, {"undone": undone})


_KINDS_ADDED = "SELECT DISTINCT kind FROM change WHERE change_set = ? AND before IS NULL"
# Going along the log, so that each slice begins where the one before it ended.
_ADDED = (
    "SELECT {row}, change.seq FROM change CROSS JOIN {kind} ON {kind}.id = change.entry WHERE change.change_set = ? "
    "AND change.kind = '{kind}' AND change.before IS NULL AND change.seq > ? ORDER BY change.seq LIMIT ?"
)


def _mark_additions(transaction: Connection, set_seq: int, deleted_ms: int | None) -> None:
    """In slices, because an import of 300,000 entries is one set too."""
    connection = sql_connection_of(transaction)
    for (kind,) in connection.execute(_KINDS_ADDED, (set_seq,)).fetchall():
        for rows in _added(connection, kind, set_seq):
            change_rows(connection, kind, rows, {"deleted_ms": deleted_ms})


def _added(connection: SqlConnection, kind: str, set_seq: int) -> Iterator[Sequence[Row]]:
    sql, after = _ADDED.format(row=whole_row(kind), kind=kind), 0
    while log_rows := connection.execute(sql, (set_seq, after, SLICE)).fetchall():
        after = log_rows[-1][-1]
        rows = [row[:-1] for row in log_rows]
        refuse_damaged(rows)
        yield rows


def _swap_changes(transaction: Connection, set_seq: int, newest_first: bool) -> None:
    connection = sql_connection_of(transaction)
    changed = f"WHERE change_set = ? AND before IS NOT NULL ORDER BY seq {'DESC' if newest_first else 'ASC'}"
    for row in stored_rows(connection, "change", changed, (set_seq,)):
        _, kind, entry, before, *_ = row
        present = record_by_id(connection, str(kind), str(entry))
        if present is not None:
            wanted = _still_possible(transaction, str(kind), json.loads(str(before)), present)
            update_record(transaction, str(kind), wanted)
            change_rows(connection, "change", [row], {"before": _before_in_json(present)})


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
