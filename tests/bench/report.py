"""The 84-day report, the whole process, against its libraries drawing one page; the memory of twenty reports; a list of
twelve thousand entries.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journal.cli import collecting_seldom
from journal.clock import SystemClock
from journal.core.entries import Timed
from journal.core.kinds import KINDS, Placed
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.insights.period import default_period
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.entry_list import LISTED
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.bench.journals import ROOT, made_up, scratch_folder
from tests.bench.measure import RUNS, Figure, figure, megabytes

LEAK_RUNS, LEAK_LIMIT = 20, 5_000_000  # bytes
LIST_ENTRIES, LIST_LIMIT = 12_000, 2.0  # seconds
_COMPILED = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / f"leaf-bench-bytecode-{os.getuid()}")}

# Import the libraries, open the journal, read the period's rows, draw one page with four charts of the same arrays
# (the three of the overview, and before and after), embed both fonts, save: nothing of the program.
FLOOR = """
import io, sys
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, text
import matplotlib, numpy
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
engine = create_engine('sqlite+pysqlite://', module=sqlcipher, creator=lambda: sqlcipher.connect(sys.argv[1]))
first = int(sys.argv[3])
with engine.connect() as connection:
    doses = connection.execute(
        text('SELECT utc_ms, local_ms, product, quantity FROM dose WHERE local_ms >= :first ORDER BY utc_ms'),
        {'first': first},
    ).all()
    ratings = connection.execute(
        text('SELECT utc_ms, local_ms, symptom, value FROM rating WHERE local_ms >= :first ORDER BY utc_ms'),
        {'first': first},
    ).all()
amounts, counts = numpy.zeros(90), numpy.zeros(90)
for row in doses:
    day = min((row.local_ms - first) // 86_400_000, 89)
    amounts[day] += (row.quantity or 0) / 1000
    counts[day] += 1
places = [((row.local_ms - first) / 86_400_000, row.value) for row in ratings if row.value is not None]
pdfmetrics.registerFont(TTFont('DejaVuSans', matplotlib.get_data_path() + '/fonts/ttf/DejaVuSans.ttf'))
pdfmetrics.registerFont(TTFont('DejaVuSans-Bold', matplotlib.get_data_path() + '/fonts/ttf/DejaVuSans-Bold.ttf'))
canvas = Canvas(sys.argv[2], pagesize=A4, initialFontName='DejaVuSans')
def bars(axes, values):
    axes.add_collection(PolyCollection([[(x, 0), (x, y), (x + 0.8, y), (x + 0.8, 0)] for x, y in enumerate(values)]))
    axes.autoscale_view()
for number in range(4):
    figure = Figure(figsize=(7.2, 1.4), dpi=200)
    drawn = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    if number in (0, 3):
        bars(axes, amounts)
    elif number == 1:
        bars(axes, counts)
    else:
        axes.plot([x for x, _ in places], [y for _, y in places], '.')
    drawn.draw()
    image = drawn.buffer_rgba()
    from PIL import Image
    canvas.drawImage(ImageReader(Image.fromarray(numpy.asarray(image))), 36, 600 - 140 * number, 520, 100)
for number in range(60):
    canvas.setFont('DejaVuSans-Bold' if number % 3 else 'DejaVuSans', 8)
    canvas.drawString(36, 780 - 12 * number, f'a line of the page, number {number}')
canvas.save()
"""


def figures() -> Iterator[Figure]:
    """The whole command against the floor, then the memory of twenty reports."""
    path = made_up(1)
    folder = scratch_folder()
    with Logbook.open(path, clock=SystemClock()) as logbook:
        first_ms = (default_period(logbook.today()).first.toordinal() - 719_163) * 86_400_000
        yield _whole_process(path, folder, first_ms)
        yield _leak(logbook)
    with Logbook.open(made_up(10), clock=SystemClock()) as logbook:
        yield _list(logbook)


def _whole_process(path: Path, folder: Path, first_ms: int) -> Figure:
    ours = [
        sys.executable,
        "-m",
        "journal",
        "--journal",
        str(path),
        "report",
        "--trial",
        "--force",
        str(folder / "ours.pdf"),
    ]
    floor = [sys.executable, "-c", FLOOR, str(path), str(folder / "floor.pdf"), str(first_ms)]
    pairs = [(_seconds(ours), _seconds(floor)) for _ in range(RUNS + 1)][1:]  # the first warms caches
    return figure("report of 84 days, whole process", pairs, 1.0, lambda s: f"{s * 1000:.0f} ms")


def _seconds(command: list[str]) -> float:
    environment = {**os.environ, **_COMPILED, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def _leak(logbook: Logbook) -> Figure:
    """Growth over twenty reports after five that fill every cache; the limit is 5 MB."""
    _reports(logbook, 5)
    before = _resident()
    _reports(logbook, LEAK_RUNS)
    grown = max(0, _resident() - before)
    return figure("growth of memory over 20 reports", [(grown, LEAK_LIMIT)], 1, megabytes)


def _reports(logbook: Logbook, n: int) -> None:
    options = ReportOptions(default_period(logbook.today()))
    for _ in range(n):
        make_pdf(logbook, options, english(), moment_now(SystemClock()))
    gc.collect()


def _list(logbook: Logbook) -> Figure:
    """What a list of that many entries takes more than the pages without it, in seconds of the processor."""
    last = default_period(logbook.today()).last
    kinds = tuple(kind for kind in LISTED if KINDS[kind].placed is Placed.AT_A_MOMENT)
    oldest = logbook.find(EntryQuery(kinds=kinds, last_day=last, private=False, limit=LIST_ENTRIES))[-1]
    assert isinstance(oldest, Timed)
    period = Span(oldest.at.local.date(), last)
    usual = ReportOptions(period)
    pairs = []
    for _ in range(5):
        without, with_list = (_processor_seconds(logbook, each) for each in (usual, replace(usual, entries=True)))
        pairs.append((with_list - without, LIST_LIMIT))
    return figure(f"a list of {LIST_ENTRIES:,} entries", pairs[1:], 1, lambda s: f"{s:.2f} s")


def _processor_seconds(logbook: Logbook, options: ReportOptions) -> float:
    with collecting_seldom():  # as commands run; the window collects no garbage while pages are made
        begun = time.process_time()
        make_pdf(logbook, options, english(), moment_now(SystemClock()))
        return time.process_time() - begun


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
