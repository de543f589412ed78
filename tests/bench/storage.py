"""Saving a dose, opening a day, finding entries: against bare SQL on the same file, from 1 to 50 years."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import Collection, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from journal.clock import SystemClock
from journal.core.entries import Dose
from journal.core.journal_day import local_span
from journal.core.moments import moment_now
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.queries import EntryQuery
from journal.core.typed_amounts import parse_amount
from journal.logbook import Logbook
from tests.bench.journals import YEARS, made_up
from tests.bench.measure import Figure, Work, against

BATCH = 10
CLOCK = SystemClock()


def figures(sizes: Collection[int] = YEARS) -> Iterator[Figure]:
    """(c) saving, (d) opening a day and finding, (e) all three across sizes, in years."""
    with ExitStack() as stack:
        work: dict[int, dict[str, Work]] = {}
        for years in sizes:
            path = made_up(years)
            logbook = stack.enter_context(Logbook.open(path, clock=CLOCK))
            bare = stack.enter_context(closing(_bare_connection(path)))
            day = _a_busy_day(logbook)
            work[years] = _ours(logbook, day)
            floors = _floors(bare, day)
            for name, limit in _LIMITS.items():
                yield against(f"{name}, {years} years", work[years][name], floors[name], limit, clock=_CLOCKS[name])
        for name in _LIMITS:
            for years in set(sizes) - {1} if 1 in sizes else ():
                yield against(f"{name}, {years} years against 1", work[years][name], work[1][name], 1.2)


# A day verifies the check of each of its rows.
_LIMITS = {"save": 2.5, "day": 4.0, "find": 3.0}
_CLOCKS = {"save": time.perf_counter, "day": time.process_time, "find": time.process_time}


def _ours(logbook: Logbook, day: dt.date) -> dict[str, Work]:
    return {
        "save": _repeated(lambda: _save(logbook)),
        "day": _repeated(lambda: logbook.days(day, day)),
        "find": _repeated(lambda: logbook.find(_QUERY)),
    }


def _floors(bare: Any, day: dt.date) -> dict[str, Work]:
    return {
        "save": _repeated(lambda: _bare_save(bare)),
        "day": _repeated(lambda: _bare_day(bare, day)),
        "find": _repeated(lambda: _bare_find(bare)),
    }


def _repeated(work: Work) -> Work:
    return lambda: [work() for _ in range(BATCH)]


# --- the program's side ---------------------------------------------------------------------------------------------

_QUERY = EntryQuery(text="a", kinds=("dose", "note"), limit=50)


def _save(logbook: Logbook) -> None:
    amount = parse_amount("2.5")
    logbook.save(Dose(at=moment_now(CLOCK), amount=amount, note="with breakfast, before the bus"))


def _a_busy_day(logbook: Logbook) -> dt.date:
    counts = logbook.day_counts()
    return max(counts[:60], key=lambda each: each.rows).day


# --- the floor's side: the same file, library and pragmas, with nothing around the SQL -----------------------------


def _bare_connection(path: Path) -> Any:
    connection = sqlcipher.connect(str(path), isolation_level=None)
    for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON", "cache_size=-65536", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, words TEXT)")
    return connection


_numbers = itertools.count()


def _bare_save(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bare (words) VALUES (?)", (f"with breakfast, before the bus {next(_numbers)}",))
    connection.execute("COMMIT")


def _bare_day(connection: Any, day: dt.date) -> None:
    start, end = local_span(day, day, DEFAULT_DAY_START)
    for table in ("dose", "rating", "note"):
        query = (
            f"SELECT * FROM {table} WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
        )
        connection.execute(query, (start, end)).fetchall()
    number = (day - dt.date(1970, 1, 1)).days
    connection.execute("SELECT * FROM day_mark WHERE deleted_ms IS NULL AND day = ?", (number,)).fetchall()


def _bare_find(connection: Any) -> None:
    products = [row[0] for row in connection.execute("SELECT id FROM product WHERE name LIKE '%a%'")]
    marks = ",".join("?" * len(products))
    connection.execute(
        f"SELECT * FROM dose WHERE deleted_ms IS NULL AND (seq IN (SELECT rowid FROM dose_text WHERE dose_text MATCH ?)"
        f" OR product IN ({marks})) ORDER BY local_ms DESC, seq DESC LIMIT 50",
        ('"a"*', *products),
    ).fetchall()
    connection.execute(
        "SELECT * FROM note WHERE deleted_ms IS NULL AND seq IN (SELECT rowid FROM note_text WHERE note_text MATCH ?)"
        " ORDER BY local_ms DESC, seq DESC LIMIT 50",
        ('"a"*',),
    ).fetchall()
