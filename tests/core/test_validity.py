"""An end is never before its beginning, for every kind that declares one; what is wrong with a text is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from journal.core.entries import Product
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.core.validity import PERIODS, refuse_invalid
from tests.journals import FixedClock
from tests.samples import sample

DAY, BEFORE = dt.date(2026, 3, 2), dt.date(2026, 3, 1)
ENDS = [(kind, begins, ends) for kind, periods in PERIODS.items() for begins, ends in periods]


def test_every_kind_with_two_such_days_says_which_one_ends() -> None:
    pairs = {("since", "until"), ("opened", "finished"), ("active_from", "active_until")}
    names = {code: {field.name for field in kind.fields} for code, kind in KINDS.items()}
    assert {(code, *pair) for code in names for pair in pairs if names[code].issuperset(pair)} == {*ENDS}
    assert [kind for kind, _, _ in ENDS] == ["batch", "symptom", "substance", "condition", "attempt"]


@pytest.mark.parametrize(("kind", "begins", "ends"), ENDS)
def test_an_end_before_its_beginning_is_refused_and_one_day_is_a_period(kind: str, begins: str, ends: str) -> None:
    entry: Any = sample(kind, moment_now(FixedClock()))[-1]
    with pytest.raises(Refused) as refused:
        refuse_invalid(replace(entry, **{begins: DAY, ends: BEFORE}))
    assert refused.value.code == "end-before-beginning"
    assert refused.value.values == {"end": BEFORE, "beginning": DAY}
    for beginning, end in ((DAY, DAY), (None, BEFORE), (DAY, None)):
        refuse_invalid(replace(entry, **{begins: beginning, ends: end}))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Product(name=""), "text-empty"),
        (Product(name="x" * 201), "text-too-long"),
        (Product(name="a  b"), "text-not-kept"),
        (Product(name="Green", vendor=" "), "text-not-kept"),
        (Product(name="Green", id="17"), "id-unreadable"),
    ],
)
def test_what_is_wrong_with_a_text_or_an_id_is_said(entry: Product, code: str) -> None:
    with pytest.raises(Refused) as refused:
        refuse_invalid(entry)
    assert refused.value.code == code
