"""One series: numbers as written down, days without one open, units and counts in words, no judgement."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from journal.charts.drawing import draw_series
from journal.charts.one_series import InPart, SeriesData, SeriesSet, Written
from journal.charts.picture import picture
from journal.charts.round_scale import scale_around
from journal.charts.theme import LIGHT
from tests.charts.days import TEXTS

FIRST = dt.date(2026, 9, 1)


def series(*values: tuple[int, float], **said: object) -> SeriesData:
    written = tuple(Written(x, Fraction(number)) for x, number in values)
    made = SeriesData(TEXTS, "pulse", "Pulse", "a minute", FIRST, 28, written, where="Write one down in Health.")
    return replace(made, **said)  # type: ignore[arg-type]


def test_a_line_joins_only_days_that_follow_each_other() -> None:
    runs = series((0, 70), (1, 72), (3, 71), (4, 70), (5, 69), (20, 80)).runs()
    assert [[value.x for value in run] for run in runs] == [[0, 1], [3, 4, 5]]


def test_where_a_day_holds_several_numbers_nothing_is_joined() -> None:
    assert series((0, 70), (1, 72), (1, 75)).runs() == []


def test_counts_and_the_last_number_are_in_words() -> None:
    data = series((0, 70), (3, 71), (3, 74.5), without_number=1)
    assert data.how_many() == "3 values on 2 days, 1 entry without a number"
    assert data.last_words() == "last: 74.5 a minute, 4 Sep 2026"
    assert data.description() == (
        "3 values on 2 days, 1 entry without a number; from 70 to 74.5; last: 74.5 a minute, 4 Sep 2026."
    )


def test_printed_values_that_are_words_are_counted() -> None:
    assert series((0, 88), without_number=2, as_printed=True).how_many() == "1 value, 2 values are not numbers"


def test_what_was_answered_without_a_score_is_told_with_its_day() -> None:
    answered = InPart(5, "pain 7; 2 of 3 skipped: no score")
    data = series((2, 4), without_number=1, in_part=(answered,))
    assert data.in_part_words() == "6 Sep 2026: pain 7; 2 of 3 skipped: no score"
    assert data.sentence(5) == "Sunday 6 September 2026: pain 7; 2 of 3 skipped: no score."
    assert data.table()[1][5] == ["6 Sep 2026", "pain 7; 2 of 3 skipped: no score"]
    for words in (data.description(), data.caption(), series(in_part=(answered,)).nothing_words()):
        assert data.in_part_words() in words
    later = series((6, 4), in_part=(answered,))
    assert not later.in_part_words() and answered.words in later.sentence(5)


def test_a_score_has_its_highest_number_and_a_mean_one_decimal() -> None:
    data = series((2, 0), highest=10, values=(Written(2, Fraction(13, 3)),), about="version 1, mean of 3 questions")
    assert data.sentence(2) == "Thursday 3 September 2026: 4.3 of 10."
    assert data.scale == (0, 10, 5)
    assert "version 1, mean of 3 questions" in data.caption()


def test_a_laboratorys_range_is_named_as_its_own_and_only_where_it_was_given() -> None:
    with_range = series(unit="U/L", values=(Written(2, Fraction(34), "10–49"), Written(9, Fraction(31))))
    assert with_range.sentence(2) == "Thursday 3 September 2026: 34 U/L (the lab’s own range: 10–49)."
    assert with_range.sentence(9) == "Thursday 10 September 2026: 31 U/L."
    names, rows = with_range.table()
    assert names[-1] == "The lab’s own range" and [row[-1] for row in rows if row[-1]] == ["10–49"]
    assert len(series((2, 34)).table()[0]) == 2


def test_the_range_that_was_printed_is_drawn_and_the_axis_holds_it() -> None:
    creatinine = Written(2, Fraction(90, 100), "0.6-1.2"), Written(9, Fraction(93, 100), "0.6–1.2 mg/dL")
    data = series(unit="mg/dL", values=creatinine, as_printed=True)
    assert data.printed_range == (Decimal("0.6"), Decimal("1.2")) and data.scale.low <= 0.6 and data.scale.high >= 1.2
    assert "grey: the lab’s own range" in data.caption()
    plain = replace(data, values=tuple(value._replace(normal="") for value in creatinine))
    assert plain.printed_range is None and "grey" not in plain.caption()
    other = replace(data, values=(*creatinine, Written(12, Fraction(1), "0.7-1.3")))
    assert other.printed_range is None  # two laboratories: neither is drawn behind the other's value
    with_band, without = (picture(draw_series, each, LIGHT, 600, 300, 1) for each in (data, replace(plain)))
    assert with_band.rgba != without.rgba


@pytest.mark.parametrize("normal", ["< 5", "> 60", "up to 40"])
def test_a_range_with_one_end_is_drawn_to_the_end_of_the_axis(normal: str) -> None:
    data = series(unit="mg/L", values=(Written(2, Fraction(30), normal),), as_printed=True)
    picture(draw_series, data, LIGHT, 600, 300, 1)
    assert data.printed_range is not None and data.scale.low < data.scale.high


def test_the_table_of_a_laboratorys_values_has_the_days_with_one() -> None:
    data = series((2, 34), (9, 31), as_printed=True)
    names, rows = data.table()
    assert names[0] == "Day with a value" and [row[0] for row in rows] == ["3 Sep 2026", "10 Sep 2026"]
    assert [data.day_of_row(row) for row in range(2)] == [data.day(2), data.day(9)]


def test_a_day_without_a_number_is_empty_in_words_and_table() -> None:
    data = series((2, 70))
    assert data.sentence(3) == "Friday 4 September 2026: no number of this."
    names, rows = data.table()
    assert names == ["Day", "Pulse, a minute"] and len(rows) == 28
    assert [row[1] for row in rows if row[1]] == ["70"]


def test_an_empty_series_says_where_to_write_a_number_down() -> None:
    assert series().nothing_words() == (
        "Pulse: no number is written down from 1 Sep 2026 to 28 Sep 2026. Write one down in Health."
    )


def test_what_is_withheld_gives_neither_number_nor_unit() -> None:
    data = series(title="Hidden rating", withheld="Read in the Diary.")
    assert data.name == "Hidden rating" and data.description() == "Read in the Diary." and data.caption() == ""


@pytest.mark.parametrize(("low", "high"), [(0, 0), (3, 3), (0.1, 0.7), (60.5, 220), (-2, 3), (9_999, 10_000)])
def test_the_axis_holds_every_number(low: float, high: float) -> None:
    scale = scale_around(low, high)
    assert scale.low <= low and high <= scale.high and scale.low < scale.high and len(scale.labels()) <= 7


@pytest.mark.parametrize("data", [series((0, 70), (1, 72), (27, 71)), series()])
def test_it_is_drawn_and_its_days_are_found(data: SeriesData) -> None:
    made = picture(draw_series, data, LIGHT, 600, 300, 1)
    assert [made.frame.index_at((box.left + box.right) / 2, 0.5) for box in map(made.frame.box, (0, 14, 27))] == [
        0, 14, 27,
    ]  # fmt: skip


def test_several_series_are_one_table_with_a_column_each() -> None:
    both = SeriesSet(TEXTS, FIRST, 28, (series((2, 70)), series((2, 5), (3, 6), title="Sleep", unit="hours")))
    names, rows = both.table()
    assert names == ["Day", "Pulse, a minute", "Sleep, hours"]
    assert rows[2] == ["3 Sep 2026", "70", "5"] and rows[3] == ["4 Sep 2026", "", "6"]
    assert both.sentence(2) == "Thursday 3 September 2026: Pulse: 70; Sleep: 5."
    assert both.sentence(9) == "Thursday 10 September 2026: no number."
