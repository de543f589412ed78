"""The newest steps that an open journal held here, to tell which of them a file in its place does not hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.changes import BY_ITSELF, ChangeSet
from journal.db.connection import SqlConnection
from journal.db.schema import DONE

KEPT = 20
_NEWEST = (
    "SELECT seq, at_ms, label, arguments FROM change_set WHERE undone = ? AND origin <> ? ORDER BY seq DESC LIMIT ?"
)
_LAST = "SELECT seq, at_ms, label, arguments, undone, origin FROM change_set ORDER BY seq DESC LIMIT 1"
_THERE = "SELECT 1 FROM change_set WHERE seq = ? AND at_ms = ? AND undone = ?"

Step = tuple[int, int, str, str]  # as it is stored: it is read at every write, and hardly ever told


class Held(NamedTuple):
    """What a person did last and that stands, newest first. ``last``: the number of the newest step of any kind."""

    last: int
    steps: tuple[Step, ...]


def newest_held(connection: SqlConnection) -> Held:
    """As it is read; nothing where that cannot be."""
    try:
        steps = tuple(connection.execute(_NEWEST, (DONE, BY_ITSELF, KEPT)).fetchall())
        last = connection.execute(_LAST).fetchone()
    except (sqlcipher.Error, UnicodeDecodeError):
        return Held(0, ())
    return Held(0 if last is None else last[0], steps)


def held_after_write(connection: SqlConnection, before: Held) -> Held:
    """The same after a write: nearly always one step is on top of those before, and only it is read.

    Any other write, such as undoing, may have changed each of them.
    """
    try:
        last = connection.execute(_LAST).fetchone()
    except (sqlcipher.Error, UnicodeDecodeError):
        return Held(0, ())
    if last is None or last[0] != before.last + 1:
        return newest_held(connection)
    *step, undone, origin = last
    if undone != DONE or origin == BY_ITSELF:
        return Held(step[0], before.steps)
    return Held(step[0], (tuple(step), *before.steps[: KEPT - 1]))


def not_held(connection: SqlConnection, steps: Iterable[Step]) -> tuple[ChangeSet, ...]:
    """Those of the steps that this file does not hold, newest first; none where that cannot be read."""
    try:
        missing = [step for step in steps if not connection.execute(_THERE, (*step[:2], DONE)).fetchone()]
    except sqlcipher.Error:
        return ()
    return tuple(ChangeSet(seq, at_ms, label, json.loads(arguments)) for seq, at_ms, label, arguments in missing)
