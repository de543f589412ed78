"""The overview's numbers: the day states are never mixed, unknown is never zero, and every day can be said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.overview import Event, OverviewData, new_product_events, overview_data
from journal.charts.series import Grain, Step
from journal.insights.days import DayFigures, DayState
from tests.charts.days import LAST, PAIN, TEXTS, made_up, overview, run, used
from tests.insights.sheet import SHOT, Sheet

USE, NONE, OTHER, EMPTY = DayState.USE, DayState.NONE, DayState.OTHER, DayState.EMPTY
DAY = dt.timedelta(days=1)


def chart(days: list[DayFigures], symptom: str | None = PAIN) -> OverviewData:
    return overview_data(days, [()] * len(days), TEXTS, symptom)


def test_empty_days_are_gaps_and_other_entries_are_nothing_at_all() -> None:
    data = chart(run(USE, EMPTY, EMPTY, OTHER, *[USE] * 6, EMPTY))
    assert data.gaps == (Step(1, 3), Step(10, 11))
    amount, doses, _ = data.panels
    drawn = {bar.start for panel in (amount, doses) for bar in panel.bars} | {*amount.nones, *doses.nones}
    assert 3 not in {int(x) for x in drawn}


def test_a_confirmed_day_without_is_a_circle_and_not_a_bar() -> None:
    data = chart(run(*[USE] * 6, NONE))
    assert [panel.nones for panel in data.panels] == [(6.5,), (6.5,), ()]
    assert all(len(panel.bars) == 6 for panel in data.panels[:2])


def test_what_is_partly_known_is_hollow_and_what_is_not_known_at_all_is_a_mark() -> None:
    half = (USE, {"doses": 2, "leaf_doses": 2, "leaf_mg": 3000, "weight_missing": True})
    unknown = (USE, {"doses": 1, "leaf_doses": 1, "weight_missing": True})
    uncounted = (USE, {"doses": 1, "leaf_doses": 1, "leaf_mg": 900, "weight_missing": True, "number_missing": True})
    amount, doses, _ = chart(run(*[USE] * 6, half, unknown, uncounted)).panels
    assert [(int(bar.start), bar.high) for bar in amount.bars if bar.hollow] == [(6, 3.0), (8, 0.9)]
    assert amount.unknown == (7.5,)
    assert [int(bar.start) for bar in doses.bars if bar.hollow] == [8]


def test_a_day_of_extract_only_has_no_amount_but_doses_and_a_triangle() -> None:
    data = chart(run(*[USE] * 7, (USE, {"doses": 2, "strong_doses": 2})))
    amount, doses, _ = data.panels
    assert 7 not in {int(bar.start) for bar in amount.bars} and not amount.unknown and not amount.nones
    assert doses.bars[-1].high == 2 and data.strong == (7.5,)


def test_extract_only_says_that_there_is_no_leaf() -> None:
    amount, doses, _ = overview(84, "extract").panels
    assert amount.words == "No amounts of leaf." and not doses.words and len(doses.bars) == 84


def test_what_lifts_the_median_of_a_week_is_no_outlier() -> None:
    days = [used(LAST - DAY * n, 40_000 if 40 <= n < 44 else 4000) for n in range(84)]
    amount = chart(days).panels[0]
    assert amount.top == 40 and not amount.clipped
    assert max(point.y for run in amount.runs for point in run) == 40


def test_a_single_day_of_a_long_period_is_written_where_it_is_too_high() -> None:
    days = [used(LAST - DAY * n) for n in range(500, 250, -1)]
    days += [
        used(LAST - DAY * n, 40_000) if n == 100 else DayFigures(LAST - DAY * n, EMPTY) for n in range(250, -1, -1)
    ]
    amount = chart(days).panels[0]
    assert amount.top < 40 and [words for _, words in amount.clipped] == ["40"]
    assert max(dot.y for dot in amount.dots) == amount.top


def test_an_outlier_is_clipped_and_its_value_written() -> None:
    days = [used(LAST - DAY * n) for n in range(59, 0, -1)] + [used(LAST, 60_000)]
    amount = chart(days).panels[0]
    assert amount.top == 5 and amount.clipped == ((59.5, "60"),)
    assert amount.bars[-1].high == amount.top


@pytest.mark.parametrize(("recorded", "said"), [(0, "there are 0"), (1, "there is 1"), (6, "there are 6")])
def test_too_few_days_say_how_many_there_are(recorded: int, said: str) -> None:
    data = chart(run(*[EMPTY] * 20, *[USE] * recorded))
    assert not data.enough_data and not data.panels
    assert said in data.message and data.message in data.description()


def test_seven_recorded_days_are_enough() -> None:
    assert chart(run(*[EMPTY] * 20, *[OTHER] * 7)).enough_data


@pytest.mark.parametrize(("count", "grain"), [(84, Grain.DAY), (500, Grain.WEEK), (3652, Grain.MONTH)])
def test_long_periods_become_weeks_and_months(count: int, grain: Grain) -> None:
    data = overview(count)
    assert data.grain is grain
    drawn = max(len(panel.bars) + len(panel.bands) for panel in data.panels)
    assert drawn <= 400 and all(panel.runs for panel in data.panels)


def test_a_week_without_entries_is_a_gap_and_one_with_some_is_not() -> None:
    days = run(*[USE] * 400, *[EMPTY] * 7, EMPTY, *[USE] * 6, *[USE] * 7)
    assert chart(days).gaps == (Step(400, 407),)


def test_ratings_are_dots_and_their_absence_is_said() -> None:
    days = run(*[USE] * 7)
    data = overview_data(days, [(5, 5, 7), *[()] * 6], TEXTS, PAIN)
    assert data.panels[2].dots == ((0.5, 5), (0.5, 7)) and data.panels[2].name == PAIN
    assert chart(days).panels[2].words == "No ratings in this period."
    assert chart(days, symptom=None).panels[2].words == "No symptom is tracked."


def test_events_outside_are_left_out_and_the_last_28_days_begin_where_they_do() -> None:
    days, ratings = made_up(84, "full")
    events = (Event(LAST, "b"), Event(LAST - 83 * DAY, "a"), Event(LAST + DAY, "c"))
    data = overview_data(days, ratings, TEXTS, PAIN, events)
    assert data.events == ((0.5, "a"), (83.5, "b"))
    assert data.last28 == 56 and data.day(data.last28) == LAST - 27 * DAY
    assert overview(28, "full").last28 is None
    assert data.description().endswith("a (30 Aug 2026), b (21 Nov 2026).")


def test_first_doses_of_products_are_events() -> None:
    sheet = Sheet()
    sheet.dose(60)
    sheet.dose(20, product=SHOT)
    found = new_product_events(TEXTS, sheet.summary(), {SHOT.id: "Red <b>"})
    assert found == (Event(sheet.period.last - 20 * DAY, "new: Red <b>"),)


def test_every_kind_of_day_in_words() -> None:
    days = run(
        EMPTY, NONE, OTHER, USE,
        (USE, {"doses": 3, "leaf_doses": 2, "leaf_mg": 2500, "strong_doses": 1, "weight_missing": True}),
        (USE, {"doses": 1, "leaf_doses": 1, "weight_missing": True, "number_missing": True}),
        (USE, {"doses": 1, "strong_doses": 1}), (OTHER, {"number_missing": 1}),
    )  # fmt: skip
    data = overview_data(days, [(), (4,), (), (3, 5), (), (), (), ()], TEXTS, PAIN)
    assert [data.sentence(n).split(": ", 1)[1] for n in range(8)] == [
        "nothing recorded.",
        "confirmed day without. Lower back pain: 4.",
        "other entries only.",
        "2 doses, 5.0 g of leaf. Lower back pain: 3, 5.",
        "3 doses, at least 2.5 g of leaf, 1 of extract or 7-OH.",
        "at least 1 dose, amount of leaf not known.",
        "1 dose, 1 of extract or 7-OH.",
        "used, number not known.",
    ]
    assert data.sentence(7).startswith("Saturday 21 November 2026: ")
    assert data.table()[1][7][1:4] == ["used, number not known", "", "not known"]


def test_the_table_has_a_row_a_day_and_never_a_zero_for_the_unknown() -> None:
    days = run(EMPTY, NONE, OTHER, USE, (USE, {"doses": 1, "leaf_doses": 1, "weight_missing": True}), *[USE] * 3)
    names, rows = chart(days).table()
    assert len(rows) == 8 and {len(row) for row in rows} == {len(names)}
    assert [row[2] for row in rows[:5]] == ["", "0.0", "", "5.0", "not known"]
    assert [row[3] for row in rows[:5]] == ["", "0", "", "2", "1"]


def test_the_description_has_each_number_with_its_n() -> None:
    said = chart(run(EMPTY, *[USE] * 8)).description()
    assert said.startswith("9 days, 13 Nov 2026 to 21 Nov 2026. 8 of them have entries. ")
    assert "Leaf: median 5.0 g a day on 8 days." in said and "Lower back pain: not recorded." in said
    # 2.2495 is 2.2 as on the cards, not 2.25 and then 2.3.
    said = chart([used(LAST - DAY * n, 2249 if n % 2 else 2250) for n in range(8)]).description()
    assert "median 2.2 g" in said


def test_ratings_of_other_days_are_refused() -> None:
    with pytest.raises(ValueError, match="7 days"):
        overview_data(run(*[USE] * 7), [()] * 6, TEXTS, PAIN)


@given(st.integers(0, 30))
def test_days_not_recorded_never_change_the_bars(empty: int) -> None:
    days = run(*[USE] * 10)
    before = run(*[EMPTY] * empty, *[USE] * 10)
    bars = [(round(bar.start - empty, 6), bar.high) for bar in chart(before).panels[0].bars]
    assert bars == [(round(bar.start, 6), bar.high) for bar in chart(days).panels[0].bars]


def test_the_caption_explains_only_what_occurs() -> None:
    assert overview(84, "full").caption() == "line: 7-day median"
    said = overview(84, "gaps").caption()
    assert all(words in said for words in ("nothing recorded", "without", "hollow", "not known", "▲"))
    assert "monthly" in overview(3000).caption() and "weekly" in overview(500).caption()
