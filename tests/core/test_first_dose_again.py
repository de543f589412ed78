"""After days without, or with something new, the amount from before may be too strong now."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.changes import Revision
from journal.core.entries import Dose, Product, ProductKind
from journal.core.first_dose_again import DAYS_WITHOUT, after_days_without, of_another_kind
from journal.core.moments import Moment

DAY = dt.date(2026, 11, 20)


def before(*days: int) -> list[dt.date]:
    return [DAY - dt.timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("none_days", "last", "expected"),
    [
        ((1, 2, 3), 4, True),
        ((2, 3, 4), 9, True),  # what lies between them and today is open; they were without all the same
        ((1, 2), 3, False),
        ((1, 2, 4), 5, False),  # the third day back is open: nobody said that it was without
        ((1, 2, 3), 2, False),  # the last dose is after the first of them
        ((0, 1, 2), 3, False),  # today itself is not over
        ((1, 2, 3), None, True),
        ((), None, False),
    ],
)
def test_three_confirmed_days_in_a_row_after_the_last_dose(
    none_days: tuple[int, ...], last: int | None, expected: bool
) -> None:
    last_day = None if last is None else before(last)[0]
    assert after_days_without(before(*none_days), last_day, DAY) is expected


def test_one_day_fewer_than_the_constant_is_too_few() -> None:
    days = before(*range(1, DAYS_WITHOUT + 1))
    assert after_days_without(days, None, DAY)
    assert not after_days_without(days[:-1], None, DAY)


def step(at_ms: int, kind: str, undone: bool = False) -> Revision:
    return Revision(at_ms, "product.changed", {"kind": kind, "content": None}, undone)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], False),
        ([Revision(50, "product.added", None, False)], False),
        ([step(200, "leaf_powder")], True),
        ([step(50, "leaf_powder")], False),  # changed before its last dose
        ([step(200, "leaf_powder", undone=True)], False),
        ([step(200, "not_said")], False),  # said for the first time: that is no change
        ([step(200, "extract")], False),  # its name was changed, not its kind
        ([step(200, "leaf_powder"), step(300, "capsule")], True),
    ],
)
def test_the_kind_was_changed_after_the_last_dose(history: list[Revision], expected: bool) -> None:
    product = Product(name="Made-up", kind=ProductKind.EXTRACT)
    dose = Dose(at=Moment(100, 0, "UTC"), recorded_ms=100, product=product.id)
    assert of_another_kind(product, dose, history) is expected
