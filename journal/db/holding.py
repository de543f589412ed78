"""Whether a copy of a journal still holds entries that the journal itself has lost for good."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.kinds import KINDS
from journal.db.connection import SqlConnection

_AT_ONCE = 500  # as many values as every SQLite takes in one statement


def holds_any(connection: SqlConnection, ids: Sequence[str]) -> bool:
    """Whether any of these entries is there, in the trash or as it once was, in a file of any format."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    places = [(kind, "id") for kind in KINDS if kind in there]
    if "change" in there:
        places.append(("change", "entry"))
    return any(
        _has_one(connection, table, column, ids[start : start + _AT_ONCE])
        for start in range(0, len(ids), _AT_ONCE)
        for table, column in places
    )


def _has_one(connection: SqlConnection, table: str, column: str, ids: Sequence[str]) -> bool:
    wanted = ", ".join("?" * len(ids))
    result = connection.execute(f'SELECT 1 FROM "{table}" WHERE "{column}" IN ({wanted}) LIMIT 1', tuple(ids))
    return result.fetchone() is not None
