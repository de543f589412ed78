"""Times of day as people write them."""

from __future__ import annotations

import pytest

from journal.core.typed_clock import read_clock


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("8:10 am", "08:10"), ("9pm", "21:00"), ("9 PM", "21:00"), ("9:30 pm", "21:30"), ("930pm", "21:30"),
        ("0810", "08:10"), ("8.10", "08:10"), ("21:30", "21:30"), ("12am", "00:00"), ("12 p.m.", "12:00"),
        ("0000", "00:00"), ("9.30 p.m.", "21:30"),
    ],
)  # fmt: skip
def test_what_is_a_time_of_day(typed: str, clock: str) -> None:
    assert read_clock(typed) == read_clock(clock)
    assert f"{read_clock(typed):%H:%M}" == clock


@pytest.mark.parametrize("typed", ["", "8", "810", "24:00", "2400", "8:60", "13pm", "0 am", "noon", "٨:١٠", "9p"])
def test_what_is_none(typed: str) -> None:
    assert read_clock(typed) is None
