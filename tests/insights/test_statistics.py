"""The formulas against tables computed by hand, and against what they are defined to be."""

import doctest
import math
import statistics as standard
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.insights import change, decimals, statistics
from journal.insights.statistics import median_interval, median_rank, quantile, running_median, theil_sen, wilson

numbers = st.lists(st.integers(-1000, 1000), min_size=2, max_size=40)


def test_the_examples_in_the_documentation_hold() -> None:
    tried = [doctest.testmod(module) for module in (statistics, change, decimals)]
    assert [result.attempted > 0 for result in tried] == [True] * 3
    assert not any(result.failed for result in tried)


@given(numbers)
def test_quartiles_are_those_of_the_standard_library(values: list[int]) -> None:
    ours = [quantile(values, fraction) for fraction in (0.25, 0.5, 0.75)]
    assert ours == pytest.approx(standard.quantiles(values, n=4, method="inclusive"))


def test_one_value_is_its_own_quartiles() -> None:
    assert [quantile([4], fraction) for fraction in (0.25, 0.5, 0.75)] == [4, 4, 4]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("n", range(6, 200))
def test_the_rank_is_the_largest_that_the_binomial_allows(n: int) -> None:
    k = median_rank(n)
    tails = [sum(math.comb(n, j) for j in range(top)) / 2**n for top in (k, k + 1)]
    assert tails[0] <= 0.025 < tails[1]


def test_the_interval_of_a_median_needs_six_values() -> None:
    assert median_interval([1, 2, 3, 4, 5]) is None
    assert median_interval([9, 8, 7, 1, 2, 3, 4, 5, 6]) == (2, 8)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # Newcombe 1998, table I, method 3 (Wilson without continuity correction)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_intervals_are_those_of_the_literature(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_a_slope_by_hand() -> None:
    # The 15 slopes, sorted: -1, 0.5, 0.5, 0.67, 0.67, 1 (six times), 1.5, 1.5, 2, 2.
    slope = theil_sen(range(6), [1, 2, 4, 3, 5, 6])
    by_hand = sorted([1, 1.5, 2 / 3, 1, 1, 2, 0.5, 1, 1, -1, 0.5, 2 / 3, 2, 1.5, 1])
    assert slope.value == by_hand[7] == 1
    assert (slope.low, slope.high) == (by_hand[1], by_hand[13]) == (0.5, 2)


@given(st.lists(st.integers(0, 50), min_size=6, max_size=14), st.data())
def test_a_slope_is_the_median_of_all_pairs(ys: list[int], data: st.DataObject) -> None:
    weeks = data.draw(st.lists(st.integers(0, 30), min_size=len(ys), max_size=len(ys), unique=True).map(sorted))
    pairs = combinations(zip(weeks, ys, strict=True), 2)
    slopes = sorted((later[1] - earlier[1]) / (later[0] - earlier[0]) for earlier, later in pairs)
    slope = theil_sen(weeks, ys)
    assert slope.value == pytest.approx(standard.median(slopes))
    assert slope.low in slopes and slope.high in slopes
    assert slope.low <= slope.value <= slope.high


def test_a_straight_line_has_one_slope() -> None:
    assert theil_sen([0, 2, 3, 5, 8, 9], [0, 4, 6, 10, 16, 18]) == statistics.Slope(2, 2, 2)


def test_the_running_line_breaks_at_missing_days() -> None:
    values = [1.0, 2.0, 3.0, 4.0, None, 6.0, None, None, None, 10.0, 11.0]
    # Day 3 sees 1, 2, 3, 4, 6; day 5 sees 3, 4, 6 only; days 9 and 10 see two values.
    assert running_median(values) == [2.5, 2.5, 3.0, 3.0, None, None, None, None, None, None, None]


def test_fewer_than_seven_days_have_no_running_line() -> None:
    assert running_median([1.0] * 6 + [None]) == [None] * 7
    assert running_median([1.0] * 7) == [1.0] * 7


@given(st.lists(st.none() | st.integers(0, 9), max_size=60))
def test_no_line_on_a_day_without_a_value(values: list[int | None]) -> None:
    line = running_median(values)
    assert len(line) == len(values)
    assert all(point is None for point, value in zip(line, values, strict=True) if value is None)
