"""Everything in order of writing, a slice at a time: what exports read."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.entries import Entry, Tombstone
from journal.core.kinds import KINDS
from journal.core.records import from_rows
from journal.db.connection import SqlConnection
from journal.db.select import UNDONE_ADDITION, rows_of


def slices(connection: SqlConnection, kind: str, after: int, size: int) -> tuple[list[Entry], int]:
    """The next ``size`` entries in order of writing, trash included, and the seq to go on after (-1: no more).

    Undone additions are left out, as elsewhere they would come back as trash; but not what a live entry refers to.
    """
    there = f"(deleted_ms IS NULL OR NOT {UNDONE_ADDITION.format(kind=kind)} OR {_referred_to(kind)})"
    rows = rows_of(connection, kind, f"WHERE seq > ? AND {there} ORDER BY seq LIMIT ?", (after, size))
    return from_rows(kind, rows), rows[-1][-2] if len(rows) == size else -1


def _referred_to(kind: str) -> str:
    """Of a row: something live needs it."""
    live = "EXISTS (SELECT 1 FROM {0} r WHERE r.{1} = {2}.id AND r.deleted_ms IS NULL)"
    return " OR ".join(live.format(reference.kind, reference.column, kind) for reference in KINDS[kind].held_by) or "0"


def tombstones(connection: SqlConnection) -> Iterator[Tombstone]:
    """Everything that was deleted for good, in that order."""
    for row in connection.execute("SELECT id, kind, purged_ms FROM tombstone ORDER BY seq"):
        yield Tombstone(*row)
