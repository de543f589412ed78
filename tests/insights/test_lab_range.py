"""A value is told as outside only of a range that was printed with it, and only if both are plain numbers."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.entries import LabResult
from journal.core.health import Lab
from journal.insights.lab_range import beside_range

DAY = dt.date(2026, 11, 10)


def beside(value: str, normal: str, unit: str = "U/l") -> str | None:
    return beside_range(LabResult(day=DAY, what=Lab.ALT, value=value, unit=unit, normal=normal))


@pytest.mark.parametrize(
    ("value", "normal"),
    [("118", "0-45"), ("46", "0 – 45"), ("5,2", "3,5-5,1"), ("46", "<45"), ("46", "≤ 45 U/l"), ("46", "up to 45"),
     ("46", "<= 45"), ("57", "7 to 56"),
     ("0.6", "0.135 - 0.5")],
)  # fmt: skip
def test_above(value: str, normal: str) -> None:
    assert beside(value, normal) == "above"


@pytest.mark.parametrize(("value", "normal"), [("3.4", "3.5–5.1"), ("59", ">60"), ("59.9", "≥ 60"), ("59", ">= 60")])
def test_below(value: str, normal: str) -> None:
    assert beside(value, normal) == "below"


@pytest.mark.parametrize(
    ("value", "normal"),
    [("45", "0-45"), ("0", "0-45"), ("60", "≥60"), ("12", ""), ("", "0-45"), ("<41", "0-40"), ("118 !", "0-45"),
     ("1,200", "0-45"), ("12", "m 10-50, f 10-35"), ("90", "45-0"), ("118", "0-45 mg/dl"), ("negative", "negative")],
)  # fmt: skip
def test_inside_or_not_plain_says_nothing(value: str, normal: str) -> None:
    assert beside(value, normal) is None
