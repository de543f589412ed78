"""Points from before a dose to after it, as columns that can be pointed at and listed."""

from __future__ import annotations

import pytest

from journal.charts.changes_after_dose import changes_data
from journal.charts.drawing import draw_before_and_after
from journal.charts.frames import ChartData
from journal.charts.picture import new_figure
from journal.charts.theme import DARK, LIGHT, Theme
from tests.charts.days import TEXTS

CHANGES = (-2, -2, -1, 0, 0, 0, 3)
MANY, FEW = (changes_data(CHANGES, days, "Lower back pain", TEXTS) for days in (7, 3))


def test_a_column_is_said_without_a_day() -> None:
    opened: ChartData = MANY
    assert opened.day(0) is None and opened.count == 13
    assert [MANY.sentence(number) for number in (4, 5, 6, 9)] == [
        "2 points lower after the dose: 2 pairs of ratings.",
        "1 point lower after the dose: 1 pair of ratings.",
        "The same after the dose: 3 pairs of ratings.",
        "3 points higher after the dose: 1 pair of ratings.",
    ]
    assert MANY.table()[1] == [["−2", "2"], ["−1", "1"], ["0", "3"], ["+3", "1"]]


def test_what_it_does_not_say_stands_below() -> None:
    assert MANY.caption() == "7 pairs of ratings on 7 days of the last 28 · it does not show the cause"
    assert "too few days to sum up" in FEW.caption()
    nothing = changes_data((), 0, "Lower back pain", TEXTS)
    assert nothing.caption() == "" and nothing.description() == "No ratings before and after a dose."


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("data", [MANY, FEW, changes_data((), 0, "Pain", TEXTS)])
def test_each_column_has_its_place(data: ChartData, theme: Theme) -> None:
    frame = draw_before_and_after(new_figure(640, 300), data, theme)  # type: ignore[arg-type]
    for number in range(data.count):
        box = frame.box(number)
        assert frame.index_at((box.left + box.right) / 2, 0.5) == number
