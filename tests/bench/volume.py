"""Fifty years: making them against a bare executemany, and exporting and importing them in bounded memory.

And a table of very many short rows: what is kept of each row shows there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.clock import SystemClock
from journal.logbook import Logbook
from tests.bench.journals import ROOT, YEARS, run_program, scratch_folder
from tests.bench.measure import Figure, figure, megabytes
from tests.campaign.large_files import SHORT_COLUMNS, write_short_table

SHORT_ROWS = 300_000
RUNS = 3  # each takes many seconds; eleven would take a quarter of an hour


def figures() -> Iterator[Figure]:
    """The whole demo of 50 years, then peak memory of export and import; and of importing short rows."""
    pairs, folder = [], Path()
    for _ in range(RUNS):
        folder = scratch_folder() / "demo"
        start = time.perf_counter()
        run_program("demo", str(folder), "--days", str(YEARS[50]))
        ours = time.perf_counter() - start
        pairs.append((ours, _bare_inserts(folder / "demo.leaf")))
    yield figure("demo of 50 years against executemany of the same rows", pairs, 5, lambda s: f"{s:.1f} s")
    yield from _memory(folder)
    yield _short_rows(scratch_folder())


def _bare_inserts(source: Path) -> float:
    """Seconds for the same rows by executemany into the same tables of a new file; reading them is not counted."""
    target = scratch_folder() / "bare.leaf"
    Logbook.open(target, clock=SystemClock(), create=True).close()
    there, here = sqlcipher.connect(str(source)), sqlcipher.connect(str(target), isolation_level=None)
    taken = 0.0
    here.execute("PRAGMA synchronous=EXTRA")
    for table in ("product", "unit", "symptom", "dose", "rating", "note", "day_mark"):
        columns = [row[1] for row in there.execute(f"PRAGMA table_info({table})")]
        names, marks = ", ".join(f'"{each}"' for each in columns), ", ".join("?" * len(columns))
        rows = there.execute(f"SELECT {names} FROM {table}").fetchall()
        start = time.perf_counter()
        here.execute("BEGIN IMMEDIATE")
        here.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        here.execute("COMMIT")
        taken += time.perf_counter() - start
    return taken


# The floor has the libraries loaded that any program with this file must load, and nothing of the program.
_PARSE = """
import json, sys
import sqlalchemy, sqlcipher3
for line in open(sys.argv[1], encoding='utf-8'):
    line = line.strip().rstrip(',')
    if line.startswith('{"'):
        json.loads(line)
"""
_PARSE_TABLE = """
import csv, sys
import sqlalchemy, sqlcipher3
for row in csv.reader(open(sys.argv[1], encoding='utf-8', newline=''), delimiter=';'):
    pass
"""
_PEAK = "import resource, sys; print('peak', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)"


def _memory(folder: Path) -> Iterator[Figure]:
    source, copy = folder / "journal.json", folder / "again.json"
    parse = _peak([sys.executable, "-c", _PARSE, str(source)])
    with_journal = [sys.executable, "-m", "journal", "--journal"]
    export = _peak([*with_journal, str(folder / "demo.leaf"), "export", str(copy)])
    empty = folder / "empty.leaf"
    Logbook.open(empty, clock=SystemClock(), create=True).close()
    load = _peak([*with_journal, str(empty), "import", str(source)])
    yield figure("peak memory of export against a streaming parse", [(export, parse)], 3, megabytes)
    yield figure("peak memory of import against a streaming parse", [(load, parse)], 3, megabytes)


def _short_rows(folder: Path) -> Figure:
    """Days with a rating, two columns; each row stands there several times, which must be counted, too."""
    table, mapping = folder / "short.csv", folder / "mapping.json"
    write_short_table(table, SHORT_ROWS)
    mapping.write_text(json.dumps({"columns": SHORT_COLUMNS, "midday": True, "zone": "UTC"}), encoding="utf-8")
    parse = _peak([sys.executable, "-c", _PARSE_TABLE, str(table)])
    into_new = [sys.executable, "-m", "journal", "--journal", str(folder / "new.leaf"), "import", str(table)]
    load = _peak([*into_new, "--mapping", str(mapping)])
    return figure("peak memory of importing short rows against a streaming parse", [(load, parse)], 3, megabytes)


def _peak(command: list[str]) -> float:
    """The largest resident size of a command, in bytes: measured by a parent of its own."""
    code = f"import subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); {_PEAK}"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout.rsplit("peak", 1)[1])
