"""Figures of a size in points, and their pixels by Agg: the whole way from chart data to a picture without a window."""

from __future__ import annotations

from typing import Any, NamedTuple

from journal.charts import without_manual  # noqa: F401  # before the rest of Matplotlib
from journal.charts.frames import Draw, Frame
from journal.charts.theme import Theme

# isort: split
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

POINTS_PER_INCH = 72


class Picture(NamedTuple):
    """RGBA bytes, row by row from the top, and where the days are."""

    rgba: bytes
    width: int
    height: int
    frame: Frame


def new_figure(width: float, height: float, ratio: float = 1.0) -> Figure:
    """An empty figure of this size in points, with ``ratio`` pixels a point."""
    size = (width / POINTS_PER_INCH, height / POINTS_PER_INCH)
    return Figure(figsize=size, dpi=POINTS_PER_INCH * ratio)


def picture(draw: Draw, data: Any, theme: Theme, width: float, height: float, ratio: float) -> Picture:
    """The chart as pixels; may run in any thread, everything it makes is its own."""
    figure = new_figure(width, height, ratio)
    canvas: Any = FigureCanvasAgg(figure)
    frame = draw(figure, data, theme)
    canvas.draw()
    pixels: memoryview = canvas.buffer_rgba()
    rows, columns, _ = pixels.shape or (0, 0, 0)
    rgba = pixels.tobytes()
    # Figure and canvas hold each other; without this their pixels would stay until the next garbage collection.
    del pixels, canvas.renderer
    figure.clear()
    return Picture(rgba, columns, rows, frame)
