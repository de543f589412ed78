"""Process start to first paint and to usable, and the memory then, against an empty window and the bare libraries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from journal.cli import has_display
from journal.clock import SystemClock
from journal.logbook import Logbook
from tests.bench.journals import ROOT, YEARS, made_up, scratch_folder
from tests.bench.measure import RUNS, Figure, figure, megabytes

Moments = dict[str, float]
# Both sides run from bytecode, as an installed program does; the first, unmeasured run of each writes it.
_COMPILED = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / f"leaf-bench-bytecode-{os.getuid()}")}

_COMMON = """
import os, sys, time
def since_start():
    ticks = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19])
    boot = time.clock_gettime(time.CLOCK_BOOTTIME)
    return (boot - ticks / os.sysconf('SC_CLK_TCK')) * 1000
def memory():
    return int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 1e6
"""

# (a) An empty window: what Qt itself costs.
EMPTY_WINDOW = (
    _COMMON
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(f'first paint {since_start():.1f} ms', file=sys.stderr, flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1240, 900)
window.show()
app.exec()
"""
)

# (b) The libraries without the program: open the file, read 90 rows, paint them.
BARE_LIBRARIES = (
    _COMMON
    + """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow
app = QApplication([])
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, text
engine = create_engine('sqlite+pysqlite://', module=sqlcipher, creator=lambda: sqlcipher.connect(sys.argv[1]))
with engine.connect() as connection:
    rows = connection.execute(text('SELECT * FROM dose ORDER BY local_ms DESC LIMIT 90')).all()
window = QMainWindow()
listed = QListWidget()
listed.addItems([str(tuple(row)) for row in rows])
window.setCentralWidget(listed)
window.resize(1240, 900)
window.show()
app.processEvents()
window.grab()
print(f'usable {since_start():.1f} ms', file=sys.stderr)
print(f'memory {memory():.1f} MB', file=sys.stderr, flush=True)
os._exit(0)
"""
)


def why_not() -> str:
    """Without a display the program opens no window."""
    return "" if has_display() else "needs a display"


def figures() -> Iterator[Figure]:
    """(a) first paint, (b) usable and memory, for each size and (e) across sizes; then encrypted, from Enter."""
    ours, floors = _measured({years: made_up(years) for years in YEARS})
    for what, floor in (("first paint", "an empty window"), ("usable", "the libraries"), ("memory", "the libraries")):
        say = megabytes if what == "memory" else _ms
        for years in YEARS:
            yield figure(f"{what}, {years} years / {floor}", _pairs(ours[years], floors[years], what), 1.3, say)
        for years in (10, 50):
            yield figure(f"{what}, {years} years against 1", _pairs(ours[years], ours[1], what), 1.2, say)
    yield _unlocked()


def _pairs(runs: list[Moments], others: list[Moments], what: str) -> list[tuple[float, float]]:
    return [(run[what], other[what]) for run, other in zip(runs, others, strict=True)]


def _measured(paths: dict[int, Path]) -> tuple[dict[int, list[Moments]], dict[int, list[Moments]]]:
    """The program's runs and its floors' by size, in turn; the first of each warms the disk's cache and is left out."""
    ours: dict[int, list[Moments]] = {years: [] for years in paths}
    floors: dict[int, list[Moments]] = {years: [] for years in paths}
    for _ in range(RUNS + 1):
        for years, path in paths.items():
            ours[years].append(_program(path))
            floors[years].append({**_floor(BARE_LIBRARIES, str(path)), **_floor(EMPTY_WINDOW)})
    return {years: runs[1:] for years, runs in ours.items()}, {years: runs[1:] for years, runs in floors.items()}


def _unlocked() -> Figure:
    """Opening an encrypted journal after Enter, reported against opening the plain one."""
    folder = scratch_folder()
    pairs = []
    for name, passphrase in (("plain", None), ("locked", "correct horse")):
        Logbook.open(folder / name, passphrase, clock=SystemClock(), create=True).close()
    for _ in range(RUNS):
        pairs.append((_opening(folder / "locked", "correct horse"), _opening(folder / "plain", None)))
    return figure("opening with a passphrase against without (reported only)", pairs, float("inf"), _ms)


def _opening(path: Path, passphrase: str | None) -> float:
    from tests.bench.measure import seconds

    return 1000 * seconds(lambda: Logbook.open(path, passphrase, clock=SystemClock()).close())


def _program(path: Path) -> Moments:
    return _moments([sys.executable, "-m", "journal", "--journal", str(path)], "memory")


def _floor(code: str, *arguments: str) -> Moments:
    return _moments([sys.executable, "-c", code, *arguments], "")


def _moments(command: list[str], last: str) -> Moments:
    """What the process says of itself; ended after the line ``last``, or by itself."""
    environment = {**os.environ, **_COMPILED, "PYTHONPATH": str(ROOT), "LEAF_JOURNAL_TIMINGS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    found: Moments = {}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if match := re.match(r"(first paint|usable|memory) ([\d.]+)", line):
                found[match[1]] = float(match[2])
            if last and last in found:
                break
        process.kill()
    if not found:
        raise RuntimeError(f"no timings from {command}")
    if "memory" in found:
        found["memory"] *= 1e6
    return found


def _ms(value: float) -> str:
    return f"{value:.0f} ms"
