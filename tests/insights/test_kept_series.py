"""Series beside doses and ratings: each unit by itself, what is no number counted, nothing converted."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from journal.core.care import WeightUnit
from journal.core.check_ins import CheckIn, Instrument
from journal.core.entries import LabResult, Measurement
from journal.core.health import Lab
from journal.core.moments import DAY_MS, Moment, moment_at
from journal.insights.kept_series import KeptSeries, SeriesKey, kept_series
from tests.journals import START_MS

TODAY = dt.date(2026, 11, 22)


def at(days_ago: int) -> Moment:
    return moment_at(START_MS - days_ago * DAY_MS, "UTC")


def numbers(series: list[KeptSeries]) -> dict[SeriesKey, list[Fraction]]:
    return {each.key: [value.number for value in each.values] for each in series}


def peg(days_ago: int, *answers: str, private: bool = False) -> CheckIn:
    return CheckIn(at=at(days_ago), instrument=Instrument.PEG, answers=answers, private=private)


def test_nothing_kept_is_no_series() -> None:
    assert kept_series([], [], [], 240) == []


def test_scores_and_sleep_are_in_order_of_time() -> None:
    check_ins = [
        peg(0, "1", "2", "3"),
        peg(7, "skipped", "2", "3"),
        peg(14, "4", "4", "5"),
        CheckIn(at=at(1), sleep=6500),
    ]
    measured = [Measurement(at=at(3), sleep=7000, pulse=70)]
    found = kept_series(check_ins, measured, [], 240)
    assert numbers(found) == {
        SeriesKey("peg"): [Fraction(13, 3), Fraction(2)],
        SeriesKey("sleep"): [Fraction(7), Fraction(13, 2)],
        SeriesKey("pulse"): [Fraction(70)],
    }
    assert [each.without_number for each in found] == [1, 0, 0]
    assert [[answered.answers for _, answered in each.in_part] for each in found] == [[("skipped", "2", "3")], [], []]


def test_weights_in_other_units_are_other_series() -> None:
    weights = [(71_500, WeightUnit.KG), (160_000, WeightUnit.LB), (72_000, None)]
    measured = [Measurement(at=at(n), weight=weight, weight_unit=unit) for n, (weight, unit) in enumerate(weights)]
    assert {each.key.unit: len(each.values) for each in kept_series([], measured, [], 240)} == {
        "kg": 1,
        "lb": 1,
        "": 1,
    }


def test_lab_results_are_told_apart_by_unit_and_own_name() -> None:
    def lab(value: str, unit: str, what: Lab = Lab.ALT, name: str = "", days_ago: int = 0) -> LabResult:
        return LabResult(day=TODAY - dt.timedelta(days=days_ago), what=what, value=value, unit=unit, name=name)

    results = [
        lab("31", "U/L", days_ago=1), lab("44", "u/l", days_ago=9), lab("< 5", "U/L"), lab("0.5", "µkat/L"),
        lab("12", "mg/L", Lab.OWN, "CRP"), lab("8", "mg/L", Lab.OWN, "crp", days_ago=3),
        lab("1", "mg/L", Lab.OWN, "Zn"),
    ]  # fmt: skip
    found = kept_series([], [], results, 240)
    assert numbers(found) == {
        SeriesKey("alt", "U/L"): [44, 31],
        SeriesKey("alt", "µkat/L"): [Fraction(1, 2)],
        SeriesKey("own", "mg/L", "CRP"): [8, 12],
        SeriesKey("own", "mg/L", "Zn"): [1],
    }
    assert [each.without_number for each in found] == [1, 0, 0, 0]


def test_words_are_counted_with_the_numbers_of_the_same_test() -> None:
    printed = (("88", "U/L"), ("131 U/L", ""), ("positive", ""))
    results = [LabResult(day=TODAY, what=Lab.ALT, value=value, unit=unit) for value, unit in printed]
    (found,) = kept_series([], [], results, 240)
    assert found.key.unit == "U/L" and {value.number for value in found.values} == {88, 131}
    assert found.without_number == 1


def test_private_ones_can_be_left_out() -> None:
    assert kept_series([peg(0, "1", "2", "3", private=True)], [], [], 240, with_private=False) == []
