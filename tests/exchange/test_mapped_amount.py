"""Amounts in the cells of tables."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.exchange.mapped_amount import written_amount


@pytest.mark.parametrize(
    ("cell", "decimal", "unit", "cells"),
    [
        ("2,5 g", ",", "g", {"amount": "2.5"}),
        (".5 g", ".", "g", {"amount": "0.5"}),
        (",5", ",", "g", {"amount": "0.5"}),
        ("½ g", ".", "g", {"amount": "0.5"}),
        ("~3 g", ".", "g", {"amount": "3", "basis": "guessed"}),
        ("2-3 g", ".", "g", {"amount": "2.5", "spread": "0.5", "basis": "guessed"}),
        ("2,5 g - 3 g", ",", "g", {"amount": "2.75", "spread": "0.25", "basis": "guessed"}),
        ("2 bis 3 g", ",", "g", {"amount": "2.5", "spread": "0.5", "basis": "guessed"}),
        ("2g bis 3g", ",", "g", {"amount": "2.5", "spread": "0.5", "basis": "guessed"}),
        ("1-2 mg", ".", "mg", {"amount": "2", "spread": "1", "basis": "guessed"}),
    ],
)
def test_what_a_cell_says(cell: str, decimal: str, unit: str, cells: dict[str, str]) -> None:
    assert written_amount(cell, decimal).cells(unit) == cells


@pytest.mark.parametrize(
    ("cell", "code"),
    [("3-2 g", "amount-range"), ("2 g-3 mg", "amount-range"), ("some", "amount-unreadable"), ("0 g", "amount-zero")],
)
def test_what_is_no_amount_is_refused(cell: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        written_amount(cell, ".")
