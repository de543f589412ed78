"""Ratings by the hours since the last dose: every bin with its n, medians only where there is enough, and in words."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from journal.charts.drawing import draw_wearing_off
from journal.charts.picture import new_figure
from journal.charts.theme import DARK, LIGHT, PRINT, Theme
from journal.charts.wearing_off import WearingOffData
from journal.insights.since_dose import Bin, SinceDose
from tests.charts.days import TEXTS

MANY = (2, 2, 2, 3, 3, 5, 7, 0, 10)
FOUND = SinceDose(
    (
        Bin(0, 1, (1, 4), 2), Bin(1, 2), Bin(2, 4, MANY, 6, 3.0, 2.0, 5.0), Bin(4, 6, (5,) * 40, 12, 5.0, 5.0, 5.0),
        Bin(6, None, (6,), 1), Bin(None, None, (8, 8), 2),
    ),
    54, 14, 1,
)  # fmt: skip


def words(theme: Theme, width: float = 198, height: float = 128) -> list[str]:
    """All words of the drawing, which is rendered."""
    figure = new_figure(width, height)
    draw_wearing_off(figure, WearingOffData(TEXTS, FOUND), theme)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return [each.get_text() for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text()]


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
def test_every_bin_has_its_n_and_days(theme: Theme) -> None:
    drawn = " ".join(words(theme))
    assert "< 1 1–2 2–4 4–6 6+ before hours since the last dose 1st dose" in drawn
    assert "n 2 0 9 40 1 2 days 2 0 6 12 1 2" in drawn


def test_no_word_is_drawn_over_an_edge_or_another() -> None:
    figure = new_figure(198, 128)
    canvas: Any = FigureCanvasAgg(figure)
    draw_wearing_off(figure, WearingOffData(TEXTS, FOUND), PRINT)
    canvas.draw()
    texts = [each for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text()]
    boxes = [each.get_window_extent(canvas.get_renderer()) for each in texts]
    assert all(box.x0 >= 0 and box.x1 <= 198 and box.y0 >= 0 for box in boxes)
    assert not [
        (one.get_text(), other.get_text())
        for number, (one, box) in enumerate(zip(texts, boxes, strict=True))
        for other, near in zip(texts[:number], boxes, strict=False)
        if box.x0 < near.x1 - 1 and near.x0 < box.x1 - 1 and box.y0 < near.y1 - 3 and near.y0 < box.y1 - 3
    ]


def test_it_says_what_it_shows() -> None:
    assert WearingOffData(TEXTS, FOUND).description() == (
        "Withdrawal signs, 0–10, 54 ratings on 14 days. < 1 hours after a dose: 1, 4 (n 2 on 2 days); 2–4 hours after "
        "a dose: median 3.0, middle half 2.0 to 5.0 (n 9 on 6 days); 4–6 hours after a dose: median 5.0, middle half "
        "5.0 to 5.0 (n 40 on 12 days); 6+ hours after a dose: 6 (n 1 on 1 day); before the first dose of a day: 8, 8 "
        "(n 2 on 2 days)."
    )
    nothing = WearingOffData(TEXTS, SinceDose((), 0, 0, 3))
    assert nothing.description() == "No rating of a withdrawal sign has a known time since the last dose."
