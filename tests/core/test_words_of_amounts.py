"""Words of an amount that say another one than its number follow the number, and no others do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Note
from journal.core.moments import Moment
from journal.core.words_of_amounts import PIECE_WORDS, says_otherwise, with_words_that_fit

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
UNIT = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    ("text", "quantity", "dimension", "mended"),
    [
        ("4 Kapseln", 5000, Dimension.COUNT, "5 pieces"), ("25 g", 2500, Dimension.MASS, "2.5 g"),
        ("2 g", 2000, Dimension.VOLUME, "2 ml"), ("3 g", 3000, Dimension.COUNT, "3 pieces"),
    ],
)  # fmt: skip
def test_words_that_say_another_amount_follow_the_number(
    text: str, quantity: int, dimension: Dimension, mended: str
) -> None:
    dose = Dose(at=AT, amount=Amount(text, quantity, dimension, Basis.COUNTED, 100))
    assert with_words_that_fit(dose) == replace(dose, amount=replace(dose.amount, text=mended))
    assert not says_otherwise(with_words_that_fit(dose).amount)


@pytest.mark.parametrize(
    "amount",
    [
        Amount(), Amount("4 Kapseln"), Amount("4 Kapseln", 4000, Dimension.COUNT), Amount("4", 1000, Dimension.COUNT),
        Amount("4 Kapseln", 2000, Dimension.MASS), Amount("4 g", 2000, Dimension.MASS, unit=UNIT),
        Amount("a bit", 2000, Dimension.MASS), Amount("1,500 g", 1500, Dimension.MASS), Amount("", 1, Dimension.MASS),
    ],
)  # fmt: skip
def test_words_that_may_mean_the_number_stay_to_the_letter(amount: Amount) -> None:
    dose = Dose(at=AT, amount=amount)
    assert with_words_that_fit(dose) is dose


@pytest.mark.parametrize("word", PIECE_WORDS)
def test_pieces_in_every_spelling_are_compared(word: str) -> None:
    assert says_otherwise(Amount(f"4 {word}", 5000, Dimension.COUNT))
    assert not says_otherwise(Amount(f"4 {word}", 4000, Dimension.COUNT))


def test_what_has_no_amount_stays() -> None:
    note = Note(at=AT, text="4 g")
    assert with_words_that_fit(note) is note
