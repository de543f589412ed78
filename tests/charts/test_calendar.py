"""The calendar's cells: by measure, in five steps, with everything that is no value kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.calendar import CalendarData, Measure, calendar_data
from journal.charts.frames import Block, Box, Frame, GridFrame, TimeFrame
from journal.charts.group_days import GroupShown
from journal.core.amounts import Dimension
from journal.insights.days import DayFigures, DayState, GroupDay
from journal.insights.groups import Group
from journal.insights.summary import Unit
from tests.charts.days import GROUPS, PAIN, SHOT, TEXTS, UNKNOWN, leaf, made_up, run

USE, NONE, OTHER, EMPTY = DayState.USE, DayState.NONE, DayState.OTHER, DayState.EMPTY
AT_LEAST = ({Group.LEAF: GroupDay(1, {Dimension.MASS: (900, 1)})}, True)


def chart(days: list[DayFigures], measure: Measure, ratings: list[tuple[int, ...]] | None = None) -> CalendarData:
    return calendar_data(days, ratings or [()] * len(days), TEXTS, PAIN, GROUPS, measure)


@pytest.mark.parametrize(
    ("measure", "kinds"),
    [
        (Measure.AMOUNT, ["value", "none", "other", "empty", "at_least", "strong"]),
        (Measure.DOSES, ["value", "none", "other", "empty", "at_least", "strong"]),
        (Measure.SYMPTOM, ["value", "other", "other", "empty", "other", "other"]),
    ],
)
def test_kinds(measure: Measure, kinds: list[str]) -> None:
    ratings: list[tuple[int, ...]] = [(4, 8), (), (), (), (), ()]
    data = chart(run(USE, NONE, OTHER, EMPTY, AT_LEAST, SHOT), measure, ratings)
    assert [cell.kind for cell in data.cells] == kinds


def test_unknown_has_no_value_and_at_least_has_the_least() -> None:
    assert [cell.value for cell in chart(run(AT_LEAST, UNKNOWN), Measure.AMOUNT).cells] == [0.9, None]


def test_five_steps() -> None:
    days = run(*(leaf(n * 1000, n) for n in range(1, 11)))
    assert [cell.level for cell in chart(days, Measure.AMOUNT).cells] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert [cell.level for cell in chart(days, Measure.DOSES).cells] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    ratings: list[tuple[int, ...]] = [(n,) for n in range(1, 11)]
    assert [cell.level for cell in chart(days, Measure.SYMPTOM, ratings).cells] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_an_outlier_does_not_make_all_other_days_look_alike() -> None:
    doses = [leaf(mg, 1) for mg in [2000, 4000, 6000, 8000, 10_000] * 12]
    data = chart(run(*doses, leaf(90_000, 1)), Measure.AMOUNT)
    assert {cell.level for cell in data.cells} == {0, 1, 2, 3, 4}


def test_the_cells_show_the_most_used_group_and_its_doses_where_it_has_no_unit() -> None:
    data = chart(run(USE, SHOT), Measure.AMOUNT)
    assert data.measure_name() == "leaf, g a day"
    doses = calendar_data(
        run(USE, SHOT), [(), ()], TEXTS, PAIN, (GroupShown(Group.EXTRACT, Unit.NONE),), Measure.AMOUNT
    )
    assert doses.measure_name() == "extract, doses a day" and [cell.kind for cell in doses.cells] == ["strong", "value"]


def test_years_stand_below_each_other_and_only_ten_of_them() -> None:
    days, ratings = made_up(15 * 365)
    data = calendar_data(days, ratings, TEXTS, PAIN, GROUPS, Measure.DOSES)
    assert len(data.blocks) == 10 and data.day(0).isoformat() == "2017-01-01"
    assert data.left_out + data.count == len(days) and "last 10 years" in data.description()
    assert sum(count for _, count in data.blocks) == data.count


@given(st.integers(1, 900), st.data())
def test_every_cell_is_found_where_it_is(count: int, drawn: st.DataObject) -> None:
    frame = GridFrame((Block(0, count, drawn.draw(st.integers(0, 6)), 0.05, 0.1),), 0.005, 0.1)
    _finds_itself(frame, drawn.draw(st.integers(0, count - 1)))
    assert frame.index_at(0.01, 0.5) is None and frame.index_at(0.5, 0.99) is None


@given(st.integers(1, 20_000), st.data())
def test_every_day_is_found_where_it_is(count: int, drawn: st.DataObject) -> None:
    frame = TimeFrame(Box(0.1, 0.1, 0.8, 0.9), count)
    _finds_itself(frame, drawn.draw(st.integers(0, count - 1)))
    assert frame.index_at(0.8001, 0.5) == count - 1 and frame.index_at(0.9, 0.5) is None
    assert frame.index_at(0.5, 0.95) is None


def _finds_itself(frame: Frame, index: int) -> None:
    box = frame.box(index)
    assert frame.index_at((box.left + box.right) / 2, (box.top + box.bottom) / 2) == index
