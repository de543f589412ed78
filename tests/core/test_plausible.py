"""Values that are asked about before they are kept; none is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.care import CareKind, WeightUnit
from journal.core.entries import (
    Care,
    CheckIn,
    Contact,
    Dose,
    Entry,
    Help,
    Intake,
    LabResult,
    Measurement,
    Note,
    Person,
    Substance,
)
from journal.core.health import Condition, ConditionKind, Lab
from journal.core.moments import moment_at
from journal.core.plausible import Doubt, Why, doubts, doubts_in_file
from journal.core.substances import Taken
from journal.core.validity import refuse_invalid
from tests.journals import START_MS

AT = moment_at(START_MS, "UTC")
DAY = dt.date(2026, 11, 20)


def _with_range(normal: str) -> LabResult:
    return LabResult(day=DAY, what=Lab.ALT, value="31", unit="U/L", normal=normal)


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (Measurement(at=AT, systolic=142, diastolic=91, pulse=88), []),
        (Measurement(at=AT, systolic=1420), [Doubt(Why.UNUSUAL, "systolic", 1420)]),
        (Measurement(at=AT, systolic=80, diastolic=120), [Doubt(Why.SWAPPED, "systolic", 80)]),
        (Measurement(at=AT, weight=37_500), [Doubt(Why.NO_UNIT, "weight", 37_500)]),
        (Measurement(at=AT, weight=71_500, weight_unit=WeightUnit.KG), []),
        (Measurement(at=AT, weight=715_000, weight_unit=WeightUnit.KG), [Doubt(Why.UNUSUAL, "weight", 715_000)]),
        (Measurement(at=AT, sleep=25_000), [Doubt(Why.UNUSUAL, "sleep", 25_000)]),
        (CheckIn(at=AT, sleep=75_000), [Doubt(Why.UNUSUAL, "sleep", 75_000)]),
        (LabResult(day=DAY, what=Lab.ALT, value="37.5"), [Doubt(Why.NO_UNIT, "value", "37.5")]),
        (LabResult(day=DAY, what=Lab.ALT, value="37.5", unit="U/L"), []),
        (LabResult(day=DAY, what=Lab.ALT, value="positive"), [Doubt(Why.UNUSUAL, "value", "positive")]),
        (LabResult(day=DAY, what=Lab.OWN, name="Hepatitis C", value="positive"), []),
        (LabResult(day=DAY, what=Lab.OWN, name="Nitrite", value="+"), []),
        (LabResult(day=DAY, what=Lab.OWN, name="Smile", value="😀"), [Doubt(Why.UNUSUAL, "value", "😀")]),
        (LabResult(day=DAY, what=Lab.ALT, value="😀", unit="U/L"), [Doubt(Why.UNUSUAL, "value", "😀")]),
        (LabResult(day=DAY, what=Lab.ALT, value="1e9", unit="U/L"), [Doubt(Why.UNUSUAL, "value", "1e9")]),
        (LabResult(day=DAY, what=Lab.ALT, value="1000000000"), [Doubt(Why.UNUSUAL, "value", "1000000000")]),
        (LabResult(day=DAY, what=Lab.OWN, name="Platelets", value="250", unit="10e9/L"), []),
        (LabResult(day=DAY, what=Lab.ALT, value="<5"), [Doubt(Why.NO_UNIT, "value", "<5")]),
        (LabResult(day=DAY, what=Lab.ALT, value="<= 5"), [Doubt(Why.NO_UNIT, "value", "<= 5")]),
        (LabResult(day=DAY, what=Lab.ALT, value="< 5 U/L"), []),
        (LabResult(day=DAY, what=Lab.ALT, value="131 H", unit="U/L"), []),
        (LabResult(day=DAY, what=Lab.ALT, value="-3", unit="U/L"), [Doubt(Why.UNUSUAL, "value", "-3")]),
        (LabResult(day=DAY, what=Lab.OWN, name="Base excess", value="-3", unit="mmol/L"), []),
        (_with_range("7-56"), []),
        (_with_range("< 40"), []),
        (_with_range("up to 40 U/L"), []),
        (_with_range("m 10-50, f 10-35"), []),
        (_with_range("40-7"), [Doubt(Why.RANGE_BACKWARDS, "normal", "40-7")]),
        (_with_range("56"), [Doubt(Why.NO_RANGE, "normal", "56")]),
        (_with_range("normal"), [Doubt(Why.NO_RANGE, "normal", "normal")]),
        (LabResult(day=DAY, what=Lab.OWN, name="Nitrite", value="+", normal="negative"), []),
        (LabResult(day=DAY, what=Lab.OWN, value="3", unit="mg"), [Doubt(Why.NO_NAME, "name", "own")]),
        (Condition(what=ConditionKind.ALLERGY), [Doubt(Why.NO_NAME, "name", "allergy")]),
        (Condition(what=ConditionKind.ALLERGY, name="bee"), []),
        (Condition(what=ConditionKind.OTHER), [Doubt(Why.NO_NAME, "name", "other")]),
        (Condition(what=ConditionKind.OTHER, note="seen by the surgeon"), []),
        (Condition(what=ConditionKind.LIVER), []),
        (Care(at=AT, what=CareKind.OWN, minutes=20), [Doubt(Why.NO_NAME, "name", "own")]),
        (Care(at=AT, what=CareKind.OWN, name="a bath"), []),
        (Intake(at=AT, what=Taken.OWN, amount="2"), [Doubt(Why.NO_NAME, "name", "own")]),
        (Intake(at=AT, what=Taken.OWN, name="valerian"), []),
        (Intake(at=AT, what=Taken.ALCOHOL, drinks=51_000), [Doubt(Why.UNUSUAL, "drinks", 51_000)]),
        (Intake(at=AT, what=Taken.ALCOHOL, drinks=37_500), [Doubt(Why.UNUSUAL, "drinks", 37_500)]),
        (Intake(at=AT, what=Taken.ALCOHOL, drinks=20_000), []),
        (Note(at=AT, text="37.5"), []),
    ],
)  # fmt: skip
def test_what_is_asked_and_everything_can_be_kept(entry: Entry, asked: list[Doubt]) -> None:
    assert doubts(entry) == asked
    refuse_invalid(entry)


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (Intake(at=AT, what=Taken.PAINKILLER, amount="400"), [Doubt(Why.NO_UNIT, "amount", "400")]),
        (Intake(at=AT, what=Taken.PAINKILLER, amount="400 mg"), []),
        (Intake(at=AT, what=Taken.PAINKILLER, amount="2"), []),
        (Intake(at=AT, what=Taken.CAFFEINE, amount="400"), []),
        (Contact(name="Ada", phone="call me"), [Doubt(Why.NO_DIGIT, "phone", "call me")]),
        (Contact(name="Ada", phone="555 0100"), []),
        (Contact(name="Ada"), []),
        (Help(text="7"), [Doubt(Why.NUMBER_NAMES, "text", "7")]),
        (Contact(name="555 0100"), [Doubt(Why.NUMBER_NAMES, "name", "555 0100")]),
        (Condition(what=ConditionKind.OTHER, name="37.5"), [Doubt(Why.NUMBER_NAMES, "name", "37.5")]),
        (Condition(what=ConditionKind.OTHER, name="Trisomy 21"), []),
        (Substance(name="120/80"), [Doubt(Why.NUMBER_NAMES, "name", "120/80")]),
        (Substance(name="5-HTP"), []),
    ],
)  # fmt: skip
def test_what_is_said_now_is_asked_about_and_what_comes_from_a_file_is_not(entry: Entry, asked: list[Doubt]) -> None:
    assert doubts(entry, DAY) == asked and doubts(entry) == []
    refuse_invalid(entry)


@pytest.mark.parametrize(
    ("days", "asked"),
    [(-1, Why.PASSED), (0, None), (4 * 365, None), (6 * 365, Why.FAR_AHEAD)],
)
def test_a_plan_is_neither_over_nor_years_ahead(days: int, asked: Why | None) -> None:
    planned = DAY + dt.timedelta(days=days)
    operation = Condition(what=ConditionKind.PLANNED_OPERATION, planned=planned)
    for entry, field in ((operation, "planned"), (Person(next_visit=planned), "next_visit")):
        assert doubts(entry, DAY) == ([] if asked is None else [Doubt(asked, field, planned)])
        assert doubts(entry) == []


def test_an_operation_is_planned_for_a_day() -> None:
    undated = Condition(what=ConditionKind.PLANNED_OPERATION)
    assert doubts(undated, DAY) == [Doubt(Why.NO_DAY, "planned", ConditionKind.PLANNED_OPERATION)]
    assert doubts(Condition(what=ConditionKind.PAIN), DAY) == []


def test_a_visit_that_has_passed_is_asked_about_on_the_day_on_which_it_is_said() -> None:
    person = Person(next_visit=DAY)
    assert doubts(person) == doubts(person, DAY) == [] and doubts(person, DAY - dt.timedelta(days=1)) == []
    assert doubts(person, DAY + dt.timedelta(days=1)) == [Doubt(Why.PASSED, "next_visit", DAY)]


def test_an_end_far_ahead_is_asked_about() -> None:
    far = dt.date(2126, 3, 4)
    for entry in (Condition(what=ConditionKind.LIVER, until=far), Substance(name="zopiclone", until=far)):
        assert doubts(entry, DAY) == doubts_in_file(entry, DAY) == [Doubt(Why.FAR_AHEAD, "until", far)]
    assert doubts(Substance(name="zopiclone", until=DAY + dt.timedelta(days=300)), DAY) == []


def test_of_a_plan_in_a_file_only_a_day_far_ahead_is_asked_about() -> None:
    planned, passed = dt.date(2126, 3, 4), DAY - dt.timedelta(days=900)
    far = Condition(what=ConditionKind.PLANNED_OPERATION, planned=planned)
    assert doubts_in_file(far, DAY) == [Doubt(Why.FAR_AHEAD, "planned", planned)]
    assert doubts_in_file(Condition(what=ConditionKind.PLANNED_OPERATION, planned=passed), DAY) == []
    assert doubts_in_file(Condition(what=ConditionKind.OTHER), DAY) == [Doubt(Why.NO_NAME, "name", "other")]


def test_what_has_no_unit_is_mended_where_the_unit_is_written() -> None:
    assert Doubt(Why.NO_UNIT, "amount", "400").mended_in == "amount"
    assert Doubt(Why.NO_UNIT, "weight", 80_000).mended_in == "weight_unit"


def test_a_day_has_so_many_minutes() -> None:
    assert doubts(Care(at=AT, what=CareKind.REST, minutes=1500)) == [Doubt(Why.UNUSUAL, "minutes", 1500)]


@pytest.mark.parametrize(
    ("quantity", "dimension", "asked"),
    [
        (40_000, Dimension.MASS, False), (50_000, Dimension.MASS, True), (250_000, Dimension.VOLUME, False),
        (2_500_000, Dimension.VOLUME, True), (12_000, Dimension.COUNT, False), (250_000, Dimension.COUNT, True),
        (None, None, False),
    ],
)  # fmt: skip
def test_a_dose_that_is_far_from_any_other_is_asked_about(
    quantity: int | None, dimension: Dimension | None, asked: bool
) -> None:
    found = doubts(Dose(at=AT, amount=Amount("50 g", quantity, dimension)))
    assert found == ([Doubt(Why.UNUSUAL, "amount", "50 g")] if asked else [])
