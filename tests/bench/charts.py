"""The overview, from days to a QImage, against bare Matplotlib drawing the same arrays; 84 days to 50 years."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from PySide6.QtGui import QImage

from journal.charts.drawing import draw_overview
from journal.charts.overview import OverviewData, overview_data
from journal.charts.panels import Panel
from journal.charts.picture import picture
from journal.charts.theme import LIGHT
from journal.insights.days import DayFigures
from tests.bench.measure import Figure as Measured
from tests.bench.measure import against, figure
from tests.charts.days import GROUPS, PAIN, TEXTS, Ratings, made_up

DAYS = {"84 days": 84, "1 year": 365, "10 years": 3652, "50 years": 18_262}
WIDTH, HEIGHT = 1100, 600
LEAK_RUNS, LEAK_LIMIT = 20, 5_000_000  # bytes


def figures() -> Iterator[Measured]:
    """One ratio a length, then what twenty more pictures leave behind."""
    for name, count in DAYS.items():
        days, ratings = made_up(count)
        data = overview_data(days, ratings, TEXTS, PAIN, GROUPS)
        ours, floor = partial(_from_days, days, ratings), partial(_bare, data)
        yield against(f"overview of {name}, days to QImage", ours, floor, 1.5)
    yield _leak()


def _from_days(days: list[DayFigures], ratings: list[Ratings]) -> QImage:
    return _image(overview_data(days, ratings, TEXTS, PAIN, GROUPS))


def _image(data: OverviewData) -> QImage:
    made = picture(draw_overview, data, LIGHT, WIDTH, HEIGHT, 1)
    return QImage(made.rgba, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )


def _leak() -> Measured:
    """Growth of the process over twenty pictures, after twenty others have filled every cache."""
    days, ratings = made_up(84)
    data = overview_data(days, ratings, TEXTS, PAIN, GROUPS)
    for _ in range(LEAK_RUNS):
        _image(data)
    gc.collect()
    before = _resident()
    for _ in range(LEAK_RUNS):
        _image(data)
    gc.collect()
    grown = max(0, _resident() - before)
    return figure("20 pictures, growth against 5 MB", [(grown, LEAK_LIMIT)], 1.0, lambda size: f"{size / 1e6:.1f} MB")


def _resident() -> int:
    """Bytes of memory in use by this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


# --- the floor: the same reduced arrays by Matplotlib alone, layout off -------------------------------------------


def _bare(data: OverviewData) -> None:
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    shared: Axes | None = None
    for panel, axes in zip(data.panels, figure.subplots(3, 1, sharex=True), strict=True):
        _bare_panel(axes, panel, data)
        shared = axes
    assert shared is not None
    shared.set_xlim(0, data.count)
    canvas.draw()  # type: ignore[no-untyped-call]


def _bare_panel(axes: Axes, panel: Panel, data: OverviewData) -> None:
    boxes = [(bar.start, bar.low, bar.end, bar.high) for bar in (*panel.bars, *panel.bands)]
    gaps = [(start, 0, end, panel.top) for start, end in data.gaps]
    for found in (gaps, boxes):
        axes.add_collection(PolyCollection([((a, b), (a, d), (c, d), (c, b)) for a, b, c, d in found]))
    line = [point for run in panel.runs for point in (*run, (float("nan"), float("nan")))]
    axes.plot([x for x, _ in line], [y for _, y in line])
    axes.plot([x for x, _ in panel.dots], [y for _, y in panel.dots], ".")
    axes.plot(panel.nones, [0] * len(panel.nones), "o")
    axes.set_ylim(0, panel.top)
