"""A high blood pressure bears a mark wherever it is listed; a lower one none, which would be read as "all is well"."""

from __future__ import annotations

import pytest

from journal.core.entries import Measurement
from journal.core.moments import moment_at
from journal.guidance.pressure_mark import pressure_mark
from journal.texts import english
from journal.ui.entries.care import MeasurementKind
from journal.ui.health.value_wording import measurement_rows

AT = moment_at(1_795_339_800_000, "Europe/Berlin")
CASES = [
    ((195, 125), "180/120 or more"), ((150, 120), "180/120 or more"), ((165, 112), "160/110 or more"),
    ((120, 110), "160/110 or more"), ((159, 109), ""), ((None, 111), "160/110 or more"),
    ((185, None), "180/120 or more"),
]  # fmt: skip


@pytest.mark.parametrize(("numbers", "mark"), CASES)
def test_it_says_how_much_was_reached_in_the_diary_and_on_health(
    numbers: tuple[int | None, int | None], mark: str
) -> None:
    measured = Measurement(at=AT, systolic=numbers[0], diastolic=numbers[1])
    assert pressure_mark(english(), measured) == mark
    in_diary = MeasurementKind().said_together(english(), measured)["systolic"]
    (row,) = measurement_rows(english(), [measured], AT.local.date()).now
    assert in_diary.endswith(f"({mark})") if mark else "or more" not in in_diary
    assert row.level == mark and ("Emergency signs" in row.hint) is bool(mark)


def test_only_the_pressure_bears_it() -> None:
    measured = Measurement(at=AT, systolic=195, diastolic=125, pulse=80)
    marks = {row.title: row.level for row in measurement_rows(english(), [measured], AT.local.date()).now}
    assert marks == {"Blood pressure": "180/120 or more", "Pulse": ""}
    assert pressure_mark(english(), Measurement(at=AT, pulse=80)) == ""


def test_an_earlier_one_bears_it_behind_a_lower_one_of_today() -> None:
    earlier = Measurement(at=moment_at(AT.utc_ms - 3_600_000, "Europe/Berlin"), systolic=195, diastolic=125)
    later = Measurement(at=AT, systolic=150, diastolic=95)
    (row,) = measurement_rows(english(), [earlier, later], AT.local.date()).now
    assert row.level == "" and "195/125 mmHg · 180/120 or more (22 Nov 2026)" in row.hint
    assert "Emergency signs" in row.hint
