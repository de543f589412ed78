"""What a journal's file holds, in numbers: to list a backup, and to compare it with the journal of today."""

from __future__ import annotations

from journal.core.backups import Compared, Contents
from journal.core.kinds import KINDS
from journal.db.connection import SqlConnection, value
from journal.db.schema import DONE

# What a person wrote; settings and the program's own questions are no entries to anybody.
_WRITTEN = tuple(code for code, kind in KINDS.items() if kind.deletable)


def contents_of(connection: SqlConnection) -> Contents:
    """What is there; a file of an earlier version has not every kind, and one that it has not counts nothing."""
    columns = {kind: _columns(connection, kind) for kind in _WRITTEN}
    counts = {kind: _count(connection, kind) for kind, names in columns.items() if names}
    timed = [kind for kind, names in columns.items() if "local_ms" in names and counts[kind]]
    latest = {kind: _latest(connection, kind) for kind in timed}
    newest = max(timed, key=lambda kind: latest[kind], default=None)
    return Contents(
        {kind: count for kind, count in counts.items() if count},
        None if newest is None else (newest, latest[newest]),
        sum(_rows(connection, kind) for kind in KINDS if _columns(connection, kind)),
    )


def compared(there: SqlConnection, today: SqlConnection) -> Compared:
    """The backup ``there`` beside the journal of ``today``. One set of ids for each; nothing is written."""
    in_backup, now = _ids(there), _ids(today)
    return Compared(
        missing=len(now - in_backup),
        changed=len(_changed_since(today, _newest_set(there)) & now & in_backup),
        brought_back=len(in_backup - now),
        of_another=_of_another(there, today),
    )


def _of_another(there: SqlConnection, today: SqlConnection) -> bool:
    """Whether the two never were one journal: no entry of the one is in the other, nor do they begin alike."""
    in_backup, now = _ids(there, with_trash=True), _ids(today, with_trash=True)
    if not in_backup or not now or in_backup & now:
        return False
    return _first_step(there) != _first_step(today)


def _first_step(connection: SqlConnection) -> tuple[object, ...] | None:
    first = "SELECT at_ms, label, arguments FROM change_set ORDER BY seq LIMIT 1"
    return next(iter(connection.execute(first).fetchall()), None)


def steps_of(connection: SqlConnection) -> tuple[int, int, int]:
    """The last change set, how many are undone, and how many entries are gone for good: another one, other contents."""
    undone = value(connection, "SELECT count(*) FROM change_set WHERE undone <> ?", (DONE,))
    return _newest_set(connection), int(undone), int(value(connection, "SELECT count(*) FROM tombstone"))


def _newest_set(connection: SqlConnection) -> int:
    return int(value(connection, "SELECT coalesce(max(seq), 0) FROM change_set"))


def _columns(connection: SqlConnection, kind: str) -> set[str]:
    # Generated columns are in table_xinfo alone.
    return {str(row[1]) for row in connection.execute(f'PRAGMA table_xinfo("{kind}")')}


def _count(connection: SqlConnection, kind: str) -> int:
    return int(value(connection, f'SELECT count(*) FROM "{kind}" WHERE deleted_ms IS NULL'))


def _rows(connection: SqlConnection, kind: str) -> int:
    return int(value(connection, f'SELECT count(*) FROM "{kind}"'))


def _latest(connection: SqlConnection, kind: str) -> int:
    return int(value(connection, f'SELECT max(local_ms) FROM "{kind}" WHERE deleted_ms IS NULL'))


def _ids(connection: SqlConnection, with_trash: bool = False) -> set[str]:
    """Of every entry that is not in the trash, or of every one."""
    there = "" if with_trash else "WHERE deleted_ms IS NULL"
    return {
        row[0]
        for kind in _WRITTEN
        if _columns(connection, kind)
        for row in connection.execute(f'SELECT id FROM "{kind}" {there}')
    }


def _changed_since(connection: SqlConnection, change_set: int) -> set[str]:
    return {row[0] for row in connection.execute("SELECT entry FROM change WHERE change_set > ?", (change_set,))}
