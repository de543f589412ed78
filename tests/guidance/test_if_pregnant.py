"""A blood pressure that only a pregnancy makes urgent, where the journal does not say whether there is one."""

from __future__ import annotations

import pytest

from journal.core.entries import Condition, Measurement
from journal.core.health import ConditionKind
from journal.guidance.if_pregnant import lines_if_pregnant
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import ago


@pytest.mark.parametrize(
    ("systolic", "diastolic", "said"),
    [(165, 112, True), (160, 80, True), (130, 110, True), (159, 109, False), (185, 112, False), (85, 40, False)],
)
def test_from_so_much_on_and_only_where_no_pregnancy_is_known(
    plain_book: Logbook, systolic: int, diastolic: int, said: bool
) -> None:
    measured = Measurement(at=ago(plain_book, 5), systolic=systolic, diastolic=diastolic)
    lines = list(lines_if_pregnant(english(), [measured], plain_book, country_of("GB")))
    assert bool(lines) is said
    assert all(line.startswith("If you are pregnant: from 160/110 on, call your maternity team") for line in lines)
    plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    assert list(lines_if_pregnant(english(), [measured], plain_book, country_of("GB"))) == []
