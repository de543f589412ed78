"""Reading the change log: what undo and redo would do, and what happened to an entry."""

from __future__ import annotations

import json

from journal.core.changes import BY_ITSELF, ChangeSet, Revision
from journal.core.records import Record
from journal.db.connection import Row, SqlConnection, value
from journal.db.row_checks import Damaged
from journal.db.schema import DONE, UNDONE
from journal.db.select import record_by_id, rows_of

# A set whose entries were all purged has nothing to take back.
_STEP = (
    f"WHERE origin <> '{BY_ITSELF}' AND "
    "undone = {state} "
    "AND EXISTS (SELECT 1 FROM change WHERE change.change_set = change_set.seq) ORDER BY seq {order} LIMIT 1"
)
_NEXT_UNDO = _STEP.format(state=DONE, order="DESC")
# Undo takes the newest set that stands, so none that it took back is older than the newest that stands now: the sets
# before that one, which grow to very many, need not be read at each save.
AFTER_WHAT_STANDS = (
    "seq > coalesce((SELECT seq FROM change_set standing WHERE "
    f"undone = {DONE} AND origin <> '{BY_ITSELF}' "
    "AND EXISTS (SELECT 1 FROM change WHERE change.change_set = standing.seq) ORDER BY seq DESC LIMIT 1), 0)"
)
_NEXT_REDO = _STEP.format(state=UNDONE, order="ASC").replace("WHERE", f"WHERE {AFTER_WHAT_STANDS} AND", 1)


def next_undo(connection: SqlConnection) -> ChangeSet | None:
    """The set that undo would take back."""
    return _first_set(connection, _NEXT_UNDO)


def last_ms(connection: SqlConnection) -> int | None:
    """When the newest set was made, whether it stands or not, and whatever of it was deleted for good since."""
    at_ms = value(connection, "SELECT at_ms FROM change_set ORDER BY seq DESC LIMIT 1")
    return None if at_ms is None else int(at_ms)


def next_redo(connection: SqlConnection) -> ChangeSet | None:
    """The set that redo would do again."""
    return _first_set(connection, _NEXT_REDO)


def _first_set(connection: SqlConnection, rest: str) -> ChangeSet | None:
    for at_ms, label, arguments, origin, _, seq, _ in rows_of(connection, "change_set", rest):
        return ChangeSet(seq, at_ms, label, json.loads(arguments), origin)
    return None


def is_undone(connection: SqlConnection, set_seq: int) -> bool | None:
    """Whether the set is undone; None when there is none of that number."""
    undone = value(connection, "SELECT undone FROM change_set WHERE seq = ?", (set_seq,))
    return None if undone is None else undone != DONE


def size_of(connection: SqlConnection, set_seq: int) -> int:
    """How many entries the set changed."""
    return int(value(connection, "SELECT count(*) FROM change WHERE change_set = ?", (set_seq,)))


def changed_records(connection: SqlConnection, set_seq: int) -> list[tuple[str, Record]]:
    """The kinds and present records of the entries that the set changed."""
    rows = rows_of(connection, "change", "WHERE change_set = ?", (set_seq,))
    records = ((kind, record_by_id(connection, kind, entry)) for _, kind, entry, *_ in rows)
    return [(kind, record) for kind, record in records if record is not None]


def brought_records(connection: SqlConnection, set_seq: int) -> list[tuple[str, Record]]:
    """The present records of the entries that are there, and were not before the set was written or taken back."""
    rows = rows_of(connection, "change", "WHERE change_set = ?", (set_seq,))
    absent = {
        entry for _, _, entry, before, *_ in rows if before is None or json.loads(before)["deleted_ms"] is not None
    }
    records = changed_records(connection, set_seq)
    return [(kind, record) for kind, record in records if record["id"] in absent and record["deleted_ms"] is None]


def history(connection: SqlConnection, entry_id: str) -> list[Revision]:
    """What happened to an entry, oldest first."""
    changes = rows_of(connection, "change", "WHERE entry = ? ORDER BY seq", (entry_id,))
    of_entry = "WHERE seq IN (SELECT change_set FROM change WHERE entry = ?)"
    sets = {row[-2]: row for row in rows_of(connection, "change_set", of_entry, (entry_id,))}
    if not sets.keys() >= {number for number, *_ in changes}:
        raise Damaged  # a page of the sets that holds none any more is in order to SQLite
    return [_revision(sets[number], before) for number, _, _, before, *_ in changes]


def first_ms(connection: SqlConnection, entry_id: str) -> int | None:
    """When an entry was first written; None: the log does not say."""
    of_entry = "SELECT min(at_ms) FROM change_set WHERE seq IN (SELECT change_set FROM change WHERE entry = ?)"
    at_ms = value(connection, of_entry, (entry_id,))
    return None if at_ms is None else int(at_ms)


def _revision(change_set: Row, before: str | None) -> Revision:
    at_ms, label, _, _, undone, *_ = change_set
    return Revision(at_ms, label, None if before is None else json.loads(before), undone != DONE)


def head(connection: SqlConnection) -> tuple[int, int]:
    """A number pair that moves whenever the log does; long readers compare it between slices."""
    last = value(connection, "SELECT coalesce(max(seq), 0) FROM change_set")
    return int(last), int(value(connection, "SELECT count(*) FROM change_set WHERE undone > 0"))


def last_ms_of_a_person(connection: SqlConnection) -> int:
    """When the last change was written that the program did not make by itself (0: never)."""
    last = "SELECT at_ms FROM change_set WHERE origin <> ? ORDER BY seq DESC LIMIT 1"
    return int(value(connection, last, (BY_ITSELF,)) or 0)


def newest_ms(connection: SqlConnection, before_ms: int | None = None) -> int:
    """When the last change set was written, or the last before a time (0: never)."""
    newest = "SELECT coalesce(max(at_ms), 0) FROM change_set"
    if before_ms is None:
        return int(value(connection, newest))
    return int(value(connection, f"{newest} WHERE at_ms < ?", (before_ms,)))
