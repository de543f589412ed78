"""What was measured: the newest value of each thing, how often, and the lowest and highest of each number."""

from __future__ import annotations

from typing import Any

from journal.core.care import WeightUnit
from journal.core.check_ins import Instrument
from journal.core.entries import CheckIn, Measurement
from journal.insights.measured import Thing, measured
from tests.reports.moments import noon


def value(back: int, **fields: Any) -> Measurement:
    return Measurement(at=noon(back), **fields)


def test_the_newest_the_number_and_the_ends_of_each() -> None:
    newest = value(1, systolic=195)
    entries = [newest, value(9, systolic=120, diastolic=70, pulse=0), value(4, diastolic=95)]
    pressure, pulse = measured(entries)
    assert (pressure.thing, pressure.n, pressure.last) == (Thing.BLOOD_PRESSURE, 3, newest)
    assert pressure.ranges == ((120, 195), (70, 95))
    assert (pulse.thing, pulse.n, pulse.ranges) == (Thing.PULSE, 1, ((0, 0),))  # a zero that was written is a value


def test_kilograms_and_pounds_are_two_things_and_are_not_converted() -> None:
    kilograms, pounds = measured(
        [value(3, weight=70_000, weight_unit=WeightUnit.KG), value(1, weight=150_000, weight_unit=WeightUnit.LB)]
    )
    assert (kilograms.unit, kilograms.ranges) == (WeightUnit.KG, ((70_000, 70_000),))
    assert (pounds.unit, pounds.ranges) == (WeightUnit.LB, ((150_000, 150_000),))


def test_sleep_of_a_daily_check_in_counts_with_the_measured_one() -> None:
    daily = CheckIn(at=noon(2), instrument=Instrument.DAILY, sleep=6500, quality=4)
    sleep, quality = measured([value(3, sleep=8000), daily])
    assert (sleep.n, sleep.last, sleep.ranges) == (2, daily, ((6500, 8000),))
    assert (quality.n, quality.ranges) == (1, ((4, 4),))


def test_nothing_measured_is_nothing() -> None:
    assert measured([value(1, note="forgot the cuff"), CheckIn(at=noon(1), instrument=Instrument.PEG)]) == []
