"""Small pictures over the same days: each with its words and all of its marks, as many in a row as have room."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from journal.charts.drawing import draw_multiples, multiples_height
from journal.charts.multiples import MultiplesData, multiples_data
from journal.charts.picture import new_figure
from journal.charts.series import Grain, Point, Step
from journal.charts.theme import DARK, LIGHT, PRINT, Theme
from journal.insights.days import DayFigures, DayState
from journal.insights.summary import Figure, Missing, Statistic
from journal.insights.symptom_courses import SymptomCourse
from tests.charts.days import TEXTS

FIRST = dt.date(2026, 3, 9)
LAST28, BEFORE = Figure(Statistic(6.0), 23), Figure(None, 3, missing=Missing.TOO_FEW)
WIDTH = 523.0


def data(panels: int = 8, days: int = 84) -> MultiplesData:
    states = [
        DayFigures(FIRST + dt.timedelta(n), DayState.EMPTY if 10 <= n < 13 else DayState.USE, {}) for n in range(days)
    ]
    ratings = {day: (day % 11, 5) for day in range(days) if not 10 <= day < 13}
    courses = [SymptomCourse(str(n), ratings, LAST28, BEFORE) for n in range(panels)]
    return multiples_data(
        states, courses, lambda course: f"Symptom {course.symptom} with a name that is very long", TEXTS
    )


def drawn(of: MultiplesData, theme: Theme, width: float = WIDTH) -> tuple[list[str], list[Any]]:
    """All words, and their boxes as they were rendered."""
    figure = new_figure(width, multiples_height(len(of.panels), width, theme.label))
    canvas: Any = FigureCanvasAgg(figure)
    draw_multiples(figure, of, theme)
    canvas.draw()
    texts = [each for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text()]
    return [each.get_text() for each in texts], [each.get_window_extent(canvas.get_renderer()) for each in texts]


def test_a_panel_has_every_rating_its_medians_and_open_gaps() -> None:
    made = data(1)
    (panel,) = made.panels
    assert panel.note == "6.0 n 23; before too few n 3" and made.gaps == (Step(10, 13),) and made.last28 == 56
    assert {Point(0.5, 0), Point(0.5, 5), Point(1.5, 1)} <= {*panel.dots} and len(panel.runs) >= 2
    assert all(not 10 <= point.x < 13 for run in panel.runs for point in run)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("panels", "theme", "width"), [
    (8, PRINT, WIDTH), (5, PRINT, 540.0), (1, PRINT, WIDTH), (8, LIGHT, 900.0), (3, DARK, 250.0),
])  # fmt: skip
def test_words_stay_inside_and_apart(panels: int, theme: Theme, width: float) -> None:
    words, boxes = drawn(data(panels), theme, width)
    high = multiples_height(panels, width, theme.label)
    assert sum(each.startswith("6.0 n 23") for each in words) == panels
    assert all(box.x0 >= -1 and box.x1 <= width + 1 and box.y0 >= -1 and box.y1 <= high + 1 for box in boxes)
    assert not [
        (words[one], words[other])
        for one in range(len(words))
        for other in range(one)
        if boxes[one].x0 < boxes[other].x1 - 1 and boxes[other].x0 < boxes[one].x1 - 1
        and boxes[one].y0 < boxes[other].y1 - 3 and boxes[other].y0 < boxes[one].y1 - 3
    ]  # fmt: skip


def test_few_ratings_have_dots_on_paper_that_a_coarse_fax_keeps() -> None:
    """0.73 pt is a dot of 98 lines an inch: two of them, where ratings stand apart."""
    days = [DayFigures(FIRST + dt.timedelta(n), DayState.USE, {}) for n in range(84)]
    few, many = ({day: (day % 11,) for day in range(0, 84, apart)} for apart in (8, 1))
    courses = [SymptomCourse("few", few, LAST28, BEFORE), SymptomCourse("many", many, LAST28, BEFORE)]
    of = multiples_data(days, courses, lambda course: str(course.symptom), TEXTS)
    assert dot_widths(of, PRINT) == {len(few): 1.6, len(many): 0.9}
    assert {*dot_widths(of, LIGHT)} == {len(few) + len(many)}  # on screen all are of one size


def dot_widths(of: MultiplesData, theme: Theme) -> dict[int, float]:
    """How wide dots are, by how many are drawn at once: each has a begin, an end very near, and a break."""
    figure = new_figure(WIDTH, 100)
    draw_multiples(figure, of, theme)
    found = {}
    for line in figure.findobj(Line2D):
        assert isinstance(line, Line2D)
        xs = np.asarray(line.get_xdata(), dtype=float)
        if (
            len(xs) % 3 == 0
            and np.all((xs[1::3] > xs[::3]) & (xs[1::3] < xs[::3] + 0.1))
            and np.all(np.isnan(xs[2::3]))
        ):
            found[len(xs) // 3] = float(line.get_linewidth())
    return found


def test_long_periods_have_weeks_and_months_and_bands() -> None:
    for days, grain in ((500, Grain.WEEK), (3652, Grain.MONTH)):
        made = data(2, days)
        assert made.grain is grain and made.panels[0].bands
        assert f"line: {grain}ly median, band: middle half" in made.caption()
        assert drawn(made, PRINT)[0]


def test_it_says_what_it_shows() -> None:
    assert data(1).description().endswith("Symptom 0 with a name that is very long: 6.0 n 23; before too few n 3.")
    assert data(1, 28).last28 is None and "dashed" not in data(1, 28).caption()
