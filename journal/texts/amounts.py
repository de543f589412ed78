"""Amounts and totals in words."""

from __future__ import annotations

from journal.core.amounts import Amount, Dimension
from journal.core.calibration import two_digits
from journal.texts.language import Texts
from journal.texts.names import UNIT_SIGNS


def quantity_text(texts: Texts, quantity: int, dimension: Dimension) -> str:
    """ "2.5 g", "30 ml", "3"."""
    return f"{texts.number(quantity)} {UNIT_SIGNS[dimension]}".strip()


def spread_text(texts: Texts, spread: int, dimension: Dimension) -> str:
    """How much it may be off, in two digits: "0.16 g"."""
    return quantity_text(texts, two_digits(spread), dimension)


def amount_text(texts: Texts, amount: Amount, unit_name: str = "") -> str:
    """The amount as the diary shows it: "2.5 g", "3 capsules = 1.5 g", "3 capsules", "unknown amount"."""
    if amount.quantity is None or amount.dimension is None:
        return texts("unknown amount")
    understood = quantity_text(texts, amount.quantity, amount.dimension)
    if not unit_name:
        return understood
    if amount.dimension is Dimension.COUNT:
        return f"{understood} {unit_name}"
    # "3" was typed with the unit chosen beside it; "3 caps" says its unit itself.
    said = amount.text if amount.text[-1:].isalpha() else f"{amount.text} {unit_name}"
    return f"{said} = {understood}"
