"""What stays of many days: gaps stay gaps, lines never cross them, outliers do not press the rest flat."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.series import (
    Grain,
    Point,
    Step,
    axis_to,
    grain_of,
    outlier_bound,
    reduced,
    runs_of,
    smooth,
    spans,
    steps_of,
)

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "grain"),
    [(1, Grain.DAY), (400, Grain.DAY), (401, Grain.WEEK), (1830, Grain.WEEK), (1831, Grain.MONTH)],
)
def test_grain(days: int, grain: Grain) -> None:
    assert grain_of(days) is grain


@given(st.integers(1, 4000), st.sampled_from(Grain), st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)))
def test_steps_cover_every_day_once(count: int, grain: Grain, first: dt.date) -> None:
    steps = steps_of(first, count, grain)
    assert [day for start, end in steps for day in range(start, end)] == list(range(count))


def test_weeks_are_counted_back_from_the_end() -> None:
    assert steps_of(DAY, 17, Grain.WEEK) == [Step(0, 3), Step(3, 10), Step(10, 17)]


def test_months_are_calendar_months() -> None:
    starts = [DAY + dt.timedelta(days=start) for start, _ in steps_of(DAY, 80, Grain.MONTH)]
    assert [(day.month, day.day) for day in starts] == [(11, 21), (12, 1), (1, 1), (2, 1)]


def test_a_line_breaks_where_nothing_is_known() -> None:
    runs = smooth([1, 1, 1, 1, None, 1, 1, 1, 1]).runs
    assert [[x for x, _ in run] for run in runs] == [[0.5, 1.5, 2.5, 3.5], [5.5, 6.5, 7.5, 8.5]]


@given(st.lists(st.one_of(st.none(), st.floats(0, 50)), max_size=60))
def test_runs_lose_and_join_nothing(values: list[float | None]) -> None:
    points = [None if y is None else Point(x, y) for x, y in enumerate(values)]
    runs = runs_of(points)
    assert [point for run in runs for point in run] == [point for point in points if point is not None]
    assert all(b.x - a.x == 1 for run in runs for a, b in zip(run, run[1:], strict=False))
    assert all(a[-1].x + 1 < b[0].x for a, b in zip(runs, runs[1:], strict=False))


def test_a_week_has_a_median_from_four_values_and_quartiles_from_five() -> None:
    values = [1, 2, None, None, None, None, None, 1, 2, 3, 4, None, None, None, 1, 2, 3, 4, 5, None, None]
    found = reduced(values, steps_of(DAY, 21, Grain.WEEK))
    assert found.loose == (Point(3.5, 1), Point(3.5, 2))
    assert found.runs == ((Point(10.5, 2.5), Point(17.5, 3.0)),)
    assert found.bands == ((14, 21, 2.0, 4.0, False),)


def test_empty_steps_are_joined_and_others_are_not() -> None:
    steps = steps_of(DAY, 5, Grain.DAY)
    assert spans([True, True, False, True, False], steps) == (Step(0, 2), Step(3, 4))


def test_outliers() -> None:
    assert outlier_bound([5.0] * 99 + [80]) == pytest.approx(7.5)
    assert outlier_bound([]) == math.inf and outlier_bound([0.0, 0.0]) == math.inf


@given(st.floats(1e-3, 1e6))
def test_an_axis_ends_at_or_above_the_highest(highest: float) -> None:
    top = axis_to(highest).top
    assert highest <= top * (1 + 1e-6) and top <= highest * 1.51
    assert axis_to(highest, whole_numbers=True).top >= 2


@pytest.mark.parametrize(
    ("highest", "top", "labels"),
    [(10, 10, [0, 5, 10]), (10.1, 15, [0, 5, 10, 15]), (20.5, 25, [0, 10, 20]), (27, 30, [0, 10, 20, 30]),
     (7, 8, [0, 4, 8]), (0.04, 0.04, [0, 0.02, 0.04]), (0, 2, [0, 1, 2]), (1000, 1000, [0, 500, 1000])],
)  # fmt: skip
def test_an_axis_is_not_half_empty_and_its_labels_are_round(highest: float, top: float, labels: list[float]) -> None:
    axis = axis_to(highest)
    assert (axis.top, axis.labels()) == (top, labels)


@given(st.integers(0, 100_000))
def test_whole_numbers_have_whole_labels(highest: int) -> None:
    assert all(label == int(label) for label in axis_to(highest, whole_numbers=True).labels())
