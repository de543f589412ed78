"""How values read: the latest with its day, a few before it, the laboratory's own range, and no judgement."""

from __future__ import annotations

import datetime as dt

from journal.core.care import Care, CareKind, Measurement, WeightUnit
from journal.core.health import Lab, LabResult
from journal.core.moments import Moment, moment_from_local
from journal.texts import english
from journal.ui.health.value_wording import care_rows, lab_rows, measurement_rows

TEXTS, TODAY = english(), dt.date(2026, 11, 22)


def lab(month: int, value: str, **said: object) -> LabResult:
    given = {"what": Lab.ALT, "unit": "U/L", **said}
    return LabResult(day=dt.date(2026, month, 12), value=value, **given)  # type: ignore[arg-type]


def at(day: int) -> Moment:
    return moment_from_local(dt.datetime(2026, 11, day, 9), "Europe/Berlin")


def test_a_lab_value_is_shown_as_printed_with_the_lab_s_own_range() -> None:
    own = lab(9, "< 5", what=Lab.OWN, name="GGT", unit="")
    rows = lab_rows(TEXTS, [lab(8, "88"), own, lab(10, "34", normal="10–49")], TODAY).now
    assert [(row.title, row.fact, row.below) for row in rows] == [
        ("ALT", "34 U/L", "12 Oct 2026 · lab’s own range 10–49"), ("GGT", "< 5", "12 Sep 2026 · no range given"),
    ]  # fmt: skip
    assert rows[0].hint == "before: 88 U/L (12 Aug 2026)" and rows[1].hint == ""


def test_a_long_series_says_how_much_more_there_is() -> None:
    (row,) = lab_rows(TEXTS, [lab(month, str(month)) for month in range(1, 9)], TODAY).now
    assert row.fact == "8 U/L" and row.hint.startswith("before: 7 U/L (12 Jul 2026); 6 U/L")
    assert row.hint.endswith("; 3 more in the Diary")


def test_each_thing_that_was_measured_has_its_row() -> None:
    entries = [
        Measurement(at=at(20), systolic=128, diastolic=82, pulse=71),
        Measurement(at=at(21), systolic=131, weight=81500, weight_unit=WeightUnit.KG),
        Measurement(at=at(22), sleep=6500, quality=4),
    ]
    said = [(row.title, row.fact, row.below, row.hint) for row in measurement_rows(TEXTS, entries, TODAY).now]
    assert said == [
        ("Blood pressure", "131/? mmHg", "21 Nov 2026", "before: 128/82 mmHg (20 Nov 2026)"),
        ("Pulse", "71 a minute", "20 Nov 2026", ""),
        ("Weight", "81.5 kg", "21 Nov 2026", ""),
        ("Sleep", "6.5 h, quality 4 of 10", "22 Nov 2026", ""),
    ]
    (unsaid,) = measurement_rows(TEXTS, [Measurement(at=at(22), weight=37500)], TODAY).now
    assert unsaid.fact == "37.5 unit not said"


def test_care_says_the_last_time_and_those_before() -> None:
    entries = [
        Care(at=at(19), what=CareKind.EXERCISE, name="swimming", minutes=45),
        Care(at=at(21), what=CareKind.EXERCISE, name="swimming"),
        Care(at=at(20), what=CareKind.OWN, name="Acupuncture", minutes=0),
    ]
    said = [(row.title, row.fact, row.below, row.hint) for row in care_rows(TEXTS, entries, TODAY).now]
    assert said == [
        ("Exercise", "time not said", "21 Nov 2026 · swimming", "before: 45 min (19 Nov 2026)"),
        ("Acupuncture", "0 min", "20 Nov 2026", ""),
    ]
