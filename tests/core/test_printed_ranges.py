"""A range is backwards only where both ends are plain numbers, and limits are looked for inside of words."""

from __future__ import annotations

import pytest

from journal.core.printed_ranges import is_backwards, names_limits


@pytest.mark.parametrize("text", ["40-7", "40 – 7 U/L", "5.1 to 3,5", "m 10-50, f 35-10", "-1 - -3", "2 - -2"])
def test_backwards(text: str) -> None:
    assert is_backwards(text) and names_limits(text)


@pytest.mark.parametrize(
    "text", ["7-56", "-3 - 3", "−2−3", "7-7", "1,000-2", "0.135 – 0.5", "3,5-5,1", "adults 7 to 56", "m 10-50, f 10-35"]
)
def test_in_order(text: str) -> None:
    assert not is_backwards(text) and names_limits(text)


@pytest.mark.parametrize(
    "text", ["< 40", "≥60", ">= 60", "up to 40", "Up To 40", "less than 5", "at least 3", "from 3"]
)
def test_one_limit(text: str) -> None:
    assert not is_backwards(text) and names_limits(text)


@pytest.mark.parametrize("text", ["", "56", "7-", "-7", "see report", "negative", "7 56"])
def test_no_limits(text: str) -> None:
    assert not is_backwards(text) and not names_limits(text)
