"""What is called kratom in a list of everything taken is a dose, with the amount that its words say."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.exchange.dose_names import amount_cells, names_a_dose


@pytest.mark.parametrize(
    ("name", "dose"),
    [
        ("Kratom 2 g", True), ("Red kratom tea", True), ("Mitragynine", True), ("7-OH", True), ("7 oh tablet", True),
        ("Ibuprofen", False), ("Alcohol", False), ("17-OH", False), ("", False),
    ],
)  # fmt: skip
def test_it_is_told_by_its_name(name: str, dose: bool) -> None:
    assert names_a_dose(name) is dose


def test_words_without_a_unit_stay_words() -> None:
    assert amount_cells("2 g") == {"typed": "2 g", "amount": "2", "unit": "g"}
    assert [amount_cells(words) for words in ("2", "a spoon", "")] == [{"typed": "2"}, {"typed": "a spoon"}, {}]
    with pytest.raises(Refused):
        amount_cells("0 g")
