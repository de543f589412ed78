"""Saving a dose, opening a day, finding entries: against bare SQL on the same file, from 1 to 50 years."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from journal.clock import SystemClock
from journal.core.amounts import parse_amount
from journal.core.entries import Dose
from journal.core.moments import local_span, moment_now
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.bench.journals import YEARS, made_up
from tests.bench.measure import Figure, against, figure, seconds

BATCH = 10
CLOCK = SystemClock()


def figures() -> Iterator[Figure]:
    """(c) saving, (d) opening a day and finding, (e) both across sizes."""
    times: dict[str, dict[int, float]] = {"save": {}, "day": {}, "find": {}}
    for years in YEARS:
        path = made_up(years)
        with Logbook.open(path, clock=CLOCK) as logbook:
            for name, found in _of_one_size(logbook, path, years, times):
                yield found
                assert name in times
    yield from _flat(times)


def _of_one_size(
    logbook: Logbook, path: Path, years: int, times: dict[str, dict[int, float]]
) -> Iterator[tuple[str, Figure]]:
    bare = _bare_connection(path)
    day = _a_busy_day(logbook)
    cases = {
        "save": (lambda: _save(logbook), lambda: _bare_save(bare), 2.5),
        "day": (lambda: logbook.days(day, day), lambda: _bare_day(bare, day), 3.0),
        "find": (lambda: logbook.find(_QUERY), lambda: _bare_find(bare), 3.0),
    }
    for name, (ours, floor, limit) in cases.items():
        repeated = [(lambda work=work: [work() for _ in range(BATCH)]) for work in (ours, floor)]
        yield name, against(f"{name}, {years} years", repeated[0], repeated[1], limit)
        times[name][years] = min(seconds(repeated[0]) for _ in range(11))
    bare.close()


def _flat(times: dict[str, dict[int, float]]) -> Iterator[Figure]:
    for name, by_years in times.items():
        for years in (10, 50):
            pairs = [(by_years[years], by_years[1])]
            yield figure(f"{name}, {years} years against 1 (fastest of 11)", pairs, 1.2, lambda s: f"{s * 1000:.1f} ms")


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
    start, end = local_span(day, day)
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
