"""What is read as a value with its unit, and what stays as it was printed."""

from __future__ import annotations

import pytest

from journal.core.printed_values import value_and_unit


@pytest.mark.parametrize(
    ("value", "apart"),
    [
        ("131 U/L", ("131", "U/L")), ("131U/L", ("131", "U/L")), (" 0.9 mg/dl ", ("0.9", "mg/dl")),
        ("5.4 %", ("5.4", "%")), ("< 5 U/L", ("< 5", "U/L")), ("1,500 µmol/L", ("1,500", "µmol/L")),
        ("4.5 x10^9/L", ("4.5", "x10^9/L")), ("60 mL/min/1.73 m²", ("60", "mL/min/1.73 m²")),
    ],
)  # fmt: skip
def test_a_unit_behind_the_value_is_taken_apart(value: str, apart: tuple[str, str]) -> None:
    assert value_and_unit(value) == apart


@pytest.mark.parametrize(
    "value", ["131", "131 H", "131 high", "positive", "1:80", "10/20", "148/92", "131 U/L H", "", "12 n/a", "7 days"]
)
def test_what_is_not_surely_a_unit_stays(value: str) -> None:
    assert value_and_unit(value) == (value, "")


def test_the_unit_in_its_own_field_counts() -> None:
    assert value_and_unit("131 U/L", "u/l") == ("131", "u/l")
    assert value_and_unit("131 U/L", "µkat/L") == ("131 U/L", "µkat/L")
