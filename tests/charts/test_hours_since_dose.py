"""On screen every column says how many ratings it has, and that they are too few where they are."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from journal.charts.drawing import draw_wearing_off
from journal.charts.frames import Box, ChartData, ColumnFrame
from journal.charts.hours_since_dose import HoursData
from journal.charts.picture import new_figure
from journal.charts.theme import DARK, LIGHT, Theme
from journal.insights.since_dose import NOTHING_SINCE
from tests.charts.days import TEXTS
from tests.charts.test_wearing_off import FOUND

DATA = HoursData(TEXTS, FOUND, "Lower back pain")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_column_has_n_and_too_few_where_it_is(theme: Theme) -> None:
    figure = new_figure(640, 300)
    frame = draw_wearing_off(figure, DATA, theme)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    drawn = " ".join(each.get_text() for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text())
    assert "n 2 0 9 40 1 2" in drawn and drawn.count("too few") == 4
    for number in range(DATA.count):
        box = frame.box(number)
        assert frame.index_at((box.left + box.right) / 2, 0.5) == number


def test_a_place_beside_the_columns_is_none() -> None:
    frame = ColumnFrame((Box(0.1, 0.0, 0.4, 1.0), Box(0.6, 0.0, 0.9, 1.0)))
    assert [frame.index_at(x, 0.5) for x in (0.05, 0.2, 0.5, 0.7, 0.95)] == [None, 0, None, 1, None]


def test_a_column_is_said_without_a_day() -> None:
    opened: ChartData = DATA
    assert opened.day(0) is None
    assert DATA.sentence(0) == "< 1 hours after a dose: not enough for a middle value, 2 ratings on 2 days: 1, 4."
    assert DATA.sentence(1) == "1–2 hours after a dose: not enough for a middle value, 0 ratings on 0 days."
    assert DATA.sentence(2) == ("2–4 hours after a dose: usually 3.0, half of them 2.0 to 5.0, 9 ratings on 6 days.")
    assert DATA.sentence(5).startswith("before the first dose of a day: not enough")
    assert "does not show the cause" in DATA.caption() and "1 rating is left out" in DATA.caption()


def test_the_table_has_a_row_for_each_column() -> None:
    names, rows = DATA.table()
    assert len(rows) == DATA.count and all(len(row) == len(names) for row in rows)
    assert rows[1] == ["1–2", "0", "0", "too few", ""] and rows[2] == ["2–4", "9", "6", "3.0", "2.0 to 5.0"]


def test_without_a_rating_it_says_so() -> None:
    nothing = HoursData(TEXTS, NOTHING_SINCE, "Lower back pain")
    assert nothing.description() == "No rating has a known time since the last dose." and nothing.count == 6
