"""The check that the window makes by itself: in slices, so that no save waits for it, and ended by any save."""

from __future__ import annotations

from collections.abc import Callable

from journal.core.updating import Watched
from journal.db.backup import problems_in
from journal.db.foreign_schema import schema_problems
from journal.db.journal_file import JournalFile
from journal.db.row_checks import CHECKED, whole_row
from journal.db.seals import Counted
from journal.db.search_check import told_apart, unanswered
from journal.db.stopping import stoppable

SLICE = 2000  # a save waits for one of them at most: some hundredths of a second


def compare_in_slices(file: JournalFile, watched: Watched) -> list[str]:
    """Every row compared with its check, every day with its seal, and the search asked once; what is wrong.

    Refused("cancelled") when anything is written meanwhile, or whoever waits has had enough: begin again later.
    """
    begun = file.writes
    stopped = Watched(watched.report, lambda: watched.cancelled() or file.writes != begun)
    problems: list[str] = []
    for table in CHECKED:
        problems += _compare(file, table, stopped.stop_if_cancelled)
    return problems or list[str](unanswered(file.connect))


def _compare(file: JournalFile, table: str, stop: Callable[[], None]) -> list[str]:
    counted, after = Counted(table), -1
    sql = f"SELECT {whole_row(table)} FROM {table} NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT {SLICE}"
    while True:
        stop()
        with file.reading() as connection:
            rows = connection.execute(sql, (after,)).fetchall()
            counted.take(rows)
            if len(rows) < SLICE:
                problems = counted.problems(connection)
                stop()  # of a day that a save has just changed nothing can be said
                return problems
            after = rows[-1][-2]


def check_thoroughly(file: JournalFile, watched: Watched) -> list[str]:
    """SQLite's own checks, the schema, and all rows; ended like ``compare_in_slices``, by a save that waits too."""
    beside = file.path.with_name(file.path.name + "-journal")
    stopped = False

    def stop() -> bool:
        # Whoever writes waits until reading ends; what they will change lies beside the journal meanwhile.
        nonlocal stopped
        stopped = stopped or watched.cancelled() or beside.exists()
        return stopped

    with file.reading() as connection, stoppable(connection, Watched(watched.report, stop)):
        problems = problems_in(connection, file.encrypted) or schema_problems(connection)
        problems = [*file.beginning, *problems]
    return told_apart(problems, file.connect)
