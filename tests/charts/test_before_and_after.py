"""Changes after doses, counted; too few days are single dots, none are words."""

from __future__ import annotations

import pytest

from journal.charts.before_and_after import before_and_after_data
from tests.charts.days import TEXTS


def test_counts() -> None:
    data = before_and_after_data([-2, -2, 0, 3], 6, TEXTS)
    assert data.counts == ((-2, 2), (0, 1), (3, 1)) and data.pair_count == 4 and data.bars
    assert data.description() == "Change after a dose, in points. −2: 2 pairs, 0: 1 pair, +3: 1 pair."


def test_below_six_days_there_are_no_bars() -> None:
    assert not before_and_after_data([-2] * 20, 5, TEXTS).bars


def test_none() -> None:
    assert before_and_after_data([], 0, TEXTS).message == "No ratings before and after a dose."


@pytest.mark.parametrize(("changes", "reach"), [([0], 6), ([-7], 8), ([10], 10)])
def test_the_axis_is_the_same_for_most_and_wide_enough_for_all(changes: list[int], reach: int) -> None:
    assert before_and_after_data(changes, 6, TEXTS).reach == reach


def test_an_impossible_change_is_refused() -> None:
    with pytest.raises(ValueError, match="10"):
        before_and_after_data([11], 6, TEXTS)
