"""A day that its month does not have: said with the month and how long it is, in what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from journal.core.refusal import Refused
from journal.texts import english
from journal.texts.no_such_day import no_such_day
from journal.texts.refusals import explain
from journal.texts.typed import read_day, read_moment
from tests.core.test_typed_times import FixedClock

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("region", ["", "en_US", "de_DE"])
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31.02.2020", "Feb 2020 has 29 days."), ("02/31/2020", "Feb 2020 has 29 days."),
        ("2020-02-31", "Feb 2020 has 29 days."), ("29 Feb 2019", "Feb 2019 has 28 days."),
        ("30.2.", "Feb has 29 days at most."), ("April 31", "Apr has 30 days at most."),
    ],
)  # fmt: skip
def test_it_says_how_many_days_the_month_has(region: str, typed: str, why: str) -> None:
    texts = english(region)
    readers: list[Callable[[], object]] = [
        lambda: read_day(texts, typed, TODAY),
        lambda: read_moment(texts, f"{typed} 10:00", FixedClock()),
    ]
    for read in readers:
        with pytest.raises(Refused) as refused:
            read()
        said = explain(texts, refused.value)
        assert said.startswith(f"There is no such day as “{typed}") and said.endswith(f": {why}")


@pytest.mark.parametrize("typed", ["2020-13-01", "45.13", "1.12.2020", "soon", "8:10", "", "0 Feb 2020", "31 0000"])
def test_of_anything_else_it_says_nothing(typed: str) -> None:
    assert no_such_day(english(), typed) is None
