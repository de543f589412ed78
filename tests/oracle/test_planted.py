"""The recount can fail: each fault, planted in the program, is seen in a few of the made-up journals."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from journal.core import limits
from journal.core.figure_facts import Facts
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS
from journal.db import changed_queries
from journal.insights import (
    amounts_a_day,
    before_and_after,
    change,
    days,
    measure_windows,
    measures,
    since_dose,
    symptom_courses,
    symptom_days,
    trend,
    week_by_week,
    windows,
    without_private,
)
from journal.insights.days import DayFigures, DayState
from journal.insights.groups import Group
from journal.insights.measure_windows import Ranges
from journal.insights.windows import Bounds, Series
from tests.journals import templates
from tests.oracle import recounted
from tests.oracle.recounted import Recounted, Template
from tests.oracle.when_asked import WhenAsked

__all__ = ["templates"]

Plant = pytest.MonkeyPatch
FEW = (0, 2, 4, 8, 10, 13, 1009, 1013, 1121)  # the last three with changes that are hardly one


def _plant_days_without_are_zero(plant: Plant) -> None:
    found = measures.group_series

    def group_series(days: Sequence[DayFigures], *rest: Any) -> measures.GroupSeries:
        series = found(days, *rest)
        for number, day in enumerate(days):
            if day.state is DayState.NONE:
                series.doses.add(number, 0)
                if series.amount is not None:
                    series.amount.add(number, 0)
        return series

    plant.setattr(amounts_a_day, "group_series", group_series)


def _plant_known_parts_are_whole(plant: Plant) -> None:
    plant.setattr(Series, "at_most", Series.known)


def _plant_incomplete_days_are_left_out(plant: Plant) -> None:
    found = windows.Series.add

    def add(series: Series, day: int, *values: float, complete: bool = True) -> None:
        if complete:
            found(series, day, *values)

    plant.setattr(Series, "add", add)


def _plant_private_doses_count(plant: Plant) -> None:
    plant.setattr(recounted, "without_private", lambda facts: facts)


def _plant_private_doses_leave_nothing(plant: Plant) -> None:
    found = without_private.without_private
    plant.setattr(recounted, "without_private", lambda facts: replace(found(facts), left_out=()))


def _group_as(plant: Plant, was: Group, counted: Group) -> None:
    for module in (days, amounts_a_day):
        found = module.group_of_product
        plant.setattr(module, "group_of_product", lambda product, f=found: counted if f(product) is was else f(product))


def _plant_extract_is_leaf(plant: Plant) -> None:
    _group_as(plant, Group.EXTRACT, Group.LEAF)


def _plant_not_said_is_extract(plant: Plant) -> None:
    _group_as(plant, Group.NOT_SAID, Group.EXTRACT)


def _plant_not_said_leaves_others_closed(plant: Plant) -> None:
    plant.setattr(DayFigures, "open_for", lambda day, group: day.more)


def _plant_number_not_known_is_nothing(plant: Plant) -> None:
    found = days._figures

    def figures(*given: Any) -> DayFigures:
        return replace(found(*given), more=False)

    plant.setattr(days, "_figures", figures)


def _plant_gaps_over_left_out_doses(plant: Plant) -> None:
    found = measures.gap_series

    def gap_series(facts: Facts, all_days: Sequence[DayFigures]) -> Series:
        return found(facts, [replace(day, more=False) for day in all_days])

    plant.setattr("journal.insights.period.gap_series", gap_series)


def _plant_nights_over_days_known_in_part(plant: Plant) -> None:
    found = measures.night_series

    def night_series(facts: Facts, all_days: Sequence[DayFigures]) -> Series:
        return found(facts, [replace(day, more=False) for day in all_days])

    plant.setattr("journal.insights.period.night_series", night_series)


def _plant_a_comparison_past_the_period(plant: Plant) -> None:
    def before28(ranges: Ranges) -> range:
        return range(max(0, ranges.days - 56), max(0, ranges.days - 28))

    plant.setattr(Ranges, "before28", property(before28))


def _plant_windows_a_day_early(plant: Plant) -> None:
    def back(ranges: Ranges, length: int) -> range:
        return range(max(0, ranges.days - length - 1), max(1, ranges.days - 1))

    plant.setattr(Ranges, "_back", back)


def _plant_means(plant: Plant) -> None:
    def quantile(values: Sequence[float], fraction: float) -> float:
        return statistics.fmean(values)

    plant.setattr(windows, "quantile", quantile)


def _plant_midnight(plant: Plant) -> None:
    def index_of(facts: Facts, local_ms: int) -> int:
        return min(local_ms // DAY_MS - day_number(facts.first), facts.days - 1)

    plant.setattr(Facts, "index_of", index_of)
    plant.setattr(Facts, "indexes_of", lambda facts, times: [index_of(facts, each) for each in times])


def _plant_any_rating_pairs(plant: Plant) -> None:
    plant.setattr(before_and_after, "_neighbours", lambda times, at: (float("-inf"), float("inf")))


def _plant_separation_alone(plant: Plant) -> None:
    plant.setattr(change, "week_to_week", lambda later, earlier: 0.0)


def _plant_variation_of_known_parts(plant: Plant) -> None:
    def week_to_week(*windows: Sequence[Bounds]) -> float:
        return sum(max(week.low for week in each) - min(week.low for week in each) for each in windows) / 2

    plant.setattr(change, "week_to_week", week_to_week)


def _plant_changes_too_small_to_print(plant: Plant) -> None:
    plant.setattr(change, "SMALLEST_PRINTED", 0.0)


def _plant_comparisons_of_known_parts(plant: Plant) -> None:
    found = change.apart

    def apart(windows: change.Windows, unit: int) -> object:
        later, earlier = ([Bounds(week.low, week.low) for week in each] for each in (windows.later, windows.earlier))
        now, then = (Bounds(each.low, each.low) for each in (windows.now, windows.then))
        return found(change.Windows(later, earlier, now, then), unit)

    plant.setattr(change, "apart", apart)


def _plant_any_slope_is_a_trend(plant: Plant) -> None:
    plant.setattr(trend, "SMALLEST_SHARE", 0.0)


def _plant_trends_of_inexact_weeks(plant: Plant) -> None:
    found = trend.trend

    def of_all(weeks: Sequence[Bounds | None], *rest: Any, **named: Any) -> object:
        return found([week and Bounds(week.low, week.low) for week in weeks], *rest, **named)

    plant.setattr(measure_windows, "trend", of_all)


def _plant_never_rated_is_none(plant: Plant) -> None:
    """Of all days of the window, not of those on which it was rated."""
    found = symptom_days.rated

    def rated(ratings: symptom_days.Ratings, symptoms: Sequence[str], window: range, least: int = 1) -> object:
        return replace(found(ratings, symptoms, window, least), n=len(window))

    plant.setattr(symptom_days, "rated", rated)


def _plant_any_withdrawal_counts(plant: Plant) -> None:
    plant.setattr(symptom_days, "STRONG", 1)


def _plant_hours_over_days_that_are_not_known(plant: Plant) -> None:
    found = since_dose._Doses.__init__

    def doses(self: since_dose._Doses, facts: Facts, all_days: Sequence[DayFigures]) -> None:
        found(self, facts, [replace(day, state=DayState.USE, more=False) for day in all_days])

    plant.setattr(since_dose._Doses, "__init__", doses)


def _plant_mornings_are_nights(plant: Plant) -> None:
    plant.setattr(since_dose._Doses, "before_first", lambda doses, rated: False)


def _plant_every_sign_of_a_minute_counts(plant: Plant) -> None:
    plant.setattr(since_dose, "MINUTE_MS", 1)
    plant.setattr(since_dose, "_rated", _each_rating)


def _each_rating(facts: Facts, symptoms: Any, window: range) -> Iterator[since_dose._Rated]:
    for each in measures.within(facts, facts.ratings, window):
        if each.symptom in symptoms and each.value is not None:
            yield since_dose._Rated(facts.index_of(each.local_ms), each.utc_ms, each.value)


def _plant_the_last_sign_for_the_worst(plant: Plant) -> None:
    def last(ratings: Any, signs: Sequence[str], window: range) -> dict[int, int]:
        return {day: values[-1] for sign in signs for day, values in ratings.get(sign, {}).items() if day in window}

    plant.setattr(symptom_courses, "worst_of_days", last)


def _plant_pictures_of_two_days(plant: Plant) -> None:
    plant.setattr(symptom_courses, "FEWEST_DAYS_RATED", 2)


def _plant_what_is_written_soon_is_any_hour(plant: Plant) -> None:
    plant.setattr(limits, "SOON_MINUTES", 60)


def _plant_undone_changes_count(plant: Plant) -> None:
    plant.setattr(changed_queries, "_CHANGED", changed_queries._CHANGED.replace("AND undone = {done}", ""))


def _plant_weeks_of_all_days(plant: Plant) -> None:
    found = week_by_week._row

    def row(*given: Any) -> object:
        made = found(*given)
        return replace(made, weeks=tuple(replace(week, n=7 if week.n else 0) for week in made.weeks))

    plant.setattr(week_by_week, "_row", row)


def _plant_every_group_begins_with_the_period(plant: Plant) -> None:
    found = amounts_a_day._beginning

    def beginning(taken: amounts_a_day.Taken, group: Group) -> measure_windows.Beginning | None:
        return found(taken, group) or measure_windows.Beginning(0, taken.ranges.first + dt.timedelta())

    plant.setattr(amounts_a_day, "_beginning", beginning)


PLANTED = [value for name, value in dict(globals()).items() if name.startswith("_plant_")]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, templates: Template) -> WhenAsked[Recounted]:
    folder = tmp_path_factory.mktemp("few")
    return WhenAsked(lambda seed: Recounted(seed, folder, templates), FEW)


@pytest.mark.parametrize("count", [2, pytest.param(len(FEW), marks=pytest.mark.slow)])
def test_without_a_fault_the_few_are_equal(few: WhenAsked[Recounted], count: int) -> None:
    assert [wrong for each in few.first(count) for wrong in each.wrong_numbers()] == []


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(few: WhenAsked[Recounted], fault: Callable[[Plant], None], monkeypatch: Plant) -> None:
    fault(monkeypatch)
    assert any(each.wrong_numbers() for each in few)
