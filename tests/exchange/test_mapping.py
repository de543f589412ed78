"""Meanings of columns that together could make no entry of any row are refused."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.exchange.mapping import Column, Meaning, TableMapping, refuse_unfit
from tests.exchange.foreign import BERLIN

UNFIT = {
    "no time": ((Column(Meaning.AMOUNT),), "mapping-no-time"),
    "no clock": ((Column(Meaning.DATE), Column(Meaning.AMOUNT)), "mapping-no-clock"),
    "nothing": ((Column(Meaning.INSTANT), Column()), "mapping-nothing"),
    "twice": ((Column(Meaning.INSTANT), Column(Meaning.AMOUNT), Column(Meaning.AMOUNT)), "mapping-twice"),
    "one symptom twice": (
        (Column(Meaning.INSTANT), Column(Meaning.RATING, "Pain"), Column(Meaning.RATING, "pain")), "mapping-twice",
    ),
    "no symptom": ((Column(Meaning.INSTANT), Column(Meaning.RATING)), "mapping-symptom"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNFIT)
def test_a_mapping_that_makes_nothing_is_refused(name: str) -> None:
    columns, code = UNFIT[name]
    with pytest.raises(Refused) as caught:
        refuse_unfit(TableMapping(columns, BERLIN))
    assert caught.value.code == code
