"""The newest steps that an open journal held here, to tell which of them a file in its place does not hold."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.changes import BY_ITSELF, ChangeSet
from journal.db.connection import SqlConnection
from journal.db.schema import DONE

KEPT = 20
_NEWEST = (
    "SELECT seq, at_ms, label, arguments FROM change_set WHERE undone = ? AND origin <> ? ORDER BY seq DESC LIMIT ?"
)
_THERE = "SELECT 1 FROM change_set WHERE seq = ? AND at_ms = ? AND undone = ?"

Step = tuple[int, int, str, str]  # as it is stored: it is read at every write, and hardly ever told


def newest_steps(connection: SqlConnection) -> tuple[Step, ...]:
    """What a person did last and that stands, newest first; none where that cannot be read."""
    try:
        return tuple(connection.execute(_NEWEST, (DONE, BY_ITSELF, KEPT)).fetchall())
    except (sqlcipher.Error, UnicodeDecodeError):
        return ()


def not_held(connection: SqlConnection, steps: Iterable[Step]) -> tuple[ChangeSet, ...]:
    """Those of the steps that this file does not hold, newest first; none where that cannot be read."""
    try:
        missing = [step for step in steps if not connection.execute(_THERE, (*step[:2], DONE)).fetchone()]
    except sqlcipher.Error:
        return ()
    return tuple(ChangeSet(seq, at_ms, label, json.loads(arguments)) for seq, at_ms, label, arguments in missing)
