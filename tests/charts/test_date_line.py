"""The dates under a chart: as many as there is room for, none outside of the sheet."""

from __future__ import annotations

import datetime as dt

from matplotlib.text import Text

from journal.charts.date_line import DateLine
from journal.charts.picture import new_figure
from journal.charts.shapes import Sheet
from journal.charts.theme import LIGHT
from tests.charts.days import TEXTS


def drawn(width: float) -> list[str]:
    figure = new_figure(width, 60)
    DateLine(TEXTS, dt.date(2026, 9, 7), 84, 20, width - 10, 30).draw(Sheet(figure, LIGHT))
    words = [artist for artist in figure.get_children() if isinstance(artist, Text)]
    assert all(0 <= each.get_position()[0] <= width for each in words)
    return [each.get_text() for each in words]


def test_more_room_has_more_dates() -> None:
    narrow, wide = drawn(260), drawn(1200)
    assert 2 <= len(narrow) <= 3 and len(wide) == 12 and wide[0] == "7 Sep"
