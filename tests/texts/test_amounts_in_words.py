"""Counts always say what is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.texts import english
from journal.texts.amounts import amount_text, pieces_text
from journal.texts.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "said"),
    [
        ("3", 3000, "capsule", "3 capsules"), ("3", 3000, "sachet", "3 × sachet"), ("1", 1000, "capsule", "1 capsule"),
        ("1/2", 500, "tablet", "0.5 × tablet"),
        ("2 scoops", 2000, "scoop", "2 scoops"), ("2", 2000, "scoop", "2 scoops"),
        ("2-3 bags", 2500, "bag", "2-3 bags"),
        ("3", 3000, "", "3 pieces"), ("1", 1000, "", "1 piece"), ("2.5", 2500, "", "2.5 pieces"),
    ],
)  # fmt: skip
def test_a_count_names_its_unit_or_pieces(text: str, quantity: int, unit: str, said: str) -> None:
    amount = Amount(text=text, quantity=quantity, dimension=Dimension.COUNT)
    assert amount_text(english(), amount, unit) == said


def test_what_was_typed_with_its_own_word_stays() -> None:
    amount = Amount(text="3 caps", quantity=1500, dimension=Dimension.MASS)
    assert amount_text(english(), amount, "capsule") == "3 caps = 1.5 g"
    assert amount_text(english(), Amount(text="3", quantity=1500, dimension=Dimension.MASS), "capsule") == (
        "3 × capsule = 1.5 g"
    )


@pytest.mark.parametrize(
    ("text", "quantity", "dimension", "spread", "said"),
    [
        ("2-3 g", 2500, Dimension.MASS, 500, "2.5 ± 0.5 g"), ("200-300 mg", 250, Dimension.MASS, 50, "250 ± 50 mg"),
        ("2-3", 2500, Dimension.COUNT, 500, "2.5 ± 0.5 pieces"), ("2 g", 2000, Dimension.MASS, None, "2 g"),
    ],
)  # fmt: skip
def test_what_is_between_two_numbers_is_not_said_as_one(
    text: str, quantity: int, dimension: Dimension, spread: int | None, said: str
) -> None:
    amount = Amount(text, quantity, dimension, Basis.GUESSED, spread)
    assert amount_text(english(), amount) == said
    of_unit = replace(amount, unit="11111111-1111-4111-8111-111111111111")
    assert "±" not in amount_text(english(), of_unit), "a unit's own spread stands with the unit"


def test_it_is_not_broken_across_lines() -> None:
    assert unbroken("3 × capsule") == "3\u00a0×\u00a0capsule"
    assert pieces_text(english(), 3000) == "3 pieces"
