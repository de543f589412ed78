"""Statements that take long and can be stopped: SQLite asks while it works, and takes back what it began."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from journal.core.updating import Watched
from journal.db.connection import SqlConnection

# Of SQLite's own steps; a few milliseconds of work, so that Cancel is heard at once and asking costs nothing.
_ASKED_EVERY = 100_000


@contextmanager
def stoppable(connection: SqlConnection, watched: Watched) -> Iterator[None]:
    """While inside, a wish to stop ends the running statement; then, or at the end, Refused("cancelled").

    What takes the transaction back must stand outside, or it would be stopped too.
    """
    connection.set_progress_handler(lambda: int(watched.cancelled()), _ASKED_EVERY)
    try:
        yield
    except Exception as problem:
        if "interrupted" in str(problem):
            watched.stop_if_cancelled()
        raise
    finally:
        connection.set_progress_handler(None, 0)
    watched.stop_if_cancelled()
