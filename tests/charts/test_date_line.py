"""The dates under a chart: as many as there is room for, none outside of the sheet."""

from __future__ import annotations

import datetime as dt
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from journal.charts.date_line import DateLine
from journal.charts.picture import new_figure
from journal.charts.shapes import Sheet
from journal.charts.theme import LIGHT
from tests.charts.days import TEXTS


def drawn(width: float, days: int = 84, first: dt.date = dt.date(2026, 9, 7)) -> list[str]:
    figure = new_figure(width, 60)
    DateLine(TEXTS, first, days, 20, width - 10, 30).draw(Sheet(figure, LIGHT))
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    words = [artist for artist in figure.get_children() if isinstance(artist, Text)]
    boxes = [each.get_window_extent(canvas.get_renderer()) for each in words]
    assert all(box.x0 >= 0 and box.x1 <= width for box in boxes)  # no letter is cut
    return [each.get_text() for each in words]


def test_more_room_has_more_dates() -> None:
    narrow, wide = drawn(260), drawn(1200)
    assert 2 <= len(narrow) <= 3 and len(wide) == 12 and wide[0] == "7 Sep"


def test_the_last_date_is_whole_where_it_stands_at_the_edge() -> None:
    assert drawn(330, 90, dt.date(2026, 9, 2))[-1] == "30 Nov"
